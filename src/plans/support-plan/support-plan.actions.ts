/** The deeds on plans and their priorities: pages, API and demonstration all come through here. */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lawfully, type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import { isWhole } from './ambitions/ambition.rules.ts';
import {
  addPriority,
  getPriority,
  lockPriority,
  type PriorityWords,
  removePriority,
  savePriority,
} from './priority.store.ts';
import type {
  PlanInput,
  PlanStepRequest,
  PriorityFields,
  PriorityStepRequest,
} from './support-plan.input.ts';
import { isOpen, mayTakePlanStep, type PlanFacts, planWriters, unmetByPlan } from './support-plan.rules.ts';
import {
  addPlan,
  addPlanEntry,
  getPlan,
  lockPlan,
  type Plan,
  type PlanFields,
  removePlan,
  savePlan,
} from './support-plan.store.ts';

/** What the rules must know of a plan. */
export function planFacts(plan: Plan, today: CivilDate): PlanFacts {
  const ambitions = plan.priorities.flatMap((priority) => priority.ambitions);
  const { status, discussedOn, consentedOn, periodFree, everDiscussed } = plan;
  return {
    ...{ status, discussedOn, consentedOn, periodFree, everDiscussed, today },
    priorities: plan.priorities.length,
    ambitions: ambitions.length,
    unfinished: ambitions.filter((one) => !isWhole(one)).length,
    document: plan.files.some(({ kind }) => kind === 'plan'),
  };
}

export const rolesIn = ({ appointments }: Actor) => appointments.map(({ role }) => role);
const writes = (actor: Actor) => rolesIn(actor).some((role) => planWriters.some((one) => one === role));

/** Begins a plan: a draft. */
export const writePlan = (deed: Deed, actor: Actor, input: PlanInput): Promise<Outcome> =>
  lawfully(deed, actor, input, async (tx) => {
    const id = await addPlan(tx, actor, fieldsOf(input));
    await audit(tx, deed, actor, 'write', 'support_plan', id);
    return taken(id);
  });

/** Takes a step with a plan. */
export function takePlanStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: PlanStepRequest,
): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    request,
    (tx) => lockPlan(tx, actor, id),
    async (tx) => {
      const plan = await getPlan(tx, actor, id);
      if (plan === undefined) return { outcome: 'notFound' };
      const { step } = request;
      if (!mayTakePlanStep(step, rolesIn(actor))) return { outcome: 'forbidden' };
      const unmet = unmetByPlan(
        step,
        planFacts(plan, dayOf(deed.now.getTime())),
        step === 'revise' || step === 'remove' ? {} : request,
      );
      if (unmet.length > 0) return refused(...unmet);
      await move(tx, actor, id, request);
      await audit(tx, deed, actor, step, 'support_plan', id);
      return taken(id);
    },
    (tx) => getPlan(tx, actor, id),
  );
}

async function move(tx: Transaction, actor: Actor, id: string, request: PlanStepRequest): Promise<void> {
  switch (request.step) {
    case 'revise':
      return savePlan(tx, actor, id, fieldsOf(request));
    case 'remove':
      await removePlan(tx, id);
      return;
    case 'reopen':
      return addPlanEntry(tx, actor, id, 'reopen', { on: null, words: request.reasons });
    default: {
      const words = request.step === 'discuss' ? request.with : null;
      return addPlanEntry(tx, actor, id, request.step, { on: request.on, words });
    }
  }
}

/** Adds a priority to a plan that is being written. */
export const writePriority = (
  deed: Deed,
  actor: Actor,
  planId: string,
  input: PriorityFields,
): Promise<Outcome> =>
  lawfully(deed, actor, input, async (tx) => {
    const plan = await getPlan(tx, actor, planId);
    if (plan === undefined) return { outcome: 'notFound' };
    if (!writes(actor)) return { outcome: 'forbidden' };
    if (!isOpen(plan.status)) return refused('planStands');
    const id = await addPriority(tx, actor, planId, wordsOf(input));
    await audit(tx, deed, actor, 'add', 'priority', id);
    return taken(id);
  });

/** Changes a priority, or takes it away when nothing stands in it. */
export function takePriorityStep(
  deed: Deed,
  actor: Actor,
  id: string,
  request: PriorityStepRequest,
): Promise<Outcome> {
  return onLocked(
    deed,
    actor,
    request,
    (tx) => lockPriority(tx, actor, id),
    async (tx) => {
      const priority = await getPriority(tx, actor, id);
      if (priority === undefined) return { outcome: 'notFound' };
      if (!isOpen(priority.plan.status)) return refused('planStands');
      if (request.step === 'remove') {
        if (priority.ambitions > 0) return refused('noAmbitions');
        await removePriority(tx, actor, id);
        await audit(tx, deed, actor, 'remove', 'priority', id);
        return taken(priority.plan.id);
      }
      await savePriority(tx, actor, id, wordsOf(request));
      await audit(tx, deed, actor, 'change', 'priority', id);
      return taken(id);
    },
    (tx) => getPriority(tx, actor, id),
  );
}

const fieldsOf = ({ name, from, to, pages }: PlanInput): PlanFields => ({
  ...{ name, from, to },
  pages: pages ?? null,
});
const wordsOf = ({ name, position, page, text }: PriorityFields): PriorityWords => ({
  name,
  position: position ?? null,
  page: page ?? null,
  text: text?.trim() || null,
});

const audit = (
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  action: string,
  subject: 'support_plan' | 'priority',
  subjectId: string,
) => record(tx, deed, actor, { action, subject, subjectId });
