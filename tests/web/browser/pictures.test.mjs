// Pictures of the page for people to look at, in build/screenshots/; the tests only see that it is not blank.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { coloursOf, decodePng } from './png.mjs';
import { begin, run, screenshotFolder, setUp } from './support.mjs';

let site;

before(async () => {
  site = await setUp();
});
after(() => site?.tearDown());

const SIZES = [[360, 640, 2], [1280, 800, 1], [2560, 1440, 1]];

for (const [width, height, deviceScaleFactor] of SIZES) {
  for (const colorScheme of ['light', 'dark']) {
    test(`pictures at ${width} px, ${colorScheme}`, async () => {
      const touch = width < 720;
      const lab = await site.open({
        context: { viewport: { width, height }, deviceScaleFactor, colorScheme, hasTouch: touch, isMobile: touch },
      });
      const shoot = async (name) => {
        const file = path.join(screenshotFolder(), `${name}-${width}-${colorScheme}.png`);
        await lab.page.screenshot({ path: file });
        assert.ok(coloursOf(file) > 20, `${file} is blank`);
      };
      await shoot('first');
      const { running } = await begin(lab, { experiment: 'count', size: 50_000_000, repetitions: 5, warmups: 1 }, 'processes');
      await shoot('running');
      await running;
      await settle(lab);
      await shoot('result');
      // All of it, as tall as it is: the timeline of this run, and of downloads beside it.
      await lab.page.setViewportSize({ width, height: touch ? 2600 : 1800 });
      await settle(lab);
      await shoot('timeline-count');
      await run(lab, { experiment: 'downloads', repetitions: 3 });
      await settle(lab);
      await shoot('timeline-downloads');
      await lab.close();
    });
  }
}

test('the canvas follows forced colours and the wish for more contrast', async () => {
  const lab = await site.open({ context: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', contrast: 'more' } });
  const corner = async (name) => {
    await settle(lab);
    const { pixels } = decodePng(await lab.page.screenshot({ path: path.join(screenshotFolder(), `${name}-1280.png`) }));
    return [...pixels.subarray(0, 3)];
  };
  assert.deepEqual(await corner('more-contrast'), [0, 0, 0]);
  await lab.page.emulateMedia({ forcedColors: 'active', contrast: null, colorScheme: 'light' });
  const canvas = await lab.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number));
  assert.deepEqual(await corner('forced-colours'), canvas.slice(0, 3));
  await lab.page.emulateMedia({ forcedColors: 'none' });
  assert.deepEqual(await corner('usual-colours'), [0xf8, 0xf9, 0xfb]);
  await lab.close();
});

const NO_WEBGL = (page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });

for (const colorScheme of ['light', 'dark']) {
  test(`the page's own words have more contrast where that is wished for, ${colorScheme}`, async () => {
    const lab = await site.open({ before: NO_WEBGL, context: { viewport: { width: 700, height: 500 }, colorScheme, contrast: 'more' } });
    await lab.page.getByRole('button', { name: 'Run' }).click();
    await lab.page.locator('#text-run-answer:not(:empty)').waitFor({ timeout: 60_000 });
    await lab.page.screenshot({ path: path.join(screenshotFolder(), `message-more-contrast-${colorScheme}.png`) });
    const contrasts = () => lab.page.evaluate(contrastsOf, ['#message-text', '#text-run-answer', '#message-reload', '#by-hand-text', '#by-hand-close']);
    await lab.page.evaluate(() => document.getElementById('by-hand').showModal());
    await lab.page.screenshot({ path: path.join(screenshotFolder(), `by-hand-more-contrast-${colorScheme}.png`) });
    for (const { what, text, edge } of await contrasts()) assert.ok(text >= 7 && edge >= 4.5, `${what}: text ${text}, edge ${edge}`);
    await lab.page.emulateMedia({ contrast: 'no-preference' });
    assert.ok((await contrasts()).some(({ edge }) => edge < 4.5), 'it is a wish');
    await lab.close();
  });
}

// Run in the page: how text and edges of elements stand out from what they lie on.
function contrastsOf(selectors) {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const { color, borderBottomColor } = getComputedStyle(element);
    const { backgroundColor } = getComputedStyle(element.closest('#message, #by-hand'));
    return { what: selector, text: contrast(color, backgroundColor), edge: contrast(borderBottomColor, backgroundColor) };
  });
}

/** Until the frame after the next one has been drawn. */
const settle = ({ page }) => page.evaluate(async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
});
