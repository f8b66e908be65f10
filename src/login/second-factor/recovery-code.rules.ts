/** Recovery codes as people copy them from paper. */

// Without 0, O, 1, I, L, U: nothing that is misread.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;
/** How many a person gets at a time. */
export const codesInSet = 10;
/** Wrong ones in a row before somebody has to wait, and the minutes they wait. */
export const wrongAllowed = 5;
export const waitMinutes = 15;
/** With so few left the page says that new ones are wise. */
export const fewLeft = 3;

/** Twelve characters from random bytes: 30^12, so 58 bits. */
export function codeFrom(random: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => alphabet[random(alphabet.length)]).join('');
}

/** `ABCD-EFGH-JKMN`. */
export function showCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What was typed as a code; undefined when it cannot be one. Forgives case, spaces and dashes. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}
