/** The deeds on posts: pages, API and demonstration all come through here. */
import { Stale, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { fixMisfits, fixUnmet, mostFixes } from './fix.rules.ts';
import type { Language } from './languages.ts';
import { mayDiscard } from './post.access.ts';
import type {
  FixInput,
  PostInput,
  PublishInput,
  TranslationInput,
  UpdateInput,
  WithdrawInput,
} from './post.input.ts';
import { textNeeds, wholeNeeds } from './post.needs.ts';
import { isAhead } from './post.rules.ts';
import { type Post, type PostText, textIn } from './post.view.ts';
import { explainPost } from './post.words.ts';
import { audit, lawfully, type PostOutcome, refusedBy, step } from './post-outcome.ts';
import {
  addFix,
  addUpdate,
  discard,
  publish,
  removeTranslation,
  type SavedPost,
  type SavedWords,
  savePost,
  saveTranslation,
  unplan,
  withdraw,
} from './post-writes.store.ts';
import { slugOf } from './text.rules.ts';

type NewPost = PostInput & {
  readonly publish?: boolean | undefined;
  readonly acceptedMarks?: readonly string[] | undefined;
};

/** Begins a post: a draft that writers alone read; with `publish` it goes out at once. */
export function writePost(deed: Deed, actor: Actor, input: NewPost): Promise<PostOutcome> {
  return lawfully(deed, actor, undefined, async (tx) => {
    const id = newId();
    const saved = savedPost(input);
    if (!input.publish) {
      const version = await savePost(tx, id, null, saved);
      await audit(tx, actor, deed, 'write', id);
      return { outcome: 'taken', id, version, textVersion: 1 };
    }
    const needs = await wholeNeeds(tx, actor, deed, asPost(input, []), input.acceptedMarks ?? []);
    if (needs.unmet.length > 0) return refusedBy(needs);
    const version = await publish(tx, id, await savePost(tx, id, null, saved), null);
    await audit(tx, actor, deed, 'publish', id);
    if (needs.kept > 0) await audit(tx, actor, deed, 'accept_marks', id);
    return { outcome: 'taken', id, version };
  });
}

/** The words that a form was drawn with, by their version; 0: there were none. Throws Stale when there are later ones. */
function wordsAfter(post: Post, language: Language, seen: number | undefined): number {
  const now = post.textVersions?.[language] ?? 0;
  if (seen !== undefined && seen !== now) throw new Stale();
  return now + 1;
}

/** The whole of a post that readers did not see yet: what is left out is gone. `seen`: the version of its words. */
export const changePost = (
  deed: Deed,
  actor: Actor,
  id: string,
  input: PostInput,
  seen?: number,
): Promise<PostOutcome> =>
  step(deed, actor, id, 'write', async (tx, post) => {
    const textVersion = wordsAfter(post, originalOf(post).language, seen);
    if (post.state === 'planned') {
      const needs = await wholeNeeds(
        tx,
        actor,
        deed,
        asPost(input, post.files),
        await keptIn(tx, actor, deed, post),
      );
      if (needs.unmet.length > 0) return needs;
    }
    return { version: await savePost(tx, id, post.version, savedPost(input)), textVersion };
  });

/** What stood in a planned post when it was planned was confirmed then. */
async function keptIn(tx: Transaction, actor: Actor, deed: Deed, post: Post): Promise<readonly string[]> {
  return (await wholeNeeds(tx, actor, deed, post)).marks.map(({ text }) => text);
}

/** A translation: again and again until readers saw the post, after that once. `seen`: the version of its words. */
export const translatePost = (
  deed: Deed,
  actor: Actor,
  id: string,
  { acceptedMarks = [], ...input }: TranslationInput,
  seen?: number,
): Promise<PostOutcome> =>
  step(deed, actor, id, 'translate', async (tx, post) => {
    const { title, lead, body, pictureAlt } = input;
    const textVersion = wordsAfter(post, input.language, post.state === 'published' ? undefined : seen);
    if (post.state === 'published' && (body ?? '').trim() === '')
      return { unmet: explainPost(['translationWhole']), marks: [], kept: 0 };
    if (post.state !== 'draft') {
      const texts = { title, lead, body, pictureAlt };
      const needs = await textNeeds(tx, actor, deed, texts, post.files, acceptedMarks);
      if (needs.unmet.length > 0) return needs;
    }
    const saved = savedWords({ ...input, language: input.language });
    return { version: await saveTranslation(tx, id, post.version, saved), textVersion };
  });

export const dropTranslation = (
  deed: Deed,
  actor: Actor,
  id: string,
  language: Language,
): Promise<PostOutcome> =>
  step(deed, actor, id, 'write', (tx, post) => removeTranslation(tx, id, post.version, language));

/** Now, or at an hour that is planned. */
export const publishPost = (
  deed: Deed,
  actor: Actor,
  id: string,
  { at, acceptedMarks = [] }: PublishInput,
): Promise<PostOutcome> =>
  step(deed, actor, id, at === undefined ? 'publish' : 'plan', async (tx, post) => {
    const needs = await wholeNeeds(tx, actor, deed, post, acceptedMarks);
    const early = at !== undefined && !isAhead(Date.parse(at), deed.now.getTime());
    const unmet = [...needs.unmet, ...(early ? explainPost(['timeAhead']) : [])];
    if (unmet.length > 0) return { ...needs, unmet };
    if (needs.kept > 0) await audit(tx, actor, deed, 'accept_marks', id);
    return publish(tx, id, post.version, at ?? null);
  });

export const unplanPost = (deed: Deed, actor: Actor, id: string): Promise<PostOutcome> =>
  step(deed, actor, id, 'unplan', (tx, post) => unplan(tx, id, post.version));

/** A draft that nobody needs: gone, with its files and what it would have bound. What was out once stays. */
export const discardPost = (deed: Deed, actor: Actor, id: string): Promise<PostOutcome> =>
  step(deed, actor, id, 'discard', async (tx, post) => {
    if (!mayDiscard(actor, post)) return { unmet: explainPost(['ownOrEditor']), marks: [], kept: 0 };
    await discard(tx, id, post.version);
    return post.version;
  });

/** What is new, with its day and why; what stood there stays. */
export const updatePost = (deed: Deed, actor: Actor, id: string, input: UpdateInput): Promise<PostOutcome> =>
  step(deed, actor, id, 'update', async (tx, post) => {
    const { reason, body, translations = [], acceptedMarks = [] } = input;
    const others = translations.flatMap((one) => [
      [`${one.language}.reason`, one.reason],
      [`${one.language}.body`, one.body],
    ]);
    const texts = { reason, body, ...Object.fromEntries(others) };
    const needs = await textNeeds(tx, actor, deed, texts, post.files, acceptedMarks);
    if (needs.unmet.length > 0) return needs;
    if (needs.kept > 0) await audit(tx, actor, deed, 'accept_marks', id);
    const updateId = newId();
    const said = [{ language: originalOf(post).language, reason, body }, ...translations];
    return { updateId, version: await addUpdate(tx, id, post.version, updateId, said) };
  });

/** A few letters that read otherwise from now on, for every reader to see. */
export const fixPost = (deed: Deed, actor: Actor, id: string, input: FixInput): Promise<PostOutcome> =>
  step(deed, actor, id, 'fix', async (tx, post) => {
    const language = input.language ?? originalOf(post).language;
    const text = fixable(post, { ...input, language });
    const full = post.fixes.filter((one) => one.language === language).length >= mostFixes;
    const codes = [
      ...(full ? ['fixRoom'] : []),
      ...fixUnmet(input.before, input.after),
      ...fixMisfits(text ?? '', input.before),
    ];
    if (codes.length > 0) return { unmet: explainPost([...new Set(codes)]), marks: [], kept: 0 };
    return addFix(tx, id, post.version, { ...input, language });
  });

function fixable(post: Post, { language, part, updateId }: FixInput): string | null | undefined {
  if (part === 'update')
    return post.updates.find(({ id }) => id === updateId)?.texts.find((one) => one.language === language)
      ?.body;
  return post.texts.find((one) => one.language === language)?.[part];
}

/** For good; its page stays and says why. */
export const withdrawPost = (
  deed: Deed,
  actor: Actor,
  id: string,
  { reason, acceptedMarks = [] }: WithdrawInput,
): Promise<PostOutcome> =>
  step(deed, actor, id, 'withdraw', async (tx, post) => {
    const needs = await textNeeds(tx, actor, deed, { reason }, post.files, acceptedMarks);
    return needs.unmet.length > 0 ? needs : withdraw(tx, id, post.version, reason);
  });

const originalOf = (post: Post): PostText => {
  const text = textIn(post);
  if (text === undefined) throw new Error('a post without words');
  return text;
};

const savedWords = (
  input: Pick<PostInput, 'title' | 'lead' | 'body' | 'pictureId' | 'pictureAlt'> & { language: Language },
): SavedWords => ({
  language: input.language,
  title: input.title,
  slug: slugOf(input.title),
  lead: input.lead || null,
  body: input.body ?? '',
  pictureId: input.pictureId ?? null,
  pictureAlt: input.pictureId === undefined ? null : input.pictureAlt || null,
});

const savedPost = (input: PostInput): SavedPost => ({
  ...savedWords({ ...input, language: input.language ?? 'nl' }),
  audiences: input.audiences ?? [],
  areas: input.areas ?? [],
  boards: input.boards ?? [],
  topics: input.topics ?? [],
  pilotId: input.pilotId ?? null,
  ambitionId: input.ambitionId ?? null,
  appointmentId: input.appointmentId ?? null,
});

/** The post as it would be. */
function asPost(input: PostInput, files: Post['files']): Pick<Post, 'audiences' | 'texts' | 'files'> {
  const words = savedWords({ ...input, language: input.language ?? 'nl' });
  return {
    audiences: input.audiences ?? [],
    texts: [{ ...words, original: true, publishedAt: null }],
    files,
  };
}
