import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

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

const compressors = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * The files under a folder, each read once per change and compressed once per encoding.
 */
export class Files {
  #root;
  #cache = new Map();

  /** @param {string} root an existing folder */
  constructor(root) {
    this.#root = realpath(root);
  }

  /**
   * @param {string} urlPath decoded, starts with "/"
   * @returns {Promise<SiteFile|null>} null if there is no such file, or it lies outside the folder
   */
  async find(urlPath) {
    const root = await this.#root;
    if (urlPath.includes('\0') || urlPath.includes('\\')) return null;
    const name = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
    try {
      const real = await realpath(path.join(root, name));
      if (real !== root && !real.startsWith(root + path.sep)) return null;
      const info = await stat(real);
      return info.isFile() ? await this.#load(real, info) : null;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes(error.code)) return null;
      throw error;
    }
  }

  async #load(real, { mtimeMs, size }) {
    const version = `${mtimeMs}-${size}`;
    const known = this.#cache.get(real);
    if (known?.version === version) return known;
    const file = new SiteFile(real, version, await readFile(real));
    this.#cache.set(real, file);
    return file;
  }
}

/** One file in one version. */
class SiteFile {
  #encoded = new Map();

  constructor(name, version, bytes) {
    const extension = path.extname(name).toLowerCase();
    this.version = version;
    this.bytes = bytes;
    this.type = TYPES[extension] ?? 'application/octet-stream';
    this.compressible = !INCOMPRESSIBLE.has(extension) && bytes.length > 256;
    this.etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  }

  /**
   * @param {string} accepted the request's Accept-Encoding
   * @returns {Promise<{encoding: string, bytes: Buffer}>} `encoding` is empty for the plain bytes
   */
  async encode(accepted) {
    const encoding = this.compressible ? ['br', 'gzip'].find((name) => accepts(accepted, name)) : undefined;
    if (!encoding) return { encoding: '', bytes: this.bytes };
    if (!this.#encoded.has(encoding)) this.#encoded.set(encoding, compressors[encoding](this.bytes));
    return { encoding, bytes: await this.#encoded.get(encoding) };
  }
}

function accepts(header, name) {
  return header.split(',').some((item) => {
    const [coding, ...parameters] = item.trim().split(';').map((part) => part.trim());
    return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
