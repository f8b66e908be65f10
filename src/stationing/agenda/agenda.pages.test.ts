/** The agenda of a specialist and of a school: what each reader sees of it. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment, aSchool } from '../../../tests/support/factories.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';

let pages: Pages;
let superuser: pg.Client;
let anna: string;
let colleague: string;
let teacher: string;

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  superuser = await openSuperuser(pages.house.fresh);
  const { tenantId, school, boardId, teamLead } = pages.cast;
  anna = await anAppointment(pages.stage, 'specialist', { tenantId });
  colleague = await anAppointment(pages.stage, 'specialist', { tenantId });
  teacher = await anAppointment(pages.stage, 'teacher', { tenantId, schoolId: school.id });
  const other = await aSchool(pages.stage, tenantId, boardId);
  await superuser.query("update person set name = 'Anna Aarde' where id = $1", [anna]);
  await superuser.query("update school set name = 'De Verte' where id = $1", [other.id]);
  await superuser.query('set session_replication_role = replica');
  const stationing = newId();
  await superuser.query(
    `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
      values ($1, $2, $3, $4, 2.5, '2026-01-05', '2026-07-01', 'active', $5, '2026-01-01')`,
    [tenantId, stationing, anna, school.id, teamLead],
  );
  await superuser.query('insert into stationing_school values ($1, $2, $3)', [
    tenantId,
    stationing,
    school.id,
  ]);
  for (const [at, day] of [
    [school.id, 2],
    [other.id, 4],
  ])
    await superuser.query(
      `insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, minutes, kind)
        values ($1, $2, $3, $4, $5, '2026-03-01', 60, 'coaching')`,
      [tenantId, newId(), anna, at, day],
    );
  await superuser.query(
    `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on) values ($1, $2, $3, '2026-03-10', '2026-03-11')`,
    [tenantId, newId(), anna],
  );
  await superuser.query('set session_replication_role = origin');
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const see = async (who: string, path: string) => (await pages.see(who, path)).html;

test('a specialist sees their own week, and the weeks beside it', async () => {
  const html = await see(anna, '/inzet/agenda');
  expect(html).toContain('<h1>Mijn week</h1>');
  expect(html).toContain('Week 10: 2 tot en met 8 maart 2026');
  expect(html).toContain('2,5 dagdelen per week');
  expect(html.match(/Verwacht bezoek/g)).toHaveLength(2);
  expect(html).toContain('/inzet/agenda?week=2026-02-23');
  const next = await see(anna, '/inzet/agenda?week=2026-03-11');
  expect(next).toContain('Week 11: 9 tot en met 15 maart 2026');
  expect(next.match(/Verwacht bezoek/g)).toHaveLength(1);
  expect(next).toContain('Afwezig');
  // Too far away, and no day at all.
  for (const week of ['2099-01-01', 'morgen', '2026-02-30', '0000-01-01'])
    expect(await see(anna, `/inzet/agenda?week=${week}`)).toContain('Week 10');
});

test('the team lead reads it whole; a colleague not where visits are expected', async () => {
  const path = `/inzet/specialisten/${anna}/agenda?week=2026-03-09`;
  const lead = await see(pages.cast.teamLead, path);
  expect(lead).toContain('De Verte');
  const other = await see(colleague, path);
  expect(other).toContain('2,5 dagdelen per week');
  expect(other).toContain('Afwezig');
  expect(other).not.toContain('Verwacht bezoek');
  expect((await pages.see(pages.cast.director, path)).status).toBe(403);
  expect((await pages.see(colleague, `/inzet/specialisten/${teacher}/agenda`)).status).toBe(404);
  expect((await pages.see(colleague, `/inzet/specialisten/${newId()}/agenda`)).status).toBe(404);
});

test('a school sees who comes when, that they are away, and nothing of other schools', async () => {
  const { cast } = pages;
  const path = `/scholen/${cast.school.code}/agenda`;
  for (const who of [cast.director, cast.coordinator, cast.author, cast.teamLead]) {
    const html = await see(who, path);
    expect(html).toContain('Anna Aarde');
    expect(html.match(/Verwacht bezoek/g)).toHaveLength(1);
    expect(html).not.toContain('De Verte');
    const next = await see(who, `${path}?week=2026-03-09`);
    expect(next).toContain('Anna Aarde is afwezig');
    expect(next).not.toContain('Verwacht bezoek');
  }
  const html = await see(teacher, path);
  expect(html).toContain('Anna Aarde');
  expect(html).not.toContain('Verwacht bezoek');
  expect(await see(teacher, `${path}?week=2026-03-09`)).not.toContain('afwezig');
});

test('no other school’s people come there, and no code that means nothing', async () => {
  const { tenantId, boardId } = pages.cast;
  const other = await aSchool(pages.stage, tenantId, boardId);
  const stranger = await anAppointment(pages.stage, 'school_director', { tenantId, schoolId: other.id });
  expect((await pages.see(stranger, `/scholen/${pages.cast.school.code}/agenda`)).status).toBe(404);
  expect((await pages.see(stranger, `/scholen/${other.code}/agenda`)).status).toBe(200);
  for (const code of ['000000', 'x', '%00', "'"])
    expect((await pages.see(pages.cast.teamLead, `/scholen/${code}/agenda`)).status).toBe(404);
});

test('what made way before its first day stands in nobody’s week; what ended after it does', async () => {
  const { tenantId, school, teamLead } = pages.cast;
  const path = '/inzet/agenda?week=2026-03-09';
  expect(await see(anna, path)).not.toContain('7,5 dagdelen');
  const id = newId();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, ended_because, proposed_by, proposed_at)
      values ($1, $2, $3, $4, 7.5, '2026-03-09', '2026-03-16', 'ended', 'moved', $5, '2026-01-01')`,
    [tenantId, id, anna, school.id, teamLead],
  );
  const ended = (day: string) =>
    superuser.query(
      `insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status, because, on_date)
        values ($1, $2, 2, $2, '2026-03-01', 'successor', 'make_way', 'agreed', 'ended', 'moved', $3)
        on conflict (tenant_id, stationing_id, version) do update set on_date = $3`,
      [tenantId, id, day],
    );
  await ended('2026-03-15');
  expect(await see(anna, path)).toContain('7,5 dagdelen');
  await ended('2026-03-08');
  expect(await see(anna, path)).not.toContain('7,5 dagdelen');
  await superuser.query('set session_replication_role = origin');
});
