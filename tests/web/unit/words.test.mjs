import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { exportsOf, joins, sentences, sentencesOfModule, textsOf } from './words.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Rooms whose sentences all stand in src/words.
const SPOKEN = [
  'shell/cli', 'shell/validate', 'shell/window', 'shell/worker',
  'src/base', 'src/engine', 'src/experiment', 'src/explain', 'src/gil', 'src/model', 'src/platform', 'src/stats', 'src/trace', 'src/workload',
];
// What is for no person: the download server's response, a shader.
const UNSAID = ['The quick brown fox jumps over the lazy dog. ', 'precision mediump float;'];

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const sourcesOf = (folder) => readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => /\.(cc|h)$/.test(name)).map((name) => path.posix.join(folder, name));

const sources = [...sourcesOf('src'), ...sourcesOf('shell')].map((name) => ({ name, text: read(name) }));
const texts = sources.filter(({ name }) => name.startsWith('src/words/english/')).flatMap(({ name, text }) => textsOf(name, text));

test('each key stands once', () => {
  assert.ok(texts.length > 50, `only ${texts.length} texts found`);
  const twice = (values) => values.filter((value, at) => values.indexOf(value) !== at);
  assert.deepEqual(twice(texts.map(({ key }) => key)), []);
  assert.deepEqual(twice(texts.map(({ constant }) => constant)), []);
});

test('each text is said', () => {
  const said = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bwords::(k\w+)/g)].map(([, constant]) => constant)));
  assert.deepEqual(texts.filter(({ constant }) => !said.has(constant)).map(({ name, constant }) => `${name}: ${constant}`), []);
});

test('no sentence is put together from pieces', () => {
  assert.deepEqual(sources.flatMap(({ name, text }) => joins(name, text)), []);
});

for (const room of SPOKEN) {
  test(`${room} has its sentences in src/words`, () => {
    assert.deepEqual(sources.filter(({ name }) => name.startsWith(`${room}/`)).flatMap(({ name, text }) => sentences(name, UNSAID.reduce((rest, unsaid) => rest.replace(unsaid, ''), text))), []);
  });
}

test('a sentence in another room is found, and what is none is not', () => {
  assert.equal(sentences('a.cc', 'Say("The file is gone.");').length, 1);
  assert.equal(sentences('a.cc', 'Say("what was measured is in here");').length, 1);
  assert.deepEqual(sentences('a.cc', '#include "words/text.h"\n// Say "one of these words".\nGet("latency-only"); Format("%d %s  %9.0f", 1);'), []);
});

test('a joined sentence is found', () => {
  assert.equal(joins('a.cc', 'text += Phrase<words::kA>() + " and more";').length, 1);
  assert.equal(joins('a.cc', 'text += "More: " + Phrase<words::kA>("x"_a = 1);').length, 1);
  assert.deepEqual(joins('a.cc', 'text += Phrase<words::kA>("x"_a = "a" + b) + "\\n";'), []);
});

const pageWords = exportsOf(read('src/words/english/page.js'));
// Those that load before everything else, or where nothing else does.
const modules = readdirSync(path.join(root, 'web')).filter((name) => name.endsWith('.js') && name !== 'early.js')
    .map((name) => ({ name: `web/${name}`, text: read(`web/${name}`) }));

test('each text of the page is said', () => {
  assert.ok(pageWords.length > 50, `only ${pageWords.length} texts found`);
  const all = [...modules.map(({ text }) => text), read('src/words/english/page.js').replace(/^export const (\w+)/gm, '')].join('\n');
  assert.deepEqual(pageWords.filter((name) => !new RegExp(`\\bwords\\.${name}\\b|\\$\\{${name}\\}`).test(all)), []);
});

test('the page\'s modules have their sentences in src/words', () => {
  assert.deepEqual(modules.flatMap(({ name, text }) => sentencesOfModule(name, text)), []);
});

test('a sentence in a module is found, and a comment is none', () => {
  assert.equal(sentencesOfModule('a.js', "tell('The file is gone.');").length, 1);
  assert.equal(sentencesOfModule('a.js', 'tell(`it did not come within ${limit} s`);').length, 1);
  assert.deepEqual(sentencesOfModule('a.js', "// it's one of these words\n/** one of 'these words' too */ get('latency-only');"), []);
});
