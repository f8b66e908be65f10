/** One invented partnership of the largest size that plans are made for, written straight into the tables. */
import pg from 'pg';

export const planned = { specialists: 60, schools: 800, questions: 1_200 };

/** Of row n: a number that looks like chance and is the same every time, both ends included. */
const mixed = (what: string, least: number, most: number) =>
  `(${least} + (('x' || substr(md5('${what}' || n), 1, 7))::bit(28)::int % ${most - least + 1}))`;

const helpers = `
  create function pg_temp.id(what text) returns uuid language sql immutable as $$ select overlay(overlay(md5('plans ' || what) placing '7' from 13) placing '8' from 17)::uuid $$;
  create function pg_temp.tenant() returns uuid language sql immutable as $$ select pg_temp.id('tenant') $$;
  set session_replication_role = replica; -- no triggers: the protocol would take an hour for this`;

/** In twenty areas, a city of about 20 x 20 km; a tenth of the stationings that a plan proposes are there already. */
const filling = `
  insert into tenant (tenant_id, code, name, preset, holiday_region) values (pg_temp.tenant(), 'groot', 'SWV Groot', 'rotterdam', 'midden');
  select begin_questions(pg_temp.tenant());
  insert into board (tenant_id, id, code, name) select pg_temp.tenant(), pg_temp.id('board ' || n), 'B' || n, 'Stichting ' || n from generate_series(0, 29) n;
  insert into area (tenant_id, id, code, name) select pg_temp.tenant(), pg_temp.id('area ' || n), 'G' || n, 'Gebied ' || n from generate_series(0, 19) n;
  insert into school (tenant_id, id, code, name, board_id, area_id, city, pupils, latitude, longitude)
    select pg_temp.tenant(), pg_temp.id('school ' || n), 'P' || lpad(n::text, 5, '0'), 'Basisschool De ' || n || 'e Beuk', pg_temp.id('board ' || n % 30),
      pg_temp.id('area ' || n % 20), 'Plaats', ${mixed('pupils', 60, 600)}, 51.9 + (n % 20 / 5) * 0.05 + ${mixed('north', 0, 400)} / 10000.0,
      4.4 + (n % 20 % 5) * 0.06 + ${mixed('east', 0, 500)} / 10000.0 from generate_series(0, ${planned.schools - 1}) n;
  insert into person (tenant_id, id, name, email) select pg_temp.tenant(), pg_temp.id(name), initcap(name) || ' van Groot', replace(name, ' ', '.') || '@groot.invalid'
    from (select 'specialist ' || n as name from generate_series(0, ${planned.specialists - 1}) n union all select 'lead' union all select 'coordinator') x;
  insert into appointment (tenant_id, id, person_id, role, starts_on) select pg_temp.tenant(), gen_random_uuid(), pg_temp.id('specialist ' || n), 'specialist', '2025-08-01'
    from generate_series(0, ${planned.specialists - 1}) n;
  insert into appointment (tenant_id, id, person_id, role, starts_on) values (pg_temp.tenant(), gen_random_uuid(), pg_temp.id('lead'), 'team_lead', '2025-08-01');
  insert into specialist (tenant_id, person_id, languages) select pg_temp.tenant(), pg_temp.id('specialist ' || n), case when n % 9 = 0 then '{Turks}'::text[] else '{}' end
    from generate_series(0, ${planned.specialists - 1}) n;
  insert into specialist_expertise (tenant_id, person_id, expertise, level) select pg_temp.tenant(), pg_temp.id('specialist ' || n), e.code, 1 + (n + e.position) % 3
    from generate_series(0, ${planned.specialists - 1}) n join expertise e on e.tenant_id = pg_temp.tenant() and (n * 7 + e.position * 5) % 14 < 5;
  insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) select pg_temp.tenant(), gen_random_uuid(), pg_temp.id('specialist ' || n), '2025-08-01', 0.8, ${mixed('contract', 4, 9)}
    from generate_series(0, ${planned.specialists - 1}) n;
  insert into travel_base (tenant_id, id, code, name, latitude, longitude) select pg_temp.tenant(), pg_temp.id('base ' || n), 'kantoor_' || n, 'Kantoor ' || n,
    51.95 + n * 0.05, 4.5 + n * 0.05 from generate_series(0, 2) n;
  insert into specialist_planning (tenant_id, person_id, base_id) select pg_temp.tenant(), pg_temp.id('specialist ' || n), pg_temp.id('base ' || n % 3)
    from generate_series(0, ${planned.specialists - 1}) n;
  create temp table asked as select n, ${mixed('school', 0, planned.schools - 1)} as school, pg_temp.id('question ' || n) as id,
    (array['group', 'team', 'school', 'group'])[1 + n % 4] as level, (array['normal', 'normal', 'soon', 'normal', 'normal', 'now'])[1 + n % 6] as urgency,
    (select array_agg(code) from expertise e where e.tenant_id = pg_temp.tenant() and e.position in (1 + n % 14, 1 + n * 3 % 14)) as expertise
    from generate_series(0, ${planned.questions - 1}) n;
  insert into support_question (tenant_id, id, number, school_id, author_id, level, status, version, expertise, urgency, submitter_id, hand_offs, signalled_on, asked_at,
      touched_at, submitted_on, requested_dagdelen, language)
    select pg_temp.tenant(), id, upper(lpad(to_hex(n), 6, '0')), pg_temp.id('school ' || school), pg_temp.id('coordinator'), level, 'submitted', 2, expertise, urgency,
      pg_temp.id('coordinator'), 0, current_date - 40, now() - interval '30 days', now() - interval '20 days', current_date - ${mixed('waits', 1, 60)}, ${mixed('asks', 3, 12)},
      case when n % 20 = 0 then 'Turks' end from asked;
  insert into question_words (tenant_id, question_id, school_id, level, title, need)
    select pg_temp.tenant(), id, pg_temp.id('school ' || school), level, 'Rust in de groep', 'Wie kijkt met ons mee? (' || n || ')' from asked;
  create temp table there as select n, pg_temp.id('stationing ' || n) as id, ${mixed('stays at', 0, planned.schools - 1)} as school from generate_series(0, ${planned.specialists - 1}) n;
  insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
    select pg_temp.tenant(), id, pg_temp.id('specialist ' || n), pg_temp.id('school ' || school), 1, current_date - 60, current_date + 60, 'active', pg_temp.id('lead'),
      now() - interval '70 days' from there;
  insert into stationing_school (tenant_id, stationing_id, school_id) select pg_temp.tenant(), id, pg_temp.id('school ' || school) from there;`;

/** Fills the migrated database and says who leads; `superUrl` is PostgreSQL's own superuser, whom row-level security does not hold. */
export async function fillPlans(superUrl: string) {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(`${helpers}; ${filling}`);
    await client.query('vacuum analyze');
    const found = await client.query<{ tenantId: string; personId: string }>(
      `select pg_temp.tenant() as "tenantId", pg_temp.id('lead') as "personId"`,
    );
    const [lead] = found.rows;
    if (lead === undefined) throw new Error('nobody leads');
    return lead;
  } finally {
    await client.end();
  }
}
