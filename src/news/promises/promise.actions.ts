/** The deeds of promises: pages, API and demonstration all come through here. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { newsMarks } from '../posts/news-marks.ts';
import { getPost } from '../posts/post.store.ts';
import type { Post } from '../posts/post.view.ts';
import type { Unmet } from '../refusal.words.ts';
import { plainWords, standsIn } from './plain-words.rules.ts';
import { writesPosts } from './promise.access.ts';
import type { PromiseInput, PromiseStep } from './promise.input.ts';
import { type Facts, mayTake, unmetNeeds } from './promise.rules.ts';
import { findPromises, getNamed, getPromise, type Named, type PromiseRow } from './promise.store.ts';
import { explain, type Trouble } from './promise.words.ts';
import * as writes from './promise-writes.store.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type PromiseOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly promise: PromiseRow }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const refused = (...codes: readonly Trouble[]) => ({ outcome: 'refused', unmet: explain(codes) }) as const;

/** Makes a sentence of a post a promise: of a draft nobody hears of it until the post is out. */
export function makePromise(
  deed: Deed,
  actor: Actor,
  postId: string,
  input: PromiseInput,
): Promise<PromiseOutcome> {
  return lawfully(() =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, () => makePromiseIn(tx, deed, actor, postId, input)),
    ),
  );
}

async function makePromiseIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  postId: string,
  input: PromiseInput,
): Promise<PromiseOutcome> {
  if (!writesPosts(actor)) return { outcome: 'forbidden' };
  const { ownerId, dueOn } = input;
  const [post, before, named] = await Promise.all([
    getPost(tx, actor, postId),
    findPromises(tx, actor, { postId, drafts: true, limit: 200 }),
    getNamed(tx, actor, { postId, ownerId, proofId: undefined }),
  ]);
  if (post === undefined || named === undefined) return { outcome: 'notFound' };
  const today = dayOf(deed.now.getTime());
  const sentence = input.sentence.replace(/\s+/g, ' ').trim();
  const audiences = [...new Set(input.audiences ?? post.audiences)];
  // A draft may be for nobody yet; a promise is for somebody.
  if (audiences.length === 0) return refused('audienceFits');
  const { reach, withdrawn, ownerWorks } = named;
  const days = { today, madeOn: today, dueOn, expectedOn: null, keptOn: null };
  const unmet = unmetNeeds(
    'make',
    { ...days, road: 'new', ownerId, published: false, withdrawn, reach: { ...reach, audiences } },
    {
      sentenceStands: standsIn(sentence, wordsOf(post)),
      promisedBefore: before.some((one) => plainWords(one.sentence) === plainWords(sentence)),
      postAudiences: post.audiences,
      ownerWorks,
    },
  );
  if (unmet.length > 0) return refused(...unmet);
  const id = await writes.saveNewPromise(tx, { ...input, postId, sentence, audiences });
  await audit(tx, deed, actor, 'make', id);
  return { outcome: 'taken', id, version: 1 };
}

/** Everything a sentence can stand in, as it reads today. */
const wordsOf = ({ texts, updates }: Post): readonly string[] => [
  ...texts.flatMap(({ lead, body }) => [lead ?? '', body]),
  ...updates.flatMap((update) => update.texts.map(({ body }) => body)),
];

/** Takes a step with a promise, or says why it cannot be taken: all reasons at once. */
export function takePromiseStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: PromiseStep,
): Promise<PromiseOutcome> {
  return lawfully(
    () =>
      deed.database.write(actor, (tx) =>
        doOnce(tx, actor, deed.once, () => takePromiseStepIn(tx, deed, actor, id, request)),
      ),
    () => deed.database.read(actor, (reader) => getPromise(reader, actor, id)),
  );
}

async function takePromiseStepIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  id: string,
  request: PromiseStep,
): Promise<PromiseOutcome> {
  const promise = await getPromise(tx, actor, id);
  if (promise === undefined) return { outcome: 'notFound' };
  const { step } = request;
  if (!mayTake(step, promise.relations)) return { outcome: 'forbidden' };
  if (deed.version !== undefined && deed.version !== promise.version) return { outcome: 'stale', promise };
  const today = dayOf(deed.now.getTime());
  const { words, onDate, ownerId, ownerTitle, postId, acceptedMarks = [] } = saidWith(request, today);
  const named = await getNamed(tx, actor, {
    postId: promise.post.id,
    ownerId: ownerId ?? promise.owner?.id ?? id,
    proofId: postId,
  });
  if (named === undefined) return { outcome: 'notFound' };
  const { open, kept } = await newsMarks(tx, actor, words ? { words } : {}, acceptedMarks, today);
  const unmet = unmetNeeds(step, factsOf(promise, today, named), {
    ...{ words, onDate, ownerId, ownerWorks: named.ownerWorks, openMarks: open.length },
    proof: postId === undefined ? undefined : named.proof,
  });
  if (unmet.length > 0) return { outcome: 'refused', unmet: explain(unmet), marks: open };
  await writes.recordEntry(tx, actor, promise, { step, onDate, words, ownerId, ownerTitle, postId });
  await audit(tx, deed, actor, step, id);
  if (kept.length > 0) await audit(tx, deed, actor, 'accept_marks', id);
  return { outcome: 'taken', id, version: promise.version + 1 };
}

/** Takes back a promise of a post that is not out; a promise that was read stays. */
export function takeBackPromise(deed: Deed, actor: Actor, id: string): Promise<PromiseOutcome> {
  return lawfully(() =>
    deed.database.write(actor, async (tx): Promise<PromiseOutcome> => {
      if (!writesPosts(actor) || !(await writes.dropPromise(tx, id))) return { outcome: 'notFound' };
      await audit(tx, deed, actor, 'take_back', id);
      return { outcome: 'taken', id, version: 0 };
    }),
  );
}

/** What the rules ask of a promise that is there. `named` is looked up for a step; before one it is not needed. */
export const factsOf = (promise: PromiseRow, today: string, named?: Named): Facts => ({
  road: promise.keptOn === null ? 'open' : 'kept',
  today,
  madeOn: dayOf(promise.timeline[0]?.at ?? today),
  ownerId: promise.owner?.id ?? '',
  published: promise.published,
  withdrawn: promise.post.withdrawn,
  reach: { audiences: promise.audiences, areas: named?.reach.areas ?? [], boards: named?.reach.boards ?? [] },
  dueOn: promise.dueOn,
  expectedOn: promise.expectedOn,
  keptOn: promise.keptOn,
});

interface Said {
  readonly words?: string | undefined;
  readonly onDate?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly ownerTitle?: string | undefined;
  readonly postId?: string | undefined;
  readonly acceptedMarks?: readonly string[] | undefined;
}

function saidWith(request: PromiseStep, today: string): Said {
  const { step, ...said } = request;
  const all: Said = said;
  return {
    ...all,
    words: all.words || undefined,
    onDate: step === 'keep' ? (all.onDate ?? today) : all.onDate,
  };
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'promise', subjectId, via: deed.via });

/** What the database refuses although the rules let it pass (somebody was just first) is told like any refusal. */
async function lawfully(
  work: () => Promise<PromiseOutcome>,
  reread: () => Promise<PromiseRow | undefined> = async () => undefined,
): Promise<PromiseOutcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Stale) {
      const promise = await reread();
      return promise === undefined ? { outcome: 'notFound' } : { outcome: 'stale', promise };
    }
    if (fault instanceof WritingAidDown) return refused('writingAidLooks');
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    if (!(fault instanceof LawRefused)) throw fault;
    return fault.codes.includes('roleAllows')
      ? { outcome: 'forbidden' }
      : { outcome: 'refused', unmet: explain(fault.codes) };
  }
}
