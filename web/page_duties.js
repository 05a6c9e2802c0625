// Small things that the panel asks of the page, because only a page can do them.
import * as words from '../src/words/english/page.js';
import { reasonOf } from './lab_error.js';

/** Where the files of this build lie. */
const FILES = new URL('../', import.meta.url);

/**
 * Offers a text as a download. No page learns what becomes of one.
 * @param {string} name @param {string} mime @param {string} text
 * @returns {string} what to tell the person
 */
export function save(name, mime, text) {
  return offer(name, new Blob([text], { type: mime }));
}

/**
 * Offers a picture as a download, as PNG.
 * @param {string} name @param {ImageData} pixels
 * @param {(line: string) => void} tell
 */
export function savePicture(name, pixels, tell) {
  const canvas = Object.assign(document.createElement('canvas'), { width: pixels.width, height: pixels.height });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.putImageData(pixels, 0, 0);
  // Against fingerprinting some browsers change what a canvas gives back.
  const seen = context.getImageData(0, 0, pixels.width, pixels.height).data;
  if (seen.some((byte, i) => byte !== pixels.data[i])) {
    return tell(words.picturesChanged);
  }
  canvas.toBlob((blob) => {
    if (blob) tell(offer(name, blob));
    else tell(words.noPng);
  }, 'image/png');
}

/** @param {string} name @param {Blob} blob */
function offer(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  const framed = window !== window.top;
  return framed ? words.offeredInFrame(name) : words.offered(name);
}

/**
 * Puts a text on the clipboard; where that is refused, a box shows all of it, to be copied by hand.
 * @param {string} text
 * @returns {Promise<string>} what to tell the person
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    showByHand(words.copyTextByHand, text);
    return words.notCopied;
  }
}

/** Shows a text in a box, selected. @param {string} label @param {string} text */
function showByHand(label, text) {
  const box = document.getElementById('by-hand');
  const field = document.getElementById('by-hand-text');
  document.getElementById('by-hand-label').textContent = label;
  field.value = text;
  field.rows = Math.min(12, text.split('\n').length + 1);
  document.getElementById('by-hand-close').onclick = () => box.close();  // some sandboxes forbid the dialog's own form
  if (!box.open) box.showModal();
  field.select();
}

/** Tells people who cannot see the canvas. @param {string} text */
export function announce(text) {
  document.getElementById('status').textContent = text;
}

/**
 * Opens a link of the panel's in a tab of its own; only pages, nothing executable. Where a frame's sandbox forbids that, a box
 * shows the address.
 * @param {string} url  an empty one is the page itself
 * @param {(line: string) => void} tell
 */
export function openLink(url, tell) {
  const { href, protocol } = url ? new URL(url, FILES) : location;
  if (protocol !== 'https:' && protocol !== 'http:') return;
  // Of one that has no opener a browser does not say whether it opened.
  if (window === window.top) return void window.open(href, '_blank', 'noopener');
  const tab = window.open(href, '_blank');
  if (tab) return severed(tab);
  showByHand(words.copyAddressByHand, href);
  tell(words.noNewTab);
}

/** Keeps a tab from reaching this page. @param {Window} tab */
function severed(tab) {
  try {
    tab.opener = null;
  } catch {
    // It has an origin of its own already, and so no more than any other page could do.
  }
}

/**
 * Takes saved results that are dropped on the page.
 * @param {(file: File|undefined) => void} open
 */
export function acceptDrops(open) {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
}

/** Lets the person choose a saved result; the same as dropping it. @param {(file: File|undefined) => void} open */
export function chooseFile(open) {
  const field = document.getElementById('file');
  field.value = '';  // so that the same file can be chosen again
  field.onchange = () => open(field.files?.[0]);
  field.click();
}

/**
 * Fetches a recorded run, which stands beside the page's modules.
 * @param {string} name of its experiment
 * @param {(text: string) => void} open
 * @param {(reason: string) => void} onRefused
 */
export async function openRecording(name, open, onRefused) {
  let text;
  try {
    const response = await fetch(new URL(`recordings/${encodeURIComponent(name)}.json`, FILES));
    if (!response.ok) throw new Error(words.serverAnswers(response.status));
    text = await response.text();
  } catch (error) {
    return onRefused(words.recordingNotFetched(reasonOf(error)));
  }
  open(text);
}

/** Resolves when the frame that is being drawn is on the screen, or soon in a page that is not shown. */
export function nextFrame() {
  return new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(settle, 200);
    requestAnimationFrame(() => setTimeout(settle));
  });
}
