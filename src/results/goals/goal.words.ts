/** Goals in Dutch. «Na de inzet», never «door de inzet»: what came of a goal has many causes. */
import { showDate } from '../../platform/pure/dates.ts';
import { capital, count } from '../../platform/pure/text.ts';
import type { Gap, GoalNeed, Moment, Scorer, Side } from './goal.rules.ts';
import type { GoalView } from './goal.store.ts';
import type { GoalLevel, Scale } from './goal-scale.rules.ts';

export const levelWords = {
  pupil: 'De leerling',
  group: 'De groep',
  teacher: 'De leerkracht',
  team: 'Het team',
  school: 'De school',
} as const satisfies Record<GoalLevel, string>;

export const momentWords = {
  start: 'Bij de start',
  interim: 'Tussendoor',
  end: 'Na de inzet',
  follow_up: 'Later',
} as const satisfies Record<Moment, string>;

/** By the partnership's own word for a specialist. */
export const scorerWord = (scorer: Scorer, specialist: string): string =>
  ({ school: 'School', specialist: capital(specialist), parent: 'Ouder, ingevoerd door de school' })[scorer];

/** The same within a sentence. */
export const shortScorer = (scorer: Scorer, specialist: string): string =>
  ({ school: 'school', specialist, parent: 'ouder' })[scorer];

const scoreMeanings: Readonly<Record<Scale, Readonly<Record<number, string>>>> = {
  5: {
    [-2]: 'veel minder dan verwacht',
    [-1]: 'minder dan verwacht',
    0: 'zoals verwacht',
    1: 'meer dan verwacht',
    2: 'veel meer dan verwacht',
  },
  6: {
    [-3]: 'achteruit',
    [-2]: 'zoals bij de start',
    [-1]: 'een stap vooruit',
    0: 'het doel gehaald',
    1: 'meer dan het doel',
    2: 'veel meer dan het doel',
  },
};

/** «zoals verwacht» */
export const meaningOf = (scale: Scale, score: number): string => scoreMeanings[scale][score] ?? '';

/** «+1», «0», «-2» with a real minus sign, so that it is read as a number. */
export const showScore = (score: number): string =>
  score > 0 ? `+${score}` : score < 0 ? `−${-score}` : '0';

const twoDecimals = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** «63,69 (3 doelen)»: never without how many goals it is made of. */
export const showT = ({ t, n }: { readonly t: number; readonly n: number }): string =>
  `${twoDecimals.format(t)} (${count(n, 'doel', 'doelen')})`;

/** «1 niveau lager dan na de inzet» */
export function lastedWords(change: number): string {
  if (change === 0) return 'hetzelfde niveau als na de inzet';
  return `${count(Math.abs(change), 'niveau', 'niveaus')} ${change > 0 ? 'hoger' : 'lager'} dan na de inzet`;
}

const needWords: Readonly<Record<GoalNeed, string>> = {
  questionOpen: 'De vraag is afgesloten. Gaat het werk door, stel dan een nieuwe vraag als vervolg hierop.',
  pupilQuestion:
    'Een doel over een leerling hoort bij een vraag over een leerling. Kies de groep, de leerkracht, het team of de school.',
  periodInOrder: 'De streefdatum ligt voor de begindatum. Kies een latere streefdatum.',
  ambitionKnown: 'Kies een ambitie uit de lijst.',
  notTwice:
    'Dit doel staat er al voor deze school en deze periode. Werk met dat doel verder, of geef dit doel een andere naam.',
  stillPursued: 'Aan dit doel wordt niet meer gewerkt. Maak een nieuw doel als het weer speelt.',
  beforeScores:
    'Er is al gescoord. Doel en niveaus staan nu vast; alleen de streefdatum kan nog anders. Klopt het doel niet meer, laat het dan vallen en maak een nieuw doel.',
  onScale: 'Dit niveau hoort niet bij deze schaal. Kies een van de beschreven niveaus.',
  levelsDescribed: 'Nog niet elk niveau is beschreven. Beschrijf eerst alle niveaus; daarna kunt u scoren.',
  afterCompletion: 'Of het gebleven is, vraagt u pas als de vraag is afgerond.',
  pupilLevel: 'Een ouder scoort alleen bij een doel over de leerling.',
  notAhead: 'Deze dag ligt in de toekomst. Kies vandaag of eerder.',
  beforeEndScore: 'Er staat al een score van na de inzet. Een startscore kan dan niet meer.',
  endFirst:
    'Er is nog geen score van na de inzet van dezelfde kant. Zonder die score is niet te zien of het gebleven is.',
  inOrder: 'Deze dag ligt voor de dag van de vorige score van dezelfde kant. Kies een latere dag.',
  noOpenMarks: 'De schrijfhulp vond iets in uw tekst. Kijk die zinnen eerst na.',
  writingAidLooks:
    'De schrijfhulp werkt nu niet. Daarom is er niets opgeslagen. Probeer het over een paar minuten opnieuw.',
};

export interface Unmet {
  readonly code: string;
  readonly detail: string;
  /** Where the next step is. */
  readonly href?: string;
}

/** The needs as sentences; a code of the database without a sentence is said plainly. */
export const explain = (needs: readonly string[]): readonly Unmet[] =>
  needs.map((code) => ({ code, detail: needWords[code as GoalNeed] ?? 'Dit kan nu niet.' }));

/** What a goal still lacks, and what to do about it. */
export function gapWords(
  { what, side, now }: Gap,
  specialist: string,
  { targetOn, question }: Pick<GoalView, 'targetOn' | 'question'>,
): string {
  const who = side === null ? '' : sideWords(side, specialist);
  switch (what) {
    case 'levels':
      return 'Nog niet elk niveau is beschreven. Doe dat voor de eerste score.';
    case 'start':
      return `De startscore van ${who} is er nog niet.`;
    case 'end':
      return now
        ? `De score na de inzet van ${who} is er nog niet. Zonder die score kan de vraag niet worden afgerond.`
        : `De score na de inzet van ${who} komt rond ${showDate(targetOn)}.`;
    case 'follow_up':
      return now
        ? `Is het gebleven? De latere score van ${who} is er nog niet.`
        : `Kortelijn vraagt ${question.followUpOn === null ? 'later' : `op ${showDate(question.followUpOn)}`} of het gebleven is. Dan komt de latere score van ${who}.`;
  }
}

const sideWords = (side: Side, specialist: string) => (side === 'school' ? 'de school' : `de ${specialist}`);

/** The partnership's own word. */
export const specialistWord = (labels: Readonly<Record<string, string>>): string =>
  labels['specialist'] ?? 'ondersteuningsspecialist';
