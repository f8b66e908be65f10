/**
 * How far numbers that nobody is told can differ from what they are, while everything that is told stays the same. The primal simplex
 * method (Dantzig 1951) with Bland's rule (1977) against going round; why it is our own: decision 31.
 */
import {
  type Balance,
  basicOf,
  lengthOf,
  membersOf,
  of,
  pivot,
  rebuild,
  room,
  type Tableau,
  tiny,
  weightOf,
} from './tableau.ts';

export type { Balance } from './tableau.ts';

/** A number that is not told, as it is, and between what bounds everybody knows it to be. */
export interface Untold {
  readonly now: number;
  readonly low: number;
  readonly high: number;
}

export interface Leeway {
  /** Could number `place` just as well be `target`? Fractions of counts are allowed, as an attacker who computes would allow them. */
  reaches(place: number, target: number): boolean;
  /**
   * After a no: how much each balance has to do with it. A number that is told so far, and whose weights in its balances do not cancel out,
   * would make room if it were not (it has a reduced cost, as simplex calls it).
   */
  weights(): ReadonlyMap<number, number>;
}

/** More turns than were ever needed. */
const enough = 10_000;

/** @param numbers as they are: they must satisfy the balances and lie within their bounds */
export function leewayOf(numbers: readonly Untold[], balances: readonly Balance[]): Leeway {
  const width = numbers.length + balances.length;
  const listed = (what: (one: Untold) => number) => {
    const list = new Float64Array(width);
    list.set(numbers.map(what));
    return list;
  };
  const t: Tableau = {
    length: numbers.length,
    at: listed(({ now }) => now),
    low: listed(({ low }) => low),
    high: listed(({ high }) => high),
    least: listed(({ now }) => now),
    most: listed(({ now }) => now),
    rowOf: new Float64Array(width),
    // Stryker disable next-line ArrayDeclaration: emptied before it is filled
    basis: [],
    rows: new Float64Array(width * balances.length),
    width,
    stands: new Float64Array(width),
  };
  let short = rebuild(t, balances);
  let asked = 0;
  return {
    reaches: (place, target) => {
      asked = place;
      const been = () => of(t.least, place) <= target + tiny && target - tiny <= of(t.most, place);
      // Stryker disable next-line ConditionalExpression: to look again would only take longer
      if (been()) return true;
      // Stryker disable next-line ConditionalExpression,EqualityOperator,ArithmeticOperator: when rows are written anew is a matter of speed
      if (lengthOf(t) > 3 * short) short = rebuild(t, balances);
      push(t, place, target);
      return been();
    },
    weights: () => {
      const r = of(t.rowOf, asked);
      const members = membersOf(t, r);
      return new Map(members.flatMap((at) => (at < t.length ? [] : [[at - t.length, weightOf(t, r, at)]])));
    },
  };
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
  const way = Math.sign(target - of(t.at, place));
  for (let turn = 0; turn < enough; turn += 1) {
    const left = way * (target - of(t.at, place));
    const move = left > tiny ? nextMove(t, place, way, left) : undefined;
    if (move === undefined) return;
    walk(t, move);
    if (move.stops >= 0) pivot(t, move.stops, move.enters);
  }
}

/** What a number changes with, and by how much the other way; what moves freely changes by itself. */
function moversOf(t: Tableau, place: number): readonly (readonly [other: number, factor: number])[] {
  const r = of(t.rowOf, place);
  return r < 0 ? [[place, -1]] : membersOf(t, r).map((other) => [other, weightOf(t, r, other)]);
}

/** The way that leads furthest; where none leads on, the first: the turn that Bland's rule takes on the spot. */
function nextMove(t: Tableau, place: number, way: number, left: number): Move | undefined {
  let best: Move | undefined;
  let furthest = -1;
  for (const [other, factor] of moversOf(t, place)) {
    const otherWay = -way * Math.sign(factor);
    if (room(t, other, otherWay) <= tiny) continue;
    // Stryker disable all: every way that is open ends at the same edge; the furthest first is quickest
    const move = ratio(t, other, otherWay, left / Math.abs(factor));
    const gain = move.step * Math.abs(factor);
    if (gain > furthest + tiny) [best, furthest] = [move, gain];
    if (gain >= left - tiny) break;
    // Stryker restore all
  }
  return best;
}

/** How far `enters` may go, at most `most`, and who stops it: of those that do at once, the first. */
function ratio(t: Tableau, enters: number, way: number, most: number): Move {
  let step = Math.min(most, room(t, enters, way));
  let stops = -1;
  // Stryker disable next-line EqualityOperator: one row further there is none
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, enters);
    // Stryker disable next-line ConditionalExpression: what does not change with it has room without end
    if (factor === 0) continue;
    const basic = basicOf(t, r);
    const limit = Math.max(0, room(t, basic, -way * Math.sign(factor))) / Math.abs(factor);
    // Stryker disable next-line all: Bland's choice among those that stop it at once keeps it from going round, which no sums are known to do
    const first = limit <= step + tiny && basic < basicOf(t, stops);
    if (limit >= step - tiny && !first) continue;
    step = Math.min(step, limit);
    stops = r;
  }
  return { enters, way, step, stops };
}

function walk(t: Tableau, { enters, way, step }: Move): void {
  const by = way * step;
  shift(t, enters, by);
  // Stryker disable next-line EqualityOperator: one row further there is none
  for (let r = 0; r < t.basis.length; r += 1) shift(t, basicOf(t, r), -weightOf(t, r, enters) * by);
}

function shift(t: Tableau, place: number, by: number): void {
  const at = of(t.at, place) + by;
  t.at[place] = at;
  t.least[place] = Math.min(of(t.least, place), at);
  t.most[place] = Math.max(of(t.most, place), at);
}
