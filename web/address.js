import * as words from '../src/words/english/page.js';
import { reasonOf } from './lab_error.js';

/** Parameters of the address that belong to the page, not to the experiment; they stay as they are. */
export const PAGE_PARAMETERS = ['theme', 'build'];

/** Browsers slow down pages that change their address too often. */
const PAUSE = 250;

/**
 * Pure: the experiment's settings with the page's own parameters of the current address behind them.
 * @param {string} settings e.g. "v=1&experiment=count", with or without "?"
 * @param {string} current  the address's query now
 * @returns {string} starts with "?" unless it is empty
 */
export function mergeQuery(settings, current) {
  const merged = new URLSearchParams(settings);
  const now = new URLSearchParams(current);
  for (const name of PAGE_PARAMETERS) {
    merged.delete(name);
    const value = now.get(name);
    if (value !== null) merged.set(name, value);
  }
  const text = merged.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}

/** Keeps the experiment's settings in the address bar, and tells when they were changed there. */
export class Address {
  /** @type {number|undefined} */
  #timer;

  /** @param {(query: string) => void} onChange @param {Window} [scope] */
  constructor(onChange, scope = window) {
    this.scope = scope;
    scope.addEventListener('popstate', () => onChange(scope.location.search));
  }

  /** @param {string} settings the experiment as a query; written a moment later, the last one wins */
  show(settings) {
    this.scope.clearTimeout(this.#timer);
    this.#timer = this.scope.setTimeout(() => this.#write(settings), PAUSE);
  }

  /** @param {string} settings */
  #write(settings) {
    const { history, location } = this.scope;
    const query = mergeQuery(settings, location.search);
    if (query === location.search) return;
    try {
      history.replaceState(history.state, '', query || location.pathname);
    } catch (error) {
      console.warn(words.addressNotFollowed(reasonOf(error)));
    }
  }
}
