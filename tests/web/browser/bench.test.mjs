// What `./lab bench` times in a browser gives an answer, whoever is asked. How fast is the bench's business.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { WAYS, addEcho, openEcho } from '../../bench/echo_site.mjs';
import { test } from './evidence.mjs';
import { addressOfFiles, setUp } from './support.mjs';
import { within } from './within.mjs';

let site;
let page;

before(async () => {
  site = await setUp();
  addEcho(site.root);
  page = await openEcho(site.browser, addressOfFiles(site.root, site.url));
});
after(() => site?.tearDown());

test('round trips of a message, ours and by each other way, take some time', async () => {
  for (const way of ['ours', ...WAYS]) {
    const asked = page.evaluate((name) => (name === 'ours' ? window.ours(64, 3) : window.rival(name, 64, 3)), way);
    const seconds = await within(asked, `an answer of ${way}`, 10_000);
    assert.equal(seconds.length, 3, way);
    assert.ok(seconds.every((each) => each >= 0 && each < 10), `${way}: ${seconds}`);
  }
});

test('the recording of events takes some time', async () => {
  assert.ok(await within(page.evaluate(() => window.event(100_000)), 'the cost of an event', 10_000) > 0);
});
