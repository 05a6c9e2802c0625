self.onmessage = ({ data: { bytes, transfer } }) => self.postMessage(bytes, transfer ? [bytes.buffer] : []);
