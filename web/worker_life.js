// How the window learns that a worker died: browsers report no such thing, but they free the locks
// that the dead one held. Without Web Locks only what a worker can still say itself is noticed.

/**
 * In a worker: takes a lock for as long as the worker lives.
 * @param {LockManager} [locks]
 * @returns {Promise<string|null>} the lock's name once it is held, null where there are no locks or none
 *   is given within a second
 */
export function holdLife(locks = globalThis.navigator?.locks) {
  if (typeof locks?.request !== 'function') return Promise.resolve(null);
  const name = `speedup-lab/worker/${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
  return new Promise((resolve) => {
    locks.request(name, () => {
      resolve(name);
      return new Promise(() => {});
    }).catch(() => resolve(null));
    setTimeout(() => resolve(null), 1000);
  });
}

/**
 * In the window: calls `onDeath` once the holder of the lock is gone.
 * @param {string|null} name  what `holdLife` gave
 * @param {AbortSignal} signal  ends the watch
 * @param {() => void} onDeath
 * @param {LockManager} [locks]
 */
export function watchLife(name, signal, onDeath, locks = globalThis.navigator?.locks) {
  if (!name || typeof locks?.request !== 'function' || signal.aborted) return;
  locks.request(name, { signal }, () => {
    if (!signal.aborted) onDeath();
  }).catch(() => {});  // the watch was ended
}
