/** What publishing a plan proposes in the world of now, and what no longer fits there. */
import {
  type ExplainedAssignment,
  type PlanFacts,
  type PlanResult,
  type StationingResult,
  type WhyComes,
  whyComes,
} from '../../planner/index.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { endOf } from './plan.rules.ts';
import { type MisfitCode, misfitWords } from './plan.words.ts';

/** A part of a plan that the world of now does not take any more. */
export interface Misfit {
  readonly code: MisfitCode;
  readonly message: string;
  readonly specialistId?: string | undefined;
  readonly schoolId?: string | undefined;
  readonly demandId?: string | undefined;
}

/** A stationing to propose; days both included. */
export interface WantedStationing {
  readonly specialistId: string;
  readonly schoolId: string;
  /** A week. */
  readonly dagdelen: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The live one that ends when this is agreed. */
  readonly continuesId: string | null;
  /** Why they come, for the school. */
  readonly because: WhyComes | null;
  /** Percent for schools' questions; together with those of the ambitions a hundred. */
  readonly questionsShare: number;
  readonly ambitions: readonly { readonly id: string; readonly share: number }[];
}

/** One that an earlier plan proposed. */
export interface OpenProposal
  extends Pick<WantedStationing, 'specialistId' | 'schoolId' | 'dagdelen' | 'from' | 'to'> {
  readonly id: string;
}

export interface WantedAssignment {
  readonly questionId: string;
  readonly specialistId: string;
  readonly schoolId: string;
  readonly dagdelen: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** For the school. */
  readonly because: WhyComes | null;
}

export interface Publication {
  readonly stationings: readonly WantedStationing[];
  readonly assignments: readonly WantedAssignment[];
  readonly misfits: readonly Misfit[];
}

export interface World {
  readonly now: PlanFacts;
  /** Per specialist the days that a contract covers and they are back, as far as is known; half-open, null: no end. */
  readonly contracts: ReadonlyMap<string, { readonly from: CivilDate; readonly until: CivilDate | null }>;
  readonly today: CivilDate;
  readonly otherPublished: boolean;
  /** As the plan was explained. */
  readonly explained: readonly ExplainedAssignment[];
}

export const misfit = (code: MisfitCode, where: Omit<Misfit, 'code' | 'message'> = {}): Misfit => ({
  code,
  message: misfitWords[code],
  ...where,
});

/** Live stationings that the plan keeps as they are stay; others are proposed anew, in the place of what they change or replace. */
export function publicationOf(best: PlanResult, world: World): Publication {
  const { now, today, otherPublished } = world;
  const { monday, weeks } = now.period;
  const from = latest(monday, today);
  const end = endOf(monday, weeks);
  if (from >= end) return { stationings: [], assignments: [], misfits: [misfit('periodPast')] };
  const free = freed(best, now);
  const looked = best.stationings.map((stationing) => ({
    stationing,
    days: daysOf(stationing, world, from, end),
  }));
  const fitting = looked.flatMap(({ stationing, days }) =>
    typeof days === 'string' ? [] : [{ stationing, days }],
  );
  const work = fitting.map(({ stationing, days }) => workOf(stationing, world, days));
  const halvesOf = new Map(
    now.specialists.flatMap((each) => each.stationings.map(({ id, halves }) => [id, halves])),
  );
  // What gives room back comes before what takes it.
  const extra = ({ dagdelen, continuesId }: WantedStationing) =>
    2 * dagdelen - (halvesOf.get(continuesId ?? '') ?? 0);
  return {
    stationings: fitting
      // What ends gives its room to one: to the largest that asks for it.
      .toSorted((a, b) => b.stationing.halves - a.stationing.halves)
      .flatMap(({ stationing, days }) => wantedOf(stationing, world, days, free) ?? [])
      .toSorted((a, b) => extra(a) - extra(b)),
    assignments: work.flatMap(({ assignments }) => assignments),
    misfits: [
      ...(otherPublished ? [misfit('otherPublished')] : []),
      ...looked.flatMap(({ stationing: { specialistId, schoolId }, days }) =>
        typeof days === 'string' ? [misfit(days, { specialistId, schoolId })] : [],
      ),
      ...work.flatMap(({ misfits }) => misfits),
    ],
  };
}

/** What an earlier plan proposed just so, stands; the rest of it makes way. */
export function besideOpen(wanted: readonly WantedStationing[], open: readonly OpenProposal[]) {
  const key = ({ specialistId, schoolId, dagdelen, from, to }: Omit<OpenProposal, 'id'>) =>
    [specialistId, schoolId, dagdelen, from, to].join(' ');
  const [asked, standing] = [new Set(wanted.map(key)), new Set(open.map(key))];
  return {
    toPropose: wanted.filter((each) => !standing.has(key(each))),
    toWithdraw: open.filter((each) => !asked.has(key(each))),
  };
}

/** The days of a stationing as far as a contract covers them; else why it cannot be. */
function daysOf(
  { specialistId, schoolId }: StationingResult,
  { now, contracts }: World,
  from: CivilDate,
  end: CivilDate,
): Days | MisfitCode {
  if (!now.specialists.some(({ id }) => id === specialistId)) return 'specialistGone';
  if (!now.schools.some(({ id }) => id === schoolId)) return 'schoolGone';
  return within(contracts.get(specialistId), from, addDays(end, -1)) ?? 'noRoom';
}

/** Questions to propose somebody for. What is expected asks no proposal: nobody asked it yet. */
function workOf(stationing: StationingResult, world: World, days: Days) {
  const { specialistId, schoolId, demandIds } = stationing;
  const { now } = world;
  const assignments: WantedAssignment[] = [];
  const misfits: Misfit[] = [];
  for (const demandId of demandIds) {
    const demand = now.demands.find(({ id }) => id === demandId);
    if (demand === undefined) misfits.push(misfit('demandGone', { specialistId, schoolId, demandId }));
    else if (demand.kind === 'question')
      assignments.push({
        ...{ questionId: demandId, specialistId, schoolId, dagdelen: demand.halves / 2 },
        ...days,
        because: whyAt(stationing, world, [demandId]),
      });
  }
  return { assignments, misfits };
}

export const latest = (...days: readonly CivilDate[]): CivilDate => days.toSorted().at(-1) ?? '';

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

function within(
  contract: { readonly from: CivilDate; readonly until: CivilDate | null } | undefined,
  from: CivilDate,
  to: CivilDate,
): Days | undefined {
  if (contract === undefined) return undefined;
  const first = contract.from > from ? contract.from : from;
  const last = contract.until !== null && addDays(contract.until, -1) < to ? addDays(contract.until, -1) : to;
  return first > last ? undefined : { from: first, to: last };
}

/** Per specialist the live stationings at a school that the plan leaves, the largest first: what is new may come in their place. */
function freed(best: PlanResult, now: PlanFacts): Map<string, string[]> {
  const stays = new Set(best.stationings.map(({ specialistId, schoolId }) => `${specialistId} ${schoolId}`));
  return new Map(
    now.specialists.map(({ id, stationings }) => [
      id,
      stationings
        .filter(
          ({ boardId, schoolIds }) =>
            boardId === null && !schoolIds.some((school) => stays.has(`${id} ${school}`)),
        )
        .toSorted((a, b) => b.halves - a.halves)
        .map((each) => each.id),
    ]),
  );
}

/** Undefined: what is there stays as it is. */
function wantedOf(
  stationing: StationingResult,
  world: World,
  { from, to }: Days,
  free: Map<string, string[]>,
): WantedStationing | undefined {
  const { specialistId, schoolId, halves, demandIds } = stationing;
  const { now } = world;
  const live = now.specialists
    .find(({ id }) => id === specialistId)
    ?.stationings.find(({ schoolIds }) => schoolIds.includes(schoolId));
  const same = live !== undefined && (live.boardId !== null || live.halves === halves);
  if (live !== undefined && (live.boardId !== null || (same && live.until > to))) return undefined;
  return {
    ...{ specialistId, schoolId, to },
    dagdelen: halves / 2,
    // The same, only longer: it goes on where the one before ends.
    from: same && live.until > from ? live.until : from,
    continuesId: live?.id ?? free.get(specialistId)?.shift() ?? null,
    because: whyAt(stationing, world, demandIds),
    ...purposeOf(stationing, now),
  };
}

function whyAt(
  { specialistId, is }: StationingResult,
  { explained }: World,
  demandIds: readonly string[],
): WhyComes | null {
  const work = explained.filter(
    (each) => each.specialistId === specialistId && demandIds.includes(each.demandId),
  );
  return whyComes(work, is !== 'new');
}

/** How much of the work at a place is for ambitions, in whole percents. */
function purposeOf({ demandIds, fixedHalves }: StationingResult, now: PlanFacts) {
  const work = now.demands.filter(({ id }) => demandIds.includes(id));
  const total = work.reduce((sum, { halves }) => sum + halves, fixedHalves);
  const perAmbition = new Map<string, number>();
  for (const { ambitionId, halves } of work)
    if (ambitionId !== null) perAmbition.set(ambitionId, (perAmbition.get(ambitionId) ?? 0) + halves);
  const ambitions = [...perAmbition].flatMap(([id, halves]) => {
    const share = Math.floor((100 * halves) / total);
    return share === 0 ? [] : [{ id, share }];
  });
  return { ambitions, questionsShare: 100 - ambitions.reduce((sum, { share }) => sum + share, 0) };
}
