/** A promise as the API tells it, and where a page of a list ends. */
import { pageOf } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { factsOf } from './promise.actions.ts';
import { daysLate, mayTake, protocol, stateOf, stepsTaken, unmetNeeds } from './promise.rules.ts';
import type { ListedPromise, PostOfPromise, PromiseRow } from './promise.store.ts';
import { explain } from './promise.words.ts';

/** Where a post stands; its code alone would find it. */
export const pathOfPost = ({ slug, code }: Pick<PostOfPromise, 'slug' | 'code'>): string =>
  `/nieuws/${slug}-${code}`;

/** Steps this reader may take now, each with what can be told of it before anything is filled in. */
export const stepsFor = (promise: PromiseRow, today: CivilDate) =>
  stepsTaken
    .filter(
      (step) =>
        mayTake(step, promise.relations) &&
        protocol[step].from === (promise.keptOn === null ? 'open' : 'kept'),
    )
    .map((step) => {
      const unmet = explain(unmetNeeds(step, factsOf(promise, today)));
      return { step, allowed: unmet.length === 0, unmet };
    });

const postView = ({ id, title, ...post }: PostOfPromise, site: string) => ({
  id,
  title,
  url: `${site}${pathOfPost(post)}`,
});

export function promiseView(promise: PromiseRow, today: CivilDate, site: string) {
  const { id, version, sentence, audiences, dueOn, expectedOn, keptOn, keptWords, ownerTitle, owner } =
    promise;
  return {
    ...{ id, version, sentence, audiences, dueOn, expectedOn, keptOn, keptWords },
    state: stateOf(promise, today),
    daysLate: daysLate(promise, today),
    owner: { title: ownerTitle, ...owner },
    post: postView(promise.post, site),
    keptBy: promise.keptBy === null ? null : postView(promise.keptBy, site),
    steps: stepsFor(promise, today).map(({ step, allowed, unmet }) => ({
      step,
      allowed,
      unmet: unmet.map(({ code, detail }) => ({ code, detail })),
    })),
    timeline: promise.timeline,
  };
}

/** A page of a list that was asked with one more than `limit`. */
export function pageOfPromises(found: readonly ListedPromise[], limit: number) {
  return pageOf(found, limit, ({ sort }) => sort);
}
