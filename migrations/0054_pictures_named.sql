-- Pictures that a text names below it.

/* As it stands in 0044; `[plein]: beeld:1` shows a picture as `(beeld:1)` does. */
create or replace function remove_post_file(p_post uuid, p_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before post := lock_post(p_post, (select p.version from post p where p.tenant_id = app_tenant() and p.id = p_post));
  its_nth int := (select f.nth from post_file f where f.tenant_id = app_tenant() and f.post_id = p_post and f.id = p_id);
begin
  if its_nth is null then
    raise insufficient_privilege using message = 'no such file';
  end if;
  perform refuse_post(array_remove(array[
    case when before.published_at <= app_now() then 'stateAllows' end,
    case when exists (select from post_text t where t.tenant_id = app_tenant() and t.post_id = p_post
      and (t.picture_id = p_id or t.body ~* ('[(:]\s*<?beeld:(' || its_nth || '|' || p_id || ')\M'))) then 'pictureUsed' end
  ], null));
  delete from post_file_content where tenant_id = app_tenant() and file_id = p_id;
  delete from post_file where tenant_id = app_tenant() and post_id = p_post and id = p_id;
end
$$;
