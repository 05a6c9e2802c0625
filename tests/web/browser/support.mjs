// What every browser test starts from: a copy of the built page, its server, a browser, a page.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

import { chromium } from 'playwright-core';

import { watch } from './evidence.mjs';
import { within } from './within.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const CHROMIUM = process.env.LAB_CHROMIUM ?? '/usr/bin/chromium';
const CHROMIUM_FLAGS = [
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The settings of a run that is over in a second or two. */
export const QUICK = {
  count: { experiment: 'count', size: 2_000_000, calibrate: false, repetitions: 2, warmups: 0 },
  downloads: { experiment: 'downloads', latency: 20, repetitions: 2, warmups: 0 },
  heavy: { experiment: 'heavy', size: 200_000, calibrate: false, repetitions: 2, warmups: 0 },
  mixed: { experiment: 'mixed', duration: 20, tasks: 2, workers: 2, repetitions: 2, warmups: 0 },
  convoy: { experiment: 'convoy', answers: 3, repetitions: 2, warmups: 0 },
};

/** The settings of a run that would take minutes, of tasks that take about half a second each. */
export const LONG = { experiment: 'count', size: 500_000_000, repetitions: 100, warmups: 0 };

/** A copy of dist/, in which a test may take files away or put some beside. */
export function copySite() {
  const dist = process.env.LAB_DIST ?? path.join(ROOT, 'dist');
  assert.ok(existsSync(path.join(dist, 'index.html')), 'dist/ is not built: ./lab build web');
  const root = mkdtempSync(path.join(os.tmpdir(), 'lab-site-'));
  cpSync(dist, root, { recursive: true });
  return root;
}

/** The folder that all files of the build lie in, but for index.html. */
export function filesOf(root) {
  const [, build] = /src="(build-\w+)\/web\/main\.js"/.exec(readFileSync(path.join(root, 'index.html'), 'utf8'));
  return path.join(root, build);
}

/** Their address. */
export const addressOfFiles = (root, url) => `${url}${path.basename(filesOf(root))}/`;

/**
 * The dev server on a free port.
 * @param {string} root @param {string[]} options more options of web/serve.mjs
 * @returns {Promise<{url: string, stop: () => void}>}
 */
export async function serve(root, ...options) {
  const script = path.join(ROOT, 'web/serve.mjs');
  const child = spawn(process.execPath, [script, '--root', root, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await within(new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  }), 'the server');
  return { url: /http:\S+/.exec(line)[0], stop: () => child.kill() };
}

export function launchChromium() {
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
}

/**
 * Server, site and browser of one test file.
 * @param {string[]} serverOptions
 */
export async function setUp(...serverOptions) {
  const root = copySite();
  const files = filesOf(root);
  const server = await serve(root, ...serverOptions);
  const browser = await launchChromium();
  return {
    root, files, server, browser, url: server.url,
    /** @param {object} [options] see `openLab` */
    open: (options) => openLab(browser, server.url, options),
    async tearDown() {
      await browser.close();
      server.stop();
      rmSync(root, { recursive: true });
    },
  };
}

/**
 * Opens the page in a fresh context, in which nothing moves by itself while a test presses it.
 * @param {import('playwright-core').Browser} browser @param {string} url
 * @param {{query?: string, ready?: boolean, before?: (page: object) => Promise<any>, context?: object}} [options]
 */
export async function openLab(browser, url, { query = '', ready = true, before, context = {} } = {}) {
  const page = watch(await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...context })).newPage());
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  await before?.(page);
  await page.goto(url + query, { timeout: 20_000 });
  await page.waitForFunction(() => window.speedupLab, null, { timeout: 20_000 });
  const lab = { page, complaints, close: () => page.context().close() };
  if (ready) lab.facts = await within(page.evaluate(() => window.speedupLab.ready), 'the laboratory to be ready', 30_000);
  return lab;
}

/**
 * Runs an experiment by the script interface.
 * @returns {Promise<{result?: object, error?: object, seconds: number}>}
 */
export function run({ page }, experiment, limit = 60_000) {
  const running = page.evaluate(async (settings) => {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    try {
      return { result: await window.speedupLab.run(settings), seconds: seconds() };
    } catch (error) {
      const { name, message, code, field, next, model, measured } = error;
      return { error: { name, message, code, field, next, model, measured }, seconds: seconds() };
    }
  }, experiment);
  return within(running, `a run of ${inspect(experiment)}`, limit);
}

/** The result of a run that must succeed. */
export async function resultOf(lab, experiment, limit) {
  const { result, error } = await run(lab, experiment, limit);
  assert.ok(result, `the run failed: ${JSON.stringify(error)}`);
  return result;
}

/** A quick run of every model succeeds, whatever happened before. */
export const works = async (lab) => assert.equal((await resultOf(lab, QUICK.count)).models.length, 4);

/** The error of a run that must fail, checked to be of use to people. */
export async function errorOf(lab, experiment, limit) {
  const { error, seconds } = await run(lab, experiment, limit);
  assert.ok(error, `${inspect(experiment)} did not fail`);
  assert.ok(error.message.length > 10, `no use: ${error.message}`);
  return { ...error, seconds };
}

/** The figures of one model in a result. */
export function modelOf(result, name) {
  const found = result.models.find(({ model }) => model === name);
  assert.ok(found, `no ${name} in ${JSON.stringify(result.models.map(({ model }) => model))}`);
  return found;
}

/** The shortest repetition of a model, in seconds: what it can do, whatever else the machine does. */
export const bestOf = (result, name) => Math.min(...modelOf(result, name).samples_s);

/**
 * Starts a run and waits until the engine has begun a trial of a model.
 * @param {string} [model] the first trial of any, if left out
 * @returns {Promise<{running: Promise<{result?: object, error?: object, seconds: number}>}>}
 */
export async function begin(lab, experiment, model) {
  const begun = lab.page.evaluate((name) => new Promise((resolve) => {
    const stop = window.speedupLab.listen((notice) => {
      if (notice.type !== 'trial-started' || (name && notice.model !== name)) return;
      stop();
      resolve();
    });
  }), model);
  const running = run(lab, experiment);
  const ended = await within(Promise.race([begun, running]), `a trial of ${model ?? 'any model'}`, 30_000);
  assert.ok(!ended, `the run ended before: ${JSON.stringify(ended)}`);
  return { running };
}

/**
 * Tries until an attempt holds, always with the same bounds: whoever else computes on this machine spoils some of them, and
 * keeps a core for a while.
 * @param {string} what @param {() => Promise<{holds: boolean, seen: string}>} attempt
 * @returns {Promise<string[]>} what was seen in each
 */
export async function inOneAttempt(what, attempt) {
  const seen = [];
  for (const start = performance.now(); seen.length < 3 || performance.now() - start < 20_000;) {
    const tried = await attempt();
    seen.push(tried.seen);
    if (tried.holds) return seen;
  }
  assert.fail(`${what}: in ${seen.length} attempts ${seen.join('; ')}`);
}

/** How long the thread that draws has run scripts on a core so far, in milliseconds: the same on a busy machine. */
export async function meterOfScripts({ page }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    used: async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1000,
    detach: () => session.detach(),
  };
}

/** Waits for so many frames. */
export const frames = ({ page }, count) => page.evaluate((wanted) => new Promise((resolve) => {
  const step = (left) => (left > 0 ? requestAnimationFrame(() => step(left - 1)) : resolve());
  step(wanted);
}), count);

/** Presses a control of the panel by its name, once it is drawn: with a finger on a touch screen. */
export async function click(page, name) {
  const find = (wanted) => window.speedupLab.panel.controls().find((shown) => shown.name === wanted);
  const control = await (await page.waitForFunction(find, name, { timeout: 5000 })).jsonValue();
  const middle = [control.x + control.width / 2, control.y + control.height / 2];
  const touch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  await (touch ? page.touchscreen.tap(...middle) : page.mouse.click(...middle));
}

/** Waits until the page has told people who cannot see the canvas something. */
export async function saidOn(page, what) {
  const holds = ({ source, flags }) => new RegExp(source, flags).test(document.getElementById('status').textContent);
  await page.waitForFunction(holds, { source: what.source, flags: what.flags }, { timeout: 10_000 });
}

export function screenshotFolder() {
  const folder = path.join(ROOT, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  return folder;
}
