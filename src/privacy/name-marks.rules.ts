/**
 * Finds names of people in the registers: a full name in any case, or one of its words with a capital. Only whole words.
 * «Wit» at the start of a sentence is found too, which is why a name never blocks: the writer says that it is none.
 */

import { fold, type Span } from './folded-text.rules.ts';

/** Words within names that are no name by themselves. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'aan af al bij bin da de del den der di do dos du el en ibn in la le op of te ten ter tot uit van vom von voor zu ' +
    'het drs dr ir ing mr prof mevrouw meneer mevr dhr'
  ).split(' '),
);

interface Step {
  readonly next: Map<string, Step>;
  ends: boolean;
}

/** What `findNames` looks for; made once for many texts. */
export interface NameIndex {
  readonly words: ReadonlySet<string>;
  readonly fullNames: Step;
}

export interface Word extends Span {
  readonly text: string;
  readonly plain: string;
}

export function indexNames(names: readonly string[]): NameIndex {
  const words = new Set<string>();
  const fullNames: Step = { next: new Map(), ends: false };
  for (const name of names) {
    const parts = wordsOf(fold(name).text).map(({ plain }) => plain);
    for (const part of parts) if (part.length > 1 && !PARTICLES.has(part)) words.add(part);
    if (parts.length < 2) continue;
    let step = fullNames;
    for (const part of parts) {
      const next = step.next.get(part) ?? { next: new Map(), ends: false };
      step.next.set(part, next);
      step = next;
    }
    step.ends = true;
  }
  return { words, fullNames };
}

/** The places of names in folded text, in order; of a full name the whole. `words`: the text's own. */
export function findNames(text: string, words: readonly Word[], index: NameIndex): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const length =
      fullNameLengthAt(text, words, i, index.fullNames) || (isNameWord(words[i], index.words) ? 1 : 0);
    const first = words[i];
    const last = words[i + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    spans.push({ start: first.start, end: last.end });
    i += length - 1;
  }
  return spans;
}

/** The words of folded text: runs of letters. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
    plain: word.toLowerCase(),
  }));
}

function isNameWord(word: Word | undefined, known: ReadonlySet<string>): boolean {
  if (word === undefined || word.text.slice(0, 1) === word.plain.slice(0, 1)) return false;
  return nameForms(word.plain).some((form) => known.has(form));
}

/** How many words from `i` on are the longest full name; 0 when none. */
function fullNameLengthAt(text: string, words: readonly Word[], i: number, fullNames: Step): number {
  let step: Step | undefined = fullNames;
  let longest = 0;
  for (let n = 0; step !== undefined; n += 1) {
    const word = words[i + n];
    const before = words[i + n - 1];
    if (word === undefined || (n > 0 && before !== undefined && !joins(text, before.end, word.start))) break;
    const known: Step = step;
    if (nameForms(word.plain).some((form) => known.next.get(form)?.ends)) longest = n + 1;
    step = known.next.get(word.plain);
  }
  return longest;
}

/** «Jansen», and «Jansens» of Jansen. */
export function nameForms(plain: string): readonly string[] {
  return plain.length > 3 && plain.endsWith('s') ? [plain, plain.slice(0, -1)] : [plain];
}

function joins(text: string, from: number, to: number): boolean {
  return to - from <= 3 && /^[\s.'-]+$/.test(text.slice(from, to));
}
