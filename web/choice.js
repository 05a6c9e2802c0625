import * as words from '../src/words/english/page.js';

/**
 * Which engine this page starts, and why it is not the one with threads.
 * @typedef {object} Choice
 * @property {'threads'|'single'|'none'} build  'none': no engine can run here
 * @property {string[]} reasons                 sentences for people, the cause last; with the way out
 * @property {{what: string, next: string}} [obstacle]  for 'none': what is missing, and what to do about it
 */

const BUILDS = ['threads', 'single'];

/**
 * Pure: facts and the address's `build` parameter in, choice out.
 * @param {import('./capabilities.js').Capabilities} facts
 * @param {{build?: string|null}} [wishes]
 * @returns {Choice}
 */
export function choose(facts, wishes = {}) {
  const obstacle = obstacleToAny(facts);
  if (obstacle) return { build: 'none', reasons: [`${obstacle.what} ${obstacle.next}`], obstacle };
  const reasons = [];
  if (wishes.build && !BUILDS.includes(wishes.build)) {
    reasons.push(words.unknownBuild(wishes.build.slice(0, 40)));
  }
  if (wishes.build === 'single') {
    return { build: 'single', reasons: [words.singleAskedFor] };
  }
  const missing = obstacleToThreads(facts);
  return missing ? { build: 'single', reasons: [...reasons, missing] } : { build: 'threads', reasons };
}

/** @param {import('./capabilities.js').Capabilities} facts */
function obstacleToAny(facts) {
  if (!facts.wasm) return { what: words.noWebAssembly, next: words.useCurrentBrowser };
  if (!facts.simd) return { what: words.noSimd, next: words.simdSince };
  if (facts.opaque) return { what: words.noWorkers, next: words.ownTab };
  return null;
}

/** @param {import('./capabilities.js').Capabilities} facts */
function obstacleToThreads(facts) {
  if (!facts.isolated && !facts.secure) return words.insecure;
  if (!facts.isolated) return facts.framed ? words.notIsolatedInFrame : words.notIsolated;
  return facts.sharedMemory ? '' : words.noSharedMemory;
}
