/** A writer makes sentences of a post promises, while writing it or after it came out. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Checkboxes } from '../../platform/ui/choices.tsx';
import { DateField, TextArea } from '../../platform/ui/fields.tsx';
import {
  ConfirmBox,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  SubmitRow,
} from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { writers } from '../posts/post.access.ts';
import { getPost } from '../posts/post.store.ts';
import { type Post, textIn } from '../posts/post.view.ts';
import { OwnerFields } from './owner-fields.tsx';
import { makePromise, takeBackPromise } from './promise.actions.ts';
import { promiseInput } from './promise.input.ts';
import { findOwners, findPromises, getPromise, type Owner, type PromiseRow } from './promise.store.ts';
import { audienceWords, stepWords } from './promise.words.ts';
import { errorsOf } from './promise-outcome.ts';
import { PromiseCards, promisesPath } from './promise-parts.tsx';

/** Where the promises of one post are made. */
export const makePath = (postId: string): string => `/nieuws/schrijven/${postId}/toezeggingen`;

export const promiseMakePages: readonly Route[] = [
  getPage(makePath(':id'), writers, (call) => show(call, [], [])),
  postPage(makePath(':id'), writers, promiseInput, async (call) => {
    const { actor, deed, params, input } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const again = async (errors: readonly FormError[]): Promise<PageAnswer> => {
      const page = await show(call, input.typed, errors);
      return page.kind === 'html' ? { ...page, status: 422 } : page;
    };
    if (!input.parsed.ok)
      return again(input.parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
    const outcome = await makePromise(deed, actor, id, input.parsed.value);
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: makePath(id),
        flash: { tone: 'good', text: 'De toezegging staat erbij.' },
      };
    if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
    return again(errorsOf(outcome));
  }),
  postPage(
    `${promisesPath}/:id/weghalen`,
    writers,
    z.object({}),
    async ({ actor, deed, params, database }) => {
      const id = idOf(params);
      if (id === undefined) return notFound;
      const promise = await database.read(actor, (reader) => getPromise(reader, actor, id));
      const outcome = await takeBackPromise(deed, actor, id);
      if (promise === undefined || outcome.outcome !== 'taken') return notFound;
      return {
        kind: 'redirect',
        to: makePath(promise.post.id),
        flash: { tone: 'good', text: 'De toezegging is weggehaald.' },
      };
    },
  ),
];

type Asked = Pick<Call<Actor>, 'actor' | 'database' | 'params' | 'today'> & Page;

async function show(
  { actor, database, params, today, csrf }: Asked,
  typed: Entries,
  errors: readonly FormError[],
): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [post, promises, owners] = await database.read(actor, (reader) =>
    Promise.all([
      getPost(reader, actor, id),
      findPromises(reader, actor, { postId: id, drafts: true, limit: 200 }),
      findOwners(reader, actor),
    ]),
  );
  if (post === undefined) return notFound;
  const words = actor.tenant.labels;
  const props = { post, promises, owners, words, today, csrf, typed, errors };
  return { kind: 'html', title: 'Toezeggingen in dit bericht', body: <MakeView {...props} /> };
}

interface MakeProps {
  readonly post: Post;
  readonly promises: readonly PromiseRow[];
  readonly owners: readonly Owner[];
  readonly words: Readonly<Record<string, string>>;
  readonly today: string;
  readonly csrf: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function MakeView({ post, promises, owners, words, today, csrf, typed, errors }: MakeProps): JSX.Element {
  const back = `/nieuws/schrijven/${post.id}`;
  const title = textIn(post)?.title ?? '';
  const sent = typed.length > 0;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/nieuws/schrijven', label: 'Berichten schrijven' },
          { href: back, label: title },
        ]}
      />
      <h1>Toezeggingen in dit bericht</h1>
      <p class="lead">
        Belooft het bericht iets? Maak van die zin een toezegging. Ze blijft op de pagina{' '}
        <a href={promisesPath}>Toezeggingen</a> staan tot ze gehouden is. Is het bericht eenmaal gepubliceerd,
        dan haalt niemand haar nog weg.
      </p>
      {promises.length > 0 && <h2>Wat er al staat</h2>}
      {promises.length > 0 && <PromiseCards promises={promises} today={today} />}
      {promises
        .filter(({ published }) => !published)
        .map(({ id, sentence }) => (
          <ConfirmBox
            key={id}
            label={`Haal weg: ${sentence}`}
            action={`${promisesPath}/${id}/weghalen`}
            csrf={csrf}
            confirm="Haal weg"
          >
            <p>Het bericht is nog niet gepubliceerd, dus niemand heeft deze toezegging gelezen.</p>
          </ConfirmBox>
        ))}
      {post.state === 'withdrawn' ? (
        <>
          <ErrorSummary errors={errors} />
          <TypedBefore typed={typed} />
        </>
      ) : (
        <>
          <h2>Nieuwe toezegging</h2>
          <Form action={makePath(post.id)} csrf={csrf} errors={errors} idempotencyKey={newId()}>
            <TextArea
              name="sentence"
              value={typedValue(typed, 'sentence') ?? ''}
              error={errorOf(errors, 'sentence')}
              label="De zin uit het bericht"
              hint="Letterlijk zoals die in het bericht of in een update staat."
              rows={2}
              max={500}
            />
            <OwnerFields words={words} owners={owners} typed={typed} errors={errors} />
            <Checkboxes
              name="audiences"
              label="Voor wie is de toezegging?"
              hint="Voor wie het bericht is, of voor minder."
              error={errorOf(errors, 'audiences')}
              values={sent ? typedValues(typed, 'audiences') : post.audiences}
              options={Object.entries(audienceWords).map(([value, label]) => ({
                value,
                label: capital(label),
              }))}
            />
            <DateField
              name="dueOn"
              value={typedValue(typed, 'dueOn') ?? ''}
              error={errorOf(errors, 'dueOn')}
              label="De laatste dag"
              min={today}
            />
            <SubmitRow primary={stepWords.make} cancel={back} />
          </Form>
        </>
      )}
    </>
  );
}
