// Keys, fields and the focus in Chromium.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { click, frames, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

const setting = (lab, text) => lab.page.waitForURL(new RegExp(`[?&]${text}(&|$)`), { timeout: 5000 });
const field = (lab) => lab.page.locator('#field');

/** Into a field, with the mouse or a finger. */
async function typeInto(lab, name) {
  await click(lab.page, name);
  await field(lab).and(lab.page.getByRole('textbox', { name })).waitFor({ timeout: 5000 });
}

/** Into a field by keys alone. */
async function tabTo(lab, name) {
  await lab.page.locator('#canvas').focus();
  for (let presses = 0; presses < 40; presses++) {
    await lab.page.keyboard.press('Tab');
    if (await field(lab).count() && await field(lab).isVisible() && await field(lab).getAttribute('aria-label') === name) return;
  }
  assert.fail(`Tab does not lead to ${name}`);
}

test('a field that Tab reached takes the next key, and Tab and Escape out of it', async () => {
  const lab = await site.open();
  await tabTo(lab, 'workers');
  await lab.page.keyboard.press('3');
  await lab.page.keyboard.press('Tab');
  await setting(lab, 'workers=3');
  await lab.page.keyboard.press('Shift+Tab');
  await lab.page.keyboard.press('Shift+Tab');
  assert.equal(await field(lab).inputValue(), '3');
  await lab.page.keyboard.type('45');
  await lab.page.keyboard.press('Escape');
  assert.equal(await lab.page.evaluate(() => document.activeElement.id), 'canvas');
  assert.match(lab.page.url(), /experiment=count.*workers=3/);
  await lab.page.keyboard.press('2');
  await setting(lab, 'experiment=downloads');
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

test('what was typed is kept by a click elsewhere, by Enter, and where the window loses the focus', async () => {
  const lab = await site.open();
  await typeInto(lab, 'workers');
  await lab.page.keyboard.type('5');
  await click(lab.page, 'tasks');
  await setting(lab, 'workers=5');
  await lab.page.keyboard.type('6');
  await lab.page.keyboard.press('Enter');
  await setting(lab, 'tasks=6');
  await typeInto(lab, 'workers');
  await lab.page.keyboard.type('7');
  await field(lab).evaluate((element) => element.dispatchEvent(new FocusEvent('blur')));  // as a window that is left does
  await setting(lab, 'workers=7');
  assert.equal(await field(lab).isVisible(), true);
  await lab.page.keyboard.press('Control+Enter');
  await lab.page.waitForFunction(() => /measuring/.test(document.getElementById('status').textContent), null, { timeout: 5000 });
  await lab.close();
});

test('the clipboard, undo and text without keys reach a field as any other', async () => {
  const lab = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { keyboard } = lab.page;
  await lab.page.evaluate(() => navigator.clipboard.writeText('12'));
  await typeInto(lab, 'workers');
  await keyboard.press('Control+v');
  assert.equal(await field(lab).inputValue(), '12');
  await keyboard.press('Control+a');
  await keyboard.press('Control+x');
  assert.deepEqual([await field(lab).inputValue(), await lab.page.evaluate(() => navigator.clipboard.readText())], ['', '12']);
  await keyboard.press('Control+z');
  assert.equal(await field(lab).inputValue(), '12');
  await keyboard.press('Tab');
  await setting(lab, 'workers=12');
  await typeInto(lab, 'workers');
  const session = await lab.page.context().newCDPSession(lab.page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await keyboard.press('Escape');  // the composition's
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await keyboard.insertText('8');
  await keyboard.press('Enter');
  await setting(lab, 'workers=8');
  await lab.close();
});

test('a field takes text that comes without keys: dead keys, emoji, dictation, and the numeric pad', async () => {
  const lab = await site.open({ query: '?v=1&experiment=downloads', context: { viewport: { width: 1280, height: 1600 } } });
  const { keyboard } = lab.page;
  const holds = async (value) => {
    assert.equal(await field(lab).inputValue(), value);
    await frames(lab, 2);
    assert.equal(await field(lab).inputValue(), value, 'the panel leaves it as it is');
  };
  const session = await lab.page.context().newCDPSession(lab.page);
  await click(lab.page, 'more-settings');
  await typeInto(lab, 'urls');
  await keyboard.type('https://a.example/');
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });  // the dead key
  await session.send('Input.insertText', { text: 'é' });
  await holds('https://a.example/é');
  await session.send('Input.insertText', { text: '👩🏽‍💻' });
  await holds('https://a.example/é👩🏽‍💻');
  await keyboard.press('Tab');
  await setting(lab, 'urls=https[^&]*%C3%A9%F0%9F%91%A9[^&]*');
  await typeInto(lab, 'workers');
  await field(lab).evaluate((element) => {  // as dictation does, and the autofill of a touch keyboard
    element.value = '3';
    element.dispatchEvent(new InputEvent('input', { inputType: 'insertFromDictation', data: '3', bubbles: true }));
  });
  for (const type of ['keyDown', 'keyUp']) {
    await session.send('Input.dispatchKeyEvent', { type, key: '1', code: 'Numpad1', text: type === 'keyDown' ? '1' : '', location: 3, isKeypad: true, windowsVirtualKeyCode: 97 });
  }
  await holds('31');
  await keyboard.press('NumpadEnter');
  await setting(lab, 'workers=31');
  await lab.close();
});

test('on a phone the field that is typed into lies above the touch keyboard, and the layout comes back', async () => {
  const lab = await site.open({
    context: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    before: (page) => page.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { offsetTop: 0, scale: 1, height: 640 });
      Object.defineProperty(window, 'visualViewport', { value: seen });
      window.showKeyboard = (height) => {
        seen.height = 640 - height;
        seen.dispatchEvent(new Event('resize'));
      };
    }),
  });
  const place = async (name) => (await lab.page.evaluate(() => window.speedupLab.panel.controls())).find((control) => control.name === name);
  await click(lab.page, 'settings');
  await frames(lab, 2);
  await lab.page.mouse.move(180, 300);
  for (let turn = 0; turn < 60 && (await place('size')).y > 460; turn++) {
    await lab.page.mouse.wheel(0, 100);
    await frames(lab, 2);
  }
  const rested = await place('run');
  assert.ok((await place('size')).y > 350, 'it would not be covered');
  await typeInto(lab, 'size');
  await lab.page.evaluate(() => window.showKeyboard(290));
  await lab.page.waitForFunction(() => {
    const { top, bottom } = document.getElementById('field').getBoundingClientRect();
    const run = window.speedupLab.panel.controls().find(({ name }) => name === 'run');
    return top > 52 && bottom <= run.y && run.y + run.height <= 350;
  }, null, { timeout: 5000 });
  await lab.page.keyboard.type('3000000');
  await lab.page.keyboard.press('Enter');
  await setting(lab, 'size=3000000');
  await lab.page.evaluate(() => window.showKeyboard(0));
  await lab.page.waitForFunction((y) => window.speedupLab.panel.controls().find(({ name }) => name === 'run').y === y, rested.y, { timeout: 5000 });
  await lab.close();
});

test('where only the pixel ratio changes, controls lie where they did, and the next frame is sharp', async () => {
  const lab = await site.open();
  const x = await lab.page.evaluate(() => window.speedupLab.panel.controls()[0].x);
  const session = await lab.page.context().newCDPSession(lab.page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 2, mobile: false });
  await lab.page.mouse.move(300, 300);  // draws a frame, if nothing else has
  await lab.page.waitForFunction((wanted) => {
    return document.getElementById('canvas').width === 2560 && Math.abs(window.speedupLab.panel.controls()[0].x - wanted) < 1;
  }, x, { timeout: 5000 });
  await lab.close();
});
