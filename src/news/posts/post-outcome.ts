/** What becomes of a deed on a post, and how each is done: one transaction, once per key, its refusals as values. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import type { Needs } from './post.needs.ts';
import { leaves, type StepName } from './post.rules.ts';
import { getPost } from './post.store.ts';
import type { Post } from './post.view.ts';
import { explainPost, type Unmet } from './post.words.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type PostOutcome =
  | {
      readonly outcome: 'taken';
      readonly id: string;
      readonly version: number;
      readonly updateId?: string;
      /** Of the words that were saved. */
      readonly textVersion?: number;
    }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'stale'; readonly post: Post }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const refused = (codes: readonly string[]) => ({ outcome: 'refused', unmet: explainPost(codes) }) as const;
export const refusedBy = ({ unmet, marks }: Needs) => ({ outcome: 'refused', unmet, marks }) as const;

export const audit = (tx: Transaction, actor: Actor, deed: Deed, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'post', subjectId, via: deed.via });

interface Done {
  readonly version: number;
  readonly updateId?: string;
  readonly textVersion?: number;
}

/** A step with a post that is there for this person: what it lacks, or the version after it. */
export function step(
  deed: Deed,
  actor: Actor,
  id: string,
  name: StepName,
  work: (tx: Transaction, post: Post) => Promise<number | Needs | Done>,
): Promise<PostOutcome> {
  return lawfully(deed, actor, id, async (tx) => {
    const post = await getPost(tx, actor, id);
    if (post === undefined) return { outcome: 'notFound' };
    if (deed.version !== undefined && deed.version !== post.version) return { outcome: 'stale', post };
    if (!leaves(name, post.state)) return refused(['stateAllows']);
    const done = await work(tx, post);
    if (typeof done !== 'number' && 'unmet' in done) return refusedBy(done);
    await audit(tx, actor, deed, name, id);
    return { outcome: 'taken', id, ...(typeof done === 'number' ? { version: done } : done) };
  });
}

/** One transaction, once per key; what the database refuses although the rules let it pass is told like any refusal. */
export async function lawfully(
  deed: Deed,
  actor: Actor,
  id: string | undefined,
  work: (tx: Transaction) => Promise<PostOutcome>,
): Promise<PostOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof WritingAidDown) return refused(['writingAidLooks']);
    if (fault instanceof LawRefused) return refused(fault.codes);
    if (!(fault instanceof Stale) || id === undefined) throw fault;
    const post = await deed.database.read(actor, (reader) => getPost(reader, actor, id));
    return post === undefined ? { outcome: 'notFound' } : { outcome: 'stale', post };
  }
}
