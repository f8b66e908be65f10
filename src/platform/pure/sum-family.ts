/** Counts that add up, as `sums.ts` looks at them. */

import { type Cell, isSmall } from './doubts.ts';

/** The total is the sum of its parts. Both may stand in other sums too. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Cells that were released before, as they were. */
export type Frozen = ReadonlyMap<string, 'shown' | 'hidden'>;

/** What hangs together, and what is known of it. */
export interface Family {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  /** Of each cell: the sums it stands in. */
  readonly sumsOf: (id: string) => readonly Sum[];
  /** What was shown before, and what follows from that by itself: to hide it would hide nothing. */
  readonly told: ReadonlySet<string>;
  /** What is never shown. */
  readonly untold: ReadonlySet<string>;
  /** What is hidden and may be found: large counts that nobody tells, but that hold nothing back. */
  readonly free: ReadonlySet<string>;
  readonly yields: ReadonlySet<string>;
}

/** What is not like other cells. */
export interface Aside {
  /** Never shown anyway: it covers others, and needs cover only where it is small. */
  readonly untold?: ReadonlySet<string>;
  /** Hidden for the sake of others before anything else is. */
  readonly yields?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

const freeOf = (cells: readonly Cell[], untold: ReadonlySet<string>, few?: number): ReadonlySet<string> =>
  new Set(cells.filter((cell) => untold.has(cell.id) && !isSmall(cell, few)).map(({ id }) => id));

/** @param few of fewer cases than this something is small */
export function familyOf(
  given: readonly Cell[],
  all: readonly Sum[],
  frozen: Frozen,
  { untold = nothing, yields = nothing }: Aside,
  few?: number,
): Family {
  const { cells, sums } = withoutTwins(
    given,
    // The sum of nothing tells nothing.
    all.filter(({ parts }) => parts.length > 0),
    untold,
  );
  const ofEach = new Map<string, readonly Sum[]>();
  for (const sum of sums) for (const id of membersOf(sum)) ofEach.set(id, [...(ofEach.get(id) ?? []), sum]);
  return {
    cells,
    sums,
    sumsOf: (id) => ofEach.get(id) ?? [],
    told: toldBy(frozen, sums),
    untold: new Set(given.flatMap(({ id }) => (untold.has(id) ? [id] : []))),
    free: freeOf(given, untold, few),
    yields,
  };
}

/**
 * What nobody tells and is the only part of a total goes by the name of that total, in all that adds up: of most boards all schools lie in one
 * area, and simplex would ask everything of them twice.
 */
function withoutTwins(cells: readonly Cell[], sums: readonly Sum[], untold: ReadonlySet<string>) {
  const twins = new Map(
    sums.flatMap(({ total, parts: [only, second] }) =>
      only !== undefined && second === undefined && untold.has(only) ? [[only, total] as const] : [],
    ),
  );
  const nameOf = (id: string): string => {
    const twin = twins.get(id);
    return twin === undefined ? id : nameOf(twin);
  };
  const named = sums.map(({ total, parts }) => ({ total: nameOf(total), parts: parts.map(nameOf) }));
  const once = new Map(named.map((sum) => [`${sum.total} ${sum.parts.toSorted()}`, sum]));
  return {
    cells: cells.filter(({ id }) => !twins.has(id)),
    sums: [...once.values()].filter(({ total, parts }) => parts.length > 1 || parts[0] !== total),
  };
}

function toldBy(frozen: Frozen, sums: readonly Sum[]): ReadonlySet<string> {
  const told = new Set([...frozen].flatMap(([id, how]) => (how === 'shown' ? [id] : [])));
  for (let before = -1; before < told.size; ) {
    before = told.size;
    for (const sum of sums) {
      const left = membersOf(sum).filter((id) => !told.has(id));
      if (left.length === 1) for (const id of left) told.add(id);
    }
  }
  return told;
}

/** The total last: it tells most, so it is the last to be hidden for the sake of others. */
export const membersOf = ({ total, parts }: Sum) => [...parts, total];
