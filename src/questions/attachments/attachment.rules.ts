/** When a file may be attached to a question, and by whom. Pure; migrations/0029 holds the same law. */
import type { Level, Relation, Status } from '../question.rules.ts';

/** Bytes of one file. */
export const largestFile = 10_000_000;
/** Files on one question. */
export const mostFiles = 20;

export type FileNeed =
  | 'notAboutPupil'
  | 'questionOpen'
  | 'roomForMore'
  | 'fileChosen'
  | 'notTooLarge'
  | 'knownKind'
  | 'textNotTooLong'
  | 'confirmed';

/** Who works on a question; who was only asked to, or plans it, does not yet. */
const working: readonly Relation[] = [
  'author',
  'submitter',
  'support_coordinator',
  'school_director',
  'contact_person',
  'specialist',
  'thinks_along',
];

const over: readonly Status[] = ['answered', 'declined', 'withdrawn', 'completed', 'stopped', 'followed_up'];

export interface FileFacts {
  readonly level: Level;
  readonly status: Status;
  readonly relations: readonly Relation[];
  /** Files on the question now. */
  readonly files: number;
}

export const mayAttach = ({ relations }: Pick<FileFacts, 'relations'>) =>
  relations.some((one) => working.includes(one));

/** What somebody attached they take away themselves, or the contact person does. */
export const mayRemove = (
  { relations }: Pick<FileFacts, 'relations'>,
  file: { readonly uploadedById: string },
  personId: string,
) => file.uploadedById === personId || relations.includes('contact_person');

/** What keeps any file from being attached to this question. */
export function questionNeeds({ level, status, files }: FileFacts): readonly FileNeed[] {
  return [
    ...(level === 'pupil' ? (['notAboutPupil'] as const) : []),
    ...(over.includes(status) ? (['questionOpen'] as const) : []),
    ...(files >= mostFiles ? (['roomForMore'] as const) : []),
  ];
}

/** What keeps this file from being attached. `size`: bytes; `known`: its content is of a kind that may come in. */
export function fileNeeds(file: {
  readonly size: number;
  readonly known: boolean;
  readonly confirmed: boolean;
}): readonly FileNeed[] {
  const content: readonly FileNeed[] =
    file.size === 0
      ? ['fileChosen']
      : file.size > largestFile
        ? ['notTooLarge']
        : file.known
          ? []
          : ['knownKind'];
  return [...content, ...(file.confirmed ? [] : (['confirmed'] as const))];
}

/** Control characters and those that turn the reading direction; and what no file system takes. */
const unkept = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}\p{Cn}]|[\\/:*?"<>|]/gu;

/** The last part of a name, without what nobody sees, and with the ending of what the file is. */
export function cleanName(name: string, extension: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const base = last
    .replace(unkept, '')
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...base].slice(0, 120).join('').trim() || 'bijlage';
  return short.toLowerCase().endsWith(`.${extension}`) ? short : `${short}.${extension}`;
}

/** What a device writes itself: an id, or the day it was made on and maybe the hour («IMG_20260612_101112»). A birthday is none of these. */
const written =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<!\d|geb\D{0,20}|jarig\D{0,20}|verjaar\D{0,20})20\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_.]\d{6,9})?(?!\d)/giu;

/**
 * The name as the writing aid reads it: «verslag_Sanne.pdf» says a name. As long as the name. Without what a device wrote: such digits
 * read as a telephone number or a burgerservicenummer one time in eleven, and those may not stay.
 */
export const wordsOfName = (name: string) =>
  name.replace(written, (stamp) => ' '.repeat(stamp.length)).replace(/[_.+-]/g, ' ');
