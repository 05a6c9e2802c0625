import * as words from '../src/words/english/page.js';
import { LabError, plainly } from './lab_error.js';
import { acceptDrops, announce, chooseFile, copy, openLink, openRecording, save, savePicture } from './page_duties.js';
import { SavedFiles } from './saved_files.js';

/**
 * The panel as the page uses it. `frameTimes` gives the milliseconds of its last frames, `controls` where what
 * can be pressed lies on the canvas, in CSS pixels.
 * @typedef {object} Panel
 * @property {(text: string) => void} notice
 * @property {(facts: Partial<import('./capabilities.js').Capabilities>, reason: string) => ReadyNotice} readyWithoutEngine
 *   the notice of a page in which no engine runs, of which so much is known: every model is greyed with the reason
 * @property {(dark: boolean) => void} setTheme
 * @property {(name: string, text: string) => void} open     a saved result
 * @property {(name: string, text: string) => void} replay   the same in place of the figures that are shown
 * @property {(name: string, share: number) => void} reading  how far a file is, of which then come
 * @property {(name: string, text: string) => void} piece     pieces, to be
 * @property {(name: string) => void} showPieces              shown when they are all there
 * @property {() => void} dropPieces                          those of another file come now
 * @property {(name: string, reason: string, next: string) => void} refuse  says why a file is not shown
 * @property {(text: string) => void} tell     shows a line for a moment
 * @property {(query: string) => void} configure
 * @property {() => number[]} frameTimes
 * @property {() => {name: string, x: number, y: number, width: number, height: number}[]} controls
 */

/**
 * What the panel asks of the page.
 * @typedef {object} Duties
 * @property {(text: string) => number} onRequest  returns the host's number of the run; 0: it is none
 * @property {(query: string) => void} onSettings
 * @property {(name: string) => void} onTheme
 * @property {(name: string, mime: string, text: string) => void} onSave
 * @property {(name: string, pixels: ImageData) => void} onPicture
 * @property {() => void} onOpen
 * @property {(name: string) => void} onRecording
 * @property {(text: string) => void} onCopy
 * @property {(text: string) => void} onAnnounce
 * @property {(url: string) => void} onLink
 */

/**
 * Loads the panel onto the page's canvas.
 * @param {string} query the address's settings, and the theme that the person chose
 * @param {import('./engine_host.js').EngineHost} host  asked for what the person wants, and listened to
 * @param {{onSettings: (query: string) => void, onTheme: (name: string) => void}} hooks
 * @returns {Promise<Panel>} resolved when it draws; rejected with a `LabError` that says what is missing
 */
export async function openPanel(query, host, hooks) {
  if (typeof WebAssembly !== 'object') throw unavailable(words.noWebAssembly);
  if (!dropContext(document.createElement('canvas'))) throw unavailable(words.noWebGl);
  const tell = (/** @type {string} */ line) => panel.tell(line);
  const files = new SavedFiles(() => panel);
  /** @type {Duties} */
  const duties = {
    ...hooks,
    onRequest: (text) => ask(host, JSON.parse(text)),
    onSave: (name, mime, text) => tell(save(name, mime, text)),
    onPicture: (name, pixels) => savePicture(name, pixels, tell),
    onOpen: () => chooseFile((file) => files.open(file)),
    onRecording: (name) => openRecording(name, (text) => panel.replay(`${name}.json`, text), tell),
    onCopy: async (text) => tell(await copy(text)),
    onAnnounce: announce,
    onLink: (url) => openLink(url, tell),
  };
  const panel = await load({ canvas: document.getElementById('canvas'), arguments: [query], ...duties });
  if (panel.failure) throw unavailable(`${panel.failure.message} ${panel.failure.next}`);
  host.listen((_notice, text) => panel.notice(text));
  acceptDrops((file) => files.open(file));
  addEventListener('pagehide', ({ persisted }) => persisted || dropContext(/** @type {HTMLCanvasElement|null} */ (document.getElementById('canvas'))));
  return panel;
}

/**
 * @param {import('./engine_host.js').EngineHost} host @param {RunRequest|{type: 'cancel'}} request the panel's
 * @returns {number} the host's number of the run; 0: it is none. The panel's module knows which run of the panel's it is.
 */
function ask(host, request) {
  if (request.type !== 'cancel') return host.ask(request);
  host.cancel();
  return 0;
}

/** @param {Duties & {canvas: HTMLElement|null, arguments: string[]}} options @returns {Promise<Panel & {failure?: {message: string, next: string}}>} */
async function load(options) {
  try {
    const { default: createPanel } = await import('../wasm/panel.js');
    return await createPanel(options);
  } catch (error) {
    throw unavailable(plainly(words.panelNotLoaded, error));
  }
}

/** @param {string} message */
const unavailable = (message) => new LabError({ code: 'unavailable', message });

/**
 * Frees what a canvas holds of the graphics processor; Firefox keeps that of pages that are gone, some 30 MB each.
 * @param {HTMLCanvasElement|null} canvas
 * @returns {boolean} whether it had, or could have, a context
 */
function dropContext(canvas) {
  const context = canvas?.getContext('webgl2') ?? canvas?.getContext('webgl');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return Boolean(context);
}
