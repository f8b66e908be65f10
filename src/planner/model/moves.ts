/**
 * The best plan near another one in which something is different: a demand moves, a stationing goes to another. Whoever gets more than
 * fits drops the least valuable work; what is dropped goes where it fits, and who got room takes what waits. Pins stay.
 */
import { choiceFor, fits, fittingOf, mayFit, roomFor, tidied } from './room.ts';
import { type State, withStays, worthOf } from './state.ts';

/** Who takes each demand. */
export function holdersOf({ stays }: State): ReadonlyMap<number, number> {
  const holders = new Map<number, number>();
  stays.forEach((own, at) => {
    for (const { demands } of own) for (const each of demands) holders.set(each, at);
  });
  return holders;
}

/** Who takes the demand, if anybody. */
export function holderOf({ stays }: State, demand: number): number | undefined {
  const at = stays.findIndex((own) => own.some(({ demands }) => demands.includes(demand)));
  return at < 0 ? undefined : at;
}

/** Whether something is ruled out for the plan looked for. */
type Barred = (specialist: number, demand: number) => boolean;

/** The demand goes from who has it, or from nobody, to this specialist. Undefined when that cannot be, whatever gives way. */
export function moved(state: State, demand: number, to: number): State | undefined {
  const from = holderOf(state, demand);
  const placed = placedAt(from === undefined ? state : withoutDemand(state, from, demand), to, demand, [
    demand,
  ]);
  if (placed === undefined) return undefined;
  return settled(placed.state, placed.dropped, from === undefined ? [to] : [to, from], () => false);
}

/** Nobody takes the demand. */
export function left(state: State, demand: number): State {
  const from = holderOf(state, demand);
  if (from === undefined) return state;
  return settled(withoutDemand(state, from, demand), [], [from], (_, other) => other === demand);
}

/**
 * The place goes from one specialist to another, with all the work there that the other may do; null: just not to this one. Undefined
 * when it is pinned or the other cannot do anything there.
 */
export function handedOver(state: State, from: number, place: number, to: number | null): State | undefined {
  const own = state.stays[from] ?? [];
  const stay = own.find((each) => each.place === place);
  if (stay === undefined || state.model.choices[from]?.get(place)?.pinned) return undefined;
  const barred: Barred = (specialist, demand) => specialist === from && stay.demands.includes(demand);
  const others = own.filter((each) => each !== stay);
  const start = withStays(state, from, others);
  if (to === null) return settled(start, stay.demands, [from], barred);
  let now = start;
  const loose: number[] = [];
  let goes = false;
  for (const demand of byWorth(state, stay.demands)) {
    const placed = placedAt(now, to, demand, stay.demands);
    if (placed === undefined) loose.push(demand);
    else {
      goes = true;
      now = placed.state;
      loose.push(...placed.dropped);
    }
  }
  return goes ? settled(now, loose, [to, from], barred) : undefined;
}

function withoutDemand(state: State, specialist: number, demand: number): State {
  const own = state.stays[specialist] ?? [];
  return withStays(
    state,
    specialist,
    own.map((stay) =>
      stay.demands.includes(demand)
        ? { ...stay, demands: stay.demands.filter((each) => each !== demand) }
        : stay,
    ),
  );
}

interface Placed {
  readonly state: State;
  readonly dropped: readonly number[];
}

/** So many of the least valuable demands of one specialist are tried in pairs. */
const mostInPairs = 10;

/** Puts a demand with a specialist; what does not fit beside it is dropped: nothing, else the best one, else the best two, else ever more. */
function placedAt(state: State, to: number, demand: number, keep: readonly number[]): Placed | undefined {
  const attempt = (drop: readonly number[]): Placed | undefined => {
    if (!mayFit(state, to, demand, drop)) return undefined;
    const less = drop.reduce((sum, each) => withoutDemand(sum, to, each), state);
    const next = added(less, to, demand);
    return next && { state: tidied(next, to), dropped: drop };
  };
  const free = attempt([]);
  if (free !== undefined || choiceFor(state, to, demand) === undefined) return free;
  const droppable = cheapestFirst(state, to).filter((each) => !keep.includes(each));
  const few = droppable.slice(0, mostInPairs);
  const pairs = few.flatMap((one, at) => few.slice(at + 1).map((other) => [one, other]));
  return (
    bestOf(droppable.map((each) => attempt([each]))) ??
    bestOf(pairs.map(attempt)) ??
    droppable.map((_, at) => attempt(droppable.slice(0, at + 1))).find((each) => each !== undefined)
  );
}

function bestOf(tries: readonly (Placed | undefined)[]): Placed | undefined {
  let best: Placed | undefined;
  for (const each of tries) {
    if (each && (best === undefined || worthOf(each.state) > worthOf(best.state))) best = each;
  }
  return best;
}

/** With the demand in it, when it fits. */
function added(state: State, specialist: number, demand: number): State | undefined {
  const room = mayFit(state, specialist, demand) ? roomFor(state, specialist, demand) : undefined;
  return room && fits(room.lack) ? withStays(state, specialist, room.stays) : undefined;
}

/** What a specialist may drop, by value per half. */
function cheapestFirst({ model, stays }: State, specialist: number): number[] {
  const held = (stays[specialist] ?? []).flatMap(({ place, demands }) => {
    const pinned = model.choices[specialist]?.get(place)?.pinnedDemands ?? [];
    return demands.filter((demand) => !pinned.includes(demand));
  });
  const price = (demand: number) => {
    const { value = 0, halves = 1 } = model.instance.demands[demand] ?? {};
    return value / halves;
  };
  return held.sort((a, b) => price(a) - price(b));
}

function byWorth({ model }: State, demands: readonly number[]): number[] {
  const worth = (demand: number) => model.instance.demands[demand]?.value ?? 0;
  return demands.toSorted((a, b) => worth(b) - worth(a));
}

/** Finds a place for what came loose, and work for those who got room; then gives back what nobody needs. */
function settled(state: State, loose: readonly number[], touched: readonly number[], barred: Barred): State {
  let now = touched.reduce((sum, each) => tidied(sum, each), state);
  const all = now.stays.map((_, at) => at);
  for (const demand of byWorth(now, loose)) now = taken(now, demand, all, barred);
  const held = holdersOf(now);
  // Who has no room for it now has none later: there is only more work.
  const waiting = new Set(touched.flatMap((at) => fittingOf(now, at, held)));
  for (const demand of byWorth(now, [...waiting])) {
    now = taken(now, demand, touched, barred);
  }
  return now;
}

/** With the demand by whoever gains most by it, if anybody. */
function taken(state: State, demand: number, who: readonly number[], barred: Barred): State {
  let best = state;
  for (const specialist of who) {
    if (barred(specialist, demand)) continue;
    const next = added(state, specialist, demand);
    if (next === undefined) continue;
    const tidy = tidied(next, specialist);
    if (worthOf(tidy) > worthOf(best) + 1e-9) best = tidy;
  }
  return best;
}
