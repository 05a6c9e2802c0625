/** @typedef {Pick<Window, 'setTimeout'|'clearTimeout'|'setInterval'|'clearInterval'>} Timers */

/**
 * Pings something at a steady pace and calls out when it stays silent. Silence is counted in ticks,
 * not by the clock: a machine that was asleep, or a throttled background tab, is no dead engine.
 */
export class Watchdog {
  /**
   * @param {{ping: () => void, onSilent: () => void, period: number, patience: number,
   *          timers?: Pick<Timers, 'setInterval'|'clearInterval'>}} options
   *   `period` in milliseconds; `patience` is how many pings in a row may stay unanswered
   */
  constructor({ ping, onSilent, period, patience, timers = globalThis }) {
    this.ping = ping;
    this.onSilent = onSilent;
    this.period = period;
    this.patience = patience;
    this.timers = timers;
    /** @type {number|undefined} */
    this.timer = undefined;
    this.unanswered = 0;
  }

  /** Starts watching; nothing if it already does. */
  start() {
    if (this.timer !== undefined) return;
    this.unanswered = 0;
    this.timer = this.timers.setInterval(() => this.#tick(), this.period);
  }

  stop() {
    this.timers.clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Any sign of life. */
  heard() {
    this.unanswered = 0;
  }

  #tick() {
    if (this.unanswered >= this.patience) {
      this.stop();
      this.onSilent();
      return;
    }
    this.unanswered += 1;
    this.ping();
  }
}
