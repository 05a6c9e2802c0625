// The ways in which people send bytes to a worker and back, each in its best form, timed in a worker as
// ours are. Asked with {way, size, rounds}; answers with the seconds of each round trip. The first message
// has the port to a plain worker that the window made.
import * as Comlink from './comlink.mjs';

const READ = 64;  // bytes that both sides look at, as ours do

let plain = null;
let port = null;
let comlink = null;
let pool = null;

function looked(bytes) {
  let sum = 0;
  for (let at = 0; at < Math.min(READ, bytes.length); at++) sum += bytes[at];
  if (sum === 0) throw new Error('nothing came');
  return bytes;
}

const WAYS = {
  // A structured clone each way.
  clone: (bytes) => roundTrip(worker(), bytes, []),
  // The same between two workers neither of which made the other, as engine and process are.
  'clone over a port': (bytes) => roundTrip(port, bytes, []),
  // The buffer is given away each way; a copy first, since the sender keeps its data, as ours does.
  transfer: (bytes) => {
    const copy = bytes.slice();
    return roundTrip(worker(), copy, [copy.buffer]);
  },
  comlink: async (bytes) => {
    comlink ??= Comlink.wrap(new Worker(new URL('./comlink_worker.js', import.meta.url), { type: 'module' }));
    return comlink.echo(bytes);
  },
  'comlink, transfer': async (bytes) => {
    comlink ??= Comlink.wrap(new Worker(new URL('./comlink_worker.js', import.meta.url), { type: 'module' }));
    const copy = bytes.slice();
    return comlink.echoTransfer(Comlink.transfer(copy, [copy.buffer]));
  },
  workerpool: async (bytes) => {
    pool ??= globalThis.workerpool.pool(String(new URL('./workerpool_worker.js', import.meta.url)), { maxWorkers: 1 });
    return pool.exec('echo', [bytes]);
  },
};

function worker() {
  plain ??= new Worker(new URL('./plain_worker.js', import.meta.url));
  return plain;
}

function roundTrip(to, bytes, transfer) {
  return new Promise((resolve) => {
    to.onmessage = ({ data }) => resolve(data);
    to.postMessage({ bytes, transfer: transfer.length > 0 }, transfer);
  });
}

self.onmessage = async ({ data: { toPlain, way, size, rounds } }) => {
  if (toPlain) {
    port = toPlain;
    return;
  }
  try {
    if (way === 'workerpool' && !globalThis.workerpool) globalThis.workerpool = (await import('./workerpool.mjs')).default;
    const bytes = new Uint8Array(size).fill(1);
    const seconds = [];
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      looked(await WAYS[way](bytes));
      seconds.push((performance.now() - begin) / 1000);
    }
    self.postMessage(seconds);
  } catch (error) {
    self.postMessage(String(error));
  }
};
