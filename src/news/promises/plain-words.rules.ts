/** A text as it is read, to find a sentence in it: without the marks of Markdown, each white space one space (`plain_words` in 0045). */
export const plainWords = (text: string): string =>
  linksAsWords(text)
    .replace(/\n[ \t]*>+/g, ' ')
    .replace(/[*_`~\\]/g, '')
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .replace(/^ | $/g, '');

/** `[words](address)` and `![words](address)` as their words: /!?\[([^\]]*)\]\([^)]*\)/, which takes seconds over a page of brackets. */
function linksAsWords(text: string): string {
  let words = '';
  let told = 0;
  let open = text.indexOf('[');
  while (open >= 0) {
    const close = text.indexOf(']', open);
    if (close < 0) break;
    if (text[close + 1] !== '(') {
      open = text.indexOf('[', close);
      continue;
    }
    const end = text.indexOf(')', close + 2);
    if (end < 0) break;
    const from = open > told && text[open - 1] === '!' ? open - 1 : open;
    words += text.slice(told, from) + text.slice(open + 1, close);
    told = end + 1;
    open = text.indexOf('[', told);
  }
  return words + text.slice(told);
}

/** Whether a sentence stands in one of these texts. */
export function standsIn(sentence: string, texts: readonly string[]): boolean {
  const sought = plainWords(sentence);
  return sought !== '' && texts.some((text) => plainWords(text).includes(sought));
}
