import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { faults, readsOutside, ROOMS } from './layers.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const SKIPPED = new Set(['.git', '.toolchain', 'build', 'dist', 'node_modules']);

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(name) : entry.isFile() ? [name] : [];
  });
}

const read = (name) => readFileSync(path.join(root, name), 'utf8');

test('src and shell include downward only', () => {
  const sources = [...filesUnder('src'), ...filesUnder('shell')].filter((name) => /\.(cc|h)$/.test(name));
  assert.ok(sources.length > 50, `only ${sources.length} sources found`);
  assert.deepEqual(sources.flatMap((name) => faults(name, read(name))), []);
});

test('every room is in the table', () => {
  const withSources = (top) => readdirSync(path.join(root, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && filesUnder(`${top}/${entry.name}`).some((name) => /\.(cc|h)$/.test(name)))
      .map((entry) => `${top}/${entry.name}`);
  assert.deepEqual([...withSources('src'), ...withSources('shell')].filter((room) => !(room in ROOMS)), []);
});

test('nothing reads outside the checkout', () => {
  const texts = filesUnder('.').filter((name) => !name.includes('/unit/layers') && !/\.(png|wasm|ttf|otf)$/.test(name));
  assert.deepEqual(texts.filter((name) => readsOutside(read(name))), []);
});

const samples = [
  // path, line, whether it is fine
  ['src/model/threads.cc', '#include "gil/gil.h"', true],
  ['src/model/threads.cc', '#include "base/result.h"', true],
  ['src/model/threads.cc', '#include "engine/engine.h"', false],
  ['src/model/threads.cc', '  #  include "engine/engine.h"', false],
  ['src/base/text.cc', '#include "platform/clock.h"', false],
  ['src/stats/speedup.cc', '#include "experiment/plan.h"', false],
  ['src/experiment/plan.cc', '#include "../model/model.h"', false],
  ['src/report/text.cc', '#include "messages/messages.h"', true],
  ['src/report/text.cc', '#include "engine/engine.h"', false],
  ['src/engine/json.h', '#include <nlohmann/json.hpp>', true],
  ['src/engine/run.cc', '#include "shell/panel/panel.h"', false],
  ['shell/panel/panel.cc', '#include "messages/messages.h"', true],
  ['shell/panel/panel.cc', '#include "experiment/settings.h"', true],
  ['src/code/python_code.cc', '#include "experiment/experiment.h"', true],
  ['src/code/python_code.cc', '#include "messages/messages.h"', false],
  ['shell/panel/code_view.cc', '#include "code/python_code.h"', true],
  ['shell/view/state.cc', '#include "report/text.h"', true],
  ['shell/panel/panel.cc', '#include "model/catalog.h"', false],
  ['shell/panel/panel.cc', '#include "engine/engine.h"', false],
  ['shell/panel/panel.cc', '#include "shell/window/window.h"', false],
  ['shell/panel/panel.cc', '#include "imgui.h"', true],
  ['shell/toolkit/ui.h', '#include "imgui.h"', true],
  ['shell/timeline/timeline_paint.h', '#include "imgui.h"', true],
  ['shell/view/chart.cc', '#include "imgui.h"', false],
  ['shell/view/chart.cc', '#include "shell/toolkit/ui.h"', false],
  ['shell/toolkit/ui.cc', '#include "messages/messages.h"', false],
  ['shell/timeline/timeline_view.cc', '#include "shell/panel/panel.h"', false],
  ['shell/panel/panel.cc', '#include <SDL.h>', false],
  ['shell/cli/main.cc', '#include "imgui.h"', false],
  ['shell/cli/session.cc', '#include "engine/engine.h"', true],
  ['shell/window/window.cc', '#include <SDL2/SDL.h>', true],
  ['shell/window/window.cc', '#include "backends/imgui_impl_sdl2.h"', true],
  ['shell/window/window.cc', '#include "engine/engine.h"', false],
  ['shell/worker/main.cc', '#include "model/message.h"', true],
  ['shell/worker/main.cc', '#include "model/process_pool.h"', false],
  ['src/workload/count.cc', '#include <emscripten.h>', false],
  ['src/workload/count.cc', '#ifdef __EMSCRIPTEN__', false],
  ['src/workload/count.cc', '#if defined(_WIN32)', false],
  ['src/platform/web/clock.cc', '#include <emscripten/threading.h>', true],
  ['src/platform/clock.h', '#include "platform/web/clock.h"', false],
  ['src/engine/main_web.cc', '#include <emscripten.h>', true],
  ['src/engine/main_web.cc', '#include "platform/web/home.h"', true],
  ['src/engine/engine.cc', '#include "platform/web/home.h"', false],
  ['src/engine/engine.cc', '#include "platform/native/live_threads.h"', false],
  ['src/attic/old.cc', '#include "base/text.h"', false],
];
for (const [name, line, fine] of samples) {
  test(`${name} ${fine ? 'may' : 'may not'} say ${line}`, () => assert.equal(faults(name, line).length === 0, fine));
}

test('a fault tells file, line and reason', () => {
  assert.deepEqual(faults('src/base/a.cc', '\n#include "stats/estimate.h"'),
      ['src/base/a.cc:2: src/base may not use stats/estimate.h: #include "stats/estimate.h"']);
});

test('reading outside is seen', () => {
  assert.ok(readsOutside('cat ../shared/x'));
  assert.ok(!readsOutside('a shared/ memory'));
});
