/** Pictures by their structure, from the first byte to the last. */

const largestSide = 20_000;

/** A whole PNG: its chunks fit together and nothing stands behind the last. */
export function isPng(bytes: Uint8Array): boolean {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.length < 45 || png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return false;
  if (png.toString('latin1', 12, 16) !== 'IHDR' || !isSane(png.readUInt32BE(16), png.readUInt32BE(20))) {
    return false;
  }
  for (let at = 8; at + 12 <= png.length; ) {
    const isLast = png.toString('latin1', at + 4, at + 8) === 'IEND';
    at += 12 + png.readUInt32BE(at);
    if (isLast) return at === png.length;
  }
  return false;
}

/**
 * A whole JPEG. Telephones put a smaller picture or a note behind it, so that may be there; a film may not.
 */
export function isJpeg(bytes: Uint8Array): boolean {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (jpeg.length < 100 || jpeg.readUInt16BE(0) !== 0xffd8) return false;
  let framed = false;
  for (let at = 2; at + 9 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xd9) return framed && !jpeg.includes('ftyp', at, 'latin1');
    if (isFrame(marker)) framed = isSane(jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5));
    at += 2 + jpeg.readUInt16BE(at + 2);
    if (marker === 0xda) at = scanEnd(jpeg, at);
    if (at === jpeg.length - 2) return framed && jpeg.readUInt16BE(at) === 0xffd9;
  }
  return false;
}

/** Start of a frame: C0 to CF without the tables that have their numbers there. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the next marker stands after the points of the picture; FF 00 and the restart marks belong to the points. */
function scanEnd(jpeg: Buffer, from: number): number {
  let at = jpeg.indexOf(0xff, from);
  while (at >= 0) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = jpeg.indexOf(0xff, at + 1);
  }
  return jpeg.length;
}

const isSane = (width: number, height: number) =>
  width > 0 && height > 0 && width <= largestSide && height <= largestSide;
