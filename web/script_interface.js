import * as words from '../src/words/english/page.js';
import { LabError, reasonOf } from './lab_error.js';
import { endsRun, hasResult } from './protocol.js';

/** @type {Failure} */
const CANCELLED = { code: 'cancelled', message: words.cancelled };

/**
 * What scripts may do with the laboratory: `window.speedupLab`. Tests, embedding and teachers use it.
 *
 *     const facts = await speedupLab.ready
 *     const result = await speedupLab.run({experiment: 'count', workers: 2})
 */
export class ScriptInterface {
  #host;
  /** @type {Map<number, {resolve: (result: Result) => void, reject: (error: LabError) => void}>} */
  #waiting = new Map();
  /** @type {(capabilities: object) => void} */
  #announce = () => {};
  /** @type {Promise<object>} */
  #ready = new Promise((resolve) => this.#announce = resolve);
  /** @type {Result|null} */
  #result = null;
  /** @type {Pick<import('./panel_page.js').Panel, 'frameTimes'|'controls'>|null} */
  #panel = null;

  /** @param {Pick<import('./engine_host.js').EngineHost, 'ask'|'cancel'|'listen'>} host */
  constructor(host) {
    this.#host = host;
    host.listen((notice) => this.#hear(notice));
  }

  /**
   * The capabilities: facts about the page, the build that was chosen with the reasons, and which
   * models can run here.
   */
  get ready() {
    return this.#ready;
  }

  /** The last result, whoever asked for it, or null. */
  get result() {
    return this.#result;
  }

  /**
   * Runs an experiment. Missing settings keep the values of the experiment's preset.
   * @param {object|string} [experiment] settings by name, or the same as JSON text
   * @returns {Promise<Result>} the result object; rejected with a `LabError`, whose `name` says what kind
   */
  run(experiment = {}) {
    return this.#ask('run', experiment);
  }

  /**
   * Runs it with 1 to `workers` workers and fits the curves; settings and errors as for `run`.
   * @param {object|string} [experiment]
   * @returns {Promise<Result>} the sweep object
   */
  sweep(experiment = {}) {
    return this.#ask('sweep', experiment);
  }

  /** @param {'run'|'sweep'} type @param {object|string} experiment @returns {Promise<Result>} */
  #ask(type, experiment) {
    return new Promise((resolve, reject) => {
      const run = this.#host.ask({ type, experiment: plainData(settingsOf(experiment)) });
      this.#waiting.set(run, { resolve, reject });
    });
  }

  /** Ends the run under way, whoever asked for it; its promise is rejected with a CancelledError. */
  cancel() {
    this.#host.cancel();
  }

  /**
   * Tells every notice from now on, whoever asked for the run, and first who is there (src/messages/messages.h).
   * @param {(notice: Notice) => void} listener @returns {() => void} ends that
   */
  listen(listener) {
    return this.#host.listen((notice) => listener(notice));
  }

  /** Of the panel, for those who look after it: `frameTimes()` and `controls()`; null without one. */
  get panel() {
    return this.#panel;
  }

  /** @param {Pick<import('./panel_page.js').Panel, 'frameTimes'|'controls'>} panel */
  showPanel({ frameTimes, controls }) {
    this.#panel = { frameTimes, controls };
  }

  /** @param {object} capabilities see `ready`; only the first call counts */
  announce(capabilities) {
    this.#announce(capabilities);
  }

  /** @param {Notice} notice */
  #hear(notice) {
    if (!endsRun(notice)) return;
    if (notice.type === 'finished') this.#result = notice.result;
    const waiting = this.#waiting.get(notice.run);
    if (!waiting) return;
    this.#waiting.delete(notice.run);
    if (hasResult(notice)) return waiting.resolve(notice.result);
    const { error, model = '', measured = [] } = notice.type === 'failed' ? notice : { error: CANCELLED };
    waiting.reject(Object.assign(new LabError(error), { model, measured }));
  }
}

/** @param {unknown} experiment @returns {object} */
function settingsOf(experiment) {
  let settings = experiment;
  if (typeof settings === 'string') {
    try {
      settings = JSON.parse(settings);
    } catch (error) {
      throw invalid(words.experimentNotJson(reasonOf(error)));
    }
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw invalid(words.experimentNoObject);
  }
  return settings;
}

/** The settings with what JSON has alone. @param {object} experiment @returns {object} */
function plainData(experiment) {
  try {
    return JSON.parse(wellFormed(JSON.stringify(experiment, plainNumbers)));
  } catch (error) {
    throw invalid(words.experimentNotWritable(reasonOf(error)));
  }
}

/** @param {string} message */
function invalid(message) {
  const next = words.passAnExperiment;
  return new LabError({ code: 'invalid-argument', message, next, field: 'experiment' });
}

/**
 * JSON has no NaN, infinity or BigInt; as text they reach the engine, which says what is wrong with them.
 * @param {string} _key @param {unknown} value
 */
function plainNumbers(_key, value) {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Half a pair of UTF-16, which no UTF-8 has, is escaped in JSON: the replacement character takes its place. @param {string} json */
function wellFormed(json) {
  return json.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gi, '$1\ufffd');
}
