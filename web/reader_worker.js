// A worker that reads one large file, so that the page goes on drawing: it tells how far it is, then the file in pieces.
import createReader from '../wasm/reader.js';
import { reasonOf } from './lab_error.js';

const fail = (thrown) => self.postMessage({ type: 'failed', reason: reasonOf(thrown) });

self.onmessage = async ({ data: file }) => {
  try {
    const program = await createReader({ tell: (said) => self.postMessage(said), onAbort: fail });
    program.read(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    fail(error);
  }
};
