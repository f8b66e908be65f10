/** A file between its preview and the go-ahead: it travels along in the form, so that the server remembers nothing. */
import { gunzipSync, gzipSync } from 'node:zlib';

/** Larger than any national list, far smaller than what would fill the memory. */
const largestBytes = 20_000_000;

/** A file as a text for a hidden field. */
export function packFile(bytes: Uint8Array): string {
  return gzipSync(bytes).toString('base64');
}

/** The file of a hidden field; undefined when it is none of ours or too large. */
export function unpackFile(packed: string): Uint8Array | undefined {
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: largestBytes });
  } catch {
    return undefined;
  }
}
