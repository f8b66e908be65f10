/**
 * How far numbers that nobody is told can differ from what they are, while everything that is told stays the same. The primal simplex
 * method (Dantzig 1951) with Bland's rule (1977) against going round. Rows stand whole in one array.
 */

/** A number that is not told, as it is, and between what bounds everybody knows it to be. */
export interface Untold {
  readonly now: number;
  readonly low: number;
  readonly high: number;
}

/** What adds up to something told: places in the list of numbers, with +1 or -1. */
export type Balance = readonly (readonly [place: number, sign: 1 | -1])[];

export interface Leeway {
  /** Could number `place` just as well be `target`? Fractions of counts are allowed, as an attacker who computes would allow them. */
  reaches(place: number, target: number): boolean;
  /**
   * After a no: how much each balance has to do with it. A number that is told so far, and whose weights in its balances do not cancel out,
   * would make room if it were not (it has a reduced cost, as simplex calls it).
   */
  weights(): ReadonlyMap<number, number>;
}

const tiny = 1e-9;
/** More turns than were ever needed. */
const enough = 10_000;

interface Tableau {
  readonly at: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The smallest and largest that each number has been on the way. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The number that each row gives: it changes by minus the sum of its parts. All others move freely. */
  readonly basis: number[];
  /** Row after row the weight of every number in it; of what does not stand in a row, 0. */
  readonly rows: Float64Array;
  readonly width: number;
}

/** @param numbers as they are: they must satisfy the balances and lie within their bounds */
export function leewayOf(numbers: readonly Untold[], balances: readonly Balance[]): Leeway {
  const t = tableauOf(numbers, balances);
  let asked = 0;
  return {
    reaches: (place, target) => {
      asked = place;
      const been = () => (t.least[place] ?? 0) <= target + tiny && target - tiny <= (t.most[place] ?? 0);
      if (been()) return true;
      push(t, place, target);
      return been();
    },
    weights: () => {
      const row = t.basis.includes(asked) ? moversOf(t, asked) : [];
      return new Map(
        row.flatMap(([at, weight]) => (at < numbers.length ? [] : [[at - numbers.length, weight]])),
      );
    },
  };
}

/** Behind the numbers comes one for each balance that is always nothing: it gives the first row, and shows where later rows come from. */
function tableauOf(numbers: readonly Untold[], balances: readonly Balance[]): Tableau {
  const all = [...numbers, ...balances.map(() => ({ now: 0, low: 0, high: 0 }))];
  const t: Tableau = {
    at: Float64Array.from(all, ({ now }) => now),
    low: Float64Array.from(all, ({ low }) => low),
    high: Float64Array.from(all, ({ high }) => high),
    least: Float64Array.from(all, ({ now }) => now),
    most: Float64Array.from(all, ({ now }) => now),
    basis: balances.map((_, nth) => numbers.length + nth),
    rows: new Float64Array(all.length * balances.length),
    width: all.length,
  };
  for (const [r, balance] of balances.entries())
    for (const [place, sign] of balance) weigh(t, r, place, weightOf(t, r, place) + sign);
  return t;
}

const weightOf = (t: Tableau, r: number, place: number) => t.rows[r * t.width + place] ?? 0;

/** Gives a number another weight in a row. */
function weigh(t: Tableau, r: number, place: number, weight: number): void {
  t.rows[r * t.width + place] = Math.abs(weight) < tiny ? 0 : weight;
}

/** What stands in a row, in order. */
function membersOf(t: Tableau, r: number): readonly number[] {
  const members: number[] = [];
  for (let place = 0; place < t.width; place += 1) if (weightOf(t, r, place) !== 0) members.push(place);
  return members;
}

const room = (t: Tableau, place: number, way: number) =>
  way > 0 ? (t.high[place] ?? 0) - (t.at[place] ?? 0) : (t.at[place] ?? 0) - (t.low[place] ?? 0);

/** What row `r` gave moves freely from now on, and `enters` follows from it: here, and so in every other row where it stands. */
function pivot(t: Tableau, r: number, enters: number): void {
  const leaves = t.basis[r] ?? 0;
  const factor = weightOf(t, r, enters);
  weigh(t, r, enters, 0);
  for (const place of membersOf(t, r)) weigh(t, r, place, weightOf(t, r, place) / factor);
  weigh(t, r, leaves, 1 / factor);
  t.basis[r] = enters;
  const members = membersOf(t, r);
  for (const other of t.basis.keys()) {
    const times = weightOf(t, other, enters);
    if (times === 0) continue;
    weigh(t, other, enters, 0);
    for (const place of members)
      weigh(t, other, place, weightOf(t, other, place) - times * weightOf(t, r, place));
  }
}

interface Move {
  readonly enters: number;
  readonly way: number;
  readonly step: number;
  /** The row whose number stops it, or -1 when its own bound or the target does. */
  readonly stops: number;
}

/** Moves along the edges of what is possible until `place` is there or can go no further; or for too long: then more is hidden. */
function push(t: Tableau, place: number, target: number): void {
  const way = target > (t.at[place] ?? 0) ? 1 : -1;
  for (let turn = 0; turn < enough; turn += 1) {
    const left = way * (target - (t.at[place] ?? 0));
    const move = left > tiny ? nextMove(t, place, way, left) : undefined;
    if (move === undefined) return;
    walk(t, move);
    if (move.stops >= 0) pivot(t, move.stops, move.enters);
  }
}

/** What a number changes with, and by how much the other way; what moves freely changes by itself. */
function moversOf(t: Tableau, place: number): readonly (readonly [other: number, factor: number])[] {
  const r = t.basis.indexOf(place);
  return r < 0 ? [[place, -1]] : membersOf(t, r).map((other) => [other, weightOf(t, r, other)]);
}

/** The way that leads furthest; where none leads on, the first: the turn that Bland's rule takes on the spot. */
function nextMove(t: Tableau, place: number, way: number, left: number): Move | undefined {
  let best: Move | undefined;
  let furthest = -1;
  for (const [other, factor] of moversOf(t, place)) {
    const otherWay = factor > 0 ? -way : way;
    if (room(t, other, otherWay) <= tiny) continue;
    const move = ratio(t, other, otherWay, left / Math.abs(factor));
    const gain = move.step * Math.abs(factor);
    if (gain > furthest + tiny) [best, furthest] = [move, gain];
    if (gain > left - tiny) break;
  }
  return best;
}

/** How far `enters` may go, at most `most`, and who stops it: of those that do at once, the first. */
function ratio(t: Tableau, enters: number, way: number, most: number): Move {
  let step = Math.min(most, room(t, enters, way));
  let stops = -1;
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, enters);
    if (factor === 0) continue;
    const basic = t.basis[r] ?? 0;
    const limit = Math.max(0, room(t, basic, factor > 0 ? -way : way)) / Math.abs(factor);
    const first = limit < step + tiny && basic < (t.basis[stops] ?? -1);
    if (limit >= step - tiny && !first) continue;
    step = Math.min(step, limit);
    stops = r;
  }
  return { enters, way, step, stops };
}

function walk(t: Tableau, { enters, way, step }: Move): void {
  shift(t, enters, way * step);
  for (let r = 0; r < t.basis.length; r += 1) shift(t, t.basis[r] ?? 0, -weightOf(t, r, enters) * way * step);
}

function shift(t: Tableau, place: number, by: number): void {
  const at = (t.at[place] ?? 0) + by;
  t.at[place] = at;
  t.least[place] = Math.min(t.least[place] ?? 0, at);
  t.most[place] = Math.max(t.most[place] ?? 0, at);
}
