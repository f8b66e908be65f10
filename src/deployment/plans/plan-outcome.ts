/** What becomes of a deed around a plan, and how each is done: one transaction, once per key, its refusals as values. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type PlanFaultCode, planFaultWords } from './plan.words.ts';
import { type Locked, lockPlan } from './plan-writes.store.ts';
import type { Misfit } from './publication.ts';

export interface PlanFault {
  /** Where, as the API names it; empty: the plan as a whole. */
  readonly field: string;
  readonly code: PlanFaultCode;
  readonly message: string;
}

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type PlanOutcome =
  | {
      readonly outcome: 'taken';
      readonly id: string;
      readonly version: number;
      /** What was left out when it was published. */
      readonly leftOut?: readonly Misfit[];
    }
  | {
      readonly outcome: 'refused';
      readonly faults: readonly PlanFault[];
      readonly misfits?: readonly Misfit[];
    }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

export type Refused = Extract<PlanOutcome, { outcome: 'refused' }>;

export const refused = (
  code: PlanFaultCode,
  field = '',
  message: string = planFaultWords[code],
): Refused => ({
  outcome: 'refused',
  faults: [{ field, code, message }],
});

/** Does a deed; what the law refuses comes back as a value. */
export async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<PlanOutcome>,
): Promise<PlanOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof Stale) return { outcome: 'stale' };
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    if (!(fault instanceof LawRefused)) throw fault;
    const known = fault.codes.find((code): code is PlanFaultCode => code in planFaultWords);
    return refused(known ?? 'stillFits');
  }
}

/** On a plan that exists, in the version its reader saw; nobody else changes it until this is done. */
export function onPlan(
  deed: Deed,
  actor: Actor,
  id: string,
  work: (tx: Transaction, plan: Locked) => Promise<PlanOutcome>,
): Promise<PlanOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const plan = await lockPlan(tx, actor.tenantId, id);
    if (plan === undefined) return { outcome: 'notFound' };
    return deed.version !== undefined && deed.version !== plan.version
      ? { outcome: 'stale' }
      : work(tx, plan);
  });
}

export const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'plan', subjectId, via: deed.via });
