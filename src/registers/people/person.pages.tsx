import { z } from 'zod';
import { optionalText, text } from '../../platform/input.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { notFound, postPage, type Route } from '../../platform/route.ts';
import { ConfirmBox, LinkButton } from '../../platform/ui/form.tsx';
import { Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { administrators, isId, kept, problemsOf } from '../admin/admin-page.tsx';
import { type BelowProps, registerPages } from '../admin/register-pages.tsx';
import { appointmentName, roleName } from '../registers.words.ts';
import { findAppointmentsOf, type HeldAppointment } from './appointment.store.ts';
import { changePerson, createPerson, suspendPerson } from './person.actions.ts';
import { findPersonRows, getPerson, type PersonInput, type PersonRow } from './person.store.ts';

const personInput = z.object({
  name: text(200),
  email: z
    .string()
    .max(200)
    .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'Vul een e-mailadres in als naam@school.nl.')
    .overwrite((value) => value.toLowerCase()),
  phone: optionalText(30),
});

export const personPages: readonly Route[] = [
  postPage('/beheer/mensen/:id/toegang', administrators, z.object({ suspend: z.boolean() }), async (call) => {
    const id = call.params['id'] ?? '';
    const { parsed } = call.input;
    if (!isId(id) || !parsed.ok) return notFound;
    const { suspend } = parsed.value;
    const saved = await suspendPerson(call.deed, call.actor, id, suspend);
    const to = `/beheer/mensen/${id}`;
    if (saved.outcome === 'notFound') return notFound;
    if (saved.outcome === 'taken')
      return kept(to, suspend ? 'De toegang is stopgezet.' : 'De toegang is hersteld.');
    const text = problemsOf(saved)
      .map(({ message }) => message)
      .join(' ');
    return { kind: 'redirect', to, flash: { tone: 'error', text } };
  }),
  ...registerPages<PersonInput, PersonRow>({
    path: '/beheer/mensen',
    many: 'Mensen',
    one: 'persoon',
    fresh: 'Nieuwe persoon',
    input: personInput,
    fields: async () => [
      { name: 'name', label: 'Naam', kind: 'text' },
      {
        name: 'email',
        label: 'E-mailadres',
        kind: 'email',
        hint: 'Hier gaat de uitnodiging om in te loggen heen.',
      },
      { name: 'phone', label: 'Telefoon', kind: 'tel', optional: true },
    ],
    find: findPersonRows,
    cursor: ({ name, id }) => ({ key: name, id }),
    columns: ({ tenant }) => [
      { label: 'Naam', text: (person) => person.name },
      { label: 'E-mailadres', cell: (person) => person.email },
      {
        label: 'Vandaag',
        cell: (person) =>
          list(person.roles.map((role) => roleName(role, tenant.labels))) || 'geen aanstelling',
      },
      {
        label: 'Toegang',
        cell: ({ suspended }) => (suspended ? <StateBadge tone="alert" label="Stopgezet" /> : 'ja'),
      },
    ],
    get: async (reader, tenantId, id) => {
      const person = await getPerson(reader, tenantId, id);
      if (person === undefined) return undefined;
      const { name, email, phone, suspended, version } = person;
      return {
        title: name,
        version,
        values: { name, email, phone: phone ?? '', suspended: suspended ? 'yes' : '' },
      };
    },
    add: createPerson,
    save: changePerson,
    links: [{ href: '/beheer/mensen/uitnodigen', label: 'Nodig mensen uit' }],
    below: async (reader, below) => {
      const appointments = await findAppointmentsOf(reader, below.actor.tenantId, below.id);
      return [
        <Appointments key="appointments" {...below} appointments={appointments} />,
        <Access key="access" {...below} />,
      ];
    },
  }),
];

function Appointments({
  id,
  actor,
  appointments,
}: BelowProps & { readonly appointments: readonly HeldAppointment[] }) {
  return (
    <>
      <h2>Aanstellingen</h2>
      <p>Iemand mag wat bij een aanstelling hoort, van de eerste tot en met de laatste dag ervan.</p>
      {appointments.length === 0 ? (
        <Empty title="Nog geen aanstelling" text="Zonder aanstelling kan deze persoon niets zien." />
      ) : (
        <Table
          caption="Aanstellingen"
          hideCaption
          rows={appointments}
          columns={[
            {
              label: 'Rol',
              cell: (one) => (
                <a href={`/beheer/aanstellingen/${one.id}`}>
                  {capital(appointmentName(one, actor.tenant.labels))}
                </a>
              ),
            },
            { label: 'Periode', cell: ({ from, to }) => showPeriod(from, to) },
          ]}
        />
      )}
      <p class="button-row">
        <LinkButton href={`/beheer/mensen/${id}/aanstelling`} kind="secondary">
          Nieuwe aanstelling
        </LinkButton>
      </p>
    </>
  );
}

function Access({ id, held, csrf, actor }: BelowProps) {
  const wayIn = (
    <p class="button-row">
      <LinkButton href={`/beheer/mensen/${id}/inloggen`} kind="secondary">
        Inloggen en uitnodigen
      </LinkButton>
    </p>
  );
  if (id === actor.personId) return wayIn;
  const suspended = held.values['suspended'] === 'yes';
  const action = `/beheer/mensen/${id}/toegang`;
  return (
    <>
      <h2>Toegang</h2>
      {wayIn}
      <ConfirmBox
        label={suspended ? 'Herstel de toegang' : 'Zet de toegang stop'}
        action={action}
        csrf={csrf}
        version={held.version}
        confirm={suspended ? 'Herstel' : 'Zet stop'}
      >
        <input type="hidden" name="suspend" value={suspended ? 'false' : 'true'} />
        <p>
          {suspended
            ? `${held.title} kan dan weer inloggen, met de aanstellingen van dat moment.`
            : `${held.title} kan dan meteen niets meer zien, ook niet in een sessie die nu open staat. Aanstellingen blijven staan.`}
        </p>
      </ConfirmBox>
    </>
  );
}
