/** Saving a post that somebody is still writing: the form may arrive twice, or late. */
import { onceForForm, withLastWords } from '../../../platform/form/last-words.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { Deed } from '../../../platform/route.ts';
import { changePost, writePost } from '../post.actions.ts';
import type { PostInput } from '../post.input.ts';
import { getPost } from '../post.store.ts';
import { type Post, textIn } from '../post.view.ts';
import type { PostOutcome } from '../post-outcome.ts';

/** Readers did not see it yet. */
export const isOpen = ({ state }: Post): boolean => state === 'draft' || state === 'planned';

/** One form makes one post, also when it arrives twice or its answer got lost. */
export async function writeOnce(deed: Deed, actor: Actor, input: PostInput): Promise<PostOutcome> {
  const outcome = await writePost(
    { ...deed, once: onceForForm(deed, 'post'), version: undefined },
    actor,
    input,
  );
  return lastWords(deed, actor, outcome, input);
}

/** The same for a post that is there. */
export async function changeOnce(
  deed: Deed,
  actor: Actor,
  id: string,
  input: PostInput,
): Promise<PostOutcome> {
  const outcome = await changePost({ ...deed, once: onceForForm(deed, 'post') }, actor, id, input);
  return lastWords(deed, actor, outcome, input);
}

const lastWords = (deed: Deed, actor: Actor, outcome: PostOutcome, input: PostInput): Promise<PostOutcome> =>
  withLastWords<Post, PostOutcome>(deed, outcome, {
    read: (id) => deed.database.read(actor, (reader) => getPost(reader, actor, id)),
    says: (post) => {
      const text = textIn(post);
      return (
        text?.title === input.title &&
        text.body === (input.body ?? '') &&
        (text.lead ?? '') === (input.lead ?? '')
      );
    },
    isDraft: isOpen,
    revise: (again, post) => changePost(again, actor, post.id, input),
  });
