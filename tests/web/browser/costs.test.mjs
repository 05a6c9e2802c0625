// What the page costs, in Chromium: time until it shows something, bytes, and processor time.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before } from 'node:test';

import { createSite } from '../../../web/server/site.mjs';
import { test } from './evidence.mjs';
import { openLab, QUICK, resultOf, run, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

test('the first frame comes soon', async (t) => {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const lab = await site.open();
    const marks = await lab.page.evaluate(() => performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]));
    times.push(Object.fromEntries(marks));
    await lab.close();
  }
  const best = (name) => Math.min(...times.map((marks) => marks[name]));
  t.diagnostic(`first frame ${best('first-frame').toFixed(0)} ms, engine ready ${best('engine-ready').toFixed(0)} ms`);
  assert.ok(best('first-frame') < 2000, JSON.stringify(times));
  assert.ok(best('engine-ready') < 5000, JSON.stringify(times));
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

test('an idle page costs next to nothing', async (t) => {
  const lab = await site.open();
  await resultOf(lab, QUICK.count);
  const inspector = await site.browser.newBrowserCDPSession();
  const cpuSeconds = async () => {
    const { processInfo } = await inspector.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const shares = [];
  for (let i = 0; i < 3 && !(shares.at(-1) < 0.01); i++) {
    const [cpu, start] = [await cpuSeconds(), performance.now()];
    await lab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 4000)));
    shares.push((await cpuSeconds() - cpu) / ((performance.now() - start) / 1000));
  }
  t.diagnostic(`${shares.map((share) => `${(100 * share).toFixed(2)} %`).join(', ')}`);
  assert.ok(Math.min(...shares) < 0.02, `${shares}`);
  await lab.close();
});

test('a frame takes few milliseconds of the thread that draws', async (t) => {
  const lab = await site.open();
  const running = run(lab, { experiment: 'count', size: 20_000_000, repetitions: 5 });
  for (let x = 100; x < 900; x += 8) await lab.page.mouse.move(x, 100 + x / 2);
  await running;
  const times = (await lab.page.evaluate(() => window.speedupLab.panel.frameTimes())).sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)];
  t.diagnostic(`${times.length} frames, p50 ${times[times.length >> 1]} ms, p95 ${p95} ms`);
  assert.ok(times.length > 20, `only ${times.length} frames`);
  assert.ok(p95 < 8, `p95 ${p95} ms`);
  await lab.close();
});
