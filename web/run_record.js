import * as words from '../src/words/english/page.js';

/**
 * What is known in the window about one run under way, so that it can be reported with what had been
 * measured if the engine dies.
 */
export class RunRecord {
  /** @param {number} run its number */
  constructor(run) {
    this.run = run;
    this.begun = false;
    this.model = '';
    /** @type {Map<string, object>} of each model */
    this.measured = new Map();
  }

  /** @param {Exclude<Notice, ReadyNotice>} notice one of this run's notices */
  note(notice) {
    if (notice.type === 'started' || notice.type === 'sweep-started') this.begun = true;
    if (notice.model) this.model = notice.model;
    if (notice.type === 'trial-done' && notice.so_far) this.measured.set(this.model, notice.so_far);
  }

  /** The error of this run if its engine was lost. @param {string} reason @param {string} next */
  interrupted(reason, next) {
    return { code: 'worker-failed', message: this.begun ? words.stoppedInRun(reason) : words.stoppedBeforeRun(reason), next };
  }

  /**
   * The "failed" notice of a run that its engine did not survive.
   * @param {Failure} error @returns {FailedNotice}
   */
  failed({ code, message, next = '' }) {
    return {
      type: 'failed',
      run: this.run,
      error: { code, message, next, field: '' },
      model: this.model,
      measured: [...this.measured.values()],
    };
  }
}
