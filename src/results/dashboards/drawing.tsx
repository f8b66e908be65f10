/** Which drawing a measure gets, by its kind and what it is split by; the file of a drawing has the columns of its table. */
import type { JSX } from 'preact';
import { type CsvColumn, toCsv } from '../../platform/pure/csv.ts';
import { fewestToSplit } from '../../platform/pure/suppression.ts';
import { BarChart, barTwin } from '../../platform/ui/charts/bar-chart.tsx';
import type { Twin } from '../../platform/ui/charts/chart.tsx';
import { showPercent } from '../../platform/ui/charts/chart.words.ts';
import { fillOf, fillOfScore } from '../../platform/ui/charts/fills.tsx';
import { IntervalChart, intervalTwin } from '../../platform/ui/charts/interval-chart.tsx';
import { RunChart, runTwin, signalsOfRun } from '../../platform/ui/charts/run-chart.tsx';
import { SplitChart, splitTwin } from '../../platform/ui/charts/split-chart.tsx';
import { WaitingChart, waitingTwin } from '../../platform/ui/charts/waiting-chart.tsx';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { survival, type Wait } from '../measures/lead-time.rules.ts';
import { isApart } from '../measures/measure.rules.ts';
import { dimensionWords } from '../measures/measure.words.ts';
import {
  bucketsOf,
  capitalDimension,
  columnsOfKind,
  countOf,
  missingWords,
  untold,
} from './drawing.words.ts';
import { runFinding } from './finding.rules.ts';
import { GradesTable, gradesTwin } from './grades-table.tsx';
import { besideTold, valueTold } from './told.rules.ts';
import type { View, ViewRow } from './view.ts';

export interface Drawing {
  readonly chart: JSX.Element;
  /** As CSV: the columns of its table. */
  readonly file: string;
}

export function drawingOf(view: View): Drawing {
  const { measure, by, waits } = view;
  const { kind } = measure;
  if (isApart(kind)) {
    // Of the splits of a release only counts are told.
    if (view.rows.every(({ figure }) => figure.parts === undefined)) return counts(view);
    if (measure.code === 'basic_support' && by === 'school')
      return drawn(<GradesTable view={view} />, gradesTwin(view));
    return kind === 'levels' ? levels(view) : bars(kindRows(view), expectedT);
  }
  if (by === 'quarter') return run(view);
  // Of fewer than ten no curve is drawn; a school has few.
  if (waits !== undefined && waits.now.length >= fewestToSplit) return waiting(view, waits);
  if (kind === 'share' || kind === 'agreement') return intervals(view);
  if (kind === 'mean' && view.rows.every(({ figure }) => figure.parts !== undefined)) return parts(view);
  return bars(view);
}

const drawn = <Row,>(chart: JSX.Element, { columns, rows }: Twin<Row>): Drawing => ({
  chart,
  file: toCsv<Row>(columns as readonly CsvColumn<Row>[], rows),
});

const rowLabelOf = ({ by }: View) => (by === null ? 'Periode' : capitalDimension(dimensionWords[by]));

/** What every row is set against. */
interface Mark {
  readonly label: string;
  readonly value: number;
}

const expectedT: Mark = { label: 'Zoals verwacht', value: 50 };

function bars(view: View, mark?: Mark): Drawing {
  const { measure, about, rows, by } = view;
  const requested = measure.code === 'requested_provided';
  const isShare = measure.kind === 'ratio' || measure.kind === 'share';
  const besides = rows.some(({ before }) => before !== undefined);
  const props = {
    about,
    rowLabel: rowLabelOf(view),
    parts: [columnsOfKind(measure)],
    rows: rows.map(({ label, figure, before, href, hrefBefore }) => ({
      label,
      n: measure.kind === 'count' ? undefined : figure.n,
      values: [valueTold(figure)],
      beside:
        mark?.value ?? (requested ? besideTold(figure, figure.of) : besides ? besideOf(before) : undefined),
      href: href?.(),
      words: noValue(figure),
      besideWords: requested ? undefined : besideWords(before),
      besideHref: requested ? href?.() : hrefBefore,
    })),
    beside: mark?.label ?? (requested ? 'Gevraagd' : besides && by !== null ? view.beforeLabel : undefined),
    show: isShare ? showPercent : undefined,
    share: isShare && rows.every(({ figure, before }) => isPart(figure) && isPart(before)),
  };
  return drawn(<BarChart {...props} />, barTwin(props));
}

const noValue = (figure: ShownFigure) => (figure.value === null ? missingWords(figure) : undefined);

/** More than all of a contract can be planned. */
const isPart = (figure: ShownFigure | undefined) => (figure?.value ?? 0) <= 1;

/** What a release does not have of a year may be anything. */
const besideWords = (before: ShownFigure | undefined) => (before === undefined ? untold : noValue(before));

const besideOf = (before: ShownFigure | undefined) => (before === undefined ? null : valueTold(before));

/** How many there are, of what nothing else is told. */
function counts(view: View): Drawing {
  const { about, rows } = view;
  const props = {
    about: { ...about, unit: 'alleen het aantal' },
    rowLabel: rowLabelOf(view),
    parts: ['Geteld'],
    rows: rows.map(({ label, figure, href }) => ({ label, values: [figure.n], href: href?.() })),
  };
  return drawn(<BarChart {...props} />, barTwin(props));
}

/** A row for each kind of a row, which are never one figure. */
function kindRows(view: View): View {
  const rows = view.rows.flatMap((row): readonly ViewRow[] =>
    (row.figure.parts ?? []).map(({ key, n, value = null }) => ({
      ...row,
      label: `${row.label}, ${kindName(view, key)}`,
      figure: { key, n, value },
      ...{ before: undefined, hrefBefore: undefined },
      href: row.href && (() => row.href?.({ kind: key }) ?? ''),
    })),
  );
  return { ...view, rows };
}

const kindName = ({ kindNames }: View, key: string) => kindNames[key] ?? key;

function intervals({ about, rows, ...view }: View): Drawing {
  const props = {
    about,
    rowLabel: rowLabelOf({ about, rows, ...view }),
    rows: rows.map(({ label, figure, href }) => ({
      ...{ label, n: figure.n, value: valueTold(figure) },
      ...{ low: figure.low ?? null, high: figure.high ?? null, href: href?.() },
      words: visitedWords(view, figure) ?? noValue(figure),
    })),
  };
  return drawn(<IntervalChart {...props} />, intervalTwin(props));
}

/** One school is no share: somebody came there or nobody did. */
const visitedWords = ({ measure, by }: Pick<View, 'measure' | 'by'>, { parts = [] }: ShownFigure) => {
  if (measure.code !== 'schools_unvisited' || by !== 'school') return undefined;
  return parts.some(({ key }) => key === '1') ? 'geen bezoek' : 'bezocht';
};

/** How often each value occurs; rare ones together. */
function parts(view: View): Drawing {
  const { about, measure, rows } = view;
  const buckets = bucketsOf(measure);
  const props = {
    about,
    rowLabel: rowLabelOf(view),
    parts: buckets.map(({ label }) => label),
    rows: rows.map(({ label, figure, href }) => ({
      ...{ label, n: figure.n, href: href?.() },
      counts: buckets.map((bucket) => countOf(figure.parts ?? [], bucket)),
      hrefs: href && buckets.map(({ min, max }) => href({ min, max })),
    })),
  };
  return drawn(<SplitChart {...props} />, splitTwin(props));
}

/** Each kind apart: who scored, which criterion. */
function levels(view: View): Drawing {
  const { about, measure, rows } = view;
  const found = rows.flatMap(({ figure }) => figure.parts ?? []).map(({ key }) => valueIn(key));
  const buckets = bucketsOf(measure, found);
  const props = {
    about,
    rowLabel: rowLabelOf(view),
    parts: buckets.map(({ label }) => label),
    fills: buckets.map(({ score }, nth) => (score === undefined ? fillOf(nth) : fillOfScore(score))),
    rows: rows.flatMap(({ label, figure, kinds, href }) => {
      const own = figure.parts ?? [];
      return [...new Set(own.map(({ key }) => kindIn(key)))].map((kind) => {
        const some = own.flatMap((part) =>
          kindIn(part.key) === kind ? [{ n: part.n, key: `${valueIn(part.key)}` }] : [],
        );
        const known = some.some((part) => part.n === '<5') ? null : countOf(some, {});
        return {
          label: `${label}, ${kindName(view, kind)}`,
          n: kinds?.find(({ key }) => key === kind)?.n ?? known,
          href: href?.({ kind }),
          counts: buckets.map((bucket) => countOf(some, bucket)),
          hrefs: href && buckets.map(({ min, max }) => href({ kind, min, max })),
        };
      });
    }),
  };
  return drawn(<SplitChart {...props} />, splitTwin(props));
}

const kindIn = (key: string) => key.slice(0, key.lastIndexOf(':'));
const valueIn = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));

function run({ about, measure, rows }: View): Drawing {
  const isShare = measure.unit === 'share';
  const requested = measure.code === 'requested_provided';
  const props = {
    // One line is drawn: it says which.
    about: requested ? { ...about, unit: `${about.unit}, gedaan` } : about,
    ...(requested ? { valueLabel: 'Gedaan', besideLabel: 'Gevraagd' } : {}),
    pointLabel: 'Kwartaal',
    floor: 0,
    ceiling: isShare ? 1 : undefined,
    show: isShare ? showPercent : undefined,
    points: rows.map(({ label, short = label, figure, href }) => ({
      ...{ label, short, n: figure.n, href: href?.() },
      ...{ value: valueTold(figure), words: noValue(figure) },
      beside: requested ? besideTold(figure, figure.of) : undefined,
    })),
  };
  const said = { ...props, about: { ...props.about, title: runFinding(about.title, signalsOfRun(props)) } };
  return drawn(<RunChart {...said} />, runTwin(said));
}

const longest = (waits: readonly Wait[]) => waits.reduce((most, { value }) => Math.max(most, value), 0);

function waiting(
  { about, beforeLabel }: View,
  { now, before }: { now: readonly Wait[]; before: readonly Wait[] },
): Drawing {
  const props = {
    about,
    steps: survival(now),
    until: longest(now),
    beside:
      before.length < fewestToSplit
        ? undefined
        : { label: beforeLabel, steps: survival(before), until: longest(before) },
  };
  return drawn(<WaitingChart {...props} />, waitingTwin(props));
}
