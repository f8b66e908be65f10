/** Results for whoever has any: of their own work as it is now, or of the periods that were released. */
import type { JSX } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf, isCivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { hiddenMeans } from '../../platform/pure/suppression.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Charts } from '../../platform/ui/charts/chart.tsx';
import { SaveView } from '../../platform/ui/save-view.tsx';
import { FormDoors } from '../forms/form-doors.tsx';
import { measures } from '../measures/measure.rules.ts';
import { type Period, schoolYear, schoolYearOf } from '../measures/period.rules.ts';
import { access as reportAccess } from '../reports/report.access.ts';
import { reportsPath } from '../reports/report-paths.ts';
import { address, measureHref } from './addresses.ts';
import { CircleTabs, type Elsewhere, NothingYet, PeriodChoice } from './choices.tsx';
import { access, type Circle, circlesOf, mayAsk, seesAll } from './dashboard.access.ts';
import { drawingOf } from './drawing.tsx';
import { cutOffAt, goalsNotCounted } from './drawing.words.ts';
import { findDashboard } from './live-view.ts';
import { findReleasedDashboard } from './released-view.ts';
import { type ResultQuery, resultQuery } from './result.input.ts';
import { isCutOff, namedPeriods, spanOf } from './span.rules.ts';
import type { View } from './view.ts';

/** Which circle an address asks for: who is in one alone has no choice. */
export function circleFor(actor: Actor, { released }: Pick<ResultQuery, 'released'>): Circle {
  const circles = circlesOf(actor);
  return released === 'true' && circles.includes('released') ? 'released' : (circles[0] ?? 'released');
}

export const dashboardPages: readonly Route[] = [
  getPage(
    '/resultaten',
    access.read,
    async ({ actor, query, database, today, url, csrf }) => {
      const asked = { actor, query, today };
      const isLive = circleFor(actor, query) === 'live';
      const body = isLive ? await liveDashboard(database, asked) : await releasedDashboard(database, asked);
      return {
        kind: 'html',
        title: 'Resultaten',
        body: (
          <>
            {body}
            <FormDoors actor={actor} />
            <SaveView url={url} csrf={csrf} />
          </>
        ),
      };
    },
    resultQuery,
  ),
];

interface Asked {
  readonly actor: Actor;
  readonly query: ResultQuery;
  readonly today: CivilDate;
}

async function liveDashboard(database: ReadDatabase, { actor, query, today }: Asked): Promise<JSX.Element> {
  const [span, periods] = [spanOf(query, today), namedPeriods(today)];
  const views = await findDashboard(database, actor, span, today);
  return (
    <Dashboard
      actor={actor}
      circle="live"
      lead={liveLead(actor, span, today)}
      note={isCutOff(query, span) ? cutOffAt(span.from) : undefined}
      views={views}
      terms={{ from: span.from, to: span.to }}
      elsewhere={elsewhereFrom(span, views, today)}
    >
      <PeriodChoice action="/resultaten" periods={periods} chosen={span} today={today} free />
    </Dashboard>
  );
}

/** The school year before, as far back as one can choose; of a year that is over and had nothing before it, the one that runs. */
function elsewhereFrom({ from }: Period, views: readonly View[], today: CivilDate): Elsewhere | undefined {
  const [year, now] = [schoolYear(schoolYearOf(from) - 1), schoolYearOf(today)];
  const past = views.some(({ totals, beforeLabel }) => totals.some(({ label }) => label === beforeLabel));
  if (schoolYearOf(from) < now && !past) return { href: '/resultaten', label: 'Bekijk dit schooljaar' };
  if (namedPeriods(today).every((one) => one.from !== year.from)) return undefined;
  return { href: address('/resultaten', { ...year }), label: 'Bekijk het schooljaar ervoor' };
}

async function releasedDashboard(
  database: ReadDatabase,
  { actor, query, today }: Asked,
): Promise<JSX.Element> {
  const found = await database.read(actor, (reader) => findReleasedDashboard(reader, actor, query));
  const { period, periods, board, boards, madeAt } = found;
  return (
    <Dashboard
      actor={actor}
      circle="released"
      lead={releasedLead(board?.name ?? actor.tenant.name, period?.label, madeAt)}
      note={isCivilDate(query.period ?? '') ? wholeYears : undefined}
      views={found.views}
      terms={{ period: period?.name, board: board?.code, released: true }}
    >
      {periods.length > 0 && (
        <PeriodChoice
          action="/resultaten"
          periods={periods}
          chosen={period}
          today={today}
          boards={boards}
          board={board?.code}
          released
        />
      )}
    </Dashboard>
  );
}

/** Not every measure is released of a quarter. */
const wholeYears = 'Dit overzicht is er per schooljaar. Een kwartaal ziet u bij elk cijfer apart.';

function liveLead(actor: Actor, { from, to }: Period, today: CivilDate): string {
  const whose = seesAll(actor) ? 'het hele samenwerkingsverband' : 'alles waar u aan werkt';
  const goals = seesAll(actor) ? ` ${goalsNotCounted}` : '';
  return `Cijfers over ${whose}, van ${showPeriod(from, to)}, zoals het op ${showDate(today)} is opgeschreven.${goals}`;
}

function releasedLead(whose: string, label: string | undefined, madeAt: string | undefined): string {
  if (label === undefined || madeAt === undefined) return `Cijfers over ${whose}.`;
  return `Cijfers over ${whose}, ${label}. Vastgezet op ${showDate(dayOf(madeAt))}; ze veranderen niet meer. ${hiddenMeans}`;
}

interface DashboardProps {
  readonly actor: Actor;
  readonly circle: Circle;
  readonly lead: string;
  /** Why these are not the days that were asked for. */
  readonly note: string | undefined;
  readonly views: readonly View[];
  readonly terms: Parameters<typeof measureHref>[1];
  readonly elsewhere?: Elsewhere | undefined;
  readonly children: JSX.Element | false;
}

function Dashboard(props: DashboardProps): JSX.Element {
  const { actor, circle, lead, note, views, terms, elsewhere, children } = props;
  const filled = views.filter(({ about }) => about.counted?.n !== 0);
  const shown = new Set(filled.map(({ measure }) => measure.code));
  const others = measures.filter(({ code }) => !shown.has(code) && mayAsk(actor, circle, code));
  return (
    <div class="stack">
      <h1>Resultaten</h1>
      <p class="lead">{lead}</p>
      <CircleTabs actor={actor} circle={circle} path="/resultaten" />
      {children}
      {note !== undefined && <p>{note}</p>}
      {hasRole(actor, ...reportAccess.read) && (
        <p>
          Meenemen naar een vergadering? Maak een <a href={reportsPath}>rapport</a>.
        </p>
      )}
      {filled.length === 0 ? (
        <NothingYet circle={circle} periods={views} elsewhere={elsewhere} />
      ) : (
        <Charts>
          {filled.map((view) => (
            <div key={view.measure.code}>{drawingOf(view).chart}</div>
          ))}
        </Charts>
      )}
      <h2>Andere cijfers</h2>
      <ul class="links" role="list">
        {others.map(({ code, name }) => (
          <li key={code}>
            <a href={measureHref(code, terms)}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/resultaten/maten">Zo meten wij</a>: elk cijfer met zijn definitie.
      </p>
    </div>
  );
}
