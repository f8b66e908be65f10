/** Writing a post. The draft saves itself; without JavaScript there is a button for that, and one that shows how it will look. */
import type { z } from 'zod';
import { faultTrouble, noTrouble, type Trouble } from '../../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../../platform/input.ts';
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
} from '../../../platform/route.ts';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { refusedForm } from '../../../privacy/index.ts';
import { writers } from '../post.access.ts';
import { changeInput } from '../post.input.ts';
import { getPost } from '../post.store.ts';
import { type Post, textIn } from '../post.view.ts';
import { findChoices } from './choices.store.ts';
import { postLabels, WriteForm } from './write-form.tsx';
import { changeOnce, isOpen, wordsVersion, writeOnce } from './write-once.ts';

type Reading = Call<Actor> & Page;
type Sending = Call<Actor, Record<string, never>, Sent<z.infer<typeof changeInput>>> & Page;

export const writingPath = '/nieuws/schrijven';
export const newPath = `${writingPath}/nieuw`;
export const textPath = (id: string) => `${writingPath}/${id}/tekst`;
export const translationPath = (id: string, language: string) => `${writingPath}/${id}/vertaling/${language}`;

export const writePages: readonly Route[] = [
  getPage(newPath, writers, (call) => drawn(call, undefined, { typed: [['language', 'nl']] })),
  postPage(newPath, writers, changeInput, (call) => send(call, undefined)),
  getPage(textPath(':id'), writers, async (call) => {
    const post = await postOf(call);
    if (post === undefined) return notFound;
    return isOpen(post) ? drawn(call, post, { typed: typedFrom(post) }) : out(post);
  }),
  postPage(textPath(':id'), writers, changeInput, async (call) => {
    const post = await postOf(call);
    const { typed } = call.input;
    if (post === undefined) return drawn(call, post, { typed, status: 404, trouble: saying(thrownAway) });
    if (isOpen(post)) return send(call, post);
    return drawn(call, post, { typed, status: 409, trouble: saying(outMeanwhile) });
  }),
];

/** Readers saw it meanwhile: from now on there are updates. */
const out = ({ id }: Post): PageAnswer => ({
  kind: 'redirect',
  to: `${writingPath}/${id}`,
  flash: { tone: 'info', text: 'Dit bericht is al uit. Schrijf een update, of herstel een spelfout.' },
});

export function postOf({
  actor,
  params,
  database,
}: Call<Actor, unknown, unknown>): Promise<Post | undefined> {
  const id = idOf(params);
  return id === undefined
    ? Promise.resolve(undefined)
    : database.read(actor, (reader) => getPost(reader, actor, id));
}

interface Drawn {
  readonly typed: Entries;
  readonly status?: number;
  readonly trouble?: Trouble;
  readonly preview?: boolean;
}

async function drawn(call: Reading | Sending, post: Post | undefined, form: Drawn): Promise<Html> {
  const { actor, database, csrf } = call;
  const choices = await database.read(actor, (reader) => findChoices(reader, actor));
  const { typed, trouble = noTrouble, status = 200, preview = false } = form;
  const title = post === undefined ? 'Bericht schrijven' : 'Bericht aanpassen';
  const at = post === undefined ? newPath : textPath(post.id);
  const back = post === undefined ? writingPath : `${writingPath}/${post.id}`;
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <Breadcrumb items={[{ href: writingPath, label: 'Berichten schrijven' }]} />
        <h1>{title}</h1>
        {post === undefined && (
          <p class="lead">
            Het blijft een concept tot u het publiceert. Beelden en bijlagen voegt u daarna toe.
          </p>
        )}
        <WriteForm
          action={at}
          autosave={`${at}/bewaar`}
          cancel={back}
          csrf={csrf}
          choices={choices}
          labels={actor.tenant.labels}
          form={{ typed, errors: trouble.fields, labels: postLabels }}
          summary={trouble.summary}
          files={post?.files ?? []}
          version={wordsVersion(post)}
          preview={preview}
        />
      </>
    ),
  };
}

async function send(call: Sending, post: Post | undefined): Promise<PageAnswer> {
  const { parsed, typed, button } = call.input;
  if (button === 'preview') return drawn(call, post, { typed, preview: true });
  if (!parsed.ok)
    return drawn(call, post, { typed, status: 422, trouble: faultTrouble(parsed.faults, postLabels) });
  const { deed, actor } = call;
  const outcome =
    post === undefined
      ? await writeOnce(deed, actor, parsed.value)
      : await changeOnce(deed, actor, post.id, parsed.value);
  switch (outcome.outcome) {
    case 'taken':
      return {
        kind: 'redirect',
        to: `${writingPath}/${outcome.id}`,
        flash: { tone: 'good', text: 'Het concept is bewaard.' },
      };
    case 'notFound':
      return notFound;
    case 'stale':
      return drawn(call, outcome.post, {
        typed,
        status: 412,
        trouble: saying(isOpen(outcome.post) ? changedElsewhere : outMeanwhile),
      });
    case 'keyReused':
      return drawn(call, post, {
        typed,
        status: 409,
        trouble: saying('U verstuurde dit formulier al eerder.'),
      });
    case 'refused': {
      const { status, trouble } = refusedForm(outcome, postLabels, needFields, parsed.value, undefined);
      return drawn(call, post, { typed, status, trouble });
    }
  }
}

const changedElsewhere =
  'Dit bericht is net ook ergens anders gewijzigd. Hieronder staat wat u typte. Bewaart u het, dan vervangt het die wijziging.';
const outMeanwhile =
  'Dit bericht ging uit terwijl u schreef, en wat uit is verandert niet meer. Hieronder staat wat u typte. Neem het over in een update.';
const thrownAway =
  'Dit bericht is er niet (meer). Hieronder staat wat u typte. Bewaart u het, dan wordt het een nieuw concept.';
export const saying = (message: string): Trouble => ({ summary: [{ message }], fields: [] });
export const needFields = {
  audienceGiven: ['audiences'],
  bodyGiven: ['body'],
  picturesFit: ['body'],
  topicKnown: ['topics'],
  areaKnown: ['areas'],
  boardKnown: ['boards'],
  pilotKnown: ['pilotId'],
  ambitionKnown: ['ambitionId'],
  appointmentKnown: ['appointmentId'],
  pictureKnown: ['pictureId'],
  languageFree: ['language'],
} as const;

/** The post as its form would be filled in. */
function typedFrom(post: Post): Entries {
  const text = textIn(post);
  const one = {
    pilotId: post.pilot?.id,
    ambitionId: post.ambition?.id,
    appointmentId: post.appointment?.id,
  };
  const many = {
    audiences: post.audiences,
    areas: codes(post.areas),
    boards: codes(post.boards),
    topics: codes(post.topics),
  };
  return [
    ...wordsTyped(text),
    ...entriesOf(one),
    ...Object.entries(many).flatMap(([name, all]) => all.map((value) => [name, value] as const)),
  ];
}

/** Words of a text as its form would be filled in. */
export const wordsTyped = (text: Post['texts'][number] | undefined): Entries =>
  entriesOf({
    title: text?.title,
    language: text?.language,
    lead: text?.lead,
    body: text?.body,
    pictureId: text?.pictureId,
    pictureAlt: text?.pictureAlt,
  });

const entriesOf = (fields: Readonly<Record<string, string | null | undefined>>): Entries =>
  Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [[name, value] as const]));
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
