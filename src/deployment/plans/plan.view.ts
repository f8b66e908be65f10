/** Plans as the API tells them; ids with what people call them. */
import type { Explanation, PlanResult, Ref } from '../../planner/index.ts';
import { isAtWork } from './plan.rules.ts';
import type { Plan, PlanNames, PlanProgress, PlanRow } from './plan.store.ts';
import { failureWords, madeUpName, phaseWords, planStatusWords } from './plan.words.ts';

/** How far a plan can be from the best, as a part of the best; null: nobody knows yet. */
export function gapOf(value: number | null, bound: number | null): number | null {
  if (value === null || bound === null) return null;
  const gap = Math.max(0, bound - value) / Math.max(1, Math.abs(bound));
  return Math.round(gap * 10_000) / 10_000;
}

/** How a run goes, for the live view: figures and the words that stand beside them. */
export function progressView(plan: PlanProgress) {
  const { status, phase, value, bound, spent, seconds, failure, version } = plan;
  return {
    ...{ status, version, value, bound, seconds: rounded(spent), most: seconds },
    statusWords: planStatusWords[status],
    phase: status === 'running' && phase !== null ? (phaseWords[phase] ?? null) : null,
    gap: gapOf(value, bound),
    failure: failure === null ? null : failureWords[failure],
  };
}

const rounded = (seconds: number) => Math.round(seconds * 10) / 10;

export function planSummary(plan: PlanRow) {
  const { id, name, startsOn, weeks, status, value, bound, spent, seconds, version, madeAt, madeBy } = plan;
  return {
    ...{ id, version, name, startsOn, weeks, value, bound },
    // Who waits in line is not told apart from who is served: both will be done by themselves.
    status: status === 'queued' ? 'running' : status,
    phase: status === 'running' ? plan.phase : null,
    progress: isAtWork(status) ? Math.min(0.99, Math.round((100 * spent) / seconds) / 100) : 1,
    gap: gapOf(value, bound),
    seconds: rounded(spent),
    failure: plan.failure,
    ...{ madeAt, madeBy },
    publishedAt: plan.publishedAt,
    basedOn: plan.basedOn,
  };
}

/** What people call what a sentence of the planner speaks of. */
export const nameIn =
  ({ specialists, schools, demands, expertise, boards, areas }: PlanNames) =>
  ({ ref, id }: Ref): string => {
    switch (ref) {
      case 'specialist':
        return specialists[id] ?? madeUpName;
      case 'school':
        return schools[id]?.name ?? 'een school';
      case 'demand':
        return demandName(demands[id], schools);
      case 'expertise':
        return expertise[id] ?? id;
      case 'board':
        return boards[id] ?? 'zonder bestuur';
      case 'area':
        return areas[id] ?? 'zonder gebied';
    }
  };

function demandName(demand: PlanNames['demands'][string] | undefined, schools: PlanNames['schools']): string {
  if (demand === undefined) return 'een vraag';
  return demand.kind === 'question'
    ? `vraag ${demand.number}`
    : `de verwachte vraag van ${schools[demand.schoolId]?.name ?? 'een school'}`;
}

/** Every id that stands as a demand in a plan. */
export function demandsOf({ best, marks }: Pick<Plan, 'best' | 'marks'>): readonly string[] {
  const planned =
    best === null ? [] : [...best.assignments.map(({ demandId }) => demandId), ...best.unplanned];
  return [...new Set([...planned, ...marks.flatMap(({ demandId }) => demandId ?? [])])];
}

export function planView(plan: Plan, names: PlanNames) {
  const { best, explanation } = plan;
  return {
    ...planSummary(plan),
    ...{ seed: plan.seed, rounds: plan.rounds, asked: plan.asked },
    pins: plan.marks.map(({ kind, specialistId, schoolId, demandId }) => ({
      kind,
      ...placed({ specialistId, schoolId }, names),
      demandId,
    })),
    clashes: plan.clashes,
    ...foundView(best, explanation, names),
  };
}

function foundView(best: PlanResult | null, explanation: Explanation | null, names: PlanNames) {
  const reasons = new Map(explanation?.unplanned.map((each) => [each.demandId, each]) ?? []);
  return {
    stationings: (best?.stationings ?? []).map(({ halves, demandIds, is, ...where }) => ({
      ...placed(where, names),
      dagdelen: halves / 2,
      is,
      demands: demandIds,
    })),
    assignments: (best?.assignments ?? []).map(({ demandId, halves, ...where }) => ({
      ...demandView(demandId, names),
      ...placed(where, names),
      dagdelen: halves / 2,
    })),
    unplanned: (best?.unplanned ?? []).map((id) => ({
      ...demandView(id, names),
      reasons: reasons.get(id)?.reasons ?? [],
      frees: reasons.get(id)?.frees ?? [],
    })),
    ended: (best?.ended ?? []).map(({ halves, currentId, ...where }) => ({
      ...placed(where, names),
      dagdelen: halves / 2,
      stationingId: currentId,
    })),
    balance: explanation?.balance ?? null,
    explanation,
  };
}

function placed(
  { specialistId, schoolId }: { readonly specialistId: string; readonly schoolId: string },
  { specialists, schools }: PlanNames,
) {
  const school = schools[schoolId];
  return {
    specialist: { id: specialistId, name: specialists[specialistId] ?? null },
    school: { id: schoolId, code: school?.code ?? null, name: school?.name ?? null },
  };
}

function demandView(id: string, { demands }: PlanNames) {
  const demand = demands[id];
  return { id, kind: demand?.kind ?? null, number: demand?.number ?? null };
}
