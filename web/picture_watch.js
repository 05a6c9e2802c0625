/** Somebody who sees nothing for so long wonders. */
const PATIENCE = 3000;

/**
 * Tells when a canvas has been without its WebGL context for a while (its GPU process died, say), and when it has one again.
 * @param {EventTarget} canvas
 * @param {{onGone: () => void, onBack: () => void}} hooks
 * @param {number} [patience] in milliseconds
 */
export function watchPicture(canvas, { onGone, onBack }, patience = PATIENCE) {
  /** @type {number|undefined} */
  let waiting;
  canvas.addEventListener('webglcontextlost', () => (waiting ??= window.setTimeout(onGone, patience)));
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    waiting = undefined;
    onBack();
  });
}
