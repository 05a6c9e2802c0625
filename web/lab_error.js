import * as words from '../src/words/english/page.js';

/** Names of errors by the code that notices carry; the names are part of the script interface. @type {Record<string, string>} */
const NAMES = {
  'invalid-argument': 'InvalidArgumentError',
  'unavailable': 'UnavailableError',
  'busy': 'BusyError',
  'cancelled': 'CancelledError',
  'download-failed': 'DownloadError',
  'worker-failed': 'WorkerError',
  'wrong-result': 'WrongResultError',
  'protocol': 'ProtocolError',
  'internal': 'InternalError',
};

/** An error of the laboratory as scripts see it: what happened, what to do next, which setting was at fault. */
export class LabError extends Error {
  /** @param {Failure} error as in a "failed" notice */
  constructor({ code, message, next = '', field = '' }) {
    super(message);
    this.name = NAMES[code] ?? 'InternalError';
    this.code = code in NAMES ? code : 'internal';
    this.next = next;
    this.field = field;
  }
}

/**
 * The reason of any thrown thing as a sentence's end, without a stack.
 * @param {unknown} thrown
 */
export function reasonOf(thrown) {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return typeof thrown === 'string' && thrown ? thrown : words.unnamedError;
}

/**
 * Our own words, for people; what a browser or a runtime says goes to the console, for those who can use it.
 * @param {string} words @param {unknown} thrown
 */
export function plainly(words, thrown) {
  console.error(words, thrown);
  return words;
}
