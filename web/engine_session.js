import * as words from '../src/words/english/page.js';
import { reasonOf } from './lab_error.js';

/**
 * One life of an engine, from its start to its end. Speaks the engine protocol over the engine's port:
 *
 *   window → engine  {type: 'open', page}                         first; the engine answers with a ready notice
 *                    {type: 'request', text}                      a request as JSON
 *                    {type: 'ping'}                               the engine answers that it is alive
 *                    {type: 'process-failed', id, reason}         a process worker died or never started
 *   engine → window  {type: 'notice', text}                       a notice as JSON
 *                    {type: 'alive'}
 *                    {type: 'process', id, name, port}            please create a process worker
 *                    {type: 'end-process', id}                    please end it
 */
export class EngineSession {
  #ending = new AbortController();
  /** @type {MessagePort|null} */
  #port = null;

  /**
   * @param {{start: (options: EngineStart) => Promise<RunningEngine>,
   *          processes: import('./process_host.js').ProcessHost, page: Page,
   *          onNotice: (text: string) => void, onAlive: () => void, onFault: (reason: string) => void}} options
   *   `onAlive` is called by the answer to a ping; `onFault` at most once and never after `end()`
   */
  constructor({ start, processes, page, onNotice, onAlive, onFault }) {
    this.processes = processes;
    this.page = page;
    this.onNotice = onNotice;
    this.onAlive = onAlive;
    this.onFault = onFault;
    this.#begin(start);
  }

  /** @param {string} text a request as JSON; only once the engine has said that it is ready */
  send(text) {
    this.#port?.postMessage({ type: 'request', text });
  }

  /** Costs the engine next to nothing, which may be measuring. */
  ping() {
    this.#port?.postMessage({ type: 'ping' });
  }

  /** Ends the engine and every process it asked for. */
  end() {
    this.#ending.abort();
    this.#port?.close();
    this.processes.endAll();
  }

  /** @param {(options: EngineStart) => Promise<RunningEngine>} start */
  async #begin(start) {
    /** @param {string} reason */
    const fault = (reason) => {
      if (!this.#ending.signal.aborted) this.onFault(reason);
    };
    try {
      const { port } = await start({ signal: this.#ending.signal, onFault: fault });
      if (this.#ending.signal.aborted) return port.close();
      this.#port = port;
      port.onmessage = (/** @type {MessageEvent} */ { data }) => this.#receive(data);
      port.postMessage({ type: 'open', page: this.page });
    } catch (error) {
      fault(reasonOf(error));
    }
  }

  /** @param {FromEngine} message */
  #receive(message) {
    if (this.#ending.signal.aborted) return;
    switch (message.type) {
      case 'notice':
        return this.onNotice(message.text);
      case 'alive':
        return this.onAlive();
      case 'process':
        return this.processes.start(message, (id, reason) =>
          this.#port?.postMessage({ type: 'process-failed', id, reason }));
      case 'end-process':
        return this.processes.end(message.id);
      default:
        return this.onFault(words.unknownMessage(/** @type {{type: string}} */ (message).type));
    }
  }
}
