import assert from 'node:assert/strict';
import test from 'node:test';

import { choose } from '../../../web/choice.js';

const able = { wasm: true, simd: true, opaque: false, isolated: true, sharedMemory: true, secure: true };

const table = [
  // facts that differ, wishes, build, what the reasons say
  [{}, {}, 'threads', []],
  [{}, { build: null }, 'threads', []],
  [{}, { build: 'threads' }, 'threads', []],
  [{}, { build: 'single' }, 'single', [/build=single/]],
  [{}, { build: '<b>' }, 'threads', [/build=<b>.*ignored/]],
  [{ isolated: false, sharedMemory: false }, {}, 'single', [/Cross-Origin-Embedder-Policy/]],
  [{ isolated: false, sharedMemory: false }, { build: 'threads' }, 'single', [/require-corp\.$/]],
  [{ isolated: false, sharedMemory: false, framed: true }, {}, 'single', [/tab of its own/]],
  [{ isolated: false, secure: false, sharedMemory: false }, {}, 'single', [/https/]],
  [{ sharedMemory: false }, {}, 'single', [/SharedArrayBuffer/]],
  [{ sharedMemory: false }, { build: 'x' }, 'single', [/build=x/, /SharedArrayBuffer/]],
  [{ wasm: false, simd: false }, {}, 'none', [/WebAssembly\. Use a current/]],
  [{ simd: false }, {}, 'none', [/SIMD/]],
  [{ opaque: true }, { build: 'single' }, 'none', [/tab of its own/]],
];

for (const [facts, wishes, build, reasons] of table) {
  test(`${JSON.stringify(facts)} and ${JSON.stringify(wishes)} give ${build}`, () => {
    const choice = choose({ ...able, ...facts }, wishes);
    assert.equal(choice.build, build);
    assert.equal(Boolean(choice.obstacle), build === 'none');
    assert.equal(choice.reasons.length, reasons.length);
    reasons.forEach((pattern, i) => assert.match(choice.reasons[i], pattern));
  });
}
