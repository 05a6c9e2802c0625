// The layout of the C++ sources, as .clang-format says: `./lab format` gives it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test('clang-format would change nothing', () => {
  const sources = execFileSync('git', ['ls-files', '-z', '--', '*.cc', '*.h'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  const { status, stderr, error } = spawnSync('clang-format-19', ['--dry-run', '--Werror', ...sources], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(error, undefined);
  assert.ok(status === 0, stderr.slice(0, 4000));
});
