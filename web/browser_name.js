import * as words from '../src/words/english/page.js';

/** Brands that every Chromium-based browser lists and that name no product. */
const NO_PRODUCT = /not.?a.?brand|^chromium$/i;

/** What a user agent text calls the product, most specific first. @type {[string, RegExp][]} */
const PRODUCTS = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+(?:\.\d+)?).*Safari\//],
];

/** @type {[string, RegExp][]} */
const SYSTEMS = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['ChromeOS', /CrOS/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
];

/**
 * The browser as people call it, e.g. "Chrome 156 on Linux". For display only: nothing is decided by it.
 * @param {{userAgent?: string, userAgentData?: {brands?: {brand: string, version: string}[], platform?: string}}} navigator
 * @returns {string}
 */
export function browserName(navigator) {
  const agent = navigator.userAgent ?? '';
  const product = productOf(agent, navigator.userAgentData?.brands ?? []);
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0] ?? navigator.userAgentData?.platform;
  return system ? `${product} on ${system}` : product;
}

/** @param {string} agent @param {{brand: string, version: string}[]} brands */
function productOf(agent, brands) {
  const named = brands.find(({ brand }) => !NO_PRODUCT.test(brand)) ??
      brands.find(({ brand }) => brand === 'Chromium');
  if (named) return `${named.brand.replace('Google ', '').replace('Microsoft ', '')} ${named.version}`;
  for (const [name, pattern] of PRODUCTS) {
    const version = pattern.exec(agent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return words.unknownBrowser;
}
