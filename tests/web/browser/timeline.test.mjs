// The timeline of large results in Chromium: frames while it is zoomed, a million events, and two fingers.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { decodePng } from './png.mjs';
import { frames, meterOfScripts, QUICK, resultOf, setUp } from './support.mjs';
import { eventsIn, withDenseTraces, withTraces } from './synthetic_traces.mjs';
import { within } from './within.mjs';

let site;
let measured;

before(async () => {
  site = await setUp();
  const lab = await site.open();
  measured = await resultOf(lab, QUICK.count);
  await lab.close();
});
after(() => site?.tearDown());

const VIEW = { viewport: { width: 1280, height: 1000 } };

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

/** Scrolls the page until the timeline fills it; resolves with its place. */
async function bringIntoSight(lab, { y }) {
  await lab.page.mouse.move(700, 300);
  for (let turn = 0; turn < 20 && y > 120; turn++) {
    await lab.page.mouse.wheel(0, 100);
    await frames(lab, 2);
    ({ y } = await timelineOf(lab));
  }
  return timelineOf(lab);
}

async function timelineOf({ page }) {
  const controls = await page.evaluate(() => window.speedupLab.panel.controls());
  return controls.find(({ name }) => name === 'timeline');
}

/**
 * Zooms in and out with the wheel over several lanes. Resolves with how long its frames took the thread that draws, as the
 * panel tells by the clock, and with what each notch cost that thread of its core (its frames and all scripts): only
 * that is the same on a busy machine. Both sorted, in milliseconds.
 */
async function zoomAbout(lab, place) {
  const scripts = await meterOfScripts(lab);
  const notches = 100;
  const costs = [];
  let before = await scripts.used();
  for (let notch = 0; notch < notches; notch++) {
    if (notch % 10 === 0) await lab.page.mouse.move(place.x + 200 + (notch * 7) % 400, 300 + (notch * 11) % 600);
    await lab.page.mouse.wheel(0, notch % 40 < 24 ? -120 : 120);
    await frames(lab, 1);
    const now = await scripts.used();
    costs.push(now - before);
    before = now;
  }
  await scripts.detach();
  const times = (await lab.page.evaluate(() => window.speedupLab.panel.frameTimes())).slice(-notches);
  return { times: sorted(times), costs: sorted(costs) };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const p95 = (values) => values[Math.floor(values.length * 0.95)];
const told = ({ times, costs }) => `frames by the clock: p50 ${times[times.length >> 1]} ms, p95 ${p95(times)} ms; ` +
    `a notch of the thread's own time: p50 ${costs[costs.length >> 1].toFixed(2)} ms, p95 ${p95(costs).toFixed(2)} ms`;

test('100,000 events: a frame takes few milliseconds while it is zoomed', { timeout: 180_000 }, async (t) => {
  const lab = await site.open({ context: VIEW });
  const result = withTraces(measured, 100_000);
  assert.ok(eventsIn(result) >= 100_000, `only ${eventsIn(result)} events`);
  const { seconds, place } = await openResult(lab, result);
  await bringIntoSight(lab, place);
  const zoomed = await zoomAbout(lab, place);
  t.diagnostic(`${eventsIn(result)} events shown after ${seconds.toFixed(2)} s; ${told(zoomed)}`);
  assert.ok(p95(zoomed.costs) < 24, told(zoomed)); // two frames with generous room
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

test('1,000,000 events open, and the page still answers', { timeout: 180_000 }, async (t) => {
  const lab = await site.open({ context: VIEW });
  const result = withTraces(measured, 1_000_000);
  assert.ok(eventsIn(result) >= 1_000_000, `only ${eventsIn(result)} events`);
  const { seconds, bytes, place } = await openResult(lab, result);
  await bringIntoSight(lab, place);
  const fitted = await lab.page.screenshot();
  const zoomed = await zoomAbout(lab, place);
  t.diagnostic(`${(bytes / 1e6).toFixed(1)} MB shown after ${seconds.toFixed(2)} s; ${told(zoomed)}`);
  assert.ok(p95(zoomed.costs) < 48, told(zoomed));
  await lab.page.mouse.wheel(0, -600);
  await frames(lab, 3);
  assert.ok(!(await lab.page.screenshot()).equals(fitted), 'the zoomed picture is the fitted one');
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

/** A touch event with fingers at those places. */
const touch = (session, type, places) => session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });

test('two fingers zoom the timeline, and press nothing', { timeout: 60_000 }, async () => {
  const lab = await site.open({ context: { viewport: { width: 360, height: 2400 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } });
  const { place } = await openResult(lab, withTraces(measured, 2000));
  await frames(lab, 3);
  const fitted = await lab.page.screenshot();
  const session = await lab.page.context().newCDPSession(lab.page);
  const middle = place.x + place.width / 2;
  const y = place.y + 200;
  await touch(session, 'touchStart', [[middle - 20, y]]);
  await touch(session, 'touchStart', [[middle - 20, y], [middle + 20, y]]);
  for (let apart = 20; apart <= 120; apart += 10) {
    await touch(session, 'touchMove', [[middle - apart, y], [middle + apart, y]]);
    await frames(lab, 1);
  }
  await touch(session, 'touchEnd', []);
  await frames(lab, 4);
  assert.ok(!(await lab.page.screenshot()).equals(fitted), 'nothing was zoomed');
  const { x, width, height, ...fit } = (await lab.page.evaluate(() => window.speedupLab.panel.controls())).find(({ name }) => name === 'fit');
  await lab.page.touchscreen.tap(x + width / 2, fit.y + height / 2);
  await within((async () => {
    while (!(await lab.page.screenshot()).equals(fitted)) await frames(lab, 2);
  })(), 'the fitted picture again: something was pressed, or nothing fits');
  assert.deepEqual(lab.complaints, []);
  await lab.close();
});

test('a picture of more vertices than an index can tell is whole', { timeout: 120_000 }, async () => {
  const lab = await site.open({ context: { viewport: { width: 1280, height: 4000 } } });
  const { place } = await openResult(lab, withDenseTraces(measured, 400_000, 40));
  await frames(lab, 3);
  // The last lanes, processes in their green, and nothing torn across the page from elsewhere.
  const low = { y: place.y + place.height - 400, height: 300 };
  const green = await shareOf(lab, { x: place.x + 250, width: 40, ...low }, [0, 158, 115]);
  assert.ok(green > 0.3, `${green} of the last lanes is in their colour`);
  assert.equal(await shareOf(lab, { x: place.x - 30, width: 25, ...low }, [248, 249, 251]), 1, 'something is drawn beside the timeline');
  await lab.close();
});

/** How much of a part of the picture has a colour, 0..1. */
async function shareOf(lab, clip, colour) {
  const { pixels, channels } = decodePng(await lab.page.screenshot({ clip }));
  let same = 0;
  for (let at = 0; at < pixels.length; at += channels) same += colour.every((value, channel) => Math.abs(pixels[at + channel] - value) < 3) ? 1 : 0;
  return same / (pixels.length / channels);
}
