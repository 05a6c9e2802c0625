// The pixels of a picture.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/**
 * Of a PNG as browsers write them: eight bits, not interlaced, no palette.
 * @param {Buffer} png
 * @returns {{width: number, height: number, channels: number, pixels: Uint8Array}}
 */
export function decodePng(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('not a PNG as browsers write them');
  const parts = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) unfilter(raw, row * (stride + 1), pixels, row * stride, stride, channels);
  return { width, height, channels, pixels };
}

/** One line: each byte is told as the difference to what its neighbours foretell (PNG, 9.2). */
function unfilter(raw, from, pixels, to, stride, channels) {
  const filter = raw[from];
  for (let i = 0; i < stride; i++) {
    const left = i >= channels ? pixels[to + i - channels] : 0;
    const up = to > 0 ? pixels[to + i - stride] : 0;
    const corner = i >= channels && to > 0 ? pixels[to + i - stride - channels] : 0;
    pixels[to + i] = raw[from + 1 + i] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
  }
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** How many colours a picture has. @param {string} file */
export function coloursOf(file) {
  const { pixels, channels } = decodePng(readFileSync(file));
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += channels) colours.add(pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2]);
  return colours.size;
}
