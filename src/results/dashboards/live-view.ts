/** Figures of what the reader works on, computed now, beside the year before and, where that tells of nobody else, the partnership. */
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showPeriod, showShortMonth } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { findLabelsOf, type Label, labelled } from '../measures/label.store.ts';
import { type Dimension, isAmount, type Measure, measureOf } from '../measures/measure.rules.ts';
import { definitionHref, unitWords } from '../measures/measure.words.ts';
import { isOthers } from '../measures/others.rules.ts';
import { type Period, quartersOf, schoolYearOf } from '../measures/period.rules.ts';
import { headOf } from '../releases/kin.rules.ts';
import { casesHref, fileHref, measureHref } from './addresses.ts';
import { type Asked, dashboardOf, seesAll } from './dashboard.access.ts';
import { findingOf, quartersTitle } from './finding.rules.ts';
import { findGround, quartersOfMeasure, type Read } from './ground.ts';
import { type Found, foundOf, type Groups, groupsOf } from './grouped.rules.ts';
import { kindNamesIn, type LabelsBy, namesNeeded } from './names.ts';
import { pairedWith } from './pairs.ts';
import { askedOf, nothing, recordedOf } from './recorded.rules.ts';
import { totalIn } from './released.rules.ts';
import type { ReleasedRow } from './released.store.ts';
import { coversItsPast, latestReleasedYear, nameOf, type Span } from './span.rules.ts';
import type { View, ViewRow } from './view.ts';

const beforeLabel = 'Vorig jaar, zelfde dagen';

/**
 * The dashboard of somebody who works on records: the first measures of their role, in three queries at most. They run side by side:
 * one after the other, two years of the largest partnership would take 400 ms.
 */
export async function findDashboard(
  database: ReadDatabase,
  actor: Actor,
  span: Span,
  today: CivilDate,
): Promise<readonly View[]> {
  const read: Read = (work) => database.read(actor, work);
  return findViews(read, actor, dashboardOf(actor, 'live'), span, today);
}

/** One measure, whole or split, in three queries at most, side by side as well: what was planned and what was done of two years take 300 ms. */
export async function findMeasure(
  database: ReadDatabase,
  actor: Actor,
  asked: Asked,
  span: Span,
  today: CivilDate,
): Promise<View> {
  const read: Read = (work) => database.read(actor, work);
  const [view] = await findViews(read, actor, [asked], span, today, pairedWith(asked));
  if (view === undefined) throw new Error('one measure has one view');
  return view;
}

/** @param beside what is read beside each of them */
async function findViews(
  read: Read,
  actor: Actor,
  asked: readonly Asked[],
  span: Span,
  today: CivilDate,
  beside: readonly Asked[] = [],
): Promise<readonly View[]> {
  const [{ groups, released }, labels] = await Promise.all([
    findGround(read, actor, asked, span, today, beside),
    read((reader) => findLabelsOf(reader, actor, asked.flatMap(namesNeeded))),
  ]);
  const year = latestReleasedYear(today);
  const over = seesAll(actor) && span.to < today;
  const ahead = today < span.from;
  const ground = { span, over, ahead, groups: groupsOf(groups), released, year, labels };
  const [pair] = beside.map(({ code }) => ({
    measure: measureOf(code),
    figure: foundOf(ground.groups, measureOf(code), 'now').total,
    href: measureHref(code, { from: span.from, to: span.to }),
  }));
  return asked.map((one) => ({ ...viewOf({ ...ground, asked: one }), pair }));
}

interface Ground {
  readonly asked: Asked;
  readonly span: Span;
  /** All there is of days gone by: what is not there now was not written down. */
  readonly over: boolean;
  readonly ahead: boolean;
  readonly groups: Groups;
  readonly released: readonly ReleasedRow[];
  /** The latest school year of which there is a release. */
  readonly year: Period;
  readonly labels: LabelsBy;
}

function viewOf(ground: Ground): View {
  const { asked, span, over, ahead, groups, labels } = ground;
  const { code, by } = asked;
  const measure = measureOf(code);
  const [found, earlier] = [foundOf(groups, measure, 'now'), foundOf(groups, measure, 'before')];
  const before = coversItsPast(span) ? nothing : recordedOf(measure, earlier);
  const now = askedOf(measure, { found, earlier, over, ahead });
  const period = by === 'quarter' ? quartersOfMeasure(measure, span) : { from: span.from, to: span.to };
  const terms = { by, from: span.from, to: span.to };
  const totals = [
    ...ownRows(measure, by, { ...period, before: span.before }, now, before),
    ...partnershipRow(measure, ground),
  ];
  return {
    measure,
    by,
    beforeLabel,
    totals,
    about: {
      id: `maat-${code}`,
      title: by === 'quarter' ? quartersTitle(measure) : findingOf(measure, now.total, before.total),
      unit: unitWords[measure.unit],
      counted: { n: now.total.n, cases: measure.counts, href: casesHref(code, period) },
      asOf: period.to,
      definition: definitionHref(code),
      file: fileHref(code, terms),
      more: measureHref(code, { from: span.from, to: span.to }),
    },
    rows:
      by === null
        ? totals
        : by === 'quarter'
          ? quarterRows(measure, period, now)
          : splitRows(measure, by, span, { now, before, labels: labels[by] ?? [] }),
    kindNames: kindNamesIn(labels),
    ...(measure.kind === 'leadTime' && by === null
      ? { waits: { now: now.cases, before: before.cases } }
      : {}),
  };
}

const ownRows = (
  measure: Measure,
  by: Dimension | null,
  span: Span,
  now: Found,
  before: Found,
): readonly ViewRow[] => [
  row(measure, by === 'quarter' ? capital(showPeriod(span.from, span.to)) : 'Deze periode', now.total, span),
  ...(before.total.n === 0 ? [] : [row(measure, beforeLabel, before.total, span.before)]),
];

const row = (
  { code }: Measure,
  label: string,
  figure: ShownFigure,
  { from, to }: Period,
  more: Partial<ViewRow> = {},
): ViewRow => ({ label, figure, href: (piece) => casesHref(code, { from, to }, piece), ...more });

function partnershipRow(measure: Measure, { released, groups, year }: Ground): readonly ViewRow[] {
  if (isAmount(measure.kind)) return [];
  const whole = totalIn(released, measure.code, year, null);
  if (whole === undefined) return [];
  const own = foundOf(groups, measure, 'own').total;
  const counted = foundOf(groups, measureOf(headOf(measure.code)), 'own').total.n;
  if (!isOthers(whole, own, counted)) return [];
  return [{ label: `Samenwerkingsverband, ${nameOf(year)}`, figure: whole }];
}

interface Split {
  readonly now: Found;
  readonly before: Found;
  readonly labels: readonly Label[];
}

/** Of what only this year has: an amount of nothing is a number, other figures of nothing are none. */
const none: ShownFigure = { key: 'none', n: 0, value: null };

function splitRows(
  { code, kind }: Measure,
  by: Dimension,
  span: Span,
  { now, before, labels }: Split,
): readonly ViewRow[] {
  const earlier = new Map(before.figures.map((figure) => [figure.key, figure]));
  return labelled(now.figures, labels, by).map(({ name, code: _code, ...figure }) => {
    const { key } = figure;
    const was = earlier.get(key);
    return {
      label: name,
      figure,
      before: was ?? (before.total.n === 0 ? undefined : { ...none, value: isAmount(kind) ? 0 : null }),
      href: (piece) => casesHref(code, { from: span.from, to: span.to, by, key }, piece),
      hrefBefore: was && casesHref(code, { ...span.before, by, key }),
    };
  });
}

/** From the first quarter with a case on, one after the other: where there was none, the line is broken. */
function quarterRows(measure: Measure, { from, to }: Period, now: Found): readonly ViewRow[] {
  const found = new Map(now.figures.map((figure) => [figure.key, figure]));
  const first = [...found.keys()].toSorted()[0] ?? to;
  const years = Array.from({ length: 3 }, (_, nth) => schoolYearOf(from) + nth);
  return years
    .flatMap(quartersOf)
    .filter((quarter) => quarter.from >= first && quarter.from <= to)
    .map((quarter) => {
      const period = { from: quarter.from, to: quarter.to < to ? quarter.to : to };
      const figure = found.get(quarter.from) ?? { key: quarter.from, n: 0, value: null };
      return row(measure, nameOf(quarter), figure, period, { short: showShortMonth(quarter.from) });
    });
}
