/**
 * What a spelling fix is: a few letters that read otherwise, and nothing that means something else. «Een bericht dat eruit is, wordt nooit
 * overschreven»; without bounds a fix would be the way around that. So a fix is short, changes no number, takes and adds no word that says
 * whether, who must, how many or when, and stays near each word it changes. Anything more is an update, with its day and reason.
 * migrations/0044 holds the same law (`fix_unmet`, `fix_misfits`), and a test keeps them the same.
 */

export type FixNeed =
  | 'fixShort'
  | 'fixChanges'
  | 'fixWordsOnly'
  | 'fixKeepsNumbers'
  | 'fixKeepsMeaning'
  | 'fixNear'
  | 'fixRoom'
  | 'fixFound'
  | 'fixOnce'
  | 'fixWhole';

/** Characters of what was there, and of what comes. */
const longest = 60;
/** Fixes of one text: whoever needs more writes an update. */
export const mostFixes = 50;

/** What Markdown and addresses are made of: a letter less there leads to another place. */
const notWords = /[\\/@()[\]<>{}|*_#`~=+^$%&]/;

/** Words that say whether, who must, how many and when: a letter more or less in them and the sentence says something else. */
const weighty = new Set(
  [
    'niet geen nooit niemand niets nergens zonder noch wel behalve tenzij',
    'mag mogen moet moeten kan kunnen zal zullen wil willen zou zouden hoeft hoeven alle elke enkele sommige',
    'een één twee drie vier vijf zes zeven acht negen tien elf twaalf half halve eerste tweede derde',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli',
    'augustus september oktober november december',
    'not no never none nobody nothing nowhere nor without except unless may must can cannot shall will should all every some',
    'one two three four five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday',
    'january february march june july august october',
    'لا لم لن ليس ليست ما غير بدون دون إلا يجب يمكن كل جميع بعض',
  ].flatMap((line) => line.split(' ')),
);

/** What turns a word into its opposite although it is only two letters. */
const turning = ['on', 'in', 'un', 'im', 'non'];

/** Why this is no spelling fix but another text; empty when it is one. */
export function fixUnmet(before: string, after: string): readonly FixNeed[] {
  const needs: readonly (readonly [FixNeed, boolean])[] = [
    ['fixShort', before === '' || after.trim() === '' || length(before) > longest || length(after) > longest],
    ['fixChanges', before === after],
    ['fixWordsOnly', notWords.test(before + after)],
    ['fixKeepsNumbers', numbersIn(before) !== numbersIn(after)],
    ['fixKeepsMeaning', weightyIn(before) !== weightyIn(after)],
    ['fixNear', !isNear(wordsIn(before), wordsIn(after))],
  ];
  return needs.filter(([, unmet]) => unmet).map(([need]) => need);
}

/** Whether the fix has one place in the text: once, whole words, and in no address of a link. */
export function fixMisfits(text: string, before: string): readonly FixNeed[] {
  const at = text.indexOf(before);
  if (before === '' || at < 0) return ['fixFound'];
  if (text.indexOf(before, at + 1) >= 0) return ['fixOnce'];
  const end = at + before.length;
  if (goesOn(text, at) || goesOn(text, end)) return ['fixWhole'];
  return text.replace(addresses, '|').includes(before) ? [] : ['fixWordsOnly'];
}

const addresses = /\]\([^)]*\)|\]:[^\n]*|<[^>\s]*>|https?:\/\/\S+|beeld:\S+/g;

/** Whether a word goes on across this place. */
const goesOn = (text: string, at: number) =>
  /[\p{L}\p{Nd}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{Nd}]/u.test(text.slice(at));

const length = (text: string) => [...text].length;
const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '');
const numbersIn = (text: string) => text.replace(/[^0-9٠-٩]+/g, ' ').trim();
const weightyIn = (text: string) =>
  wordsIn(text)
    .filter((word) => weighty.has(word))
    .toSorted()
    .join(' ');

/** Word for word a few letters at most; or the same letters with other spaces; or a word that stood there twice stands once. */
function isNear(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === after.length) return before.every((word, i) => isNearWord(word, after[i] ?? ''));
  const once = before.filter((word, i) => word !== before[i - 1]);
  return before.join('') === after.join('') || once.join(' ') === after.join(' ');
}

function isNearWord(one: string, other: string): boolean {
  if (turning.some((turn) => one === turn + other || other === turn + one)) return false;
  const { length: size } = [...one];
  return distance([...one], [...other]) <= (size <= 3 ? 1 : size <= 6 ? 2 : 3);
}

/** Letters to add, take away or change to come from one word to the other (Levenshtein 1965). */
function distance(one: readonly string[], other: readonly string[]): number {
  let row = other.map((_, j) => j + 1);
  row.unshift(0);
  one.forEach((letter, i) => {
    const next = [i + 1];
    other.forEach((wanted, j) => {
      const ways = [(row[j] ?? 0) + (letter === wanted ? 0 : 1), (next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1];
      next.push(ways.toSorted((a, b) => a - b)[0] ?? 0);
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
