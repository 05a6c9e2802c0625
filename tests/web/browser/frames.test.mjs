// The page inside other people's pages, in Chromium.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before } from 'node:test';

import { test, watch } from './evidence.mjs';
import { QUICK, resultOf, setUp } from './support.mjs';
import { within } from './within.mjs';

let site;
let parent;

before(async () => {
  site = await setUp();
  parent = http.createServer((request, response) => {
    const attributes = decodeURIComponent(request.url.split('?')[1] ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><title>A course</title><iframe ${attributes} src="${site.url}" width="800" height="600"></iframe>`);
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

test('a frame in a sandbox without an origin says what it lacks, and leads out', async () => {
  const lab = await framed('sandbox="allow-scripts"');
  assert.equal(lab.facts.build, 'none');
  assert.ok(lab.facts.models.every(({ available, reason }) => !available && /sandbox/.test(reason)));
  await lab.frame.getByRole('link', { name: 'Open in a tab of its own' }).waitFor({ timeout: 5000 });
  await lab.close();
});
