/** One invented partnership of the largest size with five school years of work behind it, written straight into the tables: figures are made of it. */
import pg from 'pg';

export const measured = {
  schools: 800,
  years: 5,
  specialists: 100,
  questions: 20_000,
  goals: 12_000,
  visits: 90_000,
};

/** Of row n: a number that looks like chance and is the same every time, both ends included. */
const mixed = (what: string, least: number, most: number) =>
  `(${least} + (('x' || substr(md5('${what}' || n), 1, 7))::bit(28)::int % ${most - least + 1}))`;
const upTo = (count: number) => `generate_series(0, ${count - 1}) n`;
const days = measured.years * 365;
/** Of row n of so many: a day of those years, in order. */
const dayOf = (count: number) => `(current_date - ${days} + n * ${days} / ${count})`;
/** Where the n-th question is asked. */
const askedAt = `pg_temp.id('school ' || ${mixed('asks', 0, measured.schools - 1)})`;

const helpers = `
  create function pg_temp.id(what text) returns uuid language sql immutable as $$ select overlay(overlay(md5('results ' || what) placing '7' from 13) placing '8' from 17)::uuid $$;
  -- In the order in which they came, as ids of the product are.
  create function pg_temp.nth(what text, n int) returns uuid language sql immutable
    as $$ select (lpad(to_hex(n), 12, '0') || '7' || substr(md5(what), 14, 3) || '8' || substr(md5(what || n), 18))::uuid $$;
  create function pg_temp.tenant() returns uuid language sql immutable as $$ select pg_temp.id('tenant') $$;
  set session_replication_role = replica; -- no triggers: the protocol would take an hour for this`;

/** Six holidays a year, three days a year on which a school is closed by itself, and one that a board chooses. */
const registers = `
  insert into tenant (tenant_id, code, name, preset, holiday_region) values (pg_temp.tenant(), 'groot', 'SWV Groot', 'rotterdam', 'midden');
  select begin_questions(pg_temp.tenant());
  insert into board (tenant_id, id, code, name) select pg_temp.tenant(), pg_temp.id('board ' || n), 'B' || n, 'Stichting ' || n from ${upTo(30)};
  insert into area (tenant_id, id, code, name) select pg_temp.tenant(), pg_temp.id('area ' || n), 'G' || n, 'Gebied ' || n from ${upTo(20)};
  insert into ambition (tenant_id, id, name, starts_on) select pg_temp.tenant(), pg_temp.id('ambition ' || n), 'Ambitie ' || n, current_date - ${days} from ${upTo(6)};
  insert into school (tenant_id, id, code, name, board_id, area_id, kind) select pg_temp.tenant(), pg_temp.id('school ' || n), 'P' || lpad(n::text, 5, '0'),
    'Basisschool De ' || n || 'e Beuk', pg_temp.id('board ' || n % 30), pg_temp.id('area ' || n % 20), case when n % 20 = 0 then 'SBO' else 'BO' end from ${upTo(measured.schools)};
  insert into holiday (tenant_id, id, scope, board_id, school_id, kind, name, starts_on, ends_on)
    select pg_temp.tenant(), gen_random_uuid(), 'tenant', null::uuid, null::uuid, 'free', 'Vakantie', d, d + ${mixed('free', 3, 14)}
      from ${upTo(6 * measured.years)} cross join lateral (select ${dayOf(6 * measured.years)} as d) x
    union all select pg_temp.tenant(), gen_random_uuid(), 'school', null, pg_temp.id('school ' || n % ${measured.schools}), 'free', 'Studiedag', d, d + 1
      from ${upTo(3 * measured.years * measured.schools)} cross join lateral (select ${dayOf(3 * measured.years * measured.schools)} as d) x
    union all select pg_temp.tenant(), gen_random_uuid(), 'board', pg_temp.id('board ' || n % 30), null, 'free', 'Bestuur', d, d + 1
      from ${upTo(30 * measured.years)} cross join lateral (select ${dayOf(30 * measured.years)} as d) x;
  create temp table cast_of (name text, role text, school int, board int);
  insert into cast_of values ('lead', 'team_lead', null, null), ('director', 'school_director', 7, null), ('board member', 'board_member', null, 3);
  insert into cast_of select 'contact', 'contact_person', n, null from ${upTo(40)};
  insert into cast_of select 'specialist ' || n, 'specialist', null, null from ${upTo(measured.specialists)};
  insert into person (tenant_id, id, name, email) select distinct pg_temp.tenant(), pg_temp.id(name), initcap(name) || ' van Groot', replace(name, ' ', '.') || '@groot.invalid' from cast_of;
  insert into appointment (tenant_id, id, person_id, role, school_id, board_id, starts_on)
    select pg_temp.tenant(), gen_random_uuid(), pg_temp.id(name), role, pg_temp.id('school ' || school), pg_temp.id('board ' || board), current_date - ${days} from cast_of;
  insert into specialist (tenant_id, person_id, from_special) select pg_temp.tenant(), pg_temp.id('specialist ' || n), n % 3 = 0 from ${upTo(measured.specialists)};
  insert into specialist_expertise (tenant_id, person_id, expertise, level) select pg_temp.tenant(), pg_temp.id('specialist ' || n), e.code, 1 + (n + e.position) % 3
    from ${upTo(measured.specialists)} join expertise e on e.tenant_id = pg_temp.tenant() and (n * 7 + e.position * 5) % 14 < 5;
  insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) select pg_temp.tenant(), gen_random_uuid(), pg_temp.id('specialist ' || n), current_date - ${days}, 0.8,
    ${mixed('contract', 4, 9)} from ${upTo(measured.specialists)};
  insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on) select pg_temp.tenant(), gen_random_uuid(), pg_temp.id('specialist ' || n % ${measured.specialists}), d,
    d + ${mixed('away', 2, 30)} from ${upTo(2 * measured.specialists * measured.years)} cross join lateral (select ${dayOf(2 * measured.specialists * measured.years)} as d) x;`;

/** Most questions of the last hundred days still run; each school has had about twenty-five. */
const questions = `
  create temp table asked as select n, pg_temp.nth('question', n) as id, ${askedAt} as school_id, ${dayOf(measured.questions)} as d, ${mixed('contact', 1, 25)} as a, ${mixed('start', 5, 40)} as b,
    ${mixed('lasts', 40, 150)} as e, (array['group', 'team', 'school', 'pupil', 'pupil'])[1 + n % 5] as level from ${upTo(measured.questions)};
  insert into support_question (tenant_id, id, number, school_id, author_id, level, status, version, expertise, submitter_id, hand_offs, signalled_on, asked_at, touched_at, submitted_on,
      involved_on, first_contact_on, started_on, ended_at, requested_dagdelen)
    select pg_temp.tenant(), id, upper(lpad(to_hex(n), 6, '0')), school_id, pg_temp.id('lead'), level, case when d + e < current_date then 'completed' else 'started' end, 5,
      array[(array['gedrag', 'taal', 'rekenen'])[1 + n % 3]], pg_temp.id('lead'), n % 4, d - 10, d - 10, d, d, case when d + a < current_date then d + a - 1 end,
      case when d + a < current_date then d + a end, case when d + b < current_date then d + b end, case when d + e < current_date then d + e end, ${mixed('asked', 1, 12)} from asked;
  insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at, began_at, ended_at)
    select pg_temp.tenant(), pg_temp.nth('assignment', n), id, pg_temp.id('specialist ' || n % ${measured.specialists}), 'assigned', 'begeleider',
      case when d + e < current_date then 'ended' else 'active' end, ${mixed('plans', 2, 12)}, d + a, d + greatest(e, a + 1), d, d, case when d + e < current_date then d + e end from asked;
  insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at, ended_because)
    select pg_temp.tenant(), pg_temp.nth('stationing', n), pg_temp.id('specialist ' || n % ${measured.specialists}), case when n % 10 > 0 then pg_temp.id('school ' || ${mixed('stays', 0, measured.schools - 1)}) end,
      case when n % 10 = 0 then pg_temp.id('board ' || n / 10 % 30) end, 0.5 + n % 3, d, d + ${mixed('stays on', 60, 300)}, case when d + 300 < current_date then 'ended' else 'active' end,
      pg_temp.id('lead'), d, case when d + 300 < current_date then 'done' end from ${upTo(200 * measured.years)} cross join lateral (select ${dayOf(200 * measured.years)} as d) x;
  insert into stationing_school (tenant_id, stationing_id, school_id) select pg_temp.tenant(), s.id, coalesce(s.school_id, h.id) from stationing s
    left join school h on h.tenant_id = s.tenant_id and h.board_id = s.board_id where s.tenant_id = pg_temp.tenant();`;

/** Half of the visits are for a question of about the same day and for prevention beside it. */
const visits = `
  create temp table made as select n, pg_temp.nth('visit', n) as id, pg_temp.id('specialist ' || n % ${measured.specialists}) as specialist_id, ${dayOf(measured.visits)} as d, 30 + n % 90 as m,
    ${mixed('late', 0, 12)} as late, ${mixed('answer', 1, 20)} as answer, greatest(0, n * ${measured.questions} / ${measured.visits} - ${mixed('for', 0, 300)}) as q from ${upTo(measured.visits)};
  insert into visit (tenant_id, id, specialist_id, on_date, minutes, travel_minutes, kind, recorded_at)
    select pg_temp.tenant(), id, specialist_id, d, m, n % 50, (array['observation', 'coaching', 'team_training', 'advice', 'group_support', 'meeting'])[1 + n % 6], d + late + interval '15 hours' from made;
  create temp table visited as select made.*, a.id as question_id, a.school_id from made join asked a on a.n = made.q;
  insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date, verdict, answered_by, answered_at)
    select pg_temp.tenant(), id, school_id, specialist_id, d, case when n % 5 > 0 then 'confirmed' end, case when n % 5 > 0 then pg_temp.id('director') end,
      case when n % 5 > 0 then d + late + answer + interval '9 hours' end from visited;
  insert into visit_share (tenant_id, visit_id, position, minutes, question_id, ambition_id, school_id)
    select pg_temp.tenant(), id, 1, m - 20 * (n % 2), question_id, null, school_id from visited
    union all select pg_temp.tenant(), id, 2, 20, null, pg_temp.id('ambition ' || n % 6), school_id from visited where n % 2 = 1;
  update visit_share x set on_date = v.on_date, kind = v.kind, travel_minutes = v.travel_minutes::float8 * x.minutes / v.minutes
    from visit v where v.tenant_id = x.tenant_id and v.id = x.visit_id;
  insert into goal (tenant_id, id, question_id, school_id, level, title, scale, starts_on, target_on, made_at, pupil)
    select pg_temp.tenant(), pg_temp.nth('goal', n), id, school_id, 'group', 'Doel ' || n, 5, d, d + 60, d, level = 'pupil' from asked where n % 5 < ${(5 * measured.goals) / measured.questions};
  insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
    select pg_temp.tenant(), gen_random_uuid(), pg_temp.nth('goal', n), m, side, ${mixed('scores', -2, 2)}, d + k, d + k
    from asked cross join (values ('start', 10), ('end', 90), ('follow_up', 160)) x (m, k) cross join unnest(array['school', 'specialist']) side
    where n % 5 < ${(5 * measured.goals) / measured.questions} and d + k < current_date;
  insert into practice_note (tenant_id, id, author_id, edition, published_at, made_at, touched_at) select pg_temp.tenant(), pg_temp.nth('note', n), pg_temp.id('lead'), 1, d, d, d
    from ${upTo(500)} cross join lateral (select ${dayOf(500)} as d) x;
  insert into practice_note_edition (tenant_id, note_id, edition, author_id, state, title, situation, approach, expertise, reader_id)
    select pg_temp.tenant(), pg_temp.nth('note', n), 1, pg_temp.id('lead'), 'published', 'Kaart', 'Zo', 'Zo', '{taal}', pg_temp.id('director') from ${upTo(500)};
  insert into practice_note_use (tenant_id, id, note_id, person_id, at) select pg_temp.tenant(), gen_random_uuid(), pg_temp.nth('note', n % 500), pg_temp.id('specialist ' || n / 500),
    current_date - n % ${days} from ${upTo(5_000)};`;

export interface Reader {
  readonly tenantId: string;
  readonly personId: string;
}

/** Fills the migrated database and says who read figures there; `superUrl` is PostgreSQL's own superuser, whom row-level security does not hold. */
export async function fillResults(
  superUrl: string,
): Promise<Readonly<Record<'lead' | 'contact' | 'director', Reader>>> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(`${helpers}; ${registers} ${questions} ${visits}`);
    await client.query('vacuum analyze');
    const readerOf = async (name: string) => {
      const { rows } = await client.query<Reader>(
        `select pg_temp.tenant() as "tenantId", pg_temp.id($1) as "personId"`,
        [name],
      );
      const [reader] = rows;
      if (reader === undefined) throw new Error(`nobody is ${name}`);
      return reader;
    };
    return {
      lead: await readerOf('lead'),
      contact: await readerOf('contact'),
      director: await readerOf('director'),
    };
  } finally {
    await client.end();
  }
}
