import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { day } from '../../platform/input.ts';
import { type Actor, type Role, roles } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Button, type FormError } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import {
  administrators,
  home,
  isId,
  kept,
  page,
  placeText,
  problemsOf,
  valuesOf,
} from '../admin/admin-page.tsx';
import type { Saved } from '../admin/change.actions.ts';
import { findPlaces } from '../admin/register.store.ts';
import { errorsOf, type RegisterField, RegisterForm, type Values } from '../admin/register-form.tsx';
import { placeName, roleName, roleOptions } from '../registers.words.ts';
import { canAct, placeKindsFor } from './appointment.rules.ts';
import { getAppointment, type HeldAppointment, isLastThere } from './appointment.store.ts';
import { appoint, endAppointment } from './person.actions.ts';
import { getPerson } from './person.store.ts';

const appointmentInput = z.object({
  role: z.enum(roles, 'Kies een rol.'),
  place: placeText.optional(),
  from: day(),
  to: day().optional(),
  acting: z.boolean().optional(),
});

const lastDayInput = z.object({ to: day().optional() });
const people = { href: '/beheer/mensen', label: 'Mensen' } as const;

export const appointmentPages: readonly Route[] = [
  getPage(
    '/beheer/mensen/:id/aanstelling',
    administrators,
    (call) => showNew(call, call.query.role, {}, []),
    z.object({ role: z.enum(roles).optional() }),
  ),
  postPage('/beheer/mensen/:id/aanstelling', administrators, appointmentInput, async (call) => {
    const id = call.params['id'] ?? '';
    if (!isId(id)) return notFound;
    const { parsed, typed } = call.input;
    const values = valuesOf(typed);
    const role = roles.find((known) => known === values['role']);
    if (!parsed.ok) return showNew(call, role, values, errorsOf(parsed.faults, fieldNames));
    const saved = await appoint(call.deed, call.actor, id, parsed.value);
    if (saved.outcome === 'notFound') return notFound;
    if (saved.outcome === 'taken') return kept(`/beheer/mensen/${id}`, 'De aanstelling is toegevoegd.');
    return showNew(call, role, values, problemsOf(saved));
  }),
  getPage('/beheer/aanstellingen/:id', administrators, (call) => showOne(call, undefined, [], undefined)),
  postPage('/beheer/aanstellingen/:id', administrators, lastDayInput, async (call) => {
    const id = call.params['id'] ?? '';
    if (!isId(id)) return notFound;
    const { parsed, typed } = call.input;
    if (!parsed.ok) return showOne(call, valuesOf(typed), errorsOf(parsed.faults, fieldNames), undefined);
    const saved = await endAppointment(call.deed, call.actor, id, parsed.value.to ?? null);
    if (saved.outcome === 'notFound') return notFound;
    if (saved.outcome === 'taken') return kept(`/beheer/aanstellingen/${id}`, 'Opgeslagen.');
    return showOne(call, valuesOf(typed), problemsOf(saved), saved);
  }),
];

const lastDay: RegisterField = {
  name: 'to',
  label: 'Laatste dag',
  kind: 'date',
  optional: true,
  hint: 'Laat dit leeg als er nog geen einde is. Op deze dag mag iemand nog alles wat bij de rol hoort.',
};
const fieldNames: readonly RegisterField[] = [lastDay, { name: 'from', label: 'Eerste dag', kind: 'date' }];

/** First the role, then the place that fits it: so the form needs no script. */
async function showNew(
  { actor, database, params, csrf }: Call<Actor, object, unknown> & Page,
  role: Role | undefined,
  values: Values,
  errors: readonly FormError[],
): Promise<PageAnswer> {
  const id = params['id'] ?? '';
  if (!isId(id)) return notFound;
  return database.read(actor, async (reader) => {
    const person = await getPerson(reader, actor.tenantId, id);
    if (person === undefined) return notFound;
    const action = `/beheer/mensen/${id}/aanstelling`;
    const back = `/beheer/mensen/${id}`;
    const trail = [home, people, { href: back, label: person.name }];
    if (role === undefined) {
      return page(
        `Nieuwe aanstelling van ${person.name}`,
        trail,
        <ChooseRole key="role" action={action} actor={actor} />,
      );
    }
    const name = roleName(role, actor.tenant.labels);
    const fields = await fieldsFor(reader, actor, role);
    const form = (
      <RegisterForm
        key="form"
        action={action}
        csrf={csrf}
        fields={fields}
        values={{ acting: 'false', ...(onlyTenant(role) ? { place: 'tenant' } : {}), ...values, role }}
        errors={errors}
        submit="Voeg toe"
        cancel={back}
      />
    );
    const again = (
      <p key="again">
        <a href={action}>Kies een andere rol</a>
      </p>
    );
    return {
      ...page(`${person.name} als ${name}`, trail, [form, again]),
      status: errors.length > 0 ? 422 : 200,
    };
  });
}

function ChooseRole({ action, actor }: { readonly action: string; readonly actor: Actor }) {
  return (
    <form class="form" method="get" action={action}>
      <Select
        name="role"
        label="Welke rol?"
        empty="Kies een rol"
        options={roleOptions(actor.tenant.labels)}
      />
      <Button>Verder</Button>
    </form>
  );
}

const onlyTenant = (role: Role) => placeKindsFor(role).every((kind) => kind === 'tenant');

async function fieldsFor(
  reader: Reader,
  { tenantId, tenant }: Actor,
  role: Role,
): Promise<readonly RegisterField[]> {
  const kinds = placeKindsFor(role);
  const { boards, schools } = await findPlaces(reader, tenantId);
  const options = [
    ...(kinds.includes('tenant') ? [{ value: 'tenant', label: `Heel ${tenant.name}` }] : []),
    ...(kinds.includes('school')
      ? schools.map((one) => ({ value: `school:${one.id}`, label: placeName({ kind: 'school', ...one }) }))
      : []),
    ...(kinds.includes('board') ? boards.map((one) => ({ value: `board:${one.id}`, label: one.name })) : []),
  ];
  const acting: RegisterField = {
    name: 'acting',
    label: 'Neemt deze persoon waar voor een ander?',
    kind: 'radios',
    options: [
      { value: 'false', label: 'Nee' },
      { value: 'true', label: 'Ja, waarnemend' },
    ],
  };
  return [
    { name: 'role', label: 'Rol', kind: 'hidden' },
    { name: 'place', label: 'Waar?', kind: onlyTenant(role) ? 'hidden' : 'select', options },
    { name: 'from', label: 'Eerste dag', kind: 'date' },
    lastDay,
    ...(canAct(role) ? [acting] : []),
  ];
}

async function showOne(
  { actor, database, params, csrf }: Call<Actor, object, unknown> & Page,
  values: Values | undefined,
  errors: readonly FormError[],
  saved: Saved | undefined,
): Promise<PageAnswer> {
  const id = params['id'] ?? '';
  if (!isId(id)) return notFound;
  const [held, last] = await database.read(actor, async (reader) => {
    const found = await getAppointment(reader, actor.tenantId, id);
    return [found, found !== undefined && (await isLastThere(reader, actor.tenantId, found))];
  });
  if (held === undefined) return notFound;
  const back = `/beheer/mensen/${held.personId}`;
  const stale = saved?.outcome === 'stale';
  const role = capital(roleName(held.role, actor.tenant.labels));
  const current = { to: held.to ?? '' };
  const facts = (
    <Facts
      key="facts"
      items={[
        { label: 'Rol', value: held.acting ? `${role} (waarnemend)` : role },
        { label: 'Plaats', value: placeName(held.place) },
        { label: 'Eerste dag', value: showDate(held.from) },
      ]}
    />
  );
  const form = (
    <RegisterForm
      key="form"
      action={`/beheer/aanstellingen/${id}`}
      csrf={csrf}
      fields={[lastDay]}
      values={values ?? current}
      errors={errors}
      version={held.version}
      current={stale ? current : undefined}
      submit="Sla op"
      cancel={back}
    />
  );
  const html = page(
    `Aanstelling van ${held.person}`,
    [home, people, { href: back, label: held.person }],
    [facts, last && canHandOver(held.role) && <HandOverFirst key="first" held={held} />, form],
  );
  return { ...html, status: stale ? 412 : errors.length > 0 ? 422 : 200 };
}

/** The same for every school: the administrator does not learn whether there is any work. */
function HandOverFirst({ held }: { readonly held: HeldAppointment }) {
  return (
    <Notice tone="warning" title="Draag eerst over">
      <p>
        Niemand anders heeft hier deze rol. Gaat {held.person} weg, voeg dan eerst een opvolger toe. Is het
        tijdelijk, <a href={`/beheer/afwezigheid/${held.personId}`}>draag het werk dan over</a>.
      </p>
    </Notice>
  );
}

const canHandOver = (role: Role) =>
  role === 'contact_person' || role === 'school_director' || role === 'team_lead' || role === 'board_member';
