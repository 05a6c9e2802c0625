// What the models record in Chromium: one clock for all lanes, one holder of the GIL, messages in their order.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { inOneAttempt, modelOf, resultOf, setUp } from './support.mjs';

let site;
let lab;

before(async () => {
  site = await setUp();
  lab = await site.open();
});
after(() => site?.tearDown());

const numbers = (column) => (column === '' ? [] : column.split(' ').map(Number));

/** The events of a lane, from its columns. @returns {{kind: string, at: number, value: number, peer: number}[]} */
function eventsOf({ kinds, gaps_ns: gaps, values, peers }) {
  const [gap, value, peer] = [numbers(gaps), numbers(values), numbers(peers)];
  let at = 0;
  return [...kinds].map((kind, index) => {
    at += gap[index];
    return { kind, at, value: 'svBD'.includes(kind) ? value.shift() : 0, peer: 'svA'.includes(kind) ? peer.shift() : -1 };
  });
}

/** Its states with their ends. */
function spansOf(lane, length) {
  const states = eventsOf(lane).filter(({ kind }) => 'wrgblsve'.includes(kind));
  return states.map((state, index) => ({ ...state, end: states[index + 1]?.at ?? length }));
}

/** How far two stamps may be off: Chromium rounds each up or down to a step of the clock; and what rounding to nanoseconds does. */
const stepsOf = (result) => 2 * result.environment.timer_step_s * 1e9 + 1000;

test('under the GIL one lane holds the lock at any instant, and every change is a hand-off', { timeout: 60_000 }, async (t) => {
  const result = await resultOf(lab, { experiment: 'count', models: ['threads-gil'], switch_interval: 1, repetitions: 3, warmups: 1 });
  const { trace, gil } = modelOf(result, 'threads-gil');
  assert.ok(trace.gil);
  const holds = trace.lanes.flatMap((lane, index) => spansOf(lane, trace.length_ns).filter(({ kind }) => kind === 'r').map((span) => ({ ...span, index })))
    .sort((a, b) => a.at - b.at);
  assert.ok(holds.length > 10, `only ${holds.length} holds`);
  for (let at = 1; at < holds.length; at++) assert.ok(holds[at - 1].end <= holds[at].at, `two hold the lock at ${holds[at].at} ns`);
  const changes = 1 + holds.filter(({ index }, at) => at > 0 && index !== holds[at - 1].index).length;
  assert.ok(Math.abs(changes - gil.handoffs) <= gil.handoffs, `${changes} changes of the holder, ${gil.handoffs} hand-offs in a usual repetition`);
  t.diagnostic(`${holds.length} holds; stamps of different workers contradicted cause and effect by ${trace.disorder_ns} ns at most`);
  assert.ok(trace.disorder_ns <= stepsOf(result), `stamps are off by ${trace.disorder_ns} ns, the clock's step is ${result.environment.timer_step_s} s`);
});

test('every message is sent before it is received', { timeout: 60_000 }, async (t) => {
  const result = await resultOf(lab, { experiment: 'count', models: ['processes'], tasks: 200, size: 20_000, calibrate: false, chunk: 1, repetitions: 2, warmups: 1 });
  const { trace } = modelOf(result, 'processes');
  const engine = trace.lanes.findIndex(({ worker }) => !worker);
  const stamps = (lane, kind, peer) => eventsOf(trace.lanes[lane]).filter((event) => event.kind === kind && event.peer === peer);
  let messages = 0;
  for (let process = 0; process < engine; process++) {
    for (const [from, to] of [[engine, process], [process, engine]]) {
      const [sent, received] = [stamps(from, 's', to), stamps(to, 'v', from)];
      assert.equal(sent.length, received.length);
      sent.forEach(({ at, value }, number) => {
        assert.ok(value > 0, 'a message has bytes');
        assert.ok(at <= received[number].at + stepsOf(result), `message ${number} was received ${at - received[number].at} ns before it was sent`);
      });
      messages += sent.length;
    }
  }
  assert.equal(messages, 400);
  t.diagnostic(`${messages} messages; contradicting each other by ${trace.disorder_ns} ns at most`);
  // Of a message there and one back, each with two stamps.
  assert.ok(trace.disorder_ns <= 2 * stepsOf(result), `stamps are off by ${trace.disorder_ns} ns, the clock's step is ${result.environment.timer_step_s} s`);
});

test('waits are blocked, tasks are told, and lanes begin when the trial was asked for', { timeout: 60_000 }, async () => {
  const result = await resultOf(lab, { experiment: 'downloads', latency_only: true, latency: 100, repetitions: 2, warmups: 1 });
  for (const { model, trace } of result.models) {
    const workers = trace.lanes.filter(({ worker }) => worker);
    for (const lane of workers) {
      assert.equal(eventsOf(lane)[0].at, 0);
      assert.equal(lane.lost, 0);
      assert.ok(lane.startup_ns > 0, `${model}: ${lane.name} took no time to start`);
    }
    const blocked = workers.flatMap((lane) => spansOf(lane, trace.length_ns)).filter(({ kind }) => kind === 'b');
    assert.equal(blocked.length, 5, `${model}: five waits`);
    for (const span of blocked) assert.ok(span.end - span.at >= 95e6, `${model}: a wait of ${span.end - span.at} ns`);
    const begun = workers.flatMap(eventsOf).filter(({ kind }) => kind === 'B').map(({ value }) => value).sort();
    assert.deepEqual(begun, [0, 1, 2, 3, 4]);
  }
});

test('lanes are told while a long trial is under way, and never by one that records nothing', { timeout: 60_000 }, async () => {
  const grown = (record) => lab.page.evaluate(async (settings) => {
    const notices = [];
    const stop = window.speedupLab.listen((notice) => {
      if (notice.type === 'trace-grown') notices.push({ begins: notice.begins, events: notice.growth.lanes.map(({ kinds }) => kinds.length) });
    });
    const result = await window.speedupLab.run(settings);
    stop();
    return { notices, traced: result.models.map(({ trace }) => trace !== undefined) };
  }, { experiment: 'count', models: ['threads-gil'], size: 400_000_000, repetitions: 1, warmups: 0, record });
  const { notices, traced } = await grown(true);
  assert.ok(notices.length > 3, `${notices.length} notices of a trial of a second`);
  assert.equal(notices.filter(({ begins }) => begins).length, 2, 'one beginning for each trial');
  assert.deepEqual(traced, [true, true]);
  const silent = await grown(false);
  assert.deepEqual(silent.notices, []);
  assert.deepEqual(silent.traced, [false, false]);
});

/** Medians of answers in milliseconds, by model. */
async function delays(settings) {
  const result = await resultOf(lab, { experiment: 'convoy', repetitions: 2, warmups: 1, ...settings });
  return Object.fromEntries(result.models.map(({ model, response }) => [model, response.median_s * 1000]));
}

// Native medians are 5.05 to 5.6, 0.6 to 0.95 and 50.1 to 51 ms; here they lie within a fifth of that.
for (const [interval, low, high] of [[5, 5.05, 5.6], [0.5, 0.6, 0.95], [50, 50.1, 51]]) {
  test(`beside one busy thread an answer waits for a switch interval of ${interval} ms`, { timeout: 120_000 }, async (t) => {
    const seen = await inOneAttempt(`${low} to ${high} ms late`, async () => {
      const late = (await delays({ switch_interval: interval, answers: interval > 5 ? 12 : 40, models: ['threads-gil'] }))['threads-gil'];
      return { holds: late >= 0.8 * low && late <= 1.2 * high, seen: late.toFixed(2) };
    });
    t.diagnostic(`${seen} ms`);
  });
}

test('without the lock, and in a process of its own, nobody waits for a busy thread', { timeout: 120_000 }, async (t) => {
  const seen = await inOneAttempt('less than 2.5 ms late', async () => {
    const late = await delays({});
    return { holds: ['sequential', 'threads-free', 'processes'].every((model) => late[model] < 2.5), seen: JSON.stringify(late) };
  });
  t.diagnostic(seen.join(' '));
});
