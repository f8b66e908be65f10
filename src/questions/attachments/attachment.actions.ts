/** The deeds on attachments: pages, API and demonstration all come through here. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { textOfContent } from '../../platform/files/text.ts';
import { type FileKind, typeOfContent } from '../../platform/files/type.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts, type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import {
  cleanName,
  fileNeeds,
  largestFile,
  mayAttach,
  mayRemove,
  questionNeeds,
  wordsOfName,
} from './attachment.rules.ts';
import {
  type Content,
  getContent,
  getQuestionWithFiles,
  type QuestionWithFiles,
  removeAttachment,
  saveAttachment,
} from './attachment.store.ts';
import { explainFile, type Unmet } from './attachment.words.ts';

export interface AttachInput {
  /** What its owner calls it; not trusted. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its owner says that no name of a pupil stands in it. */
  readonly confirmed: boolean;
  readonly acceptedMarks?: readonly string[] | undefined;
}

/** Whatever became of a deed. Everything but `taken` changed nothing; of a file that was refused nothing is kept. */
export type AttachOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | {
      readonly outcome: 'refused';
      readonly unmet: readonly Unmet[];
      readonly marks?: readonly OpenMark[];
      /** What the marks stand in. */
      readonly texts?: Readonly<Record<string, string>>;
    }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Characters of text that the writing aid looks at in one go: some two hundred pages. */
const mostText = 500_000;
/** Marks that are told; more than that nobody confirms one by one. */
const mostMarks = 50;

/** Attaches a file: its kind is told by its content, its text is looked at as every text is. */
export async function attachFile(
  deed: Deed,
  actor: Actor,
  questionId: string,
  input: AttachInput,
): Promise<AttachOutcome> {
  const question = await deed.database.read(actor, (reader) =>
    getQuestionWithFiles(reader, actor, questionId),
  );
  if (question === undefined) return { outcome: 'notFound' };
  if (!mayAttach(question)) return { outcome: 'forbidden' };
  const { bytes, confirmed } = input;
  const open = questionNeeds(question);
  const kind = open.length === 0 && bytes.length <= largestFile ? typeOfContent(bytes) : undefined;
  const needs = [...open, ...fileNeeds({ size: bytes.length, known: kind !== undefined, confirmed })];
  if (kind === undefined || needs.length > 0) {
    // What may not come at all needs no word about what it is.
    return refused(open.length > 0 ? open : needs);
  }
  // In a process of its own, and not while the database waits.
  const text = await textOfContent(bytes, kind.mediaType);
  if (text !== undefined && text.length > mostText) return refused(['textNotTooLong']);
  return lawfully(() =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, () => keep(tx, actor, question, { ...input, kind, text }, deed)),
    ),
  );
}

interface Looked extends AttachInput {
  readonly kind: FileKind;
  /** Undefined when it cannot be read. */
  readonly text: string | undefined;
}

async function keep(
  tx: Transaction,
  actor: Actor,
  { id: questionId, today }: QuestionWithFiles,
  { kind, text, bytes, acceptedMarks = [], ...input }: Looked,
  deed: Deed,
): Promise<AttachOutcome> {
  const name = cleanName(input.name, kind.extension);
  const texts = { name: wordsOfName(name), ...(text !== undefined && { text }) };
  const { open, kept } = await lookAtTexts(tx, actor, texts, acceptedMarks, today);
  if (open.length > 0) return { ...refused(['noOpenMarks']), marks: open.slice(0, mostMarks), texts };
  const file = { questionId, name, mediaType: kind.mediaType, textRead: text !== undefined, bytes };
  const id = await saveAttachment(tx, actor, file);
  await audit(tx, actor, deed, 'attach', id);
  if (kept.length > 0) await audit(tx, actor, deed, 'accept_marks', id);
  return { outcome: 'taken', id };
}

/** The file, for who reads the question; that it was fetched goes into the access log. */
export function fetchAttachment(
  deed: Deed,
  actor: Actor,
  questionId: string,
  id: string,
): Promise<Content | undefined> {
  return deed.database.write(actor, async (tx) => {
    const content = await getContent(tx, actor, questionId, id);
    if (content !== undefined) await audit(tx, actor, deed, 'download', id);
    return content;
  });
}

/** Takes a file away for good. A line stays that says who did, without the name of the file. */
export async function takeAway(
  deed: Deed,
  actor: Actor,
  questionId: string,
  id: string,
): Promise<AttachOutcome> {
  return lawfully(() =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async (): Promise<AttachOutcome> => {
        const question = await getQuestionWithFiles(tx, actor, questionId);
        const file = question?.attachments.find((one) => one.id === id && one.removedAt === null);
        if (question === undefined || file === undefined) return { outcome: 'notFound' };
        if (!mayRemove(question, { uploadedById: file.uploadedBy.id }, actor.personId))
          return { outcome: 'forbidden' };
        if (!(await removeAttachment(tx, actor, id))) return { outcome: 'notFound' };
        await audit(tx, actor, deed, 'remove', id);
        return { outcome: 'taken', id };
      }),
    ),
  );
}

/** The question with its attachments; that somebody looked at one on a pupil goes into the access log. */
export function readFilesOf(deed: Deed, actor: Actor, id: string): Promise<QuestionWithFiles | undefined> {
  return deed.database.write(actor, async (tx) => {
    const question = await getQuestionWithFiles(tx, actor, id);
    if (question?.level === 'pupil') {
      const read = { action: 'read', subject: 'question', subjectId: id, via: deed.via };
      await recordAudit(tx, actor, read);
    }
    return question;
  });
}

const refused = (codes: readonly string[]) => ({ outcome: 'refused', unmet: explainFile(codes) }) as const;

const audit = (tx: Transaction, actor: Actor, deed: Deed, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'attachment', subjectId, via: deed.via });

/** What the database refuses although the rules let it pass is told like any refusal. */
async function lawfully(work: () => Promise<AttachOutcome>): Promise<AttachOutcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof WritingAidDown) return refused(['writingAidLooks']);
    if (!(fault instanceof LawRefused)) throw fault;
    return fault.codes.includes('roleAllows') ? { outcome: 'forbidden' } : refused(fault.codes);
  }
}
