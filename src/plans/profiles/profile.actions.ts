/** The deeds on role profiles: pages, API and demonstration all come through here. */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import { editionFacts, openEdition } from './profile.facts.ts';
import type { ProfileInput, ProfileStepRequest } from './profile.input.ts';
import { mayTakeEditionStep, unmetByEdition } from './profile.rules.ts';
import {
  addEdition,
  addProfile,
  adoptEdition,
  getProfile,
  lockNewest,
  saveEdition,
} from './profile.store.ts';

/** Begins a profile: a draft that its writers and the partnership's director read. */
export function writeProfile(deed: Deed, actor: Actor, { name, role, body }: ProfileInput): Promise<Outcome> {
  return lawfully(deed, actor, { name, body }, async (tx) => {
    const id = await addProfile(tx, actor, { name, role: role ?? null, body });
    await audit(tx, deed, actor, 'write', id);
    return taken(id);
  });
}

/** Takes a step with the newest edition of a profile, or begins the next. */
export function takeProfileStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: ProfileStepRequest,
): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    request,
    (tx) => lockNewest(tx, actor, id),
    async (tx) => {
      const profile = await getProfile(tx, actor, id);
      if (profile === undefined) return { outcome: 'notFound' };
      const { step } = request;
      const open = openEdition(profile);
      const facts = editionFacts(
        profile,
        step === 'write' ? undefined : open,
        actor,
        dayOf(deed.now.getTime()),
      );
      if (!mayTakeEditionStep(step, facts.roles)) return { outcome: 'forbidden' };
      const unmet = unmetByEdition(step, facts, request);
      if (unmet.length > 0) return refused(...unmet);
      if (request.step === 'write') await addEdition(tx, actor, id, request.body);
      else if (open === undefined) return refused('stateAllows');
      else if (request.step === 'revise') await saveEdition(tx, actor, id, open.nth, request.body);
      else await adoptEdition(tx, actor, id, open.nth, request.startsOn);
      await audit(tx, deed, actor, step, id);
      return taken(id);
    },
    (tx) => getProfile(tx, actor, id),
  );
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  record(tx, deed, actor, { action, subject: 'role_profile', subjectId });
