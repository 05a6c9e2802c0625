// A worker that reads one large file, so that the page goes on drawing: it tells how far it is, then the file in pieces.
import * as words from '../src/words/english/page.js';
import createReader from '../wasm/reader.js';
import { plainly, reasonOf } from './lab_error.js';

const fail = (/** @type {string} */ reason) => self.postMessage({ type: 'failed', reason });

self.onmessage = async ({ data: file }) => {
  const program = await createReader({
    tell: (said) => self.postMessage(said),
    onAbort: (what) => fail(plainly(words.readerStopped, what)),
  });
  try {
    program.read(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    fail(reasonOf(error));
  }
};
self.addEventListener('unhandledrejection', ({ reason }) => fail(plainly(words.readerNotStarted, reason)));
