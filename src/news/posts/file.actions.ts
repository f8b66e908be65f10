/** Pictures and files come in and go: a picture is drawn anew, every other file is looked at before it is kept. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, type Transaction } from '../../platform/database.ts';
import { redrawn } from '../../platform/files/redraw.ts';
import { textOfContent } from '../../platform/files/text.ts';
import { typeOfContent } from '../../platform/files/type.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed, UploadedFile } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { cleanName, type FileKind, fileNeeds, largestAttachment, mayRemove } from './file.rules.ts';
import { addFile, type FileContent, getFile, getPublicFile, type NewFile, removeFile } from './file.store.ts';
import { newsMarks } from './news-marks.ts';
import { getPost } from './post.store.ts';
import { explainPost, type Unmet } from './post.words.ts';

/** Whatever became of it. Of a file that was refused nothing is kept. */
export type FileOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | {
      readonly outcome: 'refused';
      readonly unmet: readonly Unmet[];
      readonly marks?: readonly OpenMark[];
      /** What the marks stand in. */
      readonly texts?: Readonly<Record<string, string>>;
    }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Characters of text that the writing aid looks at in one go: some two hundred pages. */
const mostText = 500_000;
const mostMarks = 50;

/** Puts a file with a post: a picture to show in it, or a file to keep. */
export async function addPostFile(
  deed: Deed,
  actor: Actor,
  postId: string,
  file: UploadedFile,
  acceptedMarks: readonly string[] = [],
): Promise<FileOutcome> {
  const post = await deed.database.read(actor, (reader) => getPost(reader, actor, postId));
  if (post === undefined) return { outcome: 'notFound' };
  const { bytes } = file;
  const type = bytes.length <= largestAttachment ? typeOfContent(bytes) : undefined;
  const kind: FileKind =
    type === undefined ? undefined : type.mediaType.startsWith('image/') ? 'picture' : 'attachment';
  const needs = fileNeeds({ size: bytes.length, kind, state: post.state });
  if (type === undefined || needs.length > 0) return refused(needs);
  const name = cleanName(file.name, kind === 'picture' ? 'webp' : type.extension);
  // In processes of their own, and not while the database waits.
  if (kind === 'picture') {
    const picture = await redrawn(bytes);
    if (picture === undefined) return refused(['pictureReadable']);
    return keep(deed, actor, postId, { kind, name, ...picture }, {}, []);
  }
  const text = await textOfContent(bytes, type.mediaType);
  if (text !== undefined && text.length > mostText) return refused(['notTooLarge']);
  const texts = { name: name.replace(/[_.+-]/g, ' '), ...(text !== undefined && { text }) };
  const { mediaType } = type;
  return keep(
    deed,
    actor,
    postId,
    { kind: 'attachment', name, mediaType, bytes, width: null, height: null },
    texts,
    acceptedMarks,
  );
}

function keep(
  deed: Deed,
  actor: Actor,
  postId: string,
  file: NewFile,
  texts: Readonly<Record<string, string>>,
  accepted: readonly string[],
): Promise<FileOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const { open, kept } = await newsMarks(tx, actor, texts, accepted, dayOf(deed.now.getTime()));
    if (open.length > 0) return { ...refused(['noOpenMarks']), marks: open.slice(0, mostMarks), texts };
    const id = await addFile(tx, postId, file);
    await audit(tx, actor, deed, 'attach', postId);
    if (kept.length > 0) await audit(tx, actor, deed, 'accept_marks', postId);
    return { outcome: 'taken', id };
  });
}

/** Takes a file away from a post that readers did not see yet. */
export const removePostFile = (deed: Deed, actor: Actor, postId: string, id: string): Promise<FileOutcome> =>
  lawfully(deed, actor, async (tx) => {
    const post = await getPost(tx, actor, postId);
    if (post?.files.find((file) => file.id === id) === undefined) return { outcome: 'notFound' };
    if (!mayRemove(post.state)) return refused(['stateAllows']);
    await removeFile(tx, postId, id);
    await audit(tx, actor, deed, 'remove', postId);
    return { outcome: 'taken', id };
  });

/** A file of a post that this reader, or everybody, may read. */
export async function readFile(
  { database }: Pick<Deed, 'database'>,
  actor: Actor | undefined,
  id: string,
): Promise<FileContent | undefined> {
  const own = actor && (await database.read(actor, (reader) => getFile(reader, actor, id)));
  return own ?? database.read('visitor', (reader) => getPublicFile(reader, id));
}

const refused = (codes: readonly string[]) => ({ outcome: 'refused', unmet: explainPost(codes) }) as const;

const audit = (tx: Transaction, actor: Actor, deed: Deed, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'post', subjectId, via: deed.via });

async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<FileOutcome>,
): Promise<FileOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof WritingAidDown) return refused(['writingAidLooks']);
    if (fault instanceof LawRefused) return refused(fault.codes);
    throw fault;
  }
}
