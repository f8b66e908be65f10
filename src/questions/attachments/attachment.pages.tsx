/** The page of a question's files: what is there, one more, one less. Nothing of a file that was refused is kept. */
import { z } from 'zod';
import { joinTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type SentUpload,
  uploadPage,
} from '../../platform/route.ts';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { marksInSentences, markTrouble } from '../../privacy/index.ts';
import { access } from '../question.access.ts';
import {
  type AttachOutcome,
  attachFile,
  fetchAttachment,
  readFilesOf,
  takeAway,
} from './attachment.actions.ts';
import { largestFile, mayRemove } from './attachment.rules.ts';
import { Attachments } from './attachments-of.tsx';
import { Adding, type Back, type FilesPageProps, labels } from './upload-form.tsx';

const uploadInput = z.object({
  confirmed: z.boolean().optional(),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
});
type UploadInput = z.infer<typeof uploadInput>;
type Sending = Call<Actor, Record<string, never>, SentUpload<UploadInput>> & Page;

/** The file and the rest of its form. */
const largestUpload = largestFile + 200_000;

const path = '/vragen/:id/bijlagen';

export const attachmentPages: readonly Route[] = [
  getPage(path, access.read, async ({ actor, params, deed, csrf }) => {
    const id = idOf(params);
    const question = id === undefined ? undefined : await readFilesOf(deed, actor, id);
    return question === undefined ? notFound : filesPage({ question, actor, csrf });
  }),
  uploadPage(path, access.read, largestUpload, uploadInput, send),
  getPage(`${path}/:file`, access.read, async ({ actor, params, deed }): Promise<PageAnswer> => {
    const [id, file] = [idOf(params), idOf(params, 'file')];
    const content = id && file && (await fetchAttachment(deed, actor, id, file));
    if (!content) return notFound;
    return { kind: 'file', name: content.name, type: typeOf(content.mediaType), body: content.bytes };
  }),
  postPage(`${path}/:file/verwijderen`, access.read, z.object({}), async (call): Promise<PageAnswer> => {
    const { actor, params, deed, csrf } = call;
    const [id, file] = [idOf(params), idOf(params, 'file')];
    if (id === undefined || file === undefined) return notFound;
    const outcome = await takeAway({ ...deed, once: undefined }, actor, id, file);
    if (outcome.outcome === 'taken') return done(id, 'De bijlage is verwijderd.');
    if (outcome.outcome !== 'forbidden') return notFound;
    const question = await readFilesOf(deed, actor, id);
    return question === undefined
      ? notFound
      : { ...filesPage({ question, actor, csrf, trouble: notYours }), status: 403 };
  }),
];

/** A text says how its letters are written down. */
export const typeOf = (mediaType: string) =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;

async function send(call: Sending): Promise<PageAnswer> {
  const { actor, params, deed, input, csrf } = call;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const { confirmed = false, acceptedMarks } = input.parsed.ok ? input.parsed.value : {};
  const { name, bytes } = input.file ?? { name: '', bytes: new Uint8Array() };
  const outcome = await attachFile(deed, actor, id, { name, bytes, confirmed, acceptedMarks });
  if (outcome.outcome === 'taken') return done(id, 'De bijlage staat bij de vraag.');
  if (outcome.outcome === 'notFound') return notFound;
  const question = await readFilesOf(deed, actor, id);
  if (question === undefined) return notFound;
  return filesPage({ question, actor, csrf, confirmed, accepted: acceptedMarks, ...cameBack(outcome) });
}

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: `/vragen/${id}/bijlagen`,
  flash: { tone: 'good', text },
});

const saying = (message: string): Trouble => ({ summary: [{ message }], fields: [] });
const notYours = saying('Alleen wie een bijlage toevoegde of de contactpersoon van de school haalt die weg.');

/** What the form says of a file that was not kept. */
function cameBack(outcome: Exclude<AttachOutcome, { outcome: 'taken' | 'notFound' }>): Back {
  if (outcome.outcome === 'forbidden')
    return { status: 403, trouble: saying('U werkt niet aan deze vraag en voegt er dus niets aan toe.') };
  if (outcome.outcome === 'keyReused')
    return {
      status: 409,
      trouble: saying('U verstuurde dit formulier al eerder. Kies het bestand opnieuw.'),
    };
  const { unmet, marks = [], texts } = outcome;
  // A mark stands in the file, wherever it was found.
  const toFile = <Mark extends { readonly field: string }>(mark: Mark): Mark => ({ ...mark, field: 'file' });
  const needs = unmet
    .filter(({ code }) => code !== 'noOpenMarks' || marks.length === 0)
    .map(({ code, detail }) => ({ field: code === 'confirmed' ? 'confirmed' : 'file', message: detail }));
  const again =
    marks.length > 0
      ? saying('Er is niets bewaard. Kijk na wat de schrijfhulp vond en kies het bestand daarna opnieuw.')
      : noTrouble;
  return {
    status: unmet.some(({ code }) => code === 'questionOpen' || code === 'roomForMore') ? 409 : 422,
    trouble: joinTrouble({ summary: needs, fields: needs }, again, markTrouble(marks.map(toFile), labels)),
    marks: marksInSentences(marks, texts, undefined).map(toFile),
  };
}

function filesPage({ status = 200, ...props }: FilesPageProps): Html {
  const { question, actor, csrf } = props;
  const { id, number, school, attachments } = question;
  const remove = (file: (typeof attachments)[number]) =>
    mayRemove(question, { uploadedById: file.uploadedBy.id }, actor.personId) ? (
      <ConfirmBox
        label="Verwijderen"
        action={`/vragen/${id}/bijlagen/${file.id}/verwijderen`}
        csrf={csrf}
        confirm="Verwijder deze bijlage"
      >
        <p>Het bestand is daarna weg. Op deze pagina blijft staan dat u het weghaalde.</p>
      </ConfirmBox>
    ) : null;
  return {
    kind: 'html',
    status,
    title: `Bijlagen, ${school.name} ${number}`,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: '/vragen', label: 'Vragen' },
            { href: `/vragen/${id}`, label: `${school.name} ${number}` },
          ]}
        />
        <h1>Bijlagen</h1>
        <p class="lead">Wie de vraag leest, leest ook de bijlagen. Zij gaan weg als de vraag vervaagt.</p>
        <Attachments questionId={id} attachments={attachments} remove={remove} />
        {attachments.length === 0 && question.level !== 'pupil' && <p>Er zijn nog geen bijlagen.</p>}
        <Adding {...props} />
      </>
    ),
  };
}
