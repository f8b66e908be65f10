/**
 * The engine: prices by Lagrangian descent, columns and a dive from them, then neighbourhood search to the end of the budget. Anytime:
 * it tells every better plan and every better bound, and can be stopped after any step.
 */
import { setImmediate } from 'node:timers/promises';
import { type Bound, descend } from './bound.ts';
import { type Dive, dive, generate } from './dive.ts';
import { likeliest, masterOf } from './master.ts';
import { type Meter, meterFor } from './meter.ts';
import type { Column, Prices, Problem } from './problem.ts';
import { below, randomFrom, shuffle } from './random.ts';
import { neighbourhood, rechoose, rivalsOf, type Search, searchFrom } from './search.ts';
import { stateOf, totalOf } from './state.ts';

/** What it is doing: looking for prices, for columns, or for better plans around the best one. */
export type Phase = 'prices' | 'columns' | 'search';

export interface Options<Progress> {
  readonly seed: number;
  /** Work to do, about as many times as every agent is asked; nothing then depends on the clock. */
  readonly rounds?: number | undefined;
  readonly seconds?: number | undefined;
  readonly report: (progress: Progress) => void;
  /** Looked at many times a second. */
  readonly stop: () => boolean;
  /** Seconds; the clock on the wall when left out. */
  readonly clock?: (() => number) | undefined;
}

export interface Standing<Detail> {
  readonly columns: readonly Column<Detail>[];
  readonly value: number;
  readonly bound: number;
  /** (bound − value) / |bound|, 0 or more. */
  readonly gap: number;
  readonly prices: Prices;
  readonly phase: Phase;
  readonly seconds: number;
  readonly rounds: number;
}

interface Run<Detail> {
  readonly problem: Problem<Detail>;
  readonly meter: Meter;
  readonly random: () => number;
  readonly report: (standing: Standing<Detail>) => void;
  /** What every agent does when all items are taken. */
  readonly none: readonly Column<Detail>[];
  readonly near: readonly (readonly number[])[];
  best: { readonly columns: readonly Column<Detail>[]; readonly value: number };
  known: { readonly prices: Prices; readonly bound: number };
  phase: Phase;
  toldAt: number;
}

/** Answers of everybody that are kept on the way down: the last are the likeliest, and memory counts. */
const answersKept = 80;
/** Part of the budget by which the prices, and then the columns, are done. */
const pricesUntil = 0.3;
const columnsUntil = 0.5;
/** Moves for each agent in a cycle of the search, and most agents that move together. */
const movesEach = 300;
const mostTogether = 6;
/** What a move may lose at the beginning of the coolest cycle, as a part of the mean first price. */
const coolest = 0.08;

/** Always an answer, and the same for the same seed and rounds. `start` is a plan to begin from, one column per agent. */
export async function optimise<Detail>(
  problem: Problem<Detail>,
  options: Options<Standing<Detail>>,
  start?: readonly Column<Detail>[],
): Promise<Standing<Detail>> {
  const run = begin(problem, options, start);
  const pool = await findPrices(run);
  if (!isDone(run)) await findColumns(run, pool);
  run.phase = 'search';
  await (problem.rearranging === undefined ? searchOn(run) : rearrangeOn(run));
  const standing = standingOf(run);
  run.report(standing);
  return standing;
}

function begin<Detail>(
  problem: Problem<Detail>,
  { seed, rounds, seconds, stop, report, clock = () => performance.now() / 1000 }: Options<Standing<Detail>>,
  start: readonly Column<Detail>[] | undefined,
): Run<Detail> {
  const meter = meterFor({ rounds, seconds, stop, clock });
  const taken = new Float64Array(problem.items).fill(Number.POSITIVE_INFINITY);
  const none = problem.reach.map((_, agent) =>
    problem.best(agent, taken, new Float64Array(problem.groups.length)),
  );
  const prices = {
    items: Float64Array.from(problem.firstPrices),
    groups: Float64Array.from(problem.groups, ({ price }) => price / 4),
  };
  const columns = start ?? none;
  return {
    ...{ problem, meter, report, none },
    random: randomFrom(seed),
    near: rivalsOf(problem),
    best: { columns, value: totalOf(problem, columns) },
    known: { prices, bound: Number.POSITIVE_INFINITY },
    phase: 'prices',
    toldAt: Number.NEGATIVE_INFINITY,
  };
}

/** Descends, and every few steps builds a plan at the prices. Returns the columns that were the best answers on the way. */
async function findPrices<Detail>(run: Run<Detail>): Promise<readonly Column<Detail>[]> {
  const { problem, meter, random } = run;
  const descent = descend(problem, meter);
  const pool: (readonly Column<Detail>[])[] = [];
  const search = searchFrom(problem, stateOf(problem, run.best.columns), run.near, random);
  for (let step = 0; step === 0 || (meter.spent() < pricesUntil && !isDone(run)); step += 1) {
    if (step % 10 === 0) build(run, search);
    const found: Bound<Detail> | undefined = descent.step(run.best.value);
    if (descent.bound < run.known.bound) run.known = { prices: descent.prices, bound: descent.bound };
    if (found === undefined) break;
    if (found.value < 1.02 * Math.abs(run.known.bound)) pool.push(found.columns);
    if (pool.length > answersKept) pool.shift();
    tell(run);
    await setImmediate();
  }
  return pool.flat();
}

/** Lets all agents choose anew, each leaving behind what is worth more to others. */
function build<Detail>(run: Run<Detail>, search: Search<Detail>): void {
  const everybody = run.none.map(({ agent }) => agent);
  shuffle(everybody, run.random);
  const weight = 0.5 + 0.1 * below(run.random, 6);
  run.meter.work(1);
  if (rechoose(search, everybody, run.known.prices, () => weight, 0) !== undefined)
    keep(run, search.state.columns);
}

async function findColumns<Detail>(run: Run<Detail>, pool: readonly Column<Detail>[]): Promise<void> {
  const { problem, meter, none } = run;
  run.phase = 'columns';
  const master = await masterOf(problem, () => meter.over());
  try {
    master.add([...none, ...run.best.columns, ...likeliest(problem.agents, run.known.prices, pool)]);
    const work: Dive<Detail> = {
      ...{ problem, master, meter },
      pause: async () => {
        tell(run);
        await setImmediate();
      },
    };
    const until = problem.rearranging === undefined ? columnsUntil : meter.spent() + 0.1;
    const found = await generate(work, run.known, until);
    if (found.bound < run.known.bound) run.known = found;
    if (problem.rearranging === undefined) keep(run, await dive(work, none));
  } finally {
    master.dispose();
  }
}

/** One neighbourhood after another, in cycles from the best plan that begin warm, so that worse plans are accepted, and cool down. */
async function searchOn<Detail>(run: Run<Detail>): Promise<void> {
  const { problem, random } = run;
  const price = problem.firstPrices.reduce((sum, each) => sum + each, 0) / Math.max(1, problem.items);
  for (let cycle = 0; !isDone(run); cycle += 1) {
    await coolDown(run, coolest * price * (cycle === 0 ? 1 : 2 ** below(random, 4)));
  }
}

async function coolDown<Detail>(run: Run<Detail>, warmth: number): Promise<void> {
  const { problem, meter, random } = run;
  const search = searchFrom(problem, stateOf(problem, run.best.columns), run.near, random);
  const steps = movesEach * problem.agents;
  let value = run.best.value;
  for (let step = 0; step < steps && !isDone(run); step += 1) {
    const group = neighbourhood(search, mostTogether);
    meter.work(group.length / problem.agents);
    const worst = -warmth * (1 - step / steps) * random() ** 2;
    const gain = rechoose(search, group, run.known.prices, () => 1.1 * random(), worst);
    if (gain !== undefined) value += gain;
    if (gain !== undefined && value > run.best.value + 1e-9) {
      keep(run, search.state.columns);
      value = run.best.value;
      tell(run);
    }
    if (step % 50 === 49) await setImmediate();
  }
}

async function rearrangeOn<Detail>(run: Run<Detail>): Promise<void> {
  const { problem, meter } = run;
  const rearrange = await problem.rearranging?.(run.known.prices, run.random, () => meter.over());
  while (rearrange !== undefined && !isDone(run)) {
    const { columns, work } = rearrange(run.best.columns);
    meter.work(work);
    const changed = new Map(columns.map((column) => [column.agent, column]));
    keep(
      run,
      run.best.columns.map((column) => changed.get(column.agent) ?? column),
    );
    tell(run);
    await setImmediate();
  }
}

function keep<Detail>(run: Run<Detail>, columns: readonly Column<Detail>[]): void {
  const value = totalOf(run.problem, columns);
  if (value > run.best.value) run.best = { columns: [...columns], value };
}

/** Nothing better can be found, or the budget is used. */
function isDone<Detail>({ best, known, problem, meter }: Run<Detail>): boolean {
  const within = problem.whole ? 1 - 1e-6 : 1e-9 * Math.max(1, Math.abs(known.bound));
  return known.bound - best.value < within || meter.over();
}

/** Ten times a second at most; the end is always told. */
function tell<Detail>(run: Run<Detail>): void {
  const now = run.meter.seconds();
  if (now - run.toldAt < 0.1) return;
  run.toldAt = now;
  run.report(standingOf(run));
}

function standingOf<Detail>({ best, known, phase, meter }: Run<Detail>): Standing<Detail> {
  return {
    ...best,
    ...known,
    gap: Math.max(0, known.bound - best.value) / Math.max(1e-9, Math.abs(known.bound)),
    phase,
    seconds: meter.seconds(),
    rounds: meter.rounds(),
  };
}
