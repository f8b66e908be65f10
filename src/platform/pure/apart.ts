/** Numbers that have nothing to do with each other are looked at apart: the work of simplex grows with the square of what hangs together. */
import { type Balance, type Leeway, leewayOf, type Untold } from './leeway.ts';

/** What hangs together: places in the lists of numbers and of balances, in order. */
interface Part {
  readonly numbers: readonly number[];
  readonly balances: readonly number[];
}

/** As `leewayOf`; of each part only when something of it is asked. */
export function leewayApart(numbers: readonly Untold[], balances: readonly Balance[]): Leeway {
  const { parts, partOf, placeIn } = partsOf(numbers.length, balances);
  const known = new Map<number, Leeway>();
  let asked = -1;
  return {
    reaches: (place, target) => {
      asked = partOf[place] ?? -1;
      const leeway = known.get(asked) ?? leewayIn(parts[asked], numbers, balances, placeIn);
      known.set(asked, leeway);
      return leeway.reaches(placeIn[place] ?? 0, target);
    },
    weights: () => {
      const own = parts[asked]?.balances ?? [];
      const weights = known.get(asked)?.weights() ?? new Map<number, number>();
      return new Map([...weights].map(([nth, weight]) => [own[nth] ?? -1, weight]));
    },
  };
}

function leewayIn(
  part: Part | undefined,
  numbers: readonly Untold[],
  balances: readonly Balance[],
  placeIn: Int32Array,
): Leeway {
  return leewayOf(
    (part?.numbers ?? []).flatMap((place) => numbers[place] ?? []),
    (part?.balances ?? []).map((nth) =>
      (balances[nth] ?? []).map(([place, sign]) => [placeIn[place] ?? 0, sign] as const),
    ),
  );
}

/** Each number leads to another of its part, and the last one to itself. */
function partsOf(many: number, balances: readonly Balance[]) {
  const leads = Int32Array.from({ length: many }, (_, place) => place);
  const headOf = (place: number): number => {
    let head = place;
    while (leads[head] !== head) {
      const next = leads[leads[head] ?? head] ?? head;
      leads[head] = next;
      head = next;
    }
    return head;
  };
  for (const [[first] = [0], ...others] of balances)
    for (const [place] of others) leads[headOf(place)] = headOf(first);
  const parts: { readonly numbers: number[]; readonly balances: number[] }[] = [];
  const partOf = new Int32Array(many).fill(-1);
  const placeIn = new Int32Array(many);
  for (let place = 0; place < many; place += 1) {
    const head = headOf(place);
    let nth = partOf[head] ?? -1;
    if (nth < 0) nth = parts.push({ numbers: [], balances: [] }) - 1;
    partOf[head] = nth;
    partOf[place] = nth;
    placeIn[place] = (parts[nth]?.numbers.push(place) ?? 1) - 1;
  }
  for (const [nth, [first]] of balances.entries())
    if (first !== undefined) parts[partOf[first[0]] ?? -1]?.balances.push(nth);
  return { parts: parts satisfies readonly Part[], partOf, placeIn };
}
