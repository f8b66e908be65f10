/** What a team lead writes down of how somebody comes into a role. */
import type { Transaction } from '../../platform/database.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import type { CorrectInput, RecordInput } from './transition.input.ts';
import { isDayInReach, transitionLeads } from './transition.rules.ts';
import {
  addTransition,
  findTransitionChoices,
  lockTransition,
  removeTransition,
  saveTransition,
} from './transition.store.ts';

export function recordTransition(deed: Deed, actor: Actor, input: RecordInput): Promise<Outcome> {
  return lawfully(deed, actor, input, async (tx) => {
    if (!hasRole(actor, ...transitionLeads)) return { outcome: 'forbidden' };
    const { people, profiles } = await findTransitionChoices(tx, actor);
    const known = (all: readonly { readonly id: string }[], id: string) => all.some((one) => one.id === id);
    const wrong = [
      ...(known(people, input.personId) ? [] : (['isSpecialist'] as const)),
      ...(known(profiles, input.profileId) ? [] : (['profileKnown'] as const)),
      ...(isDayInReach(input.step, input.onDate, dayOf(deed.now.getTime())) ? [] : (['dayInReach'] as const)),
    ];
    if (wrong.length > 0) return refused(...wrong);
    const id = await addTransition(tx, actor, input);
    if (id === undefined) return refused('stepOnce');
    await audit(tx, deed, actor, 'record', id);
    return taken(id);
  });
}

/** Another day or other words in the place of what stood there: it was written down wrongly. The log keeps that it was changed, and by whom. */
export function correctTransition(
  deed: Deed,
  actor: Actor,
  id: string,
  input: CorrectInput,
): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    input,
    (tx) => lockTransition(tx, actor, id),
    async (tx, { step }) => {
      if (!isDayInReach(step, input.onDate, dayOf(deed.now.getTime()))) return refused('dayInReach');
      await saveTransition(tx, actor, id, input);
      await audit(tx, deed, actor, 'change', id);
      return taken(id);
    },
  );
}

/** Takes away what was never so, such as a step of somebody else. */
export function dropTransition(deed: Deed, actor: Actor, id: string): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    undefined,
    (tx) => lockTransition(tx, actor, id),
    async (tx) => {
      await removeTransition(tx, actor, id);
      await audit(tx, deed, actor, 'remove', id);
      return taken(id);
    },
  );
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  record(tx, deed, actor, { action, subject: 'role_transition', subjectId });
