import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type ApiAnswer, type ApiRoute, type Call, getApi, postApi } from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { readAgenda } from './agenda.actions.ts';
import { agendaView } from './agenda.view.ts';
import { access } from './committee.access.ts';
import { meetingStatuses } from './committee.rules.ts';
import { fetchLetter } from './letter.actions.ts';
import {
  changeMeeting,
  keepOut,
  type MeetingOutcome,
  planMeeting,
  recordMinutes,
} from './meeting.actions.ts';
import { meetingChange, meetingInput, minutesInput, recusalInput } from './meeting.input.ts';
import { findMeetings, getMeeting, type WholeMeeting } from './meeting.store.ts';
import { pageOfMeetings } from './meeting-list.pages.tsx';

const meeting = z.object({
  id: z.uuid(),
  startsAt: z.iso.datetime(),
  place: z.string().nullable(),
  cutOffOn: z.iso.date(),
  quorum: z.int(),
  status: z.enum(meetingStatuses),
  version: z.int(),
});
const minutes = z.object({
  present: z.array(z.object({ id: z.uuid(), name: z.string() })),
  minutes: z.string().nullable(),
  held: z.boolean(),
});

export const committeeApi: readonly ApiRoute[] = [
  getApi(
    '/committee-meetings',
    access.meetings,
    {
      summary: 'Vergaderingen van de commissie, de laatste eerst',
      answer: z.object({ items: z.array(meeting), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: momentCursorQuery }),
    },
    ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const found = await findMeetings(reader, actor, query);
        return { status: 200, body: pageOfMeetings(found, query.limit) };
      }),
  ),
  postApi(
    '/committee-meetings',
    access.keep,
    { summary: 'Een vergadering plannen', answer: meeting, input: meetingInput },
    async (call) => {
      const outcome = await planMeeting(call.deed, call.actor, call.input);
      if (outcome.outcome !== 'taken') return refusal(outcome, call);
      const location = `/api/v1/committee-meetings/${outcome.id}`;
      return { ...(await meetingAnswer(call, outcome.id)), status: 201, location };
    },
  ),
  getApi(
    '/committee-meetings/:id',
    access.meetings,
    { summary: 'Eén vergadering', answer: meeting },
    (call) => meetingAnswer(call, idOf(call.params)),
  ),
  postApi(
    '/committee-meetings/:id',
    access.keep,
    {
      summary: 'Een vergadering wijzigen of annuleren',
      answer: meeting,
      input: meetingChange,
      changes: true,
      known: isThere,
    },
    async (call) => {
      const id = idOf(call.params);
      const outcome = id && (await changeMeeting(call.deed, call.actor, id, call.input));
      if (!outcome) return problems.notFound();
      return outcome.outcome === 'taken' ? meetingAnswer(call, outcome.id) : refusal(outcome, call, id);
    },
  ),
  getApi(
    '/committee-meetings/:id/agenda',
    access.meetings,
    {
      summary:
        'De agenda van een vergadering, voor zover u de vragen mag lezen, in de volgorde van behandelen',
      answer: z
        .object({ items: z.array(z.object({ questionId: z.uuid() }).loose()), next: z.null() })
        .loose(),
    },
    async ({ actor, deed, params }) => {
      const id = idOf(params);
      const agenda = id && (await readAgenda(deed, actor, id));
      return agenda ? { status: 200, body: agendaView(agenda, actor) } : problems.notFound();
    },
  ),
  postApi(
    '/committee-meetings/:id/recusals',
    access.takePart,
    {
      summary: 'Niet meedoen aan een vraag: u hebt ermee te maken',
      answer: recusalInput,
      input: recusalInput,
    },
    async (call) => {
      const { questionId } = call.input;
      const outcome = await keepOut(call.deed, call.actor, questionId);
      if (outcome.outcome !== 'taken') return refusal(outcome, call);
      return { status: 201, body: { id: questionId, questionId, version: 1 } };
    },
  ),
  getApi(
    '/committee-meetings/:id/minutes',
    access.sit,
    { summary: 'Wie er waren, en de notulen', answer: minutes },
    (call) => meetingAnswer(call, idOf(call.params), minutesView),
  ),
  postApi(
    '/committee-meetings/:id/minutes',
    access.keep,
    {
      summary: 'Vastleggen wie er waren en wat er is gezegd, of dat de vergadering is geweest',
      answer: minutes,
      input: minutesInput,
      changes: true,
      known: isThere,
    },
    async (call) => {
      const id = idOf(call.params);
      const outcome = id && (await recordMinutes(call.deed, call.actor, id, call.input));
      if (!outcome) return problems.notFound();
      return outcome.outcome === 'taken' ? meetingAnswer(call, id, minutesView) : refusal(outcome, call, id);
    },
  ),
  getApi(
    '/committee-decisions/:id/letter',
    access.letter,
    { summary: 'De brief over een besluit', answer: 'file' },
    async ({ actor, deed, params }) => {
      const id = idOf(params);
      const file = id && (await fetchLetter(deed, actor, id));
      return file ? { status: 200, file } : problems.notFound();
    },
  ),
];

const meetingView = ({ id, startsAt, place, cutOffOn, quorum, status, version }: WholeMeeting) => ({
  id,
  startsAt,
  place,
  cutOffOn,
  quorum,
  status,
  version,
});

const minutesView = (whole: WholeMeeting) => ({
  present: whole.members.filter(({ present }) => present).map(({ id, name }) => ({ id, name })),
  minutes: whole.minutes,
  held: whole.status === 'held',
});

type Asked = Pick<Call<Actor>, 'actor' | 'database'>;

async function meetingAnswer(
  { actor, database }: Asked,
  id: string | undefined,
  view: (whole: WholeMeeting) => object = meetingView,
): Promise<ApiAnswer> {
  const whole =
    id === undefined ? undefined : await database.read(actor, (reader) => getMeeting(reader, actor, id));
  return whole === undefined
    ? problems.notFound()
    : { status: 200, body: view(whole), version: whole.version };
}

/** Before the input is looked at: is there such a meeting? */
async function isThere({ actor, database, params }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const { status } = await meetingAnswer({ actor, database }, idOf(params));
  return status === 404 ? problems.notFound() : undefined;
}

async function refusal(
  outcome: Exclude<MeetingOutcome, { outcome: 'taken' }>,
  call: Asked,
  id?: string,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'stale':
      return { ...(await meetingAnswer(call, id)), status: 412 };
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
