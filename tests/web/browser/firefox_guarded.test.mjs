// Firefox as it guards itself against fingerprinting: a coarse clock, few cores told, and pictures that are changed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { click, setUpFirefox, skip } from './firefox.mjs';
import { frames, resultOf } from './support.mjs';
import { within } from './within.mjs';

let firefox;
let lab;

before(async () => {
  firefox = await setUpFirefox({ 'privacy.resistFingerprinting': true });
  lab = firefox.lab;
});
after(() => firefox?.tearDown());

// Run in the page: waits until it has told people who cannot see the canvas something.
function said(pattern) {
  return new Promise((resolve) => {
    const look = () => (new RegExp(pattern).test(document.getElementById('status').textContent) ? resolve(true) : requestAnimationFrame(look));
    look();
  });
}

// Run in the page: a file with that text is dropped on it.
function drop(text) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'saved.json'));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
}

test('guarded against fingerprinting, the page counts, offers no changed picture, and opens what was saved', { skip, timeout: 60_000 }, async () => {
  const result = await resultOf(lab, { experiment: 'count' });
  assert.ok(result.answer.length > 20, result.answer);
  assert.equal(await lab.page.evaluate(() => document.getElementById('message').hidden), true);
  await frames(lab, 3);  // where everything stands now that there is a result
  for (const name of ['save', 'save-result']) await click(lab, name);
  const text = readFileSync(await firefox.savedFile('.json'), 'utf8');
  assert.deepEqual(JSON.parse(text), result);
  await click(lab, 'save-picture');
  await within(lab.page.evaluate(said, 'This browser changes pictures that pages make.*Take a screenshot instead'), 'why there is no picture', 10_000);
  await lab.page.evaluate(drop, text);
  await within(lab.page.evaluate(said, 'Opened beside the figures'), 'the saved result', 5000);
});
