/** What a reader is told after a deed on a plan. */
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import { type Call, notFound, type PageAnswer } from '../../platform/route.ts';
import { getPlan, type Plan } from './plan.store.ts';
import { planStatusWords } from './plan.words.ts';
import type { PlanOutcome } from './plan-outcome.ts';

/** Back to a page, with what became of it on top. */
export async function answered(
  { actor, database }: Call<Actor, object, unknown>,
  id: string,
  outcome: PlanOutcome,
  to: string,
  done: string,
): Promise<PageAnswer> {
  switch (outcome.outcome) {
    case 'taken':
      return { kind: 'redirect', to, flash: { tone: 'good', text: done } };
    case 'notFound':
      return notFound;
    case 'refused': {
      const text = outcome.faults.map(({ message }) => message).join(' ');
      return { kind: 'redirect', to, flash: { tone: 'error', text } };
    }
    case 'keyReused':
      return { kind: 'redirect', to, flash: { tone: 'info', text: 'Dit was al verstuurd.' } };
    case 'stale': {
      const plan = await database.read(actor, (reader) => getPlan(reader, actor.tenantId, id));
      return plan === undefined
        ? notFound
        : { kind: 'redirect', to, flash: { tone: 'warning', text: staleWords(plan) } };
    }
  }
}

/** What the other one made of it. */
function staleWords({ status, marks }: Pick<Plan, 'status' | 'marks'>): string {
  const held = marks.length === 0 ? 'niets' : count(marks.length, 'keer iets', 'keer iets');
  return `Dit plan is net veranderd, door iemand anders of in een ander venster. Het staat nu op «${planStatusWords[status]}», met ${held} vastgezet of uitgesloten. Wat u deed, is niet opgeslagen: kijk wat er nu staat en doe het zo nodig opnieuw.`;
}
