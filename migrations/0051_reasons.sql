-- Why somebody comes, out of a plan, for a school to read: a code whose sentence names nobody (src/planner/model/school.words.ts).

alter table assignment_proposal add because text check (because in ('stationed', 'chosen', 'fits', 'able'));
grant insert (because) on assignment_proposal to kortelijn_app;

/* As it stands in 0050, with words: those of the code. p_proposals: [{id, specialistId, schoolId, dagdelen, from, until (half-open), questionsShare,
   ambitions, continuesId, planId, words}]. */
create or replace function propose_stationings(p_proposals jsonb) returns table (proposal_id uuid, codes text[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  p record;
begin
  for p in select x.* from rows from (jsonb_to_recordset(p_proposals) as (id uuid, "specialistId" uuid, "schoolId" uuid, dagdelen numeric,
      "from" date, "until" date, "questionsShare" int, ambitions jsonb, "continuesId" uuid, "planId" uuid, words text)) with ordinality
      as x (id, specialist, school, dagdelen, begins, ends, share, ambitions, continues, plan, words, nth) order by x.nth
  loop
    proposal_id := p.id;
    codes := '{}';
    begin
      perform propose_stationing(p.id, p.specialist, p.school, null, '{}', p.dagdelen, p.begins, p.ends, p.share, p.ambitions, null, p.continues, p.plan, p.words);
    exception when sqlstate 'KL001' then
      codes := string_to_array(sqlerrm, ',');
    end;
    return next;
  end loop;
end
$$;
