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

const LITERAL = /R"\(([^]*?)\)"|"((?:[^"\\\n]|\\.)*)"/g;
const blank = (text) => text.replace(/[^\n]/g, ' ');

/** What a literal says: its letters, with `word` for each value that is printed into it. */
const said = (literal, word) => literal.replace(/\\[nt]/g, ' | ').replace(/%[-+ 0-9.*]*(?:hh|h|ll|l|z|j)?[a-zA-Z]/g, word).replace(/%%/g, '%').trim();
/** Words in a row: `count` of them or more, at least one of which is not a value. */
const hasWords = (text, count) => /[a-wyz]{2}/.test(text) &&
    new RegExp(`(?:^|[\\s("])[A-Za-z]{2,}(?:[,;:]? +(?:a |an )?[a-z]{2,}){${count - 1},}(?=[\\s).,;:"]|$)`).test(text);
/** What stands before a value, or behind one: "Note: ", ", with ", " twice". */
const isPiece = (literal) => /^\(?[A-Za-z][A-Za-z-]+: ?$/.test(literal) || /^[,;:]? [a-z]{2,}/.test(literal);
/** A value with its unit, or a unit alone. */
const isUnit = (literal) => /^(?:%[-+.*0-9]*[a-z])? ?(?:ns|µs|ms|s|min|h)$/.test(literal);
/** A line of the program that a room writes, and no comment. */
const isImport = (literal) => /^(?:import|from) [\w.]+( import [\w, ]+)?$/.test(literal);

/**
 * Literals that people read: sentences, and with `labels` what is shorter, or a piece of one. What describes a field in
 * the schema is documentation and stays beside the field. Where a room writes programs (`programs`) its raw literals are
 * their text, as are the comments of their constants.
 */
export function sentences(name, source, { labels = false, programs = false } = {}) {
  const isText = (literal) => {
    if (!labels) return hasWords(said(literal, ''), 3);
    if (isUnit(literal)) return false;
    return (hasWords(said(literal, 'xx'), 2) && !(programs && isImport(literal))) || (!programs && isPiece(literal));
  };
  let bare = source.replace(/^\s*#include.*$/gm, '').replace(/(?<!:)\/\/.*$/gm, '')
      .replace(/\b(?:About|Type)\((?:,?\s*"(?:[^"\\\n]|\\.)*")+\s*\)|\{"title",\s*"[^"]*"\}/g, blank);
  if (programs) {
    bare = bare.replace(/R"\([^]*?\)"/g, blank);
    for (const match of [...bare.matchAll(/\bPython(?:Constant|Processes)\(/g)]) {
      const end = closing(bare, match.index + match[0].length - 1);
      bare = bare.slice(0, match.index) + blank(bare.slice(match.index, end)) + bare.slice(end);
    }
  }
  return [...bare.matchAll(LITERAL)].map((match) => ({ match, literal: match[1] ?? match[2] })).filter(({ literal }) => isText(literal))
      .map(({ match, literal }) => `${name}:${lineAt(bare, match.index)}: "${literal}"`);
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
