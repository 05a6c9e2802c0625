// ./lab bench: everything in one run, interleaved, as ratios. Its options are in `./lab help`.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ROOT, addressOfFiles, launchChromium, modelOf, openLab, resultOf, serve } from '../web/browser/support.mjs';
import { within } from '../web/browser/within.mjs';
import { WAYS, addEcho, openEcho } from './echo_site.mjs';

const NATIVE = ['kernels', 'dispatch', 'start-up', 'growth', 'recording'];
const WEB = ['wasm', 'messages', 'recording-web', 'process-memory'];
const PARTS = [...NATIVE, ...WEB];

const options = chosen();

function chosen() {
  const known = { quick: { type: 'boolean', default: false }, only: { type: 'string' }, json: { type: 'string' } };
  try {
    const { values } = parseArgs({ options: known });
    const only = values.only?.split(',') ?? PARTS;
    const unknown = only.find((part) => !PARTS.includes(part));
    if (unknown === undefined) return { ...values, only };
    throw new Error(`there is no part "${unknown}"`);
  } catch (error) {
    console.error(`bench: ${error.message}.\nIts options are --quick, --json FILE and --only PART[,PART...]. Parts are ${PARTS.join(', ')}.`);
    return process.exit(2);
  }
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sizes in bytes, how many round trips of each make a sample, and how many samples warm up or count. */
const MESSAGES = [
  { size: 64, rounds: 200, warmups: 12, turns: 40 },
  { size: 1024, rounds: 200, warmups: 12, turns: 40 },
  { size: 65_536, rounds: 200, warmups: 4, turns: 20 },
  { size: 1 << 20, rounds: 38, warmups: 1, turns: 17 },
  { size: 1 << 24, rounds: 4, warmups: 1, turns: 17 },
];

const rows = [];
const failures = [];

for (const part of PARTS.filter((each) => options.only.includes(each))) {
  console.error(`… ${part}`);
  try {
    rows.push(...await measure(part));
  } catch (error) {
    failures.push({ part, reason: error.message });
  }
}
print();
if (options.json) writeFileSync(options.json, `${JSON.stringify({ schema: 'speedup-lab/bench', version: 1, quick: options.quick, cores: os.cpus().length, cpu: os.cpus()[0]?.model, rows, failures }, null, 2)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function measure(part) {
  return NATIVE.includes(part) ? native(part) : askBench(['judge'], JSON.stringify(await web(part)));
}

async function web(part) {
  if (part === 'wasm') return wasmAgainstNative();
  if (part === 'messages') return messages();
  if (part === 'recording-web') return [...await eventCost(), ...await recordedRuns()];
  return processMemory();
}

function native(part) {
  return askBench([part, ...(options.quick ? ['--quick'] : [])]);
}

/** What the native program of the benchmarks answers. */
function askBench(words, input) {
  const program = path.join(ROOT, 'build/native/speedup-lab-bench');
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26, input });
  if (status !== 0) throw new Error(`speedup-lab-bench ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** A row like those of the native program, which judges it. `ours` and `others` are samples taken in turns. */
function row(part, what, unit, oursName, ours, others, target) {
  return { part, what, unit, ours_name: oursName, ours_samples: ours, others, target };
}

async function withPage(body, prepare) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lab-bench-'));
  cpSync(path.join(ROOT, 'dist'), root, { recursive: true });
  prepare?.(root);
  const server = await serve(root);
  const browser = await launchChromium();
  try {
    return await body(browser, server.url, addressOfFiles(root, server.url));
  } finally {
    await browser.close();
    server.stop();
    rmSync(root, { recursive: true });
  }
}

/** The same trials, alternately in the page and natively. */
function wasmAgainstNative() {
  const sizes = options.quick ? { count: 20_000_000, heavy: 5_000_000 } : { count: 200_000_000, heavy: 50_000_000 };
  return withPage(async (browser, url) => {
    const lab = await openLab(browser, url);
    const found = [];
    for (const [experiment, size] of Object.entries(sizes)) {
      const settings = { experiment, models: ['sequential'], tasks: 1, workers: 1, size, calibrate: false, repetitions: 3 };
      const samples = { web: [], native: [] };
      for (let round = 0; round < (options.quick ? 1 : 5); round++) {
        samples.web.push(...modelOf(await resultOf(lab, settings), 'sequential').samples_s);
        samples.native.push(...modelOf(nativeResult(settings), 'sequential').samples_s);
      }
      const ms = (seconds) => seconds.map((each) => each * 1000);
      found.push(row('wasm', `${experiment}, ${size.toLocaleString('en')} iterations`, 'ms', 'WebAssembly', ms(samples.web), { native: ms(samples.native) }, { ratio_at_least: 0.8 }));
    }
    return found;
  });
}

function nativeResult(settings) {
  const names = Object.entries(settings).filter(([, value]) => value !== false).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const text = execFileSync(path.join(ROOT, 'build/native/speedup-lab'), ['run', ...names, '--no-calibrate', '--json', '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(text);
}

/**
 * Whether the system puts both threads on one core or wakes another one decides more about a short round trip
 * than the way it is made (25 or 55 µs, each of them): on one core that is alike for all.
 */
async function messages() {
  const anywhere = await roundTrips(MESSAGES, '');
  return [...anywhere, ...await onOneCore(() => roundTrips(MESSAGES.filter(({ size }) => size < 65_536), ', on one core'))];
}

function roundTrips(messages, where) {
  return withPage(async (browser, _url, files) => {
    const page = await openEcho(browser, files);
    const found = [];
    for (const { size, rounds, warmups, turns } of messages) {
      const what = `round trip of ${size.toLocaleString('en')} bytes${where}`;
      const seconds = { ours: [], ...Object.fromEntries(WAYS.map((way) => [way, []])) };
      const names = Object.keys(seconds);
      for (let turn = 0; turn < (options.quick ? 2 : warmups + turns); turn++) {
        for (const at of names.keys()) {
          const way = names[(at + turn) % names.length];
          const samples = await within(page.evaluate(([name, bytes, times]) => (name === 'ours' ? window.ours(bytes, times) : window.rival(name, bytes, times)),
              [way, size, rounds]), `${what}, ${way}`, 120_000);
          if (!Array.isArray(samples)) throw new Error(`${what}, ${way}: ${samples}`);
          if (turn >= (options.quick ? 1 : warmups)) seconds[way].push(mean(samples) * 1e6);  // the clock's steps cancel in a mean
        }
      }
      const { ours, ...others } = seconds;
      found.push(row('messages', what, 'µs', 'processes', ours, others, { ratio_at_least: 0.95 }));
    }
    return found;
  }, addEcho);
}

/** Keeps this program, and with it what it starts meanwhile, on the first of its cores. */
async function onOneCore(body) {
  const cores = () => execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' }).trim().split(': ').at(-1);
  const keepOn = (list) => execFileSync('taskset', ['-acp', list, String(process.pid)]);
  const all = cores();
  keepOn(all.split(/[-,]/)[0]);
  try {
    return await body();
  } finally {
    keepOn(all);
  }
}

/** What recording an event takes in a worker of Chromium, once its code is compiled for good. */
function eventCost() {
  return withPage(async (browser, _url, files) => {
    const page = await openEcho(browser, files);
    const samples = [];
    const warmups = 4;
    for (let turn = 0; turn < warmups + (options.quick ? 3 : 20); turn++) {
      const nanoseconds = await within(page.evaluate(() => window.event(100_000)), 'the cost of an event');
      if (!(nanoseconds > 0)) throw new Error(`events could not be recorded: ${nanoseconds}`);
      if (turn >= warmups) samples.push(nanoseconds);
    }
    return [row('recording-web', 'an event', 'ns', 'recorder', samples, {}, { at_most: 120 })];
  }, addEcho);
}

/** The same runs in Chromium with and without recording, in turns. */
function recordedRuns() {
  return withPage(async (browser, url) => {
    const lab = await openLab(browser, url);
    const found = [];
    for (const model of ['threads-gil', 'processes']) {
      const settings = { experiment: 'count', models: [model], size: options.quick ? 10_000_000 : 100_000_000, calibrate: false, repetitions: options.quick ? 1 : 4, warmups: 3 };
      const samples = { with: [], without: [] };
      for (let round = 0; round < (options.quick ? 1 : 6); round++) {
        for (const record of round % 2 === 0 ? [true, false] : [false, true]) {
          samples[record ? 'with' : 'without'].push(...modelOf(await resultOf(lab, { ...settings, record }), model).samples_s);
        }
      }
      const ms = (seconds) => seconds.map((each) => each * 1000);
      found.push(row('recording-web', `${model}, with every event`, 'ms', 'recorded', ms(samples.with), { without: ms(samples.without) }, { ratio_at_least: 0.99 }));
    }
    return found;
  });
}

/** What a process costs in the browser until it works: the growth of all its memory while sixteen wait. */
function processMemory() {
  return withPage(async (browser, url) => {
    const lab = await openLab(browser, url);
    const settings = (workers) => ({ experiment: 'downloads', latency_only: true, latency: 3000, tasks: 1, workers, models: ['processes'], repetitions: 1, warmups: 0 });
    const most = async (workers) => {
      let over = false;
      const running = resultOf(lab, settings(workers)).finally(() => { over = true; });
      let bytes = 0;
      while (!over) {
        bytes = Math.max(bytes, browserMemory());
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await running;
      return bytes;
    };
    await most(1);
    const samples = [];
    for (let turn = 0; turn < (options.quick ? 1 : 3); turn++) samples.push((await most(17) - await most(1)) / 16 / 1024 / 1024);
    return [row('process-memory', 'a waiting process in Chromium', 'MiB', 'processes', samples, {}, { at_most: 4 })];
  });
}

/** PSS of Chromium's processes together, in bytes. */
function browserMemory() {
  let kibibytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      kibibytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kibibytes * 1024;
}

function print() {
  const figure = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
  const interval = ({ ratio, low, high }) => `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  let part = '';
  for (const each of rows) {
    if (each.part !== part) console.log(`\n${part = each.part}`);
    const others = each.others.map(({ name, median: value }) => `${name} ${figure(value)}`).join(', ');
    const ratio = each.best ? `best / ours ${interval(each.best)}` : '';
    const target = each.target ? (each.target.at_most ? `target ≤ ${each.target.at_most} ${each.unit}` : `target ≥ ${each.target.ratio_at_least}`) : '';
    const verdict = each.verdict === 'not met' ? 'NOT MET' : each.verdict;
    console.log(`  ${each.what.padEnd(52)} ${each.ours_name} ${figure(each.ours)} ${each.unit}${others ? `; ${others}` : ''}  ${[ratio, target, verdict].filter(Boolean).join('  ')}`);
  }
  for (const { part: failed, reason } of failures) console.log(`\n${failed}: could not be measured: ${reason}`);
}
