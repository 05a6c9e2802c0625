// Files that a person drops on the page or chooses: small ones are read by the panel itself, large ones by a worker.
import * as words from '../src/words/english/page.js';
import { plainly, reasonOf } from './lab_error.js';

/** More could not be shown; a result with a million events has some 12 MB. */
const LARGEST = 64_000_000;
/** The panel reads that within a frame or two. */
const SMALL = 500_000;

const SCRIPT = new URL('./reader_worker.js', import.meta.url);

export class SavedFiles {
  #panel;
  #createWorker;
  /** @type {Worker|null} */
  #worker = null;
  #percent = 0;

  /**
   * @param {() => import('./panel_page.js').Panel} panel who shows them
   * @param {() => Worker} [createWorker]
   */
  constructor(panel, createWorker = () => new Worker(SCRIPT, { type: 'module', name: 'reader' })) {
    this.#panel = panel;
    this.#createWorker = createWorker;
  }

  /** Shows a file, in place of one that is still being read. @param {File|undefined} file */
  async open(file) {
    if (!file) return;
    this.#end();
    const panel = this.#panel();
    if (file.size > LARGEST) return panel.refuse(file.name, words.tooLarge, words.openSavedFile);
    if (file.size > SMALL) return this.#readBeside(file, panel);
    try {
      panel.open(file.name, await file.text());
    } catch (error) {
      panel.refuse(file.name, words.unreadable(reasonOf(error)), words.openSavedFile);
    }
  }

  /** @param {File} file @param {import('./panel_page.js').Panel} panel */
  #readBeside(file, panel) {
    const worker = this.#worker = this.#createWorker();
    /** @param {string} reason @param {string} next */
    const refuse = (reason, next) => {
      if (worker !== this.#worker) return;
      this.#end();
      panel.refuse(file.name, reason, next);
    };
    worker.onmessage = ({ data: said }) => {
      /** @type {FromReader} */
      const data = said;
      if (worker !== this.#worker) return;
      if (data.type === 'progress') this.#tell(file, data.share / 2, panel);
      if (data.type === 'piece') this.#take(file, data, panel);
      if (data.type === 'refused') refuse(data.reason, data.next);
      if (data.type === 'failed') refuse(words.unreadable(data.reason), words.openWithProgram);
      if (data.type === 'end') this.#show(file, panel);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (event.message) plainly(words.readerFailed, event.message);
      refuse(words.unreadableWithoutReader, words.reloadAndRetry);
    };
    panel.dropPieces();
    this.#tell(file, 0, panel);
    worker.postMessage(file);
  }

  /** @param {File} file @param {{text: string, share: number}} piece @param {import('./panel_page.js').Panel} panel */
  #take(file, { text, share }, panel) {
    panel.piece(file.name, text);
    this.#tell(file, 0.5 + share / 2, panel);
  }

  /**
   * Each percent once: a picture takes longer than a piece.
   * @param {File} file @param {number} share @param {import('./panel_page.js').Panel} panel
   */
  #tell(file, share, panel) {
    const percent = Math.round(share * 100);
    if (percent > 0 && percent === this.#percent) return;
    this.#percent = percent;
    panel.reading(file.name, share);
  }

  /** @param {File} file @param {import('./panel_page.js').Panel} panel */
  #show(file, panel) {
    panel.showPieces(file.name);
    this.#end();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
