// The timeline of large results in Chromium: frames while it is zoomed, a million events, and two fingers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { QUICK, resultOf, setUp, within } from './support.mjs';
import { eventsIn, withTraces } from './synthetic_traces.mjs';

let site;
let measured;

before(async () => {
  site = await setUp();
  const lab = await site.open();
  measured = await resultOf(lab, QUICK.count);
  await lab.close();
});
after(() => site?.tearDown());

/** Tall, so that every lane is drawn. */
const VIEW = { viewport: { width: 1280, height: 1700 } };

/** Opens a result as a dropped file; resolves with the timeline's place and the seconds until it was shown. */
async function openResult(lab, result) {
  const text = JSON.stringify(result);
  const seconds = await within(lab.page.evaluate(async (saved) => {
    const start = performance.now();
    const carried = new DataTransfer();
    carried.items.add(new File([saved], 'result.json', { type: 'application/json' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }));
    while (!window.speedupLab.panel.controls().some(({ name }) => name === 'timeline')) await new Promise(requestAnimationFrame);
    return (performance.now() - start) / 1000;
  }, text), 'the timeline of the dropped result', 60_000);
  return { seconds, bytes: text.length, place: await timelineOf(lab) };
}

async function timelineOf({ page }) {
  const controls = await page.evaluate(() => window.speedupLab.panel.controls());
  return controls.find(({ name }) => name === 'timeline');
}

/** Whether there is something to fit: the timeline has been zoomed. */
const frames = ({ page }, count) => page.evaluate((wanted) => new Promise((resolve) => {
  const step = (left) => (left > 0 ? requestAnimationFrame(() => step(left - 1)) : resolve());
  step(wanted);
}), count);

/** Zooms in and out with the wheel over several lanes; resolves with the frames' times, sorted. */
async function zoomAbout(lab, place, notches) {
  for (let notch = 0; notch < notches; notch++) {
    if (notch % 20 === 0) await lab.page.mouse.move(place.x + 200 + (notch * 7) % 400, place.y + 60 + (notch * 11) % (place.height - 100));
    await lab.page.mouse.wheel(0, notch % 40 < 26 ? -120 : 120);
    await frames(lab, 1);
  }
  return (await lab.page.evaluate(() => window.speedupLab.panel.frameTimes())).sort((a, b) => a - b);
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

test('100,000 events: a frame takes few milliseconds while it is zoomed', { timeout: 120_000 }, async (t) => {
  const lab = await site.open({ context: VIEW });
  const result = withTraces(measured, 100_000);
  assert.ok(eventsIn(result) >= 100_000, `only ${eventsIn(result)} events`);
  const { seconds, place } = await openResult(lab, result);
  const times = await zoomAbout(lab, place, 260);
  const p95 = percentile(times, 0.95);
  t.diagnostic(`${eventsIn(result)} events shown after ${seconds.toFixed(2)} s; ${times.length} frames: p50 ${percentile(times, 0.5)} ms, p95 ${p95} ms`);
  assert.ok(times.length > 200, `only ${times.length} frames`);
  assert.ok(p95 < 12, `p95 ${p95} ms`);
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

test('1,000,000 events open, and the page still answers', { timeout: 180_000 }, async (t) => {
  const lab = await site.open({ context: VIEW });
  const result = withTraces(measured, 1_000_000);
  assert.ok(eventsIn(result) >= 1_000_000, `only ${eventsIn(result)} events`);
  const { seconds, bytes, place } = await openResult(lab, result);
  const times = await zoomAbout(lab, place, 260);
  t.diagnostic(`${(bytes / 1e6).toFixed(1)} MB shown after ${seconds.toFixed(2)} s; p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, longest ${times.at(-1)} ms`);
  assert.ok(seconds < 30, `${seconds} s`);
  assert.ok(percentile(times, 0.95) < 24, `p95 ${percentile(times, 0.95)} ms`);
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});
