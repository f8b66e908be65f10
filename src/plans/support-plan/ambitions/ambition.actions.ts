/** The deeds on ambitions of plans: pages, API and demonstration all come through here. */
import type { Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../../platform/pure/dates.ts';
import type { Deed } from '../../../platform/route.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../../outcome.ts';
import { getPriority } from '../priority.store.ts';
import { rolesIn } from '../support-plan.actions.ts';
import { isOpen, planWriters } from '../support-plan.rules.ts';
import type { AmbitionFields, AmbitionStepRequest } from './ambition.input.ts';
import {
  type AmbitionFacts,
  type AmbitionGiven,
  type AmbitionStep,
  mayTakeAmbitionStep,
  unmetByAmbition,
} from './ambition.rules.ts';
import {
  type AmbitionOfPlan,
  type AmbitionWords,
  addAmbition,
  addReading,
  changeAmbition,
  findOwners,
  getAmbition,
  lockAmbition,
  removeAmbition,
  saveAmbition,
} from './ambition.store.ts';

/** What the rules must know of an ambition. */
export const ambitionFacts = (one: AmbitionOfPlan, today: CivilDate): AmbitionFacts => ({
  status: one.plan === null ? 'listed' : one.draft ? 'draft' : 'adopted',
  planOpen: one.plan !== null && isOpen(one.plan.status),
  ownerId: one.owner?.id ?? null,
  measure: one.measure,
  from: one.from,
  today,
  planTo: one.plan?.to ?? null,
});

export const mayTake = (step: AmbitionStep, actor: Actor, one: Pick<AmbitionOfPlan, 'owner'>): boolean =>
  mayTakeAmbitionStep(step, { personId: actor.personId, roles: rolesIn(actor) }, one.owner?.id ?? null);

/** Adds an ambition to a priority of a plan that is being written. */
export const writeAmbition = (
  deed: Deed,
  actor: Actor,
  priorityId: string,
  input: AmbitionFields,
): Promise<Outcome> =>
  lawfully(deed, actor, input, async (tx) => {
    const priority = await getPriority(tx, actor, priorityId);
    if (priority === undefined) return { outcome: 'notFound' };
    if (!planWriters.some((role) => rolesIn(actor).includes(role))) return { outcome: 'forbidden' };
    if (!isOpen(priority.plan.status)) return refused('planStands');
    if (!(await knowsOwner(tx, actor, input.ownerId, null))) return refused('ownerKnown');
    const id = await addAmbition(tx, actor, priorityId, wordsOf(input));
    await audit(tx, deed, actor, 'add', id);
    return taken(id);
  });

/** Takes a step with an ambition. */
export function takeAmbitionStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: AmbitionStepRequest,
): Promise<Outcome> {
  const { step } = request;
  return onLocked(
    deed,
    actor,
    request,
    (tx) => lockAmbition(tx, actor, id, step === 'read'),
    async (tx) => {
      const one = await getAmbition(tx, actor, id);
      if (one === undefined) return { outcome: 'notFound' };
      if (!mayTake(step, actor, one)) return { outcome: 'forbidden' };
      const unmet = unmetByAmbition(step, ambitionFacts(one, dayOf(deed.now.getTime())), givenBy(request));
      if (unmet.length > 0) return refused(...unmet);
      const owner = 'ownerId' in request ? request.ownerId : undefined;
      if (!(await knowsOwner(tx, actor, owner, one))) return refused('ownerKnown');
      await move(tx, actor, one, request);
      await audit(tx, deed, actor, auditWords[step] ?? step, id);
      return taken(step === 'remove' ? (one.plan?.id ?? id) : id);
    },
    (tx) => getAmbition(tx, actor, id),
  );
}

/** What the access log calls a step; to read is to look there. */
const auditWords: Partial<Readonly<Record<AmbitionStep, string>>> = { revise: 'change', read: 'read_off' };

function givenBy(request: AmbitionStepRequest): AmbitionGiven {
  if (request.step === 'change') {
    const { to, reasons, ownerId = null } = request;
    return { to, reasons, whole: { ...wordsOf(request), owner: ownerId } };
  }
  return request.step === 'read' ? { on: request.on } : {};
}

function move(
  tx: Transaction,
  actor: Actor,
  one: AmbitionOfPlan,
  request: AmbitionStepRequest,
): Promise<void> {
  switch (request.step) {
    case 'revise':
      return saveAmbition(tx, actor, one.id, wordsOf(request));
    case 'remove':
      return removeAmbition(tx, actor, one.id);
    case 'change': {
      const to = request.to ?? one.to ?? one.plan?.to ?? one.from;
      return changeAmbition(tx, one.id, request.reasons, { ...wordsOf(request), to });
    }
    case 'read':
      return addReading(tx, actor, one.id, { ...request, note: request.note?.trim() || null });
  }
}

/** What a measure tells is told in its own unit. */
const wordsOf = (input: AmbitionFields): AmbitionWords => ({
  name: input.name,
  page: input.page ?? null,
  text: input.text?.trim() || null,
  indicator: input.indicator?.trim() || null,
  unit: input.measure === undefined ? input.unit?.trim() || null : null,
  measure: input.measure ?? null,
  startValue: input.startValue ?? null,
  targetValue: input.targetValue ?? null,
  targetOn: input.targetOn ?? null,
  ownerId: input.ownerId ?? null,
});

/** Whoever owns it already stays its owner, also when they left. */
const knowsOwner = async (
  tx: Transaction,
  actor: Actor,
  id: string | undefined,
  before: Pick<AmbitionOfPlan, 'owner'> | null,
): Promise<boolean> =>
  id === undefined ||
  id === before?.owner?.id ||
  (await findOwners(tx, actor)).some((person) => person.id === id);

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  record(tx, deed, actor, { action, subject: 'ambition', subjectId });
