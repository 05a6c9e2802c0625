/** The execution models by name, as in src/experiment/model_info.cc. */
export const MODELS = ['sequential', 'threads-gil', 'threads-free', 'processes'];

/**
 * The "ready" notice of a page on which no engine runs: every model greyed, with the reason.
 * @param {Partial<import('./capabilities.js').Capabilities>} facts as far as they are known
 * @param {string} reason @returns {ReadyNotice}
 */
export function readyWithoutEngine(facts, reason) {
  const { system = '', cores = 1, timerStep = 0, isolated = false, delays = false } = facts;
  return {
    type: 'ready',
    language: 'en',
    environment: {
      platform: 'web',
      build: 'none',
      system,
      compiler: '',
      lab_version: '',
      cores,
      timer_step_s: timerStep,
      isolated,
      delays,
      optimised: true,
    },
    experiments: [],
    settings: [],
    models: MODELS.map((model, colour) => (
      { model, label: model, meaning: '', available: false, reason, workers: '', worker_one: '', worker_many: '', usual: true, colour })),
  };
}
