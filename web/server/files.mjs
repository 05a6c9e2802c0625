import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const INCOMPRESSIBLE = new Set(['.png', '.woff2']);

/** @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const compressors = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** More than any file of the page has: larger ones are neither kept nor compressed. */
const LARGE = 8_000_000;
/** So many bytes are kept at most, not counting what they are compressed to. */
const KEPT = 64_000_000;

/**
 * The files under a folder: small ones are read once per change and compressed once per encoding, the ones asked for last are kept;
 * large ones are sent as they are read. Nothing whose name, or whose folder's, begins with a dot.
 */
export class Files {
  #root;
  /** @type {Map<string, SmallFile>} by their real names, the one asked for last at the end */
  #kept = new Map();
  #bytes = 0;

  /** @param {string} root an existing folder */
  constructor(root) {
    this.#root = realpath(root);
  }

  /**
   * @param {string} urlPath decoded, starts with "/"
   * @returns {Promise<SmallFile|LargeFile|null>} null if there is no such file, or it lies outside the folder
   */
  async find(urlPath) {
    const root = await this.#root;
    if (/[\0\\]|\/\./.test(urlPath)) return null;
    const name = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
    try {
      const real = await realpath(path.join(root, name));
      if (real !== root && !real.startsWith(root + path.sep)) return null;
      const info = await stat(real);
      return info.isFile() ? await this.#load(real, info) : null;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return null;
      throw error;
    }
  }

  /** @param {string} real @param {import('node:fs').Stats} info */
  async #load(real, { mtimeMs, size }) {
    const version = `${mtimeMs}-${size}`;
    if (size > LARGE) return new LargeFile(real, version, size);
    const known = this.#kept.get(real);
    const file = known?.version === version ? known : new SmallFile(real, version, await readFile(real));
    this.#forget(real);
    this.#kept.set(real, file);
    this.#bytes += file.bytes.length;
    for (const [name] of this.#kept) {
      if (this.#bytes <= KEPT) break;
      this.#forget(name);
    }
    return file;
  }

  /** @param {string} real */
  #forget(real) {
    this.#bytes -= this.#kept.get(real)?.bytes.length ?? 0;
    this.#kept.delete(real);
  }
}

/** One file in one version, in memory. */
class SmallFile {
  /** @type {Map<string, Promise<Buffer>>} what it is compressed to, by encoding */
  #encoded = new Map();

  /** @param {string} name @param {string} version @param {Buffer} bytes */
  constructor(name, version, bytes) {
    this.version = version;
    this.bytes = bytes;
    this.type = typeOf(name);
    this.compressible = !INCOMPRESSIBLE.has(extensionOf(name)) && bytes.length > 256;
    this.etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  }

  /**
   * @param {string} accepted the request's Accept-Encoding
   * @returns {Promise<{encoding: string, length: number, send: (response: import('node:stream').Writable) => any}>} `encoding` is empty for
   *   the plain bytes
   */
  async encode(accepted) {
    const encoding = (this.compressible && ['br', 'gzip'].find((name) => accepts(accepted, name))) || '';
    const bytes = encoding ? await this.#compressed(encoding) : this.bytes;
    return { encoding, length: bytes.length, send: (response) => response.end(bytes) };
  }

  /** @param {string} encoding */
  #compressed(encoding) {
    const bytes = this.#encoded.get(encoding) ?? compressors[encoding](this.bytes);
    this.#encoded.set(encoding, bytes);
    return bytes;
  }
}

/** One file in one version, on the disk. */
class LargeFile {
  /** @param {string} name @param {string} version @param {number} size */
  constructor(name, version, size) {
    this.name = name;
    this.size = size;
    this.type = typeOf(name);
    this.etag = `"${version}"`;
  }

  /** As that of a small one. @returns {ReturnType<SmallFile['encode']>} */
  async encode() {
    const send = (/** @type {import('node:stream').Writable} */ response) => pipeline(createReadStream(this.name, { end: this.size - 1 }), response);
    return { encoding: '', length: this.size, send };
  }
}

/** @param {string} name */
const extensionOf = (name) => path.extname(name).toLowerCase();
/** @param {string} name */
const typeOf = (name) => TYPES[extensionOf(name)] ?? 'application/octet-stream';

/** @param {string} header @param {string} name */
function accepts(header, name) {
  return header.split(',').some((item) => {
    const [coding, ...parameters] = item.trim().split(';').map((part) => part.trim());
    return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
