/** What stands in which report, of which periods there are reports, and when one is sent again. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { type Dimension, type Measure, type MeasureCode, measures } from '../measures/measure.rules.ts';
import { type Period, quartersOf, schoolYear, schoolYearOf } from '../measures/period.rules.ts';
import { daysToWait } from '../releases/due.rules.ts';

export const reportKinds = ['school', 'board', 'partnership', 'committee'] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * Live: counted now, from rows that its readers read themselves. Released: out of frozen figures without small counts, for who does not do
 * the work.
 */
export const sourceOf = (kind: ReportKind): 'live' | 'released' =>
  kind === 'school' || kind === 'committee' ? 'live' : 'released';

/** Of one school they would say who gave which grade, or say nothing. */
const notOfOneSchool: readonly MeasureCode[] = ['satisfaction', 'schools_unvisited'];
const ofCommittee: readonly MeasureCode[] = [
  'first_contact_days',
  'start_days',
  'hand_offs',
  'requested_provided',
];

/** The measures of a report, in the order of their table. */
export function measuresIn(kind: ReportKind): readonly Measure[] {
  switch (kind) {
    case 'school':
      return measures.filter(
        ({ code, dimensions }) => dimensions.includes('school') && !notOfOneSchool.includes(code),
      );
    case 'committee':
      return measures.filter(({ code }) => ofCommittee.includes(code));
    case 'board':
      return measures.filter(({ dimensions }) => dimensions.includes('board'));
    case 'partnership':
      return measures;
  }
}

const splits: Readonly<Record<ReportKind, readonly Dimension[]>> = {
  school: ['expertise', 'level', 'kind', 'ambition', 'quarter'],
  committee: ['expertise', 'level'],
  board: ['expertise', 'level', 'kind', 'ambition', 'quarter'],
  partnership: ['board', 'area', 'expertise', 'level', 'kind', 'ambition', 'quarter'],
};

/** What the figures of a measure are split by in a report; by quarter only where the period has several. */
export const splitsIn = (kind: ReportKind, measure: Measure, period: Period): readonly Dimension[] =>
  splits[kind].filter((by) => measure.dimensions.includes(by) && (by !== 'quarter' || isLong(period)));

/** Longer than a quarter of a year. */
const isLong = ({ from, to }: Period) => addDays(from, 100) < to;

/** Periods of a report that is counted now: this school year so far, and the quarters and the year behind us. */
export function livePeriods(today: CivilDate): readonly Period[] {
  const year = schoolYearOf(today);
  const before = (one: Period) => one.to < today;
  return [
    { from: schoolYear(year).from, to: today },
    ...[...quartersOf(year - 1), ...quartersOf(year)].filter(before).toReversed().slice(0, 4),
    schoolYear(year - 1),
  ];
}

/** The committee reads its agenda for a year. */
export const committeePeriods = (today: CivilDate): readonly Period[] =>
  livePeriods(today).filter(({ from }) => from > addDays(today, -360));

export const every = ['month', 'quarter', 'year'] as const;
export type Every = (typeof every)[number];

/** How often a report can be sent: released figures are new four times a year. */
export const everyFor = (kind: ReportKind): readonly Every[] =>
  sourceOf(kind) === 'live' ? (kind === 'committee' ? ['month', 'quarter'] : every) : ['quarter', 'year'];

/** A week after a month, and when the figures of a quarter or year are released, is what happened in it written down. */
const waits: Readonly<Record<Every, number>> = {
  month: 7,
  quarter: daysToWait + 2,
  year: daysToWait + 2,
};

/** The last period that can be sent on a day, and the day on which the one after it can. */
export function sending(
  how: Every,
  today: CivilDate,
): { readonly period: Period; readonly nextOn: CivilDate } {
  const all = periodsAround(how, today);
  const nth = all.findLastIndex(({ to }) => readyOn(how, to) <= today);
  const [period, next] = [all[nth], all[nth + 1]];
  if (period === undefined || next === undefined) throw new RangeError(`No period before ${today}`);
  return { period, nextOn: readyOn(how, next.to) };
}

const readyOn = (how: Every, last: CivilDate) => addDays(last, 1 + waits[how]);

function periodsAround(how: Every, today: CivilDate): readonly Period[] {
  const year = schoolYearOf(today);
  const years = [year - 2, year - 1, year];
  if (how === 'year') return years.map(schoolYear);
  if (how === 'quarter') return years.flatMap(quartersOf);
  const firsts = years.flatMap((one) => quartersOf(one).flatMap(({ from, to }) => monthsOf(from, to)));
  return firsts.map((from, nth) => ({ from, to: addDays(firsts[nth + 1] ?? `${year + 1}-08-01`, -1) }));
}

function monthsOf(from: CivilDate, to: CivilDate): readonly CivilDate[] {
  const firsts: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (day.endsWith('-01')) firsts.push(day);
  return firsts;
}
