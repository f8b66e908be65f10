-- Who subtracts a board from an area found what is left: an area with one school more than a board told how many people of that school had
-- answered. A release now counts of each board how much of it lies in which area, hides what would tell a small one, and tells none of them.

/* As it stands in 0066, with the areas in which each board has schools, and boards with few schools first: what is hidden for the sake of
   another is the next in this order, and so a small board for a small one. How many schools a board has everybody can look up. */
create or replace function job_release_ground(p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform only_a_job(p_clock);
  return (select coalesce(jsonb_agg(jsonb_build_object(
    'tenantId', t.tenant_id, 'today', app_today(),
    'since', least((select min(v.on_date) from visit v where v.tenant_id = t.tenant_id),
      (select min(q.submitted_on) from support_question q where q.tenant_id = t.tenant_id)),
    'made', (select coalesce(jsonb_agg(jsonb_build_array(r.measure, r.span, r.starts_on)), '[]') from measure_release r where r.tenant_id = t.tenant_id),
    'board', (select coalesce(jsonb_agg(b.id order by s.schools, b.name, b.code), '[]') from board b
      cross join lateral (select count(*) as schools from school s where s.tenant_id = b.tenant_id and s.board_id = b.id) s where b.tenant_id = t.tenant_id),
    'area', (select coalesce(jsonb_agg(a.id order by a.name, a.id), '[]') from area a where a.tenant_id = t.tenant_id),
    'areasOf', (select coalesce(jsonb_object_agg(s.board, s.areas), '{}') from (
      select coalesce(s.board_id::text, 'none') as board, jsonb_agg(distinct coalesce(s.area_id::text, 'none')) as areas
      from school s where s.tenant_id = t.tenant_id group by 1) s),
    'expertise', (select coalesce(jsonb_agg(e.code order by e.position, e.code), '[]') from expertise e where e.tenant_id = t.tenant_id),
    'ambition', (select coalesce(jsonb_agg(a.id order by a.starts_on, a.id), '[]') from ambition a where a.tenant_id = t.tenant_id and not a.is_draft),
    'criterion', (select coalesce(jsonb_agg('criterion_' || c.nth order by c.nth), '[]') from basic_criterion c where c.tenant_id = t.tenant_id)
    ) order by t.tenant_id), '[]') from tenant t);
end
$$;

/* As in 0059; that there is such a cell is nobody's business. */
drop policy reader_of_board on measure_release_cell;
create policy reader_of_board on measure_release_cell for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and (board_id is null or (dimension <> 'area' and (board_id = any ((select app_ids('boards'))::uuid[])
    or (select app_texts('roles')) && array['partnership_director', 'policy_adviser', 'team_lead']))));
