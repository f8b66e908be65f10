/** What somebody typed, as the database searches for it. Pure. */

export interface Wanted {
  /**
   * Stems that must all begin a word, as to_tsquery reads them: first as typed, then with any two neighbouring letters of a word
   * changed about. Of words there are only letters and digits, so nothing typed can be an operator.
   */
  readonly queries: readonly string[];
  /** The first three longer words, `inLatin`, for a second look at what was written a little differently. */
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
    queries: [
      words.map((word) => `${word}:*`).join(' & '),
      ...(words.some(isLong) ? [words.map(orSwapped).join(' & ')] : []),
    ],
    words: words.filter(isLong).slice(0, 3).map(inLatin),
    text: words.join(' '),
  };
}

const others = 'اأإآءؤئبتثجحخدذرزسشصضطظعغفقكلمنهويىةپچژگکیабвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ';
const latin = 'aaaa2wybt8j75d0rzsxc9v63gfqklmnhwyyhpouekyabvhgde3jzyi14klmnoprstufxc8w967qe520';

/** Each letter of another script as one of ASCII, the only letters that trigrams know: `in_latin` in the database does the same (0056). */
const inLatin = (word: string): string =>
  Array.from(word, (letter) => latin[others.indexOf(letter)] ?? letter).join('');

/** Shorter words resemble too much. */
const isLong = (word: string) => word.length >= 4;

/** The word, or the word with two neighbours changed about: the slip that trigrams forgive least («strutcuur»). */
function orSwapped(word: string): string {
  if (!isLong(word)) return `${word}:*`;
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, nth) =>
    letters
      .with(nth, letter)
      .with(nth + 1, letters[nth] ?? '')
      .join(''),
  );
  return `(${[...new Set([word, ...swapped])].map((one) => `${one}:*`).join(' | ')})`;
}
