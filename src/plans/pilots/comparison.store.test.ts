/** A pilot of the demonstration compared, and the same counted by SQL written apart from it. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FreshDatabase } from '../../../tests/support/database.ts';
import { demonstrationDatabase } from '../../../tests/support/demonstration.ts';
import { actorOf } from '../../../tests/support/factories.ts';
import { openStage, type Stage } from '../../../tests/support/stage.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { MeasureCode } from '../../results/index.ts';
import type { ComparedTime, ComparedWith, Group, When } from './comparison.rules.ts';
import { type Comparison, compare, findCell } from './comparison.view.ts';
import { findPilots, type Pilot } from './pilot.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let lead: Actor;
let pilot: Pilot;
const now = new Date().toISOString();
beforeAll(async () => {
  fresh = await demonstrationDatabase();
  stage = openStage(fresh, now);
  superuser = await openSuperuser(fresh);
  const { rows } = await superuser.query(
    `select tenant_id, person_id from appointment where role = 'team_lead' and ends_on is null order by tenant_id limit 1`,
  );
  lead = await actorOf(stage, rows[0].tenant_id, rows[0].person_id);
  const found = await stage.database.read(lead, (reader) => findPilots(reader, lead, { limit: 10 }));
  const running = found.find(({ status, startsOn }) => status === 'running' && startsOn < dayOf(now));
  if (running === undefined) throw new Error('No pilot runs');
  pilot = { ...running, measures: ['lead_time', 'light_route', 'visits', 'own_words'] };
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

async function compared(comparedWith: ComparedWith, time: ComparedTime): Promise<Comparison> {
  const asked = { comparedWith, time };
  const found = await stage.database.read(lead, (reader) => compare(reader, lead, pilot, asked, dayOf(now)));
  if (found === undefined) throw new Error('It has not begun');
  return found;
}

/** Questions and hours of the four, of all schools that do not take part. */
const counted = `
  with day as (select $3::date as first, $4::date as last, $5::date as start, $6::date as today),
  place as (select s.id, p.starts_on, p.school_id is not null as pilot from school s
    left join pilot_school p on p.school_id = s.id and p.pilot_id = $2 where s.tenant_id = $1),
  mark as (select 'question' as what, q.school_id, q.submitted_on as on_date, (q.level <> 'pupil')::int::numeric as value
      from support_question q where q.tenant_id = $1 and q.submitted_on is not null
    union all select 'hour', x.school_id, v.on_date, x.minutes / 60.0 from visit v join visit_share x on x.visit_id = v.id
      where v.tenant_id = $1 and v.withdrawn_at is null and x.school_id is not null)
  select m.what, p.pilot, m.on_date >= d.start as after, count(*)::int as n, round(sum(m.value), 6)::float8 as sum
  from mark m join place p on p.id = m.school_id cross join day d
  where m.on_date between d.first and d.last or m.on_date between greatest(d.start, p.starts_on) and d.today
  group by 1, 2, 3`;

it('has the questions and the hours of both groups and times', async () => {
  for (const time of ['before', 'year'] as const) {
    const { periods, rows, schools } = await compared('others', time);
    const { rows: found } = await superuser.query(counted, [
      ...[
        lead.tenantId,
        pilot.id,
        periods.before.from,
        periods.before.to,
        periods.after.from,
        periods.after.to,
      ],
    ]);
    const of = (what: string, here: boolean, after: boolean) =>
      found.find((one) => one.what === what && one.pilot === here && one.after === after) ?? { n: 0, sum: 0 };
    const [, light, hours] = rows;
    for (const [group, here] of [
      ['pilot', true],
      ['others', false],
    ] as const)
      for (const [when, after] of [
        ['before', false],
        ['after', true],
      ] as const) {
        const asked = of('question', here, after);
        expect(light?.cells[group][when].n, `${group} ${when}`).toBe(asked.n);
        if (asked.n >= 10) expect(light?.cells[group][when].value).toBeCloseTo(asked.sum / asked.n, 5);
        expect(hours?.cells[group][when].n).toBe(schools[group]);
        expect((hours?.cells[group][when].value ?? 0) > 0).toBe(of('hour', here, after).sum > 0);
      }
    expect(found.length).toBeGreaterThan(2);
  }
});

it('leads each number to exactly as many cases', async () => {
  const asked = { comparedWith: 'boards', time: 'before' } as const;
  const { rows } = await compared(asked.comparedWith, asked.time);
  const cellOf = (code: MeasureCode, group: Group, when: When) =>
    stage.database.read(lead, (reader) =>
      findCell(reader, lead, pilot, { ...asked, code, kind: null, group, when }, dayOf(now)),
    );
  let told = 0;
  for (const { code, reckoned, cells } of rows)
    for (const group of ['pilot', 'others'] as const)
      for (const when of ['before', 'after'] as const) {
        const cases = (await cellOf(code, group, when))?.cases ?? [];
        if (reckoned === 'hours') expect(cases.length > 0).toBe((cells[group][when].value ?? 0) > 0);
        else expect([code, group, when, cases.length]).toEqual([code, group, when, cells[group][when].n]);
        told += cases.length;
      }
  expect(told).toBeGreaterThan(10);
  expect(await cellOf('lasted', 'pilot', 'after')).toBeUndefined();
});

it('counts hours for each school by its own school days', async () => {
  const { rows, periods } = await compared('others', 'before');
  const { rows: mean } = await superuser.query(
    `select avg(coalesce((select sum(x.minutes) / 60.0 from visit v join visit_share x on x.visit_id = v.id
        where v.withdrawn_at is null and x.school_id = s.id and v.on_date between $3::date and $4::date), 0)
      / school_day_count(s.tenant_id, s.id, $3::date - 1, $4::date) * 5)::float8 as value
     from school s where s.tenant_id = $1 and not exists (select from pilot_school p where p.pilot_id = $2 and p.school_id = s.id)`,
    [lead.tenantId, pilot.id, periods.after.from, periods.after.to],
  );
  expect(mean[0].value).toBeGreaterThan(0);
  expect(rows[2]?.cells.others.after.value).toBeCloseTo(mean[0].value, 6);
});

it('compares with schools of the same boards or areas, which are some of the others', async () => {
  const [all, boards, areas] = [
    await compared('others', 'before'),
    await compared('boards', 'before'),
    await compared('areas', 'before'),
  ];
  expect(boards.schools.others).toBeLessThan(all.schools.others);
  expect(areas.schools.others).toBeLessThanOrEqual(all.schools.others);
  expect([boards.schools.pilot, areas.schools.pilot]).toEqual([pilot.schools.length, pilot.schools.length]);
  expect(all.doubts).toContain('runs');
});
