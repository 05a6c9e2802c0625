/**
 * Waits for a promise, but not for ever.
 * @template T @param {Promise<T>} promise @param {string} what @param {number} [limit] in milliseconds
 * @returns {Promise<T>}
 */
export async function within(promise, what, limit = 20_000) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${limit / 1000} s in vain: ${what}`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
