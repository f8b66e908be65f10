/** The agenda of a specialist and of a school, a week at a time. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { day, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  addDays,
  type CivilDate,
  daysBetween,
  showDay,
  showMoment,
  showPeriod,
} from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { mondayOf, weekNumber } from '../../platform/pure/weeks.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type PageAnswer,
  type Route,
} from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Badge, type Link, StateBadge } from '../../platform/ui/parts.tsx';
import { dagdelenAWeek } from '../specialists/specialist.words.ts';
import { statusWords } from '../stationings/stationing.words.ts';
import { kindWords } from '../visits/visit.words.ts';
import { agendaReaders, mayFeed, readsAgendaAt, team } from './agenda.access.ts';
import { findAgendaAt, findAgendaOf } from './agenda.store.ts';
import { type AgendaDay, type AgendaFacts, type AgendaItem, type AgendaWeek, weekOf } from './agenda-week.ts';

/** How far somebody can look, in days: what lies further nobody plans. */
const furthest = 800;

const weekQuery = z.object({ week: day().optional().catch(undefined) });
type WeekQuery = z.infer<typeof weekQuery>;
type AgendaCall = Call<Actor, WeekQuery>;

export const agendaPages: readonly Route[] = [
  getPage('/inzet/agenda', ['specialist'], (call) => ofPerson(call, call.actor.personId), weekQuery),
  getPage('/inzet/specialisten/:id/agenda', team, (call) => ofPerson(call, idOf(call.params)), weekQuery),
  getPage(
    '/scholen/:code/agenda',
    agendaReaders,
    async (call): Promise<PageAnswer> => {
      const { actor, database, params } = call;
      const code = params['code'] ?? '';
      if (!/^[0-9A-Z]{6}$/.test(code) || !readsAgendaAt(actor, code)) return notFound;
      const week = weekAsked(call);
      const facts = await database.read(actor, (reader) => findAgendaAt(reader, actor, code, week));
      if (facts === undefined) return notFound;
      return pageOf(call, facts, {
        title: `Agenda van ${facts.name}`,
        path: `/scholen/${code}/agenda`,
        back: { href: `/scholen/${code}`, label: facts.name },
        showsWho: true,
      });
    },
    weekQuery,
  ),
];

async function ofPerson(call: AgendaCall, id: string | undefined): Promise<PageAnswer> {
  const { actor, database } = call;
  if (id === undefined) return notFound;
  const week = weekAsked(call);
  const who = { tenantId: actor.tenantId, personId: id };
  const facts = await database.read(actor, (reader) => findAgendaOf(reader, who, week));
  if (facts === undefined) return notFound;
  const own = id === actor.personId;
  return pageOf(call, facts, {
    title: own ? 'Mijn week' : `Agenda van ${facts.name}`,
    path: call.url.pathname,
    back: own
      ? { href: '/inzet/mijn-vragen', label: 'Mijn vragen' }
      : { href: `/inzet/specialisten/${id}`, label: facts.name },
    showsWho: false,
  });
}

/** From Monday to Sunday. */
function weekAsked({ query, today }: AgendaCall) {
  const asked = query.week;
  const near = asked !== undefined && Math.abs(daysBetween(today, asked)) <= furthest;
  const from = mondayOf(near ? asked : today);
  return { from, to: addDays(from, 6) };
}

interface Shown {
  readonly title: string;
  readonly path: string;
  readonly back: Link;
  /** Of a school more people come. */
  readonly showsWho: boolean;
}

function pageOf(call: AgendaCall, facts: AgendaFacts, { title, path, back, showsWho }: Shown): Html {
  const { from, to } = weekAsked(call);
  const { today } = call;
  const week = weekOf(facts, from);
  const at = (day: CivilDate) => `${path}?week=${day}`;
  const thisWeek = from === mondayOf(today);
  return {
    kind: 'html',
    title: `${title}, week ${weekNumber(from)}`,
    body: (
      <>
        <Breadcrumb items={[back]} />
        <h1>{title}</h1>
        <h2>
          Week {weekNumber(from)}: {showPeriod(from, to)}
        </h2>
        <nav aria-label="Weken" class="row">
          <LinkButton href={at(addDays(from, -7))} kind="secondary">
            Vorige week
          </LinkButton>
          {!thisWeek && (
            <LinkButton href={path} kind="secondary">
              Deze week
            </LinkButton>
          )}
          <LinkButton href={at(addDays(from, 7))} kind="secondary">
            Volgende week
          </LinkButton>
        </nav>
        <Stationings week={week} showsWho={showsWho} />
        <ol class="agenda" role="list">
          {week.days.map((day) => (
            <Day key={day.day} day={day} today={today} showsWho={showsWho} />
          ))}
        </ol>
        {mayFeed(call.actor) && (
          <p>
            <a href="/mijn/agenda">Zet dit in uw eigen agendaprogramma</a>
          </p>
        )}
      </>
    ),
  };
}

interface StationingsProps {
  readonly week: AgendaWeek;
  readonly showsWho: boolean;
}

function Stationings({ week: { stationings }, showsWho }: StationingsProps): JSX.Element {
  if (stationings.length === 0) return <p>Deze week is er geen stationering.</p>;
  return (
    <>
      <h3>De hele week</h3>
      <ul>
        {stationings.map(({ id, who, place, status, dagdelen, from, to }) => (
          <li key={id}>
            <a href={`/inzet/stationeringen/${id}`}>
              <bdi>{showsWho ? who : place}</bdi>
            </a>
            , {dagdelenAWeek(dagdelen)}, {showPeriod(from, to)}
            {showsWho && (
              <>
                {' '}
                op <bdi>{place}</bdi>
              </>
            )}{' '}
            <StateBadge {...statusWords[status]} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface DayProps {
  readonly day: AgendaDay;
  readonly today: CivilDate;
  readonly showsWho: boolean;
}

function Day({ day: { day, holiday, items }, today, showsWho }: DayProps): JSX.Element {
  return (
    <li class="agenda__day">
      <h3 class="agenda__name">
        <time dateTime={day}>{showDay(day)}</time> {day === today && <Badge label="Vandaag" />}{' '}
        {holiday && <Badge label="Geen school" />}
      </h3>
      {items.length === 0 ? (
        <p class="agenda__none">Niets gepland</p>
      ) : (
        <ul>
          {items.map((item, nth) => (
            <li key={nth}>
              <Item item={item} showsWho={showsWho} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Item({ item, showsWho }: { readonly item: AgendaItem; readonly showsWho: boolean }): JSX.Element {
  switch (item.kind) {
    case 'away':
      return <>{showsWho ? `${item.who} is afwezig` : 'Afwezig'}</>;
    case 'visit':
      return (
        <>
          <a href={`/inzet/bezoeken/${item.id}`}>Bezoek</a>:{' '}
          <bdi>{showsWho ? item.who : list(item.schools.map(({ name }) => name))}</bdi> (
          {kindWords[item.visitKind]})
        </>
      );
    case 'expected':
      return (
        <>
          Verwacht bezoek: <bdi>{showsWho ? item.who : item.schoolName}</bdi> ({kindWords[item.visitKind]})
        </>
      );
    case 'meeting':
      return (
        <>
          <a href={`/acta/${item.id}`}>Vergadering</a> om {showMoment(item.startsAt).split(' om ')[1]}
          {item.place !== null && (
            <>
              , <bdi>{item.place}</bdi>
            </>
          )}
        </>
      );
  }
}
