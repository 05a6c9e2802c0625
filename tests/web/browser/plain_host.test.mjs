// Hosts that give less: no isolation headers, or plain files only. The page must open, run what can be
// run, and say what cannot.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';

import { test } from './evidence.mjs';
import { click, modelOf, QUICK, resultOf, saidOn, screenshotFolder, setUp } from './support.mjs';

const THREAD_MODELS = ['threads-gil', 'threads-free'];

let site;
let lab;

before(async () => {
  site = await setUp('--no-isolation');
});
after(() => site?.tearDown());
afterEach(() => lab?.close());

test('without isolation the single build runs, and says why', async () => {
  lab = await site.open();
  const { facts } = lab;
  assert.equal(facts.build, 'single');
  assert.equal(facts.isolated, false);
  assert.match(facts.reasons.join(), /Cross-Origin-Opener-Policy/);
  const status = (name) => facts.models.find(({ model }) => model === name);
  for (const model of ['sequential', 'processes']) assert.equal(status(model).available, true);
  for (const model of THREAD_MODELS) {
    assert.equal(status(model).available, false);
    assert.ok(status(model).reason.length > 20, status(model).reason);
  }
  assert.deepEqual(lab.complaints, []);
});

for (const name of Object.keys(QUICK)) {
  test(`without isolation ${name} runs in sequence and in processes; threads are left out with the reason`, async () => {
    lab = await site.open();
    const result = await resultOf(lab, QUICK[name]);
    assert.deepEqual(result.models.map(({ model }) => model), ['sequential', 'processes']);
    assert.equal(result.models[0].checksum, result.models[1].checksum);
    assert.equal(modelOf(result, 'processes').shared_memory, false);
    assert.deepEqual(result.unavailable.map(({ model }) => model), THREAD_MODELS);
    assert.ok(result.unavailable.every(({ reason }) => reason.length > 20));
    assert.equal(result.environment.build, 'single');
  });
}

for (const experiment of Object.keys(QUICK)) {
  test(`what cannot run without isolation is shown as a recorded run: ${experiment}`, async () => {
    lab = await site.open({ query: `?experiment=${experiment}` });
    const recorded = JSON.parse(readFileSync(path.join(site.files, `recordings/${experiment}.json`), 'utf8'));
    await click(lab.page, 'recording');
    await saidOn(lab.page, new RegExp(`Recorded, not measured here: .* · \\d+ cores? · ${recorded.recorded_at.slice(0, 10)} `));
    assert.ok(!(await lab.page.evaluate(() => window.speedupLab.panel.controls())).some(({ name }) => name === 'recording'), 'it is no longer offered');
    await lab.page.screenshot({ path: path.join(screenshotFolder(), `recorded-${experiment}.png`) });
    assert.deepEqual(lab.complaints, []);
    await resultOf(lab, QUICK[experiment]);  // and what can run here still does
  });
}

test('where no engine can run, recorded runs are shown all the same', async () => {
  lab = await site.open({ before: (page) => page.addInitScript(() => { WebAssembly.validate = () => false; }) });
  assert.equal(lab.facts.build, 'none');
  await click(lab.page, 'recording');
  await saidOn(lab.page, /Recorded, not measured here/);
});

test('a recorded run that the server does not have is said, with what to do', async () => {
  lab = await site.open({ before: (page) => page.route('**/recordings/*', (route) => route.fulfill({ status: 404 })) });
  await click(lab.page, 'recording');
  await saidOn(lab.page, /could not be fetched \(the server answers 404\)\. Try again/);
});

test('asked for a model that cannot run here, the result says so beside what ran', async () => {
  lab = await site.open();
  const { models, unavailable } = await resultOf(lab, { ...QUICK.count, models: ['threads-gil'] });
  assert.deepEqual([models.map(({ model }) => model), unavailable.map(({ model }) => model)], [['sequential'], ['threads-gil']]);
});
