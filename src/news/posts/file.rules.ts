/** What may come in beside a post. */
import type { State } from './post.rules.ts';

/** Bytes of a picture as it is sent; it is kept much smaller. */
export const largestPicture = 5_000_000;
/** Bytes of any other file. */
export const largestAttachment = 10_000_000;

export type FileNeed = 'stateAllows' | 'fileChosen' | 'notTooLarge' | 'knownKind';

/** What the content of a file says it is: a picture to show, a file to keep, or nothing of ours. */
export type FileKind = 'picture' | 'attachment' | undefined;

/** Pictures as long as the post is there, for an update shows one too; other files until readers saw it. */
export const mayAdd = (kind: FileKind, state: State): boolean =>
  state === 'draft' || state === 'planned' || (state === 'published' && kind === 'picture');

export const mayRemove = (state: State): boolean => state === 'draft' || state === 'planned';

/** What keeps this file from coming in. `size`: bytes. */
export function fileNeeds(file: {
  readonly size: number;
  readonly kind: FileKind;
  readonly state: State;
}): readonly FileNeed[] {
  const { size, kind, state } = file;
  if (size === 0) return ['fileChosen'];
  if (size > (kind === 'picture' ? largestPicture : largestAttachment)) return ['notTooLarge'];
  if (kind === undefined) return ['knownKind'];
  return mayAdd(kind, state) ? [] : ['stateAllows'];
}

const unkept = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}\p{Cn}]|[\\/:*?"<>|]/gu;

/** The last part of a name, without what nobody sees, and with the ending of what the file is. */
export function cleanName(name: string, extension: string): string {
  const base = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(unkept, '')
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...base].slice(0, 120).join('').trim();
  return `${short === '' ? 'bestand' : short}.${extension}`;
}
