/**
 * A message in HTML over the canvas, for what the panel itself cannot tell: it is missing, or the
 * engine is. Read out by screen readers as it appears.
 */
export class PageMessage {
  #texts = new Map();

  /** @param {Window} [scope] */
  constructor(scope = window) {
    const { document } = scope;
    this.scope = scope;
    this.box = document.getElementById('message');
    this.text = document.getElementById('message-text');
    this.own = document.getElementById('message-own-tab');
    this.address = document.getElementById('message-address');  // some sandboxes make the link a dead end
    document.getElementById('message-reload').addEventListener('click', () => scope.dispatchEvent(new Event('reload-anew')));  // see early.js
    this.close = document.getElementById('message-close');
    this.close.addEventListener('click', () => this.#close());
  }

  /**
   * @param {'panel'|'engine'|'picture'} about  of each there is one message at most
   * @param {string} what  what happened, one sentence
   * @param {string} next  what to do about it
   */
  show(about, what, next) {
    this.#texts.set(about, `${what} ${next}`);
    this.own.href = this.scope.location.href;
    this.address.textContent = this.own.href;
    this.own.hidden = this.address.hidden = this.scope === this.scope.top;
    this.#draw();
  }

  /** Takes back what was said about that, if anything. @param {'panel'|'engine'|'picture'} about */
  hide(about) {
    if (this.#texts.delete(about)) this.#draw();
  }

  #close() {
    this.#texts.clear();
    this.#draw();
  }

  #draw() {
    this.text.textContent = [...this.#texts.values()].join(' ');
    this.box.hidden = this.#texts.size === 0;
    this.close.hidden = this.#texts.has('panel');  // behind it there is nothing
  }
}
