import http from 'node:http';

import { delayedBody, parseDelay } from './delay.mjs';
import { Files } from './files.mjs';
import { headersFor } from './headers.mjs';

/** Whatever changes gets another number: each of the engine's threads loads its script without asking whether it is still the same. */
const OF_A_BUILD = /^\/build-[0-9a-f]+\//;

/**
 * The site's server: static files of one folder, and answers after a delay for the downloads.
 * @param {{root: string, isolation: boolean}} options
 * @returns {http.Server} not yet listening
 */
export function createSite({ root, isolation }) {
  const files = new Files(root);
  const headers = headersFor(isolation);
  return http.createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(files, request, response).catch((error) => {
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;  // nobody listens any more
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'The server failed to read that file.');
    });
  });
}

/** @param {Files} files @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answer(files, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return say(response, 405, 'Only GET and HEAD are answered here.');
  }
  const path = decodedPath(request.url ?? '/');
  if (path === null) return say(response, 400, 'That is no valid path.');
  const delayed = parseDelay(path);
  if (delayed) return answerLater(delayed, response);
  const file = await files.find(path);
  if (!file && await files.find(`${path}/`)) return sendOn(path, request, response);
  response.setHeader('Cache-Control', OF_A_BUILD.test(path) ? 'max-age=31536000, immutable' : 'no-cache');
  return answerFile(file, request, response);
}

/**
 * To a folder's address with its slash, from which alone the page finds its files.
 * @param {string} path @param {http.IncomingMessage} request @param {http.ServerResponse} response
 */
function sendOn(path, request, response) {
  const [query = ''] = /\?.*/.exec(request.url ?? '') ?? [];
  response.setHeader('Location', `./${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}/${query}`);
  say(response, 302, 'The address ends in "/".');
}

/** @param {string} url */
function decodedPath(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
}

/** @param {NonNullable<ReturnType<typeof parseDelay>>} delayed @param {http.ServerResponse} response */
function answerLater(delayed, response) {
  response.setHeader('Cache-Control', 'no-store');
  if ('error' in delayed) return say(response, 400, delayed.error);
  const { id, delay } = delayed;
  const timer = setTimeout(() => {
    const body = Buffer.from(delayedBody(id, delay));
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    response.end(body);
  }, delay);
  response.on('close', () => clearTimeout(timer));
}

/** @param {Awaited<ReturnType<Files['find']>>} file @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answerFile(file, request, response) {
  if (!file) {
    response.setHeader('Cache-Control', 'no-cache');
    return say(response, 404, 'There is no such file.');
  }
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', file.etag);
  if (matches(request.headers['if-none-match'], file.etag)) return response.writeHead(304).end();
  const { encoding, length, send } = await file.encode(request.headers['accept-encoding'] ?? '');
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': length });
  await (request.method === 'HEAD' ? response.end() : send(response));
}

/** @param {string|undefined} header @param {string} etag */
function matches(header, etag) {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** @param {http.ServerResponse} response @param {number} status @param {string} sentence */
function say(response, status, sentence) {
  const body = Buffer.from(`${sentence}\n`);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
}
