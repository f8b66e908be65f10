/** Whether one more demand fits in somebody's week, and what it lacks when not. Exact arithmetic on the hard rules; nothing is given up but slack. */
import type { Choice } from '../engine/instance.ts';
import { upTo } from './able.rules.ts';
import { toStep } from './side.ts';
import { type State, type Stay, withStays, worthOf } from './state.ts';

export interface Room {
  /** With the demand in it. Keeps the hard rules when nothing lacks. */
  readonly stays: readonly Stay[];
  readonly lack: Lack;
}

/** What there is too little of: halves of contract, places, halves of the largest block. */
export interface Lack {
  readonly halves: number;
  readonly places: number;
  readonly block: number;
}

export const fits = ({ halves, places, block }: Lack) => halves === 0 && places === 0 && block === 0;

/** The choice of a specialist in which they may take this demand. */
export function choiceFor({ model }: State, specialist: number, demand: number): Choice | undefined {
  const choice = model.choices[specialist]?.get(model.placeOf[demand] ?? -1);
  return choice?.demands.includes(demand) ? choice : undefined;
}

/** Undefined: this specialist may not take it at all. */
export function roomFor(state: State, specialist: number, demand: number): Room | undefined {
  const choice = choiceFor(state, specialist, demand);
  const limits = state.model.instance.specialists[specialist];
  if (choice === undefined || limits === undefined) return undefined;
  const own = state.stays[specialist] ?? [];
  const here = own.find(({ place }) => place === choice.place);
  const with_ = { place: choice.place, halves: 0, demands: [...(here?.demands ?? []), demand] };
  const needs = needOf(state, specialist, with_);
  const grown = { ...with_, halves: Math.max(needs, Math.min(here?.halves ?? 0, choice.most)) };
  const block = Math.max(0, needs - choice.most);
  const others = own.filter(({ place }) => place !== choice.place);
  const excess = (stays: readonly Stay[]) => halvesOf(stays) - limits.capacity;
  let stays: readonly Stay[] = [...others, grown];
  const idle = idleOf(state, specialist, others);
  while (stays.length > limits.places && idle.length > 0) stays = without(stays, idle.shift());
  if (excess(stays) > 0) stays = trimmed(state, specialist, stays, excess(stays));
  while (excess(stays) > 0 && idle.length > 0) stays = without(stays, idle.shift());
  return {
    stays,
    lack: {
      halves: Math.max(0, excess(stays)),
      places: Math.max(0, stays.length - limits.places),
      block,
    },
  };
}

/** What cannot be given up of somebody's week: halves that work and pins ask, and the places where they are. */
interface Load {
  readonly halves: number;
  readonly places: number;
}

function loadOf(state: State, specialist: number, stays: readonly Stay[]): Load {
  let [halves, places] = [0, 0];
  for (const stay of stays) {
    if (stay.demands.length === 0 && !state.model.choices[specialist]?.get(stay.place)?.pinned) continue;
    halves += needOf(state, specialist, stay);
    places += 1;
  }
  return { halves, places };
}

/** Stays never change: those of a plan are looked at again and again. */
const loads = new WeakMap<readonly Stay[], Load>();

function knownLoad(state: State, specialist: number, own: readonly Stay[]): Load {
  const load = loads.get(own) ?? loadOf(state, specialist, own);
  loads.set(own, load);
  return load;
}

/** Whether `roomFor` would lack nothing, without the stays that it makes; `drop`: as if these demands of theirs were not there. */
export function mayFit(
  state: State,
  specialist: number,
  demand: number,
  drop: readonly number[] = [],
): boolean {
  const choice = choiceFor(state, specialist, demand);
  const limits = state.model.instance.specialists[specialist];
  if (choice === undefined || limits === undefined) return false;
  const own = state.stays[specialist] ?? [];
  const kept =
    drop.length === 0
      ? own
      : own.map((stay) => ({ ...stay, demands: stay.demands.filter((each) => !drop.includes(each)) }));
  const load = kept === own ? knownLoad(state, specialist, own) : loadOf(state, specialist, kept);
  const here = kept.filter(({ place }) => place === choice.place);
  const before = loadOf(state, specialist, here);
  const demands = [...(here[0]?.demands ?? []), demand];
  const needs = needOf(state, specialist, { place: choice.place, halves: 0, demands });
  return (
    needs <= choice.most &&
    load.halves - before.halves + needs <= limits.capacity &&
    load.places - before.places + 1 <= limits.places
  );
}

/** Of all that a specialist may take and nobody has, what fits beside the rest. */
export function fittingOf(
  state: State,
  specialist: number,
  held: { has(demand: number): boolean },
): readonly number[] {
  const limits = state.model.instance.specialists[specialist];
  if (limits === undefined) return [];
  const own = state.stays[specialist] ?? [];
  const load = knownLoad(state, specialist, own);
  const isFull = load.places >= limits.places || load.halves >= limits.capacity;
  const choices = isFull
    ? own.flatMap(({ place }) => state.model.choices[specialist]?.get(place) ?? [])
    : limits.choices;
  return choices.flatMap(({ demands }) =>
    demands.filter((demand) => !held.has(demand) && mayFit(state, specialist, demand)),
  );
}

const without = (stays: readonly Stay[], stay: Stay | undefined) =>
  stays.filter(({ place }) => place !== stay?.place);

export const halvesOf = (stays: readonly Stay[]) => stays.reduce((sum, { halves }) => sum + halves, 0);

/** Halves a week that the demands of a stay ask at the least. */
export function needOf({ model }: State, specialist: number, { place, demands }: Stay): number {
  const choice = model.choices[specialist]?.get(place);
  const weeks = model.instance.specialists[specialist]?.weeks ?? 0;
  if (choice === undefined || weeks === 0) return 0;
  let asked = 0;
  for (const demand of demands) asked += model.instance.demands[demand]?.halves ?? 0;
  return Math.max(toStep(choice.least, choice.step), toStep(upTo(asked, weeks), choice.step));
}

/** Stays that nothing is done in and nothing holds, the least valuable first. */
function idleOf({ model }: State, specialist: number, stays: readonly Stay[]): Stay[] {
  const startOf = ({ place }: Stay) => model.choices[specialist]?.get(place)?.start ?? 0;
  return stays
    .filter(({ place, demands }) => demands.length === 0 && !model.choices[specialist]?.get(place)?.pinned)
    .sort((a, b) => startOf(a) - startOf(b));
}

/** The same stays with so many halves fewer, as far as their demands allow. */
function trimmed(state: State, specialist: number, stays: readonly Stay[], excess: number): readonly Stay[] {
  let left = excess;
  return stays.map((stay) => {
    const { step = 1 } = state.model.choices[specialist]?.get(stay.place) ?? {};
    const less = Math.min(
      Math.max(0, stay.halves - needOf(state, specialist, stay)),
      toStep(Math.max(0, left), step),
    );
    left -= less;
    return less === 0 ? stay : { ...stay, halves: stay.halves - less };
  });
}

/** Gives back halves, and whole stays without work, wherever that is worth more than keeping them; or at one place. */
export function tidied(state: State, specialist: number, only?: number): State {
  let best = state;
  const places = (state.stays[specialist] ?? []).map(({ place }) => place);
  for (const place of places.filter((each) => only === undefined || each === only)) {
    const own = best.stays[specialist] ?? [];
    const stay = own.find((each) => each.place === place);
    if (stay === undefined) continue;
    const others = own.filter((each) => each !== stay);
    const choice = best.model.choices[specialist]?.get(place);
    const least = { ...stay, halves: Math.min(stay.halves, needOf(best, specialist, stay)) };
    const options = [withStays(best, specialist, [...others, least])];
    if (stay.demands.length === 0 && choice?.pinned !== true)
      options.push(withStays(best, specialist, others));
    for (const option of options) if (worthOf(option) > worthOf(best) + 1e-9) best = option;
  }
  return best;
}
