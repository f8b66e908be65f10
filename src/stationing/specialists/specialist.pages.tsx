/** The page of a specialist: what everybody may know, and for some the contract and the absences. */
import type { ComponentChildren, JSX } from 'preact';
import { idOf } from '../../platform/input.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { getPage, type Html, notFound, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Badge, Card, CardList, type Link, Prose } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { mayPropose } from '../stationings/stationing.access.ts';
import { findStationings, type StationingRow } from '../stationings/stationing.store.ts';
import { StationingCards } from '../stationings/stationing-parts.tsx';
import { mayKeepProfile, mayWriteAbsence, mayWriteContract } from './specialist.access.ts';
import { getSpecialist, type Specialist } from './specialist.store.ts';
import { dagdelenAWeek, levelWords, showNumber } from './specialist.words.ts';
import { Presence } from './specialist-parts.tsx';

export const listLink: Link = { href: '/inzet/specialisten', label: 'Specialisten' };
export const pathOf = (id: string) => `${listLink.href}/${id}`;

/** Of today and later; the list has the rest. */
const mostStationings = 20;

/** Stands after every other address below the list. */
export const specialistPages: readonly Route[] = [
  getPage(`${listLink.href}/:id`, 'member', async ({ actor, database, params, today }) => {
    const id = idOf(params);
    if (id === undefined) return notFound;
    const statuses = ['proposed', 'agreed', 'active', 'evaluated'] as const;
    const [specialist, stationings] = await database.read(actor, (reader) =>
      Promise.all([
        getSpecialist(reader, actor.tenantId, id),
        findStationings(reader, actor, { specialistId: id, statuses, limit: mostStationings }),
      ]),
    );
    if (specialist === undefined) return notFound;
    return specialistPage(actor, specialist, stationings.slice(0, mostStationings), today);
  }),
];

function specialistPage(
  actor: Actor,
  specialist: Specialist,
  stationings: readonly StationingRow[],
  today: CivilDate,
): Html {
  const { id, name, about } = specialist;
  const own = pathOf(id);
  return {
    kind: 'html',
    title: name,
    body: (
      <>
        <Breadcrumb items={[listLink]} />
        <div class="title-row">
          <h1 dir="auto">{name}</h1>
          <Presence specialist={specialist} />
        </div>
        <p class="row">
          {mayKeepProfile(actor, id) && (
            <LinkButton href={`${own}/aanpassen`}>Pas het profiel aan</LinkButton>
          )}
          {hasRole(actor, 'specialist', 'team_lead') && (
            <LinkButton href={`${own}/agenda`} kind="secondary">
              Bekijk de agenda
            </LinkButton>
          )}
          <Work actor={actor} id={id} />
          {hasRole(actor, 'team_lead', 'administrator') && (
            <LinkButton href={`${own}/planning`} kind="secondary">
              Vertrekpunt en plekken
            </LinkButton>
          )}
        </p>
        <ExpertiseOf specialist={specialist} />
        <Facts items={factsOf(specialist, actor)} />
        {about !== null && <Prose text={about} />}
        {stationings.length > 0 && <h2>Waar nu en straks</h2>}
        {stationings.length > 0 && <StationingCards stationings={stationings} by="place" />}
        {mayPropose(actor) && (
          <p>
            <LinkButton href={`/inzet/stationeringen/nieuw?specialist=${id}`} kind="secondary">
              Stel een stationering voor
            </LinkButton>
          </p>
        )}
        <Contracts actor={actor} specialist={specialist} today={today} />
        <Absences actor={actor} specialist={specialist} />
      </>
    ),
  };
}

/** The ways to somebody's work, for whoever does or plans it. */
function Work({ actor, id }: { readonly actor: Actor; readonly id: string }): JSX.Element | null {
  const own = actor.personId === id && hasRole(actor, 'specialist');
  if (!own && !hasRole(actor, 'team_lead')) return null;
  return (
    <>
      <LinkButton href={own ? '/inzet/mijn-vragen' : `${pathOf(id)}/vragen`} kind="secondary">
        {own ? 'Mijn vragen' : 'Bekijk de vragen'}
      </LinkButton>
      <LinkButton href={own ? '/inzet/overdragen' : `/inzet/overdragen?van=${id}`} kind="secondary">
        Draag vragen over
      </LinkButton>
    </>
  );
}

function ExpertiseOf({ specialist: { expertise } }: { readonly specialist: Specialist }): JSX.Element {
  return (
    <>
      <h2>Expertise</h2>
      {expertise.length === 0 ? (
        <p>Nog niet ingevuld.</p>
      ) : (
        <ul>
          {expertise.map(({ code, name, level }) => (
            <li key={code}>
              <bdi>{name}</bdi> <Badge label={levelWords[level]} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function factsOf(specialist: Specialist, actor: Actor) {
  const { languages, areas, schools, formerOrganisation, fromSpecial, employedFrom } = specialist;
  const line = (label: string, value: ComponentChildren) => (value ? [{ label, value }] : []);
  const area = actor.tenant.labels['area'] ?? 'gebied';
  return [
    ...line('Talen', list(languages)),
    ...line(`Werkt in (${area})`, list(areas.map(({ name }) => name))),
    ...line(
      'Vast op',
      schools.length > 0 && (
        <ul>
          {schools.map(({ code, name }) => (
            <li key={code}>
              <a href={`/scholen/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      ),
    ),
    ...line('Werkte eerder bij', formerOrganisation),
    ...line('Speciaal onderwijs', fromSpecial && 'Neemt kennis mee uit het speciaal onderwijs'),
    ...line('In dienst sinds', employedFrom && showDate(employedFrom)),
  ];
}

interface PartProps {
  readonly actor: Actor;
  readonly specialist: Specialist;
}

function Contracts({
  actor,
  specialist: { id, contracts },
  today,
}: PartProps & { readonly today: CivilDate }): JSX.Element | null {
  const writes = mayWriteContract(actor);
  if (!writes && actor.personId !== id) return null;
  return (
    <>
      <h2>Contract</h2>
      {contracts.length === 0 ? (
        <p>Er staat nog geen contract. Zonder contract kan niemand een vraag toewijzen.</p>
      ) : (
        <Table
          caption="Contract"
          hideCaption
          rows={contracts}
          columns={[
            {
              label: 'Periode',
              cell: (one) =>
                writes ? (
                  <a href={`${pathOf(id)}/contract/${one.id}`}>{showPeriod(one.from, one.to)}</a>
                ) : (
                  showPeriod(one.from, one.to)
                ),
            },
            { label: 'Werktijdfactor', cell: ({ fte }) => showNumber(fte), numeric: true },
            { label: 'Ruimte', cell: ({ dagdelen }) => dagdelenAWeek(dagdelen) },
            {
              label: 'Stand',
              cell: ({ from, to }) =>
                from > today ? 'begint nog' : to !== null && to < today ? 'voorbij' : 'geldt vandaag',
            },
          ]}
        />
      )}
      {writes && (
        <p>
          <LinkButton href={`${pathOf(id)}/contract`} kind="secondary">
            Contract toevoegen
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Absences({ actor, specialist: { id, absences } }: PartProps): JSX.Element | null {
  const writes = mayWriteAbsence(actor, id);
  if (!writes && absences.length === 0) return null;
  return (
    <>
      <h2>Afwezig</h2>
      {absences.length === 0 ? (
        <p>Nu en straks niet.</p>
      ) : (
        <CardList>
          {absences.map((one) => (
            <Card
              key={one.id}
              title={showPeriod(one.from, one.to)}
              href={writes ? `${pathOf(id)}/afwezig/${one.id}` : undefined}
            />
          ))}
        </CardList>
      )}
      {writes && (
        <p>
          <LinkButton href={`${pathOf(id)}/afwezig`} kind="secondary">
            Afwezigheid toevoegen
          </LinkButton>
        </p>
      )}
    </>
  );
}
