// A "process": a worker with its own instance of worker.wasm and so its own memory. It shares nothing
// with the engine; over the port to it go only array buffers, copied or given away. What they say is
// the business of the C++ on both ends. What goes wrong is told to the window.
import * as words from '../src/words/english/page.js';
import { plainly } from './lab_error.js';
import { holdLife } from './worker_life.js';

/** @typedef {import('../wasm/worker.js').Program} Program */
/** @typedef {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} Instantiated */

const code = import('../wasm/worker.js');
code.catch(() => {});  // reported by whoever waits for it

const fail = (/** @type {string} */ reason) => self.postMessage({ type: 'failed', reason });

self.addEventListener('unhandledrejection', (event) => fail(plainly(words.failed, event.reason)));
self.onmessage = ({ data }) => {
  run(data).catch((error) => fail(plainly(words.programNotStarted, error)));
};

// Told before the program runs: a long task would keep the news from being sent, and a death in it unseen.
const alive = holdLife().then((lock) => self.postMessage({ type: 'alive', lock }));

/** @param {{module: WebAssembly.Module, port: MessagePort}} start */
async function run({ module, port }) {
  const [{ default: createWorker }] = await Promise.all([code, alive]);
  /** @type {ArrayBuffer[]} */
  const early = [];
  /** @type {Program|null} */
  let program = null;
  port.onmessage = ({ data }) => {
    if (program) hand(program, data);
    else early.push(data);
  };
  program = await createWorker({
    instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {Instantiated} */ done) => instantiate(module, imports, done),
    port,
    onAbort: (/** @type {unknown} */ what) => fail(plainly(words.aborted, what)),
  });
  for (const data of early) hand(program, data);
}

/**
 * @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports @param {Instantiated} done
 */
function instantiate(module, imports, done) {
  WebAssembly.instantiate(module, imports).then(
      (instance) => done(instance, module),
      (error) => fail(plainly(words.programNotStarted, error)));
  return {};
}

/** @param {Program} program @param {ArrayBuffer} data */
function hand(program, data) {
  try {
    program.receive(data);
  } catch (error) {
    fail(plainly(words.stopped, error));
  }
}
