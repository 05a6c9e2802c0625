import assert from 'node:assert/strict';
import test from 'node:test';

import { Watchdog } from '../../../web/watchdog.js';

/** A clock turned by hand. */
function handClock() {
  const clock = { callback: null, setInterval: (f) => (clock.callback = f, 1), clearInterval: () => (clock.callback = null) };
  clock.tick = () => clock.callback?.();
  return clock;
}

function watched(patience) {
  const seen = { pings: 0, silent: 0 };
  const timers = handClock();
  const watchdog = new Watchdog({ ping: () => seen.pings++, onSilent: () => seen.silent++, period: 1000, patience, timers });
  return { seen, timers, watchdog };
}

test('calls out after so many unanswered pings, once', () => {
  const { seen, timers, watchdog } = watched(3);
  watchdog.start();
  for (let i = 0; i < 10; i++) timers.tick();
  assert.deepEqual(seen, { pings: 3, silent: 1 });
});

test('any sign of life starts the count anew', () => {
  const { seen, timers, watchdog } = watched(3);
  watchdog.start();
  for (let i = 0; i < 20; i++) {
    timers.tick();
    if (i % 3 === 2) watchdog.heard();
  }
  assert.deepEqual(seen, { pings: 20, silent: 0 });
});

test('does nothing before start and after stop', () => {
  const { seen, timers, watchdog } = watched(1);
  timers.tick();
  watchdog.start();
  watchdog.start();
  watchdog.stop();
  timers.tick();
  assert.deepEqual(seen, { pings: 0, silent: 0 });
});
