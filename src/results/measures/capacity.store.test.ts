/** What is kept of school years that are over says what would be computed, whatever is written down afterwards. */
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { randomWork } from '../../../tests/support/random-work.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { operatorDatabase } from '../../platform/command.ts';
import { type Database, sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { keepCapacity } from './capacity.store.ts';

const tenant = newId();
let fresh: FreshDatabase;
let database: Database;
let superuser: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = operatorDatabase(fresh);
  superuser = await openSuperuser(fresh);
  await superuser.query(randomWork(tenant, 1));
  await superuser.query('set session_replication_role = origin');
});
afterAll(async () => {
  await Promise.all([database.close(), superuser.end()]);
  await fresh.drop();
});

const rows = async (query: string): Promise<readonly Record<string, unknown>[]> =>
  (await superuser.query<Record<string, unknown>>(query)).rows;

/** What dice make happens in it, and in the last weeks of the one before. */
const year = { from: '2025-08-01', to: '2026-07-31' };
const yearBefore = { from: '2024-08-01', to: '2025-07-31' };

/** Of everybody in both years. */
const figures = () =>
  rows(`select y::text as "from", f.id, round(f.value::numeric, 6) as planned, round(f.against::numeric, 6) as contract
    from (values (date '${year.from}', date '${year.to}'), ('${yearBefore.from}', '${yearBefore.to}')) v (y, last),
      capacity_facts('${tenant}', array['capacity_use'], y, last) f order by 1, 2`);
const kept = () =>
  rows(
    `select person_id, starts_on::text as "from" from capacity_year where tenant_id = '${tenant}' order by 1, 2`,
  );

it('keeps of whoever had a contract the years that have been over for two weeks, and no other', async () => {
  const computed = await figures();
  expect(await keepCapacity(database)).toBe((await kept()).length);
  expect(await figures()).toEqual(computed);
  expect(computed.length).toBeGreaterThan(3);
  const expected = await rows(`select distinct c.person_id, y::date::text as "from"
    from contract c, generate_series(timestamp '2016-08-01', now()::timestamp, interval '1 year') y
    where c.tenant_id = '${tenant}' and (y + interval '1 year')::date + 13 <= current_date
      and c.starts_on < y + interval '1 year' and (c.ends_on is null or c.ends_on > y) order by 1, 2`);
  expect(await kept()).toEqual(expected);
});

it('keeps nothing twice', async () => {
  expect(await keepCapacity(database)).toBe(0);
});

it('is refused within anybody’s request', async () => {
  const [lead] = await rows(
    `select person_id as id from appointment where tenant_id = '${tenant}' and role = 'team_lead'`,
  );
  const keep = sql`select keep_capacity(null)`;
  await expect(
    database.write({ tenantId: tenant, personId: String(lead?.['id']) }, (tx) => tx.rows(keep)),
  ).rejects.toThrow('only a job');
});

const inYear = `starts_on between '${year.from}' and '${year.to}'`;
const one = (table: string, where: string) =>
  `(select id from ${table} where tenant_id = '${'{tenant}'}' and ${where} order by starts_on, id limit 1)`;
const atWork = one('assignment', `kind = 'assigned' and state in ('active', 'ended') and ${inYear}`);
const posted = one('stationing', `status in ('agreed', 'active', 'ended') and ${inYear}`);
const bound = one('contract', 'true');
const specialist = `(select person_id from contract where id = ${bound})`;
const another = `(select id from person where tenant_id = '{tenant}' and id <> ${specialist} order by id desc limit 1)`;
const away = (days: number) => `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
  select tenant_id, gen_random_uuid(), person_id, '2025-10-06', date '2025-10-06' + ${days} from contract where id = ${bound}`;
const none = `delete from specialist_absence where tenant_id = '{tenant}'`;

/** What comes first, and what is then written down of a year that was kept. */
const changes: readonly (readonly [name: string, first: string, change: string])[] = [
  ['a contract that changes', '', `update contract set dagdelen = dagdelen + 1 where id = ${bound}`],
  ['a contract that is taken away', '', `delete from contract where id = ${bound}`],
  [
    'a contract that was forgotten',
    `create temp table was on commit drop as select * from contract where id = ${bound}; delete from contract where id = ${bound}`,
    'insert into contract select * from was',
  ],
  [
    'a contract that turns out to be somebody else’s',
    `delete from contract where id <> ${bound} and person_id = ${another}`,
    `update contract set person_id = ${another} where id = ${bound}`,
  ],
  ['an absence', none, away(9)],
  ['an absence that never was', `${none}; ${away(9)}`, none],
  [
    'an absence that took longer',
    `${none}; ${away(9)}`,
    `update specialist_absence set ends_on = ends_on + 14 where tenant_id = '{tenant}'`,
  ],
  [
    'a stationing with more dagdelen',
    '',
    `update stationing set dagdelen = dagdelen + 4 where id = ${posted}`,
  ],
  [
    'a stationing that is taken back',
    '',
    `update stationing set status = 'withdrawn', ended_because = null where id = ${posted}`,
  ],
  [
    'a stationing that began a year earlier',
    `update contract set starts_on = '2024-09-01' where person_id = (select specialist_id from stationing where id = ${posted})`,
    `update stationing set starts_on = starts_on - 365 where id = ${posted}`,
  ],
  ['a stationing that is gone', '', `delete from stationing where id = ${posted}`],
  [
    'a stationing that never began',
    `update stationing set status = 'ended' where id = ${posted}; delete from stationing_entry where stationing_id = ${posted}`,
    `insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status, on_date)
      select tenant_id, id, 99, gen_random_uuid(), now(), 'team_lead', 'end', 'active', 'ended', starts_on - 1 from stationing where id = ${posted}`,
  ],
  [
    'a school of a stationing',
    `create temp table stood on commit drop as select ${posted} as id;
      update stationing s set specialist_id = a.specialist_id, school_id = null, board_id = (select min(id::text)::uuid from board where tenant_id = '{tenant}'),
        status = 'active', ended_because = null, starts_on = a.starts_on, ends_on = a.ends_on from assignment a, stood where s.id = stood.id and a.id = ${atWork};
      delete from stationing_school x using stood where x.stationing_id = stood.id`,
    `insert into stationing_school (tenant_id, stationing_id, school_id) select a.tenant_id, stood.id, q.school_id
      from stood, assignment a join support_question q on q.id = a.question_id where a.id = ${atWork}`,
  ],
  [
    'work with more dagdelen',
    '',
    `update assignment set planned_dagdelen = planned_dagdelen + 20 where id = ${atWork}`,
  ],
  [
    'work that ended on its second day',
    '',
    `update assignment set state = 'ended', ended_at = starts_on + 1, ends_on = starts_on + 70 where id = ${atWork}`,
  ],
  [
    'work by somebody else',
    '',
    `update assignment set specialist_id = ${specialist}, planned_dagdelen = 40 where id = ${atWork}`,
  ],
  [
    'work in the week that two years share',
    `create temp table worked on commit drop as select ${atWork} as id;
      update assignment a set starts_on = '2025-08-01', ends_on = '2025-08-20', state = 'active' from worked where a.id = worked.id;
      update contract set starts_on = '2024-09-01', ends_on = null where person_id = (select specialist_id from assignment join worked using (id))`,
    `update assignment a set planned_dagdelen = planned_dagdelen + 1 from worked where a.id = worked.id`,
  ],
  ['work that is gone', '', `delete from assignment where id = ${atWork}`],
  [
    'work that comes later',
    '',
    `insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at)
      select tenant_id, gen_random_uuid(), gen_random_uuid(), specialist_id, kind, role, 'active', 30, starts_on, starts_on + 30, now()
      from assignment where id = ${atWork}`,
  ],
];

describe('what is kept stays true of', () => {
  beforeEach(async () => {
    // Without the laws of each table: of years gone by they let nobody write down most of this.
    await superuser.query(`begin; set local session_replication_role = replica;
      alter table contract enable always trigger capacity_follows_contract;
      alter table specialist_absence enable always trigger capacity_follows_absence;
      alter table stationing enable always trigger capacity_follows_stationing;
      alter table stationing_school enable always trigger capacity_follows_school;
      alter table stationing_entry enable always trigger capacity_follows_step;
      alter table assignment enable always trigger capacity_follows_assignment`);
  });
  afterEach(() => superuser.query('rollback'));
  const here = (statement: string) => statement.replaceAll('{tenant}', tenant);

  it.each(changes)('%s', async (_name, first, change) => {
    if (first !== '') await superuser.query(here(first));
    await superuser.query('delete from capacity_year; select keep_capacity(null)');
    const [before, all] = [await figures(), await kept()];
    await superuser.query(here(change));
    const [now, left] = [await figures(), await kept()];
    await superuser.query('delete from capacity_year');
    const computed = await figures();
    expect(now).toEqual(computed);
    expect(computed).not.toEqual(before);
    // Of nobody but whom it is about.
    const gone = all.filter((row) => !left.some((other) => JSON.stringify(other) === JSON.stringify(row)));
    expect(new Set(gone.map((row) => row['person_id'])).size).toBeLessThanOrEqual(2);
    expect(left.length).toBeGreaterThan(0);
  });

  it('years before it', async () => {
    await superuser.query('delete from capacity_year; select keep_capacity(null)');
    const before = await kept();
    await superuser.query(
      here(`update assignment set planned_dagdelen = planned_dagdelen + 1
        where tenant_id = '{tenant}' and kind = 'assigned' and starts_on > date '${yearBefore.to}' + 7;
      update stationing set dagdelen = dagdelen + 1 where tenant_id = '{tenant}' and starts_on > date '${yearBefore.to}' + 7`),
    );
    const left = await kept();
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(before.filter(({ from }) => String(from) < year.from));
  });
});

describe('while somebody writes about a year that is over', () => {
  const touch = () =>
    superuser.query(
      `update contract set dagdelen = dagdelen where id = ${bound}`.replaceAll('{tenant}', tenant),
    );

  it('nothing of their partnership is kept until the next night', async () => {
    await rows(`delete from capacity_year where tenant_id = '${tenant}'`);
    await superuser.query('begin');
    await touch();
    expect(await keepCapacity(database)).toBe(0);
    await superuser.query('commit');
    expect(await keepCapacity(database)).toBeGreaterThan(0);
  });

  it('their words wait for the job, which does not know them, and are then counted', async () => {
    const job = await openSuperuser(fresh);
    try {
      await job.query(`delete from capacity_year where tenant_id = '${tenant}'`);
      await job.query('begin; select keep_capacity(null)');
      let over = false;
      const writing = touch().then(() => (over = true));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(over).toBe(false);
      await job.query('commit');
      await writing;
      const left = await kept();
      const gone = await rows(
        `select person_id from contract where id = ${bound}`.replaceAll('{tenant}', tenant),
      );
      expect(left.length).toBeGreaterThan(0);
      expect(left.map((row) => row['person_id'])).not.toContain(gone[0]?.['person_id']);
    } finally {
      await job.end();
    }
  });
});
