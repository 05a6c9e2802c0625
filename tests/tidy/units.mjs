import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the compiler puts what it makes of src/ and shell/: the target, and the number of its unit where it has some. */
const OBJECT = / -o (?:src|shell)\/\S*?([^/ ]+)\.dir\/(?:Unity\/(unity_\d+))?/;

/**
 * What clang-tidy reads. Reading the standard library takes it most of its time, so what CMake compiles together it reads
 * together, and the files that CMake compiles one by one as one of each target. Written anew, with the commands that compile them.
 * @param {string} native  the native build's folder, configured, with the sources that it generates
 * @param {string} out     the folder for them
 * @returns {{name: string, file: string}[]}
 */
export function tidyUnits(native, out) {
  const commands = JSON.parse(readFileSync(path.join(native, 'compile_commands.json'), 'utf8'));
  const units = new Map();
  for (const command of commands.filter(isOurs)) {
    const [, target, unity] = OBJECT.exec(command.command);
    const name = unity ? `${target}.${unity}` : target;
    units.set(name, [...(units.get(name) ?? []), command]);
  }
  mkdirSync(out, { recursive: true });
  const written = [...units].map(([name, parts]) => ({ name, file: path.join(out, `${name}.cc`), parts }));
  for (const { file, parts } of written) writeFileSync(file, parts.map((part) => `#include "${part.file}"\n`).join(''));
  writeFileSync(path.join(out, 'compile_commands.json'), JSON.stringify(written.map(({ file, parts: [part] }) => (
    { directory: part.directory, file, command: part.command.replaceAll(part.file, file) }))));
  return written.map(({ name, file }) => ({ name, file }));
}

const isOurs = ({ command, file }) => OBJECT.test(command) && !file.includes('/.toolchain/');
