/** Figures of closed periods, as they were released once and for all: for boards, direction and policy. */
import type { Reader } from '../../platform/database.ts';
import { type Actor, boardsOf } from '../../platform/pure/actor.ts';
import { isCivilDate, showShortMonth } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { findLabelsOf, type Label, labelled } from '../measures/label.store.ts';
import { readsEveryBoard } from '../measures/measure.access.ts';
import { type Dimension, isAmount, isApart, type Measure, measureOf } from '../measures/measure.rules.ts';
import { definitionHref, releasedCounts, unitWords } from '../measures/measure.words.ts';
import { type Period, yearBefore } from '../measures/period.rules.ts';
import { fileHref, measureHref } from './addresses.ts';
import { type Asked, dashboardOf } from './dashboard.access.ts';
import { findingOf, quartersTitle } from './finding.rules.ts';
import { kindNamesIn, type LabelsBy, namesNeeded } from './names.ts';
import { pairedWith } from './pairs.ts';
import { splitIn, totalIn } from './released.rules.ts';
import { findReleasedRows, type ReleasedRow } from './released.store.ts';
import { type NamedPeriod, nameOf } from './span.rules.ts';
import type { View, ViewRow } from './view.ts';

export interface ReleasedAsked {
  /** Name of a period; undefined: the latest school year. */
  readonly period?: string | undefined;
  /** Code of a board. */
  readonly board?: string | undefined;
}

export interface ReleasedPage {
  readonly views: readonly View[];
  /** What was released, the latest first. */
  readonly periods: readonly NamedPeriod[];
  /** Undefined: nothing was released yet. */
  readonly period: NamedPeriod | undefined;
  readonly boards: readonly Label[];
  /** Null: the whole partnership. */
  readonly board: Label | null;
  readonly madeAt: string | undefined;
}

/** The dashboard of somebody who does not work on records, in at most two queries. */
export function findReleasedDashboard(
  reader: Reader,
  actor: Actor,
  asked: ReleasedAsked,
): Promise<ReleasedPage> {
  return findReleased(reader, actor, dashboardOf(actor, 'released'), asked, 'year');
}

/** One measure, of years and quarters, in at most three queries. */
export const findReleasedMeasure = (
  reader: Reader,
  actor: Actor,
  one: Asked,
  asked: ReleasedAsked,
): Promise<ReleasedPage> => findReleased(reader, actor, [one], asked, undefined);

async function findReleased(
  reader: Reader,
  actor: Actor,
  asked: readonly Asked[],
  { period: name, board: code }: ReleasedAsked,
  only: 'year' | undefined,
): Promise<ReleasedPage> {
  const every = readsEveryBoard(actor);
  const named = await findLabelsOf(reader, actor, [
    ...(every ? (['board'] as const) : []),
    ...asked.flatMap(namesNeeded),
  ]);
  const boards = every ? (named.board ?? []) : ownBoards(actor);
  const board = boards.find((one) => one.code === code) ?? (every ? undefined : boards[0]) ?? null;
  const beside = only === 'year' ? [] : asked.flatMap(pairedWith);
  const rows = await findReleasedRows(
    reader,
    actor,
    [...asked, ...beside].map((one) => ({ ...one, by: splitNeeded(one) })),
    { boardId: board?.key ?? null, span: only, since: '2000-08-01' },
  );
  const labels = { ...named, board: boards };
  const codes = asked.map((one) => one.code);
  const periods = periodsOf(rows.filter(({ measure }) => codes.includes(measure)));
  const years = periods.filter(({ name }) => name.length === 4);
  const period = periods.find((one) => one.name === name) ?? yearOf(years, name) ?? years[0] ?? periods[0];
  const views =
    period === undefined
      ? []
      : asked.map((one) => ({
          ...viewOf({ asked: one, rows, period, board, labels }),
          pair: pairOf(pairedWith(one), { rows, period, board }),
        }));
  const madeAt = rows.find(({ from, to }) => from === period?.from && to === period.to)?.madeAt;
  return { views, periods, period, boards, board, madeAt };
}

/** Not every measure is released of a quarter. */
function pairOf([one]: readonly Asked[], { rows, period, board }: Pick<Ground, 'rows' | 'period' | 'board'>) {
  const figure = one && totalIn(rows, one.code, period, board?.key ?? null);
  if (one === undefined || figure === undefined) return undefined;
  const terms = { period: period.name, board: board?.code, released: true };
  return { measure: measureOf(one.code), figure, href: measureHref(one.code, terms) };
}

/** How many each side scored, and its T, stand in the split by kind alone. */
const splitNeeded = ({ code, by }: Asked): Dimension | null =>
  by === null && isApart(measureOf(code).kind) ? 'kind' : by;

/** By name. */
const ownBoards = (actor: Actor): readonly Label[] =>
  boardsOf(actor)
    .map(({ id, code, name }) => ({ key: id, code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

/** The year of a quarter that is not told apart. */
const yearOf = (years: readonly NamedPeriod[], name = '') =>
  isCivilDate(name) ? years.find(({ from, to }) => from <= name && name <= to) : undefined;

function periodsOf(rows: readonly ReleasedRow[]): readonly NamedPeriod[] {
  const found = new Map(
    rows.map(({ span, from, to }) => [
      `${from} ${to}`,
      { from, to, name: span === 'year' ? from.slice(0, 4) : from, label: nameOf({ from, to }) },
    ]),
  );
  return [...found.values()].toSorted((a, b) =>
    a.to === b.to ? a.name.length - b.name.length : a.to < b.to ? 1 : -1,
  );
}

interface Ground {
  readonly asked: Asked;
  readonly rows: readonly ReleasedRow[];
  readonly period: NamedPeriod;
  readonly board: Label | null;
  readonly labels: LabelsBy;
}

function viewOf(ground: Ground): View {
  const { asked, rows, period, board } = ground;
  const { code, by } = asked;
  const measure = measureOf(code);
  const boardId = board?.key ?? null;
  const now = totalIn(rows, code, period, boardId) ?? { key: 'all', n: '<5', value: null };
  const before = totalIn(rows, code, yearBefore(period), boardId);
  const terms = { by, period: period.name, board: board?.code, released: true };
  const totals = totalRows(ground, measure, now, before);
  return {
    measure,
    by,
    beforeLabel: capital(nameOf(yearBefore(period))),
    totals,
    kindNames: kindNamesIn(ground.labels),
    about: {
      id: `maat-${code}`,
      title: by === 'quarter' ? quartersTitle(measure) : findingOf(measure, totals[0]?.figure ?? now, before),
      unit: unitWords[measure.unit],
      counted: { n: now.n, cases: releasedCounts(measure) },
      asOf: period.to,
      definition: definitionHref(code),
      file: fileHref(code, terms),
      more: measureHref(code, { ...terms, by: undefined }),
    },
    rows: by === null ? totals : by === 'quarter' ? quarterRows(ground) : splitRows(ground, by),
  };
}

function totalRows(
  { rows, period, board, asked: { code } }: Ground,
  { kind }: Measure,
  now: ShownFigure,
  before: ShownFigure | undefined,
): readonly ViewRow[] {
  const boardId = board?.key ?? null;
  const row = (label: string, figure: ShownFigure, of: Period, place: string | null): ViewRow => {
    if (!isApart(kind)) return { label, figure };
    const kinds = splitIn(rows, code, of, place, 'kind');
    if (kind === 'levels') return { label, figure, kinds };
    return { label, figure: { ...figure, parts: kinds.map(({ key, n, value }) => ({ key, n, value })) } };
  };
  const whole = board === null ? undefined : totalIn(rows, code, period, null);
  return [
    row(board?.name ?? 'Deze periode', now, period, boardId),
    ...(before === undefined
      ? []
      : [row(capital(nameOf(yearBefore(period))), before, yearBefore(period), boardId)]),
    ...(whole === undefined || isAmount(kind) ? [] : [row('Samenwerkingsverband', whole, period, null)]),
  ];
}

function splitRows(
  { asked: { code }, rows, period, board, labels }: Ground,
  by: Dimension,
): readonly ViewRow[] {
  const boardId = board?.key ?? null;
  const earlier = splitIn(rows, code, yearBefore(period), boardId, by);
  return labelled(splitIn(rows, code, period, boardId, by), labels[by] ?? [], by).map(
    ({ name, code: _code, ...figure }) => ({
      label: name,
      figure,
      before: earlier.find(({ key }) => key === figure.key),
    }),
  );
}

/** Every quarter that was released, the first first. */
function quarterRows({ asked: { code }, rows, period, board }: Ground): readonly ViewRow[] {
  const quarters = periodsOf(rows).filter(({ name, to }) => name.length > 4 && to <= period.to);
  return quarters.toReversed().flatMap((quarter) => {
    const figure = totalIn(rows, code, quarter, board?.key ?? null);
    return figure === undefined
      ? []
      : [{ label: quarter.label, short: showShortMonth(quarter.from), figure }];
  });
}
