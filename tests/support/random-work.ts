/** A partnership at work, made up by dice that fall the same way for the same seed: every shape of row that a measure looks at. */

/** SQL for a superuser, in one session. Parameters: none; the seed and the partnership are told. Past keys and triggers. */
export const randomWork = (tenantId: string, seed: number): string => `
set session_replication_role = replica;
select setseed(${seed / 1000});
create or replace function pg_temp.id(what text) returns uuid language sql immutable
  as $$ select overlay(overlay(md5('${tenantId} ' || what) placing '7' from 13) placing '8' from 17)::uuid $$;
-- A whole number from 0 up to and without n.
create or replace function pg_temp.dice(n int) returns int language sql volatile as $$ select floor(random() * n)::int $$;
create or replace function pg_temp.some_day() returns date language sql volatile as $$ select date '2025-06-01' + pg_temp.dice(420) $$;
insert into tenant (tenant_id, code, name, preset, holiday_region)
  values ('${tenantId}', 'dobbel-${seed}', 'Dobbel ${seed}', 'rotterdam', 'midden');
insert into planning_settings (tenant_id, dagdeel_hours) select '${tenantId}', 3.5 where pg_temp.dice(2) = 0;
insert into board (tenant_id, id, code, name) select '${tenantId}', pg_temp.id('board ' || n), 'B' || n, 'Bestuur ' || n from generate_series(0, 2) n;
insert into area (tenant_id, id, code, name) select '${tenantId}', pg_temp.id('area ' || n), 'A' || n, 'Gebied ' || n from generate_series(0, 1) n;
insert into school (tenant_id, id, code, name, board_id, area_id, kind, ended_on)
  select '${tenantId}', pg_temp.id('school ' || n), 'DB0' || n || '00', 'School ' || n, case when n > 0 then pg_temp.id('board ' || n % 3) end,
    case when n <> 3 then pg_temp.id('area ' || n % 2) end, (array['BO', null, 'SBO', 'BO'])[1 + n % 4],
    case when n = 6 then date '2025-07-15' when n = 7 then date '2026-02-01' end from generate_series(0, 9) n;
insert into holiday (tenant_id, id, scope, board_id, school_id, kind, name, starts_on, ends_on)
  select '${tenantId}'::uuid, gen_random_uuid(), 'tenant', null::uuid, null::uuid, 'free', 'Vakantie', d, d + 1 + pg_temp.dice(16)
    from generate_series(0, 9) n cross join lateral (select date '2025-05-01' + n * 50 + pg_temp.dice(20) + 0 * n as d) x
  union all select '${tenantId}'::uuid, gen_random_uuid(), 'board', pg_temp.id('board ' || n % 2), null, case when pg_temp.dice(2) = 0 then 'free' else 'open' end, 'Bestuur', d, d + 1 + pg_temp.dice(9)
    from generate_series(0, 11) n cross join lateral (select date '2025-05-01' + n * 40 + pg_temp.dice(20) + 0 * n as d) x
  union all select '${tenantId}'::uuid, gen_random_uuid(), 'school', null, pg_temp.id('school ' || n % 4), case when pg_temp.dice(3) > 0 then 'free' else 'open' end, 'Studiedag', d, d + 1 + pg_temp.dice(4)
    from generate_series(0, 39) n cross join lateral (select date '2025-05-01' + n * 11 + pg_temp.dice(6) + 0 * n as d) x;
insert into expertise (tenant_id, code, name, position) select '${tenantId}', c, c, 1 from unnest(array['taal', 'rekenen', 'gedrag']) c on conflict do nothing;
insert into ambition (tenant_id, id, name, starts_on) values ('${tenantId}', pg_temp.id('ambition'), 'Rust', '2025-01-01'),
  ('${tenantId}', pg_temp.id('ambition 2'), 'Taal', '2025-01-01');
insert into person (tenant_id, id, name, email) select '${tenantId}', pg_temp.id('person ' || n), 'Persoon ' || n, 'p' || n || '.${seed}@dobbel.invalid' from generate_series(0, 9) n;
insert into appointment (tenant_id, id, person_id, role, school_id, board_id, starts_on) values
  ('${tenantId}', gen_random_uuid(), pg_temp.id('person 0'), 'specialist', null, null, '2020-01-01'), ('${tenantId}', gen_random_uuid(), pg_temp.id('person 1'), 'specialist', null, null, '2020-01-01'),
  ('${tenantId}', gen_random_uuid(), pg_temp.id('person 2'), 'specialist', null, null, '2020-01-01'), ('${tenantId}', gen_random_uuid(), pg_temp.id('person 5'), 'team_lead', null, null, '2020-01-01'),
  ('${tenantId}', gen_random_uuid(), pg_temp.id('person 6'), 'school_director', pg_temp.id('school 1'), null, '2020-01-01'),
  ('${tenantId}', gen_random_uuid(), pg_temp.id('person 7'), 'board_member', null, pg_temp.id('board 1'), '2020-01-01');
insert into specialist (tenant_id, person_id, from_special) select '${tenantId}', pg_temp.id('person ' || n), n <> 1 from generate_series(0, 2) n;
insert into specialist_expertise (tenant_id, person_id, expertise, level)
  select '${tenantId}', pg_temp.id('person ' || n), c, 2 from generate_series(0, 2) n, unnest(array['taal', 'rekenen', 'gedrag']) c where pg_temp.dice(3) > 0;
insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen) select '${tenantId}', gen_random_uuid(), pg_temp.id('person ' || n), date '2025-07-01' + pg_temp.dice(60),
  case when n = 2 then date '2026-05-01' end, 1, 6 + n from generate_series(0, 2) n;
insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on) values ('${tenantId}', gen_random_uuid(), pg_temp.id('person 0'), '2025-11-05', '2025-12-02'),
  ('${tenantId}', gen_random_uuid(), pg_temp.id('person 1'), '2026-06-24', null);

create temp table asked on commit drop as select n, pg_temp.id('question ' || n) as id, pg_temp.dice(10) as school, pg_temp.some_day() as d, pg_temp.dice(25) as a,
  pg_temp.dice(30) as b, pg_temp.dice(12) as state, pg_temp.dice(4) as lvl, pg_temp.dice(4) as exp, pg_temp.dice(3) as req, pg_temp.dice(5) as hand, pg_temp.dice(120) as e,
  pg_temp.dice(6) = 0 as faded from generate_series(0, 89) n;
insert into support_question (tenant_id, id, number, school_id, author_id, level, status, expertise, requested_dagdelen, hand_offs, signalled_on, asked_at, touched_at,
    submitted_on, involved_on, first_contact_on, started_on, ended_at, visit_minutes, faded_at, ambition_id)
  select '${tenantId}', id, upper(lpad(to_hex(${seed} * 1000 + n), 6, '0')), pg_temp.id('school ' || school), case when not faded or state < 6 then pg_temp.id('person 9') end,
    (array['school', 'team', 'group', 'pupil'])[1 + lvl], (array['draft', 'withdrawn', 'submitted', 'declined', 'assigned', 'started', 'completed', 'completed', 'stopped', 'stopped', 'followed_up', 'withdrawn'])[1 + state],
    case exp when 0 then '{}' when 1 then '{taal}' when 2 then '{rekenen,taal}' else '{gedrag}' end::text[], case when req > 0 then req * 1.5 end, hand, d - b, d - b, d,
    case when state > 0 and (state <> 1 or b > 10) then d end, case when state in (4, 5, 6, 8, 10) or (state = 2 and b > 20) then d - b + a end,
    case when state in (5, 6, 10) or (state = 8 and b > 9) then d + a end, case when state in (5, 6, 10) then d + a + b end,
    -- Around midnight, so that the hour in Amsterdam decides.
    case when state in (1, 3) or state > 5 then (d + e)::timestamptz + interval '22 hours 30 minutes' end,
    case when faded and state >= 6 then e * 3 end, case when faded and state >= 6 then (d + e)::timestamptz end, case when n % 5 = 0 then pg_temp.id('ambition 2') end
  from asked;
insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at, began_at, ended_at)
  select '${tenantId}', gen_random_uuid(), id, pg_temp.id('person ' || n % 3), case when n % 7 = 0 then 'thinks_along' else 'assigned' end, 'begeleider',
    case when n % 11 = 0 then 'declined' when state > 5 then 'ended' else 'active' end, 1 + n % 5, d + a, d + a + 1 + e, d, d, case when state > 5 then d + e end
  from asked where state > 3;
insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at, ended_because)
  select '${tenantId}', pg_temp.id('stationing ' || n), pg_temp.id('person ' || n % 3), case when n % 3 > 0 then pg_temp.id('school ' || n % 10) end, case when n % 3 = 0 then pg_temp.id('board ' || n % 2) end,
    0.5 + n % 3, d, d + 20 + pg_temp.dice(150), (array['agreed', 'active', 'ended', 'withdrawn', 'proposed'])[1 + n * 2 % 5], pg_temp.id('person 5'), d, case when n * 2 % 5 = 2 then 'done' end
  from generate_series(0, 11) n cross join lateral (select pg_temp.some_day() + 0 * n as d) x;
insert into stationing_school (tenant_id, stationing_id, school_id)
  select '${tenantId}', s.id, coalesce(s.school_id, h.id) from stationing s left join school h on h.tenant_id = s.tenant_id and h.board_id = s.board_id where s.tenant_id = '${tenantId}';
-- Two of three that ended never began.
insert into stationing_entry (tenant_id, stationing_id, version, id, at, relation, step, from_status, to_status, because, on_date)
  select s.tenant_id, s.id, 1, gen_random_uuid(), now(), '', case n when 6 then 'make_way' else 'end' end, 'agreed', 'ended', 'done',
    case n when 6 then s.starts_on - 1 when 11 then s.starts_on + 9 end from generate_series(1, 11, 5) n join stationing s on s.id = pg_temp.id('stationing ' || n);

create temp table made on commit drop as select n, pg_temp.id('visit ' || n) as id, pg_temp.dice(3) as sp, pg_temp.some_day() as d, pg_temp.dice(10) as school, 30 + pg_temp.dice(90) as m,
  pg_temp.dice(14) as late, pg_temp.dice(24) as answer, pg_temp.dice(5) as verdict, pg_temp.dice(9) = 0 as gone, pg_temp.dice(90) as q from generate_series(0, 119) n;
insert into visit (tenant_id, id, specialist_id, on_date, minutes, travel_minutes, kind, recorded_at, withdrawn_at)
  select '${tenantId}', id, pg_temp.id('person ' || sp), d, m, (m * 7) % 50, (array['observation', 'coaching', 'advice'])[1 + n % 3], d + late + interval '22 hours 30 minutes', case when gone then now() end from made;
insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date, verdict, words, answered_by, answered_at)
  select '${tenantId}', id, pg_temp.id('school ' || at_school), pg_temp.id('person ' || sp), d, (array['confirmed', 'confirmed', 'disputed'])[1 + verdict], case when verdict = 2 then 'Klopt niet' end,
    case when verdict < 3 then pg_temp.id('person 6') end, case when verdict < 3 then d + late + answer + interval '23 hours' end
  from made cross join lateral (select school union select (school + 1) % 10 where n % 4 = 0
    union select asked.school from asked where asked.n = made.q and made.n % 2 = 0 and not asked.faded) x (at_school);
insert into visit_share (tenant_id, visit_id, position, minutes, question_id, ambition_id, school_id, faded_level)
  select '${tenantId}'::uuid, made.id, 1, 20, asked.id, null::uuid, pg_temp.id('school ' || asked.school), null from made join asked on asked.n = made.q where made.n % 2 = 0 and not asked.faded
  union all select '${tenantId}'::uuid, id, 1, 20, null, null, pg_temp.id('school ' || school), 'pupil' from made where n % 2 = 1
  union all select '${tenantId}'::uuid, id, 2, m - 20, null, case when n % 3 = 0 then pg_temp.id('ambition') end, case when n % 4 > 0 then pg_temp.id('school ' || school) end, null from made;
update visit_share x set on_date = case when v.withdrawn_at is null then v.on_date end, kind = v.kind, travel_minutes = v.travel_minutes::float8 * x.minutes / v.minutes
  from visit v where v.tenant_id = x.tenant_id and v.id = x.visit_id and v.tenant_id = '${tenantId}';

insert into goal (tenant_id, id, question_id, school_id, level, title, scale, starts_on, target_on, made_at, pupil, dropped_at)
  select '${tenantId}', pg_temp.id('goal ' || n), id, pg_temp.id('school ' || school), 'group', 'Doel ' || n, 5 + n % 2, d, d + 30, d, lvl = 3, case when n % 9 = 0 then now() end from asked where state > 4;
alter table goal_score enable always trigger score_is_the_latest;
insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
  select '${tenantId}', gen_random_uuid(), pg_temp.id('goal ' || n), m, side, pg_temp.dice(5) - 2, d + 40 + pg_temp.dice(100), d + interval '40 days' + k * interval '1 day' + interval '1 minute' * pg_temp.dice(4000)
  from asked cross join unnest(array['start', 'end', 'follow_up']) m cross join unnest(array['school', 'specialist', 'parent']) side cross join generate_series(0, 1) k
  where state > 4 and pg_temp.dice(3) > 0;

insert into practice_note (tenant_id, id, author_id, edition, published_at, withdrawn_at, withdrawn_because, made_at, touched_at)
  select '${tenantId}', pg_temp.id('note ' || n), pg_temp.id('person 0'), case when n % 6 > 0 then 1 end, case when n % 6 > 0 then d + interval '22 hours 30 minutes' end,
    case when n % 7 = 0 then d end, case when n % 7 = 0 then 'oud' end, d, d from generate_series(0, 24) n cross join lateral (select pg_temp.some_day() + 0 * n as d) x;
insert into practice_note_edition (tenant_id, note_id, edition, author_id, state, title, situation, approach, expertise, reader_id)
  select '${tenantId}', pg_temp.id('note ' || n), e, pg_temp.id('person 0'), case when e = 1 then 'published' else 'draft' end, 'Kaart', 'Zo', 'Zo', (array['{}', '{taal}', '{gedrag}'])[1 + n % 3]::text[], pg_temp.id('person 1')
  from generate_series(0, 24) n, generate_series(1, 2) e;
insert into practice_note_use (tenant_id, id, note_id, person_id, at)
  select '${tenantId}', gen_random_uuid(), y.id, pg_temp.id('person ' || p), y.published_at + pg_temp.dice(330) * interval '1 day'
  from practice_note y cross join generate_series(0, 2) p where y.tenant_id = '${tenantId}' and y.published_at is not null and pg_temp.dice(3) > 0;

insert into yearly_answer (tenant_id, id, school_id, year, person_id, giver, grade, given_at)
  select '${tenantId}', gen_random_uuid(), pg_temp.id('school ' || (n * 3 + k * (1 + y)) % 10), 2023 + y, case when n % 4 > 0 then pg_temp.id('answerer ' || n) end,
    pg_temp.id('giver ' || n || ' ' || y), 1 + pg_temp.dice(10), case when n + k = 1 then timestamptz '2025-12-01' when n % 5 > 0 or k > 0 then
      make_date(2023 + y, 8, 1) + pg_temp.dice(364) + interval '22 hours 30 minutes' end
  from generate_series(0, 9) n, generate_series(0, 1) k, generate_series(1, 2) y where k = 0 or n % 2 = 1;
insert into basic_form (tenant_id, id, school_id, on_date, side, written_by, written_at, verdict, words, answered_by, answered_at, replaced_at)
  select '${tenantId}', pg_temp.id('form ' || n), pg_temp.id('school ' || pg_temp.dice(10)), d, 'school', pg_temp.id('person 6'), d + interval '1 minute' * n,
    case when v < 2 then 'agreed' when v = 2 then 'answered' end, case when v = 2 then 'Anders' end, case when v < 3 then pg_temp.id('person 9') end, case when v < 3 then d + interval '1 day' end,
    case when v = 3 then d + interval '1 day' end
  from generate_series(0, 59) n cross join lateral (select case when n = 0 then date '2025-12-01' else pg_temp.some_day() + 0 * n end as d, case when n = 0 then 0 else pg_temp.dice(4) + 0 * n end as v) x;
insert into basic_judgement (tenant_id, form_id, nth, school_id, asked, level)
  select f.tenant_id, f.id, c, f.school_id, 'Op orde', pg_temp.dice(3) from basic_form f, generate_series(1, 4) c where f.tenant_id = '${tenantId}' and (c < 4 or f.side = 'school');
`;
