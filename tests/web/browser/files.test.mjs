// What people take away from the page as files, and bring back to it.
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { test } from './evidence.mjs';
import { coloursOf } from './png.mjs';
import { click, QUICK, resultOf, saidOn, screenshotFolder, setUp } from './support.mjs';

let site;
let lab;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());
afterEach(() => lab?.close());

/** Unfolds what can be saved, and saves one of it. */
async function save(name) {
  const controls = await lab.page.evaluate(() => window.speedupLab.panel.controls());
  if (!controls.some((control) => control.name === name)) await click(lab.page, 'save');
  const [download] = await Promise.all([lab.page.waitForEvent('download', { timeout: 20_000 }), click(lab.page, name)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Chooses a file to open. */
async function choose(file) {
  const [chooser] = await Promise.all([lab.page.waitForEvent('filechooser', { timeout: 5000 }), click(lab.page, 'open')]);
  await chooser.setFiles(file);
}

/** Width and height of a PNG, from its header. */
function sizeOfPng(bytes) {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.equal(bytes.subarray(12, 16).toString(), 'IHDR');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

for (const [width, height, deviceScaleFactor] of [[1280, 800, 1], [360, 1600, 3]]) {
  test(`at ${width} px a picture is saved, as wide as any`, async () => {
    const touch = width < 720;
    lab = await site.open({ context: { viewport: { width, height }, deviceScaleFactor, hasTouch: touch, isMobile: touch } });
    await resultOf(lab, QUICK.count);
    await lab.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { name, bytes } = await save('save-picture');
    assert.match(name, /^speedup-count-.*\.png$/);
    const [wide, high] = sizeOfPng(bytes);
    assert.equal(wide, 1400 * Math.min(2, deviceScaleFactor));
    assert.ok(high > wide / 4 && high < 2 * wide, `${wide} by ${high}`);
    const file = path.join(screenshotFolder(), `saved-${width}.png`);
    writeFileSync(file, bytes);
    assert.ok(coloursOf(file) > 20, `${file} is blank`);
    await resultOf(lab, QUICK.heavy);  // the window still draws
    assert.deepEqual(lab.complaints.filter((text) => /^error|WebGL/.test(text)), []);
  });
}

test('a picture is of what was measured, not of the window', async () => {
  const pictures = [];
  for (const width of [1280, 1800]) {
    lab = await site.open({ context: { viewport: { width, height: 900 } } });
    await choose(path.join(site.files, 'recordings/count.json'));
    await saidOn(lab.page, /Recorded, not measured here/);
    pictures.push((await save('save-picture')).bytes);
    await lab.close();
  }
  assert.ok(pictures[0].equals(pictures[1]));
});

test('a browser that changes pictures is told, and saves none', async () => {
  const spoil2d = () => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
      const image = getImageData.apply(this, place);
      image.data[5] ^= 1;
      return image;
    };
  };
  const spoilWebgl = () => {
    for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
      const { readPixels } = prototype;
      prototype.readPixels = function (...what) {
        readPixels.apply(this, what);
        const [, , width, height, , , bytes, offset = 0] = what;
        bytes.fill(99, offset, offset + 4 * width * height);
      };
    }
  };
  for (const spoil of [spoil2d, spoilWebgl]) {
    lab = await site.open({ before: (page) => page.addInitScript(spoil) });
    await choose(path.join(site.files, 'recordings/count.json'));
    await saidOn(lab.page, /Recorded, not measured here/);
    lab.page.on('download', () => assert.fail('a picture was offered'));
    await click(lab.page, 'save');
    await click(lab.page, 'save-picture');
    await saidOn(lab.page, /This browser changes pictures that pages make.*Take a screenshot instead/);
    await lab.close();
  }
});

test('what the workers did is saved as a trace', async () => {
  lab = await site.open();
  await resultOf(lab, QUICK.count);
  const { name, bytes } = await save('save-trace');
  assert.match(name, /-trace\.json$/);
  const { traceEvents: events, metadata } = JSON.parse(bytes.toString());
  const names = (kind) => events.filter((event) => event.name === kind).map((event) => event.args.name);
  assert.deepEqual(names('process_name'), ['sequential', 'threads-gil', 'threads-free', 'processes']);
  assert.ok(names('thread_name').includes('GIL'));
  assert.match(metadata.machine.system, /Chrom/);
  assert.ok(events.every(({ ph, ts }) => ph === 'M' || ts >= 0));
  assert.ok(events.some(({ ph, name: task }) => ph === 'X' && task === 'task 1'));
});

test('a saved result that is chosen is shown with where and when, on a page that never measured it', async () => {
  lab = await site.open();
  const result = await resultOf(lab, QUICK.heavy);
  const saved = await save('save-result');
  assert.deepEqual(JSON.parse(saved.bytes.toString()), result);
  assert.ok(result.models.every(({ trace }) => trace.lanes.length > 0), 'with its timeline');
  const file = path.join(site.root, saved.name);
  writeFileSync(file, saved.bytes);
  await lab.close();
  lab = await site.open();
  await choose(file);
  await saidOn(lab.page, new RegExp(`Recorded, not measured here: ${result.environment.system} · \\d+ cores? · ${result.recorded_at.slice(0, 10)}`));
  const again = await save('save-result');
  assert.deepEqual(JSON.parse(again.bytes.toString()), result);
});

test('a file of a newer version is shown, and nothing of it is lost when it is saved again', async () => {
  lab = await site.open();
  await choose(fileURLToPath(new URL('../../messages/written/newer.json', import.meta.url)));
  await saidOn(lab.page, /Recorded, not measured here/);
  await lab.page.screenshot({ path: path.join(screenshotFolder(), 'newer.png') });
  const { bytes } = await save('save-result');
  const saved = JSON.parse(bytes.toString());
  assert.deepEqual([saved.experiment.experiment, saved.experiment.patience, saved.colour_of_the_day], ['teleport', 7, { r: 1 }]);
  assert.deepEqual(saved.models.map(({ model, label }) => [model, label]).at(-1), ['fibers', 'Fibers']);
});

test('a file that is too large is refused, and said', async () => {
  lab = await site.open();
  const file = path.join(site.root, 'large.json');
  writeFileSync(file, '');
  truncateSync(file, 65_000_000);  // takes no room on the disk
  await choose(file);
  await saidOn(lab.page, /large\.json: it is larger than 64 MB/);
});

/** The longest time in which the page drew nothing, while `action` went on: milliseconds. */
async function longestPause(action) {
  await lab.page.evaluate(() => {
    window.pauses = [];
    let before = performance.now();
    const note = (now) => {
      window.pauses.push(now - before);
      before = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await action();
  return lab.page.evaluate(() => Math.max(...window.pauses));
}

test('what is no result is refused while the page goes on drawing', async () => {
  lab = await site.open();
  const keys = path.join(site.root, 'keys.json');
  writeFileSync(keys, `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":${i}`)}}`);
  const numbers = path.join(site.root, 'numbers.json');
  writeFileSync(numbers, `[${'123456.5,'.repeat(6_500_000)}0]`);
  for (const [file, fault] of [[keys, /keys\.json: The result cannot be read: an object in it has more than 200 keys/],
                               [numbers, /numbers\.json: The result cannot be read: it holds more than 1,000,000 values/]]) {
    const pause = await longestPause(async () => {
      await choose(file);
      await saidOn(lab.page, fault);
    });
    assert.ok(pause < 1000, `${file}: nothing was drawn for ${pause.toFixed()} ms`);
  }
});

test('a result with a million events is read beside the page, and is the same', async () => {
  const result = JSON.parse(readFileSync(path.join(site.files, 'recordings/count.json'), 'utf8'));
  const lane = result.models.at(-1).trace.lanes[0];
  lane.kinds += 'wr'.repeat(500_000);
  lane.gaps_ns += ' 1 2'.repeat(500_000);
  const file = path.join(site.root, 'million.json');
  writeFileSync(file, JSON.stringify(result));
  lab = await site.open();
  const pause = await longestPause(async () => {
    await choose(file);
    await saidOn(lab.page, /Reading million\.json/);
    await saidOn(lab.page, /Recorded, not measured here/);
  });
  assert.ok(pause < 1000, `nothing was drawn for ${pause.toFixed()} ms`);
  assert.equal(JSON.parse((await save('save-result')).bytes.toString()).models.at(-1).trace.lanes[0].kinds, lane.kinds);
});

test('a sweep without points is refused, and the page lives', async () => {
  const { models: _models, ...rest } = JSON.parse(readFileSync(path.join(site.files, 'recordings/count.json'), 'utf8'));
  const file = path.join(site.root, 'sweep.json');
  writeFileSync(file, JSON.stringify({ ...rest, schema: 'speedup-lab/sweep', axis: 'workers', at: [], baselines: [], scaling: [] }));
  lab = await site.open();
  await choose(file);
  await saidOn(lab.page, /sweep\.json: The sweep cannot be read: it is a sweep without points/);
  await resultOf(lab, QUICK.count);
});
