// One run of each experiment in Firefox.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import puppeteer from 'puppeteer-core';

import { test, watch } from './evidence.mjs';
import { coloursOf, decodePng } from './png.mjs';
import { copySite, errorOf, frames, QUICK, resultOf, run, screenshotFolder, serve } from './support.mjs';
import { within } from './within.mjs';

const FIREFOX = process.env.LAB_FIREFOX ?? '/usr/bin/firefox-esr';

/** Firefox draws by WebGL only where it has a screen, if only one in memory. */
const SCREEN = process.env.DISPLAY;

const PREFERENCES = {
  'webgl.force-enabled': true,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'browser.download.folderList': 2,  // the folder that is named
};

const saved = mkdtempSync(path.join(os.tmpdir(), 'lab-saved-'));
let root;
let server;
let browser;
let lab;

before(async () => {
  root = copySite();
  server = await serve(root);
  browser = await within(puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: !SCREEN,
    // The window as it comes: not every Firefox that Debian ships can be told the size of a page.
    defaultViewport: null,
    args: ['--width=1280', '--height=800'],
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: { ...PREFERENCES, 'browser.download.dir': saved },
  }), 'Firefox', 40_000);
  lab = { page: watch(await browser.newPage()) };
  await lab.page.goto(server.url, { timeout: 30_000 });
  await within(lab.page.evaluate(scripts), 'the script interface', 20_000);
  lab.facts = await within(lab.page.evaluate(() => window.speedupLab.ready), 'the laboratory to be ready', 30_000);
});

after(async () => {
  if (browser) await end(browser);
  server?.stop();
  if (root) rmSync(root, { recursive: true });
  rmSync(saved, { recursive: true });
});

/** Asked to end while it still calls a download unfinished, Firefox asks people in turn, and its driver would wait for ever. */
async function end(firefox) {
  const { pid } = firefox.process();
  await within(firefox.close(), 'Firefox to end', 10_000).catch((error) => {
    console.log(error.message);
    process.kill(-pid, 'SIGKILL');  // with the processes that it made
  });
}

// Run in the page, whose policy forbids Firefox the driver's own way of waiting: until its modules have offered the script interface.
function scripts() {
  return new Promise((resolve) => {
    const look = () => (window.speedupLab ? resolve(true) : requestAnimationFrame(look));
    look();
  });
}

// Run in the page: waits until the panel has drawn a control.
function drawn(name) {
  return new Promise((resolve) => {
    const look = () => {
      const control = window.speedupLab.panel.controls().find((shown) => shown.name === name);
      if (control) resolve(control);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Waits for the file that was saved: until it is whole it is empty, and another one beside it. */
async function savedFile(ending, limit = 15_000) {
  for (const start = Date.now(); Date.now() - start < limit; await sleep(20)) {
    const [file, ...others] = readdirSync(saved).map((name) => path.join(saved, name));
    if (file?.endsWith(ending) && others.length === 0 && statSync(file).size > 0) return file;
  }
  throw new Error(`waited ${limit / 1000} s in vain: a whole file *${ending} among ${JSON.stringify(readdirSync(saved))}`);
}

test('opens with threads', () => {
  assert.equal(lab.facts.build, 'threads');
  assert.match(lab.facts.system, /^Firefox \d+ on Linux$/);
  assert.ok(lab.facts.models.every(({ available }) => available));
});

test('keys, the clipboard and undo reach a field that Tab reached', { skip: SCREEN ? false : 'there is no screen: run it by xvfb-run', timeout: 30_000 }, async () => {
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

test('the panel draws', { skip: SCREEN ? false : 'there is no screen: run it by xvfb-run' }, async () => {
  const shot = await lab.page.screenshot({ path: path.join(screenshotFolder(), 'firefox-1280.png') });
  assert.equal(await lab.page.evaluate(() => document.getElementById('message').hidden), true);
  assert.ok(shot.length > 20_000, `a picture of ${shot.length} bytes is blank`);
});

test('a picture is saved, and is not blank', { skip: SCREEN ? false : 'there is no screen: run it by xvfb-run', timeout: 30_000 }, async () => {
  for (const name of ['save', 'save-picture']) {
    const control = await within(lab.page.evaluate(drawn, name), `the control ${name}`, 5000);
    await lab.page.mouse.click(control.x + control.width / 2, control.y + control.height / 2);
  }
  const picture = await savedFile('.png');
  assert.equal(decodePng(readFileSync(picture)).width % 1400, 0);
  const colours = coloursOf(picture);
  assert.ok(colours > 20, `${colours} colours`);
});
