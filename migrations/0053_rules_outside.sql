/* As it stands in 0045. An edition of a post that is not for everybody is told to visitors once it holds, as no more than its day (without
   body and post), and only in the place of an earlier one that they could read: else they would go by what no longer holds. */
create or replace function public_working_rules(p_host text, p_code text, p_subject text, p_post uuid)
returns table (id uuid, subject text, "startsOn" date, body text, post jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with known as (
    select r.id, r.subject, r.starts_on, r.body, is_public(o) as is_open,
      jsonb_build_object('id', o.id, 'code', o.code, 'slug', t.slug, 'title', t.title) as post
    from working_rule r join post o on o.tenant_id = r.tenant_id and o.id = r.post_id
    join post_text t on t.tenant_id = o.tenant_id and t.post_id = o.id and t.original
    where r.known_from <= (select app_now()) and (p_subject is null or r.subject = p_subject) and (p_post is null or r.post_id = p_post)
      and (p_post is not null or r.tenant_id = coalesce((select h.tenant_id from tenant h where h.host_name = p_host),
        (select c.tenant_id from tenant c where c.code = p_code or c.swv_number = p_code order by c.code = p_code desc limit 1),
        (select (array_agg(a.tenant_id))[1] from tenant a having count(*) = 1)))
  )
  select case when k.is_open then k.id end, k.subject, k.starts_on, case when k.is_open then k.body end, case when k.is_open then k.post end
  from known k
  where k.is_open or (p_post is null and k.starts_on <= (select app_today())
    and exists (select from known b where b.is_open and b.subject = k.subject and b.starts_on < k.starts_on))
  order by k.subject, k.starts_on desc
  limit 100
$$;
