/** Who else could do it, and what that would cost: each the best plan near this one with that specialist instead. */
import type { Model } from './build.ts';
import { differenceOf } from './measure.ts';
import { handedOver, holderOf, moved } from './moves.ts';
import { choiceFor } from './room.ts';
import type { State } from './state.ts';
import { fitOf, type Points } from './value.rules.ts';

export interface Alternative {
  /** Null: not this one; the work goes where it fits, or waits. */
  readonly specialistId: string | null;
  /** Points the plan would be worth less; below 0 would be better: the planner had too little time. */
  readonly cost: number;
  /** The same by weight: what this plan has more. */
  readonly points: Points;
  /** More hours of asked work that wait. */
  readonly hours: number;
  /** More minutes a week on the way. */
  readonly travel: number;
  /** Fewer points of ambitions. */
  readonly ambition: number;
  /** Fewer live stationings that go on. */
  readonly continuity: number;
  /** Demands that nobody would take any more. */
  readonly gaveWay: readonly string[];
  /** How the one chosen compares; null where nobody takes over. */
  readonly chosen: Comparison | null;
}

/** Of the one chosen beside another, without saying who either is. */
export interface Comparison {
  readonly experience: 'more' | 'same' | 'less';
  /** Minutes nearer; below 0: further away. */
  readonly nearer: number;
  /** Comes to this school already, and the other does not. */
  readonly known: boolean;
}

/** So many are worked out for each that is shown. */
const triedEach = 2;

/** Others for a demand, the cheapest first. Nobody when it is pinned or waits. */
export function alternativesFor(state: State, demand: number, most = 3): readonly Alternative[] {
  const { model } = state;
  const from = holderOf(state, demand);
  const place = model.placeOf[demand] ?? -1;
  if (from === undefined || place < 0) return [];
  const others = likely(state, place, (who) => (who === from ? undefined : extraOf(state, who, demand)));
  const found = others.slice(0, most * triedEach).flatMap((to) => {
    const next = moved(state, demand, to);
    return next ? alternative(state, next, to, compared(model, from, to, place, [demand])) : [];
  });
  return found.sort((a, b) => a.cost - b.cost).slice(0, most);
}

/** Others at a place with the work that is done there, the cheapest first; and last what it costs when this specialist just does not go. */
export function alternativesAt(state: State, from: number, place: number, most = 3): readonly Alternative[] {
  const { model } = state;
  const stay = state.stays[from]?.find((each) => each.place === place);
  const nobody = handedOver(state, from, place, null);
  if (stay === undefined || nobody === undefined) return [];
  const others = likely(state, place, (who) => {
    const extras = who === from ? [] : stay.demands.flatMap((each) => extraOf(state, who, each) ?? []);
    return extras.length === 0 ? undefined : extras.reduce((sum, each) => sum + each, 0) + 20 * extras.length;
  });
  const found = others.slice(0, most * triedEach).flatMap((to) => {
    const next = handedOver(state, from, place, to);
    return next ? alternative(state, next, to, compared(model, from, to, place, stay.demands)) : [];
  });
  return [...found.sort((a, b) => a.cost - b.cost).slice(0, most), alternative(state, nobody, null, null)];
}

/** Specialists by a first guess at their worth at a place, the best first. */
function likely(
  { model, stays }: State,
  place: number,
  guess: (who: number) => number | undefined,
): number[] {
  const guessed = stays.flatMap((own, who) => {
    const worth = guess(who);
    const choice = model.choices[who]?.get(place);
    if (worth === undefined || choice === undefined) return [];
    const there = own.some((stay) => stay.place === place);
    const full =
      own.reduce((sum, { halves }) => sum + halves, 0) >= (model.instance.specialists[who]?.capacity ?? 0);
    return [{ who, worth: worth + (there ? 0 : choice.start) - choice.cost - (full ? 5 : 0) }];
  });
  return guessed.sort((a, b) => b.worth - a.worth).map(({ who }) => who);
}

function extraOf(state: State, who: number, demand: number): number | undefined {
  const choice = choiceFor(state, who, demand);
  return choice && (choice.demandExtra?.[choice.demands.indexOf(demand)] ?? 0);
}

function alternative(state: State, next: State, to: number | null, chosen: Comparison | null): Alternative {
  const { facts } = state.model;
  const { cost, points, measures, lost } = differenceOf(state, next);
  return {
    specialistId: to === null ? null : (facts.specialists[to]?.id ?? null),
    ...{ cost, points, chosen },
    hours: measures.hours,
    travel: 0 - measures.travel,
    ambition: measures.ambition,
    continuity: measures.kept,
    gaveWay: lost.flatMap((demand) => facts.demands[demand]?.id ?? []),
  };
}

/** How one specialist compares with another for work at a place. */
export function compared(
  model: Model,
  one: number,
  other: number,
  place: number,
  demands: readonly number[],
): Comparison | null {
  const { facts, travel, current } = model;
  const [a, b] = [facts.specialists[one], facts.specialists[other]];
  const school = facts.schools[place];
  if (a === undefined || b === undefined || school === undefined) return null;
  const work = demands.flatMap((demand) => facts.demands[demand] ?? []);
  const more = work.reduce((sum, demand) => sum + fitOf(a, demand) - fitOf(b, demand), 0);
  return {
    experience: Math.abs(more) < 1e-9 ? 'same' : more > 0 ? 'more' : 'less',
    nearer: travel(b, school.id).minutes - travel(a, school.id).minutes,
    known: (current[one]?.has(place) ?? false) && !current[other]?.has(place),
  };
}
