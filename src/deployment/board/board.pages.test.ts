/** The board as the team lead and others read it: who is where, what is free, what waits and where nobody came. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment, aSchool, type School } from '../../../tests/support/factories.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { aQuestionFor, openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';

let pages: Pages;
let superuser: pg.Client;
let anna: string;
let bert: string;
let adviser: string;
let far: School;

beforeAll(async () => {
  pages = await openPages();
  // Monday 2 March 2026; its school year has weeks 31 of 2025 to 31 of 2026.
  pages.stage.at('2026-03-02T08:00:00Z');
  superuser = await openSuperuser(pages.house.fresh);
  const { tenantId, school, boardId } = pages.cast;
  anna = await anAppointment(pages.stage, 'specialist', { tenantId });
  bert = await anAppointment(pages.stage, 'specialist', { tenantId });
  adviser = await anAppointment(pages.stage, 'policy_adviser', { tenantId });
  far = await aSchool(pages.stage, tenantId, boardId);
  await superuser.query("update person set name = 'Anna Aarde' where id = $1", [anna]);
  await superuser.query("update person set name = 'Bert Boom' where id = $1", [bert]);
  await superuser.query("update school set name = 'De Verte' where id = $1", [far.id]);
  await aContract(anna, 8);
  await aContract(bert, 4);
  await aStationing(anna, school.id, '2026-01-05', '2026-07-01', 3, 'active');
  await aStationing(anna, school.id, '2026-07-01', '2026-09-01', 1, 'withdrawn');
  await superuser.query(
    `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on) values ($1, $2, $3, '2026-03-09', '2026-03-12')`,
    [tenantId, newId(), anna],
  );
  await superuser.query(
    `insert into holiday (tenant_id, id, name, starts_on, ends_on, scope, kind) values ($1, $2, 'Meivakantie', '2026-04-27', '2026-05-04', 'tenant', 'free')`,
    [tenantId, newId()],
  );
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const aContract = (person: string, dagdelen: number) =>
  superuser.query(
    `insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) values ($1, $2, $3, '2025-08-01', 0.8, $4)`,
    [pages.cast.tenantId, newId(), person, dagdelen],
  );

/** Past the law of stationings: `ends` is half-open. */
async function aStationing(
  person: string,
  school: string,
  begins: string,
  ends: string,
  dagdelen: number,
  status: string,
) {
  const { tenantId, teamLead } = pages.cast;
  const id = newId();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-01-01')`,
    [tenantId, id, person, school, dagdelen, begins, ends, status, teamLead],
  );
  await superuser.query('insert into stationing_school values ($1, $2, $3)', [tenantId, id, school]);
  await superuser.query('set session_replication_role = origin');
  return id;
}

const see = async (who: string, path: string) => (await pages.see(who, path)).html;
/** The cells of the row of a table whose first cell begins with this text. */
function rowOf(html: string, first: string): readonly string[] {
  const rows = html.split('<tr role="row">').map((row) =>
    (row.split('</tr>')[0] ?? '')
      .split(/<t[hd] /)
      .slice(1)
      .map((cell) =>
        cell
          .replace(/^[^>]*>/, '')
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
  );
  return rows.find(([name]) => name?.startsWith(first)) ?? [];
}

describe('who is where', () => {
  test('shows every specialist of the year with their stationings as words, and as bars on the right days', async () => {
    const html = await see(pages.cast.teamLead, '/inzet');
    expect(html).toContain('<h1>Inzet 2025-2026</h1>');
    expect(html).toContain('3 dagdelen per week, 5 januari tot en met 30 juni 2026. Loopt');
    // Monday 28 July 2025 to Sunday 2 August 2026: 53 weeks of 10 units. 5 January is 161 days on, the stationing lasts 177 days.
    expect(html).toContain('x="230" y="2" width="252.9"');
    expect(html).toMatch(/Bert Boom[\s\S]*Niet gestationeerd/);
    expect(html).not.toContain('Ingetrokken');
  });

  test('is narrowed by its address: to who is at a place, has a status, or can do something', async () => {
    const { teamLead } = pages.cast;
    expect(await see(teamLead, '/inzet?stand=active')).not.toMatch(/<bdi>Bert Boom/);
    expect(await see(teamLead, '/inzet?stand=ended')).toContain('Hier is niemand');
    expect(await see(teamLead, `/inzet?specialist=${bert}`)).not.toMatch(/<bdi>Anna Aarde/);
    expect(await see(teamLead, '/inzet?bestuur=onbekend')).toContain('Hier is niemand');
    expect(await see(teamLead, '/inzet?jaar=2024')).toContain('<h1>Inzet 2024-2025</h1>');
    expect(await see(teamLead, '/inzet?jaar=1900&stand=zomaar')).toMatch(/<bdi>Bert Boom/);
  });

  test('who left is named, and leads to no page that is not there; neither does their stationing', async () => {
    const { tenantId, teamLead, school } = pages.cast;
    const gone = await anAppointment(pages.stage, 'specialist', { tenantId, to: '2026-02-01' });
    await superuser.query("update person set name = 'Cor Weg' where id = $1", [gone]);
    const was = await aStationing(gone, school.id, '2026-01-12', '2026-02-01', 1, 'evaluated');
    const html = await see(teamLead, '/inzet');
    expect(html).toContain('<bdi>Cor Weg</bdi>');
    expect(html).not.toContain(`/inzet/specialisten/${gone}`);
    expect((await pages.see(teamLead, `/inzet/specialisten/${gone}`)).status).toBe(404);
    const there = await see(teamLead, `/inzet/stationeringen/${was}`);
    expect(there).toContain('Cor Weg');
    expect(there).not.toContain(`/inzet/specialisten/${gone}`);
    // The control: who works here has a page.
    expect(html).toContain(`href="/inzet/specialisten/${anna}"`);
    expect((await pages.see(teamLead, `/inzet/specialisten/${anna}`)).status).toBe(200);
  });

  test('is for everybody who reads who is where; contracts and questions are the team lead’s alone', async () => {
    for (const who of [adviser, anna]) {
      const html = await see(who, '/inzet');
      expect(html).toMatch(/<bdi>Anna Aarde/);
      expect(html).not.toContain('/inzet/capaciteit');
      for (const part of ['capaciteit', 'wachtend', 'expertise', 'zonder-bezoek'])
        expect([part, (await pages.see(who, `/inzet/${part}`)).status]).toEqual([part, 403]);
    }
    expect((await pages.see(pages.cast.director, '/inzet')).status).toBe(403);
  });
});

describe('capacity', () => {
  test('is the contracts of a week and where they go, with absence taking what work leaves', async () => {
    const html = await see(pages.cast.teamLead, '/inzet/capaciteit');
    // 8 + 4 dagdelen; 3 at a school.
    expect(rowOf(html, '10:')).toEqual(['10: 2 tot en met 6 maart 2026', '12', '3', '0', '0', '9', '0']);
    // Anna is away on three days of five: 4,8 of 8, of which 5 were left.
    expect(rowOf(html, '11:').slice(1)).toEqual(['12', '3', '0', '4,8', '4,2', '0']);
    expect(rowOf(html, '18:')).toEqual([
      '18: 27 april tot en met 1 mei 2026, vakantie',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    const own = await see(pages.cast.teamLead, `/inzet/capaciteit?specialist=${bert}`);
    expect(rowOf(own, '10:').slice(1)).toEqual(['4', '0', '0', '0', '4', '0']);
  });

  test('takes work beside a stationing of the contract, and work at the school of a stationing not', async () => {
    const { cast } = pages;
    const at = async (specialist: string) => {
      const id = await aQuestionFor(superuser, cast, specialist);
      await superuser.query(
        "update assignment set planned_dagdelen = 10, starts_on = '2026-03-02', ends_on = '2026-04-06' where question_id = $1",
        [id],
      );
      return id;
    };
    const ids = [await at(anna), await at(bert)];
    // 10 dagdelen in five weeks: 2 a week. Anna’s are of her stationing at that school.
    const html = await see(cast.teamLead, '/inzet/capaciteit');
    expect(rowOf(html, '10:').slice(1)).toEqual(['12', '3', '2', '0', '7', '0']);
    await superuser.query('delete from assignment where question_id = any ($1)', [ids]);
  });
});

test('a question waits with its urgency and clock until somebody is assigned; of a pupil without its title', async () => {
  const { cast } = pages;
  const open = await aQuestionFor(superuser, cast, anna, { title: 'Hulp bij rekenen' });
  const pupil = await aQuestionFor(superuser, cast, anna, { level: 'pupil', title: 'Geheim' });
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    "update support_question set status = 'submitted', urgency = 'now', expertise = '{taal}' where id = any ($1)",
    [[open, pupil]],
  );
  await superuser.query('delete from assignment where question_id = $1', [open]);
  await superuser.query(
    "insert into expertise (tenant_id, code, name, position) values ($1, 'taal', 'Gebarentaal', 1) on conflict do nothing",
    [cast.tenantId],
  );
  await superuser.query('set session_replication_role = origin');
  const html = await see(cast.teamLead, '/inzet/wachtend');
  expect(html).toContain('Hulp bij rekenen');
  expect(html).toContain('Spoed');
  expect(html).not.toContain('Vraag over een leerling');
  await superuser.query('delete from assignment where question_id = $1', [pupil]);
  const both = await see(cast.teamLead, '/inzet/wachtend?urgentie=now&expertise=taal');
  expect(both).toContain('Vraag over een leerling');
  expect(both).not.toContain('Geheim');
  expect(await see(cast.teamLead, '/inzet/wachtend?urgentie=soon')).toContain('Er wacht niets');
  // Two questions of no known size: 8 dagdelen for a team, 6 for a pupil; nobody has it.
  const asked = await see(cast.teamLead, '/inzet/expertise');
  // There are no areas to choose from: nothing to ask, and no button.
  expect(asked).not.toContain('class="filter"');
  expect(rowOf(asked, 'Gebarentaal')).toEqual([
    'Gebarentaal',
    '14 dagdelen, 2 vragen',
    'niets',
    'niets',
    '',
    'Niemand kan dit',
  ]);
  await superuser.query(
    'insert into specialist (tenant_id, person_id) values ($1, $2) on conflict do nothing',
    [cast.tenantId, bert],
  );
  await superuser.query(
    "insert into specialist_expertise (tenant_id, person_id, expertise, level) values ($1, $2, 'taal', 2)",
    [cast.tenantId, bert],
  );
  // Twelve weeks from 2 March, of which one is a holiday: 11 x 4.
  expect(rowOf(await see(cast.teamLead, '/inzet/expertise'), 'Gebarentaal').slice(3)).toEqual([
    '44 dagdelen bij 1 specialist',
    '',
    'Genoeg',
  ]);
});

test('a school where nobody came is one without a visit and without a stationing in the period', async () => {
  const { cast } = pages;
  const html = await see(cast.teamLead, '/inzet/zonder-bezoek');
  expect(html).toContain('De Verte');
  expect(rowOf(html, 'De Verte').slice(2)).toEqual(['niet bekend', 'nee']);
  expect(html).not.toContain(`/scholen/${cast.school.code}"`);
  // Before the stationing began nobody came there either.
  expect(await see(cast.teamLead, '/inzet/zonder-bezoek?van=2025-08-01&tot=2026-01-04')).toContain(
    `/scholen/${cast.school.code}"`,
  );
  expect(await see(cast.teamLead, '/inzet/zonder-bezoek?van=2025-08-01&tot=2026-01-05')).not.toContain(
    `/scholen/${cast.school.code}"`,
  );
  const visit = newId();
  await superuser.query(
    `insert into visit (tenant_id, id, specialist_id, on_date, minutes, kind, recorded_at) values ($1, $2, $3, '2026-02-10', 60, 'advice', '2026-02-10')`,
    [cast.tenantId, visit, anna],
  );
  await superuser.query(
    `insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date) values ($1, $2, $3, $4, '2026-02-10')`,
    [cast.tenantId, visit, far.id, anna],
  );
  expect(await see(cast.teamLead, '/inzet/zonder-bezoek')).not.toContain('De Verte');
  expect(rowOf(await see(cast.teamLead, '/inzet/zonder-bezoek?van=2026-02-11'), 'De Verte')[2]).toBe(
    '10 februari 2026',
  );
  await superuser.query('update visit set withdrawn_at = now() where id = $1', [visit]);
  expect(await see(cast.teamLead, '/inzet/zonder-bezoek')).toContain('De Verte');
});
