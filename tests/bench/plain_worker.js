// Sends back what comes, to whoever sent it: its maker, or who has the other end of the first message's port. If it is to
// be kept, it is brought into memory of its own and sent from there.
let memory = new Uint8Array(0);

function kept(bytes) {
  if (memory.length !== bytes.length) memory = new Uint8Array(bytes.length);
  memory.set(bytes);
  return memory.slice();
}

const answer = ({ data: { bytes, transfer, keep }, target }) => {
  const reply = keep ? kept(bytes) : bytes;
  target.postMessage(reply, transfer ? [reply.buffer] : []);
};

self.onmessage = (event) => {
  const { port } = event.data;
  if (port) port.onmessage = answer;
  else answer(event);
};
