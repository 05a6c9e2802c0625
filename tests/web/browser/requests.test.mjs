// What is asked of it and cannot be, or shall no longer be: the page must name it, stay alive, and the next run must work.
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, afterEach, before } from 'node:test';
import { inspect } from 'node:util';

import { test } from './evidence.mjs';
import { LONG, QUICK, begin, errorOf, resultOf, run, setUp, works } from './support.mjs';

let site;
let lab;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());
afterEach(() => lab?.close());

const opened = async (options) => (lab = await site.open(options));

for (const model of ['sequential', 'threads-gil', 'threads-free', 'processes']) {
  test(`cancel in the middle of a long task of ${model}, then run again`, async (t) => {
    await opened();
    await works(lab);
    const { running } = await begin(lab, { ...LONG, models: [model] }, model);
    t.diagnostic(`cancelled after ${await cancels(running)} ms`);
    await works(lab);
  });
}

test('cancel a download that takes long', async () => {
  await opened();
  const { running } = await begin(lab, { experiment: 'downloads', latency: 9000, timeout: 20_000 });
  await cancels(running);
  await works(lab);
});

async function cancels(running) {
  const asked = Date.now();
  await lab.page.evaluate(() => window.speedupLab.cancel());
  const { error } = await running;
  const taken = Date.now() - asked;
  assert.equal(error?.name, 'CancelledError', JSON.stringify(error));
  assert.ok(taken < 1000, `it took ${taken} ms`);
  return taken;
}

test('a second run while one is under way is refused, the first goes on', async () => {
  await opened();
  const first = run(lab, { ...QUICK.count, size: 200_000_000 });
  assert.equal((await errorOf(lab, QUICK.count)).name, 'BusyError');
  assert.ok((await first).result);
});

const faulty = [
  // experiment, field that is named, what the message must say
  [{ size: 0 }, 'size', /0.*1/], [{ size: -5 }, 'size', /-5/], [{ size: 1e300 }, 'size', /size/i], [{ size: NaN }, 'size', /NaN/],
  [{ size: Infinity }, 'size', /Infinity/], [{ size: 1.5 }, 'size', /1\.5/], [{ size: 'many' }, 'size', /many/],
  [{ size: null }, 'size', /size/i], [{ size: {} }, 'size', /size/i], [{ size: [1] }, 'size', /size/i],
  [{ size: 2n ** 70n }, 'size', /size/i],
  [{ workers: 0 }, 'workers', /1 to/], [{ workers: 10_000 }, 'workers', /10000|10,000/], [{ workers: NaN }, 'workers', /NaN/],
  [{ tasks: -1 }, 'tasks', /-1/], [{ repetitions: 0 }, 'repetitions', /0/], [{ warmups: -1 }, 'warmups', /-1/],
  [{ switch_interval: 0 }, 'switch-interval', /0/], [{ switch_interval: -Infinity }, 'switch-interval', /Infinity/],
  [{ experiment: 'downloads', latency: -1 }, 'latency', /-1/], [{ experiment: 'downloads', timeout: 0 }, 'timeout', /0/],
  [{ experiment: 'downloads', urls: ['nonsense'] }, 'urls', /nonsense/],
  [{ experiment: 'dance' }, 'experiment', /dance/], [{ preset: 'dance' }, 'preset', /dance/], [{ models: ['fibers'] }, 'models', /fibers/],
  [{ speed: 5 }, 'speed', /speed/],
  ['{"experiment":', 'experiment', /JSON/], ['[]', 'experiment', /object/], [null, 'experiment', /object/], [7, 'experiment', /object/],
];

test('bad input is refused with its field and range, and harms nothing', async () => {
  await opened();
  const misses = [];
  for (const [experiment, field, says] of faulty) {
    const { error } = await run(lab, experiment && typeof experiment === 'object' ? { ...QUICK.count, ...experiment } : experiment);
    if (error?.name !== 'InvalidArgumentError' || error.field.replaceAll('_', '-') !== field || !says.test(error.message)) {
      misses.push(`${inspect(experiment)}: ${JSON.stringify(error)}`);
    }
  }
  assert.deepEqual(misses, []);
  await works(lab);
});

const addresses = ['v=99&build=warp', '&&&==&?v=1&experiment=dance&size=-1&workers=1e9&tasks=NaN', `workers=%00%ff%&theme=<script>alert(1)</script>&size=0x10&models=${'x'.repeat(5000)}`];

test('nonsense in the address does not keep the page from working', async () => {
  for (const query of addresses) {
    await opened({ query: `?${query}` });
    await works(lab);
    assert.deepEqual(lab.complaints.filter((text) => /^error/.test(text)), [], query);
    await lab.close();
  }
});

const downloads = (settings) => errorOf(lab, { experiment: 'downloads', repetitions: 1, warmups: 0, ...settings });

test('downloads that fail: another status, refused, too late', async () => {
  await opened();
  const missing = await downloads({ urls: [`${site.url}none.json`] });
  assert.equal(missing.name, 'DownloadError');
  assert.match(missing.message, /404/);

  const closed = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address();
  await new Promise((resolve) => closed.close(resolve));
  const refused = await downloads({ urls: [`http://127.0.0.1:${port}/x`] });
  assert.equal(refused.name, 'DownloadError');

  const tooLate = await downloads({ latency: 3000, timeout: 300 });
  assert.equal(tooLate.name, 'InvalidArgumentError', 'what must come too late is refused at once');
  const late = await downloads({ urls: [`${site.url}delay/30000/posts/1.json`], timeout: 300 });
  assert.equal(late.name, 'DownloadError');
  assert.match(late.message, /300|time/);
  assert.ok(late.seconds < 15, `it took ${late.seconds} s`);
  assert.equal((await resultOf(lab, QUICK.downloads)).models.length, 4);
});

/** A server that says `begin`, and then `more` every few milliseconds for as long as somebody listens. */
async function chatter(begin, more, pause) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.write(begin);
    const timer = setInterval(() => socket.write(more), pause);
    socket.on('close', () => clearInterval(timer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

test('headers that come byte by byte, or without end, are no reason to wait longer', async () => {
  await opened();
  const line = 'Again: and again and again and again\r\n'.repeat(200);
  const trickle = await chatter('HTTP/1.1 200 OK\r\nSlow: ', 'x', 100);
  const flood = await chatter('HTTP/1.1 200 OK\r\n', line, 1);
  try {
    const late = await downloads({ urls: [trickle.url], timeout: 700 });
    assert.match(late.message, /no complete response within 700 ms/);
    assert.ok(late.seconds < 15, `it took ${late.seconds} s`);
    const full = await downloads({ urls: [flood.url], timeout: 30_000 });
    assert.equal(full.name, 'DownloadError');
    assert.ok(full.seconds < 15, `it took ${full.seconds} s`);
  } finally {
    trickle.close();
    flood.close();
  }
});

test('an address with a password is refused, and the password is nowhere', async () => {
  await opened({ query: '?v=1&experiment=downloads&urls=http%3A%2F%2Fme%3Asecret%40127.0.0.1%2Fx' });
  await lab.page.waitForFunction(() => !location.search.includes('secret'), null, { timeout: 5000 });
  const refused = await downloads({ urls: ['http://me:secret@127.0.0.1/x'] });
  assert.equal(refused.field, 'urls');
  assert.match(refused.message, /"http:\/\/127\.0\.0\.1\/x" cannot be downloaded: it contains a user name or password/);
  assert.ok(!refused.message.includes('secret'));
  const high = await downloads({ urls: ['http://127.0.0.1:70000/x'] });
  assert.match(high.message, /port 70000 is not a number from 1 to 65,535/);
});

test('a server that goes away in the middle of downloads', async () => {
  const gone = await setUp();
  try {
    lab = await gone.open();
    const { running } = await begin(lab, { experiment: 'downloads', latency: 500, repetitions: 20 }, 'threads-gil');
    gone.server.stop();
    const { error } = await running;
    assert.equal(error.name, 'DownloadError');
  } finally {
    await gone.tearDown();
  }
});
