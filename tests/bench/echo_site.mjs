// A page in which round trips of messages and the recording of events can be timed: ours and the rivals'.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT, filesOf } from '../web/browser/support.mjs';

/** What `window.rival` knows. */
export const WAYS = ['clone', 'clone over a port', 'transfer', 'comlink', 'comlink, transfer', 'workerpool'];

/** Puts the page into a copy of the site, with the echo programs in the place of the engine and of its process. */
export function addEcho(root) {
  const files = filesOf(root);
  const bench = path.join(ROOT, 'tests/bench');
  const modules = path.join(ROOT, 'tests/node_modules');
  cpSync(path.join(ROOT, 'build/web/bench/wasm'), path.join(files, 'wasm'), { recursive: true });
  cpSync(bench, path.join(files, 'bench'), { recursive: true });
  copyFileSync(path.join(bench, 'messages.html'), path.join(files, 'messages.html'));
  copyFileSync(path.join(modules, 'comlink/dist/esm/comlink.mjs'), path.join(files, 'bench/comlink.mjs'));
  const workerpool = path.join(modules, 'workerpool/dist/workerpool.js');
  copyFileSync(workerpool, path.join(files, 'bench/workerpool.js'));
  writeFileSync(path.join(files, 'bench/workerpool.mjs'),
    `const module = { exports: {} }; const exports = module.exports;\n${readFileSync(workerpool, 'utf8')}\nexport default module.exports;\n`);
}

/** @param {string} files their address */
export async function openEcho(browser, files) {
  const page = await browser.newPage();
  await page.goto(new URL('messages.html', files).href);
  await page.waitForFunction(() => window.benchReady, null, { timeout: 20_000 });
  return page;
}
