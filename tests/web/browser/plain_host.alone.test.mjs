// Hosts that give less: what is measured there. No isolation headers, or plain files only.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, afterEach, before } from 'node:test';

import { createSite } from '../../../web/server/site.mjs';
import { test } from './evidence.mjs';
import { addPlainWorkers, plainSpeedup } from './plain_workers.mjs';
import { bestOf, inOneAttempt, openLab, resultOf, setUp } from './support.mjs';

let site;
let lab;

before(async () => {
  site = await setUp('--no-isolation');
  addPlainWorkers(site.root);
});
after(() => site?.tearDown());
afterEach(() => lab?.close());

test('without isolation two processes really run at the same time', { timeout: 120_000 }, async () => {
  lab = await site.open();
  await inOneAttempt('two processes', async () => {
    const plain = await plainSpeedup(site.browser, site.url, 2);
    const result = await resultOf(lab, { experiment: 'heavy', models: ['processes'], workers: 2, tasks: 2, repetitions: 3, warmups: 3 });
    const [ratio, needed] = [bestOf(result, 'sequential') / bestOf(result, 'processes'), Math.min(1.4, 0.75 * plain)];
    return { holds: ratio >= needed, seen: `${ratio.toFixed(2)} of ${needed.toFixed(2)}` };
  });
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
    const [sequential, processes] = ['sequential', 'processes'].map((name) => bestOf(result, name));
    assert.ok(sequential >= 0.24, `five waits of 50 ms took ${sequential} s`);
    assert.ok(processes < 0.7 * sequential, `${processes} s instead of ${sequential} s`);
  } finally {
    host.close();
    host.closeAllConnections();
  }
});
