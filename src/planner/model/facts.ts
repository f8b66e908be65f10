/**
 * What a plan is made from: ids and numbers, no names and no words of a question. It travels as JSON and is kept with the plan, so that
 * one can see later what the planner knew. Amounts are whole *halves* (half dagdelen: dagdelen x 2); days are civil dates.
 */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { WeightFacts } from './weights.rules.ts';

export interface PlanFacts {
  readonly period: PeriodFacts;
  readonly specialists: readonly SpecialistFacts[];
  /** Every school that has not ended. */
  readonly schools: readonly SchoolFacts[];
  readonly bases: readonly BaseFacts[];
  readonly demands: readonly DemandFacts[];
  /** As imported; what is not in here is measured by coordinates. */
  readonly travel: readonly TravelFacts[];
  readonly settings: SettingsFacts;
  /** What the tenant weighs, under its own names; codes that are missing have their default. */
  readonly weights: readonly WeightFacts[];
  readonly marks: readonly MarkFacts[];
  /** The plan that this one follows: every difference from it has the price `change`. Null: a plan from nothing. */
  readonly previous: PreviousFacts | null;
}

export interface PeriodFacts {
  readonly monday: CivilDate;
  /** Calendar weeks, holidays counted. */
  readonly weeks: number;
  /** Mondays of the weeks in it with at least one school day. */
  readonly schoolWeeks: readonly CivilDate[];
}

export interface SpecialistFacts {
  readonly id: string;
  /** Halves a week: the smallest contract in the period, nothing taken off; 0 without one. */
  readonly capacity: number;
  /** Mondays of school weeks that they miss for half of its school days or more. */
  readonly away: readonly CivilDate[];
  /** Null: the tenant's most places hold. */
  readonly mostPlaces: number | null;
  /** Code of an expertise -> level 1 to 3. */
  readonly expertise: Readonly<Record<string, number>>;
  /** In Dutch words, as both sides wrote them. */
  readonly languages: readonly string[];
  readonly baseId: string | null;
  /** Questions that are theirs already: what is left of them in this period, in halves over the whole of it. A school may stand here twice. */
  readonly fixed: readonly FixedFacts[];
  /** Live and agreed ones that reach the period: continuity. */
  readonly stationings: readonly CurrentStationing[];
}

export interface FixedFacts {
  readonly schoolId: string;
  readonly halves: number;
  /** The question itself, so that it can go to another when this specialist cannot do it (whatif.rules.ts). */
  readonly question?: DemandFacts;
}

export interface CurrentStationing {
  readonly id: string;
  /** One school, or the schools of a board that it goes to. */
  readonly schoolIds: readonly string[];
  /** Null: at a school. */
  readonly boardId: string | null;
  /** A week. */
  readonly halves: number;
  /** Half-open. */
  readonly until: CivilDate;
}

export interface SchoolFacts {
  readonly id: string;
  readonly boardId: string | null;
  readonly areaId: string | null;
  readonly pupils: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Where specialists set out from; never a home. */
export interface BaseFacts {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface DemandFacts {
  readonly id: string;
  readonly kind: 'question' | 'expected';
  /** Of a question, as people call it. */
  readonly number: string | null;
  readonly schoolId: string;
  /** Codes; somebody who has one of them may help. Empty: anybody. */
  readonly expertise: readonly string[];
  readonly leastLevel: number;
  readonly language: string | null;
  /** Over the whole period, at least 1. */
  readonly halves: number;
  readonly urgency: 'now' | 'soon' | 'normal';
  /** School days since it was asked, pauses left out, and the norm for it; 0 and 0 for an expected need. */
  readonly waitedDays: number;
  readonly normDays: number;
  readonly ambitionId: string | null;
  /** 0 to 10; 0 without an ambition. */
  readonly ambitionWeight: number;
}

export interface TravelFacts {
  readonly baseId: string;
  readonly schoolId: string;
  /** One way. */
  readonly minutes: number;
}

/** The row of `planning_settings`, blocks in halves. */
export interface SettingsFacts {
  /** Places of one specialist at a time. */
  readonly mostPlaces: number;
  /** Halves a week at one school. */
  readonly leastBlock: number;
  readonly mostBlock: number;
  readonly wholeBlocks: boolean;
  /** Minutes one way. */
  readonly mostTravel: number;
  readonly detour: number;
  /** Kilometres an hour. */
  readonly speed: number;
  /** Minutes before one is on the way. */
  readonly travelStart: number;
  /** Percent of a place's part by pupils below which it is short. */
  readonly fairShare: number;
}

/** Held fast, or ruled out: somebody at a school, or on one demand there. */
export interface MarkFacts {
  readonly kind: 'pin' | 'forbid';
  readonly specialistId: string;
  readonly schoolId: string;
  readonly demandId: string | null;
}

export interface PreviousFacts {
  readonly stationings: readonly { readonly specialistId: string; readonly schoolId: string }[];
  readonly assignments: readonly { readonly demandId: string; readonly specialistId: string }[];
}

/** The defaults of the tables, for a tenant without a row. */
export const defaultSettings: SettingsFacts = {
  mostPlaces: 5,
  leastBlock: 1,
  mostBlock: 10,
  wholeBlocks: false,
  mostTravel: 45,
  detour: 1.3,
  speed: 22,
  travelStart: 6,
  fairShare: 60,
};
