import * as words from '../src/words/english/page.js';
import { plainly } from './lab_error.js';

/** What the runtime prints when one of its workers throws; it offers no other sign of that. */
const WORKER_ERROR = /worker sent an error/;

/**
 * Workers that the window makes before they are needed. The engine keeps two threads, its home and
 * the one that starts others; a run has all its models warm at once: one thread for the sequential
 * one and N for each of the two with threads. The presets go up to N = 5, people with more cores
 * further. Beyond the pool a thread takes about 15 ms to start instead of 1, which would show as
 * start-up time; within it a worker takes about 15 ms of the engine's start.
 * @param {number} cores
 */
export function poolSize(cores) {
  const workers = Math.min(Math.max(cores, 5), 8);
  return 2 + 1 + 2 * workers;
}

/** Has its files fetched as soon as those of the panel, which people see first, are there. */
export function prefetchThreads() {
  new PerformanceObserver((list, observer) => {
    if (!list.getEntries().some(({ name }) => name.endsWith('/panel.wasm'))) return;
    observer.disconnect();
    const file = (/** @type {string} */ name) => new URL(`../wasm/engine-threads.${name}`, import.meta.url).href;
    const link = (/** @type {Partial<HTMLLinkElement>} */ what) => document.head.append(Object.assign(document.createElement('link'), what));
    link({ rel: 'modulepreload', href: file('js') });
    link({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: file('wasm') });
  }).observe({ type: 'resource', buffered: true });
}

let failedLoads = 0;

/** Some browsers remember that a module could not be had: every further try asks by another name. */
async function loadEngine() {
  try {
    return await import(`../wasm/engine-threads.js${failedLoads > 0 ? `?try=${failedLoads}` : ''}`);
  } catch (error) {
    failedLoads += 1;
    throw new Error(plainly(words.notLoaded, error));
  }
}

/**
 * Starts the engine with threads: loaded by the window, which only serves the runtime; `main` and
 * all work run on the runtime's workers. Rejects if it does not come up; what fails later goes to
 * `onFault`. An aborted `signal` ends it at any stage.
 * @param {EngineStart & {cores: number, load?: () => Promise<{default: Function}>}} options
 * @returns {Promise<RunningEngine>} resolved when the engine's home has handed over its port
 */
export async function startThreads({ cores, signal, onFault, load = loadEngine }) {
  const { default: createEngine } = await load();
  if (signal.aborted) throw new Error(words.endedWhileLoading);
  return new Promise((resolve, reject) => {
    let started = false;
    const end = () => runtime.PThread?.terminateAllThreads();
    /** @param {string} reason */
    const fail = (reason) => {
      if (signal.aborted) return;
      if (started) onFault(reason);
      else reject(new Error(reason));
    };
    // The factory makes this very object the runtime, which has workers long before it has started.
    /** @type {{PThread?: {terminateAllThreads: () => void}} & Record<string, unknown>} */
    const runtime = {
      poolSize: poolSize(cores),
      onEnginePort: (/** @type {MessagePort} */ port) => {
        started = true;
        resolve({ port });
      },
      onAbort: (/** @type {unknown} */ what) => fail(plainly(words.aborted, what)),
      print: (/** @type {string} */ text) => console.info(text),
      printErr: (/** @type {string} */ text) => {
        if (signal.aborted) return;
        console.error(text);
        if (WORKER_ERROR.test(text)) fail(words.threadFailed);
      },
    };
    signal.addEventListener('abort', end);
    createEngine(runtime).then(() => {
      if (signal.aborted) end();  // `main` has been given a thread nevertheless
    }, (/** @type {unknown} */ error) => fail(plainly(words.notLoaded, error)));
  });
}
