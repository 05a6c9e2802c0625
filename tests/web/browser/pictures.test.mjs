// Pictures of the page for people to look at, in build/screenshots/; the tests only see that it is not blank.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before } from 'node:test';

import { test } from './evidence.mjs';
import { coloursOf } from './png.mjs';
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

/** Until the frame after the next one has been drawn. */
const settle = ({ page }) => page.evaluate(async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
});
