import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { exportsOf, joins, sentences, sentencesOfModule, textsOf } from './words.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Rooms whose sentences all stand in src/words.
const SPOKEN = [
  'shell/cli', 'shell/panel', 'shell/timeline', 'shell/toolkit', 'shell/validate', 'shell/view', 'shell/window', 'shell/worker',
  'src/base', 'src/code', 'src/engine', 'src/experiment', 'src/explain', 'src/gil', 'src/messages', 'src/model', 'src/platform', 'src/report', 'src/stats', 'src/trace',
  'src/workload',
];
// Of these, where two words may be a name for programs and no label: a key, a unit, a line of /proc.
const NAMES = ['shell/cli', 'shell/validate', 'shell/window', 'src/base', 'src/platform'];
// Rooms that write programs.
const PROGRAMS = ['src/code'];
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
    const kind = { labels: !NAMES.includes(room), programs: PROGRAMS.includes(room) };
    const unsaid = (text) => UNSAID.reduce((rest, piece) => rest.replace(piece, ''), text);
    assert.deepEqual(sources.filter(({ name }) => name.startsWith(`${room}/`)).flatMap(({ name, text }) => sentences(name, unsaid(text), kind)), []);
  });
}

test('a sentence in another room is found, and what is none is not', () => {
  assert.equal(sentences('a.cc', 'Say("The file is gone.");').length, 1);
  assert.equal(sentences('a.cc', 'Say("what was measured is in here");').length, 1);
  assert.deepEqual(sentences('a.cc', '#include "words/text.h"\n// Say "one of these words".\nGet("latency-only"); Format("%d %s  %9.0f", 1);'), []);
});

test('a label or a piece of a sentence is found, and what is neither is not', () => {
  for (const literal of ['too short', 'Note: ', ', with all of them', ' twice', '%s is not whole: ', 'all %zu', ' (%llu events lost)', '  model         workers      time\\n', 'ended early,', ' hand-offs', '%d cores', ', may be equal']) {
    assert.equal(sentences('a.cc', `Say("${literal}");`, { labels: true }).length, 1, literal);
  }
  assert.equal(sentences('a.cc', 'Quoted(R"("trial requested")");', { labels: true }).length, 1);
  for (const literal of ['threads-gil', 'baseline', ' ms', '%.0f min', 'copy-results', '%d,%s', ' · ', '| --- |', '%6.2f', 'experiment,model,workers', '×', '\\"']) {
    assert.deepEqual(sentences('a.cc', `Put("${literal}");`, { labels: true }), [], literal);
  }
});

test('what describes a field is no sentence for people', () => {
  assert.deepEqual(sentences('a.h', 'on.Type("run", "The result of a run."); on.Field("at", at).About("Where it was, in order.");', { labels: true }), []);
  assert.equal(sentences('a.h', 'on.Field("at", at, Say("Where it was, in order."));', { labels: true }).length, 1);
});

test('a program is no sentence, and what is said of it is one', () => {
  const source = 'PythonConstant("SIZE", "5", "as many as there are"); R"(# A thread cannot return anything.\n)"; "from time import sleep"; "import os";';
  const kind = { labels: true, programs: true };
  assert.deepEqual(sentences('a.cc', source, kind), []);
  assert.equal(sentences('a.cc', `${source} Show("a pool of threads");`, kind).length, 1);
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
