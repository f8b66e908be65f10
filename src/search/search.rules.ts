/** What somebody typed, as the database searches for it. Pure. */

export interface Wanted {
  /** Stems that must all begin a word, as to_tsquery reads them: letters and digits only, so nothing in it can be an operator. */
  readonly query: string;
  /** The first three longer words as typed, for a second look at what was written a little differently. */
  readonly words: readonly string[];
  /** The whole as typed, for names. */
  readonly text: string;
}

/** Most words that count; a longer search finds nothing anyway and costs more. */
const mostWords = 8;

/** Undefined when there is nothing to look for: fewer than two letters or digits in a row. */
export function wantedBy(typed: string): Wanted | undefined {
  const all =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const words = [...new Set(all)].slice(0, mostWords);
  if (words.length === 0) return undefined;
  return {
    query: words.map((word) => `${word}:*`).join(' & '),
    words: words.filter((word) => word.length >= 4).slice(0, 3),
    text: words.join(' '),
  };
}
