/** The pure rules and the database give the same answer to every step, of everybody, in every standing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsOf } from '../../src/concerns/concern.facts.ts';
import { mayTake, protocol, type StepName, systemSteps } from '../../src/concerns/concern.rules.ts';
import { type ConcernRow, getConcern } from '../../src/concerns/concern.store.ts';
import { recordEntry } from '../../src/concerns/concern-writes.store.ts';
import { unmetNeeds } from '../../src/concerns/needs.rules.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { type Attempt, attemptsOn } from './attempts.ts';
import { openRawSql, type RawSql, textOf, type Verdict } from './raw.ts';
import { aWorld, clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await aWorld(stage);
});

afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

test('the table in the database is the table of the rules, row by row', async () => {
  const found = await raw.client.query<{
    row: string;
  }>(`select concat_ws(' ', step, from_status, to_status, relations, board_reads) as row
    from concern_protocol`);
  const steps = Object.entries(protocol)
    .filter(([step]) => step !== 'revise' && step !== 'drop')
    .flatMap(([step, { moves, boardReads }]) =>
      moves.flatMap(({ from, to, by }) =>
        to.map((status) => `${step} ${from} ${status} {${by.join(',')}} ${boardReads ? 't' : 'f'}`),
      ),
    );
  const system = Object.entries(systemSteps).flatMap(([step, { from, boardReads }]) =>
    from.map((status) => `${step} ${status} ${status} {system} ${boardReads ? 't' : 'f'}`),
  );
  expect(found.rows.map(({ row }) => row).sort()).toEqual([...steps, ...system].sort());
});

/** A concern with all its entries as somebody of the circle reads it, and what `who` is to it; undefined when nobody reads it any more. */
async function wholeRow(clock: string, id: string, who: Identity): Promise<ConcernRow | undefined> {
  stage.at(clock);
  const asked = { ...nobody, tenantId: world.cast.tenantId, personId: who.personId };
  for (const kind of ['teamLead', 'author', 'leadAndContact', 'leavingTeacher', 'specialist']) {
    const row = await stage.database.read(world.people[kind] ?? who, (read) => getConcern(read, asked, id));
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What the rules say, in the database's words. */
function ruled(attempt: Attempt, row: ConcernRow, who: Identity): Verdict {
  const facts = factsOf(row, who.personId);
  const { step } = attempt;
  if (!(step in protocol)) return 'KL001 stateAllows';
  const name = step as StepName;
  const moves: readonly { from: string; to: readonly string[] }[] = protocol[name].moves;
  if (!moves.some((move) => move.from === row.status && move.to.includes(attempt.toStatus)))
    return 'KL001 stateAllows';
  if (!mayTake(name, facts)) return 'KL001 roleAllows';
  const unmet = unmetNeeds(name, facts, { ...attempt.given, now: stage.now().toISOString(), openMarks: 0 });
  return unmet.length === 0 ? 'done' : `KL001 ${[...unmet].sort().join(',')}`;
}

const sorted = (verdict: Verdict) =>
  verdict.startsWith('KL001 ') ? `KL001 ${verdict.slice(6).split(',').sort().join(',')}` : verdict;

const accepted = { cells: 0, done: 0, refused: new Set<string>() };

test.each(clocks)(
  'at %s every step is taken or refused for the same reasons by both',
  { timeout: 300_000 },
  async (clock) => {
    const wrong: string[] = [];
    for (const [name, id] of Object.entries(world.concerns)) {
      for (const [kind, who] of Object.entries(world.people)) {
        wrong.push(...(await disagreements(clock, id, who)).map((one) => `${name} / ${kind} / ${one}`));
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  },
);

async function disagreements(clock: string, id: string, who: Identity): Promise<readonly string[]> {
  const row = (await wholeRow(clock, id, who)) ?? (await wholeRow(clocks[0], id, who));
  if (row === undefined) throw new Error('nobody ever read it');
  stage.at(clock);
  const own = await stage.database
    .read(who, (read) => getConcern(read, { ...nobody, ...who }, id))
    .catch(() => undefined);
  const attempts = attemptsOn(row, world);
  const statements = await Promise.all(
    attempts.map((attempt) =>
      textOf((tx) =>
        recordEntry(
          tx,
          { ...nobody, tenantId: world.cast.tenantId, personId: who.personId },
          row,
          attempt.entry,
        ),
      ),
    ),
  );
  const verdicts = await raw.tryAll(who, clock, statements).catch((fault: Error) => {
    if (fault.message === 'no appointment today') return statements.map(() => 'not admitted');
    throw fault;
  });
  return attempts.flatMap((attempt, nth) => {
    const verdict = sorted(verdicts[nth] ?? '');
    const should = ruled(attempt, row, who);
    const seen = own === undefined ? 'hidden' : ruled(attempt, own, who);
    accepted.cells += 1;
    if (verdict === 'done') accepted.done += 1;
    else accepted.refused.add(verdict);
    const right =
      own === undefined ? verdict !== 'done' && verdict !== 'nothing' : verdict === should && seen === should;
    return right ? [] : [`${attempt.name}: database ${verdict}, rules ${should}, as they see it ${seen}`];
  });
}

const nobody = {
  keyId: '',
  name: '',
  email: '',
  tenant: { code: '', name: '', preset: '', labels: {} },
  appointments: [],
};

/** Every need that the database knows; answersTheProposals is tried with lies, see writes.test.ts. */
const tried = [
  ...[
    'stateAllows',
    'roleAllows',
    'directorAppointed',
    'meaningForChildren',
    'goesWell',
    'factAndImpressionApart',
  ],
  ...[
    'worksAtSchool',
    'notYetParticipant',
    'noOpenInvitation',
    'proposalsAhead',
    'invitedTakePart',
    'openInvitation',
  ],
  ...[
    'heldAfterSharing',
    'notAhead',
    'directorPresent',
    'directorInvited',
    'agreementsOrReason',
    'reportToConfirm',
  ],
  ...[
    'reviewAhead',
    'heldWithPresentDirector',
    'boardKnown',
    'boardNotOnlyDirector',
    'directorHeard',
    'secondPerson',
  ],
];

test('the comparison has seen thousands of refusals, and every need at work', () => {
  console.log(`${accepted.cells} attempts, ${accepted.done} accepted`);
  expect(accepted.done).toBeGreaterThan(500);
  const needs = new Set(
    [...accepted.refused].filter((one) => one.startsWith('KL001')).flatMap((one) => one.slice(6).split(',')),
  );
  expect([...needs].sort()).toEqual([...tried].sort());
});
