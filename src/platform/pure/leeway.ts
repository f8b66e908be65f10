/**
 * How far numbers that nobody is told can differ from what they are, while everything that is told stays the same. The primal simplex
 * method (Dantzig 1951) with Bland's rule (1977) against going round, on sparse rows: rows of sums are short.
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
  readonly rows: Map<number, number>[];
  /** Of each number: the rows it stands in. */
  readonly columns: readonly Set<number>[];
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
    rows: [],
    columns: all.map(() => new Set<number>()),
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
      const row = t.rows[t.rowOf[asked] ?? -1] ?? new Map<number, number>();
      return new Map([...row].flatMap(([at, weight]) => (at < t.length ? [] : [[at - t.length, weight]])));
    },
  };
}

/** Every turn makes rows longer; from where the numbers are now they are written anew. @returns how long they are together */
function rebuild(t: Tableau, balances: readonly Balance[]): number {
  t.rows.length = 0;
  t.basis.length = 0;
  t.rowOf.fill(-1);
  for (const column of t.columns) column.clear();
  for (const [nth, balance] of balances.entries()) if (balance.length > 0) addRow(t, balance, t.length + nth);
  return lengthOf(t);
}

const lengthOf = (t: Tableau) => t.rows.reduce((length, row) => length + row.size, 0);

/** Writes a balance in terms of what moves freely; one that followed from the others adds nothing. */
function addRow(t: Tableau, balance: Balance, mark: number): void {
  const row = inFree(t, balance);
  row.set(mark, 1);
  // What stands in few rows and is not at a bound gives the shortest rows and the fewest standstills.
  let basic = -1;
  for (const place of row.keys())
    if (place < t.length && (basic < 0 || cost(t, place) < cost(t, basic))) basic = place;
  if (basic < 0) return;
  const r = t.rows.length;
  const factor = row.get(basic) ?? 1;
  row.delete(basic);
  for (const [place, value] of row) {
    row.set(place, value / factor);
    t.columns[place]?.add(r);
  }
  t.rows.push(row);
  t.basis.push(basic);
  t.rowOf[basic] = r;
  replace(t, basic, row);
}

function inFree(t: Tableau, balance: Balance): Map<number, number> {
  const row = new Map<number, number>();
  for (const [place, sign] of balance) {
    const known = t.rows[t.rowOf[place] ?? -1];
    if (known === undefined) add(row, place, sign);
    else for (const [other, factor] of known) add(row, other, -sign * factor);
  }
  return row;
}

const cost = (t: Tableau, place: number) =>
  (t.columns[place]?.size ?? 0) - (slack(t, place) === Infinity ? 1e6 : 0) + (slack(t, place) > tiny ? 0 : 4);
const slack = (t: Tableau, place: number) => Math.min(room(t, place, 1), room(t, place, -1));
const room = (t: Tableau, place: number, way: number) =>
  way > 0 ? (t.high[place] ?? 0) - (t.at[place] ?? 0) : (t.at[place] ?? 0) - (t.low[place] ?? 0);

function add(row: Map<number, number>, place: number, value: number): void {
  const sum = (row.get(place) ?? 0) + value;
  if (Math.abs(sum) < tiny) row.delete(place);
  else row.set(place, sum);
}

/** Puts what `place` is in its stead, in every row where it stands. */
function replace(t: Tableau, place: number, by: ReadonlyMap<number, number>): void {
  const column = t.columns[place] ?? new Set();
  for (const r of column) {
    const row = t.rows[r] ?? new Map<number, number>();
    const factor = row.get(place) ?? 0;
    row.delete(place);
    for (const [other, value] of by) {
      add(row, other, -factor * value);
      if (row.has(other)) t.columns[other]?.add(r);
      else t.columns[other]?.delete(r);
    }
  }
  column.clear();
}

/** What row `r` gave moves freely from now on, and `enters` follows from it. */
function pivot(t: Tableau, r: number, enters: number): void {
  const leaves = t.basis[r] ?? -1;
  const old = t.rows[r] ?? new Map<number, number>();
  const factor = old.get(enters) ?? 1;
  old.delete(enters);
  t.columns[enters]?.delete(r);
  for (const [place, value] of old) old.set(place, value / factor);
  old.set(leaves, 1 / factor);
  t.columns[leaves]?.add(r);
  t.basis[r] = enters;
  t.rowOf[leaves] = -1;
  t.rowOf[enters] = r;
  replace(t, enters, old);
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

/** The way that leads furthest; where none leads on, the turn that Bland's rule takes on the spot. */
function nextMove(t: Tableau, place: number, way: number, left: number): Move | undefined {
  const row = t.rows[t.rowOf[place] ?? -1] ?? new Map([[place, -1]]);
  let best: Move | undefined;
  let furthest = tiny;
  let turn: Move | undefined;
  for (const [other, factor] of row) {
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
  for (const r of t.columns[enters] ?? []) {
    const factor = t.rows[r]?.get(enters) ?? 0;
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
  for (const r of t.columns[enters] ?? [])
    shift(t, t.basis[r] ?? -1, -(t.rows[r]?.get(enters) ?? 0) * way * step);
}

function shift(t: Tableau, place: number, by: number): void {
  const at = (t.at[place] ?? 0) + by;
  t.at[place] = at;
  if (at < (t.least[place] ?? 0)) t.least[place] = at;
  if (at > (t.most[place] ?? 0)) t.most[place] = at;
}
