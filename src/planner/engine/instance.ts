/**
 * The planning problem as numbers: which specialist is where for how much of the week, and who takes which question. The engine knows
 * no names; the places in these lists are its ids. Plain data, because it travels to a worker thread. Amounts are whole *halves* (half
 * dagdelen, about two hours); values and prices are in the tenant's own points.
 *
 *   maximise  Σ served (value + extra) + Σ stationed (start − cost·halves) − Σ groups price·max(0, target − halves)
 */
export interface Instance {
  readonly specialists: readonly Specialist[];
  readonly demands: readonly Demand[];
  readonly groups: readonly Group[];
}

export interface Specialist {
  /** Most halves a week, over all places. */
  readonly capacity: number;
  /** Weeks at work within the period: holidays and absence taken off. */
  readonly weeks: number;
  /** Most places. */
  readonly places: number;
  /** Where they may go; a place stands here once. */
  readonly choices: readonly Choice[];
}

/** Work that one specialist may take, or nobody does. */
export interface Demand {
  /** Over the whole period, at least 1. */
  readonly halves: number;
  readonly value: number;
}

/** Places that together should get a fair share: a board, an area. */
export interface Group {
  /** Halves a week. */
  readonly target: number;
  /** Taken off per half a week short. */
  readonly price: number;
}

/** One specialist at one place. */
export interface Choice {
  readonly place: number;
  /** What is worked here counts for these groups; each once. */
  readonly groups: readonly number[];
  /** Value of being there at all: the bonus of continuity, or minus the cost of a new stationing. */
  readonly start: number;
  /** Taken off per half a week: travel. */
  readonly cost: number;
  /** Halves a week when there, both ends included; least is at least 1. */
  readonly least: number;
  readonly most: number;
  /** 2: whole dagdelen only, so halves are even; 1: half ones too. */
  readonly step: 1 | 2;
  /** Must be there. */
  readonly pinned: boolean;
  /** What this specialist may do here; a demand stands with one choice of a specialist at most. */
  readonly demands: readonly number[];
  /** Those of `demands` that must be done here by this specialist; only at a pinned place. */
  readonly pinnedDemands: readonly number[];
  /** Added to the value of each of `demands`, in the same order: fit, waiting, the price of a change. */
  readonly demandExtra?: readonly number[];
}

/** Stationings with the demands served there, in any order. */
export interface Plan {
  readonly stationings: readonly Stationing[];
}

export interface Stationing {
  readonly specialist: number;
  readonly place: number;
  /** A week. */
  readonly halves: number;
  readonly demands: readonly number[];
}

/** A hard rule that a plan breaks; `specialist`, `place` and `demand` say where, as far as it applies. */
export interface Breach {
  readonly rule: Rule;
  readonly specialist?: number;
  readonly place?: number;
  readonly demand?: number;
}

/** `time`: the demands at a place ask more than weeks x halves; `choice`: nobody said that this specialist may go or do that there. */
export type Rule =
  | 'choice'
  | 'place twice'
  | 'halves'
  | 'capacity'
  | 'places'
  | 'time'
  | 'demand not here'
  | 'demand twice'
  | 'pinned place'
  | 'pinned demand';

export interface Verdict {
  readonly value: number;
  /** Number of demands. */
  readonly served: number;
  /** Halves a week short, per group. */
  readonly shortfalls: readonly number[];
  /** Empty for a plan that keeps every hard rule. */
  readonly broken: readonly Breach[];
}

/** Counts a plan's value and checks every hard rule, independently of how the engine works. Never throws, whatever the plan says. */
export function evaluate(instance: Instance, plan: Plan): Verdict {
  const given = instance.groups.map(() => 0);
  const servedBy = new Map<number, number>();
  const broken: Breach[] = [];
  let value = 0;
  for (const stationing of plan.stationings) {
    const choice = choiceOf(instance, stationing);
    broken.push(...breachesAt(instance, stationing, choice));
    for (const demand of stationing.demands) {
      if (servedBy.has(demand))
        broken.push({ rule: 'demand twice', specialist: stationing.specialist, demand });
      servedBy.set(demand, stationing.specialist);
    }
    if (choice === undefined) continue;
    value += valueAt(instance, stationing, choice);
    for (const group of choice.groups) given[group] = (given[group] ?? 0) + stationing.halves;
  }
  instance.specialists.forEach((each, at) => {
    broken.push(...breachesOf(each, at, plan));
  });
  const shortfalls = instance.groups.map((group, at) => Math.max(0, group.target - (given[at] ?? 0)));
  for (const [at, group] of instance.groups.entries()) value -= group.price * (shortfalls[at] ?? 0);
  return { value, served: servedBy.size, shortfalls, broken };
}

/** What one stationing adds: its start, its travel and its demands; fairness left out. */
export function valueAt(instance: Instance, stationing: Stationing, choice: Choice): number {
  let value = choice.start - choice.cost * stationing.halves;
  for (const demand of stationing.demands) {
    const extra = choice.demandExtra?.[choice.demands.indexOf(demand)] ?? 0;
    value += (instance.demands[demand]?.value ?? 0) + extra;
  }
  return value;
}

function choiceOf(instance: Instance, stationing: Stationing): Choice | undefined {
  return instance.specialists[stationing.specialist]?.choices.find(({ place }) => place === stationing.place);
}

function breachesAt(instance: Instance, stationing: Stationing, choice: Choice | undefined): Breach[] {
  const { specialist, place, halves, demands } = stationing;
  if (choice === undefined) return [{ rule: 'choice', specialist, place }];
  const found: Breach[] = [];
  const fits = Number.isInteger(halves) && halves >= choice.least && halves <= choice.most;
  if (!fits || halves % choice.step !== 0) found.push({ rule: 'halves', specialist, place });
  for (const demand of demands) {
    if (!choice.demands.includes(demand)) found.push({ rule: 'demand not here', specialist, place, demand });
  }
  const asked = demands.reduce((sum, demand) => sum + (instance.demands[demand]?.halves ?? 0), 0);
  const weeks = instance.specialists[specialist]?.weeks ?? 0;
  if (asked > weeks * halves) found.push({ rule: 'time', specialist, place });
  return found;
}

function breachesOf(specialist: Specialist, at: number, plan: Plan): Breach[] {
  const mine = plan.stationings.filter((each) => each.specialist === at);
  const found: Breach[] = [];
  if (mine.reduce((sum, { halves }) => sum + halves, 0) > specialist.capacity) {
    found.push({ rule: 'capacity', specialist: at });
  }
  if (mine.length > specialist.places) found.push({ rule: 'places', specialist: at });
  mine.forEach(({ place }, nth) => {
    if (mine.findIndex((other) => other.place === place) < nth) {
      found.push({ rule: 'place twice', specialist: at, place });
    }
  });
  for (const { place, pinned, pinnedDemands } of specialist.choices) {
    const here = mine.find((each) => each.place === place);
    if (pinned && here === undefined) found.push({ rule: 'pinned place', specialist: at, place });
    for (const demand of pinnedDemands) {
      if (!here?.demands.includes(demand)) {
        found.push({ rule: 'pinned demand', specialist: at, place, demand });
      }
    }
  }
  return found;
}
