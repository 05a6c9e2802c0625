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
    reasons.push(`The address asks for build=${wishes.build.slice(0, 40)}, which is neither threads nor single: ignored.`);
  }
  if (wishes.build === 'single') {
    return { build: 'single', reasons: ['The address asks for the build without threads: take build=single out of it.'] };
  }
  const missing = obstacleToThreads(facts);
  return missing ? { build: 'single', reasons: [...reasons, missing] } : { build: 'threads', reasons };
}

function obstacleToAny(facts) {
  if (!facts.wasm) return { what: 'This browser has no WebAssembly.', next: 'Use a current Firefox, Chrome, Edge or Safari.' };
  if (!facts.simd) {
    return { what: 'This browser has no WebAssembly SIMD.', next: 'Use Chrome or Edge 91, Firefox 89, Safari 16.4 or newer.' };
  }
  if (facts.opaque) {
    return { what: 'This page sits in a sandbox that lets it start no workers.', next: 'Open it in a tab of its own.' };
  }
  return null;
}

function obstacleToThreads(facts) {
  if (!facts.isolated && !facts.secure) {
    return 'Browsers give threads only to pages opened by https or from this machine: open it by https.';
  }
  if (!facts.isolated) {
    const wayOut = facts.framed ? ' In a tab of its own it may get it.' : '';
    return 'This page gets no shared memory, which threads need. Its server must send Cross-Origin-Opener-Policy: same-origin and ' +
        `Cross-Origin-Embedder-Policy: require-corp.${wayOut}`;
  }
  if (!facts.sharedMemory) {
    return 'This browser does not let workers share memory (no SharedArrayBuffer): use a current Firefox, Chrome, Edge or Safari.';
  }
  return '';
}
