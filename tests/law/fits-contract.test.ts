/** Whether work fits a contract: told by the database alone, so each answer here is worked out by hand. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { aCast, anAppointment, type Cast, openStage, type Stage } from '../support/factories.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let superuser: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

type Work = readonly [dagdelen: number, from: string, last: string];
type Period = readonly [from: string, before: string | null];

interface Busy {
  /** Dagdelen a week over half-open periods. */
  readonly contracts: readonly (readonly [dagdelen: number, ...Period])[];
  readonly work?: readonly Work[];
  readonly over?: readonly Work[];
  readonly away?: readonly Period[];
}

const quoted = (day: string | null) => (day === null ? 'null' : `'${day}'`);

/** Somebody new with these contracts, work and absences. */
async function aSpecialist({ contracts, work = [], over = [], away = [] }: Busy): Promise<string> {
  const { tenantId } = cast;
  const id = await anAppointment(stage, 'specialist', { tenantId });
  const own = () => `'${tenantId}', '${newId()}', '${id}'`;
  const assigned = (state: string, [dagdelen, from, last]: Work) =>
    `insert into assignment (tenant_id, id, specialist_id, question_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at)
      values (${own()}, '${newId()}', 'assigned', 'x', '${state}', ${dagdelen}, '${from}', date '${last}' + 1, now())`;
  await superuser.query(
    [
      ...contracts.map(
        ([
          dagdelen,
          from,
          to,
        ]) => `insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen)
          values (${own()}, '${from}', ${quoted(to)}, 0.5, ${dagdelen})`,
      ),
      ...away.map(
        ([from, to]) => `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
          values (${own()}, '${from}', ${quoted(to)})`,
      ),
      ...work.map((one) => assigned('active', one)),
      ...over.map((one) => assigned('ended', one)),
    ].join(';'),
  );
  return id;
}

async function fits(who: string, [dagdelen, from, last]: Work, asker = cast.teamLead): Promise<boolean> {
  const row = await stage.database.read({ tenantId: cast.tenantId, personId: asker }, (reader) =>
    reader.first<{ fits: boolean }>(
      sql`select fits_contract(${who}, ${from}::date, ${last}::date, ${dagdelen}, null) as fits`,
    ),
  );
  return row?.fits ?? false;
}

const always: Busy['contracts'] = [[4, '2025-08-01', null]];

// 2 March 2026 is a Monday.
describe('work fits', () => {
  test.each<[why: string, busy: Busy, fitting: Work, tooMuch: Work | undefined]>([
    [
      'in one day as in its whole week',
      { contracts: always },
      [4, '2026-03-04', '2026-03-04'],
      [4.5, '2026-03-04', '2026-03-04'],
    ],
    [
      'evenly over the weeks it touches',
      { contracts: always },
      [8, '2026-03-08', '2026-03-09'],
      [8.5, '2026-03-08', '2026-03-09'],
    ],
    [
      'beside what was assigned, spread over its own weeks',
      { contracts: always, work: [[6, '2026-03-02', '2026-03-15']] },
      [1, '2026-03-09', '2026-03-15'],
      [1.5, '2026-03-09', '2026-03-15'],
    ],
    [
      'beside all that was assigned in its fullest week',
      {
        contracts: always,
        work: [
          [1, '2026-03-02', '2026-03-02'],
          [2, '2026-03-13', '2026-03-13'],
        ],
      },
      [4, '2026-03-02', '2026-03-15'],
      [4.5, '2026-03-02', '2026-03-15'],
    ],
    [
      'in the weeks before and after other work',
      { contracts: always, work: [[4, '2026-03-09', '2026-03-15']] },
      [4, '2026-03-16', '2026-03-22'],
      [0.5, '2026-03-15', '2026-03-22'],
    ],
    [
      'as if work that ended early had never been',
      { contracts: always, over: [[4, '2026-03-02', '2026-03-15']] },
      [4, '2026-03-02', '2026-03-08'],
      undefined,
    ],
    [
      'to the last third of a dagdeel',
      {
        contracts: always,
        work: [
          [2, '2026-03-02', '2026-03-22'],
          [2, '2026-03-02', '2026-03-22'],
          [2, '2026-03-02', '2026-03-22'],
        ],
      },
      [2, '2026-03-02', '2026-03-08'],
      [2.5, '2026-03-02', '2026-03-08'],
    ],
    [
      'two contracts that follow each other, by the smaller in the week they meet',
      {
        contracts: [
          [4, '2025-08-01', '2026-03-05'],
          [2, '2026-03-05', '2026-08-01'],
        ],
      },
      [2, '2026-03-02', '2026-03-08'],
      [2.5, '2026-03-02', '2026-03-08'],
    ],
    [
      'by the contract of its own days alone',
      {
        contracts: [
          [4, '2025-08-01', '2026-03-05'],
          [2, '2026-03-05', '2026-08-01'],
        ],
      },
      [4, '2026-03-02', '2026-03-04'],
      undefined,
    ],
    [
      'up to the last day of a contract',
      { contracts: [[4, '2026-03-02', '2026-04-01']] },
      [1, '2026-03-02', '2026-03-31'],
      [1, '2026-03-02', '2026-04-01'],
    ],
    [
      'from the first day of a contract',
      { contracts: [[4, '2026-03-02', null]] },
      [1, '2026-03-02', '2026-03-31'],
      [1, '2026-03-01', '2026-03-31'],
    ],
    [
      'when somebody is away for a part of it, but not for all of it',
      { contracts: always, away: [['2026-03-02', '2026-03-09']] },
      [1, '2026-03-02', '2026-03-09'],
      [1, '2026-03-02', '2026-03-08'],
    ],
    [
      'until somebody is away for who knows how long',
      { contracts: always, away: [['2026-03-02', null]] },
      [1, '2026-03-01', '2026-12-31'],
      [1, '2026-03-02', '2026-12-31'],
    ],
    [
      'within three years',
      { contracts: always },
      [1, '2026-03-02', '2029-03-06'],
      [1, '2026-03-02', '2029-03-07'],
    ],
    ['forwards', { contracts: always }, [1, '2026-03-03', '2026-03-03'], [1, '2026-03-03', '2026-03-02']],
  ])('%s', async (_why, busy, fitting, tooMuch) => {
    const who = await aSpecialist(busy);
    expect(await fits(who, fitting)).toBe(true);
    if (tooMuch !== undefined) expect(await fits(who, tooMuch)).toBe(false);
  });

  test('nobody without a contract, and not when it is nothing', async () => {
    const work: Work = [1, '2026-03-02', '2026-03-08'];
    expect(await fits(await aSpecialist({ contracts: [] }), work)).toBe(false);
    const who = await aSpecialist({ contracts: always });
    expect(await fits(who, [0, '2026-03-02', '2026-03-08'])).toBe(false);
    expect(await fits(who, work)).toBe(true);
  });

  test('only for who plans: to others it says no, and of the other partnership it knows nobody', async () => {
    const work: Work = [1, '2026-03-02', '2026-03-08'];
    const who = await aSpecialist({ contracts: always });
    for (const asker of [cast.author, cast.teamLead, who]) expect(await fits(who, work, asker)).toBe(true);
    for (const asker of [cast.coordinator, cast.director, cast.boardMember])
      expect(await fits(who, work, asker)).toBe(false);
    const foreign = await aCast(stage);
    const row = await stage.database.read(
      { tenantId: foreign.tenantId, personId: foreign.teamLead },
      (reader) =>
        reader.first<{ fits: boolean }>(
          sql`select fits_contract(${who}, '2026-03-02', '2026-03-08', 1, null) as fits`,
        ),
    );
    expect(row).toEqual({ fits: false });
  });
});
