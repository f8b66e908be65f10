/** A text as it is read, to find a sentence in it: without the marks of Markdown, each white space one space (`plain_words` in 0045). */
export const plainWords = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\n[ \t]*>+/g, ' ')
    .replace(/[*_`~\\]/g, '')
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .replace(/^ | $/g, '');

/** Whether a sentence stands in one of these texts. */
export function standsIn(sentence: string, texts: readonly string[]): boolean {
  const sought = plainWords(sentence);
  return sought !== '' && texts.some((text) => plainWords(text).includes(sought));
}
