// The script `lab` and its parts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test('shellcheck finds nothing in lab, its parts and .ci/run', () => {
  const { status, stdout, stderr, error } = spawnSync('shellcheck', ['--external-sources', '--check-sourced', '--format=gcc', 'lab', '.ci/run'], { cwd: ROOT, encoding: 'utf8' });
  assert.equal(error, undefined);
  assert.equal(stdout + stderr, '');
  assert.equal(status, 0);
});
