/** The map as the team lead and others see it, also of a partnership with very many schools. */
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment, aSchool } from '../../../tests/support/factories.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { aQuestionFor, openSuperuser } from '../../../tests/support/visits.ts';
import { newId } from '../../platform/ids.ts';

let pages: Pages;
let superuser: pg.Client;
let anna: string;
let adviser: string;

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  superuser = await openSuperuser(pages.house.fresh);
  const { tenantId, boardId, teamLead } = pages.cast;
  anna = await anAppointment(pages.stage, 'specialist', { tenantId });
  adviser = await anAppointment(pages.stage, 'policy_adviser', { tenantId });
  const schools = [pages.cast.school];
  for (let n = 0; n < 3; n += 1) schools.push(await aSchool(pages.stage, tenantId, boardId));
  const names = ['De Ark', 'De Boom', 'De Cirkel', 'De Duif'];
  for (const [nth, { id }] of schools.entries())
    await superuser.query('update school set name = $2, latitude = $3, longitude = 5 where id = $1', [
      id,
      names[nth],
      nth === 3 ? null : 52 + nth / 10,
    ]);
  const [ark, boom] = schools;
  await superuser.query('set session_replication_role = replica');
  const stationing = newId();
  await superuser.query(
    `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
      values ($1, $2, $3, $4, 2, '2026-01-05', '2026-07-01', 'active', $5, '2026-01-01')`,
    [tenantId, stationing, anna, ark?.id, teamLead],
  );
  await superuser.query('insert into stationing_school values ($1, $2, $3)', [tenantId, stationing, ark?.id]);
  if (boom === undefined) throw new Error('no school');
  const question = await aQuestionFor(superuser, { ...pages.cast, school: boom }, anna);
  await superuser.query('set session_replication_role = replica');
  await superuser.query("update support_question set status = 'submitted' where id = $1", [question]);
  await superuser.query('delete from assignment where question_id = $1', [question]);
  await superuser.query(
    `insert into travel_base (tenant_id, id, code, name, latitude, longitude) values ($1, $2, 'kantoor', 'Kantoor', 52.1, 5.1)`,
    [tenantId, newId()],
  );
  await superuser.query('set session_replication_role = origin');
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const see = async (who: string, path: string) => (await pages.see(who, path)).html;
const marksIn = (html: string) =>
  [...html.matchAll(/<title>([^<]*)<\/title><\w+ class="mark mark--((?!base)\w+)"/g)].map((found) =>
    found.slice(1, 3),
  );

test('every school that lies somewhere has a mark, and each is in the table', async () => {
  const html = await see(pages.cast.teamLead, '/inzet/kaart');
  expect(marksIn(html)).toEqual([
    ['De Ark', 'stationed'],
    ['De Boom', 'waiting'],
    ['De Cirkel', 'quiet'],
  ]);
  expect(html).toContain('Van 1 school weten wij niet waar die ligt');
  expect(html.match(/<th scope="row"/g)).toHaveLength(4);
  expect(html).toContain('Vertrekpunt van specialisten');
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)[^"]*(tile|map|osm)/);
  expect(marksIn(await see(pages.cast.teamLead, '/inzet/kaart?toon=waiting'))).toEqual([
    ['De Boom', 'waiting'],
  ]);
  expect(await see(pages.cast.teamLead, '/inzet/kaart?bestuur=onbekend')).toContain('Er zijn geen scholen');
});

test('who reads no questions and visits learns only where somebody is stationed', async () => {
  const html = await see(adviser, '/inzet/kaart');
  expect(marksIn(html).map(([, help]) => help)).toEqual(['stationed', 'quiet', 'quiet']);
  expect(html).toContain('Niemand gestationeerd');
  expect(html).not.toContain('Niemand kwam');
  expect((await pages.see(pages.cast.director, '/inzet/kaart')).status).toBe(403);
});

test('of eight hundred schools the page stays under 60 kB on the wire', async () => {
  const { tenantId, boardId } = pages.cast;
  await superuser.query(
    `insert into school (tenant_id, id, code, name, board_id, latitude, longitude)
      select $1, gen_random_uuid(), 'Z' || lpad(n::text, 5, '0'), 'Basisschool nummer ' || md5(n::text), $2,
        52 + random() / 2, 5 + random() from generate_series(1, 800) n`,
    [tenantId, boardId],
  );
  const html = await see(pages.cast.teamLead, '/inzet/kaart');
  expect(marksIn(html)).toHaveLength(803);
  expect(gzipSync(html).length).toBeLessThan(60_000);
});
