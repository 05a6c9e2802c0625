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
    response.end(`<!doctype html><title>A course</title><meta name="viewport" content="width=device-width"><body style="height: 3000px"><button>Before</button><iframe src="${site.url}" ${attributes}></iframe><button>Go on</button>`);
  }).listen(0, '127.0.0.1');
  await once(parent, 'listening');
});

after(async () => {
  parent.close();
  parent.closeAllConnections();
  await site?.tearDown();
});

/** The laboratory in a frame of a plain page of another site. */
async function framed(attributes = '', { width = 800, height = 600, context = {} } = {}) {
  const page = watch(await (await site.browser.newContext({ reducedMotion: 'reduce', ...context })).newPage());
  await page.goto(`http://localhost:${parent.address().port}/?${encodeURIComponent(`width="${width}" height="${height}" ${attributes}`)}`);
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  await frame.waitForFunction(() => window.speedupLab, null, { timeout: 20_000 });
  const facts = await within(frame.evaluate(() => window.speedupLab.ready), 'the laboratory in the frame');
  return { page, frame, facts, close: () => page.context().close() };
}

/** Where a control of the framed panel lies on the page around it. */
async function placeOf({ page, frame }, name) {
  const { x, y, width, height } = await frame.evaluate((wanted) => window.speedupLab.panel.controls().find((shown) => shown.name === wanted), name);
  const around = await page.locator('iframe').boundingBox();
  return { x: around.x + x + width / 2, y: around.y + y + height / 2 };
}

async function press(lab, name) {
  const { x, y } = await placeOf(lab, name);
  await lab.page.mouse.click(x, y);
  await frames({ page: lab.frame }, 4);
}

test('a frame of a plain page has threads', async () => {
  const lab = await framed();
  assert.equal(lab.facts.build, 'threads');
  assert.equal((await resultOf({ page: lab.frame }, QUICK.count)).models.length, 4);
  await lab.close();
});

test('Tab leads through every control of a frame and on, both ways', async () => {
  const lab = await framed();
  const { keyboard } = lab.page;
  // The frame is a process of its own, and the focus takes its time between the two.
  const outsideIs = (text) => lab.page.waitForFunction((wanted) => document.activeElement.textContent === wanted, text, { timeout: 5000 });
  const pressKey = async (key) => {
    await keyboard.press(key);
    await lab.frame.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); }));
  };
  const controls = await lab.frame.evaluate(() => window.speedupLab.panel.controls().length);
  for (const [shift, from, to] of [[false, 'Before', 'Go on'], [true, 'Go on', 'Before']]) {
    await lab.page.getByRole('button', { name: from }).focus();
    if (shift) await keyboard.down('Shift');  // for as long as somebody goes back
    for (let pressed = 0; pressed < controls; pressed++) {
      await pressKey('Tab');
      await outsideIs('');
    }
    await pressKey('Tab');
    await outsideIs(to);
    if (shift) await keyboard.up('Shift');
  }
  await pressKey('Tab');
  await outsideIs('');
  await pressKey('Tab');
  await pressKey('Shift+Tab');
  await pressKey('Shift+Tab');
  await outsideIs('Before');
  await lab.close();
});

test('the wheel moves the panel as far as it goes, then the page around it', async () => {
  const lab = await framed();
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

/** A finger that comes down at a place and goes up or down, by real touch input. */
async function swipe(lab, { x, y }, down, last = 'touchEnd') {
  const session = await lab.page.context().newCDPSession(lab.page);
  const steps = 8;
  for (let step = 0; step <= steps; step++) {
    await session.send('Input.dispatchTouchEvent', { type: step === 0 ? 'touchStart' : 'touchMove', touchPoints: [{ x, y: y + (down * step) / steps }] });
    await frames(lab, 1);
  }
  await session.send('Input.dispatchTouchEvent', { type: last, touchPoints: [] });
  await session.detach();
  await frames({ page: lab.frame }, 4);
  await frames(lab, 4);
}

const unfolded = ({ frame }) => frame.evaluate(() => window.speedupLab.panel.controls().some(({ name }) => name === 'workers'));
const PHONE = { context: { viewport: { width: 400, height: 700 }, hasTouch: true, isMobile: true }, width: 360, height: 500 };

test('a finger moves the panel as far as it goes, then the page around it, and presses nothing', async () => {
  const lab = await framed('', PHONE);
  const stands = async () => ({ page: await lab.page.evaluate(() => scrollY), panel: Math.round((await placeOf(lab, 'heavy')).y) });
  // What moves the page is another process than the one that got the touch: on a busy machine it comes later.
  const comesTo = async (wanted, what) => {
    const limit = Date.now() + 5000;
    for (let now = await stands(); ; now = await stands()) {
      if (wanted(now)) return now;
      assert.ok(Date.now() < limit, `${what}: ${JSON.stringify(now)}`);
      await frames(lab, 2);
    }
  };
  await lab.page.evaluate(() => scrollTo(0, 20));
  let before = await stands();
  await swipe(lab, await placeOf(lab, 'settings'), 60);
  const { panel: top } = before;
  before = await comesTo(({ page, panel }) => page === 0 && panel === top + 20, 'the panel is at its top: the page moves');
  await swipe(lab, await placeOf(lab, 'settings'), -60);
  await comesTo(({ page, panel }) => page === 0 && panel < before.panel - 30, 'the panel moves');
  // While the frame moves with the page a driver's finger loses about half of its way.
  await swipe(lab, await placeOf(lab, 'run'), -160);
  await comesTo(({ page }) => page > 30, 'there is nothing to move in the bar below: the page moves');
  assert.equal(await unfolded(lab), false);
  assert.equal(await lab.frame.evaluate(() => /measuring/.test(document.getElementById('status').textContent)), false);
  await lab.close();
});

test('a touch that the browser takes back presses nothing, and the next one does', async () => {
  const lab = await framed('', PHONE);
  await swipe(lab, await placeOf(lab, 'settings'), 0, 'touchCancel');
  assert.equal(await unfolded(lab), false);
  await swipe(lab, await placeOf(lab, 'settings'), 0);
  assert.equal(await unfolded(lab), true);
  await lab.close();
});

for (const [width, height] of [[300, 150], [320, 200], [700, 500]]) {
  test(`a frame of ${width} by ${height} can be read and leads out`, async () => {
    const lab = await framed('', { width, height });
    await lab.page.locator('iframe').screenshot({ path: path.join(screenshotFolder(), `frame-${width}x${height}.png`) });
    const controls = await lab.frame.evaluate(() => window.speedupLab.panel.controls());
    assert.equal(controls.some(({ name }) => name === 'own-tab'), height < 320);
    if (height < 320) {
      const [tab] = await Promise.all([lab.page.waitForEvent('popup', { timeout: 5000 }), press(lab, 'own-tab')]);
      assert.equal(tab.url(), await lab.frame.evaluate(() => location.href));
      await tab.waitForFunction(() => window.opener === null, null, { timeout: 5000 });
    }
    await lab.close();
  });
}

const NO_TABS = 'sandbox="allow-scripts allow-same-origin"';

for (const [what, size, opens, link, address] of [
  ['the page itself', { width: 320, height: 200 }, [], 'own-tab', /^http:\/\/127/],
  ['the glossary', {}, ['help'], 'glossary', /^https:.*#term-global-interpreter-lock$/],
]) {
  test(`where a sandbox makes links dead ends, the address of ${what} stands there to be copied`, async () => {
    const lab = await framed(NO_TABS, size);
    for (const name of [...opens, link]) await press(lab, name);
    const text = lab.frame.getByRole('textbox', { name: 'Copy this address by hand' });
    await text.waitFor({ timeout: 5000 });
    assert.match(await text.inputValue(), address);
    assert.equal(await text.evaluate((field) => field.selectionEnd - field.selectionStart), (await text.inputValue()).length);
    await lab.page.locator('iframe').screenshot({ path: path.join(screenshotFolder(), `frame-sandbox-${link}.png`) });
    await lab.frame.getByRole('button', { name: 'Close' }).click();
    await text.waitFor({ state: 'hidden', timeout: 5000 });
    await lab.close();
  });
}
