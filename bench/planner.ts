/**
 * The planner's engine by itself. `npm run bench -- gap FILE --seconds 30 --json`: a generalised assignment file, at the least cost.
 * `npm run bench -- planner --size S|M|L --seed N --seconds T --json`: an invented partnership; `--rounds N` instead of seconds gives
 * the same plan every time. Seconds are those of the processor for this whole process, so that neighbours hardly count.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assignment } from '../src/planner/engine/gap.ts';
import { bonusOf } from '../src/planner/engine/gap-costs.ts';
import { evaluate } from '../src/planner/engine/instance.ts';
import { optimise } from '../src/planner/engine/optimise.ts';
import { type Progress, solve } from '../src/planner/engine/solve.ts';
import { readGap } from './gap-file.ts';
import { planByHand } from './greedy.ts';
import { generate, type Size, sizes } from './planner-instances.ts';

/** Kept for the end: telling and stopping. */
const reserve = 0.3;

try {
  await run();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { size: text, seed: text, seconds: text, rounds: text, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [what, file] = positionals;
  const asked = {
    seed: wholeOf('seed', values.seed, 1),
    seconds: numberOf('seconds', values.seconds, 30),
    rounds: values.rounds === undefined ? undefined : wholeOf('rounds', values.rounds, 1),
    say: values.json === true ? () => {} : (line: string) => console.log(line),
  };
  const answer = what === 'gap' ? await benchGap(file, asked) : await benchPlanner(values.size ?? 'S', asked);
  if (values.json === true) console.log(JSON.stringify(answer));
  else for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(12)} ${value}`);
}

interface Asked {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number | undefined;
  readonly say: (line: string) => void;
}

async function benchGap(file: string | undefined, { say, ...asked }: Asked) {
  if (file === undefined) throw new Error('npm run bench -- gap FILE [--seconds 30] [--json]');
  const gap = readFile(file);
  const problem = assignment(gap);
  const whole = problem.items * bonusOf(gap);
  const costOf = (value: number) => whole - value;
  const lowest = (bound: number) =>
    Math.max(0, problem.whole ? Math.ceil(costOf(bound) - 1e-6) : costOf(bound));
  const end = await optimise(problem, {
    ...optionsOf(asked),
    report: ({ value, bound, seconds, phase }) =>
      say(`${seconds.toFixed(1)} s ${phase}: ${costOf(value)}, at least ${costOf(bound).toFixed(2)}`),
  });
  const done = end.columns.reduce((sum, { items }) => sum + items.length, 0);
  if (done < problem.items)
    throw new Error(`no plan found for ${problem.items - done} of ${problem.items} jobs`);
  const value = costOf(end.value);
  const bound = lowest(end.bound);
  return { value, bound, gap: (value - bound) / Math.max(1e-9, Math.abs(value)), ...used() };
}

async function benchPlanner(size: string, { say, ...asked }: Asked) {
  if (!isSize(size)) throw new Error(`--size is one of ${Object.keys(sizes).join(', ')}`);
  const instance = generate(size, asked.seed);
  const greedy = evaluate(instance, planByHand(instance));
  let first: Progress | undefined;
  const end = await solve(instance, {
    ...optionsOf(asked),
    report: (progress) => {
      first ??= { ...progress, seconds: cpuSeconds() };
      const { seconds, phase, value, bound, gap } = progress;
      say(
        `${seconds.toFixed(1)} s ${phase}: ${value.toFixed(1)}, at most ${bound.toFixed(1)} (${(100 * gap).toFixed(2)} %)`,
      );
    },
  });
  if (end.kind === 'clash') throw new Error('the pins clash');
  const verdict = evaluate(instance, end.plan);
  if (verdict.broken.length > 0) throw new Error(`a hard rule is broken: ${verdict.broken[0]?.rule}`);
  return {
    ...{ size, seed: asked.seed, greedy: round(greedy.value), greedyServed: greedy.served },
    ...{ value: round(verdict.value), bound: round(end.bound), gap: end.gap, served: verdict.served },
    ...{
      demands: instance.demands.length,
      first: first?.seconds ?? 0,
      rounds: Math.round(end.rounds),
      ...used(),
    },
  };
}

function optionsOf({ seed, seconds, rounds }: Omit<Asked, 'say'>) {
  const left = Math.max(0.1, seconds - cpuSeconds() - reserve);
  return { seed, rounds, seconds: left, clock: cpuSeconds, stop: () => false };
}

function readFile(file: string) {
  try {
    return readGap(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new Error(`${file} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function isSize(size: string): size is Size {
  return Object.hasOwn(sizes, size);
}

function numberOf(name: string, given: string | undefined, usual: number): number {
  const number = given === undefined ? usual : Number(given);
  if (!(number > 0)) throw new Error(`--${name} must be a number above 0`);
  return number;
}

function wholeOf(name: string, given: string | undefined, usual: number): number {
  const number = given === undefined ? usual : Number(given);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be a whole number`);
  return number;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function used() {
  return { seconds: round(cpuSeconds()), megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
