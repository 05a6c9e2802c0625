import assert from 'node:assert/strict';
import test from 'node:test';

import { startSingle } from '../../../web/engine_single.js';
import { poolSize, startThreads } from '../../../web/engine_threads.js';
import { FakeWorker } from './fakes.mjs';

function begin(start, extra) {
  const ending = new AbortController();
  const faults = [];
  const started = start({ signal: ending.signal, onFault: (reason) => faults.push(reason), ...extra });
  return { ending, faults, started };
}

/** A runtime like the real one: the options that it is given become the module. It is up when the test says so. */
function fakeRuntime() {
  const runtime = { terminated: 0, options: null };
  const up = new Promise((resolve) => (runtime.comeUp = () => resolve(runtime.options)));
  runtime.load = async () => ({ default: (options) => {
    runtime.options = Object.assign(options, { PThread: { terminateAllThreads: () => runtime.terminated++ } });
    return up;
  } });
  return runtime;
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('single: resolves with the port and ends its worker', async (t) => {
  t.mock.method(console, 'error', () => {});
  const worker = new FakeWorker();
  const { started, ending, faults } = begin(startSingle, { createWorker: () => worker });
  worker.say({ type: 'engine-port', port: 'the port' });
  assert.equal((await started).port, 'the port');
  worker.error('wasm trap');
  assert.deepEqual(faults, ['its worker failed']);
  ending.abort();
  assert.equal(worker.terminated, true);
});

test('single: a script that cannot be loaded is named', async () => {
  const worker = new FakeWorker();
  const { started, faults } = begin(startSingle, { createWorker: () => worker });
  worker.error(undefined);
  await assert.rejects(started, /engine_worker\.js could not be loaded/);
  assert.deepEqual(faults, []);
});

test('single: what the worker reports before it is up rejects', async () => {
  const worker = new FakeWorker();
  const { started } = begin(startSingle, { createWorker: () => worker });
  worker.say({ type: 'failed', reason: 'it aborted' });
  await assert.rejects(started, /it aborted/);
});

test('threads: resolves with the port, fills the pool, ends all threads', async () => {
  const runtime = fakeRuntime();
  const { started, ending } = begin(startThreads, { cores: 2, load: runtime.load });
  await settled();
  assert.equal(runtime.options.poolSize, poolSize(2));
  runtime.options.onEnginePort('the port');
  assert.equal((await started).port, 'the port');
  ending.abort();
  assert.equal(runtime.terminated, 1);
});

test('threads: a thread that throws and an abort are faults, until the end', async (t) => {
  t.mock.method(console, 'error', () => {});
  const runtime = fakeRuntime();
  const { started, ending, faults } = begin(startThreads, { cores: 2, load: runtime.load });
  await settled();
  runtime.options.onEnginePort('the port');
  await started;
  runtime.options.printErr('a warning');
  runtime.options.printErr('worker sent an error! x.mjs:1: unreachable');
  runtime.options.onAbort('OOM');
  ending.abort();
  runtime.options.onAbort('late');
  assert.deepEqual(faults, ['one of its threads failed', 'it aborted']);
});

test('threads: code that fails at its start rejects in our words', async (t) => {
  t.mock.method(console, 'error', () => {});
  const broken = begin(startThreads, { cores: 2, load: async () => ({ default: () => Promise.reject(new Error('no memory')) }) });
  await assert.rejects(broken.started, /^Error: it could not be loaded$/);
});

test('threads: ended while its code loads, it does not begin', async () => {
  const runtime = fakeRuntime();
  const { ending, started } = begin(startThreads, { cores: 2, load: runtime.load });
  ending.abort();
  await assert.rejects(started, /ended/);
  assert.equal(runtime.options, null);
});

test('threads: ended before it is up, its workers go at once, and those that come up later, too', async () => {
  const runtime = fakeRuntime();
  const { ending } = begin(startThreads, { cores: 2, load: runtime.load });
  await settled();
  ending.abort();
  assert.equal(runtime.terminated, 1);
  runtime.comeUp();
  await settled();
  assert.equal(runtime.terminated, 2);
});

test('the pool holds the home, the starter and what the presets run at once, on more cores more', () => {
  const atOnce = (workers) => 2 + 1 + 2 * workers;
  assert.deepEqual([1, 2, 6, 64].map(poolSize), [5, 5, 6, 8].map(atOnce));
});
