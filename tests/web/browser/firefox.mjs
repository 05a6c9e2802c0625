// Firefox for tests: how it starts and ends, and what is awaited in its pages.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import puppeteer from 'puppeteer-core';

import { watch } from './evidence.mjs';
import { copySite, serve } from './support.mjs';
import { within } from './within.mjs';

const FIREFOX = process.env.LAB_FIREFOX ?? '/usr/bin/firefox-esr';

/** Firefox draws by WebGL only where it has a screen, if only one in memory. */
const SCREEN = process.env.DISPLAY;

/** Why a test that draws is left out, if it is. */
export const skip = SCREEN ? false : 'there is no screen: run it by xvfb-run';

const PREFERENCES = {
  'webgl.force-enabled': true,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'browser.download.folderList': 2,  // the folder that is named
  'browser.download.alwaysOpenPanel': false,  // which would have the next click
};

/**
 * Firefox with the page, once it is ready.
 * @param {object} [preferences] more of them
 */
export async function setUpFirefox(preferences = {}) {
  const saved = mkdtempSync(path.join(os.tmpdir(), 'lab-saved-'));
  const root = copySite();
  const server = await serve(root);
  const browser = await within(puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: !SCREEN,
    // The window as it comes: not every Firefox that Debian ships can be told the size of a page.
    defaultViewport: null,
    args: ['--width=1280', '--height=800'],
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: { ...PREFERENCES, 'browser.download.dir': saved, ...preferences },
  }), 'Firefox', 40_000);
  const lab = { page: watch(await browser.newPage()) };
  await lab.page.goto(server.url, { timeout: 30_000 });
  await within(lab.page.evaluate(scripts), 'the script interface', 20_000);
  lab.facts = await within(lab.page.evaluate(() => window.speedupLab.ready), 'the laboratory to be ready', 30_000);
  return {
    lab,
    savedFile: (ending) => savedFile(saved, ending),
    async tearDown() {
      await end(browser);
      server.stop();
      rmSync(root, { recursive: true });
      rmSync(saved, { recursive: true });
    },
  };
}

/** Presses a control of the panel by its name, once it is drawn. */
export async function click({ page }, name) {
  const control = await within(page.evaluate(drawn, name), `the control ${name}`, 5000);
  await page.mouse.click(control.x + control.width / 2, control.y + control.height / 2);
}

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
async function savedFile(saved, ending, limit = 15_000) {
  for (const start = Date.now(); Date.now() - start < limit; await sleep(20)) {
    const [file, ...others] = readdirSync(saved).map((name) => path.join(saved, name));
    if (file?.endsWith(ending) && others.length === 0 && statSync(file).size > 0) return file;
  }
  throw new Error(`waited ${limit / 1000} s in vain: a whole file *${ending} among ${JSON.stringify(readdirSync(saved))}`);
}
