/** One measure: chosen period, whole or split, its chart with table, and what it is compared with. */
import type { JSX } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { hiddenMeans } from '../../platform/pure/suppression.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { SaveView } from '../../platform/ui/save-view.tsx';
import { readsEveryBoard } from '../measures/measure.access.ts';
import {
  type Dimension,
  isApart,
  isMeasureCode,
  type Measure,
  type MeasureCode,
  measureOf,
} from '../measures/measure.rules.ts';
import { definitionHref } from '../measures/measure.words.ts';
import { address, measureHref } from './addresses.ts';
import { CircleTabs, NothingYet, PeriodChoice } from './choices.tsx';
import { access, type Circle, mayAsk, seesAll } from './dashboard.access.ts';
import { circleFor } from './dashboard.pages.tsx';
import { drawingOf } from './drawing.tsx';
import { cutOffAt, goalsNotCounted } from './drawing.words.ts';
import { findMeasure } from './live-view.ts';
import { findReleasedMeasure } from './released-view.ts';
import { type ResultQuery, resultQuery } from './result.input.ts';
import { isCutOff, isTooLong, namedPeriods, spanOf } from './span.rules.ts';
import { Beside, Summary } from './summary.tsx';
import type { View } from './view.ts';

/** So many rows of a figure on a page; a file has all. */
const perPage = 50;

interface Asked {
  readonly actor: Actor;
  readonly query: ResultQuery;
  readonly today: CivilDate;
}

interface Found {
  readonly view: View | undefined;
  readonly choice: Omit<Parameters<typeof PeriodChoice>[0], 'action' | 'dimensions' | 'today'>;
  /** What the address of the very same figures says. */
  readonly terms: Parameters<typeof measureHref>[1];
}

export const resultPages: readonly Route[] = [
  getPage(
    '/resultaten/:measure',
    access.read,
    async ({ actor, params, query, database, today, url, csrf }) => {
      const code = params['measure'] ?? '';
      if (!mayOpen(actor, code, query)) return notFound;
      const found = await findView(database, code, { actor, query, today });
      const measure = measureOf(code);
      return {
        kind: 'html',
        title: measure.name,
        body: (
          <>
            <Result {...{ actor, query, today, measure, found }} />
            <SaveView url={url} csrf={csrf} />
          </>
        ),
      };
    },
    resultQuery,
  ),
  getPage(
    '/resultaten/:measure/cijfers.csv',
    access.read,
    async ({ actor, params, query, database, today }) => {
      const code = params['measure'] ?? '';
      if (!mayOpen(actor, code, query)) return notFound;
      const { view } = await findView(database, code, { actor, query, today });
      if (view === undefined) return notFound;
      return {
        kind: 'file',
        name: `${code}.csv`,
        type: 'text/csv; charset=utf-8',
        body: drawingOf(view).file,
      };
    },
    resultQuery,
  ),
];

function mayOpen(actor: Actor, code: string, query: ResultQuery): code is MeasureCode {
  return isMeasureCode(code) && mayAsk(actor, circleFor(actor, query), code);
}

/** What a measure can be split by here: a release never by school nor a board's by area, and what is told by kind anyway not by kind again. */
function dimensionsOf({ dimensions, kind }: Measure, { actor, query }: Asked): readonly Dimension[] {
  const released = circleFor(actor, query) === 'released';
  const ofBoard = released && (!readsEveryBoard(actor) || (query.board ?? '') !== '');
  return dimensions.filter(
    (one) =>
      !(released && one === 'school') && !(ofBoard && one === 'area') && !(one === 'kind' && isApart(kind)),
  );
}

async function findView(database: ReadDatabase, code: MeasureCode, page: Asked): Promise<Found> {
  const { actor, query, today } = page;
  const circle = circleFor(actor, query);
  const by = dimensionsOf(measureOf(code), page).find((one) => one === query.by) ?? null;
  const asked = { code, by };
  if (circle === 'live') {
    const span = spanOf(query, today);
    const view = await findMeasure(database, actor, asked, span, today);
    const choice = { periods: namedPeriods(today), chosen: span, free: true, by: by ?? undefined };
    return { view, choice, terms: { by, from: span.from, to: span.to } };
  }
  const found = await database.read(actor, (reader) => findReleasedMeasure(reader, actor, asked, query));
  const { periods, period, boards, board } = found;
  const splits = by === 'board' ? null : board;
  return {
    view: found.views[0],
    choice: {
      ...{ periods, chosen: period, boards, board: board?.code },
      ...{ released: true, by: by ?? undefined },
    },
    terms: { by, period: period?.name, board: splits?.code, released: true },
  };
}

interface ResultProps extends Asked {
  readonly measure: Measure;
  readonly found: Found;
}

function Result({ actor, query, today, measure, found }: ResultProps): JSX.Element {
  const { code, name, definition, source } = measure;
  const { view, choice, terms } = found;
  const circle = circleFor(actor, query);
  const { by: _by, ...back } = terms;
  const page = query.page ?? 1;
  const rows = view?.rows ?? [];
  const { chosen } = choice;
  const isAnswered = chosen === undefined || !isTooLong(code, chosen);
  const pageHref = (nth: number) => measureHref(code, { ...terms, page: nth === 1 ? null : nth });
  return (
    <div class="stack">
      <Breadcrumb items={[{ href: address('/resultaten', back), label: 'Resultaten' }]} />
      <h1>{name}</h1>
      <CircleTabs actor={actor} circle={circle} path={`/resultaten/${code}`} />
      {choice.periods.length > 0 && (
        <PeriodChoice
          {...choice}
          action={`/resultaten/${code}`}
          dimensions={dimensionsOf(measure, { actor, query, today })}
          today={today}
        />
      )}
      {circle === 'live' && chosen !== undefined && isCutOff(query, chosen) && <p>{cutOffAt(chosen.from)}</p>}
      {isAnswered ? (
        <Figure {...{ view, circle, page, periods: choice.periods }} />
      ) : (
        <Empty
          title="Niet over zoveel dagen"
          text="Hoe vol contracten zijn, rekenen wij uit over hoogstens een schooljaar. Kies een kortere periode."
        />
      )}
      <Paging
        next={rows.length > page * perPage ? pageHref(page + 1) : undefined}
        first={page > 1 ? pageHref(1) : undefined}
      />
      {view !== undefined && isAnswered && <Totals view={view} />}
      {circle === 'live' && (
        <p>Stand van {showDate(today)}: wat later wordt opgeschreven, verandert dit cijfer.</p>
      )}
      {mayHide(circle, view) && <p>{hiddenMeans}</p>}
      {circle === 'live' && seesAll(actor) && ofGoals.includes(code) && <p>{goalsNotCounted}</p>}
      <h2>Wat dit is</h2>
      <p>{definition}</p>
      <p>Bron: {lower(source)}</p>
      <p>
        <a href={definitionHref(code)}>Zo meten wij</a>
      </p>
    </div>
  );
}

interface FigureProps {
  readonly view: View | undefined;
  readonly circle: Circle;
  readonly page: number;
  readonly periods: readonly unknown[];
}

/** Its drawing, or why there is none. */
function Figure({ view, circle, page, periods }: FigureProps): JSX.Element {
  if (view !== undefined && view.rows.length > 0)
    return <Charts alone>{drawingOf(pageOf(view, page)).chart}</Charts>;
  if (circle === 'live' || !view?.by) return <NothingYet circle={circle} periods={periods} />;
  return (
    <Empty
      title="Zo niet vastgezet"
      text="Van deze periode is dit cijfer niet zo verdeeld vastgezet. Kies een andere verdeling of een heel schooljaar."
    />
  );
}

const Totals = ({ view }: { readonly view: View }): JSX.Element => (
  <>
    <Summary view={view} />
    {view.pair !== undefined && <Beside pair={view.pair} />}
  </>
);

const ofGoals: readonly MeasureCode[] = ['goal_levels', 'goal_t', 'lasted', 'scorer_agreement'];

/** Insiders meet hidden numbers only where they compare themselves with the partnership. */
const mayHide = (circle: Circle, view: View | undefined) =>
  circle === 'released' || view?.totals.some(({ figure }) => figure.n === '<5');

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Here nothing leads to here. Lines and periods are drawn whole. */
function pageOf(view: View, page: number): View {
  const about = { ...view.about, more: undefined };
  if (view.by === null || view.by === 'quarter') return { ...view, about };
  return { ...view, about, rows: view.rows.slice((page - 1) * perPage, page * perPage) };
}
