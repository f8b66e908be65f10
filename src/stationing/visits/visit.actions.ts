/** The deeds around a visit: record, correct, withdraw, answer. Each is one transaction with its audit row. */
import { recordAudit, recordAudits } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, Stale, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { respondents } from './visit.access.ts';
import type { AnswerInput, VisitInput } from './visit.input.ts';
import { isInReach } from './visit.rules.ts';
import {
  answerVisit,
  confirmVisits,
  findSchoolsByCode,
  findStillToAnswer,
  getGoalQuestions,
  getVisit,
  saveVisit,
  type VisitRow,
  withdrawVisit,
} from './visit.store.ts';
import { faultWords, type VisitFaultCode } from './visit.words.ts';

export interface VisitFault {
  /** Where, as the API names it. */
  readonly field: string;
  readonly code: VisitFaultCode;
  readonly message: string;
}

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type VisitOutcome =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly faults: readonly VisitFault[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

const fields: Readonly<Record<VisitFaultCode, string>> = {
  ownVisit: 'specialistId',
  dayInReach: 'date',
  schoolsKnown: 'schools',
  sharesAddUp: 'split',
  ownQuestions: 'split',
  goalOfQuestion: 'split',
  notYetConfirmed: '',
  saysWhatIsWrong: 'words',
  ownSchool: 'schoolCode',
};
const refused = (...codes: readonly VisitFaultCode[]): VisitOutcome => ({
  outcome: 'refused',
  faults: codes.map((code) => ({ field: fields[code], code, message: faultWords[code] })),
});

/** Records a visit of the actor's own. */
export function recordVisit(deed: Deed, actor: Actor, input: VisitInput): Promise<VisitOutcome> {
  return lawfully(deed, actor, (tx) => save(tx, deed, actor, input, undefined));
}

/** Corrects one: whatever the schools answered is asked again. */
export function changeVisit(deed: Deed, actor: Actor, id: string, input: VisitInput): Promise<VisitOutcome> {
  return onOwn(deed, actor, id, (tx, before) => save(tx, deed, actor, input, before));
}

/** Takes one back that was a mistake. */
export function takeBackVisit(deed: Deed, actor: Actor, id: string): Promise<VisitOutcome> {
  return onOwn(deed, actor, id, async (tx, before) => {
    const version = await withdrawVisit(tx, id, before.version);
    await audit(tx, deed, actor, 'withdraw_visit', id);
    return { outcome: 'taken', id, version };
  });
}

/** Says for a school whether a visit is right. Without a version: of what stands there now. */
export function answer(deed: Deed, actor: Actor, id: string, input: AnswerInput): Promise<VisitOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const visit = await getVisit(tx, actor.tenantId, id);
    if (visit === undefined || visit.withdrawn) return { outcome: 'notFound' };
    const school = schoolsOf(actor, ...respondents).find(({ code }) => code === input.schoolCode);
    if (visit.specialist.id === actor.personId) return { outcome: 'forbidden' };
    if (school === undefined || !visit.schools.some(({ code }) => code === school.code))
      return refused('ownSchool');
    if (deed.version !== undefined && deed.version !== visit.version) return { outcome: 'stale' };
    const { verdict, words = null } = input;
    const version = await answerVisit(tx, {
      id,
      schoolId: school.id,
      version: visit.version,
      verdict,
      words,
    });
    await audit(tx, deed, actor, verdict === 'confirmed' ? 'confirm_visit' : 'dispute_visit', id);
    return { outcome: 'taken', id, version };
  });
}

/** Confirms many at once: each as it was seen. What changed meanwhile is left alone. Gives how many were confirmed. */
export function confirmMany(
  deed: Deed,
  actor: Actor,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<{ readonly outcome: 'taken'; readonly confirmed: number } | KeyReused> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      const found = await findStillToAnswer(tx, actor, seen);
      if (found.length > 0) {
        await confirmVisits(tx, found);
        const ids = [...new Set(found.map(({ id }) => id))];
        await recordAudits(tx, actor, { action: 'confirm_visit', subject: 'visit', via: deed.via }, ids);
      }
      return { outcome: 'taken' as const, confirmed: new Set(found.map(({ id }) => id)).size };
    }),
  );
}

async function save(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  input: VisitInput,
  before: VisitRow | undefined,
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
    shares: input.split.map(({ minutes, goalId, supportQuestionId, schoolCode }) => ({
      minutes,
      goalId,
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
    return before.version === deed.version ? work(tx, before) : { outcome: 'stale' };
  });
}

async function lawfully(
  deed: Deed,
  actor: Actor,
  work: (tx: Transaction) => Promise<VisitOutcome>,
): Promise<VisitOutcome> {
  try {
    return await deed.database.write(actor, (tx) => doOnce(tx, actor, deed.once, () => work(tx)));
  } catch (fault) {
    if (fault instanceof LawRefused)
      return refused(...fault.codes.filter((code): code is VisitFaultCode => code in faultWords));
    if (fault instanceof Stale) return { outcome: 'stale' };
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    throw fault;
  }
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'visit', subjectId, via: deed.via });
