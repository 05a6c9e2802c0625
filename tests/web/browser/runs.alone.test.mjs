// The experiments as the page runs them, by its script interface, in Chromium with threads.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { addPlainWorkers, plainSpeedup } from './plain_workers.mjs';
import { bestOf, inOneAttempt, modelOf, QUICK, resultOf, setUp } from './support.mjs';

const MODELS = ['sequential', 'threads-gil', 'threads-free', 'processes'];

let site;
let lab;

before(async () => {
  site = await setUp();
  addPlainWorkers(site.root);
  lab = await site.open();
});

after(() => site?.tearDown());

for (const [name, settings] of Object.entries(QUICK)) {
  test(`${name}: every model computes the same, and memory is shared as it should be`, async () => {
    const result = await resultOf(lab, settings);
    assert.equal(result.schema, 'speedup-lab/result');
    assert.equal(result.version, 1);
    assert.equal(result.environment.build, 'threads');
    assert.deepEqual(result.models.map(({ model }) => model), MODELS);
    assert.deepEqual(result.unavailable, []);
    assert.equal(new Set(result.models.map(({ checksum }) => checksum)).size, 1, 'checksums differ');
    assert.equal(new Set(result.models.map(({ value }) => value)).size, 1, 'values differ');
    assert.match(result.models[0].checksum, /^[0-9a-f]{16}$/);
    assert.deepEqual(result.models.map(({ shared_memory: shared }) => shared), [true, true, true, false]);
    for (const { samples_s: samples } of result.models) assert.equal(samples.length, result.calibration.rounds);
    const expected = EXPECTED[name](result);
    const { value } = result.models[0];
    assert.ok(Math.abs(value - expected) <= Math.abs(expected) * 1e-9, `value ${value}, not ${expected}`);
  });
}

/** What the tasks of an experiment give together. */
const EXPECTED = {
  count: () => 2 * QUICK.count.size,
  downloads: () => 5 * 302,
  heavy: () => heavySum(QUICK.heavy.size),
  mixed: ({ calibration }) => QUICK.mixed.tasks * calibration.task_size,
  convoy: () => QUICK.convoy.answers,
};

/** The tutorial's sum over four tasks, in another language. */
function heavySum(size) {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.sqrt(i) * Math.sin(i);
  return 4 * sum;
}

test('a sweep gives a curve for each model, with its fits', { timeout: 60_000 }, async () => {
  const sweep = await lab.page.evaluate((experiment) => window.speedupLab.sweep(experiment), { ...QUICK.count, workers: 2 });
  assert.equal(sweep.schema, 'speedup-lab/sweep');
  assert.deepEqual(sweep.scaling.map(({ model }) => model), MODELS.slice(1));
  for (const { points, amdahl, usl } of sweep.scaling) {
    assert.deepEqual(points.map(({ workers }) => workers), [1, 2]);
    assert.ok(amdahl.serial_fraction >= 0 && amdahl.serial_fraction <= 1);
    assert.ok(amdahl.text.length > 0 && usl.text.length > 0);
  }
});

test('a result tells what the machine gave, and what its figures mean', { timeout: 60_000 }, async () => {
  const { calibration, verdict, models } = await resultOf(lab, { experiment: 'count', size: 30_000_000, repetitions: 6 });
  assert.ok(calibration.effective_cores > 0.3 && calibration.effective_cores < 100, JSON.stringify(calibration));
  assert.ok(calibration.task_s > 0.01, 'a task is long enough to be timed');
  assert.ok(verdict.text.length > 0);
  for (const { model, speedup, verdict: own, why } of models) {
    assert.equal(speedup.confidence, 0.95);
    assert.ok(speedup.low <= speedup.ratio && speedup.ratio <= speedup.high);
    assert.ok(own.code.length > 0);
    assert.ok(why.length > 0 && why.every(({ text }) => text.length > 0), `${model}: ${JSON.stringify(why)}`);
  }
  assert.ok(models.find(({ model }) => model === 'threads-gil').why.some(({ code }) => code === 'gil'));
});

test('the result is the last one, and JSON', async () => {
  const result = await resultOf(lab, JSON.stringify(QUICK.count));
  const last = await lab.page.evaluate(() => JSON.stringify(window.speedupLab.result));
  assert.deepEqual(JSON.parse(last), result);
});

test('a task that is ten times as long takes about ten times as long', { timeout: 120_000 }, async () => {
  const medianOf = async (size) => {
    const result = await resultOf(lab, { experiment: 'count', models: ['sequential'], size, repetitions: 3, warmups: 1 });
    return bestOf(result, 'sequential');
  };
  await held('ten times the size', async () => {
    const ratio = await medianOf(200_000_000) / await medianOf(20_000_000);
    return { ratio, low: 6, high: 16 };
  });
});

test('models that were not asked for do not run', async () => {
  const { models } = await resultOf(lab, { ...QUICK.count, models: ['processes'] });
  assert.deepEqual(models.map(({ model }) => model), ['sequential', 'processes']);
});

test('more workers than the pool holds', async () => {
  const { models } = await resultOf(lab, { ...QUICK.count, workers: 12, tasks: 24 });
  assert.deepEqual(models.map(({ workers }) => workers), [1, 12, 12, 12]);
  assert.equal(models[0].value, 48_000_000);
});

/**
 * Holds a ratio within its bounds, in one attempt.
 * @param {string} what @param {() => Promise<{ratio: number, low: number, high: number}>} measure
 */
function held(what, measure) {
  return inOneAttempt(what, async () => {
    const { ratio, low, high } = await measure();
    return { holds: ratio >= low && ratio <= high, seen: `${ratio.toFixed(2)} of ${low.toFixed(2)} to ${high.toFixed(2)}` };
  });
}

const bestSpeedup = (result, name) => bestOf(result, 'sequential') / bestOf(result, name);

for (const experiment of ['count', 'heavy']) {
  const settings = { experiment, workers: 2, tasks: 2, repetitions: 3, warmups: 3 };

  test(`${experiment}: two threads under the GIL are no faster than one`, { timeout: 180_000 }, async () => {
    await held('threads-gil', async () => {
      const result = await resultOf(lab, { ...settings, models: ['threads-gil'] });
      return { ratio: bestSpeedup(result, 'threads-gil'), low: 0.7, high: 1.2 };
    });
  });

  test(`${experiment}: two free threads, and two processes, gain what two workers gain here`, { timeout: 180_000 }, async () => {
    for (const model of ['threads-free', 'processes']) {
      await held(model, async () => {
        const plain = await plainSpeedup(site.browser, site.url, 2);
        const result = await resultOf(lab, { ...settings, models: [model] });
        return { ratio: bestSpeedup(result, model), low: Math.min(1.4, 0.75 * plain), high: 2 * 1.15 };
      });
    }
  });
}

for (const model of MODELS.slice(1)) {
  test(`downloads: five workers of ${model} wait at the same time`, { timeout: 120_000 }, async () => {
    await held(model, async () => {
      const result = await resultOf(lab, { experiment: 'downloads', models: [model], repetitions: 3, warmups: 1 });
      assert.equal(modelOf(result, 'sequential').value, 1515);
      return { ratio: bestSpeedup(result, model), low: 3.5, high: 5.2 };
    });
  });
}

test('more downloads at once than a browser has connections: said in the notes', async () => {
  const { notes } = await resultOf(lab, { ...QUICK.downloads, workers: 8, tasks: 8, models: ['processes'] });
  assert.match(notes.join(), /at most 6 connections/);
});

test('the GIL changes hands about every switch interval', { timeout: 120_000 }, async () => {
  const handoffs = async (interval) => {
    const result = await resultOf(lab, { experiment: 'count', models: ['threads-gil'], switch_interval: interval, repetitions: 2 });
    return modelOf(result, 'threads-gil').gil.handoffs;
  };
  await inOneAttempt('ten times as many hand-offs', async () => {
    const [often, seldom] = [await handoffs(5), await handoffs(50)];
    return { holds: often > 3 * seldom, seen: `${often} hand-offs at 5 ms, ${seldom} at 50 ms` };
  });
});
