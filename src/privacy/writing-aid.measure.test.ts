/** How much the writing aid misses and how often it is wrong, on invented sentences: the figures of docs/privacy.md. */
import { describe, expect, it } from 'vitest';
import { type MarkKind, marksIn } from './writing-aid.rules.ts';
import { registerNames, withMarks } from './writing-aid.set.ts';
import { hastyWithMarks, hastyWithoutMarks } from './writing-aid-held-out.set.ts';
import { withoutMarks } from './writing-aid-plain.set.ts';

const context = { names: registerNames, today: '2026-11-22' };
const blocking: readonly string[] = ['bsn', 'phone', 'email', 'birthdate'];
const kinds: readonly MarkKind[] = ['bsn', 'phone', 'email', 'birthdate', 'name', 'initials', 'diagnosis'];

interface Wanted {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const MARK = /\[(bsn|phone|email|birthdate|name|initials|diagnosis):((?:[^[\]]|\[at\])+)\]/g;

/** «Bel [phone:06-12345678]» as its text and where the mark should be. */
function unmarked(sentence: string): { readonly text: string; readonly wanted: readonly Wanted[] } {
  const wanted: Wanted[] = [];
  let text = '';
  let from = 0;
  for (const { 0: whole, 1: kind = '', 2: inner = '', index } of sentence.matchAll(MARK)) {
    text += sentence.slice(from, index);
    wanted.push({ kind, start: text.length, end: text.length + inner.length });
    text += inner;
    from = index + whole.length;
  }
  return { text: text + sentence.slice(from), wanted };
}

/** What is missed of a kind: nothing marked there, or for what must go nothing that blocks over the whole of it. */
function missedIn(sentences: readonly string[], kind: MarkKind) {
  let all = 0;
  const missed: string[] = [];
  for (const sentence of sentences) {
    const { text, wanted } = unmarked(sentence);
    const marks = marksIn(text, context);
    for (const one of wanted.filter((each) => each.kind === kind)) {
      all += 1;
      const found = blocking.includes(kind)
        ? marks.some((mark) => mark.blocks && mark.start <= one.start && mark.end >= one.end)
        : marks.some((mark) => mark.start < one.end && mark.end > one.start);
      if (!found) missed.push(text);
    }
  }
  return { all, missed };
}

const falseIn = (sentences: readonly string[]) =>
  sentences.filter((sentence) => marksIn(sentence, context).length > 0);

describe('on sentences as people write them', () => {
  it('there are three hundred and more, half of them with nothing to mark', () => {
    const all = [...withMarks, ...withoutMarks, ...hastyWithMarks, ...hastyWithoutMarks];
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(blocking as readonly MarkKind[])('%s: none is missed', (kind) => {
    const { all, missed } = missedIn(withMarks, kind);
    expect(all).toBeGreaterThanOrEqual(9);
    expect(missed).toEqual([]);
  });

  it.each(['name', 'initials', 'diagnosis'] as const)('%s: one in twenty is missed at most', (kind) => {
    const { all, missed } = missedIn(withMarks, kind);
    expect(all).toBeGreaterThanOrEqual(10);
    expect(missed.length / all).toBeLessThanOrEqual(0.05);
  });

  it('of the others none is marked', () => {
    expect(falseIn(withoutMarks)).toEqual([]);
  });

  it('without the names people bear, nine in ten names would be missed: the measure bites', () => {
    const bare = withMarks.filter((sentence) => sentence.includes('[name:'));
    const found = bare.filter((sentence) =>
      registerNames.some((name) => unmarked(sentence).text.includes(name)),
    );
    expect(found.length / bare.length).toBeLessThan(0.1);
  });
});

describe('on hasty notes that were held out', () => {
  it('misses what docs/privacy.md says', () => {
    const figures = kinds.map((kind) => {
      const { all, missed } = missedIn(hastyWithMarks, kind);
      return `${kind} ${missed.length}/${all}`;
    });
    expect(figures).toEqual([
      'bsn 0/3',
      'phone 0/4',
      'email 0/3',
      'birthdate 0/5',
      'name 6/28',
      'initials 1/5',
      'diagnosis 0/12',
    ]);
    expect(falseIn(hastyWithoutMarks)).toEqual([]);
  });
});
