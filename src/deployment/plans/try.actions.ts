/** «Wat als» with a change that the planner suggests for something that waits. */
import { type Change, extraSpecialist, type MarkFacts } from '../../planner/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { makePlan } from './plan.actions.ts';
import { getPlan } from './plan.store.ts';
import { type PlanOutcome, refused } from './plan-outcome.ts';

/** Asks for a plan after this one in which the suggestion holds. */
export async function trySuggestion(
  deed: Deed,
  actor: Actor,
  id: string,
  { demandId, nth }: { readonly demandId: string; readonly nth: number },
): Promise<PlanOutcome> {
  const plan = await deed.database.read(actor, (reader) => getPlan(reader, actor.tenantId, id));
  if (plan === undefined) return { outcome: 'notFound' };
  const waiting = plan.explanation?.unplanned.find((each) => each.demandId === demandId);
  const changes = waiting?.frees[nth]?.changes;
  if (changes === undefined) return refused('demandKnown');
  const name = [...`Wat als, na ${plan.name}`].slice(0, 120).join('');
  const { once } = deed;
  // One form has a button for each suggestion: each of them is done once.
  const one = once && { ...once, key: `${demandId} ${nth} ${once.key}`.slice(0, 200) };
  return makePlan({ ...deed, once: one }, actor, { name, basedOnId: id }, named(changes, newId()));
}

/** Whoever is suggested as one more gets an id of their own: a next plan may suggest another. */
function named(changes: readonly Change[], id: string): readonly Change[] {
  const who = (mark: MarkFacts) =>
    mark.specialistId === extraSpecialist ? { ...mark, specialistId: id } : mark;
  return changes.map((change) => {
    if (change.kind === 'add specialist') return { ...change, id };
    return change.kind === 'mark' || change.kind === 'unmark'
      ? { ...change, mark: who(change.mark) }
      : change;
  });
}
