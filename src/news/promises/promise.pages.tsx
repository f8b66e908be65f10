/** One promise: what was said, by when, what became of it, and what its owner can do now. */
import type { ComponentChildren, JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate, showMoment } from '../../platform/pure/dates.ts';
import { type Call, getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { Steps, Timeline } from '../../platform/ui/timeline.tsx';
import {
  findPublicPromises,
  getPromise,
  type PostOfPromise,
  type PromiseEntry,
  type PromiseRow,
} from './promise.store.ts';
import { pathOfPost, stepsFor } from './promise.view.ts';
import { dayWords, entryWords, stepWords } from './promise.words.ts';
import { audienceText, isOwnerless, ownerGone, PromiseBadge, promisesPath } from './promise-parts.tsx';
import { promiseStepPages, stepSlugs } from './promise-steps.pages.tsx';

export const promisePages: readonly Route[] = [
  getPage(
    `${promisesPath}/:id`,
    'public',
    async (call) => {
      const promise = await readAsked(call);
      if (promise === undefined) return notFound;
      return {
        kind: 'html',
        title: 'Toezegging',
        body: <PromiseView promise={promise} today={call.today} />,
      };
    },
    z.object({}),
  ),
  ...promiseStepPages,
];

/** A member reads their own partnership's; what is for everybody, everybody. */
async function readAsked({
  actor,
  database,
  params,
  url,
}: Call<Actor | undefined>): Promise<PromiseRow | undefined> {
  const id = idOf(params);
  if (id === undefined) return undefined;
  const own = actor && (await database.read(actor, (reader) => getPromise(reader, actor, id)));
  if (own !== undefined) return own;
  const visitor = { host: url.hostname, code: undefined };
  const found = await database.read('visitor', (reader) =>
    findPublicPromises(reader, visitor, { id, limit: 1 }),
  );
  return found[0];
}

interface ViewProps {
  readonly promise: PromiseRow;
  readonly today: CivilDate;
}

function PromiseView({ promise, today }: ViewProps): JSX.Element {
  const steps = stepsFor(promise, today);
  return (
    <>
      <Breadcrumb items={[{ href: promisesPath, label: 'Toezeggingen' }]} />
      <div class="title-row">
        <h1>Toezegging</h1>
        <PromiseBadge promise={promise} today={today} />
      </div>
      <blockquote class="promise" dir="auto">
        {promise.sentence}
      </blockquote>
      {isOwnerless(promise) && <Notice tone="warning" title={ownerGone} />}
      {!promise.published && (
        <Notice
          tone="info"
          title="Het bericht is nog niet gepubliceerd. Alleen wie berichten schrijft ziet deze toezegging."
        />
      )}
      <Facts items={factsOf(promise)} />
      {promise.keptWords !== null && <h2>Hoe het is gehouden</h2>}
      {promise.keptWords !== null && <Prose text={promise.keptWords} />}
      {steps.length > 0 && <h2>Wat u kunt doen</h2>}
      <Steps
        steps={steps.map(({ step, allowed, unmet }) =>
          allowed
            ? { label: stepWords[step], allowed, href: `${promisesPath}/${promise.id}/${stepSlugs[step]}` }
            : { label: stepWords[step], allowed, reasons: unmet.map(({ detail }) => detail) },
        )}
      />
      <h2>Wat er gebeurde</h2>
      <Timeline items={promise.timeline.map((entry) => itemOf(entry, promise))} />
    </>
  );
}

const postLink = (post: PostOfPromise) => (
  <>
    <a href={pathOfPost(post)}>
      <bdi>{post.title}</bdi>
    </a>
    {post.withdrawn && ' (ingetrokken)'}
  </>
);

function factsOf(promise: PromiseRow) {
  const { owner, ownerTitle, keptBy, partnership } = promise;
  const line = (label: string, value: ComponentChildren) => ({ label, value });
  return [
    line('Wanneer', dayWords(promise)),
    line('Eigenaar', owner === null ? ownerTitle : `${ownerTitle}, ${owner.name}`),
    line('Voor wie', audienceText(promise)),
    line('Staat in', postLink(promise.post)),
    ...(keptBy === null ? [] : [line('Gehouden met', postLink(keptBy))]),
    ...(partnership === null ? [] : [line('Van', partnership)]),
  ];
}

function itemOf({ version, at, by, step, onDate, words, ownerTitle }: PromiseEntry, promise: PromiseRow) {
  const said =
    step === 'make' && onDate !== null
      ? `Voor of op ${showDate(onDate)}, door ${ownerTitle ?? promise.ownerTitle}.`
      : step === 'postpone' && onDate !== null
        ? `Nu verwacht voor of op ${showDate(onDate)}.`
        : step === 'keep' && onDate !== null
          ? `Gehouden op ${showDate(onDate)}.`
          : `Vanaf nu is ${ownerTitle ?? promise.ownerTitle} de eigenaar.`;
  return {
    id: `stap-${version}`,
    at,
    when: showMoment(at),
    who: by ?? '',
    title: entryWords[step],
    body: (
      <>
        <p>{said}</p>
        {words !== null && <Prose text={words} />}
      </>
    ),
  };
}
