import { reasonOf } from './lab_error.js';

/**
 * An engine that has started. Its port speaks the engine protocol (see `engine_session.js`).
 * @typedef {{port: MessagePort}} RunningEngine
 */

/** What the runtime prints when one of its workers throws; it offers no other sign of that. */
const WORKER_ERROR = /worker sent an error/;

/**
 * Workers that the window makes before they are needed: the engine's home and some threads. More
 * are made when a run wants more.
 * @param {number} cores
 */
export function poolSize(cores) {
  return 1 + Math.min(Math.max(cores, 5), 8);
}

/**
 * Starts the engine with threads: loaded by the window, which only serves the runtime; `main` and
 * all work run on the runtime's workers. Rejects if it does not come up; what fails later goes to
 * `onFault`. An aborted `signal` ends it at any stage.
 * @param {{cores: number, signal: AbortSignal, onFault: (reason: string) => void,
 *          load?: () => Promise<{default: Function}>}} options
 * @returns {Promise<RunningEngine>} resolved when the engine's home has handed over its port
 */
export async function startThreads({ cores, signal, onFault, load = () => import('../wasm/engine-threads.mjs') }) {
  const { default: createEngine } = await load();
  return new Promise((resolve, reject) => {
    let runtime = null;
    let started = false;
    const end = () => runtime?.PThread?.terminateAllThreads();
    const fail = (reason) => {
      if (signal.aborted) return;
      if (started) onFault(reason);
      else reject(new Error(reason));
    };
    signal.addEventListener('abort', end);
    createEngine({
      poolSize: poolSize(cores),
      onEnginePort: (port) => {
        started = true;
        resolve({ port });
      },
      onAbort: (what) => fail(`it aborted (${reasonOf(what)})`),
      print: (text) => console.info(text),
      printErr: (text) => {
        if (signal.aborted) return;
        console.error(text);
        if (WORKER_ERROR.test(text)) fail(`one of its threads failed (${text})`);
      },
    }).then((module) => {
      runtime = module;
      if (signal.aborted) end();
    }, (error) => fail(`it could not be loaded (${reasonOf(error)})`));
  });
}
