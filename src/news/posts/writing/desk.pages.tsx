/** One post as its writers have it before them: how it stands, what it lacks, and everything that can be done with it. */
import { z } from 'zod';
import { faultTrouble, noTrouble } from '../../../platform/form/form-errors.ts';
import { idOf, moment } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
  type SentUpload,
  uploadPage,
} from '../../../platform/route.ts';
import { type MarkInSentence, marksInSentences, refusedForm } from '../../../privacy/index.ts';
import { addPostFile, removePostFile } from '../file.actions.ts';
import { largestAttachment } from '../file.rules.ts';
import { languages } from '../languages.ts';
import { writers } from '../post.access.ts';
import { discardPost, dropTranslation, publishPost, unplanPost, withdrawPost } from '../post.actions.ts';
import { withdrawInput } from '../post.input.ts';
import { fieldsOf } from '../post.needs.ts';
import type { Post } from '../post.view.ts';
import type { PostOutcome } from '../post-outcome.ts';
import { findReaders } from './choices.store.ts';
import { Desk } from './desk.tsx';
import { type DeskBack, deskLabels } from './desk-forms.tsx';
import { needFields, postOf, saying, writingPath } from './write.pages.tsx';

type Reading = Call<Actor> & Page;
type Sending<T> = Call<Actor, Record<string, never>, Sent<T>> & Page;

const acceptedMarks = z.array(z.string().max(200)).max(100).optional();
const publishForm = z.object({ acceptedMarks });
const planForm = z.object({ at: moment(), acceptedMarks });
const nothing = z.object({});
const at = (what: string) => `${writingPath}/:id/${what}`;

export const deskPages: readonly Route[] = [
  getPage(`${writingPath}/:id`, writers, (call) => desk(call)),
  step('publiceren', publishForm, 'Het bericht is gepubliceerd.', publishPost),
  step('plannen', planForm, 'Het bericht gaat op dat moment uit.', publishPost),
  step('terughalen', nothing, 'Het bericht is weer een concept.', (deed, actor, id) =>
    unplanPost(deed, actor, id),
  ),
  step(
    'intrekken',
    withdrawInput,
    'Het bericht is ingetrokken. De reden staat op zijn plaats.',
    withdrawPost,
  ),
  postPage(at('weggooien'), writers, nothing, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await discardPost(call.deed, call.actor, id);
    const flash = { tone: 'good', text: 'Het concept is weg.' } as const;
    return outcome.outcome === 'taken'
      ? { kind: 'redirect', to: writingPath, flash }
      : after(call, id, outcome);
  }),
  postPage(at('vertaling/:language/verwijderen'), writers, nothing, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    const language = languages.find((one) => one === call.params['language']);
    if (id === undefined || language === undefined) return notFound;
    return after(
      call,
      id,
      await dropTranslation(call.deed, call.actor, id, language),
      'De vertaling is weg.',
    );
  }),
  uploadPage(at('bestanden'), writers, largestAttachment + 200_000, publishForm, addFile),
  postPage(at('bestanden/:file/verwijderen'), writers, nothing, async (call): Promise<PageAnswer> => {
    const [id, file] = [idOf(call.params), idOf(call.params, 'file')];
    if (id === undefined || file === undefined) return notFound;
    const outcome = await removePostFile({ ...call.deed, once: undefined }, call.actor, id, file);
    if (outcome.outcome === 'taken') return done(id, 'Het bestand is weg.');
    if (outcome.outcome !== 'refused') return notFound;
    return desk(call, { status: 409, trouble: saying(outcome.unmet.map(({ detail }) => detail).join(' ')) });
  }),
];

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: `${writingPath}/${id}`,
  flash: { tone: 'good', text },
});

/** The page, or with what came back of a form on it. */
async function desk(
  call: Reading | Sending<unknown>,
  back: Partial<DeskBack> = {},
): Promise<Html | typeof notFound> {
  const { actor, csrf, database, today } = call;
  const post = await postOf(call);
  if (post === undefined) return notFound;
  const readers =
    post.state === 'published'
      ? await database.read(actor, (reader) => findReaders(reader, [post.id]))
      : undefined;
  const shown: DeskBack = { status: 200, trouble: noTrouble, marks: [], typed: [], ...back };
  const title = post.texts[0]?.title ?? '';
  return {
    kind: 'html',
    status: shown.status,
    title: `${title}, bewerken`,
    body: (
      <Desk
        actor={actor}
        post={post}
        csrf={csrf}
        today={today}
        readers={readers?.get(post.id)}
        back={shown}
      />
    ),
  };
}

function step<T>(
  slug: string,
  input: z.ZodType<T>,
  text: string,
  act: (deed: Sending<T>['deed'], actor: Actor, id: string, input: T) => Promise<PostOutcome>,
): Route {
  return postPage(at(slug), writers, input, async (call): Promise<PageAnswer> => {
    const { parsed, typed } = call.input;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    if (!parsed.ok)
      return desk(call, { status: 422, typed, trouble: faultTrouble(parsed.faults, deskLabels), form: slug });
    return after(call, id, await act(call.deed, call.actor, id, parsed.value), text, slug, parsed.value);
  });
}

async function after(
  call: Sending<unknown>,
  id: string,
  outcome: PostOutcome,
  text = '',
  form?: string,
  value?: unknown,
): Promise<PageAnswer> {
  const { typed } = call.input;
  switch (outcome.outcome) {
    case 'taken':
      return done(id, text);
    case 'notFound':
      return notFound;
    case 'keyReused':
      return desk(call, {
        status: 409,
        typed,
        form,
        trouble: saying('U verstuurde dit formulier al eerder.'),
      });
    case 'stale':
      return desk(call, {
        status: 412,
        typed,
        form,
        trouble: saying(
          'Dit bericht is net ook ergens anders gewijzigd. Kijk het na en doe het dan nog eens.',
        ),
      });
    case 'refused': {
      const post = await postOf(call);
      const stored = post && nested(post);
      const { status, trouble, marks } = refusedForm(outcome, deskLabels, needFields, value, stored);
      return desk(call, { status, typed, form, trouble, marks });
    }
  }
}

/** Texts of a post where their marks point: those of a translation under its language. */
function nested(post: Post): object {
  const original = fieldsOf(post.texts.filter((text) => text.original));
  const others = post.texts
    .filter((text) => !text.original)
    .map((text) => [text.language, fieldsOf([{ ...text, original: true }])] as const);
  return { ...original, ...Object.fromEntries(others) };
}

async function addFile(
  call: Call<Actor, Record<string, never>, SentUpload<z.infer<typeof publishForm>>> & Page,
): Promise<PageAnswer> {
  const { actor, params, deed, input } = call;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const accepted = input.parsed.ok ? (input.parsed.value.acceptedMarks ?? []) : [];
  const file = input.file ?? { name: '', bytes: new Uint8Array() };
  const outcome = await addPostFile(deed, actor, id, file, accepted);
  switch (outcome.outcome) {
    case 'taken':
      return done(id, 'Het bestand staat bij het bericht.');
    case 'notFound':
      return notFound;
    case 'keyReused':
      return desk(call, {
        status: 409,
        form: 'bestanden',
        trouble: saying('U verstuurde dit bestand al eerder.'),
      });
    case 'refused': {
      const { unmet, marks = [], texts } = outcome;
      const asFile = <M extends { readonly field: string }>(mark: M): M => ({ ...mark, field: 'file' });
      const shown: readonly MarkInSentence[] = marksInSentences(marks, texts, undefined).map(asFile);
      const needs = unmet.map(({ detail }) => ({ field: 'file', message: detail }));
      return desk(call, {
        status: 422,
        form: 'bestanden',
        trouble: { summary: needs, fields: needs },
        marks: shown,
      });
    }
  }
}
