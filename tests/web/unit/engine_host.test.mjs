import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { EngineHost } from '../../../web/engine_host.js';
import { FakeEngine, FakeProcesses, until } from './fakes.mjs';

const LIMITS = { start: 200, ping: 5, patience: 3, cancel: 40, starts: 3 };
const RUN = { type: 'run', experiment: {} };

const finish = (request, engine) => engine.notice({ type: 'finished', run: request.run, result: { ok: true } });
const silence = () => {};

const hosts = [];
afterEach(() => hosts.splice(0).forEach((host) => host.end()));

/** A host on engines made by `make(n)`, n counting starts; null: that start fails. */
function hostOf(make, builds = 1, options = {}) {
  const seen = { notices: [], downs: [], engines: [], builds: [], processes: new FakeProcesses() };
  const host = new EngineHost({
    onDown: (what, next) => seen.downs.push(`${what} ${next}`),
    limits: LIMITS,
    ...options,
  });
  host.listen((notice, text) => {
    assert.deepEqual(JSON.parse(text), notice);
    seen.notices.push(notice);
  });
  const starts = Array.from({ length: builds }, (_, build) => async (options) => {
    seen.builds.push(build);
    const engine = make(seen.builds.length, build);
    if (!engine) throw new Error('it could not be loaded');
    seen.engines.push(engine);
    return engine.start(options);
  });
  hosts.push(host);
  const notice = (type) => until(() => seen.notices.find((one) => one.type === type), `a ${type} notice`);
  return { host, seen, notice, begin: () => host.start({ builds: starts, processes: seen.processes, page: { cores: 2 } }) };
}

test('opens the engine with what it is told about the page, and passes its notices on', async () => {
  const { begin, seen, notice } = hostOf(() => new FakeEngine());
  begin();
  await notice('ready');
  assert.deepEqual(seen.engines[0].received, [{ type: 'open', page: { cores: 2 } }]);
});

test('keeps requests for an engine that is not ready', async () => {
  const { host, begin, notice } = hostOf(() => new FakeEngine({ run: finish }));
  host.ask(RUN);
  begin();
  assert.equal((await notice('finished')).run, 1);
});

test('a failure whose number the engine could not read is that of the run it was asked for last', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: (_, engine) => engine.notice({ type: 'failed', run: 0, error: { code: 'protocol', message: 'What?' } }) }));
  host.ask(RUN);
  begin();
  assert.equal((await notice('failed')).run, 1);
  host.cancel();
  await new Promise((resolve) => setTimeout(resolve, 2 * LIMITS.cancel));
  assert.deepEqual(seen.downs, [], 'nothing is left that a cancel could wait for');
  assert.equal(seen.engines.length, 1);
});

test('a cancel before the engine is ready cancels what waits', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: finish }));
  host.ask(RUN);
  host.cancel();
  begin();
  await notice('ready');
  assert.deepEqual(seen.notices[0], { type: 'cancelled', run: 1 });
  assert.equal(seen.engines[0].received.length, 1);
});

test('a cancelled run leaves the next one all its time', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: silence }));
  begin();
  await notice('ready');
  host.ask(RUN);
  host.cancel();
  host.ask(RUN);
  seen.engines[0].notice({ type: 'cancelled', run: 1 });
  await notice('cancelled');
  await new Promise((resolve) => setTimeout(resolve, 2 * LIMITS.cancel));
  seen.engines[0].notice({ type: 'finished', run: 2, result: {} });
  await notice('finished');
  assert.equal(seen.engines.length, 1);
});

test('cancelling over and over does not put off the end', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: silence }));
  begin();
  await notice('ready');
  host.ask(RUN);
  const asking = setInterval(() => host.cancel(), LIMITS.cancel / 4);
  try {
    await notice('failed');
  } finally {
    clearInterval(asking);
  }
  assert.ok(seen.engines[0].ended);
});

test('every run has a number of its own, whoever asks', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: finish, sweep: finish }));
  const early = host.ask(RUN);
  begin();
  await notice('ready');
  const late = [host.ask(RUN), host.ask({ type: 'sweep', experiment: { workers: 3 } })];
  await until(() => seen.notices.filter(({ type }) => type === 'finished').length === 3, 'the end of all three');
  assert.equal(new Set([early, ...late]).size, 3);
  const asked = seen.engines[0].received.filter(({ type }) => type === 'request').map(({ text }) => JSON.parse(text));
  assert.deepEqual(asked, [{ ...RUN, run: early }, { ...RUN, run: late[0] }, { type: 'sweep', run: late[1], experiment: { workers: 3 } }]);
});

test('every listener hears every notice, until it has enough', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: finish }));
  const heard = [];
  const stop = host.listen(({ type, run }) => heard.push([type, run]));
  begin();
  await notice('ready');
  const run = host.ask(RUN);
  await notice('finished');
  assert.deepEqual(heard, [['ready', undefined], ['finished', run]]);
  stop();
  host.ask(RUN);
  await until(() => seen.notices.filter(({ type }) => type === 'finished').length === 2, 'the second run');
  assert.equal(heard.length, 2);
});

test('a listener that comes late is told who is there, as everybody was', async () => {
  const { host, begin, notice } = hostOf(() => new FakeEngine(), 1, { amend: (ready) => ({ ...ready, models: ['amended'] }) });
  const early = [];
  const late = [];
  host.listen((said) => early.push(said));
  begin();
  await notice('ready');
  host.listen((said) => late.push(said));
  assert.deepEqual(late, [{ type: 'ready', models: ['amended'] }]);
  assert.deepEqual(early, late);
});

test('a listener that comes late hears of the page without an engine, too', () => {
  const { host, seen } = hostOf(() => null);
  host.refuse('There is no WebAssembly.', 'Use another browser.');
  host.introduce({ type: 'ready', models: [] });
  const late = [];
  host.listen((said) => late.push(said));
  assert.deepEqual([late, seen.notices], [[{ type: 'ready', models: [] }], [{ type: 'ready', models: [] }]]);
});

test('a listener that fails, or leaves another out, does no harm', async (t) => {
  const { host, begin, notice } = hostOf(() => new FakeEngine());
  const complain = t.mock.method(console, 'error', () => {});
  const heard = [];
  host.listen(() => { throw new Error('it is broken'); });
  host.listen(() => stop());
  const stop = host.listen(() => heard.push('one that has left'));
  host.listen(() => heard.push('the last'));
  begin();
  await notice('ready');
  assert.deepEqual(heard, ['the last']);
  assert.equal(complain.mock.callCount(), 1);
});

test('refused for good: what waits and what comes fails as unavailable, once its number is known', async () => {
  const { host, seen } = hostOf(() => new FakeEngine());
  const runs = [host.ask(RUN)];
  host.refuse('There is no WebAssembly.', 'Use another browser.');
  runs.push(host.ask(RUN));
  assert.equal(seen.notices.length, 1);
  await until(() => seen.notices.length === 2, 'word of the second run');
  host.cancel();
  const error = { code: 'unavailable', message: 'There is no WebAssembly.', next: 'Use another browser.', field: '' };
  assert.deepEqual(seen.notices, runs.map((run) => ({ type: 'failed', run, error, model: '', measured: [] })));
  assert.deepEqual(seen.engines, []);
});

for (const [begun, words] of [[true, /in the middle of the run/], [false, /before the run began/]]) {
  test(`an engine that dies ${begun ? 'during' : 'before'} a run is reported so`, async () => {
    const { host, begin, notice } = hostOf(() => new FakeEngine({ run: (request, engine) => {
      if (begun) engine.notice({ type: 'started', run: request.run });
      setTimeout(() => engine.fault('it aborted'), 5);
    } }));
    begin();
    await notice('ready');
    host.ask(RUN);
    assert.match((await notice('failed')).error.message, words);
  });
}

test('a wedged engine is ended, its run reported, and the next run works', async () => {
  const wedge = (request, engine) => {
    engine.notice({ type: 'trial-done', run: 1, model: 'sequential', so_far: { model: 'sequential', median_s: 1 } });
    engine.notice({ type: 'trial-started', run: 1, model: 'processes' });
    engine.on.ping = silence;
  };
  const { host, begin, seen, notice } = hostOf((n) => new FakeEngine({ run: n === 1 ? wedge : finish }));
  begin();
  await notice('ready');
  host.ask(RUN);
  const failed = await notice('failed');
  assert.equal(failed.run, 1);
  assert.equal(failed.error.code, 'worker-failed');
  assert.match(failed.error.message, /does not respond/);
  assert.match(failed.error.next, /Run again/);
  assert.equal(failed.model, 'processes');
  assert.deepEqual(failed.measured, [{ model: 'sequential', median_s: 1 }]);
  assert.equal(seen.engines[0].ended, true);
  assert.equal(seen.processes.endedAll, 1);
  host.ask(RUN);
  await notice('finished');
  assert.equal(seen.engines.length, 2);
});

test('an engine that answers pings may take its time', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: silence }));
  begin();
  await notice('ready');
  host.ask(RUN);
  const { received } = seen.engines[0];
  await until(() => received.length > 10, 'ten answered pings');
  assert.deepEqual(new Set(received.slice(2).map(({ type }) => type)), new Set(['ping']), 'which ask for nothing that has to be described');
  seen.engines[0].notice({ type: 'finished', run: 1, result: {} });
  await notice('finished');
  assert.equal(seen.engines.length, 1);
  assert.deepEqual(seen.notices.map(({ type }) => type), ['ready', 'finished']);
});

test('no pings while nothing runs', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: finish }));
  begin();
  await notice('ready');
  host.ask(RUN);
  await notice('finished');
  const count = seen.engines[0].received.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(seen.engines[0].received.length, count);
});

test('an engine that reports a fault is replaced; late words of the old one are not heard', async () => {
  const { host, begin, seen, notice } = hostOf((n) => new FakeEngine({ run: n === 1 ? silence : finish }));
  begin();
  await notice('ready');
  host.ask(RUN);
  seen.engines[0].fault('one of its threads failed');
  seen.engines[0].fault('another one, too');
  assert.match((await notice('failed')).error.message, /one of its threads failed/);
  host.ask(RUN);
  await notice('finished');
  assert.equal(seen.engines.length, 2);
});

test('a run that is not ended by a cancel is ended by force', async () => {
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: silence }));
  begin();
  await notice('ready');
  host.ask(RUN);
  host.cancel();
  assert.match((await notice('failed')).error.message, /did not cancel/);
  await until(() => seen.engines.length === 2, 'a second engine');
});

test('a start that fails or takes too long is tried again, runs are kept', async () => {
  const { host, begin, seen, notice } = hostOf((n) =>
    n > 1 && new FakeEngine(n === 2 ? { open: silence } : { run: finish }));
  begin();
  host.ask(RUN);
  await notice('finished');
  assert.equal(seen.engines.length, 2);
  assert.equal(seen.engines[0].ended, true);
});

test('a build that does not start is given up for the next one', async () => {
  const { host, begin, seen, notice } = hostOf((_, build) => (build === 0 ? null : new FakeEngine()), 2);
  begin();
  await notice('ready');
  assert.deepEqual(seen.builds, [0, 0, 0, 1]);
  seen.engines[0].fault('another fault');
  await until(() => seen.engines.length === 2, 'a second engine');
  assert.equal(host.givenUp, 'it could not be loaded');
});

test('gives up after so many starts, fails what waits, and tries again when asked', async () => {
  const { host, begin, seen, notice } = hostOf((n) => (n <= 3 ? null : new FakeEngine({ run: finish })));
  host.ask(RUN);
  begin();
  await until(() => seen.downs.length, 'giving up');
  const { error } = await notice('failed');
  assert.deepEqual([error.code, error.message], ['unavailable', 'The engine could not be started: it could not be loaded.']);
  assert.deepEqual(seen.downs, [`${error.message} ${error.next}`]);
  assert.equal(seen.builds.length, 3);
  host.ask(RUN);
  await notice('finished');
});

test('an engine that dies whenever it runs is replaced each time', async () => {
  const die = (_request, engine) => engine.fault('it aborted');
  const { host, begin, seen, notice } = hostOf(() => new FakeEngine({ run: die }));
  begin();
  await notice('ready');
  for (let i = 1; i <= 6; i++) {
    host.ask(RUN);
    await until(() => seen.notices.filter((one) => one.type === 'failed').length === i, `failure ${i}`);
  }
  assert.equal(seen.downs.length, 0);
});

test('nonsense from the engine is a fault', async () => {
  const { begin, seen, notice } = hostOf(() => new FakeEngine());
  begin();
  await notice('ready');
  seen.engines[0].port.postMessage({ type: 'notice', text: '{' });
  await until(() => seen.engines.length === 2, 'a second engine');
  seen.engines[1].port.postMessage({ type: 'song' });
  await until(() => seen.engines.length === 3, 'a third engine');
});

test('processes are passed on, both ways', async () => {
  const { begin, seen, notice } = hostOf(() => new FakeEngine());
  begin();
  await notice('ready');
  const [engine] = seen.engines;
  engine.port.postMessage({ type: 'process', id: 3, name: 'process-1' });
  engine.port.postMessage({ type: 'end-process', id: 4 });
  await until(() => seen.processes.ended.length, 'the end of process 4');
  assert.equal(seen.processes.started[0].name, 'process-1');
  seen.processes.started[0].onFailed(3, 'its worker died');
  await until(() => engine.received.length === 2, 'word of the failure');
  assert.deepEqual(engine.received[1], { type: 'process-failed', id: 3, reason: 'its worker died' });
});
