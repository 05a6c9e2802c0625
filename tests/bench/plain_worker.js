// Sends back what comes, to whoever sent it: its maker, or who has the other end of the first message's port.
const answer = ({ data: { bytes, transfer }, target }) => target.postMessage(bytes, transfer ? [bytes.buffer] : []);

self.onmessage = (event) => {
  const { port } = event.data;
  if (port) port.onmessage = answer;
  else answer(event);
};
