// The page inside other people's pages, in Chromium.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';

import { test, watch } from './evidence.mjs';
import { frames, QUICK, resultOf, screenshotFolder, setUp } from './support.mjs';
import { within } from './within.mjs';

let site;
let parent;

before(async () => {
  site = await setUp();
  parent = http.createServer((request, response) => {
    const attributes = decodeURIComponent(request.url.split('?')[1] ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><title>A course</title><body style="height: 3000px"><button>Before</button><iframe ${attributes} src="${site.url}" width="800" height="600"></iframe><button>Go on</button>`);
  }).listen(0, '127.0.0.1');
  await once(parent, 'listening');
});

after(async () => {
  parent.close();
  parent.closeAllConnections();
  await site?.tearDown();
});

/** The laboratory in a frame of a plain page of another site. */
async function framed(attributes) {
  const page = watch(await site.browser.newPage());
  await page.goto(`http://localhost:${parent.address().port}/?${encodeURIComponent(attributes)}`);
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  await frame.waitForFunction(() => window.speedupLab, null, { timeout: 20_000 });
  const facts = await within(frame.evaluate(() => window.speedupLab.ready), 'the laboratory in the frame');
  return { page, frame, facts, close: () => page.close() };
}

test('a frame of a plain page has threads', async () => {
  const lab = await framed('');
  assert.equal(lab.facts.build, 'threads');
  assert.equal((await resultOf({ page: lab.frame }, QUICK.count)).models.length, 4);
  await lab.close();
});

test('Tab leads through every control of a frame and on, both ways', async () => {
  const lab = await framed('');
  const { keyboard } = lab.page;
  // The frame is a process of its own, and the focus takes its time between the two.
  const outsideIs = (text) => lab.page.waitForFunction((wanted) => document.activeElement.textContent === wanted, text, { timeout: 5000 });
  const press = async (key) => {
    await keyboard.press(key);
    await lab.frame.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
  };
  const controls = await lab.frame.evaluate(() => window.speedupLab.panel.controls().length);
  for (const [shift, from, to] of [[false, 'Before', 'Go on'], [true, 'Go on', 'Before']]) {
    await lab.page.getByRole('button', { name: from }).focus();
    if (shift) await keyboard.down('Shift');  // for as long as somebody goes back
    for (let pressed = 0; pressed < controls; pressed++) {
      await press('Tab');
      await outsideIs('');
    }
    await press('Tab');
    await outsideIs(to);
    if (shift) await keyboard.up('Shift');
  }
  await press('Tab');
  await outsideIs('');
  await press('Tab');
  await press('Shift+Tab');
  await press('Shift+Tab');
  await outsideIs('Before');
  await lab.close();
});

test('the wheel moves the panel as far as it goes, then the page around it', async () => {
  const lab = await framed('');
  const scrolled = () => lab.page.evaluate(() => scrollY);
  await lab.page.mouse.move(600, 300);
  await frames({ page: lab.frame }, 3);
  const turns = [];
  while (turns.length < 40 && !turns.at(-1)) {
    await lab.page.mouse.wheel(0, 200);
    await frames({ page: lab.frame }, 4);
    turns.push(await scrolled());
  }
  assert.ok(turns[0] === 0 && turns.at(-1) > 0, `after each turn the page stood at ${turns}`);
  await lab.close();
});

test('a frame in a sandbox without an origin says what it lacks, and leads out', async () => {
  const lab = await framed('sandbox="allow-scripts"');
  assert.equal(lab.facts.build, 'none');
  assert.ok(lab.facts.models.every(({ available, reason }) => !available && /sandbox/.test(reason)));
  await lab.frame.getByRole('link', { name: 'Open in a tab of its own' }).waitFor({ timeout: 5000 });
  const address = lab.frame.getByText(site.url);  // where the sandbox makes the link a dead end
  await address.click();
  assert.equal(await lab.frame.evaluate(() => String(getSelection())), lab.frame.url());
  await lab.page.screenshot({ path: path.join(screenshotFolder(), 'frame-sandbox.png') });
  await lab.close();
});
