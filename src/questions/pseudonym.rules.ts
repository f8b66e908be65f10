/** A pseudonym holds no initials: at a small school two letters point at one child. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One or two capitals on their own, with or without dots: «J», «J.», «JK», «J.K.», «J K»; small letters with dots between them: «j.k.»;
 * and two letters that are all there is: «jk».
 */
const initials =
  /(?<![\p{L}\p{N}])(?:\p{Lu}\.?(?: ?\p{Lu}\.?)?|\p{L}\. ?\p{L}\.?)(?![\p{L}\p{N}])|^\p{L} ?\p{L}$/gu;

/** Where initials stand in a pseudonym. */
export function initialsIn(pseudonym: string): readonly Stretch[] {
  return [...pseudonym.matchAll(initials)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
}
