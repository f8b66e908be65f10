/** What the parts of drawings are called. */
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import type { Shown } from '../../platform/pure/suppression.ts';
import { capital } from '../../platform/pure/text.ts';
import { showScore } from '../goals/goal.words.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Measure } from '../measures/measure.rules.ts';
import { unitWords } from '../measures/measure.words.ts';

export const capitalDimension = (word: string): string => capital(word);

/** Rights of a team lead end there: their figures of goals are smaller than those of a release. */
export const goalsNotCounted =
  'Doelen van vragen over één leerling zijn niet geteld: die leest een teamleider niet.';

/** Of days that were asked for and are left out. */
export const cutOffAt = (from: CivilDate): string =>
  `Een cijfer gaat over hoogstens zes schooljaren: het begint hier op ${showDate(from)}.`;

/** More than half, or fifteen of a hundred, still wait. */
const notYet = 'nog niet zover';

/** Of what was never told at all. */
export const untold = 'niet verteld';

/** Why a value is missing, where that is not because of too few cases: there were none, or of a lead time more than half still wait. */
export function missingWords({ n, open }: Pick<ShownFigure, 'n' | 'open'>): string | undefined {
  if (n === 0) return 'niets geteld';
  return open === undefined ? undefined : notYet;
}

/** The heading above the values of a measure. */
export function columnsOfKind({ kind, unit, code }: Measure): string {
  if (kind === 'leadTime') return 'De helft binnen, schooldagen';
  if (code === 'requested_provided') return 'Gedaan';
  return kind === 'mean' ? `Gemiddelde, ${unitWords[unit]}` : capital(unitWords[unit]);
}

/** Values that are told together; without a bound it goes on that way. */
export interface Bucket {
  readonly label: string;
  readonly min?: number;
  readonly max?: number;
  /** On a scale that has a middle: what was expected. */
  readonly score?: number;
}

const one = (value: number, label: string): Bucket => ({ label, min: value, max: value });

/** Less than a half, by more than a mean of grades of schools can be: who answered for more has such a mean, and stands at one of the grades. */
const half = 0.4999;

/** In what pieces a measure is told, the lowest first. `found`: the values there are. */
export function bucketsOf({ code }: Measure, found: readonly number[] = []): readonly Bucket[] {
  if (code === 'hand_offs')
    return [one(0, 'Geen'), one(1, 'Eén'), one(2, 'Twee'), { label: 'Drie of meer', min: 3 }];
  if (code === 'satisfaction')
    return [
      { label: '5 of lager', max: 5 + half },
      ...[6, 7, 8].map((grade) => ({ label: `${grade}`, min: grade - 0.5, max: grade + half })),
      { label: '9 of 10', min: 8.5 },
    ];
  if (code === 'basic_support') return [one(0, 'Nog niet'), one(1, 'Deels'), one(2, 'Op orde')];
  const usual = code === 'lasted' ? [-1, 0, 1] : [-2, -1, 0, 1, 2];
  return [...new Set([...usual, ...found])]
    .toSorted((a, b) => a - b)
    .map((score) => ({ ...one(score, `${showScore(score)}${zero(code, score)}`), score }));
}

const zero = (code: string, score: number) =>
  score !== 0 ? '' : code === 'lasted' ? ' (gelijk)' : ' (zoals verwacht)';

/** How many there are between the bounds; where a part of it is hidden, so is that. */
export function countOf(
  parts: readonly { readonly key: string; readonly n: Shown }[],
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Partial<Bucket>,
): Shown {
  let sum = 0;
  for (const { key, n } of parts) {
    if (Number(key) < min || Number(key) > max) continue;
    if (n === '<5') return '<5';
    sum += n;
  }
  return sum;
}
