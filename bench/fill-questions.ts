/** Ten thousand support questions beside the concerns: forty of a hundred about a pupil, seven of ten ended, each with its whole timeline. */
import pg from 'pg';

/** Runs after the registers, in the same session: `pg_temp.id` and `pg_temp.tenant` are the filling's own. */
export const questionCases = `
  select begin_questions(pg_temp.tenant());
  insert into cast_of select 'specialist ' || n, 'specialist', null, null from generate_series(0, 19) n;
  insert into person (tenant_id, id, name, email) select pg_temp.tenant(), pg_temp.id(name), initcap(name) || ' van Meting', replace(name, ' ', '.') || '@meting.invalid'
    from cast_of where role = 'specialist';
  insert into appointment (tenant_id, id, person_id, role, starts_on) select pg_temp.tenant(), gen_random_uuid(), pg_temp.id(name), role, '2025-08-01' from cast_of where role = 'specialist';
  create temp table asked as select n, n % 200 as school, pg_temp.id('question ' || n) as id, now() - n * interval '7 minutes' as touched,
    case when n % 5 < 2 then 'pupil' else (array['group', 'team', 'school'])[n % 5 - 1] end as level,
    case n / 200 % 10 when 0 then 3 when 1 then 5 when 2 then 6 else 8 end as version from generate_series(0, 9999) n;
  create temp table done (version int, step text, from_status text, to_status text, who text, relation text, says boolean);
  insert into done values (2, 'submit', 'draft', 'submitted', 'coordinator', 'support_coordinator', false), (3, 'triage', 'submitted', 'in_triage', 'contact', 'contact_person', false),
    (4, 'add_note', 'in_triage', 'in_triage', 'contact', 'contact_person', true), (5, 'assign', 'in_triage', 'assigned', 'contact', 'contact_person', false),
    (6, 'start', 'assigned', 'started', 'specialist', 'specialist', false), (7, 'evaluate', 'started', 'evaluated', 'specialist', 'specialist', true),
    (8, 'complete', 'evaluated', 'completed', 'coordinator', 'support_coordinator', false);
  insert into support_question (tenant_id, id, number, school_id, author_id, level, status, version, expertise, submitter_id, holder_id, hand_offs, signalled_on, asked_at, touched_at,
      submitted_on, triaged_on, first_contact_on, started_on, evaluate_by, evaluated_on, completed_on, ended_at)
    select pg_temp.tenant(), a.id, upper(lpad(to_hex(n), 6, '0')), pg_temp.id('school ' || school), pg_temp.id('coordinator ' || school), level, d.to_status, a.version, '{gedrag}',
      pg_temp.id('coordinator ' || school), case when a.version < 8 then pg_temp.id('contact ' || school % 20) end, 2, touched::date - 90, touched - interval '80 days', touched,
      touched::date - 79, touched::date - 76, case when a.version >= 6 then touched::date - 60 end, case when a.version >= 6 then touched::date - 60 end,
      case when a.version >= 5 then touched::date + 10 end, case when a.version = 8 then touched::date end, case when a.version = 8 then touched::date end, case when a.version = 8 then touched end
    from asked a join done d using (version);
  insert into question_words (tenant_id, question_id, school_id, level, title, need, tried_so_far, pseudonym, age_band)
    select pg_temp.tenant(), id, pg_temp.id('school ' || school), level, 'Rust in de groep', 'De groep vindt het lastig om zelfstandig te werken. Wie kijkt met ons mee? (' || n || ')',
      'Een vast ritme en een dagplanning op het bord.', case when level = 'pupil' then 'Zeester' end, case when level = 'pupil' then '8-9' end from asked;
  insert into question_pupil (tenant_id, question_id, school_id, level, case_number, parents_spoken_on)
    select pg_temp.tenant(), id, pg_temp.id('school ' || school), level, 'OT ' || n, touched::date - 80 from asked where level = 'pupil';
  insert into question_entry (tenant_id, question_id, version, id, at, person_id, relation, step, from_status, to_status, specialist_id)
    select pg_temp.tenant(), a.id, d.version, gen_random_uuid(), a.touched - (9 - d.version) * interval '9 days',
      pg_temp.id(d.who || ' ' || case d.who when 'coordinator' then a.school else a.school % 20 end), d.relation, d.step, d.from_status, d.to_status,
      case when d.step = 'assign' then pg_temp.id('specialist ' || a.school % 20) end
    from asked a join done d on d.version <= a.version;
  insert into question_entry_words (tenant_id, question_id, version, text)
    select pg_temp.tenant(), a.id, d.version, 'Wij spraken met het team en kiezen samen een rustig begin van de dag.' from asked a join done d on d.version <= a.version and d.says;
  insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at, began_at)
    select pg_temp.tenant(), gen_random_uuid(), id, pg_temp.id('specialist ' || school % 20), 'assigned', 'Begeleider', 'active', 2, touched::date - 65, touched::date + 11, touched, touched
    from asked where version >= 5;`;

/** Questions of the contact person's schools. */
export async function findQuestionsOf(superUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const found = await client.query<{ id: string }>(
      `select q.id from support_question q join school s on s.tenant_id = q.tenant_id and s.id = q.school_id
       where substr(s.code, 2)::int % 20 = 1 order by q.number`,
    );
    return found.rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
