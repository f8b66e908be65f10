import type { ComponentChildren } from 'preact';
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import type { HeldAppointment } from '../people/appointment.store.ts';
import { personPath } from '../people/directory-person.tsx';
import { addressLine, type OwnWords, roleName, schoolKindName } from '../registers.words.ts';
import type { PublicSchool } from './public-school.store.ts';

interface ShowSchoolProps {
  readonly school: PublicSchool;
  /** For people of the same partnership. */
  readonly own: { readonly staff: readonly HeldAppointment[]; readonly more: ComponentChildren } | undefined;
  /** For everybody. */
  readonly news: ComponentChildren;
}

/** The page of a school: what everybody may know, and under it what its own people may know. */
export function ShowSchool({ school, own, news }: ShowSchoolProps) {
  const { name, partnership, endedOn } = school;
  return (
    <>
      <Breadcrumb items={[{ href: '/scholen', label: 'Scholen' }]} />
      <h1 dir="auto">{name}</h1>
      {endedOn !== null && (
        <Notice tone="warning" title={`Deze school is gesloten sinds ${showDate(endedOn)}`} />
      )}
      {own?.more}
      <Contact school={school} />
      {news}
      <h2>Over de school</h2>
      <Facts items={factsOf(school)} />
      {own !== undefined && <Staff staff={own.staff} words={partnership.labels} />}
    </>
  );
}

function factsOf(school: PublicSchool) {
  const { code, kind, address, phone, website, board, area, denomination, partnership } = school;
  const line = (label: string, value: ComponentChildren) => (value ? [{ label, value }] : []);
  return [
    ...line('Adres', addressLine(address)),
    ...line('Telefoon', phone && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>),
    ...line(
      'Website',
      website && (
        <a href={website} rel="noreferrer">
          {website.replace(/^https?:\/\//, '')}
        </a>
      ),
    ),
    ...line('Soort', schoolKindName(kind)),
    ...line('Denominatie', denomination),
    { label: 'Schoolbestuur', value: board?.name ?? 'niet bekend' },
    ...line(capital(partnership.labels['area'] ?? 'gebied'), area?.name),
    { label: 'Samenwerkingsverband', value: partnership.name },
    { label: 'Vestigingscode', value: code },
  ];
}

function Contact({
  school: { contactPersons, specialists, partnership, name },
}: {
  readonly school: PublicSchool;
}) {
  const words = partnership.labels;
  const role = roleName('contact_person', words);
  return (
    <>
      <h2>Hoe stelt u een vraag?</h2>
      {partnership.howToAsk === null ? (
        <p>
          Praat eerst met de leerkracht of de intern begeleider van {name}. Komt u er samen niet uit, of wilt
          u weten wat er mogelijk is? Vraag het dan aan de {role}.
        </p>
      ) : (
        <Prose text={partnership.howToAsk} />
      )}
      {contactPersons.length === 0 ? (
        <p>Deze school heeft nu geen {role}. Bel of mail de school.</p>
      ) : (
        <CardList>
          {contactPersons.map(({ name: who, email, phone }) => (
            <Card key={email} title={who} meta={capital(role)}>
              <p>
                <a href={`mailto:${email}`}>{email}</a>
              </p>
              {phone && (
                <p>
                  <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
                </p>
              )}
            </Card>
          ))}
        </CardList>
      )}
      {specialists.length > 0 && (
        <>
          <h3>Wie helpt hier?</h3>
          <ul>
            {specialists.map(({ name: who, expertise, from, to }) => (
              <li key={who}>
                <bdi>{who}</bdi>, {roleName('specialist', words)}
                {expertise.length > 0 && ` (${list(expertise)})`}
                {to !== null && `, ${showPeriod(from, to)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Everybody who works at the school today, for members. */
function Staff({ staff, words }: { readonly staff: readonly HeldAppointment[]; readonly words: OwnWords }) {
  const roles = [...new Set(staff.map(({ role }) => role))];
  const of = (role: string) => staff.filter((one) => one.role === role);
  return (
    <>
      <h2>Wie werkt hier vandaag?</h2>
      <p>Dit zien alleen mensen van het samenwerkingsverband en zijn scholen.</p>
      {staff.length === 0 && <p>Er staat nu niemand bij deze school.</p>}
      <Facts
        items={roles.map((role) => ({
          label: capital(roleName(role, words)),
          value: of(role).map(({ personId, person, acting }, nth) => (
            <span key={personId}>
              {nth > 0 && ', '}
              <a href={personPath(personId)}>
                <bdi>{person}</bdi>
              </a>
              {acting && ' (waarnemend)'}
            </span>
          )),
        }))}
      />
    </>
  );
}
