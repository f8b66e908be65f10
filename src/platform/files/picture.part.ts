/** Draws one picture anew, from stdin: upright, at most so wide and high, and without anything else that was in its file. See `redraw.ts`. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/** Pixels: a telephone makes fifty million; more than this is somebody else's memory. */
const mostPixels = 100_000_000;
/** Pixels of the longest side: sharp on a wide screen, and half a megabyte at most. */
const longestSide = 1_600;

Reflect.deleteProperty(globalThis, 'fetch');
sharp.concurrency(1);
sharp.cache(false);
const { data, info } = await sharp(readFileSync(0), {
  limitInputPixels: mostPixels,
  failOn: 'error',
  animated: false,
})
  .autoOrient()
  .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 80 })
  .toBuffer({ resolveWithObject: true });
const measures = Buffer.alloc(8);
measures.writeUInt32BE(info.width, 0);
measures.writeUInt32BE(info.height, 4);
process.stdout.write(Buffer.concat([measures, data]));
