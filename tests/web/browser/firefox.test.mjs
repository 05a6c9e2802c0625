// One run of each experiment in Firefox.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { test } from './evidence.mjs';
import { click, setUpFirefox, skip } from './firefox.mjs';
import { coloursOf, decodePng } from './png.mjs';
import { errorOf, frames, QUICK, resultOf, run, screenshotFolder } from './support.mjs';

let firefox;
let lab;

before(async () => {
  firefox = await setUpFirefox();
  lab = firefox.lab;
});
after(() => firefox?.tearDown());

test('opens with threads', () => {
  assert.equal(lab.facts.build, 'threads');
  assert.match(lab.facts.system, /^Firefox \d+ on Linux$/);
  assert.ok(lab.facts.models.every(({ available }) => available));
});

test('keys, the clipboard and undo reach a field that Tab reached', { skip, timeout: 30_000 }, async () => {
  const { keyboard } = lab.page;
  const typing = () => lab.page.evaluate(() => [document.activeElement.ariaLabel, document.activeElement.value]);
  // Firefox handles some keys after its driver has gone on. (The driver's own way to wait is against the page's policy.)
  const holds = async (wanted, now = typing) => {
    for (const start = Date.now(); Date.now() - start < 5000; await sleep(20)) {
      if (String(await now()) === String(wanted)) return;
    }
    assert.deepEqual(await now(), wanted);
  };
  const held = async (modifier, key) => {
    await keyboard.down(modifier);
    await keyboard.press(key);
    await keyboard.up(modifier);
  };
  const tabToWorkers = async () => {
    for (let presses = 0; presses < 40 && (await typing())[0] !== 'workers'; presses++) {
      await keyboard.press('Tab');
      await frames(lab, 6);  // the key, the focus it moves, and the field that opens there
    }
  };
  await lab.page.evaluate(() => document.getElementById('canvas').focus());
  await tabToWorkers();
  await holds(['workers', '2']);
  await keyboard.type('13');
  await held('Control', 'a');
  await held('Control', 'x');
  await holds(['workers', '']);
  await held('Control', 'v');
  await holds(['workers', '13']);
  await held('Control', 'z');
  await holds(['workers', '']);
  await keyboard.type('3');
  await held('Shift', 'Tab');
  await held('Shift', 'Tab');
  await tabToWorkers();
  await holds(['workers', '3']);
  await keyboard.press('Escape');
  await holds(['count', '3'], () => lab.page.evaluate(() => ['experiment', 'workers'].map((name) => new URLSearchParams(location.search).get(name))));
});

for (const [name, settings] of Object.entries(QUICK)) {
  test(`${name}: every model computes the same`, { timeout: 60_000 }, async () => {
    const result = await resultOf(lab, settings);
    assert.equal(result.models.length, 4);
    assert.equal(new Set(result.models.map(({ checksum }) => checksum)).size, 1);
    assert.deepEqual(result.models.map(({ shared_memory: shared }) => shared), [true, true, true, false]);
  });
}

test('bad input is named, a cancelled run too, and the next run works', { timeout: 60_000 }, async () => {
  assert.equal((await errorOf(lab, { workers: 0 })).field, 'workers');
  const running = run(lab, { experiment: 'downloads', latency: 5000 });
  await lab.page.evaluate(() => window.speedupLab.cancel());
  assert.equal((await running).error.name, 'CancelledError');
  await resultOf(lab, QUICK.count);
});

test('the panel draws', { skip }, async () => {
  const shot = await lab.page.screenshot({ path: path.join(screenshotFolder(), 'firefox-1280.png') });
  assert.equal(await lab.page.evaluate(() => document.getElementById('message').hidden), true);
  assert.ok(shot.length > 20_000, `a picture of ${shot.length} bytes is blank`);
});

test('a picture is saved, and is not blank', { skip, timeout: 30_000 }, async () => {
  for (const name of ['save', 'save-picture']) await click(lab, name);
  const picture = await firefox.savedFile('.png');
  assert.equal(decodePng(readFileSync(picture)).width % 1400, 0);
  const colours = coloursOf(picture);
  assert.ok(colours > 20, `${colours} colours`);
});
