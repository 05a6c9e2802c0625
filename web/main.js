// The page's start-up as a table of contents: the panel's first frame first, then the engine.
import * as words from '../src/words/english/page.js';
import { Address, mergeQuery } from './address.js';
import { detectCapabilities } from './capabilities.js';
import { choose } from './choice.js';
import { watchConditions } from './conditions.js';
import { EngineHost } from './engine_host.js';
import { startSingle } from './engine_single.js';
import { prefetchThreads, startThreads } from './engine_threads.js';
import { LabError, plainly } from './lab_error.js';
import { nextFrame } from './page_duties.js';
import { PageMessage } from './page_message.js';
import { openPanel } from './panel_page.js';
import { watchPicture } from './picture_watch.js';
import { ProcessHost } from './process_host.js';
import { endsRun } from './protocol.js';
import { reasonsFor, withReasons } from './ready_notice.js';
import { ScriptInterface } from './script_interface.js';
import { TextRun } from './text_run.js';
import { Theme } from './theme.js';

/** @type {import('./panel_page.js').Panel|null} */
let panel = null;
/** Why the page does not run the best build, or none. @type {string[]} */
let reasons = [];
let pictureGone = false;
/** @type {Partial<import('./capabilities.js').Capabilities>} */
let facts = {};
/** @type {import('./choice.js').Choice} */
let choice = { build: 'none', reasons: [] };
const choosing = chooseBuild();
choosing.catch(() => {});  // told below, after the first frame
const message = new PageMessage();
const theme = new Theme((dark) => panel?.setTheme(dark));
const address = new Address((query) => panel?.configure(query));
const host = new EngineHost({ amend: withPage, onDown: showNoEngine });
const scripts = new ScriptInterface(host);
window.speedupLab = scripts;
host.listen(hear);

await showFirstFrame();
try {
  startEngine(await choosing);
} catch (error) {
  runWithout(plainly(words.capabilitiesFailed, error), words.reload);
}

async function chooseBuild() {
  const found = await detectCapabilities();
  facts = found;
  choice = choose(found, { build: new URLSearchParams(location.search).get('build') });
  if (choice.build === 'threads') prefetchThreads();
  return found;
}

async function showFirstFrame() {
  try {
    panel = await openPanel(mergeQuery(location.search, `theme=${theme.name}`), host, {
      onSettings: (query) => address.show(query),
      onTheme: (name) => theme.choose(name),
    });
    panel.setTheme(theme.dark);
    watchPicture(document.getElementById('canvas'), { onGone: showNoPicture, onBack: hideNoPicture });
    await nextFrame();
    performance.mark('first-frame');
    scripts.showPanel(panel);
  } catch (error) {
    panel = null;
    message.show('panel', error instanceof LabError ? error.message : plainly(words.panelNotStarted, error), words.reload);
    new TextRun(scripts, host);
  } finally {
    document.getElementById('opening')?.remove();
  }
}

/** @param {import('./capabilities.js').Capabilities} found */
function startEngine(found) {
  if (choice.obstacle) return runWithout(choice.obstacle.what, choice.obstacle.next);
  const { cores, isolated, system, delays, origin } = found;
  const threads = (/** @type {EngineStart} */ options) => startThreads({ ...options, cores });
  const processes = new ProcessHost();
  const page = { cores, isolated, system, delays, origin };
  host.start({ builds: choice.build === 'threads' ? [threads, startSingle] : [startSingle], processes, page });
  processes.prefetch();
  watchConditions((conditions) => host.setConditions(conditions));
}

/** @param {ReadyNotice} ready an engine's */
function withPage(ready) {
  reasons = reasonsFor(ready.environment.build, choice, host.givenUp);
  return withReasons(ready, reasons);
}

/** @param {Notice} notice */
function hear(notice) {
  if (notice.type === 'ready') {
    if (notice.environment.build !== 'none') showEngine();
    return announce(notice);
  }
  if (pictureGone && endsRun(notice)) showNoPicture();
}

function showEngine() {
  performance.mark('engine-ready');
  message.hide('engine');
}

/** @param {Pick<ReadyNotice, 'models'> & {environment?: Environment}} ready */
function announce({ environment, models }) {
  scripts.announce({ ...facts, build: environment?.build ?? 'none', reasons, environment, models });
}

/** What was found can be read all the same. */
function showNoPicture() {
  pictureGone = true;
  const answer = scripts.result?.answer;
  message.show('picture', words.pictureGone, answer ? words.lastAnswer(answer) : words.reload);
}

function hideNoPicture() {
  pictureGone = false;
  message.hide('picture');
}

/** @param {string} what @param {string} next */
function runWithout(what, next) {
  host.refuse(what, next);
  showNoEngine(what, next);
}

/** @param {string} what @param {string} next */
function showNoEngine(what, next) {
  const reason = `${what} ${next}`;
  reasons = [reason];
  message.show('engine', what, next);
  if (panel) host.introduce(panel.readyWithoutEngine(facts, reason));
  else announce({ models: [] });
}
