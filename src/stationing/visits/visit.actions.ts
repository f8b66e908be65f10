/** The deeds of who visits: record, correct, withdraw. */
import type { Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import type { VisitInput } from './visit.input.ts';
import { isInReach, mayChange } from './visit.rules.ts';
import { findSchoolsByCode, getGoalQuestions, getVisit, type VisitRow } from './visit.store.ts';
import type { VisitFaultCode } from './visit.words.ts';
import { audit, lawfully, refused, type VisitOutcome } from './visit-outcome.ts';
import { saveVisit, withdrawVisit } from './visit-writes.store.ts';

/** Records a visit of the actor's own. */
export function recordVisit(deed: Deed, actor: Actor, input: VisitInput): Promise<VisitOutcome> {
  return lawfully(deed, actor, (tx) => writeVisit(tx, deed, actor, input));
}

/** Corrects one: whatever the schools answered is asked again. */
export function changeVisit(deed: Deed, actor: Actor, id: string, input: VisitInput): Promise<VisitOutcome> {
  return onOwn(deed, actor, id, (tx, before) => writeVisit(tx, deed, actor, input, before));
}

/** Takes one back that was a mistake. */
export function takeBackVisit(deed: Deed, actor: Actor, id: string): Promise<VisitOutcome> {
  return onOwn(deed, actor, id, async (tx, before) => {
    const version = await withdrawVisit(tx, id, before.version);
    await audit(tx, deed, actor, 'withdraw_visit', id);
    return { outcome: 'taken', id, version };
  });
}

/** Writes one down, or over `before`, in the transaction of a deed. */
export async function writeVisit(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  input: VisitInput,
  before?: VisitRow,
): Promise<VisitOutcome> {
  const goalIds = input.split.flatMap(({ goalId }) => (goalId === undefined ? [] : [goalId]));
  const [schools, questionOf] = await Promise.all([
    findSchoolsByCode(tx, actor.tenantId, input.schools),
    getGoalQuestions(tx, actor.tenantId, goalIds),
  ]);
  const idOf = new Map(schools.map(({ code, id }) => [code, id]));
  const schoolIds = input.schools.flatMap((code) => idOf.get(code) ?? []);
  const named = input.split.flatMap(({ schoolCode }) => schoolCode ?? []);
  const faults: readonly VisitFaultCode[] = [
    ...((input.specialistId ?? actor.personId) === actor.personId ? [] : ['ownVisit' as const]),
    ...(isInReach(input.date, dayOf(deed.now.getTime())) || input.date === before?.date
      ? []
      : ['dayInReach' as const]),
    ...(schoolIds.length === input.schools.length ? [] : ['schoolsKnown' as const]),
    ...(named.every((code) => input.schools.includes(code)) ? [] : ['ownQuestions' as const]),
    ...(goalIds.every((goal) => questionOf.has(goal)) ? [] : ['goalOfQuestion' as const]),
  ];
  if (faults.length > 0) return refused(...faults);
  const id = before?.id ?? newId(deed.now.getTime());
  const version = await saveVisit(tx, {
    id,
    version: before?.version ?? null,
    date: input.date,
    minutes: input.minutes,
    travelMinutes: input.travelMinutes ?? 0,
    preparationMinutes: input.preparationMinutes ?? 0,
    kind: input.kind,
    schoolIds,
    participants: input.participants ?? [],
    shares: input.split.map(({ minutes, goalId, supportQuestionId, ambitionId, schoolCode }) => ({
      minutes,
      goalId,
      ambitionId,
      questionId: goalId === undefined ? supportQuestionId : questionOf.get(goalId),
      schoolId: schoolCode === undefined ? undefined : idOf.get(schoolCode),
    })),
  });
  await audit(tx, deed, actor, before === undefined ? 'record_visit' : 'change_visit', id);
  return { outcome: 'taken', id, version };
}

/** For whose visit it is, on the version they saw. */
function onOwn(
  deed: Deed,
  actor: Actor,
  id: string,
  work: (tx: Transaction, before: VisitRow) => Promise<VisitOutcome>,
): Promise<VisitOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const before = await getVisit(tx, actor.tenantId, id);
    if (before === undefined) return { outcome: 'notFound' };
    if (before.specialist.id !== actor.personId) return { outcome: 'forbidden' };
    if (before.withdrawn) return { outcome: 'notFound' };
    if (!mayChange(before)) return refused('notFaded');
    return before.version === deed.version ? work(tx, before) : { outcome: 'stale' };
  });
}
