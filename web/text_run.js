import { PAGE_PARAMETERS } from './address.js';

/**
 * Pure: what an address asks for, as settings by name.
 * @param {string} query e.g. "?v=1&experiment=heavy&workers=2"
 */
export function settingsOf(query) {
  return Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name !== 'v' && !PAGE_PARAMETERS.includes(name)));
}

/** Where there is no panel: runs the experiment that the address asks for, and tells its answer as text. */
export class TextRun {
  /**
   * @param {import('./script_interface.js').ScriptInterface} scripts
   * @param {Window} [scope]
   */
  constructor(scripts, scope = window) {
    const element = (name) => scope.document.getElementById(`text-run${name}`);
    Object.assign(this, { scripts, scope, button: element('-run'), cancel: element('-cancel'), progress: element('-progress'), answer: element('-answer') });
    this.button.addEventListener('click', () => this.#run());
    this.cancel.addEventListener('click', () => scripts.cancel());
    element('').hidden = false;
  }

  /** @param {object} notice every notice of the engine */
  notice({ type, done, trials }) {
    if (type === 'trial-done') Object.assign(this.progress, { max: trials, value: done });
  }

  async #run() {
    this.#show(true);
    this.answer.textContent = '';
    this.progress.removeAttribute('value');
    try {
      const { answer, reason } = await this.scripts.run(settingsOf(this.scope.location.search));
      this.answer.textContent = `${answer} ${reason}`;
    } catch ({ message, next }) {
      this.answer.textContent = `${message} ${next}`;
    }
    this.#show(false);
  }

  #show(running) {
    this.button.hidden = running;
    this.cancel.hidden = this.progress.hidden = !running;
  }
}
