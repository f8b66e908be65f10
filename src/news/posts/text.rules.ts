/** What stands in an address follows from a title. */

/** Letters that have no accent to take off. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** The words of a title as they stand in an address; a title in another alphabet gives `bericht`. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæøđłı]/g, (letter) => letters[letter] ?? '')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut =
    plain.length <= 60
      ? plain
      : plain
          .slice(0, 61)
          .replace(/-[^-]*$/, '')
          .slice(0, 60);
  return cut === '' ? 'bericht' : cut;
}

/** Where a post stands: the code alone finds it. The first language has no place of its own. */
export const addressOfPost = (slug: string, code: string, language?: string): string =>
  `/nieuws/${slug}-${code}${language === undefined ? '' : `/${language}`}`;

/** The code that an address ends in. */
export const codeIn = (address: string): string | undefined => /^(?:.*-)?([0-9a-z]{6,8})$/.exec(address)?.[1];
