/** Numbers that have nothing to do with each other are looked at apart: the work of simplex grows with the square of what hangs together. */
import { type Balance, type Leeway, leewayOf, type Untold } from './leeway.ts';

/** What hangs together, in the order in which it was given. */
interface Part {
  readonly numbers: Untold[];
  readonly balances: Balance[];
  /** Of each of its balances: its place in the list of all. */
  readonly places: number[];
}

/** As `leewayOf`; of each part only when something of it is asked. */
export function leewayApart(numbers: readonly Untold[], balances: readonly Balance[]): Leeway {
  const { partOf, placeIn } = partsOf(numbers, balances);
  const known = new Map<Part, Leeway>();
  let weights: Leeway['weights'] = () => new Map();
  return {
    reaches: (place, target) => {
      const part = partOf(place);
      const leeway = known.get(part) ?? leewayOf(part.numbers, part.balances);
      known.set(part, leeway);
      weights = () => new Map([...leeway.weights()].map(([nth, weight]) => [part.places[nth] ?? 0, weight]));
      return leeway.reaches(placeIn[place] ?? 0, target);
    },
    weights: () => weights(),
  };
}

function partsOf(numbers: readonly Untold[], balances: readonly Balance[]) {
  const headOf = headsOf(numbers.length, balances);
  const parts = new Map<number, Part>();
  const partOf = (place: number): Part => {
    const head = headOf(place);
    const part = parts.get(head) ?? { numbers: [], balances: [], places: [] };
    parts.set(head, part);
    return part;
  };
  const placeIn = numbers.map((one, place) => partOf(place).numbers.push(one) - 1);
  for (const [nth, balance] of balances.entries()) {
    const [first] = balance;
    if (first === undefined) continue;
    const part = partOf(first[0]);
    part.balances.push(balance.map(([place, sign]) => [placeIn[place] ?? 0, sign]));
    part.places.push(nth);
  }
  return { partOf, placeIn };
}

/** Of each number the one that stands for all it hangs together with: each leads to another of them, and that one to itself. */
function headsOf(many: number, balances: readonly Balance[]): (place: number) => number {
  const leads = Int32Array.from({ length: many }, (_, place) => place);
  const headOf = (place: number): number => {
    let head = place;
    for (let next = leads[head] ?? 0; next !== head; next = leads[head] ?? 0) head = next;
    leads[place] = head;
    return head;
  };
  for (const balance of balances) {
    const heads = balance.map(([place]) => headOf(place));
    for (const head of heads) leads[head] = heads[0] ?? 0;
  }
  return headOf;
}
