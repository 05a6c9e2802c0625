import assert from 'node:assert/strict';
import test from 'node:test';

import { browserName } from '../../../web/browser_name.js';
import { detectCapabilities } from '../../../web/capabilities.js';

/** A window in which everything is there; `changes` take things away. */
function fakeWindow(changes = {}) {
  let now = 0;
  return {
    location: { href: 'http://127.0.0.1:8080/lab/index.html?v=1' },
    navigator: { hardwareConcurrency: 8, userAgent: 'Firefox/140.0 Linux', locks: { request() {} } },
    performance: { now: () => (now += 0.005) },
    fetch: async (url) => Response.json({ id: 1, url }),
    crossOriginIsolated: true,
    isSecureContext: true,
    origin: 'http://127.0.0.1:8080',
    SharedArrayBuffer,
    MessageChannel,
    WebAssembly,
    ...changes,
  };
}

test('an isolated page has it all', async () => {
  const facts = await detectCapabilities(fakeWindow());
  assert.deepEqual({ ...facts, timerStep: 0 }, {
    isolated: true, sharedMemory: true, cores: 8, secure: true, wasm: true, simd: true, opaque: false, framed: false, locks: true,
    timerStep: 0, system: 'Firefox 140 on Linux', origin: 'http://127.0.0.1:8080/lab/', delays: true,
  });
  assert.ok(Math.abs(facts.timerStep - 5e-6) < 1e-9, `timer step ${facts.timerStep}`);
});

test('isolation alone is no proof of shared memory', async () => {
  const facts = await detectCapabilities(fakeWindow({ SharedArrayBuffer: undefined }));
  assert.equal(facts.isolated, true);
  assert.equal(facts.sharedMemory, false);
});

test('shared memory that cannot be posted does not count', async () => {
  class Refusing {
    port1 = { postMessage() { throw new DOMException('no', 'DataCloneError'); }, close() {} };
    port2 = { close() {} };
  }
  const facts = await detectCapabilities(fakeWindow({ MessageChannel: Refusing }));
  assert.equal(facts.sharedMemory, false);
});

test('a browser without WebAssembly, cores and locks', async () => {
  const facts = await detectCapabilities(fakeWindow({ WebAssembly: undefined, navigator: { userAgent: '' } }));
  assert.deepEqual([facts.wasm, facts.simd, facts.sharedMemory, facts.cores, facts.locks], [false, false, false, 1, false]);
});

test('a sandbox has an opaque origin', async () => {
  assert.equal((await detectCapabilities(fakeWindow({ origin: 'null' }))).opaque, true);
});

const hosts = [
  ['a plain file host', async () => new Response('', { status: 404 })],
  ['a host that answers everything with a page', async () => new Response('<!doctype html>')],
  ['a host that answers with other JSON', async () => Response.json({ id: 2 })],
  ['no host', async () => { throw new TypeError('Failed to fetch'); }],
];
for (const [name, fetch] of hosts) {
  test(`${name} has no delays`, async () => {
    assert.equal((await detectCapabilities(fakeWindow({ fetch }))).delays, false);
  });
}

test('the clock may stand still for a while', async () => {
  let readings = 0;
  const performance = { now: () => Math.floor(readings++ / 100) };
  assert.equal((await detectCapabilities(fakeWindow({ performance }))).timerStep, 0.001);
});

const agents = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', undefined, 'Firefox 140 on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
    [{ brand: 'Not)A;Brand', version: '8' }, { brand: 'Chromium', version: '138' }, { brand: 'Microsoft Edge', version: '138' }],
    'Edge 138 on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    [{ brand: 'Chromium', version: '156' }, { brand: 'Not/A)Brand', version: '24' }], 'Chromium 156 on Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    undefined, 'Safari 18.5 on macOS'],
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
    undefined, 'Chrome 150 on Android'],
  ['', undefined, 'an unknown browser'],
];
for (const [userAgent, brands, name] of agents) {
  test(`${name} is called so`, () => {
    assert.equal(browserName({ userAgent, userAgentData: brands && { brands } }), name);
  });
}
