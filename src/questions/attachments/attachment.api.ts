import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { problem, problems } from '../../platform/problem.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type ApiAnswer, type ApiRoute, type Call, getApi, postApi } from '../../platform/route.ts';
import { tellMark } from '../../privacy/index.ts';
import { access } from '../question.access.ts';
import {
  type AttachOutcome,
  attachFile,
  fetchAttachment,
  readFilesOf,
  takeAway,
} from './attachment.actions.ts';
import { typeOf } from './attachment.pages.tsx';
import { largestFile, mayAttach } from './attachment.rules.ts';
import { getQuestionWithFiles } from './attachment.store.ts';

const person = z.object({ id: z.uuid(), name: z.string() });
const attachment = z.object({
  id: z.uuid(),
  /** null: taken away. */
  name: z.string().nullable(),
  mediaType: z.string(),
  size: z.int(),
  textRead: z.boolean(),
  uploadedBy: person,
  uploadedAt: z.string(),
  removedBy: person.nullable(),
  removedAt: z.string().nullable(),
});

const attachInput = z.strictObject({
  name: z.string().max(300, 'Gebruik hoogstens 300 tekens.'),
  /** The file, as base64 (RFC 4648). */
  content: z.base64('Stuur het bestand als base64.').max(Math.ceil(largestFile / 3) * 4 + 4),
  /** No name of a pupil stands in it. */
  confirmed: z.boolean(),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
});

/** A file of ten million bytes as base64, and what stands around it. */
const largestBody = 13_500_000;

const path = '/support-questions/:id/attachments';

export const attachmentApi: readonly ApiRoute[] = [
  getApi(
    path,
    access.read,
    {
      summary: 'Bijlagen bij een ondersteuningsvraag; van wat verwijderd is blijft een regel zonder naam',
      answer: z.object({ items: z.array(attachment) }),
    },
    async ({ actor, params, deed }) => {
      const id = idOf(params);
      const question = id === undefined ? undefined : await readFilesOf(deed, actor, id);
      return question === undefined
        ? problems.notFound()
        : { status: 200, body: { items: question.attachments } };
    },
  ),
  postApi(
    path,
    access.read,
    {
      summary:
        'Een bijlage toevoegen, het bestand als base64 in `content`, hoogstens 10 MB; niet bij een vraag over een leerling. Het type volgt uit de inhoud',
      answer: attachment,
      input: attachInput,
      largest: largestBody,
      known: mayAttachHere,
    },
    async ({ actor, params, input, deed }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const { content, ...rest } = input;
      const outcome = await attachFile(deed, actor, id, { ...rest, bytes: Buffer.from(content, 'base64') });
      if (outcome.outcome !== 'taken') return refusal(outcome);
      const question = await readFilesOf(deed, actor, id);
      const made = question?.attachments.find((one) => one.id === outcome.id);
      const location = `/api/v1/support-questions/${id}/attachments/${outcome.id}`;
      return made === undefined ? problems.notFound() : { status: 201, body: made, location };
    },
  ),
  getApi(
    `${path}/:attachmentId`,
    access.read,
    { summary: 'Het bestand zelf, altijd als bijlage', answer: 'file' },
    async ({ actor, params, deed }): Promise<ApiAnswer> => {
      const [id, file] = [idOf(params), idOf(params, 'attachmentId')];
      const content = id && file && (await fetchAttachment(deed, actor, id, file));
      if (!content) return problems.notFound();
      const { name, mediaType, bytes } = content;
      return { status: 200, file: { name, type: typeOf(mediaType), body: bytes } };
    },
  ),
  postApi(
    `${path}/:attachmentId/removal`,
    access.read,
    {
      summary: 'Een bijlage verwijderen: door wie die toevoegde of de contactpersoon',
      answer: z.object({ items: z.array(attachment) }),
      input: z.strictObject({}),
      success: 200,
    },
    async ({ actor, params, deed }) => {
      const [id, file] = [idOf(params), idOf(params, 'attachmentId')];
      if (id === undefined || file === undefined) return problems.notFound();
      const outcome = await takeAway(deed, actor, id, file);
      if (outcome.outcome !== 'taken') return refusal(outcome);
      const question = await readFilesOf(deed, actor, id);
      return question === undefined
        ? problems.notFound()
        : { status: 200, body: { items: question.attachments } };
    },
  ),
];

/** Before the input is looked at: is there such a question, and does this person work on it? */
async function mayAttachHere({ actor, params, database }: Call<Actor>): Promise<ApiAnswer | undefined> {
  const id = idOf(params);
  const question =
    id === undefined
      ? undefined
      : await database.read(actor, (reader) => getQuestionWithFiles(reader, actor, id));
  if (question === undefined) return problems.notFound();
  return mayAttach(question) ? undefined : notYours;
}

const notYours = problem(
  403,
  'forbidden',
  'Niet toegestaan',
  'U werkt niet aan deze vraag, of deze bijlage is niet van u.',
);

function refusal(outcome: Exclude<AttachOutcome, { outcome: 'taken' }>): ApiAnswer {
  switch (outcome.outcome) {
    case 'refused':
      return problems.refused(outcome.unmet, outcome.marks?.map(tellMark));
    case 'forbidden':
      return notYours;
    case 'keyReused':
      return problems.keyReused();
    case 'notFound':
      return problems.notFound();
  }
}
