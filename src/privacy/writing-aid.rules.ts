/**
 * The writing aid: finds in a text what may stand in no concern and no question, for those are about schools and never
 * about a named child. Numbers, addresses and birthdays block; names, initials and diagnoses are confirmed one by one. It runs before anything
 * is shared, and whoever calls it keeps the text a draft when it does not answer.
 */

import type { CivilDate } from '../platform/pure/dates.ts';
import { findBirthDates } from './date-marks.rules.ts';
import { findDiagnoses } from './diagnosis-marks.rules.ts';
import { fold, type Span } from './folded-text.rules.ts';
import { findGivenNames } from './given-name-marks.rules.ts';
import { findInitials } from './initial-marks.rules.ts';
import { findNames, indexNames, type NameIndex, wordsOf } from './name-marks.rules.ts';
import { findBsns, findEmails, findPhones } from './number-marks.rules.ts';

export type MarkKind = 'bsn' | 'email' | 'phone' | 'birthdate' | 'name' | 'initials' | 'diagnosis';

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
  /** Asked between two looks at a text: whether it has taken too long. Absent: it takes as long as it takes. */
  readonly isLate?: () => boolean;
}

/** The aid gave up: whoever called it keeps the text a draft. */
export class TooSlow extends Error {}

const BLOCKS = {
  bsn: true,
  email: true,
  phone: true,
  birthdate: true,
  name: false,
  initials: false,
  diagnosis: false,
} as const satisfies Record<MarkKind, boolean>;

/** All marks of one text, in order of place; marks never overlap. Takes time in proportion to the text. */
export function marksIn(text: string, context: WritingContext): readonly Mark[] {
  return findMarks(text, indexNames(context.names), context);
}

export interface Looked {
  /** The marks that keep the texts from being shared. */
  readonly open: readonly OpenMark[];
  /** The marks that may stay, because their writer confirmed their exact text. */
  readonly kept: readonly OpenMark[];
}

/**
 * The marks in texts: open are all that block, and the others unless `accepted` holds their exact text.
 * `texts`: what was written, by the name of its field. Throws TooSlow when the context says that it is late.
 */
export function lookAt(
  texts: Readonly<Record<string, string>>,
  accepted: readonly string[],
  context: WritingContext,
): Looked {
  const index = indexNames(context.names);
  const known = new Set(accepted);
  const marks = Object.entries(texts).flatMap(([field, text]) =>
    findMarks(text, index, context).map((mark) => ({ ...mark, field })),
  );
  const isKept = (mark: Mark) => !mark.blocks && known.has(mark.text);
  return { open: marks.filter((mark) => !isKept(mark)), kept: marks.filter(isKept) };
}

function findMarks(original: string, names: NameIndex, { today, isLate }: WritingContext): readonly Mark[] {
  const folded = fold(original);
  const { text } = folded;
  const words = wordsOf(text);
  const taken = new Uint8Array(text.length);
  const marks: Mark[] = [];
  const add = (kind: MarkKind, find: () => readonly Span[]): void => {
    if (isLate?.() === true) throw new TooSlow('the writing aid took too long');
    for (const { start, end } of find()) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const from = folded.starts[start] ?? 0;
      const to = folded.ends[end - 1] ?? from;
      marks.push({ kind, start: from, end: to, text: original.slice(from, to), blocks: BLOCKS[kind] });
    }
  };
  // The surest first: a number in a mail address is part of the address.
  add('email', () => findEmails(text));
  add('phone', () => findPhones(text));
  add('birthdate', () => findBirthDates(text, today));
  add('bsn', () => findBsns(text));
  add('diagnosis', () => findDiagnoses(text, words));
  add('name', () => findNames(text, words, names));
  add('name', () => findGivenNames(text, words));
  add('initials', () => findInitials(text));
  return marks.sort((a, b) => a.start - b.start);
}
