/** The execution models by name, as in src/experiment/model_names.cc. */
const MODELS = ['sequential', 'threads-gil', 'threads-free', 'processes'];

/**
 * The "ready" notice of a page on which no engine runs: every model greyed, with the reason.
 * @param {import('./capabilities.js').Capabilities} facts
 * @param {string} reason
 */
export function readyWithoutEngine(facts, reason) {
  return {
    type: 'ready',
    environment: {
      platform: 'web',
      build: 'none',
      system: facts.system,
      compiler: '',
      lab_version: '',
      cores: facts.cores,
      timer_step_s: facts.timerStep,
      isolated: facts.isolated,
      delays: facts.delays,
      optimised: true,
    },
    models: MODELS.map((model) => ({ model, available: false, reason, workers: '' })),
  };
}
