// clang-tidy over src/ and shell/, as .clang-tidy asks.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { tidyUnits } from './units.mjs';

const folder = (name) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
const units = tidyUnits(folder('native'), folder('tidy'));

describe('clang-tidy finds nothing in', { concurrency: availableParallelism() }, () => {
  for (const { name, file } of units) {
    test(name, { timeout: 300_000 }, async () => {
      const found = await findings(file);
      assert.ok(found === '', found);
    });
  }
});

/** What clang-tidy says of a file, each fault with the line and the check; empty if there is nothing. */
function findings(file) {
  return new Promise((resolve) => {
    execFile('clang-tidy-19', ['-p', folder('tidy'), '--quiet', file], { maxBuffer: 1e8 },
        (error, stdout) => resolve(stdout.trim() || (error ? error.message : '')));
  });
}
