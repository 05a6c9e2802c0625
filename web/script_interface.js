import { LabError } from './lab_error.js';
import { endsRun, hasResult } from './protocol.js';

/** Runs asked for by scripts are numbered from here, those of the panel from 1. */
const FIRST_RUN = 1_000_000;

/**
 * What scripts may do with the laboratory: `window.speedupLab`. Tests, embedding and teachers use it.
 *
 *     const facts = await speedupLab.ready
 *     const result = await speedupLab.run({experiment: 'count', workers: 2})
 */
export class ScriptInterface {
  #send;
  #next = FIRST_RUN;
  #waiting = new Map();
  #ready = Promise.withResolvers ? Promise.withResolvers() : withResolvers();
  #result = null;
  #panel = null;

  /** @param {(text: string) => void} send takes a request as JSON */
  constructor(send) {
    this.#send = send;
  }

  /**
   * The capabilities: facts about the page, the build that was chosen with the reasons, and which
   * models can run here.
   */
  get ready() {
    return this.#ready.promise;
  }

  /** The last result, whoever asked for it, or null. */
  get result() {
    return this.#result;
  }

  /**
   * Runs an experiment. Missing settings keep the values of the experiment's preset.
   * @param {object|string} [experiment] settings by name, or the same as JSON text
   * @returns {Promise<object>} the result object; rejected with a `LabError`, whose `name` says what kind
   */
  run(experiment = {}) {
    return this.#ask('run', experiment);
  }

  /**
   * Runs it with 1 to `workers` workers and fits the curves; settings and errors as for `run`.
   * @returns {Promise<object>} the sweep object
   */
  sweep(experiment = {}) {
    return this.#ask('sweep', experiment);
  }

  #ask(type, experiment) {
    return new Promise((resolve, reject) => {
      const run = this.#next++;
      const text = requestText(type, run, settingsOf(experiment));
      this.#waiting.set(run, { resolve, reject });
      this.#send(text);
    });
  }

  /** Ends the run under way, whoever asked for it; its promise is rejected with a CancelledError. */
  cancel() {
    this.#send(JSON.stringify({ type: 'cancel' }));
  }

  /** Of the panel, for those who look after it: `frameTimes()` and `controls()`; null without one. */
  get panel() {
    return this.#panel;
  }

  /** @param {import('./panel_page.js').Panel} panel */
  showPanel({ frameTimes, controls }) {
    this.#panel = { frameTimes, controls };
  }

  /** @param {object} capabilities see `ready`; only the first call counts */
  announce(capabilities) {
    this.#ready.resolve(capabilities);
  }

  /** @param {object} notice every notice of the engine */
  notice(notice) {
    if (notice.type === 'finished') this.#result = notice.result;
    const waiting = this.#waiting.get(notice.run);
    if (!waiting || !endsRun(notice)) return;
    this.#waiting.delete(notice.run);
    if (hasResult(notice)) return waiting.resolve(notice.result);
    const error = notice.error ?? { code: 'cancelled', message: 'The run was cancelled.' };
    waiting.reject(Object.assign(new LabError(error),
        { model: notice.model ?? '', measured: notice.measured ?? [] }));
  }
}

function settingsOf(experiment) {
  let settings = experiment;
  if (typeof settings === 'string') {
    try {
      settings = JSON.parse(settings);
    } catch (error) {
      throw invalid(`The experiment is no JSON text: ${error.message}.`);
    }
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw invalid('An experiment is an object of settings by name.');
  }
  return settings;
}

function requestText(type, run, experiment) {
  try {
    return wellFormed(JSON.stringify({ type, run, experiment }, plainNumbers));
  } catch (error) {
    throw invalid(`The experiment cannot be written as JSON: ${error.message}.`);
  }
}

function invalid(message) {
  const next = 'Pass an object like {experiment: "count", workers: 2}, or the same as JSON text.';
  return new LabError({ code: 'invalid-argument', message, next, field: 'experiment' });
}

/** JSON has no NaN, infinity or BigInt; as text they reach the engine, which says what is wrong with them. */
function plainNumbers(_key, value) {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Half a pair of UTF-16, which no UTF-8 has, is escaped in JSON: the replacement character takes its place. */
function wellFormed(json) {
  return json.replace(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gi, '$1\ufffd');
}

function withResolvers() {
  const held = {};
  held.promise = new Promise((resolve, reject) => Object.assign(held, { resolve, reject }));
  return held;
}
