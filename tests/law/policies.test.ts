/** Whoever spoils a policy is noticed: each is changed in every small way, and the reads or the writes must tell. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { checks } from './catalogue-checks.ts';
import { furnish } from './furnish.ts';
import { withCommittee } from './furnish-questions.ts';
import { resultLaw } from './law-results.ts';
import { aMirroredWorld, withMirror } from './mirror-world.ts';
import { equivalents, type Mutant, mutantsOf } from './mutants.ts';
import { probesOf } from './probes.ts';
import type { Probe } from './probes-registers.ts';
import { type Asker, openRawSql, type RawSql } from './raw.ts';
import { questionsSeenBy, seenBy, tableSeenBy } from './reading.ts';
import { aWorld, clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;
let superuser: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await withCommittee(stage, withMirror(await aWorld(stage), await aMirroredWorld(stage)));
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await furnish(stage, superuser, world);
});

afterAll(async () => {
  await superuser.end();
  await raw.close();
  await stage.close();
  await fresh.drop();
});

const askerOf = (who: string): Asker => {
  if (who === 'nobody') return 'nobody';
  if (who === 'operator') return { operatorFor: world.cast.tenantId };
  return world.people[who] ?? { operatorFor: null };
};

/** What came otherwise than expected; `first`: only of the first people for whom something did. */
async function writesOf(probes: readonly Probe[], first = false): Promise<readonly string[]> {
  const found: string[] = [];
  const groupOf = (probe: Probe) => `${probe.who} ${probe.after === true ? 'after' : 'before'}`;
  for (const group of new Set(probes.map(groupOf))) {
    const theirs = probes.filter((probe) => groupOf(probe) === group);
    const [who = '', when] = group.split(' ');
    const clock = clocks[when === 'after' ? 1 : 0];
    const verdicts = await raw.tryAll(
      askerOf(who),
      clock,
      theirs.map((probe) => probe.sql),
    );
    theirs.forEach((probe, nth) => {
      const verdict = verdicts[nth] ?? '';
      if (!verdict.startsWith(probe.expected))
        found.push(`${group}: ${verdict}, not ${probe.expected}: ${probe.sql}`);
    });
    if (first && found.length > 0) return found;
  }
  return found;
}

test('each policy lets through and stops what it should', async () => {
  expect(await writesOf(probesOf(world))).toEqual([]);
});

test('the law of plans and lessons holds by itself', async () => {
  expect(await writesOf(resultLaw(world))).toEqual([]);
});

type Seen = ReadonlyMap<string, string>;

async function readBy(kind: string, clock: string): Promise<string> {
  const seen = await seenBy(raw, world, kind, clock).catch(() => undefined);
  if (seen === undefined) return 'not admitted';
  return [...seen, ...(await questionsSeenBy(raw, world, kind, clock))].join();
}

/** Everything that everybody reads. */
async function reading(): Promise<Seen> {
  const all = new Map<string, string>();
  for (const kind of Object.keys(world.people))
    for (const clock of clocks) all.set(`${kind} ${clock}`, await readBy(kind, clock));
  return all;
}

/** Who noticed something lately looks first: policies that stand together are told apart by the same people. */
let watchers: readonly (readonly [kind: string, clock: string])[] = [];

/** Of one table what everybody reads. */
async function tableReads(table: string): Promise<Seen> {
  const all = new Map<string, string>();
  for (const [kind, clock] of watchers) {
    const seen = await tableSeenBy(raw, world, kind, clock, table);
    if (seen !== undefined) all.set(`${kind} ${clock}`, seen);
  }
  return all;
}

async function tableReadsOtherwise(table: string, before: Seen): Promise<boolean> {
  for (const watcher of watchers) {
    const [kind, clock] = watcher;
    if ((await tableSeenBy(raw, world, kind, clock, table)) === before.get(`${kind} ${clock}`)) continue;
    watchers = [watcher, ...watchers.filter((one) => one !== watcher)];
    return true;
  }
  return false;
}

async function readsOtherwise(before: Seen): Promise<boolean> {
  for (const kind of Object.keys(world.people))
    for (const clock of clocks)
      if ((await readBy(kind, clock)) !== before.get(`${kind} ${clock}`)) return true;
  return false;
}

async function breaches(): Promise<number> {
  let found = 0;
  for (const { query } of checks) found += (await superuser.query(query)).rowCount ?? 0;
  return found;
}

/** First what is likely to tell, then everything. */
async function isNoticed(mutant: Mutant, before: Seen, ofTable: Seen): Promise<boolean> {
  const probes = probesOf(world);
  await superuser.query(mutant.change);
  try {
    const near = probes.filter((probe) => probe.sql.includes(mutant.table));
    if ((await writesOf(near, true)).length > 0) return true;
    if (!mutant.ofWrites && (await tableReadsOtherwise(mutant.table, ofTable))) return true;
    if ((await breaches()) > 2) return true; // two are the helper table of this test
    if ((await writesOf(probes, true)).length > 0) return true;
    return !mutant.ofWrites && (await readsOtherwise(before));
  } catch {
    return true; // the spoiled policy made honest work fail
  } finally {
    await superuser.query(mutant.restore);
  }
}

const asked = process.env['MUTANTS'];
const isWhole = asked === 'all';
/** Known to change nothing; only whoever asks for its table looks whether that is so. */
const isKnown = (name: string) => equivalents.some(([start]) => name.startsWith(start));

/** `MUTANTS=all`, or the tables to look at, such as `audit,absence`. Unless told: each commit another 24th. */
function chosen(mutants: readonly Mutant[]): readonly Mutant[] {
  if (isWhole) return mutants;
  if (asked !== undefined) return mutants.filter(({ table }) => asked.split(',').includes(table));
  const share = shareOf('MUTANTS', 36);
  console.log(`every ${share.of}th of ${mutants.length} mutants`);
  return mutants.filter((_, nth) => share.takes(nth));
}

async function survivorsOf(mutants: readonly Mutant[], before: Seen): Promise<readonly string[]> {
  const survivors: string[] = [];
  let ofTable: { readonly table: string; readonly seen: Seen } | undefined;
  for (const mutant of mutants) {
    const { table, name } = mutant;
    if (ofTable?.table !== table) ofTable = { table, seen: await tableReads(table) };
    const survives =
      (asked === undefined && isKnown(name)) || !(await isNoticed(mutant, before, ofTable.seen));
    if (survives) survivors.push(name);
  }
  return survivors;
}

test('who spoils a policy is noticed', { timeout: 7_200_000 }, async () => {
  const mutants = chosen(await mutantsOf(superuser));
  const before = await reading();
  expect(await writesOf(probesOf(world))).toEqual([]);
  expect(await breaches()).toBe(2);
  watchers = clocks.flatMap((clock) => Object.keys(world.people).map((kind) => [kind, clock] as const));
  const survivors = await survivorsOf(mutants, before);
  const known = survivors.filter(isKnown);
  console.log(
    `${mutants.length} mutants, ${survivors.length} survivors, of which ${known.length} change nothing`,
  );
  expect(await reading()).toEqual(before);
  expect(survivors.filter((name) => !known.includes(name))).toEqual([]);
  if (isWhole) expect(known.length / mutants.length).toBeLessThan(0.02);
});
