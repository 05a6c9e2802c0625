// Firefox as it guards itself against fingerprinting: a coarse clock, few cores told, and pictures that are changed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { click, setUpFirefox, skip } from './firefox.mjs';
import { resultOf } from './support.mjs';
import { within } from './within.mjs';

let firefox;
let lab;

before(async () => {
  firefox = await setUpFirefox({ 'privacy.resistFingerprinting': true });
  lab = firefox.lab;
});
after(() => firefox?.tearDown());

// Run in the page: waits until it has told people who cannot see the canvas something.
function said(words) {
  return new Promise((resolve) => {
    const look = () => (document.getElementById('status').textContent.includes(words) ? resolve(true) : requestAnimationFrame(look));
    look();
  });
}

const hears = (words) => within(lab.page.evaluate(said, words), words);

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
  await hears(result.answer);
  for (const name of ['save', 'save-result']) await click(lab, name);
  const text = readFileSync(await firefox.savedFile('.json'), 'utf8');
  assert.deepEqual(JSON.parse(text), result);
  await click(lab, 'save-picture');
  await hears('This browser changes pictures that pages make');
  await lab.page.evaluate(drop, text);
  await hears('Opened for comparison with the result shown');
});
