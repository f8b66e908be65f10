import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import {
  cappedCount,
  countAnswer,
  countQuery,
  limitQuery,
  momentCursorQuery,
  mostCounted,
} from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type ApiAnswer, type ApiRoute, getApi, postApi } from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { access } from '../concern.access.ts';
import { conversationInput, planConversation } from './conversation.actions.ts';
import { type Conversation, findConversations, getConversation } from './conversation.store.ts';

const answer = z
  .object({
    id: z.uuid(),
    kind: z.enum(['concern', 'cycle', 'other']),
    school: z.object({ code: z.string(), name: z.string() }),
    concernId: z.uuid().nullable(),
    title: z.string().nullable(),
    startsAt: z.iso.datetime().nullable(),
  })
  .loose();

/** A page of conversations and the cursor of the next, null at the end. */
export function pageOfConversations(found: readonly Conversation[], limit: number) {
  return pageOf(found, limit, ({ madeAt }) => madeAt);
}

export const conversationApi: readonly ApiRoute[] = [
  getApi(
    '/conversations',
    access.read,
    {
      summary: 'Gesprekken die u mag zien, het laatst geplande eerst',
      answer: z.object({ items: z.array(answer), next: z.string().nullable(), count: countAnswer }),
      query: z.object({ limit: limitQuery, after: momentCursorQuery, count: countQuery }),
    },
    async ({ actor, query, database }) =>
      database.read(actor, async (reader): Promise<ApiAnswer> => {
        const page = pageOfConversations(await findConversations(reader, actor, query), query.limit);
        if (query.count !== 'true') return { status: 200, body: page };
        const all = await findConversations(reader, actor, { limit: mostCounted });
        return { status: 200, body: { ...page, count: cappedCount(all.length) } };
      }),
  ),
  postApi(
    '/conversations',
    access.planOther,
    {
      summary: 'Een gewoon gesprek plannen (start- of eindgesprek, of iets anders). Nooit over een zorg.',
      answer,
      input: conversationInput,
    },
    async ({ actor, input, deed }): Promise<ApiAnswer> => {
      const outcome = await planConversation(deed, actor, input);
      if (outcome.outcome === 'keyReused') return problems.keyReused();
      if (outcome.outcome === 'refused') return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
      if (outcome.outcome === 'notFound') return problems.notFound();
      const { id } = outcome;
      const planned = await deed.database.read(actor, (reader) => getConversation(reader, actor, id));
      if (planned === undefined) return problems.notFound();
      return {
        status: 201,
        body: { ...planned, version: 1 },
        version: 1,
        location: `/api/v1/conversations/${id}`,
      };
    },
  ),
  getApi(
    '/conversations/:id',
    access.read,
    { summary: 'Eén gesprek', answer },
    async ({ actor, params, database }): Promise<ApiAnswer> => {
      const id = idOf(params);
      const planned =
        id === undefined
          ? undefined
          : await database.read(actor, (reader) => getConversation(reader, actor, id));
      return planned === undefined
        ? problems.notFound()
        : { status: 200, body: { ...planned, version: 1 }, version: 1 };
    },
  ),
];
