/**
 * What may not stand in a pseudonym besides what the writing aid finds in any text: at a small school two letters or a birthday point at
 * one child. Here nothing is confirmed; another pseudonym is easily found.
 */

export interface PseudonymMark {
  readonly kind: 'initials' | 'birthdate' | 'bsn' | 'name';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const alone = String.raw`(?<![\p{L}\p{N}])`;
const whole = String.raw`(?![\p{L}\p{N}])`;
const months = 'jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec';

/** In order: of what overlaps the first counts. */
const found: readonly (readonly [PseudonymMark['kind'], RegExp])[] = [
  // «123456782», «12345678»: longer than a date.
  ['bsn', /\p{Nd}(?:[ .-]?\p{Nd}){8,}/gu],
  // «12032016», «2016», «12/3/16», «12-3»; but «groep 5/6».
  [
    'birthdate',
    /\p{Nd}{4,}|\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}|\p{Nd}{2}[-/.]\p{Nd}{1,2}|\p{Nd}[-/.]\p{Nd}{2}/gu,
  ],
  ['birthdate', new RegExp(String.raw`\p{Nd}{1,2} ?(?:${months})\p{L}*`, 'giu')],
  // «van Dijk», «Van der Berg», «El Amrani».
  ['name', /^(?:van|ter|ten|den|el|al|ben)(?: (?:de|der|den|het|'t))? \p{Lu}\p{L}+/giu],
  // «J.K.», «J K», «m-j», «S a n n e»: letters that stand apart.
  ['initials', new RegExp(String.raw`${alone}\p{L}(?:[^\p{L}\p{N}]{1,3}\p{L}${whole})+\.?`, 'gu')],
  // «J», «JK», «j.», «Zeester j».
  ['initials', new RegExp(String.raw`${alone}(?:\p{Lu}{1,2}${whole}\.?|(?<=[^\p{L}\p{N}])\p{L}\.?$)`, 'gu')],
  ['initials', /^\p{L}{2}$/gu],
];

/** Where it stands, in order of place. */
export function marksInPseudonym(pseudonym: string): readonly PseudonymMark[] {
  const marks: PseudonymMark[] = [];
  const add = (kind: PseudonymMark['kind'], start: number, text: string) => {
    const end = start + text.length;
    if (!marks.some((mark) => mark.start < end && start < mark.end)) marks.push({ kind, start, end, text });
  };
  for (const [kind, pattern] of found)
    for (const { 0: text, index } of pseudonym.matchAll(pattern)) add(kind, index, text);
  for (const { 0: word, index } of pseudonym.matchAll(new RegExp(String.raw`${alone}\p{L}+${whole}`, 'gu')))
    if (isShortened(word)) add('initials', index, word);
  return marks.sort((a, b) => a.start - b.start);
}

/** «JdV», «JaVr», «JPB», «jpb»: a short word with capitals within it, or one that nobody can pronounce. */
function isShortened(word: string): boolean {
  if (word.length < 2 || word.length > 5) return false;
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals >= 2 && capitals < word.length) return true;
  return /^[bcdfghjklmnpqrstvwxz]{2,4}$/i.test(word);
}
