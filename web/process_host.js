import * as words from '../src/words/english/page.js';
import { plainly, reasonOf } from './lab_error.js';
import { watchLife } from './worker_life.js';

const SCRIPT = new URL('./process_worker.js', import.meta.url);
const WASM = new URL('../wasm/worker.wasm', import.meta.url);

/**
 * Makes the workers that the engine calls processes, in the window (workers made by workers get lost
 * in one browser), passes each its port to the engine, and notices when one dies.
 */
export class ProcessHost {
  /** @type {Map<number, {worker: Worker|null, life: AbortController}>} */
  #processes = new Map();
  /** @type {Promise<WebAssembly.Module>|null} */
  #module = null;

  /**
   * @param {{createWorker?: (name: string) => Worker, loadModule?: () => Promise<WebAssembly.Module>, locks?: LockManager}} [options]
   */
  constructor({ createWorker = newWorker, loadModule = fetchModule, locks = globalThis.navigator?.locks } = {}) {
    this.createWorker = createWorker;
    this.loadModule = loadModule;
    this.locks = locks;
  }

  /** Fetches and compiles what processes run, so that the first one need not wait for it. */
  prefetch() {
    this.#compiled().catch(() => {});  // a failure is told when a process is wanted
  }

  /**
   * @param {WantedProcess} wanted
   * @param {(id: number, reason: string) => void} onFailed  at most once, never after `end(id)`
   */
  async start({ id, name, port }, onFailed) {
    const life = new AbortController();
    /** @type {{worker: Worker|null, life: AbortController}} */
    const process = { worker: null, life };
    this.#processes.set(id, process);
    /** @param {string} reason */
    const fail = (reason) => {
      if (life.signal.aborted) return;
      this.end(id);
      onFailed(id, reason);
    };
    try {
      const module = await this.#compiled();
      if (life.signal.aborted) return;
      const worker = process.worker = this.createWorker(name);
      this.#watch(worker, life, fail);
      worker.postMessage({ type: 'start', module, port }, [port]);
    } catch (error) {
      fail(reasonOf(error));
    }
  }

  /** Ends the process at once; nothing if there is none of that id. @param {number} id */
  end(id) {
    const process = this.#processes.get(id);
    this.#processes.delete(id);
    process?.life.abort();
    process?.worker?.terminate();
  }

  endAll() {
    for (const id of [...this.#processes.keys()]) this.end(id);
  }

  /** @param {Worker} worker @param {AbortController} life @param {(reason: string) => void} fail */
  #watch(worker, life, fail) {
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message ? plainly(words.workerFailed, event.message) : words.scriptNotLoaded('web/process_worker.js'));
    };
    worker.onmessageerror = () => fail(words.messageUnreadable);
    worker.onmessage = ({ data }) => {
      if (data.type === 'failed') fail(data.reason);
      if (data.type === 'alive') watchLife(data.lock, life.signal, () => fail(words.workerDied), this.locks);
    };
  }

  /** Compiled once; a failed attempt is not remembered. */
  #compiled() {
    this.#module ??= this.loadModule().catch((error) => {
      this.#module = null;
      throw error;
    });
    return this.#module;
  }
}

/** @param {string} name */
function newWorker(name) {
  return new Worker(SCRIPT, { type: 'module', name });
}

/** @returns {Promise<WebAssembly.Module>} */
async function fetchModule() {
  let response;
  try {
    response = await fetch(WASM);
  } catch (error) {
    throw new Error(plainly(words.notFetched('wasm/worker.wasm'), error));
  }
  if (!response.ok) throw new Error(words.notFetchedStatus('wasm/worker.wasm', response.status));
  const bytes = await response.arrayBuffer();
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Error(plainly(words.doesNotFit('wasm/worker.wasm'), error));
  }
}
