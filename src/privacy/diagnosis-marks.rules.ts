/** Finds diagnoses, medicines and intelligence scores in folded text; long words also with one letter wrong. */

import type { Span } from './folded-text.rules.ts';
import type { Word } from './name-marks.rules.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const short = setOf(
  'adhd add adhder autist autistisch autistische ass odd tos dcd ocd mcdd nld fasd lvb lvg zmlk ptss cvs depri ' +
    'asperger tourette down epileptisch spastisch spastische spasticiteit mutistisch reuma astma leukemie kanker psychose ' +
    'psychotisch borderline schizofreen schizofrenie anorexia boulimia trauma traumas gilles angststoornissen',
);
const long = setOf(
  'autisme autistisch autistische dyslexie dyslectisch dyslectische dyscalculie dyspraxie hechtingsstoornis ' +
    'hechtingsproblematiek hechtingsproblemen angststoornis dwangstoornis eetstoornis leerstoornis gedragsstoornis ' +
    'taalontwikkelingsstoornis depressie depressief depressieve downsyndroom epilepsie diabetes suikerziekte hoogbegaafd ' +
    'hoogbegaafde hoogbegaafdheid zwakbegaafd getraumatiseerd hersenletsel hersentumor slechthorend slechthorende ' +
    'slechtziend slechtziende mutisme ritalin concerta methylfenidaat medikinet equasym strattera atomoxetine risperdal ' +
    'risperidon abilify aripiprazol melatonine dexamfetamine fluoxetine sertraline diazepam depakine insuline asperger tourette',
);
const ENDING = /(?:stoornis(?:sen)?|stoornissen|syndroom|dystrofie)$/;
const PHRASES =
  /(?<!\p{L})(?:pdd[ -]?nos|syndroom van \p{L}+|(?:licht |matig )?verstandelijke? (?:beperk(?:t|te|ing)|gehandicapt|handicap)|zeer moeilijk lerende?|hoog ?begaaf[dt]e?|hoog ?sensitief|cerebrale parese|gilles de la tourette|[ptv]?iq[ :=]{0,3}(?:van |is |was |score |rond de |onder de |boven de ){0,2}[ :=]?\d{2,3})(?!\p{L})/giu;

/** The places of diagnoses, medicines and intelligence scores. */
export function findDiagnoses(text: string, words: readonly Word[]): readonly Span[] {
  const phrases = [...text.matchAll(PHRASES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const single = words.filter(({ plain }) => isDiagnosis(plain)).map(({ start, end }) => ({ start, end }));
  return [...phrases, ...single];
}

function isDiagnosis(word: string): boolean {
  if (word.length < 3 || word.length > 40) return false;
  if (short.has(word) || long.has(word) || ENDING.test(word)) return true;
  return word.length >= 7 && word.length <= 27 && shortened(word).some((form) => misspelt.has(form));
}

/** The word and each form of it with one letter less: two words that share one differ by one letter at most, or two changed places. */
function shortened(word: string): readonly string[] {
  return [word, ...Array.from(word, (_letter, i) => word.slice(0, i) + word.slice(i + 1))];
}

/** Real words that lie one letter from a diagnosis would stand here as an exception; none is known. */
const misspelt: ReadonlySet<string> = new Set(
  [...long].filter(({ length }) => length >= 7).flatMap(shortened),
);
