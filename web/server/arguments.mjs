import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const USAGE = `Serves the page to this machine, with the headers that threads need.

usage: node web/serve.mjs [--root DIR] [--any-folder] [--port P] [--no-isolation]

  --root DIR       the folder to serve, with the built page in it (default: dist)
  --any-folder     it may hold anything: every page that is open in a browser on this machine can read it
  --port P         0 to 65535; 0 picks a free one (default: 8080)
  --no-isolation   leave out the headers that threads need, as a plain file host does
  --help           show this text
`;

/** @typedef {{root: string, port: number, isolation: boolean, anyFolder: boolean}} Options */

/**
 * @param {string[]} words the command line without program and script
 * @returns {{help: true}|{error: string}|Options}
 */
export function parseArguments(words) {
  const options = { root: 'dist', port: '8080', isolation: true, anyFolder: false };
  for (let i = 0; i < words.length; i += 1) {
    const [name, inline] = words[i].split(/=(.*)/s);
    if (name === '--help' || name === '-h') return { help: true };
    if (name === '--no-isolation' && inline === undefined) {
      options.isolation = false;
    } else if (name === '--any-folder' && inline === undefined) {
      options.anyFolder = true;
    } else if (name === '--root' || name === '--port') {
      const value = inline ?? words[++i];
      if (value === undefined) return { error: `${name} needs a value.` };
      options[name === '--root' ? 'root' : 'port'] = value;
    } else {
      return { error: `"${words[i]}" is not an option of this server.` };
    }
  }
  return checked(options);
}

/** @param {Omit<Options, 'port'> & {port: string}} options */
function checked(options) {
  const port = Number(options.port);
  if (!/^\d+$/.test(options.port) || port > 65535) {
    return { error: `--port must be 0 to 65535, not "${options.port}".` };
  }
  if (!isFolder(options.root)) {
    return { error: `--root must be a folder; "${options.root}" is none. Build the page first: ./lab build web` };
  }
  if (!options.anyFolder && !holdsPage(options.root)) {
    return { error: `"${options.root}" does not hold the built page, and every page that is open in a browser could read it: say --any-folder if that is meant.` };
  }
  return { ...options, port };
}

/** Whether a built page was installed there, see web/release.cmake. @param {string} root */
function holdsPage(root) {
  return existsSync(path.join(root, 'index.html')) &&
      readdirSync(root).some((name) => name.startsWith('build-') && existsSync(path.join(root, name, 'web/main.js')));
}

/** @param {string} name */
function isFolder(name) {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
