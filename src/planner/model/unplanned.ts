/** Why nobody takes a demand: every reason as data, and the smallest changes that would free it. */
import type { Hindrance } from './able.rules.ts';
import type { DemandFacts } from './facts.ts';
import { type Freeing, freeingsOf } from './freeing.ts';
import { differenceOf } from './measure.ts';
import { moved } from './moves.ts';
import { choiceFor, fits, roomFor, tidied } from './room.ts';
import { type State, withStays } from './state.ts';
import type { Points } from './value.rules.ts';

export interface Unplanned {
  readonly demandId: string;
  /** Never empty. */
  readonly reasons: readonly Reason[];
  /** The smallest first; empty only in a brief answer. */
  readonly frees: readonly Freeing[];
}

export type Reason =
  /** There is no specialist at all. */
  | { readonly code: 'nobody' }
  /** What keeps those who come nearest to being able from it; `specialists` of them have just this. */
  | { readonly code: 'hindrance'; readonly hindrance: Hindrance; readonly specialists: number }
  /** Who is able has no time or place left: so many halves a week, or so many schools, too few with the one who lacks least. */
  | {
      readonly code: 'full';
      readonly specialistIds: readonly string[];
      readonly halves: number;
      readonly places: number;
    }
  /** It would fit in place of other work, which is worth so many points more. */
  | {
      readonly code: 'beside';
      readonly specialistId: string;
      readonly gaveWay: readonly string[];
      readonly cost: number;
    }
  /** There is room, but it costs more than it gives: points by weight. */
  | {
      readonly code: 'not worth';
      readonly specialistId: string;
      readonly points: Points;
      readonly cost: number;
    }
  /** There is room and it would be worth it: the planner had too little time. */
  | { readonly code: 'room'; readonly specialistId: string; readonly gain: number };

/** Those able that are looked at for giving way. */
const triedBeside = 3;

/** `brief`: what would give way and what would free it are left out, for when there is no time. */
export function unplannedOf(state: State, number: number, brief = false): Unplanned | undefined {
  const { facts } = state.model;
  const demand = facts.demands[number];
  if (demand === undefined) return undefined;
  const able = [...facts.specialists.keys()].filter((at) => choiceFor(state, at, number) !== undefined);
  const reasons = able.length > 0 ? ofAble(state, number, able, brief) : ofNobody(state, demand);
  return { demandId: demand.id, reasons, frees: brief ? [] : freeingsOf(state, demand) };
}

/** Those with the fewest hindrances, and each kind of hindrance among them once: the mildest. */
function ofNobody({ model: { facts, judge } }: State, demand: DemandFacts): readonly Reason[] {
  const all = facts.specialists.map((each) => judge.on(each, demand));
  const fewest = Math.min(...all.map(({ length }) => length));
  if (!Number.isFinite(fewest)) return [{ code: 'nobody' }];
  const mildest = new Map<Hindrance['code'], { hindrance: Hindrance; specialists: number }>();
  for (const hindrance of all.filter(({ length }) => length === fewest).flat()) {
    const known = mildest.get(hindrance.code);
    const milder = known === undefined || severity(hindrance) < severity(known.hindrance);
    mildest.set(hindrance.code, {
      hindrance: milder ? hindrance : known.hindrance,
      specialists: (known?.specialists ?? 0) + 1,
    });
  }
  return [...mildest.values()].map((each) => ({ code: 'hindrance', ...each }));
}

function severity(hindrance: Hindrance): number {
  if (hindrance.code === 'travel') return hindrance.minutes;
  if (hindrance.code === 'level') return hindrance.asked - hindrance.has;
  return hindrance.code === 'size' ? hindrance.needs : 0;
}

function ofAble(state: State, number: number, able: readonly number[], brief: boolean): readonly Reason[] {
  const rooms = able.flatMap((at) => {
    const room = roomFor(state, at, number);
    return room ? [{ at, room, lacks: room.lack.halves + room.lack.places + room.lack.block }] : [];
  });
  const idOf = (at: number) => state.model.facts.specialists[at]?.id ?? '';
  const open = rooms
    .filter(({ room }) => fits(room.lack))
    .map(({ at, room }) => ({ at, ...differenceOf(state, tidied(withStays(state, at, room.stays), at)) }))
    .sort((a, b) => a.cost - b.cost);
  const [best] = open;
  if (best && best.cost < -1e-9) return [{ code: 'room', specialistId: idOf(best.at), gain: -best.cost }];
  const reasons: Reason[] = [];
  if (best) {
    const { points, cost } = best;
    reasons.push({ code: 'not worth', specialistId: idOf(best.at), points, cost });
  }
  const full = rooms.filter(({ room }) => !fits(room.lack)).sort((a, b) => a.lacks - b.lacks);
  const [least] = full;
  if (least === undefined) return reasons;
  const { halves, places } = least.room.lack;
  reasons.push({ code: 'full', specialistIds: full.map(({ at }) => idOf(at)), halves, places });
  const beside = full
    .slice(0, brief ? 0 : triedBeside)
    .flatMap(({ at }) => {
      const next = moved(state, number, at);
      return next ? [{ at, ...differenceOf(state, next) }] : [];
    })
    .sort((a, b) => a.cost - b.cost)[0];
  if (beside) {
    const gaveWay = beside.lost.flatMap((each) => state.model.facts.demands[each]?.id ?? []);
    reasons.push({ code: 'beside', specialistId: idOf(beside.at), gaveWay, cost: beside.cost });
  }
  return reasons;
}
