// What this machine gives right now to workers that have nothing to do with the laboratory: the
// measure for its ratios on a machine that does other things meanwhile.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { within } from './within.mjs';


const WORKER = `
self.onmessage = ({ data }) => {
  const start = performance.timeOrigin + performance.now();
  let value = 0;
  for (let i = 1; i < data; i++) value += Math.sqrt(i) * (i & 3);
  self.postMessage({ start, end: performance.timeOrigin + performance.now(), value });
};`;

/** Puts the worker's script and an empty page beside the site's files. */
export function addPlainWorkers(root) {
  writeFileSync(path.join(root, 'plain_worker.js'), WORKER);
  writeFileSync(path.join(root, 'plain.html'), '<!doctype html><title>plain workers</title>');
}

/**
 * How much faster `count` plain workers are than one: the best of three.
 * @param {import('playwright-core').Browser} browser @param {string} url of the site @param {number} count
 */
export async function plainSpeedup(browser, url, count) {
  const page = await browser.newPage();
  try {
    await page.goto(`${url}plain.html`);
    return await within(page.evaluate(measure, count), 'the plain workers', 30_000);
  } finally {
    await page.close();
  }
}

/* Runs in the page. */
async function measure(count) {
  const size = 60_000_000;
  const workers = Array.from({ length: count }, () => new Worker('plain_worker.js'));
  const ask = (worker) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => reject(new Error('a plain worker failed'));
    worker.postMessage(size);
  });
  const makespan = async (some) => {
    const spans = await Promise.all(some.map(ask));
    return Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start));
  };
  await makespan(workers);  // warm-up
  const ratios = [];
  for (let i = 0; i < 3; i++) ratios.push((count * await makespan([workers[0]])) / await makespan(workers));
  return Math.max(...ratios);
}
