/** Measures in Dutch: units, what figures are split by, and the values of that which no register names. */
import { visitKindWords } from '../../stationing/index.ts';
import { headOf } from '../releases/kin.rules.ts';
import {
  type Dimension,
  type Kind,
  type Measure,
  type MeasureCode,
  measureOf,
  type Unit,
} from './measure.rules.ts';

/** Where the definition of a measure stands. */
export const definitionHref = (code: MeasureCode): string => `/resultaten/maten#${code}`;

/** Of what its head counts and the figure itself leaves out: that too stands in the n. */
const alsoCounted: Readonly<Partial<Record<Kind, string>>> = {
  leadTime: ', ook die eerder eindigden',
  t: ', ook op de schaal met zes punten',
};

/**
 * What the n beside a released figure counts. Measures that share their cases are counted as one there (`kin.rules.ts`), so that n may hold
 * more than the figure is of.
 */
export const releasedCounts = ({ code, kind }: Measure): string =>
  `${measureOf(headOf(code)).counts}${alsoCounted[kind] ?? ''}`;

export const unitWords: Readonly<Record<Unit, string>> = {
  schoolDays: 'schooldagen',
  handOffs: 'overdrachten',
  share: 'aandeel',
  hours: 'uren',
  dagdelen: 'dagdelen',
  levels: 'niveaus',
  t: 'T-score',
  grade: 'cijfer',
  times: 'keer',
};

export const dimensionWords: Readonly<Record<Dimension, string>> = {
  board: 'bestuur',
  area: 'gebied',
  school: 'school',
  expertise: 'expertise',
  level: 'waar de vraag over gaat',
  kind: 'soort',
  ambition: 'ambitie',
  quarter: 'kwartaal',
};

/** In a fixed order. */
export const levelWords: Readonly<Record<string, string>> = {
  school: 'De hele school',
  team: 'Het team',
  group: 'Een groep',
  pupil: 'Een leerling',
};

/** Kinds of visits, of planned work, and who scored; each measure has those of its own. Criteria have names of their own. */
export const kindWords: Readonly<Record<string, string>> = {
  ...visitKindWords,
  stationing: 'Stationering',
  assignment: 'Toewijzing',
  school: 'School',
  specialist: 'Specialist',
};

/** Where cases have nothing to be split by. */
export const noneWords: Readonly<Record<Dimension, string>> = {
  board: 'Geen bestuur',
  area: 'Geen gebied',
  school: 'Meer scholen tegelijk',
  expertise: 'Geen expertise genoemd',
  level: 'Geen vraag',
  kind: 'Geen soort',
  ambition: 'Geen ambitie',
  quarter: 'Geen kwartaal',
};
