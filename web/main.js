// The page's start-up as a table of contents: the panel's first frame first, then the engine.
import { Address, mergeQuery } from './address.js';
import { detectCapabilities } from './capabilities.js';
import { choose } from './choice.js';
import { EngineHost } from './engine_host.js';
import { startSingle } from './engine_single.js';
import { startThreads } from './engine_threads.js';
import { readyWithoutEngine } from './no_engine.js';
import { nextFrame } from './page_duties.js';
import { PageMessage } from './page_message.js';
import { openPanel } from './panel_page.js';
import { ProcessHost } from './process_host.js';
import { ScriptInterface } from './script_interface.js';
import { Theme } from './theme.js';

const RELOAD = 'Reload the page; if that does not help, try another browser.';

let panel = null;
const detecting = detectCapabilities();
const message = new PageMessage();
const theme = new Theme((dark) => panel?.setTheme(dark));
const address = new Address((query) => panel?.configure(query));
const host = new EngineHost({ onNotice: tell, onDown: (reason) => runWithout(`The engine could not be started: ${reason}.`, RELOAD) });
const scripts = new ScriptInterface((text) => host.send(text));
window.speedupLab = scripts;

await showFirstFrame();
const facts = await detecting;
const choice = choose(facts, { build: new URLSearchParams(location.search).get('build') });
startEngine();

async function showFirstFrame() {
  try {
    panel = await openPanel(mergeQuery(location.search, `theme=${theme.name}`), {
      onRequest: (text) => host.send(text),
      onSettings: (query) => address.show(query),
      onTheme: (name) => theme.choose(name),
    });
    panel.setTheme(theme.dark);
    await nextFrame();
    performance.mark('first-frame');
    scripts.showPanel(panel);
  } catch (error) {
    message.show(error.message, RELOAD);
  } finally {
    document.getElementById('opening').remove();
  }
}

function startEngine() {
  if (choice.build === 'none') return runWithout(choice.reasons[0], '');
  const told = { cores: facts.cores, isolated: facts.isolated, system: facts.system, delays: facts.delays, origin: facts.origin };
  const threads = (options) => startThreads({ ...options, cores: facts.cores });
  const processes = new ProcessHost({ facts: told });
  host.start({ builds: choice.build === 'threads' ? [threads, startSingle] : [startSingle], processes, facts: told });
  processes.prefetch();
}

function tell(notice, text) {
  if (notice.type === 'ready') {
    performance.mark('engine-ready');
    const { environment, models } = notice;
    const reasons = environment.build === choice.build ? choice.reasons :
        [...choice.reasons, `The engine with threads could not be started: ${host.lastFault}.`];
    scripts.announce({ ...facts, build: environment.build, reasons, environment, models });
  }
  scripts.notice(notice);
  panel?.notice(text);
}

function runWithout(reason, next) {
  const notice = readyWithoutEngine(facts, reason);
  tell(notice, JSON.stringify(notice));
  message.show(reason, next);
}
