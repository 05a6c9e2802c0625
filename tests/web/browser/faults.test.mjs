// What goes wrong, on purpose: the page must name it, stay alive, and the next run must work.
import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';

import { test } from './evidence.mjs';
import { LONG, QUICK, begin, errorOf, resultOf, setUp, works } from './support.mjs';

let site;
let lab;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());
afterEach(() => lab?.close());

const opened = async (options) => (lab = await site.open(options));

test('a process whose script is missing is named; the next run works when it is back', async () => {
  await opened();
  const script = path.join(site.files, 'web/process_worker.js');
  renameSync(script, `${script}.away`);
  try {
    const error = await errorOf(lab, { ...QUICK.count, models: ['processes'] });
    assert.equal(error.name, 'WorkerError');
    assert.match(error.message, /process [12] of 2.*process_worker\.js could not be loaded/is);
    assert.match(error.next, /^Reload the page/);
  } finally {
    renameSync(`${script}.away`, script);
  }
  await works(lab);
});

test('a process whose program is missing is named; the next run works when it is back', async () => {
  const program = path.join(site.files, 'wasm/worker.wasm');
  renameSync(program, `${program}.away`);
  try {
    await opened();
    const error = await errorOf(lab, { ...QUICK.count, models: ['processes'] });
    assert.equal(error.name, 'WorkerError');
    assert.match(error.message, /worker\.wasm could not be fetched/);
  } finally {
    renameSync(`${program}.away`, program);
  }
  await works(lab);
});

test('a process that never says hello is given up within a limit and named', async () => {
  await opened({ before: (page) => page.addInitScript(() => {
    const { Worker } = window;
    window.Worker = class extends Worker {
      postMessage(message, transfer) {
        if (!(window.muteProcesses && message.type === 'start')) super.postMessage(message, transfer);
      }
    };
  }) });
  await lab.page.evaluate(() => { window.muteProcesses = true; });
  const error = await errorOf(lab, { ...QUICK.count, models: ['processes'] });
  assert.equal(error.name, 'WorkerError');
  assert.match(error.message, /process \d/i);
  await lab.page.evaluate(() => { window.muteProcesses = false; });
  await works(lab);
});

// While its own model runs, and between two of its trials, when nobody waits for it.
for (const [when, model] of [['in the middle of a run', 'processes'], ['between two trials', 'sequential']]) {
  test(`a process that dies ${when} is named, and the next run works`, async () => {
    await opened();
    const { running } = await begin(lab, { ...LONG, models: ['processes'] }, model);
    const process = lab.page.workers().find((worker) => worker.url().includes('process_worker'));
    process.evaluate(() => self.close()).catch(() => {});
    const { error } = await running;
    assert.equal(error.name, 'WorkerError');
    assert.match(error.message, /process \d/i);
    assert.equal(error.model, 'processes');
    await works(lab);
  });
}

/** Lets tests reach every worker that the window makes. */
const recordWorkers = (page) => page.addInitScript(() => {
  const { Worker } = window;
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(...options) {
      super(...options);
      window.workers.push(this);
    }
  };
});

test('an engine with threads that died is replaced without a reload', async () => {
  await opened({ before: recordWorkers });
  await works(lab);
  const { running } = await begin(lab, LONG);
  await lab.page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
  const { error, seconds } = await running;
  assert.equal(error.name, 'WorkerError');
  assert.match(error.next, /Run again/);
  assert.ok(seconds < 15, `it took ${seconds} s`);
  await works(lab);
});

test('an idle engine that died is replaced by the first run', async () => {
  await opened({ before: recordWorkers });
  await lab.page.evaluate(() => window.workers.forEach((worker) => worker.terminate()));
  assert.equal((await errorOf(lab, QUICK.count)).name, 'WorkerError');
  await works(lab);
});

test('a single engine that is stuck is replaced without a reload', async () => {
  await opened({ query: '?build=single' });
  const engine = lab.page.workers().find((worker) => worker.url().includes('engine_worker'));
  engine.evaluate(() => { for (;;); }).catch(() => {});
  assert.equal((await errorOf(lab, QUICK.count)).name, 'WorkerError');
  assert.equal((await resultOf(lab, { ...QUICK.count, models: ['processes'] })).models.length, 2);
});

test('an engine that is missing: the single build takes its place', async () => {
  const code = path.join(site.files, 'wasm/engine-threads.js');
  renameSync(code, `${code}.away`);
  try {
    await opened();
    assert.equal(lab.facts.build, 'single');
    assert.match(lab.facts.reasons.join(), /engine with threads could not be started/);
  } finally {
    renameSync(`${code}.away`, code);
  }
});

test('no engine at all: every model has its reason, and the page says so in HTML', async () => {
  const names = ['engine-threads.js', 'engine-single.js'].map((name) => path.join(site.files, 'wasm', name));
  for (const name of names) renameSync(name, `${name}.away`);
  try {
    await opened();
    assert.notEqual(lab.facts.models.length, 0);
    assert.ok(lab.facts.models.every(({ available, reason }) => !available && /could not be started/.test(reason)));
    await lab.page.getByRole('alert').getByText(/could not be started/).waitFor({ timeout: 5000 });
    const error = await errorOf(lab, QUICK.count);
    assert.equal(error.name, 'UnavailableError');
    assert.match(error.next, /Reload/);
  } finally {
    for (const name of names) if (existsSync(`${name}.away`)) renameSync(`${name}.away`, name);
  }
  await works(lab);
  assert.equal(await lab.page.getByRole('alert').isVisible(), false, 'the message is taken back');
});

const hopeless = [
  ['a browser without SIMD', /SIMD/, /Use/, () => { WebAssembly.validate = () => false; }],
  ['a browser without WebAssembly, so that there is no panel either', /WebAssembly/, /Use/, () => { delete window.WebAssembly; }],
  ['facts that cannot be found out', /could not find out what this browser can do\./, /Reload/, () => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get() { throw new Error('no facts'); } });
  }],
];
for (const [what, message, next, spoil] of hopeless) {
  test(`${what}: said on the page, and a run is refused with the reason`, async () => {
    await opened({ before: (page) => page.addInitScript(spoil) });
    assert.equal(lab.facts.build, 'none');
    assert.match(lab.facts.reasons.join(), message);
    assert.ok(lab.facts.models.every(({ available, reason }) => !available && message.test(reason)));
    await lab.page.getByRole('alert').getByText(message).waitFor({ timeout: 5000 });
    const error = await errorOf(lab, QUICK.count);
    assert.equal(error.name, 'UnavailableError');
    assert.match(error.message, message);
    assert.match(error.next, next);
  });
}
