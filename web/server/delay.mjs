/** The longest delay that can be asked for, in milliseconds. */
export const LONGEST_DELAY = 60_000;

const SENTENCE = 'The quick brown fox jumps over the lazy dog. ';
const PATH = /^\/delay\/([^/]*)\/posts\/([^/]*)\.json$/;

/**
 * The body of a download. The native program's server gives the very same bytes:
 * JSON.stringify({id, delay_ms, text}) with `text` = SENTENCE six times, trailing spaces included; no newline at the end.
 * @param {number} id @param {number} delay in milliseconds
 */
export function delayedBody(id, delay) {
  return JSON.stringify({ id, delay_ms: delay, text: SENTENCE.repeat(6) });
}

/**
 * What a path under /delay/ asks for.
 * @param {string} path e.g. "/delay/200/posts/3.json"
 * @returns {null|{error: string}|{id: number, delay: number}} null: the path is none of these
 */
export function parseDelay(path) {
  if (!path.startsWith('/delay/')) return null;
  const [, delay, id] = PATH.exec(path) ?? [];
  if (delay === undefined) return { error: 'Ask for /delay/<ms>/posts/<n>.json.' };
  if (!/^\d{1,5}$/.test(delay) || Number(delay) > LONGEST_DELAY) {
    return { error: `The delay must be 0 to ${LONGEST_DELAY} ms, not "${delay.slice(0, 20)}".` };
  }
  if (!/^\d{1,6}$/.test(id)) return { error: `The number of a post must be 0 to 999999, not "${id.slice(0, 20)}".` };
  return { id: Number(id), delay: Number(delay) };
}
