/** Who was there, and notes of the meeting as a whole. What was said about a question stands with that question. */
import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { faultTrouble, type Labels, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
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
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, refusedForm, WritingAid } from '../../privacy/index.ts';
import { access } from './committee.access.ts';
import { committeeName, needFields } from './committee.words.ts';
import { recordMinutes } from './meeting.actions.ts';
import { minutesForm } from './meeting.input.ts';
import { getMeeting, type WholeMeeting } from './meeting.store.ts';
import { meetingTitle } from './meeting-page.tsx';

const labels: Labels = {
  present: 'Wie waren er?',
  minutes: 'Notulen',
  held: 'Is de vergadering afgelopen?',
};

export const minutesPages: readonly Route[] = [
  getPage('/acta/:id/verslag', access.keep, async (call) => {
    const meeting = await meetingOf(call);
    return meeting === undefined ? notFound : minutesPage(call, meeting, { typed: typedOf(meeting) });
  }),
  postPage('/acta/:id/verslag', access.keep, minutesForm, async (call) => {
    const { parsed, typed } = call.input;
    const meeting = await meetingOf(call);
    if (meeting === undefined) return notFound;
    if (!parsed.ok)
      return minutesPage(call, meeting, { typed, trouble: faultTrouble(parsed.faults, labels), status: 422 });
    // A text that was emptied is one that was sent.
    const value = { ...parsed.value, minutes: parsed.value.minutes ?? '' };
    const outcome = await recordMinutes(call.deed, call.actor, meeting.id, value);
    switch (outcome.outcome) {
      case 'taken':
        return {
          kind: 'redirect',
          to: `/acta/${meeting.id}`,
          flash: { tone: 'good', text: 'Het verslag is opgeslagen.' },
        };
      case 'notFound':
        return notFound;
      case 'stale':
        return minutesPage(call, meeting, { typed, status: 412 });
      case 'keyReused':
        return minutesPage(call, meeting, { typed, trouble: sentBefore, status: 409 });
      case 'refused':
        return minutesPage(call, meeting, { typed, ...refusedForm(outcome, labels, needFields, value, {}) });
    }
  }),
];

const sentBefore: Trouble = {
  summary: [{ message: 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.' }],
  fields: [],
};

async function meetingOf({ actor, params, database }: Call<Actor, object, unknown>) {
  const id = idOf(params);
  return id === undefined ? undefined : database.read(actor, (reader) => getMeeting(reader, actor, id));
}

const typedOf = ({ members, minutes, status }: WholeMeeting): Entries => [
  ...members.filter(({ present }) => present).map(({ id }) => ['present', id] as const),
  ['minutes', minutes ?? ''],
  ...(status === 'held' ? [['held', 'true'] as const] : []),
];

interface Attempt {
  readonly typed: Entries;
  readonly trouble?: Trouble;
  readonly marks?: readonly MarkInSentence[];
  readonly status?: number;
}

function minutesPage(
  { actor, csrf }: Call<Actor, object, unknown> & Page,
  meeting: WholeMeeting,
  attempt: Attempt,
): PageAnswer {
  const { status = 200 } = attempt;
  const title = 'Aanwezigen en notulen';
  const trail = [
    { href: '/acta', label: capital(committeeName(actor)) },
    { href: `/acta/${meeting.id}`, label: meetingTitle(meeting) },
  ];
  const body = (
    <>
      <Breadcrumb items={trail} />
      <h1>{title}</h1>
      {meeting.dayCame && meeting.status !== 'cancelled' ? (
        <MinutesForm meeting={meeting} csrf={csrf} attempt={attempt} />
      ) : (
        <Empty title="Nog niet" text="Op de dag van de vergadering legt u hier vast wie er waren." />
      )}
    </>
  );
  return { kind: 'html', title, body, status };
}

interface MinutesFormProps {
  readonly meeting: WholeMeeting;
  readonly csrf: string;
  readonly attempt: Attempt;
}

function MinutesForm({ meeting, csrf, attempt }: MinutesFormProps): JSX.Element {
  const { typed, trouble = noTrouble, marks = [], status } = attempt;
  const form = { typed, errors: trouble.fields, labels };
  const sent = typedValue(typed, '_version');
  const version = status === 412 || sent === undefined ? meeting.version : Number(sent);
  const { value: _, ...present } = fieldOf(form, 'present');
  const { value: __, ...held } = fieldOf(form, 'held');
  return (
    <Form
      action={`/acta/${meeting.id}/verslag`}
      csrf={csrf}
      errors={trouble.summary}
      idempotencyKey={newId()}
      version={version}
    >
      {status === 412 && (
        <Notice tone="warning" title="Iemand anders heeft dit net gewijzigd">
          <p>
            Hieronder staat nog wat u invulde. Kijk op{' '}
            <a href={`/acta/${meeting.id}`}>de pagina van de vergadering</a> wat er nu staat, en verstuur het
            dan opnieuw.
          </p>
        </Notice>
      )}
      <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
      <Checkboxes
        {...present}
        hint="Alleen leden van die dag. Wie niet mag meedoen aan een vraag, telt daar vanzelf niet mee."
        options={meeting.members.map(({ id, name }) => ({ value: id, label: name }))}
        values={typedValues(typed, 'present')}
      />
      <Story
        form={form}
        name="minutes"
        rows={8}
        optional
        max={20_000}
        hint="Over de vergadering zelf. Wat over een vraag is gezegd, schrijft u bij die vraag: daar leest alleen wie mag meedoen."
      />
      {meeting.status === 'planned' && (
        <Checkboxes
          {...held}
          hint="Leg eerst per vraag een advies of besluit vast, of houd de vraag aan."
          options={[{ value: 'true', label: 'Ja, de vergadering is geweest' }]}
          values={typedValues(typed, 'held')}
        />
      )}
      <SubmitRow primary="Sla op" cancel={`/acta/${meeting.id}`} />
    </Form>
  );
}
