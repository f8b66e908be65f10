/**
 * How far numbers that nobody is told can differ from what they are, while everything that is told stays the same. The primal simplex
 * method (Dantzig 1951) with Bland's rule (1977) against going round. Every turn makes rows longer: they stand whole in one array.
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

interface Tableau {
  /** How many numbers there are; behind them comes one for each balance that is always nothing and shows where rows come from. */
  readonly length: number;
  readonly at: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The smallest and largest that each number has been on the way. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Of each number: the row that follows from the others, or -1 when it moves freely. */
  readonly rowOf: Int32Array;
  /** The number that each row gives: it changes by minus the sum of its parts. */
  readonly basis: number[];
  /** Row after row the weight of every number in it; of what does not stand in a row, 0. */
  readonly rows: Float64Array;
  readonly width: number;
  /** Of each number: in how many rows it stands. */
  readonly stands: Int32Array;
}

/** @param numbers as they are: they must satisfy the balances and lie within their bounds */
export function leewayOf(numbers: readonly Untold[], balances: readonly Balance[]): Leeway {
  const all = [...numbers, ...balances.map(() => ({ now: 0, low: 0, high: 0 }))];
  const t: Tableau = {
    length: numbers.length,
    at: Float64Array.from(all, ({ now }) => now),
    low: Float64Array.from(all, ({ low }) => low),
    high: Float64Array.from(all, ({ high }) => high),
    least: Float64Array.from(all, ({ now }) => now),
    most: Float64Array.from(all, ({ now }) => now),
    rowOf: new Int32Array(all.length).fill(-1),
    basis: [],
    rows: new Float64Array(all.length * balances.length),
    width: all.length,
    stands: new Int32Array(all.length),
  };
  let short = rebuild(t, balances);
  let asked = 0;
  return {
    reaches: (place, target) => {
      asked = place;
      const been = () => (t.least[place] ?? 0) <= target + tiny && target - tiny <= (t.most[place] ?? 0);
      if (been()) return true;
      if (lengthOf(t) > 3 * short) short = rebuild(t, balances);
      return push(t, place, target) && been();
    },
    weights: () => {
      const r = t.rowOf[asked] ?? -1;
      const members = r < 0 ? [] : membersOf(t, r);
      return new Map(members.flatMap((at) => (at < t.length ? [] : [[at - t.length, weightOf(t, r, at)]])));
    },
  };
}

/** Every turn makes rows longer; from where the numbers are now they are written anew. @returns how long they are together */
function rebuild(t: Tableau, balances: readonly Balance[]): number {
  t.rows.fill(0);
  t.basis.length = 0;
  t.rowOf.fill(-1);
  t.stands.fill(0);
  for (const [nth, balance] of balances.entries()) if (balance.length > 0) addRow(t, balance, t.length + nth);
  return lengthOf(t);
}

const lengthOf = (t: Tableau) => t.stands.reduce((length, many) => length + many, 0);
const weightOf = (t: Tableau, r: number, place: number) => t.rows[r * t.width + place] ?? 0;

/** What stands in a row, in order. */
function membersOf(t: Tableau, r: number): readonly number[] {
  const members: number[] = [];
  const from = r * t.width;
  for (let place = 0; place < t.width; place += 1) if (t.rows[from + place] !== 0) members.push(place);
  return members;
}

/** Gives a number another weight in a row. */
function weigh(t: Tableau, r: number, place: number, weight: number): void {
  const at = r * t.width + place;
  const after = Math.abs(weight) < tiny ? 0 : weight;
  if (t.rows[at] === 0) {
    if (after !== 0) t.stands[place] = (t.stands[place] ?? 0) + 1;
  } else if (after === 0) t.stands[place] = (t.stands[place] ?? 0) - 1;
  t.rows[at] = after;
}

/** Writes a balance in terms of what moves freely; one that followed from the others adds nothing. */
function addRow(t: Tableau, balance: Balance, mark: number): void {
  const r = t.basis.length;
  for (const [place, sign] of balance) {
    const known = t.rowOf[place] ?? -1;
    if (known < 0) weigh(t, r, place, weightOf(t, r, place) + sign);
    else addTimes(t, r, membersOf(t, known), known, -sign);
  }
  weigh(t, r, mark, 1);
  // What stands in few rows and is not at a bound gives the shortest rows and the fewest standstills.
  let basic = -1;
  const members = membersOf(t, r);
  for (const place of members)
    if (place < t.length && (basic < 0 || cost(t, place) < cost(t, basic))) basic = place;
  if (basic < 0) {
    for (const place of members) weigh(t, r, place, 0);
    return;
  }
  const factor = weightOf(t, r, basic);
  weigh(t, r, basic, 0);
  for (const place of members) weigh(t, r, place, weightOf(t, r, place) / factor);
  t.basis.push(basic);
  t.rowOf[basic] = r;
  replace(t, basic, r);
}

/** Adds one row to another, so many times. */
function addTimes(t: Tableau, r: number, members: readonly number[], other: number, times: number): void {
  for (const place of members) weigh(t, r, place, weightOf(t, r, place) + times * weightOf(t, other, place));
}

const cost = (t: Tableau, place: number) =>
  (t.stands[place] ?? 0) - (slack(t, place) === Infinity ? 1e6 : 0) + (slack(t, place) > tiny ? 0 : 4);
const slack = (t: Tableau, place: number) => Math.min(room(t, place, 1), room(t, place, -1));
const room = (t: Tableau, place: number, way: number) =>
  way > 0 ? (t.high[place] ?? 0) - (t.at[place] ?? 0) : (t.at[place] ?? 0) - (t.low[place] ?? 0);

/** Puts what row `by` says that `place` is in its stead, in every other row where it stands. */
function replace(t: Tableau, place: number, by: number): void {
  const members = membersOf(t, by);
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, place);
    if (factor === 0 || r === by) continue;
    weigh(t, r, place, 0);
    addTimes(t, r, members, by, -factor);
  }
}

/** What row `r` gave moves freely from now on, and `enters` follows from it. */
function pivot(t: Tableau, r: number, enters: number): void {
  const leaves = t.basis[r] ?? -1;
  const factor = weightOf(t, r, enters);
  weigh(t, r, enters, 0);
  for (const place of membersOf(t, r)) weigh(t, r, place, weightOf(t, r, place) / factor);
  weigh(t, r, leaves, 1 / factor);
  t.basis[r] = enters;
  t.rowOf[leaves] = -1;
  t.rowOf[enters] = r;
  replace(t, enters, r);
}

interface Move {
  readonly enters: number;
  readonly way: number;
  readonly step: number;
  /** The row whose number stops it, or -1 when its own bound or the target does. */
  readonly stops: number;
}

/** Moves along the edges of what is possible until `place` is there. After more turns than ever needed it says no: then more is hidden. */
function push(t: Tableau, place: number, target: number): boolean {
  const way = target > (t.at[place] ?? 0) ? 1 : -1;
  for (let turn = 0; turn < 50 + 4 * t.rows.length; turn += 1) {
    const left = way * (target - (t.at[place] ?? 0));
    if (left <= tiny) return true;
    const move = nextMove(t, place, way, left);
    if (move === undefined) return false;
    if (move.step > 0) walk(t, move);
    if (move.stops >= 0) pivot(t, move.stops, move.enters);
    else if (move.step <= tiny) return false;
  }
  return false;
}

/** What a number changes with, and by how much the other way; what moves freely changes by itself. */
function moversOf(t: Tableau, place: number): readonly (readonly [other: number, factor: number])[] {
  const r = t.rowOf[place] ?? -1;
  return r < 0 ? [[place, -1]] : membersOf(t, r).map((other) => [other, weightOf(t, r, other)]);
}

/** The way that leads furthest; where none leads on, the turn that Bland's rule takes on the spot. */
function nextMove(t: Tableau, place: number, way: number, left: number): Move | undefined {
  let best: Move | undefined;
  let furthest = tiny;
  let turn: Move | undefined;
  for (const [other, factor] of moversOf(t, place)) {
    const otherWay = factor > 0 ? -way : way;
    if (room(t, other, otherWay) <= tiny) continue;
    const move = ratio(t, other, otherWay, left / Math.abs(factor));
    const gain = move.step * Math.abs(factor);
    if (gain > furthest) [best, furthest] = [move, gain];
    if (gain >= left - tiny) break;
    if (turn === undefined || other < turn.enters) turn = move;
  }
  return best ?? turn;
}

/** How far `enters` may go, at most `most`, and who stops it. */
function ratio(t: Tableau, enters: number, way: number, most: number): Move {
  let step = Math.min(most, room(t, enters, way));
  let stops = -1;
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, enters);
    if (factor === 0) continue;
    const basic = t.basis[r] ?? -1;
    const limit = Math.max(0, room(t, basic, factor > 0 ? -way : way)) / Math.abs(factor);
    const sooner = limit < step - tiny;
    if (!sooner && !(stops >= 0 && limit <= step + tiny && basic < (t.basis[stops] ?? -1))) continue;
    step = Math.min(step, limit);
    stops = r;
  }
  return { enters, way, step, stops };
}

function walk(t: Tableau, { enters, way, step }: Move): void {
  shift(t, enters, way * step);
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, enters);
    if (factor !== 0) shift(t, t.basis[r] ?? -1, -factor * way * step);
  }
}

function shift(t: Tableau, place: number, by: number): void {
  const at = (t.at[place] ?? 0) + by;
  t.at[place] = at;
  if (at < (t.least[place] ?? 0)) t.least[place] = at;
  if (at > (t.most[place] ?? 0)) t.most[place] = at;
}
