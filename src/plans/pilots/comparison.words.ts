/** A comparison in plain Dutch: «sinds» and «na», never «door», and what so few cases do not tell. */
import { count } from '../../platform/pure/text.ts';
import type { Estimate, Sure } from '../../results/index.ts';
import type { ComparedTime, ComparedWith, Doubt, Group, When } from './comparison.rules.ts';
import type { ComparedRow, Reckoned } from './comparison.view.ts';

export const withWords: Readonly<Record<ComparedWith, string>> = {
  others: 'Alle andere scholen',
  boards: 'Andere scholen van dezelfde besturen',
  areas: 'Andere scholen in dezelfde gebieden',
};

export const timeWords: Readonly<Record<ComparedTime, string>> = {
  before: 'Evenveel dagen direct ervoor',
  year: 'Dezelfde dagen een jaar eerder',
};

export const groupWords: Readonly<Record<Group, string>> = {
  pilot: 'Pilotscholen',
  others: 'Andere scholen',
};

export const whenWords: Readonly<Record<When, string>> = { before: 'ervoor', after: 'tijdens de pilot' };

/** What one number is, and what one case is. */
export const reckonedWords: Readonly<Record<Reckoned, { readonly unit: string; readonly label: string }>> = {
  days: { unit: 'mediaan in schooldagen', label: 'Mediaan in schooldagen' },
  share: { unit: 'aandeel', label: 'Aandeel' },
  handOffs: { unit: 'gemiddeld aantal overdrachten', label: 'Gemiddeld' },
  hours: { unit: 'uren per school per schoolweek', label: 'Uren per school per week' },
};

const scorerWords: Readonly<Record<string, string>> = {
  school: 'volgens de school',
  specialist: 'volgens de specialist',
};

/** What of a distribution of levels is compared. */
const reachedWords: Readonly<Record<string, string>> = {
  goal_levels: 'Doelen die zijn gehaald (niveau 0 of hoger)',
  lasted: 'Doelen die gelijk bleven of verder kwamen',
};

/** «Doelen die zijn gehaald (niveau 0 of hoger), volgens de school» */
export function rowName({ code, kind }: Pick<ComparedRow, 'code' | 'kind'>, measure: string): string {
  const name = reachedWords[code] ?? measure;
  return kind === null ? name : `${name}, ${scorerWords[kind] ?? kind}`;
}

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const change = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const percent = new Intl.NumberFormat('nl-NL', { style: 'percent', maximumFractionDigits: 0 });

export const showValue = (reckoned: Reckoned, value: number): string =>
  reckoned === 'share' ? percent.format(value) : number.format(value);

/** «+3», «−1» with a real minus sign: a change of a share is in points of a percentage. */
function showChange(reckoned: Reckoned, value: number): string {
  return change.format(reckoned === 'share' ? value * 100 : value).replace('-', '−');
}

const changeUnits: Readonly<Record<Reckoned, readonly [one: string, many: string]>> = {
  days: ['schooldag', 'schooldagen'],
  share: ['procentpunt', 'procentpunt'],
  handOffs: ['overdracht', 'overdrachten'],
  hours: ['uur', 'uur'],
};

const unitOf = (reckoned: Reckoned, told: string): string =>
  changeUnits[reckoned][/^\D?1$/.test(told) ? 0 : 1];

/** «−3 schooldagen (tussen −7 en +1)» */
export function changeWords(reckoned: Reckoned, { value, low, high }: Sure): string {
  if (value === null) return 'niet te zeggen';
  const amount = showChange(reckoned, value);
  const told = `${amount} ${unitOf(reckoned, amount)}`;
  return low === null || high === null
    ? `${told}, hoe zeker is niet te zeggen`
    : `${told} (tussen ${showChange(reckoned, low)} en ${showChange(reckoned, high)})`;
}

/** Why a cell has no figure; undefined: it has one, or there are just too few. */
export const missingWords = (reckoned: Reckoned, { n, value }: Estimate): string | undefined =>
  value === null && reckoned === 'days' && n > 0 ? 'meer dan de helft wacht nog' : undefined;

/** What the contrast says, the sentence above each drawing. */
export function finding({ reckoned, contrast: { value, low, high } }: ComparedRow): string {
  if (value === null || low === null || high === null) return 'er valt nog niets zekers te zeggen';
  if (low <= 0 && high >= 0) return 'het verschil past ook bij toeval';
  const amount = number.format(Math.abs(reckoned === 'share' ? value * 100 : value));
  const far = `${amount} ${unitOf(reckoned, amount)}`;
  return `sinds de start ${far} ${value < 0 ? 'lager' : 'hoger'} dan de andere scholen deden verwachten`;
}

export const doubtWords: Readonly<Record<Doubt, (schools: number) => string>> = {
  fewSchools: (schools) =>
    `Aan de pilot ${schools === 1 ? 'doet' : 'doen'} ${count(schools, 'school', 'scholen')} mee. Eén bijzondere school bepaalt dan het beeld.`,
  short: () => 'De pilot duurt nog geen kwartaal. Wat net begon, is vaak anders dan wat blijft.',
  noHistory: () =>
    'Over een deel van de dagen ervoor heeft Kortelijn geen gegevens. Uren en aantallen van toen lijken daardoor te laag.',
  joinedLater: () =>
    'Sommige scholen deden later mee. Wat daar tussen het begin van de pilot en hun eigen eerste dag gebeurde, telt niet mee.',
  runs: () => 'De pilot loopt nog: morgen kunnen de cijfers anders zijn.',
};
