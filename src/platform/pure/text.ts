/** Small things that every text needs: what may be kept, and lists and counts in Dutch. */

/** A text that may be kept, or the Dutch sentence that says why it may not. */
export type CleanText =
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: string };

const UNKEEPABLE = 'Deze tekst bevat een teken dat niet bewaard kan worden. Typ de tekst opnieuw.';

/**
 * One form for each text: newlines as `\n`, composed letters (NFC), nothing blank at the end. Refuses U+0000, which
 * PostgreSQL cannot keep, and half a character (a lone surrogate), which UTF-8 cannot say.
 */
export function cleanText(raw: string): CleanText {
  if (raw.includes('\0') || /\p{Surrogate}/u.test(raw)) return { text: null, fault: UNKEEPABLE };
  return { text: raw.replace(/\r\n?/g, '\n').normalize('NFC').trimEnd(), fault: null };
}

/** Whether a reader would see nothing: only spaces, newlines, zero-width or filler characters. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);
}

/** Letters of another alphabet, each above the one it looks like. */
const strangers = 'АВЕЅІЈКМНОРСТУХаеѕіјкорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικορτυχ';
const familiars = 'ABESIJKMHOPCTYXaesijkopcyxABEZHIKMNOPTYXaikoptux';

/**
 * A text as people compare texts: without capitals, accents and marks, without what nobody sees, and with letters of another alphabet as
 * the ones they look like. `fold_title` in the database folds the same way.
 */
export function folded(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(/[\u0370-\u04ff]/g, (letter) => familiars[strangers.indexOf(letter)] ?? letter)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? text : plain;
}

const unseen =
  /[\u0300-\u036f]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u17b4\u17b5]|[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** «Een zin», to begin a line with. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** «a, b en c» */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} en ${last}`;
}

const NUMBERS = new Intl.NumberFormat('nl-NL');

/** «1 fout», «2 fouten», «7.003 scholen» */
export function count(n: number, one: string, many: string): string {
  return `${NUMBERS.format(n)} ${n === 1 ? one : many}`;
}

/** Signs that turn the reading direction of what stands around them: with them a text reads otherwise than it is. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

export const withoutTurns = (text: string): string => text.replace(turns, '');
