/** Where words stand in a text, as the database counts: in characters, not in halves of them. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Pairs of first character (from 0) and number of characters, in order of place; spans that touch or overlap become one. */
export function rangesOfSpans(text: string, spans: readonly Span[]): readonly number[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end });
    else if (end > last.end) joined[joined.length - 1] = { start: last.start, end };
  }
  return joined.flatMap(({ start, end }) => [charactersIn(text, 0, start), charactersIn(text, start, end)]);
}

/**
 * Every place where one of these words or groups of words stands, as a whole: «Jan» is not found in «Januari». Capitals do not count.
 * Gives the places and the words that stand nowhere.
 */
export function placesOf(
  text: string,
  words: readonly string[],
): { readonly ranges: readonly number[]; readonly missing: readonly string[] } {
  const found = words.map((word) => ({ word, spans: spansOf(text, word) }));
  return {
    ranges: rangesOfSpans(
      text,
      found.flatMap(({ spans }) => spans),
    ),
    missing: found.filter(({ spans }) => spans.length === 0).map(({ word }) => word),
  };
}

function spansOf(text: string, word: string): readonly Span[] {
  const inside = word.trim().split(/\s+/u).map(escaped).join('\\s+');
  if (inside === '') return [];
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${inside}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(whole)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const charactersIn = (text: string, start: number, end: number) => Array.from(text.slice(start, end)).length;
