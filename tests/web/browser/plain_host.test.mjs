// Hosts that give less: no isolation headers, or plain files only. The page must open, run what can be
// run, and say what cannot.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';

import { createSite } from '../../../web/server/site.mjs';
import { test } from './evidence.mjs';
import { addPlainWorkers, plainSpeedup } from './plain_workers.mjs';
import { click, inOneAttempt, modelOf, openLab, QUICK, resultOf, saidOn, screenshotFolder, setUp } from './support.mjs';

const THREAD_MODELS = ['threads-gil', 'threads-free'];

let site;
let lab;

before(async () => {
  site = await setUp('--no-isolation');
  addPlainWorkers(site.root);
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

test('without isolation two processes really run at the same time', { timeout: 120_000 }, async () => {
  lab = await site.open();
  await inOneAttempt('two processes', async () => {
    const plain = await plainSpeedup(site.browser, site.url, 2);
    const result = await resultOf(lab, { experiment: 'heavy', models: ['processes'], workers: 2, tasks: 2, repetitions: 3, warmups: 3 });
    const best = (name) => Math.min(...modelOf(result, name).samples_s);
    const [ratio, needed] = [best('sequential') / best('processes'), Math.min(1.4, 0.75 * plain)];
    return { holds: ratio >= needed, seen: `${ratio.toFixed(2)} of ${needed.toFixed(2)}` };
  });
});

for (const experiment of Object.keys(QUICK)) {
  test(`what cannot run without isolation is shown as a recorded run: ${experiment}`, async () => {
    lab = await site.open({ query: `?experiment=${experiment}` });
    const recorded = JSON.parse(readFileSync(path.join(site.root, `recordings/${experiment}.json`), 'utf8'));
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

test('a host of plain files has no delays: downloads wait instead, and the result says so', async () => {
  const files = createSite({ root: site.root, isolation: true });
  const host = http.createServer((request, response) => {
    if (request.url.startsWith('/delay')) response.writeHead(404).end('no such file');
    else files.emit('request', request, response);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  try {
    lab = await openLab(site.browser, `http://127.0.0.1:${host.address().port}/`);
    assert.equal(lab.facts.delays, false);
    const result = await resultOf(lab, { experiment: 'downloads', latency: 50, repetitions: 2, warmups: 0 });
    assert.equal(result.experiment.latency_only, true);
    assert.match(result.notes.join(), /delay/);
    const best = (name) => Math.min(...modelOf(result, name).samples_s);
    assert.ok(best('sequential') >= 0.24, `five waits of 50 ms took ${best('sequential')} s`);
    assert.ok(best('processes') < 0.7 * best('sequential'), `${best('processes')} s instead of ${best('sequential')} s`);
  } finally {
    host.close();
    host.closeAllConnections();
  }
});
