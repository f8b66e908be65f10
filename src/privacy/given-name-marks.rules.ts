/**
 * Finds given names that no register knows, and any word with a capital where somebody is surely named («meester Wubbo»).
 * A name that is an everyday word («Roos», «Wit») is only found within a sentence with a capital, or where the words around it say so.
 */

import type { Span } from './folded-text.rules.ts';
import { givenNames, type Sureness } from './given-names.ts';
import { nameForms, PARTICLES, type Word } from './name-marks.rules.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Somebody's name follows, with its «de» or «van». */
const titles = setOf('meester juf juffrouw meneer mevrouw mevr mw dhr familie gezin fam');
/** Somebody's name follows. */
const beforeName = setOf(
  'leerling jongen jongetje jongens meisje meisjes kind kleuter peuter broer broertje zus zusje zoon zoontje dochter dochtertje ' +
    'neefje nichtje vriend vriendin vriendje vriendinnetje moeder vader stiefvader stiefmoeder mama papa oma opa tante oom ' +
    'collega leerkracht leraar stagiaire genaamd heet heette namelijk kinderen buurjongen buurmeisje pleegzoon pleegdochter',
);
/** With «van» behind it, somebody's name follows: «de moeder van». */
const relatives = setOf(
  'moeder vader ouders broer broertje zus zusje naam gezin oma opa mama papa jas tas tafel gedrag schrift werk vriendje verzorgers',
);
/** What only people do, so that the word before it is somebody: «Roos huilt». */
const deeds = setOf(
  'huilt huilde zegt zei vertelt vertelde durft slaat sloeg schopt schopte schreeuwt schreeuwde roept riep weigert weigerde bijt ' +
    'beet spuugt gooit gooide zit zat loopt liep rent rende speelt speelde vindt vond snapt begrijpt trekt plast krijst lacht lachte ' +
    'leest rekent luistert kijkt keek zwijgt praat praatte mist eet drinkt slaapt tekent fluistert duwt duwde knijpt scheldt',
);
/** A name behind these is a school's or a street's. */
const places = setOf(
  'basisschool school obs cbs rkbs kbs pcbs pcb ikc kindcentrum sbo sint st groep klas unit',
);
const articles = setOf("de het een 't");
/** With a capital, and nobody's name. */
const noNames = setOf(
  'nederlands nederlandse engels engelse turks turkse arabisch arabische pools poolse duits duitse frans franse fries friese ' +
    'marokkaans marokkaanse surinaams surinaamse oekraiens oekraiense syrisch syrische spaans spaanse somalisch somalische ' +
    'groep groepen ib cito kleuters i ik hij zij ze wij u nt rekenen taal lezen',
);
/** Names that are small words too: «de leerkracht wil», «kinderen elke dag». Behind «leerling» they need a capital all the same. */
const smallWords = setOf('wil kan elke alle even koos ben lot');
const ofPlaces =
  /(?:straat|laan|weg|plein|school|scholen|kade|singel|dijk|hof|college|lyceum|kerk|park|huis)$/;

/** The places of given names and of names by their surroundings, each with the surname that follows; in order. */
export function findGivenNames(text: string, words: readonly Word[]): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const first = words[i];
    if (first === undefined) continue;
    if (isCapital(first) && isOfPlace(text, words, i, wordBefore(text, words, i))) {
      i = withSurname(text, words, i);
      continue;
    }
    const start = nameStart(text, words, i, first);
    if (start === undefined) continue;
    const last = withSurname(text, words, start);
    const end = words[last];
    if (end !== undefined && !ofPlaces.test(end.plain)) spans.push({ start: first.start, end: end.end });
    i = last;
  }
  return spans;
}

/** Where the name that begins at this word has its first real word; undefined when there is none. */
function nameStart(text: string, words: readonly Word[], i: number, word: Word): number | undefined {
  const before = wordBefore(text, words, i);
  if (noNames.has(word.plain) || isOfPlace(text, words, i, before)) return undefined;
  const titled = titles.has(before?.plain ?? '') ? afterParticles(text, words, i) : i;
  if (titled > i && isCapital(words[titled]) && !noNames.has(words[titled]?.plain ?? '')) return titled;
  const sure = surenessOf(word);
  const named =
    sure === undefined
      ? isNamedHere(text, words, i, word, before)
      : isSureHere(sure, text, words, i, word, before);
  return named ? i : undefined;
}

function isSureHere(
  sure: Sureness,
  text: string,
  words: readonly Word[],
  i: number,
  word: Word,
  before: Word | undefined,
): boolean {
  if (sure === 'any_case') return true;
  if (isAnnounced(text, words, i, before)) return isCapital(word) || !smallWords.has(word.plain);
  if (!isCapital(word)) return false;
  return sure === 'capital' || isWithinSentence(text, word, before) || doesSomething(text, words, i);
}

function surenessOf(word: Word): Sureness | undefined {
  for (const form of nameForms(word.plain)) {
    const sure = givenNames.get(form);
    if (sure !== undefined && (form === word.plain || form.length > 3)) return sure;
  }
  return undefined;
}

/** A word nobody knows, with a capital, right behind «leerling», «meester», «de moeder van». */
function isNamedHere(
  text: string,
  words: readonly Word[],
  i: number,
  word: Word,
  before: Word | undefined,
): boolean {
  if (!isCapital(word) || word.text.length < 2 || PARTICLES.has(word.plain)) return false;
  return isAnnounced(text, words, i, before);
}

function isAnnounced(text: string, words: readonly Word[], i: number, before: Word | undefined): boolean {
  if (before === undefined) return false;
  if (beforeName.has(before.plain) || titles.has(before.plain)) return true;
  return before.plain === 'van' && relatives.has(wordBefore(text, words, i - 1)?.plain ?? '');
}

/** «basisschool Anne Frank», «obs De Roos», «Sint Maarten», «groep Roos» */
function isOfPlace(text: string, words: readonly Word[], i: number, before: Word | undefined): boolean {
  if (before === undefined) return false;
  if (places.has(before.plain)) return before.plain !== 'school' || isCapital(before);
  return articles.has(before.plain) && places.has(wordBefore(text, words, i - 1)?.plain ?? '');
}

function isWithinSentence(text: string, word: Word, before: Word | undefined): boolean {
  if (before === undefined)
    return /[,)] ?$/.test(text.slice(word.start < 3 ? 0 : word.start - 3, word.start));
  return !articles.has(before.plain) && !isShouted(word);
}

function doesSomething(text: string, words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return next !== undefined && deeds.has(next.plain) && wordBefore(text, words, i + 1) !== undefined;
}

/** The word before, when nothing but a space or a dash of a double name stands between; after a title also its point. */
function wordBefore(text: string, words: readonly Word[], i: number): Word | undefined {
  const before = words[i - 1];
  const word = words[i];
  if (before === undefined || word === undefined || word.start - before.end > 3) return undefined;
  const between = text.slice(before.end, word.start);
  if (/^[ \t]+$|^-$|^[\t ]?['"] ?$/.test(between)) return before;
  return /^\. ?$/.test(between) && (titles.has(before.plain) || before.plain === 'st') ? before : undefined;
}

/** Over the surname: «El Amrani», «de Wit», «Jansen». */
function withSurname(text: string, words: readonly Word[], start: number): number {
  let last = start;
  for (let parts = 0; parts < 4; parts += 1) {
    const at = afterParticles(text, words, last + 1);
    const word = words[at];
    if (word === undefined || !isCapital(word) || wordBefore(text, words, at) === undefined) return last;
    if (at === last + 1 ? noNames.has(word.plain) : wordBefore(text, words, last + 1) === undefined)
      return last;
    last = at;
  }
  return last;
}

function afterParticles(text: string, words: readonly Word[], from: number): number {
  let at = from;
  while (
    at < from + 3 &&
    particles.has(words[at]?.plain ?? '') &&
    wordBefore(text, words, at + 1) !== undefined
  )
    at += 1;
  return at;
}

/** Within a surname; unlike «in» or «op» these do not begin what comes next in a sentence. */
const particles = setOf('de den der van von el al ter ten te da dos ben bin ait');

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && word.text.slice(0, 1) !== word.plain.slice(0, 1);
}

const isShouted = ({ text }: Word) => text.length > 1 && text === text.toUpperCase();
