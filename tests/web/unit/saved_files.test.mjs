import assert from 'node:assert/strict';
import test from 'node:test';

import { SavedFiles } from '../../../web/saved_files.js';
import { FakeWorker } from './fakes.mjs';

/** Saved files with a panel that notes what it is told, and the workers that were made. */
function make() {
  const told = [];
  const note = (name) => (...values) => told.push([name, ...values]);
  const names = ['open', 'refuse', 'reading', 'piece', 'showPieces', 'dropPieces'];
  const panel = Object.fromEntries(names.map((name) => [name, note(name)]));
  const workers = [];
  const files = new SavedFiles(() => panel, () => workers[workers.push(new FakeWorker()) - 1]);
  return { told, workers, files };
}

const file = (name, size) => ({ name, size, text: async () => `text of ${name}` });

test('a small file is read by the panel itself', async () => {
  const { told, workers, files } = make();
  await files.open(file('a.json', 1000));
  assert.deepEqual(told, [['open', 'a.json', 'text of a.json']]);
  assert.equal(workers.length, 0);
});

test('no file is nothing to do', async () => {
  const { told, files } = make();
  await files.open(undefined);
  assert.deepEqual(told, []);
});

test('one that is larger than can be shown is refused without being read', async () => {
  const { told, workers, files } = make();
  await files.open(file('a.json', 64_000_001));
  assert.deepEqual(told, [['refuse', 'a.json', 'it is larger than 64 MB.', 'Open a file that Speedup Lab saved.']]);
  assert.equal(workers.length, 0);
});

test('one that cannot be read is refused by name', async () => {
  const { told, files } = make();
  await files.open({ name: 'a.json', size: 1, text: () => Promise.reject(new Error('gone')) });
  assert.deepEqual(told.map(([what, name, reason]) => [what, name, reason]), [['refuse', 'a.json', 'it cannot be read (gone).']]);
});

test('a large file comes in pieces, and how far it is', async () => {
  const { told, workers, files } = make();
  await files.open(file('a.json', 5_000_000));
  const [worker] = workers;
  assert.equal(worker.posted[0].message.name, 'a.json');
  worker.say({ type: 'progress', share: 0.5 });
  worker.say({ type: 'progress', share: 0.501 });  // tells nothing new
  worker.say({ type: 'piece', text: 'one', share: 0 });
  worker.say({ type: 'piece', text: 'two', share: 1 });
  worker.say({ type: 'end' });
  assert.deepEqual(told, [
    ['dropPieces'], ['reading', 'a.json', 0], ['reading', 'a.json', 0.25],
    ['piece', 'a.json', 'one'], ['reading', 'a.json', 0.5], ['piece', 'a.json', 'two'], ['reading', 'a.json', 1], ['showPieces', 'a.json']]);
  assert.ok(worker.terminated);
});

test('another file takes the place of one that is still being read', async () => {
  const { told, workers, files } = make();
  await files.open(file('a.json', 5_000_000));
  await files.open(file('b.json', 6_000_000));
  assert.ok(workers[0].terminated);
  workers[0].say({ type: 'piece', text: 'late', share: 1 });
  workers[0].say({ type: 'end' });
  assert.ok(!told.some(([what]) => what === 'piece' || what === 'showPieces'));
});

for (const [what, say, reason] of [
  ['is refused', (worker) => worker.say({ type: 'refused', reason: 'The result cannot be read: why.', next: 'Do.' }), 'The result cannot be read: why.'],
  ['ends its reader', (worker) => worker.say({ type: 'failed', reason: 'no memory' }), 'it cannot be read (no memory).'],
  ['finds no reader', (worker) => worker.error(''), 'it cannot be read, because a part of the page could not be loaded.'],
]) {
  test(`a large file that ${what} is named once`, async () => {
    const { told, workers, files } = make();
    await files.open(file('a.json', 5_000_000));
    say(workers[0]);
    say(workers[0]);
    assert.deepEqual(told.filter(([word]) => word === 'refuse').map(([, name, why]) => [name, why]), [['a.json', reason]]);
    assert.ok(workers[0].terminated);
  });
}
