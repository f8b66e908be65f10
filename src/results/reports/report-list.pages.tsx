/** The reports that somebody may read, the newest first, and what they have sent again and again. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { showDate, showMoment } from '../../platform/pure/dates.ts';
import { getPage, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { Button, LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, StateBadge, type StateTone } from '../../platform/ui/parts.tsx';
import { roleName } from '../../registers/index.ts';
import { ResultsCrumb } from '../measures/results-crumb.tsx';
import { access } from './report.access.ts';
import { stopSending } from './report.actions.ts';
import { findReports, type Report, type ReportStatus } from './report.store.ts';
import { endedWords, everyWords, failureWords, periodWords, titleOf } from './report.words.ts';
import { reportPath, reportsPath } from './report-paths.ts';
import { findSchedules, type Schedule } from './schedule.store.ts';

const perPage = 20;

export const reportListPages: readonly Route[] = [
  getPage(
    reportsPath,
    access.read,
    async ({ actor, database, query, csrf }) => {
      const [found, schedules] = await database.read(actor, (reader) =>
        Promise.all([
          findReports(reader, actor, { limit: perPage, after: query.na }),
          query.na === undefined ? findSchedules(reader, actor) : [],
        ]),
      );
      const { items, next } = pageOf(found, perPage, ({ askedAt }) => askedAt);
      return {
        kind: 'html',
        title: 'Rapporten',
        body: (
          <ReportList
            {...{ reports: items, schedules, actor, csrf }}
            next={next === null ? undefined : `${reportsPath}?na=${next}`}
            first={query.na && reportsPath}
          />
        ),
      };
    },
    z.object({ na: momentCursorQuery }),
  ),
  postPage(
    `${reportsPath}/toesturen/:id/stoppen`,
    access.read,
    z.object({}),
    async ({ actor, params, deed }): Promise<PageAnswer> => {
      const id = idOf(params);
      const outcome = id === undefined ? undefined : await stopSending(deed, actor, id);
      if (outcome?.outcome !== 'taken') return notFound;
      return {
        ...{ kind: 'redirect', to: reportsPath },
        flash: { tone: 'good', text: 'Dit rapport wordt niet meer toegestuurd.' },
      };
    },
  ),
];

interface ReportListProps {
  readonly reports: readonly Report[];
  readonly schedules: readonly Schedule[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly next: string | undefined;
  readonly first: string | undefined;
}

function ReportList({ reports, schedules, actor, csrf, next, first }: ReportListProps): JSX.Element {
  const fresh = <LinkButton href={`${reportsPath}/nieuw`}>Nieuw rapport</LinkButton>;
  return (
    <>
      <ResultsCrumb actor={actor} />
      <div class="title-row">
        <h1>Rapporten</h1>
        {reports.length > 0 && fresh}
      </div>
      <p class="lead">
        Cijfers van een periode, om te bewaren of mee te nemen naar een vergadering. Een rapport verandert
        niet meer. <a href="/resultaten/maten">Zo meten wij</a>
      </p>
      {reports.length === 0 ? (
        <Empty
          title="Er is nog geen rapport"
          text="Kies een periode. Het rapport staat binnen een minuut klaar."
          action={fresh}
        />
      ) : (
        <>
          <h2 class="visually-hidden">Alle rapporten</h2>
          <CardList>
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} />
            ))}
          </CardList>
        </>
      )}
      <Paging next={next} first={first} />
      {schedules.length > 0 && (
        <section class="stack" aria-labelledby="toesturen">
          <h2 id="toesturen">Wat u laat toesturen</h2>
          <CardList>
            {schedules.map((schedule) => (
              <ScheduleCard key={schedule.id} {...{ schedule, actor, csrf }} />
            ))}
          </CardList>
        </section>
      )}
    </>
  );
}

export const stateOf: Readonly<Record<ReportStatus, { readonly tone: StateTone; readonly label: string }>> = {
  queued: { tone: 'waiting', label: 'wacht' },
  running: { tone: 'busy', label: 'wordt gemaakt' },
  done: { tone: 'done', label: 'klaar' },
  failed: { tone: 'alert', label: 'niet gelukt' },
};

function ReportCard({ report }: { readonly report: Report }): JSX.Element {
  const { id, kind, place, asOf, status, failure, madeBy, askedAt } = report;
  return (
    <Card
      title={titleOf(kind, place?.name ?? null)}
      href={reportPath(id)}
      badge={<StateBadge {...stateOf[status]} />}
      meta={
        <>
          {periodWords(report)}, stand van {showDate(asOf)}. Gevraagd door <bdi>{madeBy}</bdi> op{' '}
          {showMoment(askedAt)}.
        </>
      }
    >
      {status === 'failed' && failure !== null && <p>{failureWords[failure] ?? failureWords['broken']}</p>}
    </Card>
  );
}

interface ScheduleCardProps {
  readonly schedule: Schedule;
  readonly actor: Actor;
  readonly csrf: string;
}

function ScheduleCard({ schedule, actor, csrf }: ScheduleCardProps): JSX.Element {
  const { id, kind, place, every, nextOn, endReason, to } = schedule;
  return (
    <Card title={titleOf(kind, place)} meta={<>{everyWords[every]}.</>}>
      <p>{endReason === null ? `De volgende keer op ${showDate(nextOn)}.` : endedWords[endReason]}</p>
      <ul>
        {to.map(({ id: appointment, name, role, lost }) => (
          <li key={appointment}>
            <bdi>{name}</bdi>, {roleName(role, actor.tenant.labels)}
            {lost && ' (mag het niet meer lezen en krijgt geen bericht meer)'}
          </li>
        ))}
      </ul>
      {endReason === null && (
        <form method="post" action={`${reportsPath}/toesturen/${id}/stoppen`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Button kind="secondary">Stop met toesturen</Button>
        </form>
      )}
    </Card>
  );
}
