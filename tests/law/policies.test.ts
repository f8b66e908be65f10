/** Whoever spoils a policy is noticed: each is changed in every small way, and the reads or the writes must tell. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { checks } from './catalogue-checks.ts';
import { furnish } from './furnish.ts';
import { withCommittee } from './furnish-questions.ts';
import { aMirroredWorld, withMirror } from './mirror-world.ts';
import { equivalents, type Mutant, mutantsOf } from './mutants.ts';
import { probesOf } from './probes.ts';
import type { Probe } from './probes-registers.ts';
import { type Asker, openRawSql, type RawSql } from './raw.ts';
import { questionsSeenBy, seenBy } from './reading.ts';
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

/** What came otherwise than expected. */
async function writesOf(probes: readonly Probe[]): Promise<readonly string[]> {
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
  }
  return found;
}

test('each policy lets through and stops what it should', async () => {
  expect(await writesOf(probesOf(world))).toEqual([]);
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
async function isNoticed(mutant: Mutant, before: Seen): Promise<boolean> {
  const probes = probesOf(world);
  await superuser.query(mutant.change);
  try {
    const near = probes.filter((probe) => probe.sql.includes(mutant.table));
    if ((await writesOf(near)).length > 0) return true;
    if (await readsOtherwise(before)) return true;
    if ((await writesOf(probes)).length > 0) return true;
    return (await breaches()) > 2; // two are the helper table of this test
  } catch {
    return true; // the spoiled policy made honest work fail
  } finally {
    await superuser.query(mutant.restore);
  }
}

/**
 * Tables of the second job and of planning whose spoiled policies nobody has gone through yet (and what older ones say of questions): which of their
 * survivors change nothing is not written down. `MUTANTS=all` takes them along.
 */
const toGoThrough =
  /^(support_question|question_\w+|visit\w*|specialist\w*|contract|calendar_key|practice\w*|attachment\w*|recusal|committee_\w+|agenda_\w+|decision\w*|goal\w*|assignment\w*|stationing_ambition|ambition|travel_\w+|expected_need|planning_\w+|deployment_plan|plan_mark)$/;

/** `MUTANTS=all`, or the tables to look at, such as `audit,absence`. Unless told: an eighth of all, each run another. */
function chosen(mutants: readonly Mutant[]): readonly Mutant[] {
  const asked = process.env['MUTANTS'];
  if (asked === 'all') return mutants;
  if (asked !== undefined) return mutants.filter(({ table }) => asked.split(',').includes(table));
  const known = mutants.filter(
    ({ table, name }) => !toGoThrough.test(table) && !/\bq\.|ort_question|'question'/.test(name),
  );
  const first = Math.floor(Math.random() * 8);
  console.log(`every eighth of ${known.length} mutants from number ${first}`);
  return known.filter((_, nth) => nth % 8 === first);
}

test('who spoils a policy is noticed', { timeout: 7_200_000 }, async () => {
  const mutants = chosen(await mutantsOf(superuser));
  const before = await reading();
  expect(await writesOf(probesOf(world))).toEqual([]);
  expect(await breaches()).toBe(2);
  const survivors: string[] = [];
  for (const mutant of mutants) if (!(await isNoticed(mutant, before))) survivors.push(mutant.name);
  const known = survivors.filter((name) => equivalents.some(([start]) => name.startsWith(start)));
  console.log(
    `${mutants.length} mutants, ${survivors.length} survivors, of which ${known.length} change nothing`,
  );
  expect(await reading()).toEqual(before);
  expect(survivors.filter((name) => !known.includes(name))).toEqual([]);
  if (process.env['MUTANTS'] === 'all') expect(known.length / mutants.length).toBeLessThan(0.02);
});
