/** @typedef {(notice: Notice, text: string) => void} Listener  gets a notice, parsed and as text */

/** Who hears what the engine says, any number of them. One who comes late is told at once who is there. */
export class Listeners {
  /** @type {Set<Listener>} */
  #all = new Set();
  /** The latest ready notice. @type {{notice: ReadyNotice, text: string}|null} */
  #ready = null;

  /** @param {Listener} listener @returns {() => void} takes it away again */
  add(listener) {
    this.#all.add(listener);
    if (this.#ready) call(listener, this.#ready.notice, this.#ready.text);
    return () => this.#all.delete(listener);
  }

  /** @param {Notice} notice @param {string} [text] the same as JSON */
  tell(notice, text = JSON.stringify(notice)) {
    if (notice.type === 'ready') this.#ready = { notice, text };
    for (const listener of [...this.#all]) {
      if (this.#all.has(listener)) call(listener, notice, text);
    }
  }
}

/** One that fails does not keep the others from hearing. @type {(listener: Listener, notice: Notice, text: string) => void} */
function call(listener, notice, text) {
  try {
    listener(notice, text);
  } catch (error) {
    console.error(error);
  }
}
