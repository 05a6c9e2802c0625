import * as words from '../src/words/english/page.js';

/**
 * Pure: why the page does not run the best build, in sentences for people; the last one is the cause.
 * @param {string} build  of the engine that is ready
 * @param {import('./choice.js').Choice} choice
 * @param {string} givenUp  why the build that was chosen was given up, as a sentence's end
 */
export function reasonsFor(build, choice, givenUp) {
  if (build === choice.build || !givenUp) return choice.reasons;
  return [...choice.reasons, words.threadsNotStarted(givenUp)];
}

/**
 * Pure: a "ready" notice in which the models that the build without threads lacks carry the page's own
 * reason: the engine cannot know why it was chosen.
 * @param {ReadyNotice} notice
 * @param {string[]} reasons see `reasonsFor`
 */
export function withReasons(notice, reasons) {
  const cause = reasons.at(-1);
  if (notice.environment.build !== 'single' || !cause) return notice;
  return { ...notice, models: notice.models.map((model) => (model.available ? model : { ...model, reason: cause })) };
}
