/** What is due again, on a small invented school whose clock the test moves. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, deedOf } from '../../../tests/support/factories.ts';
import { openReports, type Reports } from '../../../tests/support/reports.ts';
import { scheduleReport } from './report.actions.ts';
import { fadeReportsByTerm, makeReports } from './report.jobs.ts';
import { sendReports } from './schedule.jobs.ts';

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});
afterAll(() => reports.close());

const deeds = async () =>
  (
    await reports.superuser.query<{ action: string; subject: string }>(
      `select action, subject from audit where via = 'job' and subject like 'report%' order by at`,
    )
  ).rows.map(({ action, subject }) => `${action} ${subject}`);

it('is asked for in the name of who arranged it, written down, and ended with their right', async () => {
  const { stage, cast, superuser } = reports;
  const actor = await actorOf(stage, cast.tenantId, cast.director);
  const id = await reports.order(cast.director);
  expect(await makeReports(stage.database)).toBe(1);
  const { rows } = await superuser.query<{ id: string }>(
    `select id from appointment where person_id = $1 and role = 'support_coordinator'`,
    [cast.coordinator],
  );
  const to = rows.map(({ id }) => id);
  expect((await scheduleReport(deedOf(stage), actor, id, { every: 'month', to })).outcome).toBe('taken');
  await sendReports(stage.database);
  expect(await deeds()).toEqual([]);

  stage.at('2026-03-08T09:00:00Z');
  await sendReports(stage.database);
  expect(await deeds()).toEqual(['order report']);
  expect(await makeReports(stage.database)).toBe(1);
  const { rows: told } = await superuser.query(
    `select o.person_id as who, r.starts_on::text as "from", (r.ends_on - 1)::text as "to", r.status from outbox o
      join report r on o.link = '/resultaten/rapporten/' || r.id where o.kind = 'report'`,
  );
  expect(told).toEqual([{ who: cast.coordinator, from: '2026-02-01', to: '2026-02-28', status: 'done' }]);

  stage.at('2026-04-08T09:00:00Z');
  await superuser.query(`update appointment set ends_on = '2026-04-01' where person_id = $1`, [
    cast.director,
  ]);
  await sendReports(stage.database);
  expect(await deeds()).toEqual(['order report', 'stop report_schedule']);
  const { rows: last } = await superuser.query(
    `select person_id as who, link from outbox where kind = 'report' order by made_at desc limit 1`,
  );
  expect(last).toEqual([{ who: cast.director, link: '/resultaten/rapporten' }]);
});

it('is made after all when one like it failed that day, in the name of who arranged it', async () => {
  const { stage, cast, superuser } = reports;
  await superuser.query(
    `update report_schedule set every = 'quarter', ended_on = null, end_reason = null, next_on = $1`,
    ['2026-05-17'],
  );
  await superuser.query('update appointment set ends_on = null where person_id = $1', [cast.director]);
  stage.at('2026-05-17T09:00:00Z');
  const failed = await reports.order(cast.coordinator, '2026-02-01_2026-04-30');
  await superuser.query(
    `update report set status = 'failed', failure = 'keepsEnding', tries = 3, ended_at = now() where id = $1`,
    [failed],
  );
  await sendReports(stage.database);
  expect(await makeReports(stage.database)).toBe(1);
  const { rows } = await superuser.query(
    `select r.id, r.status, r.made_by as who, o.link from report r join outbox o on o.link = '/resultaten/rapporten/' || r.id
      where r.id = $1`,
    [failed],
  );
  expect(rows).toEqual([
    { id: failed, status: 'done', who: cast.director, link: `/resultaten/rapporten/${failed}` },
  ]);
  await superuser.query('delete from report where id = $1', [failed]);
  await superuser.query(`update report_schedule set ended_on = '2026-04-08', end_reason = 'right_ended'`);
  await superuser.query('update appointment set ends_on = $1 where person_id = $2', [
    '2026-04-01',
    cast.director,
  ]);
});

it('goes by the term of questions, as reports do; a saved view when who saved it has left so long ago', async () => {
  const { stage, cast, superuser } = reports;
  const left = async () =>
    (
      await superuser.query<{ what: string }>(`select 'report' as what from report union all
        select 'schedule' from report_schedule union all select 'recipient' from report_recipient union all
        select name from saved_view order by 1`)
    ).rows.map(({ what }) => what);
  await superuser.query(`insert into saved_view (tenant_id, person_id, id, name, address, made_at)
    select tenant_id, person_id, gen_random_uuid(), 'view of ' || role, '/vragen', '2026-03-01' from appointment
    where person_id in ('${cast.director}', '${cast.coordinator}', '${cast.author}')`);
  await superuser.query(
    `update appointment set ends_on = '2026-04-01' where person_id = '${cast.coordinator}'`,
  );
  const nights: Record<string, string> = {};
  for (const day of ['2028-03-01', '2028-03-02', '2028-03-31', '2028-04-01', '2028-04-08']) {
    stage.at(`${day}T09:00:00Z`);
    await fadeReportsByTerm(stage.database);
    nights[day] = (await left()).join(', ');
  }
  const stays = 'view of contact_person';
  const gone = 'view of school_director, view of support_coordinator';
  expect(nights).toEqual({
    '2028-03-01': `recipient, report, report, schedule, ${stays}, ${gone}`,
    '2028-03-02': `recipient, report, schedule, ${stays}, ${gone}`,
    '2028-03-31': `recipient, schedule, ${stays}, ${gone}`,
    '2028-04-01': `recipient, schedule, ${stays}`,
    '2028-04-08': stays,
  });
});
