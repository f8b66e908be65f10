/**
 * The writing aid: finds in a text what may stand in no concern and no question, for those are about schools and never
 * about a named child. Numbers, addresses and birthdays block; names are confirmed one by one. It runs before anything
 * is shared, and whoever calls it keeps the text a draft when it does not answer.
 */

import type { CivilDate } from '../platform/pure/dates.ts';
import { findBirthDates } from './date-marks.rules.ts';
import { fold, type Span } from './folded-text.rules.ts';
import { findNames, indexNames, type NameIndex } from './name-marks.rules.ts';
import { findBsns, findEmails, findPhones } from './number-marks.rules.ts';

export type MarkKind = 'bsn' | 'email' | 'phone' | 'birthdate' | 'name';

/** A stretch of the text as it was given: `text.slice(start, end)`. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it has to go. What does not block may stay once its writer has confirmed it. */
  readonly blocks: boolean;
}

export interface OpenMark extends Mark {
  /** Which of the texts it stands in. */
  readonly field: string;
}

export interface WritingContext {
  /** Names of people in the registers, as they are written there. */
  readonly names: readonly string[];
  readonly today: CivilDate;
}

const BLOCKS = {
  bsn: true,
  email: true,
  phone: true,
  birthdate: true,
  name: false,
} as const satisfies Record<MarkKind, boolean>;

/** All marks of one text, in order of place; marks never overlap. Takes time in proportion to the text. */
export function marksIn(text: string, { names, today }: WritingContext): readonly Mark[] {
  return findMarks(text, indexNames(names), today);
}

/**
 * The marks that keep texts from being shared: all that block, and the others unless `accepted` holds their exact text.
 * `texts`: what was written, by the name of its field.
 */
export function openMarks(
  texts: Readonly<Record<string, string>>,
  accepted: readonly string[],
  { names, today }: WritingContext,
): readonly OpenMark[] {
  const index = indexNames(names);
  const known = new Set(accepted);
  return Object.entries(texts).flatMap(([field, text]) =>
    findMarks(text, index, today)
      .filter((mark) => mark.blocks || !known.has(mark.text))
      .map((mark) => ({ ...mark, field })),
  );
}

function findMarks(original: string, names: NameIndex, today: CivilDate): readonly Mark[] {
  const folded = fold(original);
  const { text } = folded;
  const taken = new Uint8Array(text.length);
  const marks: Mark[] = [];
  const add = (kind: MarkKind, spans: readonly Span[]): void => {
    for (const { start, end } of spans) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const from = folded.starts[start] ?? 0;
      const to = folded.ends[end - 1] ?? from;
      marks.push({ kind, start: from, end: to, text: original.slice(from, to), blocks: BLOCKS[kind] });
    }
  };
  // The surest first: a number in a mail address is part of the address.
  add('email', findEmails(text));
  add('phone', findPhones(text));
  add('birthdate', findBirthDates(text, today));
  add('bsn', findBsns(text));
  add('name', findNames(text, names));
  return marks.sort((a, b) => a.start - b.start);
}
