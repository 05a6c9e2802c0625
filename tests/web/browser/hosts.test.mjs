// What hosts and browsers make of the page's files: kept ones, wrong types, an address without its slash, none at all.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';

import { createSite } from '../../../web/server/site.mjs';
import { test, watch } from './evidence.mjs';
import { copySite, filesOf, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

/**
 * Calls `body` with a fresh page and the address of a host of the site's files.
 * @param {(request: object, response: object, serve: (root?: string) => void) => void} answer  may have the files served, changed or not
 */
async function onHost(answer, body) {
  const serve = (request, response, root = site.root) => createSite({ root, isolation: true }).emit('request', request, response);
  const server = http.createServer((request, response) => answer(request, response, (root) => serve(request, response, root))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const page = watch(await (await site.browser.newContext()).newPage());
  try {
    await body(page, `http://127.0.0.1:${server.address().port}/`);
  } finally {
    await page.context().close();
    server.close();
    server.closeAllConnections();
  }
}

/** Sends this value of a header, whatever the site's server wants to send. */
function fixHeader(response, name, value) {
  const { setHeader, writeHead } = response;
  const fixed = (given, what) => (given.toLowerCase() === name.toLowerCase() ? value : what);
  response.setHeader = (given, what) => setHeader.call(response, given, fixed(given, what));
  response.writeHead = (status, headers = {}) =>
    writeHead.call(response, status, Object.fromEntries(Object.entries(headers).map(([given, what]) => [given, fixed(given, what)])));
}

const isOpen = (page) => page.locator('#opening').waitFor({ state: 'detached', timeout: 10_000 });
const HOUR = 'max-age=3600';

for (const [what, text] of [['that lacks what another one wants', 'export const other = 1;\n'], ['of which half is there', 'export class Theme {\n  constructor(']]) {
  test(`with a kept module ${what} the page says so in HTML, and Reload brings it anew`, { timeout: 30_000 }, async () => {
    let mended = false;
    await onHost((request, response, serve) => {
      fixHeader(response, 'Cache-Control', HOUR);
      if (mended || !request.url.endsWith('/theme.js')) return serve();
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': HOUR }).end(text);
    }, async (page, url) => {
      const says = page.getByText(/A part of the page does not work \(\/build-\w+\/web\/.*Reload the page/);
      await page.goto(url);
      await says.waitFor({ timeout: 5000 });
      mended = true;
      await page.goto(url);
      await says.waitFor({ timeout: 5000 });  // it has been kept
      await page.getByRole('button', { name: 'Reload' }).click();
      await page.waitForFunction(() => window.speedupLab, null, { timeout: 10_000 });
      await isOpen(page);
    });
  });
}

/** The next release, whose modules go with none of this one. */
function nextRelease() {
  const root = copySite();
  for (const name of ['main.js', 'theme.js']) {
    const file = path.join(filesOf(root), 'web', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\bTheme\b/g, 'Look'));
  }
  const index = path.join(root, 'index.html');
  const former = path.basename(filesOf(root));
  renameSync(path.join(root, former), path.join(root, 'build-next'));
  writeFileSync(index, readFileSync(index, 'utf8').replaceAll(former, 'build-next'));
  return root;
}

for (const [what, kept] of [['half of the former release', /(?<!\/|theme\.js)$/], ['index.html and half of the former release', /(?<!theme\.js)$/]]) {
  test(`where a browser keeps ${what}, the next one opens`, { timeout: 30_000 }, async () => {
    const next = nextRelease();
    let root = site.root;
    try {
      await onHost((request, response, serve) => {
        fixHeader(response, 'Cache-Control', kept.test(request.url) ? HOUR : 'no-store');
        serve(root);
      }, async (page, url) => {
        await page.goto(url);
        await isOpen(page);
        root = next;
        await page.goto(url);
        if (kept.test('/')) {
          await page.getByText(/A part of the page could not be loaded .*Reload the page/).waitFor({ timeout: 5000 });
          await page.getByRole('button', { name: 'Reload' }).click();
        }
        await page.waitForFunction(() => /build-next/.test(document.scripts[1]?.src), null, { timeout: 10_000 });
        await isOpen(page);
        assert.equal(await page.locator('#message').isVisible(), false);
      });
    } finally {
      rmSync(next, { recursive: true });
    }
  });
}

test('a host that answers the folder without its slash opens all the same', { timeout: 30_000 }, async () => {
  await onHost((request, response, serve) => {
    const [, below] = /^\/course\/lab(?:\/(.*))?$/.exec(request.url) ?? [null, 'none'];
    request.url = `/${below ?? ''}`;
    serve();
  }, async (page, url) => {
    await page.goto(`${url}course/lab`);
    await page.waitForURL(`${url}course/lab/*`, { timeout: 5000 });
    await isOpen(page);
  });
});

test('a host that sends .js as something else is told what to send', { timeout: 30_000 }, async () => {
  await onHost((request, response, serve) => {
    if (request.url.endsWith('.js')) fixHeader(response, 'Content-Type', 'application/octet-stream');
    fixHeader(response, 'X-Content-Type-Options', 'none');
    serve();
  }, async (page, url) => {
    await page.goto(url);
    await page.getByText(/sends \.js files as “application\/octet-stream”, but browsers run them only as “text\/javascript”/).waitFor({ timeout: 5000 });
  });
});

test('a host of index.html alone: what its owner can do stands there', { timeout: 30_000 }, async () => {
  await onHost((request, response, serve) => (request.url === '/' ? serve() : response.writeHead(404).end()), async (page, url) => {
    await page.goto(url);
    await page.getByText(/If nothing follows, reload the page\..*sends \.js as text\/javascript/s).waitFor({ timeout: 5000 });
  });
});

for (const [part, other] of [['wasm/panel.wasm', 'wasm/reader.wasm'], ['wasm/panel.js', 'wasm/reader.js']]) {
  test(`with another build's ${part} people read our words`, { timeout: 30_000 }, async () => {
    await onHost((request, response, serve) => {
      request.url = request.url.replace(part, other);
      serve();
    }, async (page, url) => {
      await page.goto(url);
      await page.getByRole('alert').getByText(/^The panel could not be (loaded|started)\. Reload the page\. If that does not help, try another browser\.$/).waitFor({ timeout: 10_000 });
    });
  });
}

test('opened from the disk the page says what it needs', async () => {
  const page = watch(await site.browser.newPage());
  await page.goto(pathToFileURL(path.join(site.root, 'index.html')).href);
  await page.getByText(/opened from the disk.*Serve its folder/).waitFor({ timeout: 5000 });
  await page.close();
});
