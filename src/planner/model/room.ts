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

const without = (stays: readonly Stay[], stay: Stay | undefined) =>
  stays.filter(({ place }) => place !== stay?.place);

export const halvesOf = (stays: readonly Stay[]) => stays.reduce((sum, { halves }) => sum + halves, 0);

/** Halves a week that the demands of a stay ask at the least. */
export function needOf({ model }: State, specialist: number, { place, demands }: Stay): number {
  const choice = model.choices[specialist]?.get(place);
  const weeks = model.instance.specialists[specialist]?.weeks ?? 0;
  if (choice === undefined || weeks === 0) return 0;
  const asked = demands.reduce((sum, demand) => sum + (model.instance.demands[demand]?.halves ?? 0), 0);
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
