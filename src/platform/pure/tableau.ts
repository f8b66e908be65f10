/**
 * The rows of the simplex method: each says what one number is when others move. Every turn makes rows longer; they stand whole in one array.
 */

/** What adds up to something told: places in the list of numbers, with +1 or -1. */
export type Balance = readonly (readonly [place: number, sign: 1 | -1])[];

/** Closer than this two numbers are one. */
export const tiny = 1e-9;
/** Weights are ones and, seldom, simple fractions: less than this is what rounding left of nothing, and never to be divided by. */
const slight = 1e-7;

export interface Tableau {
  /** How many numbers there are; behind them comes one for each balance that is always nothing and shows where rows come from. */
  readonly length: number;
  readonly at: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The smallest and largest that each number has been on the way. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Of each number: the row that follows from the others, or -1 when it moves freely. */
  readonly rowOf: Float64Array;
  /** The number that each row gives: it changes by minus the sum of its parts. */
  readonly basis: number[];
  /** Row after row the weight of every number in it; of what does not stand in a row, 0. */
  readonly rows: Float64Array;
  readonly width: number;
  /** Of each number: in how many rows it stands. */
  readonly stands: Float64Array;
}

/** Every turn makes rows longer; from where the numbers are now they are written anew. @returns how long they are together */
export function rebuild(t: Tableau, balances: readonly Balance[]): number {
  t.rows.fill(0);
  t.basis.length = 0;
  t.rowOf.fill(-1);
  t.stands.fill(0);
  for (const [nth, balance] of balances.entries()) addRow(t, balance, t.length + nth);
  return lengthOf(t);
}

/** What stands in a list at a place, which it has. */
export const of = (list: Float64Array, place: number): number => list[place] ?? 0;
export const basicOf = (t: Tableau, r: number): number => t.basis[r] ?? 0;
// Stryker disable next-line ArrowFunction,ArithmeticOperator: only says when rows are written anew
export const lengthOf = (t: Tableau) => t.stands.reduce((length, many) => length + many, 0);
export const weightOf = (t: Tableau, r: number, place: number) => of(t.rows, r * t.width + place);

/** What stands in a row, in order; in no row (-1), nothing. */
export function membersOf(t: Tableau, r: number): readonly number[] {
  const members: number[] = [];
  for (let place = 0; place < t.width; place += 1) if (weightOf(t, r, place) !== 0) members.push(place);
  return members;
}

/** Gives a number another weight in a row. */
function weigh(t: Tableau, r: number, place: number, weight: number): void {
  const at = r * t.width + place;
  const after = Math.abs(weight) < slight ? 0 : weight;
  // Stryker disable next-line all: in how many rows a number stands only says which one to take
  t.stands[place] = of(t.stands, place) + (after === 0 ? 0 : 1) - (t.rows[at] === 0 ? 0 : 1);
  t.rows[at] = after;
}

/** Writes a balance in terms of what moves freely; of one that followed from the others nothing is left but marks. */
function addRow(t: Tableau, balance: Balance, mark: number): void {
  const r = t.basis.length;
  for (const [place, sign] of balance) {
    const known = of(t.rowOf, place);
    if (known < 0) weigh(t, r, place, weightOf(t, r, place) + sign);
    else addTimes(t, r, membersOf(t, known), known, -sign);
  }
  weigh(t, r, mark, 1);
  const basic = quickest(t, membersOf(t, r), mark);
  const factor = weightOf(t, r, basic);
  weigh(t, r, basic, 0);
  for (const place of membersOf(t, r)) weigh(t, r, place, weightOf(t, r, place) / factor);
  t.basis.push(basic);
  t.rowOf[basic] = r;
  replace(t, basic, r);
}

/** Adds one row to another, so many times. */
function addTimes(t: Tableau, r: number, members: readonly number[], other: number, times: number): void {
  for (const place of members) weigh(t, r, place, weightOf(t, r, place) + times * weightOf(t, other, place));
}

// Stryker disable all: whichever follows from the others, the same can be reached; this one keeps rows short and standstills few
/** What stands in few rows and is not at a bound. */
const quickest = (t: Tableau, places: readonly number[], mark: number): number =>
  places.reduce((best, place) => (cost(t, place) < cost(t, best) ? place : best), mark);
const cost = (t: Tableau, place: number) =>
  of(t.stands, place) +
  (place < t.length ? 0 : 1e9) -
  (slack(t, place) === Infinity ? 1e6 : 0) +
  (slack(t, place) > tiny ? 0 : 4);
const slack = (t: Tableau, place: number) => Math.min(room(t, place, 1), room(t, place, -1));
// Stryker restore all

export const room = (t: Tableau, place: number, way: number) =>
  way === 1 ? of(t.high, place) - of(t.at, place) : of(t.at, place) - of(t.low, place);

/** Puts what row `by` says that `place` is in its stead, in every other row where it stands. */
function replace(t: Tableau, place: number, by: number): void {
  const members = membersOf(t, by);
  // Stryker disable next-line EqualityOperator: one row further there is none
  for (let r = 0; r < t.basis.length; r += 1) {
    const factor = weightOf(t, r, place);
    // Stryker disable next-line ConditionalExpression: nothing times a row changes nothing
    if (factor === 0) continue;
    weigh(t, r, place, 0);
    addTimes(t, r, members, by, -factor);
  }
}

/** What row `r` gave moves freely from now on, and `enters` follows from it. */
export function pivot(t: Tableau, r: number, enters: number): void {
  const leaves = basicOf(t, r);
  const factor = weightOf(t, r, enters);
  weigh(t, r, enters, 0);
  for (const place of membersOf(t, r)) weigh(t, r, place, weightOf(t, r, place) / factor);
  weigh(t, r, leaves, 1 / factor);
  t.basis[r] = enters;
  t.rowOf[leaves] = -1;
  t.rowOf[enters] = r;
  replace(t, enters, r);
}
