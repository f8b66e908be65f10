/** The pure rules and the database give the same answer to every step, of everybody, in every standing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { protocol, systemSteps } from '../../src/concerns/concern.rules.ts';
import { seats } from '../../src/concerns/concern-seats.rules.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import { openRawSql, type RawSql } from './raw.ts';
import { aWorld, clocks, type World } from './world.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let world: World;
let comparison: Comparison;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  world = await aWorld(stage);
  comparison = comparisonOf(stage, raw, world);
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

test('who sits where is the same in both, seat by seat', async () => {
  const found = await raw.client.query<{ row: string }>(
    `select concat_ws(' ', about, seat, role, place) as row from concern_seat`,
  );
  const told = Object.entries(seats).flatMap(([about, all]) =>
    Object.entries(all).flatMap(([seat, chairs]) =>
      chairs.map(({ role, at }) => `${about} ${seat} ${role} ${at}`),
    ),
  );
  expect(found.rows.map(({ row }) => row).sort()).toEqual(told.sort());
});

/**
 * `MATRIX=1` lets everybody try every step at every concern. Unless told the author and the director do, whose steps most are, everybody
 * at a concern that a team lead proposes for the board (nobody else's proposal needs a second person), and each commit another sixth
 * of the others.
 */
const share = shareOf('MATRIX', 6);
const tries = (name: string, kind: string, nth: number) =>
  /^(author|director)$/.test(kind) || name === 'board_proposed by team lead' || share.takes(nth);

test.each(clocks)(
  'at %s every step is taken or refused for the same reasons by both',
  { timeout: 300_000 },
  async (clock) => {
    const wrong: string[] = [];
    for (const [row, [name, id]] of Object.entries(world.concerns).entries()) {
      for (const [column, [kind, who]] of Object.entries(world.people).entries()) {
        if (!tries(name, kind, row + column + clocks.indexOf(clock))) continue;
        wrong.push(
          ...(await comparison.disagreements(clock, id, who)).map((one) => `${name} / ${kind} / ${one}`),
        );
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  },
);

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
  console.log(`${comparison.accepted.cells} attempts, ${comparison.accepted.done} accepted`);
  expect(comparison.accepted.done).toBeGreaterThan(share.whole ? 500 : 200);
  const needs = new Set(
    [...comparison.accepted.refused]
      .filter((one) => one.startsWith('KL001'))
      .flatMap((one) => one.slice(6).split(',')),
  );
  expect([...needs].sort()).toEqual([...tried].sort());
});
