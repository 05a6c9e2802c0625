// What the page costs, in Chromium: time until it shows something, bytes, and processor time.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before } from 'node:test';

import { createSite } from '../../../web/server/site.mjs';
import { test } from './evidence.mjs';
import { frames, inOneAttempt, meterOfScripts, openLab, QUICK, resultOf, run, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

test('the first frame comes soon', { timeout: 120_000 }, async (t) => {
  const seen = await inOneAttempt('a first frame within 2 s, an engine within 5', async () => {
    const lab = await site.open();
    const marks = await lab.page.evaluate(() => performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]));
    await lab.close();
    const { 'first-frame': frame, 'engine-ready': engine } = Object.fromEntries(marks);
    return { holds: frame < 2000 && engine < 5000, seen: `first frame ${frame?.toFixed(0)} ms, engine ready ${engine?.toFixed(0)} ms` };
  });
  t.diagnostic(seen.join('; '));
});

test('everything up to the first result weighs less than 900 kB, and the result comes soon', { timeout: 90_000 }, async (t) => {
  const server = createSite({ root: site.root, isolation: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set();
  server.on('connection', (socket) => sockets.add(socket));
  const start = Date.now();
  const lab = await openLab(site.browser, `http://127.0.0.1:${server.address().port}/`);
  const result = await resultOf(lab, {});
  const seconds = (Date.now() - start) / 1000;
  const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0);
  t.diagnostic(`${(bytes / 1000).toFixed(0)} kB, first result after ${seconds.toFixed(1)} s`);
  await lab.close();
  server.close();
  server.closeAllConnections();
  assert.equal(result.models.length, 4);
  assert.ok(bytes < 900_000, `${bytes} bytes`);
  assert.ok(seconds < 45, `${seconds} s`);
});

test('an idle page costs next to nothing', { timeout: 120_000 }, async (t) => {
  const lab = await site.open();
  await resultOf(lab, QUICK.count);
  const inspector = await site.browser.newBrowserCDPSession();
  const cpuSeconds = async () => {
    const { processInfo } = await inspector.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const seen = await inOneAttempt('less than 2 % of a core', async () => {
    const [cpu, start] = [await cpuSeconds(), performance.now()];
    await lab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4000)));
    const share = (await cpuSeconds() - cpu) / ((performance.now() - start) / 1000);
    return { holds: share < 0.02, seen: `${(100 * share).toFixed(2)} %` };
  });
  t.diagnostic(seen.join(', '));
  await lab.close();
});

test('a frame takes few milliseconds of the thread that draws', { timeout: 60_000 }, async (t) => {
  const lab = await site.open();
  const running = run(lab, { experiment: 'count', size: 20_000_000, repetitions: 5 });
  const scripts = await meterOfScripts(lab);
  const costs = [];
  let before = await scripts.used();
  for (let x = 100; x < 900; x += 8) {
    await lab.page.mouse.move(x, 100 + x / 2);
    await frames(lab, 1);
    const now = await scripts.used();
    costs.push(now - before);
    before = now;
  }
  await running;
  costs.sort((a, b) => a - b);
  const p95 = costs[Math.floor(costs.length * 0.95)];
  t.diagnostic(`p50 ${costs[costs.length >> 1].toFixed(2)} ms, p95 ${p95.toFixed(2)} ms of its own time; ${(await lab.page.evaluate(() => window.speedupLab.panel.frameTimes())).length} frames`);
  assert.ok(p95 < 8, `p95 ${p95} ms`);
  await lab.close();
});
