// The page itself in Chromium: how fast it opens, what it weighs, what it costs while nothing happens,
// and what it looks like.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { createSite } from '../../../web/server/site.mjs';
import { begin, openLab, QUICK, resultOf, run, screenshotFolder, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

test('opens with threads, and complains about nothing', async () => {
  const lab = await site.open();
  assert.equal(lab.facts.build, 'threads');
  assert.deepEqual(lab.facts.reasons, []);
  assert.equal(lab.facts.delays, true);
  assert.match(lab.facts.system, /^Chrom\w+ \d+ on Linux$/);
  assert.ok(lab.facts.cores >= 1 && lab.facts.timerStep > 0 && lab.facts.timerStep < 0.01);
  assert.deepEqual(lab.facts.models.map(({ model, available }) => [model, available]),
      ['sequential', 'threads-gil', 'threads-free', 'processes'].map((model) => [model, true]));
  assert.equal(await lab.page.locator('#opening').count(), 0);
  assert.equal(await lab.page.locator('#message').isVisible(), false);
  await resultOf(lab, QUICK.count);
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

test('the first frame within a second', async (t) => {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const lab = await site.open();
    const marks = await lab.page.evaluate(() => performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]));
    times.push(Object.fromEntries(marks));
    await lab.close();
  }
  const best = (name) => Math.min(...times.map((marks) => marks[name]));
  t.diagnostic(`first frame ${best('first-frame').toFixed(0)} ms, engine ready ${best('engine-ready').toFixed(0)} ms`);
  assert.ok(best('first-frame') < 1000, JSON.stringify(times));
  assert.ok(best('engine-ready') < 3000, JSON.stringify(times));
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
  assert.ok(seconds < 30, `${seconds} s`);
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

test('the panel runs by key and by click, and its settings stand in the address', async () => {
  const lab = await site.open({ query: '?theme=dark&experiment=heavy&size=100000&repetitions=2' });
  await click(lab.page, 'run');
  await lab.page.waitForFunction(() => window.speedupLab.result, null, { timeout: 20_000 });
  const experiment = await lab.page.evaluate(() => (window.first = window.speedupLab.result).experiment);
  assert.deepEqual([experiment.experiment, experiment.size, experiment.repetitions], ['heavy', 100_000, 2]);
  await lab.page.keyboard.press('Enter');
  await lab.page.waitForFunction(() => window.speedupLab.result !== window.first, null, { timeout: 20_000 });
  await lab.page.keyboard.press('2');
  await lab.page.waitForURL(/experiment=downloads/, { timeout: 5000 });
  assert.match(lab.page.url(), /theme=dark/);
  await lab.close();
});

/** Clicks a control of the panel by its name. */
async function click(page, name) {
  const controls = await page.evaluate(() => window.speedupLab.panel.controls());
  const { x, y, width, height } = controls.find((control) => control.name === name);
  await page.mouse.click(x + width / 2, y + height / 2);
}

test('a result can be saved and copied, and the saved one is the result', async () => {
  const lab = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const result = await resultOf(lab, QUICK.count);
  await lab.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const [download] = await Promise.all([lab.page.waitForEvent('download', { timeout: 5000 }), click(lab.page, 'save-result')]);
  assert.match(download.suggestedFilename(), /\.json$/);
  assert.deepEqual(JSON.parse(readFileSync(await download.path(), 'utf8')), result);
  await click(lab.page, 'copy-results');
  await lab.page.waitForFunction(async () => /threads/.test(await navigator.clipboard.readText()), null, { timeout: 5000 });
  await lab.close();
});

test('a chosen theme is kept for the next visit', async () => {
  const lab = await site.open();
  const theme = () => lab.page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), undefined);
  for (let i = 0; i < 3 && await theme() !== 'dark'; i++) {
    const before = await theme();
    await click(lab.page, 'theme');
    await lab.page.waitForFunction((name) => document.documentElement.dataset.theme !== name, before, { timeout: 5000 });
  }
  await lab.page.reload();
  assert.equal(await theme(), 'dark');
  await lab.close();
});

test('the back button brings settings back', async () => {
  const lab = await site.open({ query: '?v=1&experiment=heavy' });
  await lab.page.evaluate(() => history.pushState(null, '', '?v=1&experiment=downloads'));
  await lab.page.goBack();
  await lab.page.locator('#canvas').focus();
  await lab.page.keyboard.press('3');
  await lab.page.waitForURL(/experiment=heavy/, { timeout: 5000 });
  await lab.close();
});

test('announces to those who cannot see the canvas', async () => {
  const lab = await site.open();
  await resultOf(lab, QUICK.count);
  await lab.page.waitForFunction(() => document.getElementById('status').textContent.length > 20, null, { timeout: 5000 });
  await lab.close();
});

test('a saved result that is dropped on the page is shown', async () => {
  const lab = await site.open();
  const result = await resultOf(lab, QUICK.heavy);
  await lab.page.reload();
  await lab.page.evaluate(() => window.speedupLab.ready);
  const drop = (text) => lab.page.evaluate((saved) => {
    const carried = new DataTransfer();
    carried.items.add(new File([saved], 'result.json', { type: 'application/json' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }));
  }, text);
  const before = await lab.page.screenshot();
  await drop(JSON.stringify(result));
  await differs(lab.page, before, 'the dropped result');
  await drop('{"schema":');
  assert.deepEqual(lab.complaints.filter((text) => /^error/.test(text)), []);
  await lab.close();
});

async function differs(page, earlier, what) {
  const end = Date.now() + 5000;
  while (Date.now() < end) {
    if (!(await page.screenshot()).equals(earlier)) return;
  }
  assert.fail(`the picture did not change: ${what}`);
}

test('without WebGL the page says so in HTML, and scripts still can run', async () => {
  const lab = await site.open({ before: (page) => page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  }) });
  await lab.page.getByRole('alert').getByText(/WebGL/).waitFor({ timeout: 5000 });
  await resultOf(lab, QUICK.count);
  await lab.close();
});

for (const part of ['wasm/panel.wasm', 'wasm/panel.mjs']) {
  test(`without ${part} the page says so in HTML`, { timeout: 30_000 }, async () => {
    await without(part, async () => {
      const lab = await site.open({ ready: false });
      await lab.page.getByRole('alert').getByText(/panel.*Reload/i).waitFor({ timeout: 10_000 });
      assert.equal(await lab.page.locator('#opening').count(), 0);
      await lab.close();
    });
  });
}

test('without one of its modules the page says so in HTML', async () => {
  await without('web/choice.js', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.url);
    await page.getByText(/A part of the page could not be loaded/).waitFor({ timeout: 5000 });
    await page.close();
  });
});

async function without(part, body) {
  const file = path.join(site.root, part);
  renameSync(file, `${file}.away`);
  try {
    await body();
  } finally {
    renameSync(`${file}.away`, file);
  }
}

test('without scripts the page says so', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByText(/Scripts are switched off/).waitFor({ timeout: 5000 });
  await context.close();
});

test('the notices are readable', async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}notices.html`);
  for (const name of ['SDL2', 'Dear ImGui', 'Inter', 'JetBrains Mono', 'musl', 'CLI11']) {
    assert.equal(await page.getByRole('heading', { name, exact: true }).count(), 1, name);
  }
  await page.close();
});

const SIZES = [[360, 640, 2], [1280, 800, 1], [2560, 1440, 1]];

for (const [width, height, deviceScaleFactor] of SIZES) {
  for (const colorScheme of ['light', 'dark']) {
    test(`pictures at ${width} px, ${colorScheme}`, async () => {
      const touch = width < 720;
      const lab = await site.open({
        context: { viewport: { width, height }, deviceScaleFactor, colorScheme, hasTouch: touch, isMobile: touch },
      });
      const shoot = async (name) => {
        const file = path.join(screenshotFolder(), `${name}-${width}-${colorScheme}.png`);
        await lab.page.screenshot({ path: file });
        assert.ok(await coloursOf(file) > 20, `${file} is blank`);
      };
      await shoot('first');
      const { running } = await begin(lab, { experiment: 'count', size: 50_000_000, repetitions: 5, warmups: 1 }, 'processes');
      await shoot('running');
      await running;
      await lab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      await shoot('result');
      await lab.close();
    });
  }
}

/** How many colours a picture has, counted by the browser. */
async function coloursOf(file) {
  const page = await site.browser.newPage();
  const data = readFileSync(file).toString('base64');
  const count = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, data);
  await page.close();
  return count;
}
