/**
 * The text behind the text: full-width, circled and foreign digits become 0-9, accents and invisible characters go, all
 * dashes and spaces become one. So nobody hides a number by accident, and each mark still knows its place in the original.
 */

export interface FoldedText {
  readonly text: string;
  /** For each character of `text`, where the character it came from begins in the original. */
  readonly starts: readonly number[];
  /** The same, where it ends, with the accents that follow it. */
  readonly ends: readonly number[];
}

/** A stretch of folded text, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Takes time in proportion to the length of the text. */
export function fold(original: string): FoldedText {
  const known = new Map<string, string>();
  const plains: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const plain = character < '\u0080' ? character : (known.get(character) ?? plainOf(character));
    known.set(character, plain);
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = visibleEnd(character, end, ends.at(-1) ?? 0);
    for (let i = 0; i < plain.length; i += 1) {
      starts.push(at);
      ends.push(end);
    }
    plains.push(plain);
    at = end;
  }
  return { text: plains.join(''), starts, ends };
}

/** An accent belongs to the letter before it; an invisible character to nobody. */
function visibleEnd(character: string, end: number, before: number): number {
  return /\p{M}/u.test(character) ? end : before;
}

/** Letters of other alphabets that look like ours, and ours that no accent makes. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  (
    'аa еe оo рp сc уy хx іi ѕs јj ԁd һh кk мm тt вb нh АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ' +
    'αa βb εe ηn ιi κk νv οo ρp τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ıi łl ŁL øo ØO đd ĐD ðd ßs'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

function plainOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  return (lookalikes.get(character) ?? character)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[·•․]/g, '.')
    .replace(/[’‘´]/g, "'");
}

/** In Unicode the ten digits of a script always stand together, nought first. */
function digitOf(character: string): string {
  const compatible = character.normalize('NFKD');
  if (/^[0-9]$/.test(compatible)) return compatible;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
