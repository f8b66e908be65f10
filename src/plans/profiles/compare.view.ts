/**
 * What changed between two texts, as a reader wants to know it: whole paragraphs first, and within a paragraph that was rewritten the
 * words. No library: with the longest common part twice, for paragraphs and for words, everything is said.
 */

export interface Part {
  readonly kind: 'same' | 'added' | 'gone';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'same' | 'added' | 'gone'; readonly text: string }
  | { readonly kind: 'changed'; readonly parts: readonly Part[] };

export interface Counts {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
}

/** From how much in common a paragraph counts as rewritten, and not as another one. */
const rewritten = 0.4;
/** Cells of a table of pairs. Beyond that a comparison would take seconds: then one text stands in the place of the other. */
const mostPairs = 4_000_000;

/** The paragraphs of both texts, in reading order, each with what became of it. */
export function compareTexts(before: string, after: string): readonly Block[] {
  const blocks: Block[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const close = () => {
    blocks.push(...paired(gone, added));
    gone = [];
    added = [];
  };
  for (const { kind, text } of differ(paragraphsOf(before), paragraphsOf(after))) {
    if (kind === 'gone') gone.push(text);
    else if (kind === 'added') added.push(text);
    else {
      close();
      blocks.push({ kind, text });
    }
  }
  close();
  return blocks;
}

export const countBlocks = (blocks: readonly Block[]): Counts => {
  const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length;
  return { added: of('added'), gone: of('gone'), changed: of('changed') };
};

/** A text by its blank lines. */
const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Words with the space behind them, so that together they are the text again. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/** Between two paragraphs that stayed: each new one beside the first old one that it looks like, in order. What went stands first. */
function paired(gone: readonly string[], added: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let next = 0;
  let fresh: string[] = [];
  const upTo = (place: number) => {
    blocks.push(...gone.slice(next, place).map((text) => ({ kind: 'gone', text }) as const));
    blocks.push(...fresh.map((text) => ({ kind: 'added', text }) as const));
    next = place;
    fresh = [];
  };
  for (const text of added) {
    const partner = gone.findIndex((old, place) => place >= next && likeness(old, text) >= rewritten);
    if (partner < 0) fresh.push(text);
    else {
      upTo(partner);
      blocks.push({ kind: 'changed', parts: wordParts(gone[partner] ?? '', text) });
      next = partner + 1;
    }
  }
  upTo(gone.length);
  return blocks;
}

/** The part of their words that two paragraphs share, 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const same = differ(a.map(trimmed), b.map(trimmed)).filter(({ kind }) => kind === 'same').length;
  return same / Math.max(a.length, b.length, 1);
}

const trimmed = (word: string) => word.trim();

/** Words that follow each other with the same fate stand together. */
function wordParts(before: string, after: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { kind, text } of differ(wordsOf(before), wordsOf(after), trimmed)) {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  }
  return parts;
}

/** Two lists as one: what stayed (as it reads after), what went and what came; what went stands first. */
function differ(
  before: readonly string[],
  after: readonly string[],
  key: (item: string) => string = (item) => item,
): readonly Part[] {
  const [a, b] = [before.map(key), after.map(key)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const as = (kind: Part['kind'], items: readonly string[]) => items.map((text): Part => ({ kind, text }));
  return [
    ...as('same', after.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), key),
    ...as('same', after.slice(after.length - tail)),
  ];
}

function middle(
  before: readonly string[],
  after: readonly string[],
  key: (item: string) => string,
): readonly Part[] {
  const parts: Part[] = [];
  const length =
    before.length * after.length > mostPairs ? () => 0 : longestCommon(before.map(key), after.map(key));
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && fresh !== undefined && key(old) === key(fresh) && length(i, j) > 0) {
      parts.push({ kind: 'same', text: fresh });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || length(i + 1, j) >= length(i, j + 1))) {
      parts.push({ kind: 'gone', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      parts.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return parts;
}

/** How long the longest common part of what follows from each pair of places is. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return (i, j) => lengths[i * width + j] ?? 0;
}
