import { browserName } from './browser_name.js';

/**
 * Facts about this page in this browser, detected once. What follows from them is `choice.js`'s business.
 * @typedef {object} Capabilities
 * @property {boolean} isolated      the page is cross-origin isolated
 * @property {boolean} framed        it lies in a frame of another page
 * @property {boolean} sharedMemory  shared WebAssembly memory can be made *and* posted to a worker
 * @property {number} cores          logical cores as reported, at least 1; browsers may lie
 * @property {boolean} secure        a secure context (https, or this machine)
 * @property {boolean} wasm          WebAssembly is there
 * @property {boolean} simd          WebAssembly SIMD is there
 * @property {boolean} opaque        the page sits in a sandbox without an origin: workers cannot be loaded
 * @property {boolean} locks         Web Locks are there
 * @property {number} timerStep      smallest step seen between two readings of the clock, seconds
 * @property {string} system         browser and operating system, for people
 * @property {string} origin         base URL of the page, ends in "/"; delay requests start with it
 * @property {boolean} delays        the page's server answers delay/<ms>/posts/<n>.json
 */

/** A module with one function that splats a constant: valid only where SIMD is. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** How long the page's server may take to say whether it can delay answers, in milliseconds. */
const DELAY_PROBE_LIMIT = 3000;

/**
 * @param {typeof globalThis} [scope] the window; tests pass their own
 * @returns {Promise<Capabilities>}
 */
export async function detectCapabilities(scope = globalThis) {
  const origin = new URL('.', scope.document?.baseURI ?? scope.location.href).href;
  return {
    isolated: scope.crossOriginIsolated === true,
    sharedMemory: canPostSharedMemory(scope),
    cores: Math.max(1, scope.navigator.hardwareConcurrency || 1),
    secure: scope.isSecureContext === true,
    wasm: typeof scope.WebAssembly === 'object',
    simd: typeof scope.WebAssembly === 'object' && scope.WebAssembly.validate(SIMD_MODULE),
    opaque: scope.origin === 'null',
    framed: scope.top !== scope.self,
    locks: typeof scope.navigator.locks?.request === 'function',
    timerStep: timerStep(scope.performance),
    system: browserName(scope.navigator),
    origin,
    delays: await answersDelays(scope.fetch, origin),
  };
}

/**
 * Isolation alone is no proof: one browser isolates the page and still has no SharedArrayBuffer.
 * @param {typeof globalThis} scope
 */
function canPostSharedMemory(scope) {
  if (typeof scope.SharedArrayBuffer !== 'function') return false;
  const { port1, port2 } = new scope.MessageChannel();
  try {
    const memory = new scope.WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    port1.postMessage(memory);
    return memory.buffer instanceof scope.SharedArrayBuffer;
  } catch {
    return false;
  } finally {
    port1.close();
    port2.close();
  }
}

/** @param {Performance} clock */
function timerStep(clock) {
  let smallest = Infinity;
  const start = clock.now();
  for (let last = start, steps = 0; steps < 5 && last - start < 10;) {
    const now = clock.now();
    if (now > last) {
      smallest = Math.min(smallest, now - last);
      steps += 1;
    }
    last = now;
  }
  return smallest / 1000;
}

/** @param {typeof globalThis.fetch} fetch @param {string} origin */
async function answersDelays(fetch, origin) {
  try {
    const response = await fetch(`${origin}delay/0/posts/1.json`,
        { cache: 'no-store', signal: AbortSignal.timeout(DELAY_PROBE_LIMIT) });
    return response.ok && (await response.json()).id === 1;
  } catch {
    return false;
  }
}
