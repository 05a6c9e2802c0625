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

/** Until the frame after the next one has been drawn. */
const settle = ({ page }) => page.evaluate(async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
});
