import { z } from 'zod';
import { day, idOf } from '../../platform/input.ts';
import { dayCursorQuery, limitQuery } from '../../platform/paging.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type ApiAnswer,
  type ApiRoute,
  type Call,
  type Deed,
  getApi,
  postApi,
} from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { answer } from './answer.actions.ts';
import { readers, recorders, respondents } from './visit.access.ts';
import { changeVisit, recordVisit, takeBackVisit } from './visit.actions.ts';
import { answerInput, visitInput } from './visit.input.ts';
import { participantRoles, visitKinds } from './visit.rules.ts';
import { findSchoolsByCode, findVisits, getVisit } from './visit.store.ts';
import { pageOfVisits, visitView } from './visit.view.ts';
import type { VisitOutcome } from './visit-outcome.ts';

const visitAnswer = z
  .object({
    id: z.uuid(),
    version: z.int(),
    specialistId: z.uuid(),
    specialist: z.object({ id: z.uuid(), name: z.string() }),
    date: z.iso.date(),
    minutes: z.int(),
    travelMinutes: z.int(),
    preparationMinutes: z.int(),
    kind: z.enum(visitKinds),
    status: z.enum(['waiting', 'confirmed', 'disputed', 'withdrawn']),
    schools: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          verdict: z.enum(['confirmed', 'disputed']).nullable(),
          words: z.string().nullable(),
        })
        .loose(),
    ),
    participants: z.array(z.object({ role: z.enum(participantRoles), number: z.int() })),
    split: z.array(
      z.object({
        minutes: z.int(),
        supportQuestionId: z.uuid().optional(),
        goalId: z.uuid().optional(),
        ambitionId: z.uuid().optional(),
        ambition: z.object({ id: z.uuid(), name: z.string() }).optional(),
        preventive: z.literal(true).optional(),
        faded: z.literal(true).optional(),
        schoolCode: z.string().nullable(),
        number: z.string().nullable().optional(),
      }),
    ),
  })
  .loose();

export const visitApi: readonly ApiRoute[] = [
  getApi(
    '/visits',
    readers,
    {
      summary: 'Bezoeken die u mag zien, nieuwste eerst',
      answer: z.object({ items: z.array(visitAnswer), next: z.string().nullable() }),
      query: z.object({
        limit: limitQuery,
        after: dayCursorQuery,
        from: day().optional(),
        to: day().optional(),
        school: z.string().max(6).optional(),
        specialist: z.uuid().optional(),
        ambitionId: z.uuid().optional(),
        unanswered: z.enum(['true', 'false']).optional(),
      }),
    },
    async ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const { limit, after, from, to, school, specialist, ambitionId, unanswered } = query;
        const [found] = school === undefined ? [] : await findSchoolsByCode(reader, actor.tenantId, [school]);
        if (school !== undefined && found === undefined)
          return { status: 200, body: { items: [], next: null } };
        const visits = await findVisits(reader, actor, {
          limit,
          after,
          from,
          to,
          schoolId: found?.id,
          specialistId: specialist,
          ambitionId,
          unanswered: unanswered === 'true',
        });
        const { items, next } = pageOfVisits(visits, limit);
        return { status: 200, body: { items: items.map(visitView), next } };
      }),
  ),
  postApi(
    '/visits',
    recorders,
    { summary: 'Een eigen bezoek vastleggen', answer: visitAnswer, input: visitInput },
    async ({ actor, input, deed }) => told(await recordVisit(deed, actor, input), deed, actor, 201),
  ),
  getApi(
    '/visits/:id',
    readers,
    { summary: 'Eén bezoek', answer: visitAnswer },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params) ?? '', 200),
  ),
  postApi(
    '/visits/:id',
    recorders,
    {
      summary: 'Een eigen bezoek wijzigen: de scholen antwoorden dan opnieuw',
      answer: visitAnswer,
      input: visitInput,
      changes: true,
      known: isOwn,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await changeVisit(deed, actor, id, input), deed, actor, 200, id);
    },
  ),
  postApi(
    '/visits/:id/withdrawal',
    recorders,
    {
      summary: 'Een eigen bezoek intrekken, zolang niet iedere school het bevestigde',
      answer: visitAnswer,
      input: z.strictObject({}),
      changes: true,
      known: isOwn,
    },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await takeBackVisit(deed, actor, id), deed, actor, 200, id);
    },
  ),
  postApi(
    '/visits/:id/answers',
    respondents,
    {
      summary: 'Namens een school zeggen of een bezoek klopt',
      answer: visitAnswer,
      input: answerInput,
      known: isThere,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      return id === undefined
        ? problems.notFound()
        : told(await answer(deed, actor, id, input), deed, actor, 201, id);
    },
  ),
];

async function isThere({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const visit =
    id === undefined
      ? undefined
      : await database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
  return visit === undefined || visit.withdrawn ? problems.notFound() : undefined;
}

async function isOwn({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const visit =
    id === undefined
      ? undefined
      : await database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
  if (visit === undefined) return problems.notFound();
  if (visit.specialist.id !== actor.personId) return problems.forbidden();
  return visit.withdrawn ? problems.notFound() : undefined;
}

async function shown(deed: Deed, actor: Actor, id: string, status: number): Promise<ApiAnswer> {
  const visit =
    id === '' ? undefined : await deed.database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
  return visit === undefined
    ? problems.notFound()
    : {
        status,
        body: visitView(visit),
        version: visit.version,
        ...(status === 201 && { location: `/api/v1/visits/${id}` }),
      };
}

async function told(
  outcome: VisitOutcome,
  deed: Deed,
  actor: Actor,
  status: 200 | 201,
  id?: string,
): Promise<ApiAnswer> {
  switch (outcome.outcome) {
    case 'taken':
      return shown(deed, actor, outcome.id, status);
    case 'stale':
      return shown(deed, actor, id ?? '', 412);
    case 'forbidden':
      return problems.forbidden();
    case 'notFound':
      return problems.notFound();
    case 'keyReused':
      return problems.keyReused();
    case 'refused':
      return refusal(outcome);
  }
}

/** Somebody else's visit is not theirs to write; what the protocol refuses is a 409, and the rest is wrong input. */
function refusal({ faults, marks }: Extract<VisitOutcome, { outcome: 'refused' }>): ApiAnswer {
  const [first] = faults;
  if (first?.code === 'ownVisit') return problem(403, 'forbidden', 'Niet toegestaan', first.message);
  if (first !== undefined && refusals.includes(first.code))
    return problems.refused(
      faults.map(({ code, message }) => ({ code, detail: message })),
      marks?.map(tellMark),
    );
  return problems.badInput(
    faults.map(({ field, code, message }) => ({ in: 'body', location: field, code, detail: message })),
  );
}

const refusals: readonly string[] = ['notYetConfirmed', 'noOpenMarks', 'writingAidLooks'];
