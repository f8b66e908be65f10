/** Reports through the API: asked for, looked after and downloaded, by who may read them as pages. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';
import { problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type ApiAnswer, type ApiRoute, type Deed, getApi, postApi } from '../../platform/route.ts';
import { access } from './report.access.ts';
import { orderReport, type ReportOutcome } from './report.actions.ts';
import { orderApiInput, orderOfApi } from './report.input.ts';
import { reportKinds } from './report.rules.ts';
import { findReports, getReport, type Report, reportStatuses } from './report.store.ts';
import { downloads, findDownload } from './report-download.ts';

const kind = z.enum(reportKinds);
const place = z.object({ code: z.string(), name: z.string() }).nullable();
const report = z.object({
  ...{ id: z.uuid(), kind, school: place, board: place, from: z.iso.date(), to: z.iso.date() },
  asOf: z.iso.date().meta({ description: 'De dag waarvan het de stand is.' }),
  byLead: z.boolean().meta({ description: 'Van een school: zoals een teamleider het leest.' }),
  status: z.enum(reportStatuses),
  progress: z.int().meta({ description: 'Van de 100.' }),
  failure: z.string().nullable(),
  ...{ askedBy: z.string(), askedAt: z.iso.datetime({ offset: true }) },
  files: z
    .array(z.object({ format: z.enum(downloads), path: z.string() }))
    .meta({ description: 'Leeg zolang het rapport niet klaar is.' }),
});

const path = '/reports/:id';
const addressOf = (id: string) => `/api/v1/reports/${id}`;

export const reportApi: readonly ApiRoute[] = [
  getApi(
    '/reports',
    access.read,
    {
      summary: 'Rapporten die u mag lezen, het nieuwste eerst',
      answer: z.object({ items: z.array(report), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: momentCursorQuery, kind: kind.optional() }),
    },
    async ({ actor, query, database }) => {
      const found = await database.read(actor, (reader) => findReports(reader, actor, query));
      const { items, next } = pageOf(found, query.limit, ({ askedAt }) => askedAt);
      return { status: 200, body: { items: items.map(viewOf), next } };
    },
  ),
  postApi(
    '/reports',
    access.read,
    {
      summary: 'Een rapport laten maken; van dezelfde dag is er één, wie het weer vraagt krijgt dat',
      answer: report,
      input: orderApiInput,
      success: 202,
    },
    async ({ actor, input, deed }) => {
      const outcome = await orderReport(deed, actor, orderOfApi(input));
      if (outcome.outcome !== 'taken') return refusal(outcome);
      return { ...(await shown(deed, actor, outcome.id)), status: 202, location: addressOf(outcome.id) };
    },
  ),
  getApi(
    path,
    access.read,
    { summary: 'Eén rapport: hoe ver het is, en waar de bestanden staan', answer: report },
    async ({ actor, params, deed }) => shown(deed, actor, idOf(params)),
  ),
  getApi(
    `${path}/files/:format`,
    access.read,
    { summary: 'Het rapport zelf als pdf, xlsx, ods of csv, altijd als bijlage', answer: 'file' },
    async ({ actor, params, database }): Promise<ApiAnswer> => {
      const file = await findDownload(database, actor, idOf(params), params['format']);
      return file === undefined ? problems.notFound() : { status: 200, file };
    },
  ),
];

async function shown({ database }: Deed, actor: Actor, id: string | undefined): Promise<ApiAnswer> {
  const found =
    id === undefined ? undefined : await database.read(actor, (reader) => getReport(reader, actor, id));
  return found === undefined ? problems.notFound() : { status: 200, body: viewOf(found) };
}

function viewOf({ id, kind, place, madeBy, status, ...one }: Report): z.infer<typeof report> {
  const { from, to, asOf, byLead, progress, failure, askedAt } = one;
  const named = place && { code: place.code, name: place.name };
  return {
    ...{ id, kind, from, to, asOf, byLead, status, progress, failure, askedBy: madeBy, askedAt },
    school: kind === 'school' ? named : null,
    board: kind === 'board' ? named : null,
    files:
      status === 'done'
        ? downloads.map((format) => ({ format, path: `${addressOf(id)}/files/${format}` }))
        : [],
  };
}

function refusal(outcome: Exclude<ReportOutcome, { readonly outcome: 'taken' }>): ApiAnswer {
  switch (outcome.outcome) {
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
    case 'refused': {
      // A report of something that is not there, and one that is not theirs.
      if (outcome.field === 'subject') return problems.notFound();
      const location = outcome.field === 'period' ? 'from' : outcome.field;
      return problems.badInput([{ in: 'body', location, code: 'choice', detail: outcome.message }]);
    }
  }
}
