import { EngineSession } from './engine_session.js';
import { RunRecord } from './run_record.js';
import { Watchdog } from './watchdog.js';

/** Limits in milliseconds and counts; tests set smaller ones. */
export const LIMITS = {
  start: 20_000,      // from its start until the engine says that it is ready
  ping: 1000,         // pause between two signs of life while a run is under way
  patience: 5,        // that many pings unanswered: the engine is wedged
  cancel: 3000,       // from a cancel until the run must have ended
  starts: 3,          // failed starts in a row of one build before the next build is tried
};

const AGAIN = 'It has been started anew: run again.';
const PING = JSON.stringify({ type: 'describe' });

/**
 * Owns the engine: starts it, watches it while it runs, ends a wedged or dead one and starts it anew
 * without a reload. The run under way is then reported as failed, and the next one works.
 */
export class EngineHost {
  #means = null;
  #session = null;
  #ready = false;
  #down = false;
  #starts = 0;
  #build = 0;
  #startTimer = undefined;
  #cancelTimer = undefined;
  #queue = [];
  /** @type {Map<number, RunRecord>} */
  #runs = new Map();

  /** Why the last engine was ended, as a sentence's end; empty if none was. */
  lastFault = '';

  /**
   * @param {object} options
   * @param {(notice: object, text: string) => void} options.onNotice  every notice, parsed and as text
   * @param {(reason: string) => void} options.onDown  no build could be started; the next run request tries again
   * @param {typeof LIMITS} [options.limits]
   * @param {typeof globalThis} [options.timers]
   */
  constructor({ onNotice, onDown, limits = LIMITS, timers = globalThis }) {
    Object.assign(this, { onNotice, onDown, limits, timers });
    this.watchdog = new Watchdog({
      ping: () => this.#session?.send(PING),
      onSilent: () => this.#fault('it does not answer any more'),
      period: limits.ping,
      patience: limits.patience,
      timers,
    });
  }

  /**
   * Starts the engine; requests that were sent before are kept for it.
   * @param {object} means
   * @param {Function[]} means.builds  starts of the builds to try, best first; see `engine_session.js`
   * @param {import('./process_host.js').ProcessHost} means.processes
   * @param {object} means.facts       what the engine is told about the page
   */
  start(means) {
    this.#means = means;
    this.#begin();
  }

  /** @param {string} text a request as JSON; kept until the engine is ready */
  send(text) {
    const request = parse(text);
    if (request?.type === 'run') this.#runs.set(request.run, this.#runs.get(request.run) ?? new RunRecord(request.run));
    if (this.#ready) {
      this.#forward(text, request);
    } else if (request?.type === 'cancel') {
      this.#cancelQueued();
    } else if (!this.#down) {
      this.#queue.push(text);
    } else if (request?.type === 'run') {
      this.#queue.push(text);
      this.#beginAfresh();
    }
  }

  /** Ends the engine for good. */
  end() {
    this.#stop();
    this.#down = true;
  }

  #begin() {
    const { builds, processes, facts } = this.#means;
    this.#starts += 1;
    this.#startTimer = this.timers.setTimeout(
        () => this.#fault(`it did not start within ${this.limits.start / 1000} s`), this.limits.start);
    this.#session = new EngineSession({
      start: builds[this.#build],
      processes,
      facts,
      onNotice: (text) => this.#receive(text),
      onFault: (reason) => this.#fault(reason),
    });
  }

  #beginAfresh() {
    this.#down = false;
    this.#starts = 0;
    this.#build = 0;
    this.#begin();
  }

  #forward(text, request) {
    this.#session.send(text);
    if (request?.type === 'run') {
      this.#starts = 0;
      this.watchdog.start();
    }
    if (request?.type === 'cancel' && this.#runs.size > 0) this.#awaitCancel();
  }

  #awaitCancel() {
    this.timers.clearTimeout(this.#cancelTimer);
    this.#cancelTimer = this.timers.setTimeout(
        () => this.#fault(`it did not cancel within ${this.limits.cancel / 1000} s`), this.limits.cancel);
  }

  #cancelQueued() {
    this.#queue = this.#queue.filter((text) => parse(text)?.type !== 'run');
    for (const run of [...this.#runs.keys()]) this.#emit({ type: 'cancelled', run });
  }

  #receive(text) {
    const notice = parse(text);
    if (!notice) return this.#fault('it sent a notice that is no JSON');
    this.watchdog.heard();
    if (notice.type === 'ready' && !this.#ready) this.#becomeReady();
    this.#emit(notice, text);
  }

  #becomeReady() {
    this.#ready = true;
    this.timers.clearTimeout(this.#startTimer);
    for (const text of this.#queue.splice(0)) this.#forward(text, parse(text));
  }

  #emit(notice, text = JSON.stringify(notice)) {
    this.#runs.get(notice.run)?.note(notice);
    if (['finished', 'failed', 'cancelled'].includes(notice.type)) this.#forget(notice);
    this.onNotice(notice, text);
  }

  #forget(notice) {
    this.#runs.delete(notice.run);
    if (this.#runs.size > 0) return;
    this.watchdog.stop();
    this.timers.clearTimeout(this.#cancelTimer);
  }

  /** The engine is dead, wedged or did not come up: end it, say so, and start it anew if that is worth it. */
  #fault(reason) {
    const wasReady = this.#ready;
    this.lastFault = reason;
    this.#stop();
    console.warn(`The engine was ended: ${reason}.`);
    const more = this.#advance();
    if (wasReady || !more) this.#failRuns(reason, more ? AGAIN : 'Reload the page.');
    if (more) return this.#begin();
    this.#down = true;
    this.#queue = [];
    this.onDown(reason);
  }

  #stop() {
    this.#ready = false;
    this.watchdog.stop();
    this.timers.clearTimeout(this.#startTimer);
    this.timers.clearTimeout(this.#cancelTimer);
    this.#session?.end();
    this.#session = null;
  }

  /** Whether there is something left to try, moving on to the next build if need be. */
  #advance() {
    if (this.#starts < this.limits.starts) return true;
    this.#starts = 0;
    this.#build += 1;
    if (this.#build < this.#means.builds.length) return true;
    this.#build = 0;
    return false;
  }

  #failRuns(reason, next) {
    for (const record of [...this.#runs.values()]) {
      const message = `The engine stopped in the middle of the run: ${reason}.`;
      this.#emit(record.failed({ code: 'worker-failed', message, next }));
    }
  }
}

/** @returns {any} the value of a JSON text, or null */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
