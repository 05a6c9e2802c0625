import * as words from '../src/words/english/page.js';
import { plainly, reasonOf } from './lab_error.js';

const SCRIPT = new URL('./engine_worker.js', import.meta.url);

/**
 * Starts the engine without threads in a plain dedicated worker. Rejects if it does not come up;
 * what fails later goes to `onFault`. An aborted `signal` ends it at any stage.
 * @param {EngineStart & {createWorker?: () => Worker}} options
 * @returns {Promise<RunningEngine>}
 */
export function startSingle({ signal, onFault, createWorker = newWorker }) {
  return new Promise((resolve, reject) => {
    const worker = createWorker();
    let started = false;
    /** @param {string} reason */
    const fail = (reason) => {
      if (started) onFault(reason);
      else reject(new Error(reason));
    };
    signal.addEventListener('abort', () => worker.terminate());
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message ? plainly(words.workerFailed, event.message) : words.scriptNotLoaded('web/engine_worker.js'));
    };
    worker.onmessage = ({ data }) => {
      if (data.type === 'failed') return fail(reasonOf(data.reason));
      started = true;
      resolve({ port: data.port });
    };
  });
}

function newWorker() {
  return new Worker(SCRIPT, { type: 'module', name: 'engine' });
}
