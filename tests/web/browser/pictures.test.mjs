// Pictures of the page for people to look at, in build/screenshots/; the tests only see that it is not blank.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { begin, screenshotFolder, setUp } from './support.mjs';

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
        assert.ok(await coloursOf(file) > 20, `${file} is blank`);
      };
      await shoot('first');
      const { running } = await begin(lab, { experiment: 'count', size: 50_000_000, repetitions: 5, warmups: 1 }, 'processes');
      await shoot('running');
      await running;
      await lab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      await shoot('result');
      await lab.close();
    });
  }
}

/** How many colours a picture has, counted by the browser. */
async function coloursOf(file) {
  const page = await site.browser.newPage();
  const data = readFileSync(file).toString('base64');
  const count = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
  }, data);
  await page.close();
  return count;
}
