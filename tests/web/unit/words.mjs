// What is wrong with how C++ sources say things to people.

/** @returns {{name: string, constant: string, key: string}[]} the texts that a file of src/words/english defines */
export function textsOf(name, source) {
  return [...source.matchAll(/constexpr (?:Text|PlainText|CountedText) (k\w+)\{\s*"([^"]+)"/g)].map(([, constant, key]) => ({ name, constant, key }));
}

const lineAt = (source, at) => source.slice(0, at).split('\n').length;
const LETTERS = /[A-Za-z]{2}/;

/** The end of a call's arguments whose "(" stands at `open`. */
function closing(source, open) {
  let depth = 0;
  for (let at = open; at < source.length; ++at) {
    if (source[at] === '"') at = source.slice(at + 1).search(/(?<!\\)"/) + at + 1;
    else if (source[at] === '(') ++depth;
    else if (source[at] === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}

/** Literals with letters that are added to a phrase, before it or behind it. */
export function joins(name, source) {
  return [...source.matchAll(/Phrase<words::k\w+>\(/g)].flatMap((match) => {
    const before = /"((?:[^"\\]|\\.)*)" \+ $/.exec(source.slice(0, match.index))?.[1] ?? '';
    const behind = /^ \+ "((?:[^"\\]|\\.)*)"/.exec(source.slice(closing(source, match.index + match[0].length - 1)))?.[1] ?? '';
    return [before, behind].filter((piece) => LETTERS.test(piece.replace(/\\./g, '')))
        .map((piece) => `${name}:${lineAt(source, match.index)}: "${piece}" is joined to a text`);
  });
}

/** Literals that read like a sentence: three words and more in a row. */
export function sentences(name, source) {
  const bare = source.replace(/^\s*#include.*$/gm, '').replace(/(?<!:)\/\/.*$/gm, '');
  return [...bare.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)]
      .filter(([, literal]) => /[A-Za-z]{2,}[,;:]? [a-z]{2,}[,;:]? [a-z]{2,}/.test(literal))
      .map((match) => `${name}:${lineAt(bare, match.index)}: "${match[1]}"`);
}

/** @returns {string[]} the names that a module of texts exports */
export const exportsOf = (source) => [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);

/** Literals of a JavaScript module that read like a sentence, its comments aside. */
export function sentencesOfModule(name, source) {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(?<!:)\/\/.*$/gm, '');
  return [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
      .filter(([, quoted, template]) => /[A-Za-z]{2,}[,;:]? [a-z]{2,}[,;:]? [a-z]{2,}/.test(quoted ?? template))
      .map((match) => `${name}:${lineAt(bare, match.index)}: ${match[0]}`);
}
