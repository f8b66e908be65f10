/** The text that stands in a file, to be looked at before the file is kept. */
import { PartFailed, runPart } from '../part.ts';
import { isBlank } from '../pure/text.ts';
import type { MediaType } from './type.ts';

const ms = 15_000;
const mostBytes = 8_000_000;

/**
 * All text of a file whose type is known (`typeOfContent`), with remarks, hidden and deleted text and its title; newlines as `\n`. Undefined
 * when there is none to be had: a picture, a scan, a locked file, one that is too long or too hard to read within 15 seconds. It is
 * never a part of the text: who gets a text may say that all of it was looked at.
 * @throws {Unavailable} when too many files wait
 */
export async function textOfContent(bytes: Uint8Array, mediaType: MediaType): Promise<string | undefined> {
  if (mediaType.startsWith('image/')) return undefined;
  const text =
    mediaType === 'text/plain' ? new TextDecoder().decode(bytes) : await extracted(bytes, mediaType);
  return text === undefined || isBlank(text) ? undefined : text;
}

async function extracted(bytes: Uint8Array, mediaType: MediaType): Promise<string | undefined> {
  try {
    const text = await runPart('text', { argument: mediaType, input: bytes, ms, mostBytes });
    return new TextDecoder().decode(text);
  } catch (fault) {
    if (fault instanceof PartFailed) return undefined;
    throw fault;
  }
}
