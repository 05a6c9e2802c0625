import assert from 'node:assert/strict';
import test from 'node:test';

import { ProcessHost } from '../../../web/process_host.js';
import { holdLife, watchLife } from '../../../web/worker_life.js';
import { FakeWorker, until } from './fakes.mjs';

/** Web Locks for one name at a time: a queue of holders. */
class FakeLocks {
  queues = new Map();

  request(name, options, callback = options) {
    const signal = options.signal;
    return new Promise((resolve, reject) => {
      const entry = { run: () => Promise.resolve(callback()).then(resolve) };
      signal?.addEventListener('abort', () => {
        this.queues.set(name, this.queues.get(name).filter((one) => one !== entry));
        reject(signal.reason);
      });
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, [...queue, entry]);
      if (queue.length === 0) entry.run();
    });
  }

  /** What the browser does when a holder dies. */
  die(name) {
    const [, next, ...rest] = this.queues.get(name);
    this.queues.set(name, next ? [next, ...rest] : []);
    next?.run();
  }
}

function hostOf(options = {}) {
  const workers = [];
  const failures = [];
  const loads = { count: 0 };
  const host = new ProcessHost({
    createWorker: (name) => {
      const worker = Object.assign(new FakeWorker(), { name });
      workers.push(worker);
      return worker;
    },
    loadModule: async () => `module ${++loads.count}`,
    locks: new FakeLocks(),
    ...options,
  });
  const start = (id) => host.start({ id, name: `process-${id}`, port: `port ${id}` }, (...failure) => failures.push(failure));
  return { host, workers, failures, loads, start };
}

test('a process gets module and port; the module is compiled once', async () => {
  const { workers, start, loads } = hostOf();
  await Promise.all([start(1), start(2)]);
  assert.equal(loads.count, 1);
  assert.deepEqual(workers.map(({ name }) => name), ['process-1', 'process-2']);
  assert.deepEqual(workers[1].posted, [{
    message: { type: 'start', module: 'module 1', port: 'port 2' }, transfer: ['port 2'],
  }]);
});

test('a module that cannot be fetched fails the process, not the next one', async () => {
  let first = true;
  const loadModule = async () => {
    if (!first) return 'module';
    first = false;
    throw new Error('wasm/worker.wasm could not be fetched (status 404)');
  };
  const { workers, failures, start } = hostOf({ loadModule });
  await start(1);
  assert.deepEqual(failures, [[1, 'wasm/worker.wasm could not be fetched (status 404)']]);
  await start(2);
  assert.equal(workers.length, 1);
});

test('a script that cannot be loaded, an error and a report are told once', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { workers, failures, start } = hostOf();
  await start(1);
  workers[0].error(undefined);
  workers[0].error('again');
  await start(2);
  workers[1].error('out of bounds');
  await start(3);
  workers[2].say({ type: 'failed', reason: 'it stopped' });
  assert.deepEqual(failures, [
    [1, 'its script web/process_worker.js could not be loaded'],
    [2, 'its worker failed'],
    [3, 'it stopped'],
  ]);
  assert.ok(workers.every((worker) => worker.terminated));
});

test('an ended process is terminated and says nothing more', async () => {
  const { host, workers, failures, start } = hostOf();
  await start(1);
  await start(2);
  host.end(1);
  host.end(1);
  host.endAll();
  workers.forEach((worker) => worker.error('late'));
  assert.ok(workers.every((worker) => worker.terminated));
  assert.deepEqual(failures, []);
});

test('a process that is ended while the module loads is never made', async () => {
  const { host, workers, start } = hostOf();
  const starting = start(1);
  host.end(1);
  await starting;
  assert.equal(workers.length, 0);
});

test('a worker that dies silently is noticed by its lock', async () => {
  const locks = new FakeLocks();
  const { host, workers, failures, start } = hostOf({ locks });
  for (const id of [1, 2]) {
    await start(id);
    workers[id - 1].say({ type: 'alive', lock: await holdLife(locks) });
  }
  host.end(2);
  [...locks.queues.keys()].forEach((name) => locks.die(name));
  await until(() => failures.length, 'word of the death');
  assert.deepEqual(failures, [[1, 'its worker died']]);
});

test('without locks a life is not watched, and nothing breaks', async () => {
  assert.equal(await holdLife(undefined), null);
  assert.equal(await holdLife({ request: () => Promise.reject(new Error('sandbox')) }), null);
  watchLife(null, new AbortController().signal, () => assert.fail('nobody died'));
});
