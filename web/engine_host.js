import * as words from '../src/words/english/page.js';
import { EngineSession } from './engine_session.js';
import { Listeners } from './listeners.js';
import { endsRun } from './protocol.js';
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

/**
 * @typedef {object} Means
 * @property {((options: EngineStart) => Promise<RunningEngine>)[]} builds  starts of the builds to try, best first
 * @property {import('./process_host.js').ProcessHost} processes
 * @property {Page} page  what the engine is told about the page
 */

/**
 * Owns the engine: starts it, watches it while it runs, ends a wedged or dead one and starts it anew
 * without a reload. The run under way is then reported as failed, and the next one works.
 * It numbers the runs, whoever asks for them, and tells whoever listens.
 */
export class EngineHost {
  /** Those that `start` was given. @type {Means} */
  #means;
  /** @type {EngineSession|null} */
  #session = null;
  #ready = false;
  #down = false;
  #starts = 0;
  #build = 0;
  /** @type {number|undefined} */
  #startTimer;
  /** @type {number|undefined} */
  #cancelTimer;
  /** Numbers of the runs that a cancel was sent for. @type {Set<number>} */
  #cancelling = new Set();
  /** @type {Failure|null} */
  #refusal = null;
  /** @type {PageConditions|null} */
  #conditions = null;
  /** @type {RunRequest[]} */
  #queue = [];
  /** @type {Map<number, RunRecord>} */
  #runs = new Map();
  /** The number of the latest run, and of the one that the engine was asked for last. */
  #last = 0;
  #asked = 0;
  #listeners = new Listeners();

  /** Why the best build was given up, as a sentence's end; empty if it was not. */
  givenUp = '';

  /**
   * @param {object} options
   * @param {(ready: ReadyNotice) => ReadyNotice} [options.amend]  what the page has to add to an engine's ready notice
   * @param {(what: string, next: string) => void} options.onDown  no build could be started; the next run request
   *   tries again
   * @param {typeof LIMITS} [options.limits]
   * @param {import('./watchdog.js').Timers} [options.timers]
   */
  constructor({ amend = (ready) => ready, onDown, limits = LIMITS, timers = globalThis }) {
    this.amend = amend;
    this.onDown = onDown;
    this.limits = limits;
    this.timers = timers;
    this.watchdog = new Watchdog({
      ping: () => this.#session?.ping(),
      onSilent: () => this.#fault(words.silent),
      period: limits.ping,
      patience: limits.patience,
      timers,
    });
  }

  /**
   * Starts the engine; requests that were sent before are kept for it.
   * @param {Means} means
   */
  start(means) {
    this.#means = means;
    this.#begin();
  }

  /**
   * Every notice, those of others' runs included; the latest ready notice at once, if there is one.
   * @param {import('./listeners.js').Listener} listener @returns {() => void} ends that
   */
  listen(listener) {
    return this.#listeners.add(listener);
  }

  /**
   * Asks for a run or a sweep; kept until an engine is ready.
   * @param {Pick<RunRequest, 'type'|'experiment'>} request
   * @returns {number} the run's number, which no other has; nothing is told of it before this returns
   */
  ask({ type, experiment }) {
    const request = { type, run: ++this.#last, experiment };
    this.#runs.set(request.run, new RunRecord(request.run));
    const refusal = this.#refusal;
    if (refusal) queueMicrotask(() => this.#failRuns(() => refusal));
    else if (this.#ready) this.#forward(request);
    else this.#queue.push(request);
    if (this.#down && !refusal) this.#beginAfresh();
    return request.run;
  }

  /** Ends the run under way, whoever asked for it, and those that wait. */
  cancel() {
    if (!this.#ready) return this.#cancelQueued();
    this.#send({ type: 'cancel' });
    this.#awaitCancel();
  }

  /** Tells a ready notice of the page's own, where there is no engine. @param {ReadyNotice} ready */
  introduce(ready) {
    this.#listeners.tell(ready);
  }

  /** @param {PageConditions} conditions what may slow the page down; every engine is told, also those to come */
  setConditions(conditions) {
    this.#conditions = conditions;
    if (this.#ready) this.#sendConditions();
  }

  /**
   * There will be no engine: every run, those that wait included, fails as unavailable.
   * @param {string} message @param {string} next
   */
  refuse(message, next) {
    const refusal = { code: 'unavailable', message, next };
    this.#refusal = refusal;
    this.end();
    this.#failRuns(() => refusal);
  }

  /** Ends the engine for good. */
  end() {
    this.#stop();
    this.#down = true;
    this.#queue = [];
  }

  #begin() {
    const { builds, processes, page } = this.#means;
    this.#starts += 1;
    this.#startTimer = this.timers.setTimeout(
        () => this.#fault(words.startTooSlow(this.limits.start / 1000)), this.limits.start);
    this.#session = new EngineSession({
      start: builds[this.#build],
      processes,
      page,
      onNotice: (text) => this.#receive(text),
      onAlive: () => this.watchdog.heard(),
      onFault: (reason) => this.#fault(reason),
    });
  }

  #beginAfresh() {
    this.#down = false;
    this.#starts = 0;
    this.#build = 0;
    this.givenUp = '';
    this.#begin();
  }

  /** @param {EngineRequest} request */
  #send(request) {
    this.#session?.send(JSON.stringify(request));
  }

  #sendConditions() {
    if (this.#conditions) this.#send({ type: 'conditions', ...this.#conditions });
  }

  /** @param {RunRequest} request */
  #forward(request) {
    this.#send(request);
    this.#asked = request.run;
    this.#starts = 0;
    this.watchdog.start();
  }

  /** From the first cancel of a run it has so long to end; asking again does not prolong that. */
  #awaitCancel() {
    const asked = [...this.#runs.keys()].filter((run) => !this.#cancelling.has(run));
    if (asked.length === 0) return;
    for (const run of asked) this.#cancelling.add(run);
    this.timers.clearTimeout(this.#cancelTimer);
    this.#cancelTimer = this.timers.setTimeout(
        () => this.#fault(words.cancelTooSlow(this.limits.cancel / 1000)), this.limits.cancel);
  }

  #cancelQueued() {
    this.#queue = [];
    for (const run of [...this.#runs.keys()]) this.#emit({ type: 'cancelled', run });
  }

  /** @param {string} text */
  #receive(text) {
    /** @type {Notice|null} */
    const notice = parse(text);
    if (!notice) return this.#fault(words.noticeNotJson);
    this.watchdog.heard();
    if (notice.type !== 'ready') return this.#emit(notice, text);
    this.#becomeReady();
    const said = this.amend(notice);
    this.#listeners.tell(said, said === notice ? text : undefined);
  }

  #becomeReady() {
    this.#ready = true;
    this.timers.clearTimeout(this.#startTimer);
    this.#sendConditions();
    for (const request of this.#queue.splice(0)) this.#forward(request);
  }

  /** @param {Exclude<Notice, ReadyNotice>} notice @param {string} [text] @returns {void} */
  #emit(notice, text) {
    // The engine could not read whose request it refuses: that is the latest.
    const nobodys = notice.type === 'failed' && !(notice.run > 0);
    if (nobodys && this.#runs.has(this.#asked)) return this.#emit({ ...notice, run: this.#asked });
    this.#runs.get(notice.run)?.note(notice);
    if (endsRun(notice)) this.#forget(notice.run);
    this.#listeners.tell(notice, text);
  }

  /** @param {number} run */
  #forget(run) {
    this.#runs.delete(run);
    this.#cancelling.delete(run);
    if (this.#cancelling.size === 0) this.timers.clearTimeout(this.#cancelTimer);
    if (this.#runs.size === 0) this.watchdog.stop();
  }

  /** The engine is dead, wedged or did not come up: end it, say so, and start it anew if that is worth it. @param {string} reason */
  #fault(reason) {
    const wasReady = this.#ready;
    this.#stop();
    console.warn(words.engineEnded(reason));
    const more = this.#advance(reason);
    if (!more) this.end();
    if (wasReady) this.#failRuns((record) => record.interrupted(reason, more ? words.runAgain : words.reload));
    else if (!more) this.#failRuns(() => ({ code: 'unavailable', message: words.engineNotStarted(reason), next: words.reload }));
    if (more) this.#begin();
    else this.onDown(words.engineNotStarted(reason), words.reload);
  }

  #stop() {
    this.#ready = false;
    this.watchdog.stop();
    this.timers.clearTimeout(this.#startTimer);
    this.timers.clearTimeout(this.#cancelTimer);
    this.#cancelling.clear();
    this.#session?.end();
    this.#session = null;
  }

  /** Whether there is something left to try, moving on to the next build if need be. @param {string} reason */
  #advance(reason) {
    if (this.#starts < this.limits.starts) return true;
    this.#starts = 0;
    if (this.#build === 0) this.givenUp = reason;
    this.#build += 1;
    if (this.#build < this.#means.builds.length) return true;
    this.#build = 0;
    return false;
  }

  /** @param {(record: RunRecord) => Failure} errorOf */
  #failRuns(errorOf) {
    for (const record of [...this.#runs.values()]) this.#emit(record.failed(errorOf(record)));
  }
}

/** @param {string} text @returns {any} its value, or null if it is no JSON */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
