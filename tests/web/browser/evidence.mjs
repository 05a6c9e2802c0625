// What a failed test leaves under build/failures: what its pages said, and what they showed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import nodeTest from 'node:test';
import { fileURLToPath } from 'node:url';

import { within } from './within.mjs';

const FAILURES = fileURLToPath(new URL('../../../build/failures/', import.meta.url));
const LIMIT_MS = 300_000;

/** @type {{page: object, lines: string[]}[]} every page that is open, and those that were closed by the test under way */
let watched = [];

/** Keeps what a page says from now on. @template T @param {T} page of either driver @returns {T} */
export function watch(page) {
  const lines = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`uncaught: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => lines.push(`not loaded: ${request.url()}: ${request.failure()?.errorText}`));
  watched.push({ page, lines });
  return page;
}

/**
 * A test as node:test has them, whose pages leave their logs and pictures where it fails.
 * @param {string} name @param {[object, (t: object) => any] | [(t: object) => any]} rest
 */
export function test(name, ...rest) {
  const body = rest.pop();
  const { timeout = LIMIT_MS, ...options } = rest[0] ?? {};
  const folder = path.join(FAILURES, path.basename(process.argv[1], '.test.mjs'), fileName(name));
  nodeTest(name, options, async (t) => {
    try {
      await witnessed(() => body(t), folder, timeout);
    } catch (error) {
      t.diagnostic(`what its pages said and showed lies in ${path.relative('', folder)}`);
      throw error;
    }
  });
}

/**
 * Runs the body of a test; where it fails, its pages leave what they have.
 * @param {() => any} body @param {string} folder for what its pages leave @param {number} limit in milliseconds
 */
export async function witnessed(body, folder, limit) {
  watched = watched.filter(({ page }) => !page.isClosed());
  try {
    await within((async () => body())(), 'the end of the test', limit);
  } catch (error) {
    await leave(folder, error);
    throw error;
  }
}

async function leave(folder, error) {
  mkdirSync(folder, { recursive: true });
  for (const [index, { page, lines }] of watched.entries()) {
    const file = path.join(folder, `page-${index + 1}`);
    const picture = page.isClosed() ? 'it was closed' : await pictureOf(page, `${file}.png`);
    writeFileSync(`${file}.log`, [`${page.url()}: ${picture}`, ...lines, `failed: ${error.stack ?? error}`, ''].join('\n'));
  }
}

/** @returns {Promise<string>} where it is, or why there is none */
function pictureOf(page, file) {
  return within(page.screenshot({ path: file }), 'a picture of the page', 10_000).then(() => path.basename(file), ({ message }) => message);
}

const fileName = (name) => name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
