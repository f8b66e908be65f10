/** What comes after publishing: an update, a spelling fix, a translation. */
import type { JSX } from 'preact';
import type { z } from 'zod';
import { faultTrouble, type NeedFields, noTrouble } from '../../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import {
  type Call,
  type Deed,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../../platform/route.ts';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { type MarkInSentence, refusedForm } from '../../../privacy/index.ts';
import { languages, languagesInDutch } from '../languages.ts';
import { writers } from '../post.access.ts';
import { fixPost, updatePost } from '../post.actions.ts';
import { fixInput, translationInput, updateInput } from '../post.input.ts';
import { leaves, type StepName } from '../post.rules.ts';
import type { Post } from '../post.view.ts';
import type { PostOutcome } from '../post-outcome.ts';
import {
  FixFields,
  fixLabels,
  type LaterProps,
  TranslationFields,
  UpdateFields,
  updateLabels,
} from './later-forms.tsx';
import { postOf, saying, wordsTyped, writingPath } from './write.pages.tsx';
import { postLabels } from './write-form.tsx';
import { translateOnce } from './write-once.ts';

type Params = Readonly<Record<string, string>>;

/** A form of a post: what it is called, which step it takes, how it is drawn. */
interface LaterForm<T> {
  readonly slug: string;
  readonly step: StepName;
  readonly title: (params: Params) => string;
  readonly lead: string;
  readonly done: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly needFields: NeedFields;
  readonly input: z.ZodType<T>;
  readonly act: (deed: Deed, actor: Actor, id: string, input: T) => Promise<PostOutcome>;
  readonly begin: (post: Post, params: Params) => Entries | undefined;
  readonly Fields: (props: LaterProps) => JSX.Element;
}

const update: LaterForm<z.infer<typeof updateInput>> = {
  slug: 'update',
  step: 'update',
  title: () => 'Update schrijven',
  lead: 'De eerste tekst blijft staan. Uw update komt eronder, met de dag en de reden. Wie het bericht las, krijgt er een melding van.',
  done: 'De update staat bij het bericht.',
  labels: updateLabels,
  needFields: { reasonGiven: ['reason'], bodyGiven: ['body'], picturesFit: ['body'] },
  input: updateInput,
  act: updatePost,
  begin: () => [],
  Fields: UpdateFields,
};

const fix: LaterForm<z.infer<typeof fixInput>> = {
  slug: 'spelfout',
  step: 'fix',
  title: () => 'Spelfout herstellen',
  lead: 'Een paar letters, zichtbaar voor lezers. Een getal, de naam van een dag of een woord als «niet» of «moet» verandert zo niet: schrijf daarvoor een update.',
  done: 'De spelfout is hersteld. Lezers zien onder het bericht wat er veranderde.',
  labels: fixLabels,
  needFields: {
    ...Object.fromEntries(['fixShort', 'fixFound', 'fixOnce', 'fixWhole'].map((code) => [code, ['before']])),
    ...Object.fromEntries(
      ['fixChanges', 'fixWordsOnly', 'fixKeepsNumbers', 'fixKeepsMeaning', 'fixNear'].map((code) => [
        code,
        ['after'],
      ]),
    ),
  },
  input: fixInput,
  act: fixPost,
  begin: () => [['part', 'body']],
  Fields: FixFields,
};

const languageOf = (params: Params) => languages.find((one) => one === params['language']);

const translation: LaterForm<z.infer<typeof translationInput>> = {
  slug: 'vertaling/:language',
  step: 'translate',
  title: (params) => {
    const language = languageOf(params);
    return language === undefined ? 'Vertaling' : `Vertaling in het ${languagesInDutch[language]}`;
  },
  lead: 'De vertaling krijgt een eigen adres, naast de andere talen. Is het bericht al uit? Dan komt de vertaling meteen op de site en verandert zij daarna niet meer.',
  done: 'De vertaling is bewaard.',
  labels: postLabels,
  needFields: {
    translationWhole: ['body'],
    picturesFit: ['body'],
    pictureKnown: ['pictureId'],
    languageFree: ['language'],
  },
  input: translationInput,
  act: (deed, actor, id, input) => translateOnce(deed, actor, id, input),
  begin: (post, params) => {
    const language = languageOf(params);
    const there = post.texts.find((text) => text.language === language);
    if (language === undefined || there?.original || (there !== undefined && post.state === 'published'))
      return undefined;
    return there === undefined ? [['language', language]] : wordsTyped(there);
  },
  Fields: TranslationFields,
};

export const laterPages: readonly Route[] = [...doors(update), ...doors(fix), ...doors(translation)];

function doors<T>(form: LaterForm<T>): readonly Route[] {
  const path = `${writingPath}/:id/${form.slug}`;
  return [
    getPage(path, writers, async (call) => {
      const post = await postOf(call);
      const typed = post && form.begin(post, call.params);
      if (post === undefined || typed === undefined) return notFound;
      return leaves(form.step, post.state) ? drawn(form, call, post, { typed }) : closed(post);
    }),
    postPage(path, writers, form.input, (call) => send(form, call)),
  ];
}

const closed = ({ id }: Post): PageAnswer => ({
  kind: 'redirect',
  to: `${writingPath}/${id}`,
  flash: { tone: 'info', text: 'Dit kan niet bij hoe het bericht nu staat.' },
});

interface Back {
  readonly typed: Entries;
  readonly status?: number;
  readonly trouble?: typeof noTrouble;
  readonly marks?: readonly MarkInSentence[];
  readonly preview?: boolean;
}

function drawn<T>(
  form: LaterForm<T>,
  { csrf, params }: Pick<Call<Actor> & Page, 'csrf' | 'params'>,
  post: Post,
  { typed, status = 200, trouble = noTrouble, marks = [], preview = false }: Back,
): Html {
  const { lead, labels, slug, Fields } = form;
  const title = form.title(params);
  const back = `${writingPath}/${post.id}`;
  const action = `${back}/${slug.replace(':language', params['language'] ?? '')}`;
  const filled = { typed, errors: trouble.fields, labels };
  const name = post.texts.find((text) => text.original)?.title ?? '';
  return {
    kind: 'html',
    status,
    title: `${title}: ${name}`,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: writingPath, label: 'Berichten schrijven' },
            { href: back, label: name },
          ]}
        />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <Fields
          post={post}
          form={filled}
          marks={marks}
          preview={preview}
          csrf={csrf}
          action={action}
          back={back}
          trouble={trouble}
        />
      </>
    ),
  };
}

async function send<T>(
  form: LaterForm<T>,
  call: Call<Actor, Record<string, never>, Sent<T>> & Page,
): Promise<PageAnswer> {
  const { parsed, typed, button } = call.input;
  const { labels, needFields } = form;
  const id = idOf(call.params);
  const post = await postOf(call);
  if (post === undefined || id === undefined) return notFound;
  if (button === 'preview') return drawn(form, call, post, { typed, preview: true });
  if (!parsed.ok)
    return drawn(form, call, post, { typed, status: 422, trouble: faultTrouble(parsed.faults, labels) });
  const outcome = await form.act(call.deed, call.actor, id, parsed.value);
  switch (outcome.outcome) {
    case 'taken':
      return { kind: 'redirect', to: `${writingPath}/${id}`, flash: { tone: 'good', text: form.done } };
    case 'notFound':
      return notFound;
    case 'stale':
      return drawn(form, call, outcome.post, { typed, status: 412, trouble: saying(changed) });
    case 'keyReused':
      return drawn(form, call, post, {
        typed,
        status: 409,
        trouble: saying('U verstuurde dit formulier al eerder.'),
      });
    case 'refused':
      return drawn(form, call, post, {
        typed,
        ...refusedForm(outcome, labels, needFields, parsed.value, undefined),
      });
  }
}

const changed =
  'Dit bericht is net ook ergens anders gewijzigd. Hieronder staat wat u typte. Kijk het na en verstuur het opnieuw.';
