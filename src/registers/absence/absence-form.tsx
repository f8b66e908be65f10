import type { JSX } from 'preact';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { appointmentName, roleName } from '../registers.words.ts';
import type { AbsentPerson, Candidate } from './absence.store.ts';

const nothingHeld = ({ tenant }: Actor) =>
  `Alleen het werk van een ${roleName('contact_person', tenant.labels)}, een directeur of een teamleider wordt overgedragen.`;

interface AbsenceFormProps {
  readonly action: string;
  readonly cancel: string;
  readonly person: AbsentPerson;
  readonly candidates: readonly Candidate[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

/** Who stands in, from when until when, and for which of the appointments. */
export function AbsenceForm(props: AbsenceFormProps): JSX.Element {
  const { action, cancel, person, candidates, actor, csrf, today, typed, errors } = props;
  const { labels } = actor.tenant;
  const values = (name: string) => typed.filter(([field]) => field === name).map(([, value]) => value);
  if (person.held.length === 0)
    return <Empty title="Hier is niets over te dragen" text={nothingHeld(actor)} />;
  const chosen = typed.length === 0 ? person.held.map(({ id }) => id) : values('appointments');
  return (
    <Form action={action} csrf={csrf} errors={errors} idempotencyKey={newId()}>
      <Select
        name="standIn"
        label="Wie neemt waar?"
        empty="Kies iemand"
        options={candidates.map(({ id, name, roles }) => ({
          value: id,
          label: `${name} (${list(roles.map((role) => roleName(role, labels)))})`,
        }))}
        value={values('standIn')[0] ?? ''}
        error={errorOf(errors, 'standIn')}
      />
      <DateField
        name="from"
        label="Vanaf"
        value={values('from')[0] ?? today}
        error={errorOf(errors, 'from')}
      />
      <DateField
        name="to"
        label="Laatste dag"
        optional
        hint="Laat leeg als u dat nog niet weet. U kunt de overdracht elke dag beëindigen."
        value={values('to')[0] ?? ''}
        error={errorOf(errors, 'to')}
      />
      <Checkboxes
        name="appointments"
        label="Welk werk?"
        options={person.held.map((held) => ({
          value: held.id,
          label: capital(appointmentName(held, labels)),
        }))}
        values={chosen}
        error={errorOf(errors, 'appointments')}
      />
      <p>
        De vervanger leest dan wat bij deze rol hoort en krijgt de uitnodigingen en taken die openstaan. Wie
        weg is, blijft meelezen. Iedereen die erbij hoort, ziet in de tijdlijn dat er is overgedragen.
      </p>
      <SubmitRow primary="Draag over" cancel={cancel} />
    </Form>
  );
}
