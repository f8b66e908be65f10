import { z } from 'zod';
import { limitQuery, momentCursorQuery } from '../platform/paging.ts';
import { problems } from '../platform/problem.ts';
import { type ApiAnswer, type ApiRoute, getApi, postApi } from '../platform/route.ts';
import { chooseMail, markNoticesRead, readChoices } from './notice.actions.ts';
import { choicesInput } from './notice.input.ts';
import { type Chosen, noticeKinds, noticeSubjects, versionOfChoices } from './notice.rules.ts';
import { findNotices, type NoticeRow } from './notice.store.ts';
import { pageOfNotices, pathOf, titleOf } from './notice.view.ts';

const kind = z.enum(noticeKinds);

const answer = z
  .object({
    id: z.uuid(),
    kind,
    at: z.iso.datetime(),
    read: z.boolean(),
    title: z.string(),
    subject: z.enum(noticeSubjects),
    subjectId: z.uuid(),
    version: z.int().nullable(),
    dueOn: z.iso.date().nullable(),
    path: z.string(),
  })
  .loose();

/** Of each kind what goes by mail. */
const choicesAnswer = z.object({ version: z.int(), choices: choicesInput });
const shownChoices = (status: number, chosen: Chosen): ApiAnswer => {
  const version = versionOfChoices(chosen);
  return { status, body: { version, choices: chosen }, version };
};

export const noticeApi: readonly ApiRoute[] = [
  getApi(
    '/notices',
    'member',
    {
      summary: 'Uw berichten, het nieuwste eerst',
      answer: z.object({ items: z.array(answer), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: momentCursorQuery, kind: kind.optional() }),
    },
    async ({ actor, query, database }): Promise<ApiAnswer> => {
      const found = await database.read(actor, (reader) => findNotices(reader, actor, query));
      const { items, next } = pageOfNotices(found, query.limit);
      return { status: 200, body: { items: items.map(shown), next } };
    },
  ),
  postApi(
    '/notices/read',
    'member',
    {
      summary: 'Berichten als gelezen aanmerken: deze, of alle tot en met een moment',
      answer: z.object({ marked: z.int() }),
      input: z.union([
        z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
        z.strictObject({ until: z.iso.datetime({ offset: true }) }),
      ]),
      success: 200,
    },
    async ({ actor, deed, input }): Promise<ApiAnswer> => ({
      status: 200,
      body: { marked: await markNoticesRead(deed, actor, input) },
    }),
  ),
  getApi(
    '/notices/choices',
    'member',
    { summary: 'Wat u van elke soort bericht per e-mail krijgt', answer: choicesAnswer },
    async ({ actor, database }) =>
      shownChoices(200, await database.read(actor, (reader) => readChoices(reader, actor))),
  ),
  {
    ...postApi(
      '/notices/choices',
      'member',
      {
        summary: 'Kiezen wat u van elke soort bericht per e-mail krijgt',
        answer: choicesAnswer,
        input: choicesInput,
        changes: true,
      },
      async ({ actor, deed, input }): Promise<ApiAnswer> => {
        const outcome = await chooseMail(deed, actor, input);
        if (outcome.outcome === 'keyReused') return problems.keyReused();
        return shownChoices(outcome.outcome === 'taken' ? 200 : 412, outcome.chosen);
      },
    ),
    method: 'PUT',
  },
];

function shown(notice: NoticeRow) {
  const { id, kind, at, read, subject, subjectId, version, dueOn } = notice;
  return {
    id,
    kind,
    at,
    read,
    title: titleOf(notice),
    subject,
    subjectId,
    version,
    dueOn,
    path: pathOf(notice),
  };
}
