// The page itself in Chromium: what people do with it, and what it says when a part of it is missing.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';

import { test, watch, witnessed } from './evidence.mjs';
import { decodePng } from './png.mjs';
import { click, frames, QUICK, resultOf, saidOn, screenshotFolder, setUp } from './support.mjs';

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
  const drawsAfterHiding = (persisted) => lab.page.evaluate((kept) => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: kept }));
    const canvas = document.getElementById('canvas');
    return !(canvas.getContext('webgl2') ?? canvas.getContext('webgl')).isContextLost();
  }, persisted);
  assert.deepEqual([await drawsAfterHiding(true), await drawsAfterHiding(false)], [true, false], 'a page that is gone for good lets go of its picture');
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

test('a script and the panel take turns, and whoever listens hears of both', async () => {
  const lab = await site.open();
  await lab.page.evaluate(() => {
    window.heard = [];
    window.speedupLab.listen(({ type, run }) => ['ready', 'started', 'finished'].includes(type) && window.heard.push([type, run]));
  });
  await resultOf(lab, QUICK.count);
  await lab.page.evaluate(() => (document.getElementById('status').textContent = ''));
  await click(lab.page, 'run');
  await lab.page.waitForFunction(() => window.heard.length === 5, null, { timeout: 20_000 });
  const answered = () => document.getElementById('status').textContent.includes(window.speedupLab.result.answer);
  await lab.page.waitForFunction(answered, null, { timeout: 5000 });  // by the panel
  await resultOf(lab, QUICK.count);
  assert.deepEqual(await lab.page.evaluate(() => window.heard.map(([type, run]) => [type, run ?? 0])),
      [['ready', 0], ...[1, 2, 3].flatMap((run) => [['started', run], ['finished', run]])]);
  await lab.close();
});

test('a result can be copied', async () => {
  const lab = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await resultOf(lab, QUICK.count);
  await frames(lab, 2);
  await click(lab.page, 'copy-results');
  await lab.page.waitForFunction(async () => /threads/.test(await navigator.clipboard.readText()), null, { timeout: 5000 });
  await saidOn(lab.page, /^Copied$/);
  await lab.close();
});

test('what the clipboard refuses stands in a box to be copied by hand, and nobody says "Copied"', async () => {
  const lab = await site.open({ before: (page) => page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
  }) });
  await resultOf(lab, QUICK.count);
  await frames(lab, 2);
  await click(lab.page, 'copy-results');
  await saidOn(lab.page, /^Not copied/);
  const text = lab.page.getByRole('textbox', { name: 'Copy this text by hand:' });
  assert.match(await text.inputValue(), /^model\tworkers\t.*\nsequential\t[^]*\nprocesses\t/);
  assert.equal(await text.evaluate(({ selectionStart, selectionEnd, value }) => selectionEnd - selectionStart === value.length), true);
  await lab.page.screenshot({ path: path.join(screenshotFolder(), 'copy-by-hand-1280.png') });
  await lab.page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await text.isVisible(), false);
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

test('without WebGL the page says so in HTML, and runs what the address asks for', async () => {
  const lab = await site.open({ query: '?v=1&experiment=heavy&size=200000&calibrate=false&repetitions=8&warmups=0', before: (page) => page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  }) });
  const message = lab.page.getByRole('alert');
  const press = (name) => message.getByRole('button', { name, exact: true }).click();
  await message.getByText(/WebGL/).waitFor({ timeout: 5000 });
  assert.equal(await message.getByRole('button', { name: 'Close' }).isVisible(), false, 'there is nothing behind it');
  await press('Run');
  await press('Cancel');
  await message.getByText('The run was cancelled.').waitFor({ timeout: 5000 });
  await press('Run');
  await lab.page.waitForFunction(() => window.speedupLab.result, null, { timeout: 20_000 });
  const { answer, experiment } = await lab.page.evaluate(() => window.speedupLab.result);
  await message.getByText(answer).waitFor({ timeout: 5000 });
  assert.deepEqual([experiment.experiment, experiment.size], ['heavy', 200_000]);
  await lab.page.screenshot({ path: path.join(screenshotFolder(), 'without-webgl-1280.png') });
  await lab.close();
});

test('a picture that does not come back is said in HTML, with the answer; one that does is not', { timeout: 60_000 }, async () => {
  const lab = await site.open();
  const context = (method) => lab.page.evaluate((name) => {
    const canvas = document.getElementById('canvas');
    window.losing ??= (canvas.getContext('webgl2') ?? canvas.getContext('webgl')).getExtension('WEBGL_lose_context');
    window.losing[name]();
  }, method);
  const alert = lab.page.getByRole('alert');
  await context('loseContext');
  await alert.getByText(/stopped drawing this page.*Reload/).waitFor({ timeout: 8000 });
  const { answer } = await resultOf(lab, QUICK.count);
  await alert.getByText(answer).waitFor({ timeout: 5000 });
  await context('restoreContext');
  await alert.waitFor({ state: 'hidden', timeout: 5000 });
  await lab.close();
});

for (const part of ['wasm/panel.wasm', 'wasm/panel.js']) {
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
    const page = watch(await site.browser.newPage());
    await page.goto(site.url);
    await page.getByText(/A part of the page could not be loaded/).waitFor({ timeout: 5000 });
    await page.close();
  });
});

async function without(part, body) {
  const file = path.join(site.files, part);
  renameSync(file, `${file}.away`);
  try {
    await body();
  } finally {
    renameSync(`${file}.away`, file);
  }
}

test('without scripts the page says so', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = watch(await context.newPage());
  await page.goto(site.url);
  await page.getByText(/Scripts are switched off/).waitFor({ timeout: 5000 });
  await context.close();
});

test('the notices are readable', async () => {
  const page = watch(await site.browser.newPage());
  await page.goto(`${site.url}${path.basename(site.files)}/notices.html`);
  for (const name of ['SDL2', 'Dear ImGui', 'Inter', 'JetBrains Mono', 'musl', 'CLI11', 'libpng']) {
    assert.equal(await page.getByRole('heading', { name, exact: true }).count(), 1, name);
  }
  await page.close();
});

test('a test that fails, or never ends, leaves what its page said and showed', async () => {
  const failures = mkdtempSync(path.join(os.tmpdir(), 'lab-failures-'));
  const lab = await site.open();
  try {
    await lab.page.evaluate(() => console.log('just before'));
    const bodies = { fails: () => assert.fail('saw this, wanted that'), hangs: () => new Promise(() => {}) };
    for (const [name, said] of [['fails', /saw this, wanted that/], ['hangs', /waited 0.5 s in vain/]]) {
      await assert.rejects(witnessed(bodies[name], path.join(failures, name), 500), said);
      const log = readFileSync(path.join(failures, name, 'page-1.log'), 'utf8');
      assert.ok(log.startsWith(`${lab.page.url()}: page-1.png\n`), log);
      assert.match(log, /^log: just before$/m);
      assert.match(log, said);
      assert.equal(decodePng(readFileSync(path.join(failures, name, 'page-1.png'))).width, 1280);
    }
  } finally {
    await lab.close();
    rmSync(failures, { recursive: true });
  }
});
