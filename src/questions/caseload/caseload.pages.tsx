/** What a specialist has to do; a team lead sees the same of each of them, with what plans the work. */
import type { JSX } from 'preact';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate, showDay, showPeriod } from '../../platform/pure/dates.ts';
import { type Call, getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Badge, Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import {
  type Expected,
  findExpected,
  getSpecialist,
  Presence,
  type Specialist,
  showMinutes,
} from '../../stationing/index.ts';
import { StatusBadge, titleOf } from '../reading/question-parts.tsx';
import { type CaseloadItem, type Duty, dutiesOf, type When, whenIs } from './caseload.rules.ts';
import { findCaseload } from './caseload.store.ts';
import { dayWordsFor, dutyTitles, showDagdelen } from './caseload.words.ts';

export const caseloadPages: readonly Route[] = [
  getPage('/inzet/mijn-vragen', ['specialist'], (call) => show(call, call.actor.personId)),
  getPage('/inzet/specialisten/:id/vragen', ['team_lead'], (call) => show(call, idOf(call.params))),
];

async function show(
  { actor, database, today }: Call<Actor>,
  personId: string | undefined,
): Promise<PageAnswer> {
  if (personId === undefined) return notFound;
  const who = { tenantId: actor.tenantId, personId };
  const [specialist, items, expected] = await database.read(actor, (reader) =>
    Promise.all([
      getSpecialist(reader, actor.tenantId, personId),
      findCaseload(reader, who),
      findExpected(reader, who),
    ]),
  );
  if (specialist === undefined) return notFound;
  const own = personId === actor.personId;
  return {
    kind: 'html',
    title: own ? 'Mijn vragen' : `Vragen van ${specialist.name}`,
    body: <Caseload {...{ specialist, items, expected, own, today, actor }} />,
  };
}

interface CaseloadProps {
  readonly specialist: Specialist;
  readonly items: readonly CaseloadItem[];
  readonly expected: readonly Expected[];
  readonly own: boolean;
  readonly today: CivilDate;
  readonly actor: Actor;
}

const parts: readonly (readonly [When, string])[] = [
  ['overdue', 'Te laat'],
  ['today', 'Vandaag'],
  ['week', 'Komende zeven dagen'],
];

function Caseload({ specialist, items, expected, own, today, actor }: CaseloadProps): JSX.Element {
  const duties = dutiesOf(items, today);
  const nothing = duties.length === 0 && expected.length === 0;
  return (
    <>
      {!own && (
        <Breadcrumb
          items={[
            { href: '/inzet/specialisten', label: 'Specialisten' },
            { href: `/inzet/specialisten/${specialist.id}`, label: specialist.name },
          ]}
        />
      )}
      <div class="title-row">
        <h1>{own ? 'Mijn vragen' : `Vragen van ${specialist.name}`}</h1>
        <Presence specialist={specialist} />
      </div>
      {nothing && (
        <Empty
          title="Er wacht nu niets"
          text="Een nieuwe vraag, een evaluatie of een bezoek dat nog niet is vastgelegd komt hier te staan."
        />
      )}
      {parts.map(([when, title]) => (
        <Part
          key={when}
          {...{ when, title, own }}
          duties={duties.filter((duty) => duty.when === when)}
          visits={expected.filter(({ date }) => whenIs(date, today) === when)}
        />
      ))}
      {items.length > 0 && <h2>Alle vragen</h2>}
      {items.length > 0 && <All items={items} actor={actor} />}
      <h2>Meer</h2>
      <Ways specialist={specialist} own={own} />
    </>
  );
}

function Ways({ specialist, own }: Pick<CaseloadProps, 'specialist' | 'own'>): JSX.Element {
  const { id } = specialist;
  return (
    <ul class="links" role="list">
      {own && (
        <li>
          <a href={`/inzet/specialisten/${id}`}>Mijn profiel</a>
        </li>
      )}
      <li>
        <a href={`/inzet/specialisten/${id}/afwezig`}>Afwezigheid toevoegen</a>
      </li>
      <li>
        <a href={own ? '/inzet/agenda' : `/inzet/specialisten/${id}/agenda`}>Agenda</a>
      </li>
      <li>
        <a href={own ? '/inzet/overdragen' : `/inzet/overdragen?van=${id}`}>Vragen overdragen</a>
      </li>
      {own && (
        <li>
          <a href="/inzet/specialisten">Collega’s</a>
        </li>
      )}
      {own && (
        <li>
          <a href="/inzet">Wie waar is</a>
        </li>
      )}
      {own && (
        <li>
          <a href="/mijn/agenda">Mijn agenda</a>
        </li>
      )}
    </ul>
  );
}

interface PartProps {
  readonly when: When;
  readonly title: string;
  readonly duties: readonly Duty[];
  readonly visits: readonly Expected[];
  readonly own: boolean;
}

function Part({ when, title, duties, visits, own }: PartProps): JSX.Element | null {
  if (duties.length + visits.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={`deel-${when}`}>
      <h2 id={`deel-${when}`}>{title}</h2>
      <CardList>
        {visits.map((visit) => (
          <Card
            key={`${visit.seriesId} ${visit.date}`}
            title={own ? 'Leg uw bezoek vast' : 'Bezoek nog niet vastgelegd'}
            href={own ? '/inzet/bezoeken' : undefined}
            meta={<bdi>{visit.schoolName}</bdi>}
          >
            Verwacht op {showDay(visit.date)}.
          </Card>
        ))}
        {duties.map((duty) => (
          <DutyCard key={`${duty.kind} ${duty.item.id}`} duty={duty} />
        ))}
      </CardList>
    </section>
  );
}

function DutyCard({ duty }: { readonly duty: Duty }): JSX.Element {
  const { kind, item, on } = duty;
  return (
    <Card
      title={dutyTitles[kind]}
      href={`/vragen/${item.id}`}
      badge={on === null ? null : <Badge label={`${dayWordsFor(duty)} ${showDate(on)}`} />}
      meta={
        <>
          <bdi>{item.schoolName}</bdi> {item.number}
        </>
      }
    >
      <span dir="auto">{titleOf(item)}</span>
    </Card>
  );
}

/** Every question with its plan. */
function All({ items, actor }: Pick<CaseloadProps, 'items' | 'actor'>): JSX.Element {
  return (
    <CardList>
      {items.map((item) => (
        <Card
          key={item.id}
          title={titleOf(item)}
          href={`/vragen/${item.id}`}
          badge={<StatusBadge status={item.status} labels={actor.tenant.labels} />}
          meta={
            <>
              <bdi>{item.schoolName}</bdi> {item.number}
            </>
          }
        >
          {planOf(item)}
        </Card>
      ))}
    </CardList>
  );
}

/** «Begeleider · 4 dagdelen · 2 februari tot en met 1 mei 2026 · besteed: 3 uur» */
const planOf = ({ role, dagdelen: planned, from, until, minutes }: CaseloadItem): string =>
  [
    role,
    planned === null ? '' : showDagdelen(planned),
    from === null ? '' : showPeriod(from, until),
    minutes === 0 ? '' : `besteed: ${showMinutes(minutes)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
