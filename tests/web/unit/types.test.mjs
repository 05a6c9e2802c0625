// The types of the page's modules and of the dev server, as their JSDoc and web/types.d.ts say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test('tsc finds nothing in web/', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/node_modules/typescript/bin/tsc', '--project', 'web/jsconfig.json'], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(stdout + stderr, '');
  assert.equal(status, 0);
});
