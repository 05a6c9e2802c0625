import assert from 'node:assert/strict';
import test from 'node:test';

import { choose } from '../../../web/choice.js';
import { reasonsFor, withReasons } from '../../../web/ready_notice.js';

const able = { wasm: true, simd: true, opaque: false, isolated: true, sharedMemory: true, secure: true };
const ready = (build) => ({
  type: 'ready',
  environment: { build },
  models: [{ model: 'sequential', available: true, reason: '' }, { model: 'threads-gil', available: false, reason: 'Not isolated.' }],
});

test('a model that the single build lacks carries the true reason', () => {
  for (const [facts, wishes, givenUp, says] of [
    [able, { build: 'single' }, '', /Remove build=single/],
    [{ ...able, isolated: false }, {}, '', /no shared memory.*require-corp/],
    [able, {}, 'it aborted', /could not be started: it aborted\. Reload/],
    [able, { build: 'warp' }, 'it aborted', /could not be started: it aborted\. Reload/],
  ]) {
    const [sequential, threads] = withReasons(ready('single'), reasonsFor('single', choose(facts, wishes), givenUp)).models;
    assert.equal(sequential.reason, '');
    assert.match(threads.reason, says);
    assert.equal(threads.available, false);
  }
});

test('other builds, and a build chosen for no known reason, keep their own', () => {
  for (const [build, reasons] of [['threads', ['Ignored.']], ['none', ['No WebAssembly.']], ['single', []]]) {
    assert.deepEqual(withReasons(ready(build), reasons), ready(build));
  }
});

test('the build that was chosen has the reasons of the choice, whatever failed before', () => {
  const choice = { build: 'threads', reasons: ['Ignored.'] };
  assert.deepEqual(reasonsFor('threads', choice, 'it aborted'), ['Ignored.']);
  assert.equal(reasonsFor('single', choice, 'it aborted').length, 2);
});
