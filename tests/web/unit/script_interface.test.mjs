import assert from 'node:assert/strict';
import test from 'node:test';

import { ScriptInterface } from '../../../web/script_interface.js';

function scripted() {
  const sent = [];
  const listeners = new Set();
  const host = {
    ask: (request) => sent.push({ ...request, run: sent.length + 1 }),
    cancel: () => sent.push({ type: 'cancel' }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const lab = new ScriptInterface(host);
  return { lab, sent, say: (notice) => listeners.forEach((listener) => listener(notice)) };
}

test('run sends the experiment and resolves with the result', async () => {
  const { lab, sent, say } = scripted();
  assert.equal(lab.result, null);
  const running = lab.run({ experiment: 'heavy', workers: 4 });
  const { type, run, experiment } = sent[0];
  assert.equal(type, 'run');
  assert.deepEqual(experiment, { experiment: 'heavy', workers: 4 });
  say({ type: 'started', run });
  say({ type: 'finished', run: run + 1, result: 'another' });
  say({ type: 'finished', run, result: 'mine' });
  assert.equal(await running, 'mine');
  assert.equal(lab.result, 'mine');
});

const codes = [
  ['invalid-argument', 'InvalidArgumentError'], ['unavailable', 'UnavailableError'], ['busy', 'BusyError'],
  ['cancelled', 'CancelledError'], ['download-failed', 'DownloadError'], ['worker-failed', 'WorkerError'],
  ['wrong-result', 'WrongResultError'], ['protocol', 'ProtocolError'], ['internal', 'InternalError'], ['new', 'InternalError'],
];
for (const [code, name] of codes) {
  test(`${code} is a ${name}`, async () => {
    const { lab, sent, say } = scripted();
    const running = lab.run();
    const error = { code, message: 'What happened.', next: 'What to do.', field: 'size' };
    say({ type: 'failed', run: sent[0].run, error, model: 'processes', measured: [{ model: 'sequential' }] });
    await assert.rejects(running, {
      name, message: 'What happened.', next: 'What to do.', field: 'size', model: 'processes',
      measured: [{ model: 'sequential' }],
    });
  });
}

test('half a character of UTF-16 stands as the replacement character, as text and as a key', () => {
  const { lab, sent } = scripted();
  lab.run({ experiment: '\ud800', models: ['a\udfff\udfffb', '\\ud800', '😀'], '\udc00': 1 });
  assert.deepEqual(sent[0].experiment, { experiment: '\ufffd', models: ['a\ufffd\ufffdb', '\\ud800', '😀'], '\ufffd': 1 });
});

test('cancel is a request; a cancelled run is a CancelledError', async () => {
  const { lab, sent, say } = scripted();
  const running = lab.run();
  lab.cancel();
  assert.deepEqual(sent[1], { type: 'cancel' });
  say({ type: 'cancelled', run: sent[0].run });
  await assert.rejects(running, { name: 'CancelledError', code: 'cancelled' });
});

const circular = {};
circular.self = circular;
for (const [what, experiment] of [['broken JSON', '{"size":'], ['null', null], ['a number', 5], ['a list', []], ['JSON of a list', '[]'], ['a circle', circular]]) {
  test(`${what} is no experiment`, async () => {
    const { lab, sent } = scripted();
    await assert.rejects(lab.run(experiment), { name: 'InvalidArgumentError', field: 'experiment' });
    assert.equal(sent.length, 0);
  });
}

test('an experiment may be JSON text, and numbers that JSON has not reach the engine as text', () => {
  const { lab, sent } = scripted();
  lab.run('{"experiment":"count"}');
  lab.run({ size: NaN, workers: -Infinity, tasks: 10n });
  assert.deepEqual(sent.map(({ experiment }) => experiment),
      [{ experiment: 'count' }, { size: 'NaN', workers: '-Infinity', tasks: '10' }]);
});

test('a listener hears every notice until it has enough', () => {
  const { lab, say } = scripted();
  const heard = [];
  const stop = lab.listen(({ type }) => heard.push(type));
  say({ type: 'started', run: 1 });
  stop();
  say({ type: 'cancelled', run: 1 });
  assert.deepEqual(heard, ['started']);
});

test('ready resolves once, with the first capabilities', async () => {
  const { lab } = scripted();
  lab.announce({ build: 'threads' });
  lab.announce({ build: 'single' });
  assert.deepEqual(await lab.ready, { build: 'threads' });
});
