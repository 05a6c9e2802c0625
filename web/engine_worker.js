// The worker that the engine without threads lives in. It hands the engine's port to the window and
// reports what goes wrong; everything else goes over that port.
import * as words from '../src/words/english/page.js';
import { plainly } from './lab_error.js';

const report = (/** @type {string} */ reason) => self.postMessage({ type: 'failed', reason });

self.addEventListener('unhandledrejection', (event) => report(plainly(words.failed, event.reason)));

try {
  const { default: createEngine } = await import('../wasm/engine-single.js');
  await createEngine({
    onEnginePort: (port) => self.postMessage({ type: 'engine-port', port }, { transfer: [port] }),
    onAbort: (what) => report(plainly(words.aborted, what)),
  });
} catch (error) {
  report(plainly(words.notLoaded, error));
}
