import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { Address, mergeQuery } from '../../../web/address.js';
import { PageMessage } from '../../../web/page_message.js';
import { settingsOf } from '../../../web/text_run.js';
import { Theme } from '../../../web/theme.js';

const root = new URL('../../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const merges = [
  ['v=1&experiment=count', '', '?v=1&experiment=count'],
  ['?v=1', '?v=1&experiment=heavy', '?v=1'],
  ['v=1&models=sequential,processes', '?theme=dark&build=single&x=y', '?v=1&models=sequential,processes&theme=dark&build=single'],
  ['', '?theme=dark', '?theme=dark'],
  ['', '', ''],
];
for (const [settings, current, merged] of merges) {
  test(`settings "${settings}" in the address "${current}"`, () => assert.equal(mergeQuery(settings, current), merged));
}

function fakeWindow({ search = '', stored = null, dark = false } = {}) {
  const scope = new EventTarget();
  const written = [];
  return Object.assign(scope, {
    written,
    stored: { theme: stored },
    location: { search, pathname: '/' },
    history: { state: null, replaceState: (_state, _title, url) => written.push(url) },
    setTimeout: (callback) => (scope.later = callback, 1),
    clearTimeout() {},
    matchMedia: () => Object.assign(new EventTarget(), { matches: dark }),
    localStorage: {
      getItem: () => scope.stored.theme,
      setItem: (_key, value) => { scope.stored.theme = value; },
    },
    document: { documentElement: { dataset: {} } },
  });
}

test('the address follows the settings, the last one of a quick row', () => {
  const scope = fakeWindow({ search: '?theme=dark' });
  const address = new Address(() => {}, scope);
  address.show('v=1&workers=2');
  address.show('v=1&workers=3');
  scope.later();
  assert.deepEqual(scope.written, ['?v=1&workers=3&theme=dark']);
});

test('a change of the address from outside is told', () => {
  const scope = fakeWindow({ search: '?v=1&workers=5' });
  const told = [];
  new Address((query) => told.push(query), scope);
  scope.dispatchEvent(new Event('popstate'));
  assert.deepEqual(told, ['?v=1&workers=5']);
});

test('the theme: the address, then the choice, then the system', () => {
  const effective = (options) => new Theme(() => {}, fakeWindow(options)).dark;
  assert.equal(effective({}), false);
  assert.equal(effective({ dark: true }), true);
  assert.equal(effective({ dark: true, stored: 'light' }), false);
  assert.equal(effective({ stored: 'dark' }), true);
  assert.equal(effective({ stored: 'purple' }), false);
  assert.equal(effective({ stored: 'dark', search: '?theme=light' }), false);
  assert.equal(effective({ stored: 'dark', search: '?theme=purple' }), true);
});

test('a chosen theme is told, remembered and marked on the page', () => {
  const scope = fakeWindow();
  const told = [];
  const theme = new Theme((dark) => told.push(dark), scope);
  theme.choose('dark');
  theme.choose('nonsense');
  assert.deepEqual(told, [false, true]);
  assert.equal(scope.stored.theme, 'dark');
  assert.equal(scope.document.documentElement.dataset.theme, 'dark');
  theme.choose('auto');
  assert.equal('theme' in scope.document.documentElement.dataset, false);
});

test('blocked storage does no harm', () => {
  const scope = fakeWindow();
  Object.defineProperty(scope, 'localStorage', { get() { throw new Error('blocked'); } });
  const theme = new Theme(() => {}, scope);
  theme.choose('dark');
  assert.equal(theme.dark, true);
});

test('what an address asks for, as settings', () => {
  assert.deepEqual(settingsOf('?v=1&experiment=heavy&cpu-share=30&models=sequential,processes&theme=dark&build=single'),
      { experiment: 'heavy', 'cpu-share': '30', models: 'sequential,processes' });
});

function fakeMessagePage() {
  const elements = {};
  const element = () => Object.assign(new EventTarget(), { hidden: true, textContent: '' });
  const scope = Object.assign(new EventTarget(), { location: { href: 'http://x/' } });
  scope.document = { getElementById: (id) => (elements[id] ??= element()) };
  return { scope, message: new PageMessage(Object.assign(scope, { top: scope })), box: elements.message, text: elements['message-text'], elements };
}

test('a message is taken back when what it is about is well again, others stay', () => {
  const { message, box, text } = fakeMessagePage();
  message.show('panel', 'No WebGL.', 'Switch it on.');
  message.show('engine', 'No engine.', 'Reload.');
  assert.equal(text.textContent, 'No WebGL. Switch it on. No engine. Reload.');
  message.hide('engine');
  assert.deepEqual([text.textContent, box.hidden], ['No WebGL. Switch it on.', false]);
  message.hide('panel');
  assert.equal(box.hidden, true);
});

test('Reload of a message brings every file anew', () => {
  const { elements, scope } = fakeMessagePage();
  let asked = 0;
  scope.addEventListener('reload-anew', () => (asked += 1));
  elements['message-reload'].dispatchEvent(new Event('click'));
  assert.equal(asked, 1);
});

test('a closed message does not come back with the next one', () => {
  const { message, box, text, elements } = fakeMessagePage();
  message.show('panel', 'No WebGL.', 'Switch it on.');
  elements['message-close'].dispatchEvent(new Event('click'));
  assert.equal(box.hidden, true);
  message.show('engine', 'No engine.', 'Reload.');
  assert.equal(text.textContent, 'No engine. Reload.');
});

test('every module of the page is installed; the window imports those that are preloaded', () => {
  const modules = readdirSync(new URL('web/', root)).filter((name) => name.endsWith('.js'));
  const installed = [...read('web/CMakeLists.txt').matchAll(/^ {4}(\w+\.js)$/gm)].map(([, name]) => name);
  assert.deepEqual(installed, modules.sort());
  const imported = new Set();
  const follow = (name) => {
    for (const [, next] of read(`web/${name}`).matchAll(/^import .* from '\.\/(.+)';$/gm)) {
      if (!imported.has(next)) follow(next, imported.add(next));
    }
  };
  follow('main.js');
  const preloaded = modules.filter((name) => !/_worker\.js$/.test(name) && !['early.js', 'main.js'].includes(name));
  assert.deepEqual(preloaded, [...imported].sort());
});
