// Keys, fields and the focus in Chromium.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { click, setUp } from './support.mjs';

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
