/** Results for whoever has any: of their own work as it is now, or of the periods that were released. */
import type { JSX } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf, showDate, showPeriod } from '../../platform/pure/dates.ts';
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
import { CircleTabs, NothingYet, PeriodChoice } from './choices.tsx';
import { access, type Circle, circlesOf, mayAsk, seesAll } from './dashboard.access.ts';
import { drawingOf } from './drawing.tsx';
import { goalsNotCounted } from './drawing.words.ts';
import { findDashboard } from './live-view.ts';
import { findReleasedDashboard } from './released-view.ts';
import { type ResultQuery, resultQuery } from './result.input.ts';
import { namedPeriods, spanOf } from './span.rules.ts';
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
      lead={liveLead(actor, span)}
      views={views}
      terms={{ from: span.from, to: span.to }}
      earlier={earlierOf(periods, span)}
    >
      <PeriodChoice action="/resultaten" periods={periods} chosen={span} today={today} free />
    </Dashboard>
  );
}

/** Address of the school year before, as far back as one can choose. */
function earlierOf(periods: readonly Period[], { from }: Period): string | undefined {
  const year = schoolYear(schoolYearOf(from) - 1);
  return periods.some((one) => one.from === year.from) ? address('/resultaten', { ...year }) : undefined;
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

function liveLead(actor: Actor, { from, to }: { from: CivilDate; to: CivilDate }): string {
  const whose = seesAll(actor) ? 'het hele samenwerkingsverband' : 'alles waar u aan werkt';
  const goals = seesAll(actor) ? ` ${goalsNotCounted}` : '';
  return `Cijfers over ${whose}, van ${showPeriod(from, to)}, zoals het nu is opgeschreven.${goals}`;
}

function releasedLead(whose: string, label: string | undefined, madeAt: string | undefined): string {
  if (label === undefined || madeAt === undefined) return `Cijfers over ${whose}.`;
  return `Cijfers over ${whose}, ${label}. Vastgezet op ${showDate(dayOf(madeAt))}; ze veranderen niet meer. ${hiddenMeans}`;
}

interface DashboardProps {
  readonly actor: Actor;
  readonly circle: Circle;
  readonly lead: string;
  readonly views: readonly View[];
  readonly terms: Parameters<typeof measureHref>[1];
  /** Address of the school year before. */
  readonly earlier?: string | undefined;
  readonly children: JSX.Element | false;
}

function Dashboard({ actor, circle, lead, views, terms, earlier, children }: DashboardProps): JSX.Element {
  const filled = views.filter(({ about }) => about.counted?.n !== 0);
  const shown = new Set(filled.map(({ measure }) => measure.code));
  const others = measures.filter(({ code }) => !shown.has(code) && mayAsk(actor, circle, code));
  return (
    <div class="stack">
      <h1>Resultaten</h1>
      <p class="lead">{lead}</p>
      <CircleTabs actor={actor} circle={circle} path="/resultaten" />
      {children}
      {hasRole(actor, ...reportAccess.read) && (
        <p>
          Meenemen naar een vergadering? Maak een <a href={reportsPath}>rapport</a>.
        </p>
      )}
      {filled.length === 0 ? (
        <NothingYet circle={circle} periods={views} earlier={earlier} />
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
