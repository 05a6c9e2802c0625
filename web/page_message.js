/**
 * A message in HTML over the canvas, for what the panel itself cannot tell: it is missing, or the
 * engine is. Read out by screen readers as it appears.
 */
export class PageMessage {
  /** @param {Document} [document] */
  constructor(document = globalThis.document) {
    this.box = document.getElementById('message');
    this.text = document.getElementById('message-text');
    this.own = document.getElementById('message-own-tab');
    document.getElementById('message-reload').addEventListener('click', () => location.reload());
    document.getElementById('message-close').addEventListener('click', () => this.hide());
  }

  /**
   * @param {string} what  what happened, one sentence
   * @param {string} next  what to do about it
   */
  show(what, next) {
    this.text.textContent = `${what} ${next}`;
    this.own.href = location.href;
    this.own.hidden = window === window.top;
    this.box.hidden = false;
  }

  hide() {
    this.box.hidden = true;
  }
}
