/** A meeting with its agenda; planning, changing and cancelling it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { faultTrouble, needTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { readAgenda } from './agenda.actions.ts';
import { access } from './committee.access.ts';
import { committeeName, needFields } from './committee.words.ts';
import { changeMeeting, keepOut, type MeetingOutcome, planMeeting } from './meeting.actions.ts';
import { meetingChange, meetingInput, recusalInput } from './meeting.input.ts';
import { getMeeting, getTerms, type Meeting } from './meeting.store.ts';
import { MeetingForm, meetingLabels, typedOf } from './meeting-form.tsx';
import { MeetingPage, meetingTitle } from './meeting-page.tsx';

export const meetingPages: readonly Route[] = [
  getPage('/acta/nieuw', access.keep, (call) => newPage(call, [])),
  postPage('/acta/nieuw', access.keep, meetingInput, async (call) => {
    const { parsed, typed } = call.input;
    if (!parsed.ok) return newPage(call, typed, faultTrouble(parsed.faults, meetingLabels));
    const outcome = await planMeeting(call.deed, call.actor, parsed.value);
    if (outcome.outcome === 'taken') return done(`/acta/${outcome.id}`, 'De vergadering is gepland.');
    return newPage(call, typed, troubleOf(outcome));
  }),
  getPage('/acta/:id', access.meetings, async ({ actor, params, deed, csrf }) => {
    const id = idOf(params);
    const agenda = id && (await readAgenda(deed, actor, id));
    if (!agenda) return notFound;
    const title = meetingTitle(agenda.meeting);
    return { kind: 'html', title, body: <MeetingPage {...{ agenda, actor, csrf }} /> };
  }),
  getPage('/acta/:id/wijzigen', access.keep, async (call) => {
    const meeting = await meetingOf(call);
    return meeting === undefined ? notFound : changePage(call, meeting, typedOf(meeting));
  }),
  postPage('/acta/:id/wijzigen', access.keep, meetingChange, async (call) => {
    const { parsed, typed } = call.input;
    const meeting = await meetingOf(call);
    if (meeting === undefined) return notFound;
    if (!parsed.ok) return changePage(call, meeting, typed, faultTrouble(parsed.faults, meetingLabels));
    // A field that was emptied is one that was sent, and not one that was left out.
    const input = { ...parsed.value, place: parsed.value.place ?? '' };
    const outcome = await changeMeeting(call.deed, call.actor, meeting.id, input);
    if (outcome.outcome === 'taken') return done(`/acta/${meeting.id}`, 'De vergadering is gewijzigd.');
    if (outcome.outcome === 'notFound') return notFound;
    return changePage(call, meeting, typed, troubleOf(outcome), outcome.outcome === 'stale');
  }),
  postPage('/acta/:id/annuleren', access.keep, z.object({}), async (call) => {
    const id = idOf(call.params);
    const outcome = id && (await changeMeeting(call.deed, call.actor, id, { cancelled: true }));
    if (!outcome || outcome.outcome === 'notFound') return notFound;
    if (outcome.outcome === 'taken') return done(`/acta/${id}`, 'De vergadering gaat niet door.');
    return back(id, troubleOf(outcome));
  }),
  postPage('/acta/:id/niet-meedoen', access.takePart, recusalInput, async (call) => {
    const id = idOf(call.params);
    const { parsed } = call.input;
    const outcome = id && parsed.ok && (await keepOut(call.deed, call.actor, parsed.value.questionId));
    if (!outcome || outcome.outcome === 'notFound') return notFound;
    if (outcome.outcome !== 'taken') return back(id, troubleOf(outcome));
    return done(`/acta/${id}`, 'U doet niet mee aan deze vraag.');
  }),
];

const done = (to: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to,
  flash: { tone: 'good', text },
});

/** A button on the page of the meeting that could not do it: said there. */
const back = (id: string | undefined, { summary }: Trouble): PageAnswer => ({
  kind: 'redirect',
  to: `/acta/${id}`,
  flash: { tone: 'warning', text: summary.map(({ message }) => message).join(' ') },
});

async function meetingOf({ actor, params, database }: Call<Actor, object, unknown>) {
  const id = idOf(params);
  return id === undefined ? undefined : database.read(actor, (reader) => getMeeting(reader, actor, id));
}

/** Why a deed was not done, at the fields that can mend it. */
export function troubleOf(outcome: Exclude<MeetingOutcome, { outcome: 'taken' }>): Trouble {
  if (outcome.outcome === 'refused') return needTrouble(outcome.unmet, meetingLabels, needFields);
  const message =
    outcome.outcome === 'stale'
      ? 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.'
      : outcome.outcome === 'keyReused'
        ? 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.'
        : 'Dit bestaat niet meer.';
  return { summary: [{ message }], fields: [] };
}

async function newPage(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  typed: Entries,
  trouble: Trouble = noTrouble,
): Promise<Html> {
  const terms = await database.read(actor, (reader) => getTerms(reader, actor));
  const atFirst: Entries = typed.length === 0 ? [['quorum', `${terms.quorum}`]] : typed;
  return formPage(
    'Vergadering plannen',
    actor,
    [],
    trouble,
    422,
    <MeetingForm action="/acta/nieuw" cancel="/acta" {...{ csrf, typed: atFirst, trouble, terms }} />,
  );
}

function changePage(
  { actor, csrf }: Call<Actor, object, unknown> & Page,
  meeting: Meeting,
  typed: Entries,
  trouble: Trouble = noTrouble,
  stale = false,
): Html {
  const { id, version } = meeting;
  const sent = Number(typed.findLast(([name]) => name === '_version')?.[1] ?? version);
  const trail = [{ href: `/acta/${id}`, label: meetingTitle(meeting) }];
  const path = `/acta/${id}`;
  return formPage(
    'Vergadering wijzigen',
    actor,
    trail,
    trouble,
    stale ? 412 : 422,
    <MeetingForm
      action={`${path}/wijzigen`}
      cancel={path}
      {...{ csrf, typed, trouble, version: sent }}
      current={stale ? meeting : undefined}
    />,
  );
}

function formPage(
  title: string,
  actor: Actor,
  trail: readonly { readonly href: string; readonly label: string }[],
  { summary }: Trouble,
  wrong: number,
  form: JSX.Element,
): Html {
  const body = (
    <>
      <Breadcrumb items={[{ href: '/acta', label: capital(committeeName(actor)) }, ...trail]} />
      <h1>{title}</h1>
      {form}
    </>
  );
  return { kind: 'html', title, body, status: summary.length > 0 ? wrong : 200 };
}
