/** A picture that a stranger sent, drawn anew: what else was in its file (a place, a name, something behind it) is gone. */
import { PartFailed, runPart } from '../part.ts';

export interface Redrawn {
  readonly mediaType: 'image/webp';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * The picture as WebP, upright, 1600 pixels at most along its longest side, without metadata. Undefined when it cannot be drawn within
 * 15 seconds: broken, or too large for its process.
 * @throws {Unavailable} when too many wait
 */
export async function redrawn(bytes: Uint8Array): Promise<Redrawn | undefined> {
  try {
    const answer = Buffer.from(await runPart('picture', { input: bytes, ms: 15_000, mostBytes: 5_000_000 }));
    const [width, height] = [answer.readUInt32BE(0), answer.readUInt32BE(4)];
    return { mediaType: 'image/webp', bytes: new Uint8Array(answer.subarray(8)), width, height };
  } catch (fault) {
    if (fault instanceof PartFailed) return undefined;
    throw fault;
  }
}
