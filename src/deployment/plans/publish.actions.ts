/** Publishing: what the planner found becomes proposals, in one transaction, after a last look at the world of now. */
import { type PlanResult, whyComesWords } from '../../planner/index.ts';
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { proposeStationingsIn, takeStationingStepIn } from '../../stationing/index.ts';
import { findPlanFacts } from './facts.store.ts';
import { endOf, isAtWork, isClosed } from './plan.rules.ts';
import { getPlan, type Plan } from './plan.store.ts';
import { planFaultWords, replacedWords } from './plan.words.ts';
import { audit, onPlan, type PlanOutcome, refused } from './plan-outcome.ts';
import { publishedNow } from './plan-writes.store.ts';
import { besideOpen, latest, type Misfit, misfit, type Publication, publicationOf } from './publication.ts';
import {
  addProposals,
  findContractDays,
  findOpenProposals,
  isOvertaken,
  lockPublishing,
} from './publish.store.ts';

/** Undoes what was written already: the plan does not fit, and nobody said to leave things out. */
class DoesNotFit extends Error {
  readonly misfits: readonly Misfit[];
  constructor(misfits: readonly Misfit[]) {
    super('the plan does not fit the world of now');
    this.misfits = misfits;
  }
}

/**
 * Publishes a plan: stationings are proposed to schools, people to whoever may assign. What no longer fits is named; with `leaveOut` the
 * rest is published without it.
 */
export async function publishPlan(
  deed: Deed,
  actor: Actor,
  id: string,
  { leaveOut = false }: { readonly leaveOut?: boolean | undefined } = {},
): Promise<PlanOutcome> {
  try {
    return await onPlan(deed, actor, id, async (tx, { status, hasBest }) => {
      if (isClosed(status)) return refused('planMoves');
      if (isAtWork(status)) return refused('planRests');
      if (!hasBest || status === 'failed') return refused('nothingFound');
      await lockPublishing(tx, actor.tenantId);
      const plan = await getPlan(tx, actor.tenantId, id);
      if (plan?.best == null) return refused('nothingFound');
      const publication = await lookAgain(tx, deed, actor, { ...plan, best: plan.best });
      const left = [...publication.misfits, ...(await propose(tx, deed, actor, id, publication))];
      if (left.length > 0 && !leaveOut) throw new DoesNotFit(left);
      const version = await publishedNow(tx, actor, id);
      // Where the stationing was left out, nobody comes to take the question.
      const stays = ({
        specialistId,
        schoolId,
      }: {
        readonly specialistId: string;
        readonly schoolId: string;
      }) =>
        !left.some(
          (out) =>
            out.specialistId === specialistId && out.schoolId === schoolId && out.demandId === undefined,
        );
      await addProposals(tx, actor.tenantId, id, publication.assignments.filter(stays));
      await audit(tx, deed, actor, 'publish_plan', id);
      return { outcome: 'taken', id, version, leftOut: left };
    });
  } catch (fault) {
    if (!(fault instanceof DoesNotFit)) throw fault;
    const message = planFaultWords.stillFits;
    return {
      outcome: 'refused',
      faults: [{ field: '', code: 'stillFits', message }],
      misfits: fault.misfits,
    };
  }
}

async function lookAgain(
  tx: Transaction,
  deed: Deed,
  { tenantId }: Actor,
  plan: Plan & { readonly best: PlanResult },
): Promise<Publication> {
  const { id, startsOn, weeks } = plan;
  const today = dayOf(deed.now.getTime());
  const first = latest(startsOn, today);
  const [now, contracts, otherPublished] = await Promise.all([
    findPlanFacts(tx, { tenantId, startsOn, weeks }, id),
    findContractDays(tx, tenantId, first, endOf(startsOn, weeks)),
    isOvertaken(tx, tenantId, id),
  ]);
  const explained = plan.explanation?.assignments ?? [];
  return publicationOf(plan.best, {
    ...{ now: { ...now, previous: null }, contracts, today, otherPublished, explained },
  });
}

/** Proposes the stationings, in the place of what an earlier plan proposed; gives those that cannot be. */
async function propose(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  planId: string,
  { stationings }: Publication,
): Promise<readonly Misfit[]> {
  const left: Misfit[] = [];
  const { toPropose, toWithdraw } = besideOpen(stationings, await findOpenProposals(tx, actor.tenantId));
  for (const { id, specialistId, schoolId } of toWithdraw) {
    const step = { step: 'withdraw', words: replacedWords } as const;
    const outcome = await takeStationingStepIn(tx, { ...deed, version: undefined }, actor, id, step);
    if (outcome.outcome !== 'taken') left.push(misfit('stationingRefused', { specialistId, schoolId }));
  }
  const proposals = toPropose.map(({ because, ...wanted }) => ({
    ...{ ...wanted, planId },
    words: because === null ? null : whyComesWords[because],
  }));
  const answers = await proposeStationingsIn(tx, deed, actor, proposals);
  const refused = toPropose.flatMap(({ specialistId, schoolId }, nth) => {
    const unmet = answers[nth] ?? [];
    const out = misfit('stationingRefused', { specialistId, schoolId });
    return unmet.length === 0 ? [] : [{ ...out, message: unmet.map(({ detail }) => detail).join(' ') }];
  });
  return [...left, ...refused];
}
