/**
 * The headers that give the page threads: on every file, because worker scripts need them too. As a
 * set they were seen to work at top level, in frames of plain and of isolated pages.
 */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Document-Isolation-Policy': 'isolate-and-credentialless',
};

/** The script that stands in index.html itself. */
const INLINE = 'sha256-ROsXMdG5dHgQoqsjMfyTqULdqoqARRWv2OgyNwSou5g=';

/** Sent with or without isolation. `connect-src` lets people type URLs for the downloads. */
export const ALWAYS = {
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' '${INLINE}'`,
    "worker-src 'self'",
    "connect-src 'self' https: http:",
    "img-src 'self' data: blob:",
    "style-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; '),
};

/** @param {boolean} isolation */
export function headersFor(isolation) {
  return isolation ? { ...ALWAYS, ...ISOLATION } : ALWAYS;
}
