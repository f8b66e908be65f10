/** The accountability page and its open data: the same for everybody, and nothing of what was hidden, is only written, or is another's. */
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCast } from '../../../tests/support/factories.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { findPartnerships, type PublicPartnership } from '../../registers/index.ts';

let pages: Pages;
let superuser: pg.Client;
let own: PublicPartnership | undefined;
let other: PublicPartnership | undefined;

/** A release with a count that is told and one that is hidden, and two ambitions: one of a plan that holds, one of a draft. */
const furnish = (tenant: string, person: string, name: string) => `
  insert into measure_release (tenant_id, id, measure, span, starts_on, ends_on, made_at)
    values ('${tenant}', gen_random_uuid(), 'hours_done', 'quarter', '2025-08-01', '2025-11-01', '2025-11-15');
  insert into measure_release_cell (tenant_id, release_id, position, dimension, key, n, figure, kept_n)
    select tenant_id, id, 1, 'all', 'all', 41, '{"value": 123.5, "of": 9}'::jsonb, 41 from measure_release where tenant_id = '${tenant}'
    union all select tenant_id, id, 2, 'expertise', 'rekenen', null, null, 3 from measure_release where tenant_id = '${tenant}';
  insert into support_plan (tenant_id, id, name, starts_on, ends_on, status, discussed_on, discussed_with, consented_on, adopted_on, made_by, made_at)
    values ('${tenant}', gen_random_uuid(), 'Plan ${name}', '2024-08-01', '2028-08-01', 'adopted', '2024-03-01', 'Gemeente', '2024-04-01', '2024-05-01',
      '${person}', '2024-01-01'),
      ('${tenant}', gen_random_uuid(), 'Concept ${name}', '2028-08-01', '2032-08-01', 'draft', null, null, null, null, '${person}', '2026-01-01');
  insert into priority (tenant_id, id, plan_id, position, name)
    select tenant_id, gen_random_uuid(), id, 1, 'Speerpunt ' || name from support_plan where tenant_id = '${tenant}';
  insert into ambition (tenant_id, id, name, starts_on, priority_id, is_draft, indicator, unit, start_value, target_value, target_on, owner_id)
    select i.tenant_id, gen_random_uuid(), 'Ambitie ' || i.name, p.starts_on, i.id, p.status = 'draft', 'Hoeveel scholen', 'scholen', 1, 20, p.ends_on, '${person}'
    from priority i join support_plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id where i.tenant_id = '${tenant}';
  insert into ambition_reading (tenant_id, ambition_id, id, on_date, value, note, by_id, at)
    select tenant_id, id, gen_random_uuid(), '2026-02-01', 3, 'Alleen voor ons', '${person}', '2026-02-01' from ambition
    where tenant_id = '${tenant}' and priority_id is not null;`;

beforeAll(async () => {
  pages = await openPages();
  const { stage, cast, house } = pages;
  const abroad = await aCast(stage);
  superuser = await openSuperuser(house.fresh);
  await superuser.query(`set session_replication_role = replica;
    ${furnish(cast.tenantId, cast.teamLead, 'van ons')} ${furnish(abroad.tenantId, abroad.teamLead, 'van anderen')}
    set session_replication_role = origin`);
  const all = await house.database.read('visitor', (reader) => findPartnerships(reader));
  own = all.find(({ id }) => id === cast.tenantId);
  other = all.find(({ id }) => id === abroad.tenantId);
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

async function get(
  path: string,
): Promise<{ readonly status: number; readonly body: string; readonly type: string }> {
  const answer = await pages.house.app.request(path);
  return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') ?? '' };
}
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

it('asks a visitor which partnership, and shows its plan and figures to everybody alike', async () => {
  const choice = await get('/verantwoording');
  expect(choice.body).toContain('Kies een samenwerkingsverband');
  expect(choice.body).not.toContain('Speerpunt');
  const { body } = await get(`/verantwoording?swv=${own?.code}`);
  expect(body).toContain('Ambitie Speerpunt Plan van ons');
  expect(body).toContain('123,5 uren');
  expect((await get('/verantwoording?swv=nergens')).body).toContain('Kies een samenwerkingsverband');
  const member = await pages.see(pages.cast.director, `/verantwoording?swv=${other?.code}`);
  expect(main(member.html)).toContain('Plan van ons');
  expect(main(member.html)).not.toContain('van anderen');
});

it('tells nothing of drafts, of notes beside a reading, of small counts, or of others', async () => {
  const found = await Promise.all(
    [
      ...[`/verantwoording?swv=${own?.code}`, `/verantwoording/open-data/${own?.code}/cijfers.csv`],
      `/verantwoording/open-data/${own?.code}/ambities.csv`,
    ].map(get),
  );
  for (const { status, body } of found) {
    expect(status).toBe(200);
    expect(body).not.toMatch(/Concept|Alleen voor ons|van anderen/);
  }
  const [page, figures, ambitions] = found.map(({ body }) => body);
  expect(page).toContain('Nu minder dan 5 scholen (1 februari 2026).');
  expect(page).not.toContain('class="way"');
  expect(figures?.split('\r\n').slice(1, 3)).toEqual([
    'hours_done,Uren inzet,uren,2025-08-01,2025-10-31,kwartaal,alles,all,Alles samen,alles,Alles,41,123.5,,,,9,2025-11-15',
    expect.stringMatching(/,expertise,rekenen,[^,]*,alles,Alles,verborgen,,,,,,2025-11-15$/),
  ]);
  expect(ambitions).toContain('scholen,1,20,2028-08-01,verborgen,2026-02-01\r\n');
});

it('has a description beside each table, with the licence that the partnership chose', async () => {
  const described = async (table = 'cijfers') => {
    const { body, type } = await get(`/verantwoording/open-data/${own?.code}/${table}.csv-metadata.json`);
    expect(type).toContain('application/csvm+json');
    return JSON.parse(body);
  };
  expect(await described('ambities')).toMatchObject({
    url: 'ambities.csv',
    'dc:modified': { '@value': expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
  });
  expect(await described()).toMatchObject({
    ...{ url: 'cijfers.csv', 'dc:publisher': own?.name },
    'dc:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
  });
  await superuser.query(`update tenant set data_licence = 'CC-BY-4.0' where code = $1`, [own?.code]);
  expect(await described()).toMatchObject({
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
  });
  expect((await get(`/verantwoording?swv=${own?.code}`)).body).toContain('CC BY 4.0');
});

it('has no table of another name, or of a partnership that is not there', async () => {
  const base = '/verantwoording/open-data';
  const asked = [
    `${base}/${own?.code}/scholen.csv`,
    `${base}/nergens/cijfers.csv`,
    `${base}/${own?.code}/toString`,
  ];
  expect((await Promise.all(asked.map(get))).map(({ status }) => status)).toEqual([404, 404, 404]);
});

it('gives the job that makes releases what is adopted and never a draft, and the criteria', async () => {
  const { rows } = await superuser.query('select job_release_ground(null) as ground');
  const ground = rows[0].ground.find(({ tenantId }: { tenantId: string }) => tenantId === own?.id);
  const { rows: adopted } = await superuser.query(
    'select id from ambition where tenant_id = $1 and not is_draft',
    [own?.id],
  );
  expect(adopted).toHaveLength(1);
  expect(ground.ambition).toEqual(adopted.map(({ id }) => id));
  expect(ground.criterion.length).toBeGreaterThan(0);
});

it('is valid HTML, and light on the way', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // How our renderer writes, not what it means.
      'void-style': ['error', { style: 'selfclose' }],
      ...{ 'doctype-style': 'off', 'no-redundant-role': 'off', 'no-implicit-button-type': 'off' },
      ...{ 'long-title': 'off', 'attr-case': 'off' },
    },
  });
  for (const path of ['/verantwoording', `/verantwoording?swv=${own?.code}`]) {
    const { body } = await get(path);
    const { results } = await validator.validateString(body);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    expect(gzipSync(body).length).toBeLessThan(25_000);
  }
});
