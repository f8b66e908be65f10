import { editionsView } from '../news/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { pageOf } from '../platform/pure/cursor.ts';
import { factsOf } from './concern.facts.ts';
import { mayTake, type StepName, stepNames } from './concern.rules.ts';
import type { ConcernRow } from './concern.store.ts';
import { explain, type Unmet } from './concern.words.ts';
import type { ConcernFilter, ConcernSummary } from './concern-list.store.ts';
import { unmetNeeds } from './needs.rules.ts';

export interface StepView {
  readonly step: StepName;
  readonly allowed: boolean;
  readonly unmet: readonly Unmet[];
}

/** Every step somebody in this position could take in some state, and what it still needs now: the buttons and the API's `steps`. */
export function stepsFor(concern: ConcernRow, actor: Actor): readonly StepView[] {
  const facts = factsOf(concern, actor.personId);
  return stepNames
    .filter((step) => mayTake(step, facts))
    .map((step) => {
      const needs = unmetNeeds(step, facts);
      return { step, allowed: needs.length === 0, unmet: explain(needs, facts) };
    });
}

/** A concern as the API shows it: what can be read, what can be done, and the one timeline. */
export function concernView(concern: ConcernRow, actor: Actor) {
  return {
    id: concern.id,
    number: concern.number,
    about: concern.about,
    status: concern.status,
    version: concern.version,
    school: { code: concern.school.code, name: concern.school.name },
    author: concern.author,
    theme: concern.theme,
    noticedOn: concern.noticedOn,
    occasion: concern.occasion,
    observation: concern.observation,
    impression: concern.impression,
    meaningForChildren: concern.meaningForChildren,
    goesWell: concern.goesWell,
    continuesId: concern.continuesId,
    notedAt: concern.notedAt,
    sharedAt: concern.sharedAt,
    touchedAt: concern.touchedAt,
    relations: concern.relations,
    steps: stepsFor(concern, actor),
    workingRules: editionsView(concern.workingRules),
    timeline: concern.entries,
  };
}

/** A page of summaries and the cursor of the next, null at the end. */
export const pageOfConcerns = (found: readonly ConcernSummary[], { limit }: ConcernFilter) =>
  pageOf(found, limit, ({ touchedAt }) => touchedAt);
