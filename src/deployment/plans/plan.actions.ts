/** The deeds of who plans: make, mark, change by hand, stop, run again, lay aside. */
import { brokenWords, type Change, say } from '../../planner/index.ts';
import type { Transaction } from '../../platform/database.ts';
import { knock } from '../../platform/jobs.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf, showDate } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { changesOf, madeUp } from './asked.input.ts';
import type { ChangeInput, MarkInput, PlanInput } from './plan.input.ts';
import { isAtWork, isClosed, isInReach, isReady, mayMove, mostWaiting, nextMonday } from './plan.rules.ts';
import { findPlanNames, getPlan, getPlanGround, type Plan } from './plan.store.ts';
import { demandsOf, nameIn } from './plan.view.ts';
import { audit, lawfully, onPlan, type PlanOutcome, refused } from './plan-outcome.ts';
import * as writes from './plan-writes.store.ts';
import { findSchoolId } from './plan-writes.store.ts';
import { changesIn, tryChange } from './planner.ts';

/** Asks for a plan: it stands in line, and a planner begins as soon as this is kept. */
export function makePlan(
  deed: Deed,
  actor: Actor,
  input: PlanInput,
  /** What the planner itself suggested to be otherwise. */
  suggested: readonly Change[] = [],
): Promise<PlanOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const { tenantId } = actor;
    const { basedOnId } = input;
    const basis = basedOnId === undefined ? undefined : await getPlan(tx, tenantId, basedOnId);
    if (basedOnId !== undefined && basis === undefined) return refused('basisKnown', 'basedOnId');
    if (basis?.best === null) return refused('basisReady', 'basedOnId');
    const today = dayOf(deed.now.getTime());
    const startsOn = firstDayOf(input, basis, today);
    if (!isInReach(startsOn, today)) return refused('startsInReach', 'startsOn');
    if (await isLineFull(tx, tenantId)) return refused('lineFull');
    const weeks = input.weeks ?? basis?.weeks ?? (await writes.usualWeeks(tx, tenantId));
    const id = await writes.addPlan(tx, actor, {
      ...newPlan(input, startsOn, basis),
      ...{ weeks, asked: [...changesOf(input.asked ?? []), ...suggested] },
    });
    if (basis !== undefined) await writes.copyMarks(tx, actor, basis.id, id);
    await knock(tx, 'deployment-plans');
    await audit(tx, deed, actor, 'make_plan', id);
    return { outcome: 'taken', id, version: 1 };
  });
}

const firstDayOf = (input: PlanInput, basis: Plan | undefined, today: CivilDate) =>
  input.startsOn ?? basis?.startsOn ?? nextMonday(today);

const isLineFull = async (tx: Transaction, tenantId: string) =>
  (await writes.countWaiting(tx, tenantId)) >= mostWaiting;

/** What was asked, and the rest as it usually is. */
const newPlan = (input: PlanInput, startsOn: string, basis: Plan | undefined) => ({
  name: input.name ?? `Plan vanaf ${showDate(startsOn)}`,
  startsOn,
  seconds: input.seconds ?? 60,
  rounds: input.rounds ?? null,
  seed: input.seed ?? 1,
  basedOnId: basis?.id ?? null,
  start: basis?.best ?? null,
});

/** Holds fast, rules out, or lets free; the next run keeps to it. */
export function markPlan(deed: Deed, actor: Actor, id: string, input: MarkInput): Promise<PlanOutcome> {
  return onPlan(deed, actor, id, async (tx, plan) => {
    if (isClosed(plan.status)) return refused('planMoves');
    const { kind } = input;
    const { mark, refusal } = await markOf(tx, actor, id, input);
    if (mark === undefined) return refusal;
    if (kind === 'free') {
      if (!(await writes.removeMark(tx, actor.tenantId, id, mark))) return refused('markKnown');
    } else await writes.addMark(tx, actor, id, { kind, ...mark });
    const version = await writes.touchPlan(tx, actor.tenantId, id);
    await audit(tx, deed, actor, kind === 'free' ? 'unmark_plan' : 'mark_plan', id);
    return { outcome: 'taken', id, version };
  });
}

async function markOf(
  tx: Transaction,
  actor: Actor,
  id: string,
  { specialistId, schoolCode, demandId: named }: MarkInput,
) {
  const demandId = named ?? null;
  const schoolId = await findSchoolId(tx, actor.tenantId, schoolCode);
  if (schoolId === undefined) return { refusal: refused('schoolKnown', 'schoolCode') };
  if (!(await writes.isSpecialist(tx, actor.tenantId, specialistId)))
    return { refusal: refused('specialistKnown', 'specialistId') };
  // Of the plan as it was made; before its first run anything may be named.
  const { input } = await getPlanGround(tx, actor.tenantId, id);
  const demand = input?.demands.find((each) => each.id === demandId);
  if (demandId !== null && input !== null && demand?.schoolId !== schoolId)
    return { refusal: refused('demandKnown', 'demandId') };
  return { mark: { specialistId, schoolId, demandId } };
}

/** Changes a plan by hand: refused with the hard rules it would break, else kept with what it costs, and held fast. */
export function changePlan(deed: Deed, actor: Actor, id: string, input: ChangeInput): Promise<PlanOutcome> {
  return onPlan(deed, actor, id, async (tx, { status }) => {
    if (isClosed(status)) return refused('planMoves');
    if (!isReady(status)) return refused(isAtWork(status) ? 'planRests' : 'nothingFound');
    const { tenantId } = actor;
    const schoolId = 'schoolCode' in input ? await findSchoolId(tx, tenantId, input.schoolCode) : '';
    return schoolId === undefined
      ? refused('schoolKnown', 'schoolCode')
      : changeIn(tx, deed, actor, id, input, schoolId);
  });
}

async function changeIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  id: string,
  input: ChangeInput,
  schoolId: string,
): Promise<PlanOutcome> {
  const { tenantId } = actor;
  const [plan, { input: facts }] = await Promise.all([
    getPlan(tx, tenantId, id),
    getPlanGround(tx, tenantId, id),
  ]);
  if (plan?.best == null || facts === null) return refused('nothingFound');
  const tried = tryChange(plan.best, { ...facts, marks: plan.marks }, input, schoolId);
  if (tried.broken.length > 0) {
    const names = await findPlanNames(tx, tenantId, demandsOf(plan));
    const faults = tried.broken.map((each) => ({
      ...{ field: '', code: 'changePossible' as const },
      message: say(brokenWords(each), nameIn(names)),
    }));
    return { outcome: 'refused', faults };
  }
  const version = await writes.saveByHand(tx, tenantId, id, { best: tried.result, value: tried.value });
  const { mark } = tried;
  if (mark !== null && !madeUp(changesIn(plan.asked)).includes(mark.specialistId))
    await writes.addMark(tx, actor, id, mark);
  await audit(tx, deed, actor, 'change_plan', id);
  return { outcome: 'taken', id, version };
}

/** Asks the planner to stop with the best so far. Who asks twice, asks once; nothing of the plan is lost, so no version is asked. */
export function stopPlan(deed: Deed, actor: Actor, id: string): Promise<PlanOutcome> {
  return onPlan({ ...deed, version: undefined }, actor, id, async (tx, { status, version }) => {
    if (!isAtWork(status)) return refused('notAtWork');
    const after =
      status === 'queued'
        ? await writes.movePlan(tx, actor.tenantId, id, 'stopped')
        : await writes.askToStop(tx, actor.tenantId, id);
    if (after !== undefined) await audit(tx, deed, actor, 'stop_plan', id);
    return { outcome: 'taken', id, version: after ?? version };
  });
}

/** Runs it again on the world of now: from the best so far, with what is held fast. */
export const runAgain = (deed: Deed, actor: Actor, id: string): Promise<PlanOutcome> =>
  onPlan(deed, actor, id, async (tx, { status }) => {
    if (!mayMove(status, 'queued')) return refused(isAtWork(status) ? 'planRests' : 'planMoves');
    if (await isLineFull(tx, actor.tenantId)) return refused('lineFull');
    const version = await writes.movePlan(tx, actor.tenantId, id, 'queued');
    await knock(tx, 'deployment-plans');
    await audit(tx, deed, actor, 'run_plan_again', id);
    return { outcome: 'taken', id, version };
  });

/** Lays a plan aside that nobody published. */
export const discardPlan = (deed: Deed, actor: Actor, id: string): Promise<PlanOutcome> =>
  onPlan(deed, actor, id, async (tx, { status }) => {
    if (!mayMove(status, 'discarded')) return refused('planMoves');
    const version = await writes.movePlan(tx, actor.tenantId, id, 'discarded');
    await audit(tx, deed, actor, 'discard_plan', id);
    return { outcome: 'taken', id, version };
  });
