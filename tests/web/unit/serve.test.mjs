import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { parseArguments } from '../../../web/server/arguments.mjs';
import { delayedBody, parseDelay } from '../../../web/server/delay.mjs';
import { headersFor } from '../../../web/server/headers.mjs';
import { createSite } from '../../../web/server/site.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SCRIPT = path.join(ROOT, 'web/serve.mjs');
const TEXT = 'The page.\n'.repeat(100);

let folder;
const servers = {};

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lab-serve-'));
  const root = path.join(folder, 'site');
  mkdirSync(path.join(root, 'wasm'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, 'index.html'), TEXT);
  writeFileSync(path.join(root, 'wasm/a.wasm'), Buffer.alloc(1000));
  writeFileSync(path.join(root, 'small.js'), '1');
  mkdirSync(path.join(root, '.git'));
  for (const name of ['.git/config', '.env']) writeFileSync(path.join(root, name), 'secret');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
  for (const [name, isolation] of [['isolated', true], ['plain', false]]) {
    servers[name] = createSite({ root, isolation }).listen(0, '127.0.0.1');
    await once(servers[name], 'listening');
  }
});

after(() => {
  for (const server of Object.values(servers)) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true });
});

/** A request whose path nothing tidies up. */
async function ask(target, { method = 'GET', headers = {}, server = servers.isolated } = {}) {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', path: target, method, headers }).end();
  const [response] = await once(request, 'response');
  const parts = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
}

test('serves the folder with types, and index.html for "/"', async () => {
  const page = await ask('/');
  assert.equal(page.status, 200);
  assert.equal(page.body.toString(), TEXT);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal((await ask('/wasm/a.wasm?x=1')).headers['content-type'], 'application/wasm');
  assert.equal((await ask('/small.js')).headers['content-type'], 'text/javascript; charset=utf-8');
});

test('isolates every answer, also errors; a plain host does not', async () => {
  for (const target of ['/', '/none', '/delay/0/posts/1.json', '/delay/x/posts/1.json']) {
    const { headers } = await ask(target);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-embedder-policy'], 'require-corp');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['document-isolation-policy'], 'isolate-and-credentialless');
    assert.match(headers['content-security-policy'], /script-src 'self' 'wasm-unsafe-eval' 'sha256-.{44}'; worker-src 'self'/);
  }
  const { headers } = await ask('/', { server: servers.plain });
  assert.deepEqual(Object.keys(headers).filter((name) => /cross-origin|isolation/.test(name)), []);
  assert.match(headers['content-security-policy'], /default-src 'none'/);
});

test('the policy allows the one script that stands in index.html', () => {
  const [, script] = /<script>(.*?)<\/script>/s.exec(readFileSync(path.join(ROOT, 'shell/page/index.html'), 'utf8'));
  const policy = headersFor(false)['Content-Security-Policy'];
  assert.ok(policy.includes(`'sha256-${createHash('sha256').update(script).digest('base64')}'`), policy);
});

test('compresses what gains by it, as the browser accepts', async () => {
  const encodings = [
    ['gzip, deflate, br', 'br', brotliDecompressSync], ['gzip', 'gzip', gunzipSync], ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', undefined, (bytes) => bytes],
  ];
  for (const [accepted, encoding, decode] of encodings) {
    const { headers, body } = await ask('/', { headers: { 'accept-encoding': accepted } });
    assert.equal(headers['content-encoding'], encoding);
    assert.equal(Number(headers['content-length']), body.length);
    assert.equal(decode(body).toString(), TEXT);
  }
  assert.equal((await ask('/small.js', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'], undefined);
});

test('a file that is known need not be sent again, a changed one is', async () => {
  const { headers } = await ask('/small.js');
  assert.equal((await ask('/small.js', { headers: { 'if-none-match': headers.etag } })).status, 304);
  writeFileSync(path.join(folder, 'site/small.js'), '22');
  const changed = await ask('/small.js', { headers: { 'if-none-match': headers.etag } });
  assert.equal(changed.body.toString(), '22');
});

test('a file of a build may be kept, others are asked for anew', async () => {
  mkdirSync(path.join(folder, 'site/build-0a'), { recursive: true });
  writeFileSync(path.join(folder, 'site/build-0a/a.js'), '1');
  const kept = async (target) => (await ask(target)).headers['cache-control'];
  assert.match(await kept('/build-0a/a.js'), /immutable/);
  for (const target of ['/', '/small.js', '/build-0a/none.js']) assert.equal(await kept(target), 'no-cache', target);
});

test('a HEAD has no body', async () => {
  const { headers, body } = await ask('/', { method: 'HEAD' });
  assert.deepEqual([Number(headers['content-length']), body.length], [TEXT.length, 0]);
});

test('a folder that does not hold the built page is served only if that is said', () => {
  assert.match(parseArguments(['--root', folder]).error, /does not hold the built page.*--any-folder/);
  mkdirSync(path.join(folder, 'site/build-1/web'), { recursive: true });
  writeFileSync(path.join(folder, 'site/build-1/web/main.js'), '');
  assert.equal(parseArguments(['--root', path.join(folder, 'site')]).error, undefined);
});

test('a folder asked for without its slash is sent on, with its query', async () => {
  mkdirSync(path.join(folder, 'site/course/la b'), { recursive: true });
  writeFileSync(path.join(folder, 'site/course/la b/index.html'), TEXT);
  const { status, headers } = await ask('/course/la%20b?v=1&urls=x?y');
  assert.deepEqual([status, headers.location], [302, './la%20b/?v=1&urls=x?y']);
});

test('a large file is sent as it is read, and not kept', async () => {
  const size = 100_000_000;
  const large = path.join(folder, 'site/large.json');
  writeFileSync(large, '');
  truncateSync(large, size);
  const before = process.memoryUsage().rss;
  const request = http.request({ port: servers.plain.address().port, host: '127.0.0.1', path: '/large.json', headers: { 'accept-encoding': 'br' } }).end();
  const [response] = await once(request, 'response');
  let [bytes, most] = [0, 0];
  for await (const part of response) [bytes, most] = [bytes + part.length, Math.max(most, process.memoryUsage().rss)];
  const { headers } = response;
  assert.deepEqual([bytes, headers['content-length'], headers['content-encoding']], [size, String(size), undefined]);
  assert.ok(most - before < size / 2, `${(most - before) / 1e6} MB more`);
  assert.equal((await ask('/large.json', { headers: { 'if-none-match': headers.etag } })).status, 304);
  const head = await ask('/large.json', { method: 'HEAD' });
  assert.deepEqual([head.headers['content-length'], head.body.length], [String(size), 0]);
});

test('answers GET and HEAD only', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('/', { method })).status, 405);
});

test('nothing outside the folder is served', async () => {
  const targets = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/wasm/../../secret.txt', '/link.txt', '/.env', '/.git/config', '/wasm/../.env',
    '/..\\secret.txt', '/wasm', '/none.html', `/${'a'.repeat(5000)}`];
  for (const target of targets) {
    const { status, body } = await ask(target);
    assert.equal(status, 404, target.slice(0, 40));
    assert.doesNotMatch(body.toString(), /^secret/);
  }
  for (const target of ['/%', '/%ff']) assert.equal((await ask(target)).status, 400, target);
  assert.equal((await ask('/%00')).status, 404);
});

test('answers a download after its delay', async () => {
  const start = performance.now();
  const { body, headers } = await ask('/delay/120/posts/3.json');
  assert.ok(performance.now() - start >= 119, 'it came too early');
  assert.equal(body.toString(), delayedBody(3, 120));
  assert.equal(headers['cache-control'], 'no-store');
});

test('the body of a download, to the byte', () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(6);
  assert.equal(delayedBody(3, 200), `{"id":3,"delay_ms":200,"text":"${text}"}`);
  assert.equal(delayedBody(3, 200).length, 303);
});

const delays = [
  ['/delay/0/posts/1.json', { id: 1, delay: 0 }],
  ['/delay/60000/posts/999999.json', { id: 999999, delay: 60000 }],
  ['/delay/60001/posts/1.json', /0 to 60000 ms, not "60001"/],
  ['/delay/-1/posts/1.json', /not "-1"/],
  ['/delay/1.5/posts/1.json', /not "1.5"/],
  ['/delay/1e3/posts/1.json', /not "1e3"/],
  ['/delay//posts/1.json', /not ""/],
  ['/delay/0/posts/x.json', /number of a post/],
  ['/delay/0/posts/1', /Ask for/],
  ['/delay/', /Ask for/],
  ['/delayed.html', null],
];
for (const [target, meant] of delays) {
  test(`${target} ${meant === null ? 'is a file' : 'is understood or refused with a sentence'}`, () => {
    const parsed = parseDelay(target);
    if (meant instanceof RegExp) assert.match(parsed.error, meant);
    else assert.deepEqual(parsed, meant);
  });
}

test('a delay that cannot be had is status 400', async () => {
  assert.equal((await ask('/delay/99999/posts/1.json')).status, 400);
});

const lines = [
  ['', { root: '.', port: 8080, isolation: true, anyFolder: true }],
  ['--port 0 --no-isolation', { root: '.', port: 0, isolation: false, anyFolder: true }],
  ['--port=81', { root: '.', port: 81, isolation: true, anyFolder: true }],
  ['--port 1 --help', { help: true }],
  ['--port 65536', /0 to 65535/], ['--port x', /0 to 65535/], ['--port -1', /0 to 65535/], ['--port', /needs a value/],
  ['--root /does/not/exist', /must be a folder/], ['--verbose', /not an option/], ['dist', /not an option/], ['--no-isolation=1', /not an option/],
];
for (const [line, meant] of lines) {
  test(`the command line "${line}"`, () => {
    const parsed = parseArguments(['--root', '.', '--any-folder', ...line.split(' ').filter(Boolean)]);
    if (meant instanceof RegExp) assert.match(parsed.error, meant);
    else assert.deepEqual(parsed, meant);
  });
}

async function run(...words) {
  const child = spawn(process.execPath, [SCRIPT, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text) => (output.out += text));
  child.stderr.on('data', (text) => (output.err += text));
  return { child, output };
}

test('prints where it serves, and ends on a signal', { timeout: 10_000 }, async () => {
  const { child } = await run('--root', folder, '--any-folder', '--port', '0');
  const [line] = await once(child.stdout, 'data');
  const url = /^serving (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(line)?.[1];
  assert.ok(url, `printed ${line}`);
  assert.equal((await fetch(`${url}secret.txt`)).status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('a busy port is exit 1, a wrong command line exit 2, each with a sentence', { timeout: 10_000 }, async () => {
  const busy = await run('--root', folder, '--any-folder', '--port', String(servers.plain.address().port));
  assert.deepEqual(await once(busy.child, 'close'), [1, null]);
  assert.match(busy.output.err, /^Port \d+ is in use/);
  const wrong = await run('--speed', '5');
  assert.deepEqual(await once(wrong.child, 'close'), [2, null]);
  assert.match(wrong.output.err, /"--speed" is not an option/);
  const help = await run('--help');
  assert.deepEqual(await once(help.child, 'close'), [0, null]);
  assert.match(help.output.out, /--no-isolation/);
});
