/** Saving words that somebody is still writing: the form may arrive twice, or late. Its version is that of those words. */
import { onceForForm, withLastWords } from '../../../platform/form/last-words.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { Deed } from '../../../platform/route.ts';
import type { Language } from '../languages.ts';
import { changePost, translatePost, writePost } from '../post.actions.ts';
import type { PostInput, TranslationInput } from '../post.input.ts';
import { getPost } from '../post.store.ts';
import { type Post, type PostText, textIn } from '../post.view.ts';
import type { PostOutcome } from '../post-outcome.ts';

/** Readers did not see it yet. */
export const isOpen = ({ state }: Post): boolean => state === 'draft' || state === 'planned';

const originalOf = (post: Post) => textIn(post);

/** Of the words in a language, for the form that shows them; undefined when there are none. */
export const wordsVersion = (post: Post | undefined, language?: Language): number | undefined =>
  post?.textVersions?.[language ?? textIn(post)?.language ?? 'nl'];

/** One form makes one post, also when it arrives twice or its answer got lost. */
export async function writeOnce(deed: Deed, actor: Actor, input: PostInput): Promise<PostOutcome> {
  const outcome = await writePost(ofForm(deed, 'post'), actor, input);
  return lastWords(deed, actor, outcome, { input, textOf: originalOf, again: changing(actor, input) });
}

/** The same for a post that is there. */
export async function changeOnce(
  deed: Deed,
  actor: Actor,
  id: string,
  input: PostInput,
): Promise<PostOutcome> {
  const again = changing(actor, input);
  const outcome = await again(ofForm(deed, 'post'), id, deed.version);
  return lastWords(deed, actor, outcome, { input, textOf: originalOf, again });
}

/** And for a translation, which its form may begin. */
export async function translateOnce(
  deed: Deed,
  actor: Actor,
  id: string,
  input: TranslationInput,
): Promise<PostOutcome> {
  const again: Again = (one, post, seen) => translatePost(one, actor, post, input, seen);
  const textOf = ({ texts }: Post) => texts.find(({ language }) => language === input.language);
  const outcome = await again(ofForm(deed, 'translation'), id, deed.version ?? 0);
  return lastWords(deed, actor, outcome, { input, textOf, again });
}

/** The version of the whole post is not the form's affair. */
const ofForm = (deed: Deed, request: string): Deed => ({
  ...deed,
  once: onceForForm(deed, request),
  version: undefined,
});

type Again = (deed: Deed, id: string, seen: number | undefined) => Promise<PostOutcome>;

const changing =
  (actor: Actor, input: PostInput): Again =>
  (deed, id, seen) =>
    changePost(deed, actor, id, input, seen);

interface Words {
  readonly input: Pick<PostInput, 'title' | 'lead' | 'body'>;
  readonly textOf: (post: Post) => PostText | undefined;
  readonly again: Again;
}

function lastWords(
  deed: Deed,
  actor: Actor,
  outcome: PostOutcome,
  { input, textOf, again }: Words,
): Promise<PostOutcome> {
  const seen = outcome.outcome === 'taken' ? outcome.textVersion : undefined;
  return withLastWords<Post, PostOutcome>(deed, outcome, {
    read: (id) => deed.database.read(actor, (reader) => getPost(reader, actor, id)),
    says: (post) => {
      const text = textOf(post);
      const same = text?.title === input.title && text.body === (input.body ?? '');
      return same && (text.lead ?? '') === (input.lead ?? '');
    },
    isDraft: isOpen,
    revise: (anew, { id }) => again({ ...anew, version: undefined }, id, seen),
  });
}
