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
   * @param {Pick<import('./engine_host.js').EngineHost, 'listen'>} host
   * @param {Window} [scope]
   */
  constructor(scripts, host, scope = window) {
    const { document } = scope;
    this.scripts = scripts;
    this.scope = scope;
    this.button = document.getElementById('text-run-run');
    this.cancel = document.getElementById('text-run-cancel');
    this.progress = document.getElementById('text-run-progress');
    this.answer = document.getElementById('text-run-answer');
    this.button.addEventListener('click', () => this.#run());
    this.cancel.addEventListener('click', () => scripts.cancel());
    document.getElementById('text-run').hidden = false;
    host.listen((notice) => this.#hear(notice));
  }

  /** @param {Notice} notice */
  #hear(notice) {
    if (notice.type === 'trial-done') Object.assign(this.progress, { max: notice.trials, value: notice.done });
  }

  async #run() {
    this.#show(true);
    this.answer.textContent = '';
    this.progress.removeAttribute('value');
    try {
      const { answer, reason } = await this.scripts.run(settingsOf(this.scope.location.search));
      this.answer.textContent = `${answer} ${reason}`;
    } catch (error) {
      const { message, next } = /** @type {import('./lab_error.js').LabError} */ (error);
      this.answer.textContent = `${message} ${next}`;
    }
    this.#show(false);
  }

  /** @param {boolean} running */
  #show(running) {
    this.button.hidden = running;
    this.cancel.hidden = this.progress.hidden = !running;
  }
}
