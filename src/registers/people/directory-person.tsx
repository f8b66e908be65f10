import type { ComponentChildren, JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { type Column, Facts, Table } from '../../platform/ui/table.tsx';
import { appointmentName, type OwnWords, roleName } from '../registers.words.ts';
import {
  type Held,
  heldBy,
  type KnownAppointment,
  type Phase,
  phaseOf,
  sharesContact,
} from './directory.rules.ts';
import type { DirectoryPerson, DirectoryRow, Neighbour, WholeAppointment } from './directory.store.ts';
import { periodWords, phaseWords, untilWords } from './directory.words.ts';

export const peoplePath = '/mensen';
export const personPath = (id: string): string => `${peoplePath}/${id}`;

/** Places that are named in a line of the list; of the others it says how many there are. */
const mostNamed = 3;

interface RoleLinesProps {
  readonly row: DirectoryRow;
  readonly labels: OwnWords;
  readonly today: CivilDate;
}

/** What somebody does, a line for each: «Schoolcontactpersoon van De Brug, Het Anker en 4 andere, tot en met 31 augustus 2026». */
export function RoleLines({ row, labels, today }: RoleLinesProps): JSX.Element {
  const lines = heldBy(row.appointments, today).map((held) =>
    [roleLine(held, labels), untilWords(held)].filter(Boolean).join(', '),
  );
  const { stationed, expertise } = row;
  const all = [
    ...lines,
    ...(stationed.length === 0 ? [] : [`Gestationeerd op ${placesLine(stationed)}`]),
    ...(expertise.length === 0 ? [] : [`Expertise: ${list(expertise)}`]),
  ];
  return (
    <ul role="list">
      {all.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function roleLine({ role, acting, at }: Held, labels: OwnWords): string {
  const places = at.map(({ place }) => place).filter(({ kind }) => kind !== 'tenant');
  const name = `${acting ? 'waarnemend ' : ''}${roleName(role, labels)}`;
  return capital(places.length === 0 ? name : `${name} van ${placesLine(places)}`);
}

function placesLine(places: readonly { readonly name: string }[]): string {
  const names = places.map(({ name }) => name);
  const [few, more] = [names.slice(0, mostNamed), names.length - mostNamed];
  return list(more > 0 ? [...few, `${more} andere`] : few);
}

interface ShowPersonProps {
  readonly actor: Actor;
  readonly person: DirectoryPerson;
  readonly today: CivilDate;
}

/** One person: what they are and where, now, later and before; what they are good at; how to reach them. */
export function ShowPerson({ actor, person, today }: ShowPersonProps): JSX.Element {
  const { name, appointments, expertise, stationed } = person;
  const { labels } = actor.tenant;
  const held = heldBy(appointments, today);
  return (
    <>
      <Breadcrumb items={[{ href: peoplePath, label: 'Mensen' }]} />
      <h1 dir="auto">{name}</h1>
      <Contact person={person} today={today} />
      {(['now', 'coming', 'past'] as const).map((phase) => {
        const rows = held.filter((one) => one.phase === phase);
        return <Roles key={phase} {...{ phase, rows, labels }} />;
      })}
      {stationed.length > 0 && (
        <>
          <h2>Gestationeerd</h2>
          <ul>
            {stationed.map(({ code, name: school, from, to }) => (
              <li key={code}>
                <SchoolLink code={code} name={school} />, {showPeriod(from, to)}
              </li>
            ))}
          </ul>
        </>
      )}
      {isSpecialist(held) && (
        <>
          <h2>Expertise</h2>
          <p>{expertise.length === 0 ? 'Nog niet ingevuld.' : `${capital(list(expertise))}.`}</p>
          <p>
            <a href={`/inzet/specialisten/${person.id}`}>Bekijk het profiel</a>
          </p>
        </>
      )}
    </>
  );
}

const isSpecialist = (held: readonly Held[]) =>
  held.some(({ role, phase }) => role === 'specialist' && phase !== 'past');

function Contact({ person, today }: Pick<ShowPersonProps, 'person' | 'today'>): JSX.Element | null {
  const { appointments, email, phone } = person;
  if (!sharesContact(appointments, today)) {
    const isThere = appointments.some((one) => phaseOf(one, today) === 'now');
    return isThere ? <p>U bereikt deze persoon via de school of het schoolbestuur.</p> : null;
  }
  const items = [
    { label: 'E-mail', value: <a href={`mailto:${email}`}>{email}</a> },
    ...(phone === null
      ? []
      : [{ label: 'Telefoon', value: <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a> }]),
  ];
  return <Facts items={items} />;
}

interface RolesProps {
  readonly phase: Phase;
  readonly rows: readonly Held<WholeAppointment>[];
  readonly labels: OwnWords;
}

function Roles({ phase, rows, labels }: RolesProps): JSX.Element | null {
  if (rows.length === 0) {
    return phase === 'now' ? <Empty title="Nu geen rol" text="Hieronder staat vanaf wanneer wel." /> : null;
  }
  const columns: readonly Column<Held<WholeAppointment>>[] = [
    {
      label: 'Rol',
      cell: ({ role, acting }) =>
        capital(appointmentName({ role, acting, place: { kind: 'tenant', name: '' } }, labels)),
    },
    { label: 'Waar', cell: ({ at }) => <Places at={at} /> },
    {
      label: 'Periode',
      cell: (held) => (
        <>
          {capital(periodWords(held))}
          <Handing held={held} />
        </>
      ),
    },
  ];
  return (
    <>
      <h2>{phaseWords[phase]}</h2>
      <Table caption={phaseWords[phase]} hideCaption columns={columns} rows={rows} />
    </>
  );
}

function Places({ at }: { readonly at: readonly KnownAppointment[] }): JSX.Element {
  const places = at.map(({ id, place: { kind, code, name } }) =>
    kind === 'school' ? <SchoolLink key={id} code={code} name={name} /> : <bdi key={id}>{name}</bdi>,
  );
  return <Joined items={places} />;
}

/** Who takes over on the day, or whose work it was. */
function Handing({ held: { phase, at } }: { readonly held: Held<WholeAppointment> }): JSX.Element | null {
  const people = (pick: (one: WholeAppointment) => readonly Neighbour[]) => [
    ...new Map(at.flatMap(pick).map((one) => [one.id, one])).values(),
  ];
  const [words, who] =
    phase === 'now'
      ? (['Daarna:', people(({ next }) => next)] as const)
      : (['Neemt het over van', people(({ before }) => before)] as const);
  if (phase === 'past' || who.length === 0) return null;
  return (
    <>
      {'. '}
      {words}{' '}
      <Joined
        items={who.map(({ id, name }) => (
          <a key={id} href={personPath(id)}>
            <bdi>{name}</bdi>
          </a>
        ))}
      />
      .
    </>
  );
}

function Joined({ items }: { readonly items: readonly ComponentChildren[] }): JSX.Element {
  return (
    <>
      {items.map((item, nth) => (
        <>
          {nth > 0 && ', '}
          {item}
        </>
      ))}
    </>
  );
}

function SchoolLink({ code, name }: { readonly code: string; readonly name: string }): JSX.Element {
  return (
    <a href={`/scholen/${code}`}>
      <bdi>{name}</bdi>
    </a>
  );
}
