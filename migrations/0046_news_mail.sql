-- Telling of news. Members get notices of posts, updates and rounds of asking; subscribers outside get letters. All of it goes through the
-- one outbox. To a person a letter only says that there is something; a subscriber's names public posts, and is worded when it leaves.

-- Notices ----------------------------------------------------------------------------------------------------------------

alter table notice_kind drop constraint notice_kind_default_choice_check;
alter table notice_kind add constraint notice_kind_default_choice_check check (default_choice in ('at_once', 'daily', 'weekly', 'never'));
alter table notice_choice drop constraint notice_choice_choice_check;
alter table notice_choice add constraint notice_choice_choice_check check (choice in ('at_once', 'daily', 'weekly', 'never'));
alter table notice drop constraint notice_mail_check;
alter table notice add constraint notice_mail_check check (mail in ('new', 'daily', 'weekly', 'done'));
-- The owner is under the law too.
alter table notice_kind no force row level security;
insert into notice_kind (kind, default_choice) values ('post', 'daily'), ('post_update', 'at_once'), ('consultation', 'at_once')
on conflict do nothing;
alter table notice_kind force row level security;

alter table notice drop constraint notice_subject_check;
alter table notice add constraint notice_subject_check
  check (subject in ('concern', 'conversation', 'person', 'question', 'stationing', 'post', 'promise', 'consultation'));
drop policy own on notice;
create policy own on notice for select to kortelijn_app using (
  tenant_id = (select app_tenant()) and person_id = (select app_person())
  and case subject
    when 'concern' then exists (select from concern c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
      and (kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = notice.tenant_id and e.concern_id = notice.subject_id and e.version = notice.version))
    when 'conversation' then exists (select from conversation k where k.tenant_id = notice.tenant_id and k.id = notice.subject_id)
    when 'question' then exists (select from support_question q where q.tenant_id = notice.tenant_id and q.id = notice.subject_id)
    when 'stationing' then exists (select from stationing s where s.tenant_id = notice.tenant_id and s.id = notice.subject_id)
    when 'post' then exists (select from post p where p.tenant_id = notice.tenant_id and p.id = notice.subject_id)
    when 'promise' then exists (select from promise p where p.tenant_id = notice.tenant_id and p.id = notice.subject_id)
    when 'consultation' then exists (select from consultation c where c.tenant_id = notice.tenant_id and c.id = notice.subject_id)
    else subject_id = (select app_person())
  end);

/* What somebody is today, as begin_request works it out for posts and rounds; a row for each person, or for one. */
create function held_today(p_tenant uuid, p_person uuid, p_today date)
returns table (person_id uuid, roles text[], writer boolean, reads_all boolean, at_school boolean, areas uuid[], boards uuid[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  with held as (
    select a.person_id, array_agg(distinct a.role) as roles,
      bool_or(a.role in ('editor', 'policy_adviser', 'team_lead')) as writer,
      bool_or(a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)) as reads_all,
      bool_or(a.role in ('school_director', 'support_coordinator', 'teacher')) as at_school,
      coalesce(array_agg(a.school_id) filter (where a.school_id is not null), '{}') as schools,
      coalesce(array_agg(a.board_id) filter (where a.role = 'board_member'), '{}') as boards
    from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.suspended_at is null
    where a.tenant_id = p_tenant and (p_person is null or a.person_id = p_person)
      and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)
    group by a.person_id
  )
  select h.person_id, h.roles, h.writer, h.reads_all, h.at_school,
    case when not (h.at_school or h.boards <> '{}') then '{}' else array(select distinct s.area_id from school s
      where s.tenant_id = p_tenant and s.area_id is not null and ((h.at_school and s.id = any (h.schools)) or s.board_id = any (h.boards))) end,
    h.boards || case when not h.at_school then '{}' else array(select distinct s.board_id from school s
      where s.tenant_id = p_tenant and s.board_id is not null and s.id = any (h.schools)) end
  from held h
$$;
call give_function('held_today(uuid, uuid, date)', 'kortelijn_gate', true);

/* Whether somebody may read a post that is out: as the policy on post; a test compares the two. */
create function reads_post(p post, p_person uuid, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from held_today(p.tenant_id, p_person, p_today) h where h.writer or (p.published_at <= app_now()
    and (h.reads_all or p.audiences && array['public', 'parents']
      or (((h.at_school and 'schools' = any (p.audiences)) or ('board_member' = any (h.roles) and 'boards' = any (p.audiences)))
        and ((p.areas = '{}' and p.boards = '{}') or p.areas && h.areas or p.boards && h.boards)))))
$$;
call give_function('reads_post(post, uuid, date)', 'kortelijn_gate', true);

/* Whom a post is meant for, of those who may read it: what is for parents alone, professionals find but are not told of. */
create function post_hearers(p post, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select h.person_id from held_today(p.tenant_id, null, p_today) h
  where (h.reads_all and p.audiences && array['public', 'professionals'])
    or (((h.at_school and p.audiences && array['public', 'schools']) or ('board_member' = any (h.roles) and p.audiences && array['public', 'boards']))
      and ((p.areas = '{}' and p.boards = '{}') or p.areas && h.areas or p.boards && h.boards))
$$;
call give_function('post_hearers(post, date)', 'kortelijn_gate', true);

/* Whom a round asks. */
create function consultation_hearers(c consultation, p_person uuid, p_today date) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select h.person_id from held_today(c.tenant_id, p_person, p_today) h
  where c.roles && h.roles and ((c.areas = '{}' and c.boards = '{}') or h.reads_all or c.areas && h.areas or c.boards && h.boards)
$$;
call give_function('consultation_hearers(consultation, uuid, date)', 'kortelijn_gate', true);

/* may_know as it stands in 0045, and posts and rounds. */
create or replace function may_know(n notice, p_today date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case n.subject
    when 'concern' then exists (select from concern c where c.tenant_id = n.tenant_id and c.id = n.subject_id
      and n.person_id in (select concern_circle(c, p_today))
      and (n.kind not in ('concern_shared', 'concern_step', 'invitation', 'board') or exists (select from concern_entry e
        where e.tenant_id = n.tenant_id and e.concern_id = n.subject_id and e.version = n.version
          and (e.board_reads or reads_whole_concern(c, n.person_id, p_today)))))
    when 'conversation' then exists (select from conversation k join appointment a on a.tenant_id = k.tenant_id and a.person_id = n.person_id
      where k.tenant_id = n.tenant_id and k.id = n.subject_id and (a.school_id = k.school_id or (a.school_id is null and a.board_id is null))
        and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today))
    when 'question' then exists (select from support_question q where q.tenant_id = n.tenant_id and q.id = n.subject_id
      and n.person_id in (select question_circle(q, p_today)))
    when 'stationing' then exists (select from stationing s where s.tenant_id = n.tenant_id and s.id = n.subject_id
      and (s.status <> 'withdrawn' or n.person_id = s.specialist_id or exists (select from appointment a where a.tenant_id = s.tenant_id
          and a.person_id = n.person_id and a.role = 'team_lead' and a.starts_on <= p_today and (a.ends_on is null or a.ends_on > p_today)))
      and stationing_relations(s, n.person_id, p_today) <> '{}')
    when 'post' then exists (select from post p where p.tenant_id = n.tenant_id and p.id = n.subject_id and p.withdrawn_at is null
      and reads_post(p, n.person_id, p_today))
    when 'promise' then exists (select from promise p join post o on o.tenant_id = p.tenant_id and o.id = p.post_id
      where p.tenant_id = n.tenant_id and p.id = n.subject_id and p.owner_id = n.person_id and p.kept_on is null and o.published_at <= app_now()
        and answers_for(p.tenant_id, p.owner_id, p_today))
    when 'consultation' then exists (select from consultation c where c.tenant_id = n.tenant_id and c.id = n.subject_id and c.status <> 'draft'
      and c.starts_on <= p_today and n.person_id in (select consultation_hearers(c, n.person_id, p_today)))
    else n.subject_id = n.person_id
  end and not exists (select from person p where p.tenant_id = n.tenant_id and p.id = n.person_id and p.suspended_at is not null)
$$;

/* What members were told of: the post itself (0) or its nth update; of a round its beginning (0) and what came of it (1). */
create table news_told (
  tenant_id uuid not null references tenant,
  subject text not null check (subject in ('post', 'consultation')),
  subject_id uuid not null,
  nth int not null,
  at timestamptz not null,
  primary key (tenant_id, subject, subject_id, nth)
);
call put_under_law('news_told');
create policy gate_keeps on news_told for insert to kortelijn_gate with check (true);
grant insert on news_told to kortelijn_gate;
create index post_by_hour on post (published_at) where published_at is not null;
create index post_update_by_hour on post_update (at);

/* Tells members of posts and updates whose hour came, each once, and not who published them; and of rounds that ask them. Of an update
   whoever read the post hears as such; the others of its audience as of a post. Gives how many notices it left. */
create function tell_news(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  news record;
  told int := 0;
  more int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for news in
    select p, 0 as nth, p.published_at as at, p.published_by as by_id from post p
    where p.published_at <= app_now() and p.published_at > app_now() - interval '7 days' and p.withdrawn_at is null
      and not exists (select from news_told t where t.tenant_id = p.tenant_id and t.subject = 'post' and t.subject_id = p.id and t.nth = 0)
    union all
    select p, u.nth, u.at, u.by_id from post_update u join post p on p.tenant_id = u.tenant_id and p.id = u.post_id
    where u.at <= app_now() and u.at > app_now() - interval '7 days' and p.published_at <= app_now() and p.withdrawn_at is null
      and not exists (select from news_told t where t.tenant_id = p.tenant_id and t.subject = 'post' and t.subject_id = p.id and t.nth = u.nth)
    order by 3
  loop
    insert into news_told values ((news.p).tenant_id, 'post', (news.p).id, news.nth, app_now()) on conflict do nothing;
    continue when not found;
    insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at)
    select (news.p).tenant_id, h.person_id, case when news.nth > 0 and r.person_id is not null then 'post_update' else 'post' end,
      'post', (news.p).id, news.nth, news.at
    from (
      select post_hearers(news.p, app_today()) as person_id
      union
      select x.person_id from post_reading x where news.nth > 0 and x.tenant_id = (news.p).tenant_id and x.post_id = (news.p).id
        and reads_post(news.p, x.person_id, app_today())
    ) h left join post_reading r on r.tenant_id = (news.p).tenant_id and r.post_id = (news.p).id and r.person_id = h.person_id
    where h.person_id is distinct from news.by_id
    on conflict do nothing;
    get diagnostics more = row_count;
    told := told + more;
  end loop;
  for news in
    select c, case when c.status = 'open' then 0 else 1 end as nth from consultation c
    where ((c.status = 'open' and c.starts_on <= app_today() and c.ends_on > app_today() and day_has_begun())
        or (c.status = 'summarised' and c.summarised_at > app_now() - interval '7 days'))
      and not exists (select from news_told t where t.tenant_id = c.tenant_id and t.subject = 'consultation' and t.subject_id = c.id
        and t.nth = case when c.status = 'open' then 0 else 1 end)
  loop
    insert into news_told values ((news.c).tenant_id, 'consultation', (news.c).id, news.nth, app_now()) on conflict do nothing;
    continue when not found;
    insert into notice (tenant_id, person_id, kind, subject, subject_id, version, at)
    select (news.c).tenant_id, h, 'consultation', 'consultation', (news.c).id, news.nth, app_now()
    from consultation_hearers(news.c, null, app_today()) h where h is distinct from (news.c).made_by
    on conflict do nothing;
    get diagnostics more = row_count;
    told := told + more;
  end loop;
  return told;
end
$$;
call give_function('tell_news(timestamptz)', 'kortelijn_gate');

/* Whoever reads a post has read what they were told of it. */
grant update (read_at) on notice to kortelijn_gate;
create function post_notices_read() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update notice set read_at = app_now()
  where tenant_id = new.tenant_id and person_id = new.person_id and subject_id = new.post_id and subject = 'post' and read_at is null;
  return null;
end
$$;
call give_function('post_notices_read()', 'kortelijn_gate', true);
create trigger reading_reads_notices after insert or update on post_reading for each row execute function post_notices_read();

-- Subscribers ------------------------------------------------------------------------------------------------------------

-- Each letter carries a link with a secret of its own (outbox.secret_hash): nothing here opens anything.
alter table subscription drop column secret_hash,
  add letters int not null default 0, -- letters it asked for lately, so that nobody fills somebody else's mailbox
  add lettered_at timestamptz;
create index subscription_to_tell on subscription (frequency, tenant_id, told_until) where confirmed_at is not null;
create index subscription_unconfirmed on subscription (made_at) where confirmed_at is null;
create policy gate_keeps on subscription for all to kortelijn_gate using (true) with check (true);
grant insert, update, delete on subscription to kortelijn_gate;

/* How many subscriptions ended on a day, and how. Nothing else stays of them. */
create table subscription_end (
  tenant_id uuid not null references tenant,
  day date not null,
  how text not null check (how in ('stopped', 'refused', 'unconfirmed')),
  n int not null,
  primary key (tenant_id, day, how)
);
/* What became of the letters that told of a post. */
create table post_mail (
  tenant_id uuid not null references tenant,
  post_id uuid not null,
  laid int not null default 0,
  sent int not null default 0,
  refused int not null default 0,
  uncertain int not null default 0, -- whether it arrived nobody knows, so it is not sent again
  dropped int not null default 0, -- not sent: who it was for stopped, or the post was withdrawn
  primary key (tenant_id, post_id),
  foreign key (tenant_id, post_id) references post
) with (fillfactor = 50);
do $$
declare
  name text;
begin
  foreach name in array array['subscription_end', 'post_mail'] loop
    call put_under_law(name::regclass);
    execute format('create policy gate_counts on %I for all to kortelijn_gate using (true) with check (true)', name);
    execute format('grant insert, update on %I to kortelijn_gate', name);
  end loop;
end
$$;

-- The outbox -------------------------------------------------------------------------------------------------------------

alter table outbox alter person_id drop not null, alter subject drop not null, alter lines drop not null, alter link drop not null,
  add subscription_id uuid, -- null again when it ended
  add posts uuid[] not null default '{}', -- what a letter of kind «news» tells of
  add since timestamptz, -- what was published until then its reader was told before
  add items jsonb, -- lines of an overview, each with its own link
  add bulk boolean not null default false, -- goes after everything else, and never a second time when it may have arrived
  add secret_hash bytea unique, -- of the link in a letter to a subscriber
  add foreign key (tenant_id, subscription_id) references subscription on delete set null (subscription_id),
  add constraint "to a person or to a subscriber" check ((person_id is null) = (kind in ('news', 'news_confirm', 'news_known'))
    and (person_id is null or subscription_id is null)),
  add constraint "to a subscriber it is worded when it leaves" check (num_nulls(subject, lines, link) = case when person_id is null then 3 else 0 end
    and (posts <> '{}') = (kind = 'news') and (since is not null) = (kind = 'news') and (kind <> 'news' or bulk)),
  add constraint "lines of this site" check (items is null or (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 40
    and not jsonb_path_exists(items, '$[*] ? (!(@.link like_regex "^/([!-.0-\\[\\]-~][!-~]*)?$") || !(@.text like_regex "^[^[:cntrl:]]+$"))')));
create index outbox_of_subscription on outbox (tenant_id, subscription_id);
drop index outbox_waiting;
create index outbox_waiting on outbox (bulk, next_try_at) where sent_at is null and given_up_at is null;

/* Counts what becomes of each letter to a subscriber, for every post in it, in the transaction in which it happens. */
create function letters_are_counted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into post_mail (tenant_id, post_id, laid)
  select l.tenant_id, post, count(*) from laid l cross join unnest(l.posts) as post group by 1, 2 order by 1, 2
  on conflict (tenant_id, post_id) do update set laid = post_mail.laid + excluded.laid;
  return null;
end
$$;
create function letter_end_is_counted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  what constant text := case when tg_op = 'DELETE' then 'dropped' when new.sent_at is not null then 'sent' when new.last_fault = 'uncertain' then 'uncertain'
    when new.last_fault in ('stopped', 'withdrawn', 'late') then 'dropped' else 'refused' end;
begin
  -- In one order, so that two workers never wait for each other.
  perform from post_mail m where m.tenant_id = old.tenant_id and m.post_id = any (old.posts) order by m.post_id for update;
  update post_mail set sent = sent + (what = 'sent')::int, refused = refused + (what = 'refused')::int,
    uncertain = uncertain + (what = 'uncertain')::int, dropped = dropped + (what = 'dropped')::int
  where tenant_id = old.tenant_id and post_id = any (old.posts);
  return null;
end
$$;
call give_function('letters_are_counted()', 'kortelijn_gate', true);
call give_function('letter_end_is_counted()', 'kortelijn_gate', true);
create trigger letters_are_counted after insert on outbox referencing new table as laid for each statement execute function letters_are_counted();
create trigger letter_end_is_counted after update on outbox for each row when (old.posts <> '{}' and old.sent_at is null and old.given_up_at is null
  and (new.sent_at is not null or new.given_up_at is not null)) execute function letter_end_is_counted();
create trigger dropped_letter_is_counted after delete on outbox for each row when (old.posts <> '{}' and old.sent_at is null and old.given_up_at is null)
  execute function letter_end_is_counted();

/* Ends a subscription: the row goes, and what still lay ready for it. One number stays. */
create function end_subscription(p_tenant uuid, p_id uuid, p_how text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from outbox where tenant_id = p_tenant and subscription_id = p_id and sent_at is null and given_up_at is null and lease is null;
  delete from subscription where tenant_id = p_tenant and id = p_id;
  if not found then
    return false;
  end if;
  insert into subscription_end values (p_tenant, app_today(), p_how, 1)
  on conflict (tenant_id, day, how) do update set n = subscription_end.n + 1;
  return true;
end
$$;
call give_function('end_subscription(uuid, uuid, text)', 'kortelijn_gate', true);

/* Words as they read now: as fixed_text, outside anybody's request. */
create function letter_text(p_tenant uuid, p_post uuid, p_language text, p_part text, p_text text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  f record;
  fixed text := p_text;
begin
  for f in select x.before, x.after from post_fix x where x.tenant_id = p_tenant and x.post_id = p_post and x.language = p_language and x.part = p_part
    order by x.nth
  loop
    fixed := overlay(fixed placing f.after from position(f.before in fixed) for length(f.before));
  end loop;
  return fixed;
end
$$;
call give_function('letter_text(uuid, uuid, text, text, text)', 'kortelijn_gate', true);

/* The posts of a letter as its reader gets them now, in their language where there is one: without what was withdrawn meanwhile. */
create function letter_posts(o outbox, p_language text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('title', letter_text(p.tenant_id, p.id, t.language, 'title', t.title),
    'lead', letter_text(p.tenant_id, p.id, t.language, 'lead', t.lead), 'language', t.language,
    'path', '/nieuws/' || t.slug || '-' || p.code || case when t.original then '' else '/' || t.language end,
    'updated', case when p.published_at <= o.since then u.reason end) order by p.touched_at desc, p.id desc), '[]')
  from post p
  cross join lateral (select x.* from post_text x where x.tenant_id = p.tenant_id and x.post_id = p.id
    and (x.original or (x.language = p_language and (x.published_at is null or x.published_at <= app_now())))
    order by x.language = p_language desc limit 1) t
  left join lateral (select y.reason from post_update n join post_update_text y on y.tenant_id = n.tenant_id and y.post_id = n.post_id and y.update_id = n.id
    where n.tenant_id = p.tenant_id and n.post_id = p.id and n.at <= app_now() order by n.nth desc, y.language = t.language desc, y.language limit 1) u on true
  where p.tenant_id = o.tenant_id and p.id = any (o.posts) and p.published_at <= app_now() and p.withdrawn_at is null
    and p.audiences && array['public', 'parents']
$$;
call give_function('letter_posts(outbox, text)', 'kortelijn_gate', true);

/* claim_mail as it stands in 0010, and letters to subscribers: after everything else, and never again once a worker fell silent with one.
   With p_bulk only those. */
drop function claim_mail(timestamptz);
create function claim_mail(p_bulk boolean, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  o outbox;
  p person;
  s subscription;
  news jsonb;
  fault text;
  held constant uuid := gen_random_uuid();
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  loop
    select * into o from outbox w where w.sent_at is null and w.given_up_at is null and w.next_try_at <= app_now() and (w.bulk or not p_bulk)
      and (w.to_address is not null or w.person_id is null or not exists (select from outbox x where x.tenant_id = w.tenant_id and x.person_id = w.person_id
        and x.to_address is not null and x.sent_at is null and x.given_up_at is null and x.made_at > app_now() - interval '1 day'))
    order by w.bulk, w.next_try_at limit 1 for update skip locked;
    if not found then
      return null;
    end if;
    news := null;
    if o.person_id is null then
      select * into s from subscription where tenant_id = o.tenant_id and id = o.subscription_id;
      news := jsonb_build_object('kind', o.kind, 'language', s.language, 'frequency', s.frequency, 'posts', letter_posts(o, s.language));
      fault := case when s.id is null then 'stopped' when o.bulk and o.lease is not null then 'uncertain'
        when o.kind = 'news' and news -> 'posts' = '[]' then 'withdrawn' end;
    else
      select * into p from person where tenant_id = o.tenant_id and id = o.person_id;
      fault := case when p.suspended_at is not null and o.to_address is null then 'suspended' end;
    end if;
    fault := coalesce(fault, case when o.made_at < app_now() - interval '30 days' then 'late' end);
    if fault is not null then
      update outbox set given_up_at = app_now(), last_fault = fault, lease = null where tenant_id = o.tenant_id and id = o.id;
    else
      update outbox set attempts = attempts + 1, tried_at = coalesce(tried_at, app_now()), lease = held, next_try_at = app_now() + interval '10 minutes'
      where tenant_id = o.tenant_id and id = o.id;
      return (
        select jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'key', o.key,
          'to', case when o.person_id is null then s.email else coalesce(o.to_address, p.email) end, 'partnership', t.name,
          'subject', o.subject, 'lines', o.lines, 'link', o.link, 'items', o.items, 'calendar', o.calendar, 'news', news, 'lease', held,
          'attempts', o.attempts + 1, 'minutesTrying', floor(extract(epoch from app_now() - coalesce(o.tried_at, app_now())) / 60))
        from tenant t where t.tenant_id = o.tenant_id);
    end if;
  end loop;
end
$$;
call give_function('claim_mail(boolean, timestamptz)', 'kortelijn_gate');

/* settle_mail as it stands in 0010. p_refused: the server does not take this address; after three times in a row the subscription ends. */
drop function settle_mail(uuid, uuid, uuid, boolean, int, text, timestamptz);
create function settle_mail(p_tenant uuid, p_id uuid, p_lease uuid, p_sent boolean, p_again_in int, p_fault text, p_refused boolean, p_clock timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  whose uuid;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update outbox set lease = null, last_fault = p_fault,
    sent_at = case when p_sent then app_now() end,
    given_up_at = case when not p_sent and p_again_in is null then app_now() end,
    next_try_at = case when p_again_in is null then next_try_at else app_now() + make_interval(mins => p_again_in) end
  where tenant_id = p_tenant and id = p_id and lease = p_lease and sent_at is null and given_up_at is null
  returning subscription_id into whose;
  if p_sent then
    update subscription set bounces = 0 where tenant_id = p_tenant and id = whose and bounces > 0;
  elsif p_refused then
    update subscription set bounces = bounces + 1 where tenant_id = p_tenant and id = whose;
    perform end_subscription(s.tenant_id, s.id, 'refused') from subscription s
    where s.tenant_id = p_tenant and s.id = whose and (s.bounces >= 3 or s.confirmed_at is null);
  end if;
end
$$;
call give_function('settle_mail(uuid, uuid, uuid, boolean, int, text, boolean, timestamptz)', 'kortelijn_gate');

/* The secret of the link in a letter to a subscriber that is leaving: its hash. */
create function letter_secret(p_tenant uuid, p_id uuid, p_lease uuid, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update outbox set secret_hash = p_hash where tenant_id = p_tenant and id = p_id and lease = p_lease and person_id is null and sent_at is null;
  if not found then
    raise insufficient_privilege using message = 'this letter asks for no secret';
  end if;
end
$$;
call give_function('letter_secret(uuid, uuid, uuid, bytea)', 'kortelijn_gate');

/* As in 0010; what subscribers' servers refuse is the editor's to know, as a number. */
create or replace function mail_troubles() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when app_is('administrator') then (
    select jsonb_build_object(
      'waiting', count(*) filter (where sent_at is null and given_up_at is null and last_fault is not null),
      'givenUp', count(*) filter (where given_up_at > app_now() - interval '30 days' and last_fault not in ('suspended', 'late', 'replaced')))
    from outbox where tenant_id = app_tenant() and person_id is not null) end
$$;

-- Who comes, changes and goes --------------------------------------------------------------------------------------------

/* Somebody asks for letters to an address. Whether it was known already shows nowhere but in the letter it gets; who is subscribed stays so
   as they were. At most five letters a day, ten minutes apart, whoever asks. */
create function ask_subscription(p_tenant uuid, p_id uuid, p_email text, p_language text, p_audiences text[], p_topics text[], p_frequency text,
  p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s subscription;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  insert into subscription (tenant_id, id, email, made_at) values (p_tenant, p_id, p_email, app_now()) on conflict (tenant_id, email) do nothing;
  select * into s from subscription where tenant_id = p_tenant and email = p_email for update;
  if s.confirmed_at is null then
    update subscription set language = p_language, audiences = p_audiences, frequency = p_frequency, made_at = app_now(), topics = array(
      select t.code from topic t where t.tenant_id = p_tenant and t.code = any (p_topics) order by t.code)
    where tenant_id = p_tenant and id = s.id;
  end if;
  if s.lettered_at > app_now() - interval '10 minutes' or (s.letters >= 5 and s.lettered_at > app_now() - interval '1 day') then
    return;
  end if;
  update subscription set lettered_at = app_now(), letters = case when s.lettered_at > app_now() - interval '1 day' then s.letters + 1 else 1 end
  where tenant_id = p_tenant and id = s.id;
  insert into outbox (tenant_id, id, subscription_id, kind, key, made_at, next_try_at)
  select p_tenant, x, s.id, case when s.confirmed_at is null then 'news_confirm' else 'news_known' end, 'news_asked ' || x, app_now(), app_now()
  from gen_random_uuid() x;
end
$$;
call give_function('ask_subscription(uuid, uuid, text, text, text[], text[], text, timestamptz)', 'kortelijn_gate');

/* The topics somebody outside may choose from. */
create function public_topics(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) order by t.position, t.name), '[]')
  from topic t where t.tenant_id = p_tenant and (t.ended_on is null or t.ended_on > app_today())
$$;
/* The subscription behind the link of a letter, as long as the letter is remembered. Of its address as much as its owner knows it by. */
create function subscription_behind(p_hash bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object('partnership', jsonb_build_object('name', t.name, 'code', t.code), 'tenantId', s.tenant_id,
    'address', left(s.email, 1) || '…' || substr(s.email, position('@' in s.email)),
    'confirmed', s.confirmed_at is not null, 'language', s.language, 'audiences', s.audiences, 'topics', s.topics,
    'frequency', s.frequency, 'version', s.version, 'choices', public_topics(s.tenant_id))
  from outbox o join subscription s on s.tenant_id = o.tenant_id and s.id = o.subscription_id join tenant t on t.tenant_id = s.tenant_id
  where o.secret_hash = p_hash
$$;

call give_function('public_topics(uuid)', 'kortelijn_gate');
call give_function('subscription_behind(bytea)', 'kortelijn_gate');

/* From now on letters come. False: there is nothing behind this link (any more). */
create function confirm_subscription(p_hash bytea, p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update subscription s set confirmed_at = coalesce(s.confirmed_at, app_now()), told_until = coalesce(s.told_until, app_now())
  from outbox o where o.secret_hash = p_hash and s.tenant_id = o.tenant_id and s.id = o.subscription_id;
  return found;
end
$$;
call give_function('confirm_subscription(bytea, timestamptz)', 'kortelijn_gate');

/* Other choices. Null: nothing behind this link; false: somebody changed them meanwhile. */
create function change_subscription(p_hash bytea, p_version int, p_language text, p_audiences text[], p_topics text[], p_frequency text,
  p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  s subscription;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  select x.* into s from outbox o join subscription x on x.tenant_id = o.tenant_id and x.id = o.subscription_id
  where o.secret_hash = p_hash and x.confirmed_at is not null for update of x;
  if not found or s.version <> p_version then
    return case when s.id is not null then false end;
  end if;
  update subscription set language = p_language, audiences = p_audiences, frequency = p_frequency, version = version + 1, topics = array(
    select t.code from topic t where t.tenant_id = s.tenant_id and t.code = any (p_topics) order by t.code)
  where tenant_id = s.tenant_id and id = s.id;
  return true;
end
$$;
call give_function('change_subscription(bytea, int, text, text[], text[], text, timestamptz)', 'kortelijn_gate');

/* No letters any more, at once. */
create function stop_subscription(p_hash bytea, p_clock timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return coalesce((select end_subscription(o.tenant_id, o.subscription_id, 'stopped') from outbox o
    where o.secret_hash = p_hash and o.subscription_id is not null), false);
end
$$;
call give_function('stop_subscription(bytea, timestamptz)', 'kortelijn_gate');

-- Letters ----------------------------------------------------------------------------------------------------------------

/* Lays letters ready for at most p_limit subscribers who are due: at once (after half a minute, so that a post in the midst of being kept is not
   passed over), each day at seven, each Monday at seven. Each hears once of everything that came since they heard last, for two weeks at most,
   and nobody of what they published themselves. Gives how many subscribers it looked at; none: there is no more to do. */
create function lay_news(p_limit int, p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  due record;
  looked int;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for due in
    select f.frequency, f.until from (select app_now() at time zone 'Europe/Amsterdam' - interval '7 hours' as morning) m
    cross join lateral (values ('at_once', app_now() - interval '30 seconds'),
      ('daily', (date_trunc('day', m.morning) + interval '7 hours') at time zone 'Europe/Amsterdam'),
      ('weekly', (date_trunc('week', m.morning) + interval '7 hours') at time zone 'Europe/Amsterdam')) as f (frequency, until)
  loop
    with news as materialized (
      select p.tenant_id, p.id, p.audiences, p.topics, h.at, (select lower(x.email) from person x where x.tenant_id = p.tenant_id and x.id = h.by_id) as by_email
      from (
        select p.tenant_id, p.id, p.published_at as at, p.published_by as by_id from post p
        where p.published_at <= due.until and p.published_at > app_now() - interval '14 days'
        union all
        select u.tenant_id, u.post_id, u.at, u.by_id from post_update u where u.at <= due.until and u.at > app_now() - interval '14 days'
      ) h join post p on p.tenant_id = h.tenant_id and p.id = h.id
      where p.audiences && array['public', 'parents'] and p.withdrawn_at is null and p.published_at <= due.until
    ), latest as (
      select tenant_id, max(at) as at from news group by tenant_id
    ), heard as (
      select s.* from latest l join subscription s on s.tenant_id = l.tenant_id and s.told_until < l.at
      where s.confirmed_at is not null and s.frequency = due.frequency order by s.tenant_id, s.id limit p_limit for update of s skip locked
    ), letters as (
      select s.tenant_id, s.id, s.told_until, array_agg(distinct n.id) as posts from heard s join news n on n.tenant_id = s.tenant_id and n.at > s.told_until
        and n.audiences && s.audiences and (s.topics = '{}' or n.topics && s.topics) and n.by_email is distinct from s.email
      group by s.tenant_id, s.id, s.told_until
    ), laid as (
      insert into outbox (tenant_id, id, subscription_id, kind, key, posts, since, bulk, made_at, next_try_at)
      select l.tenant_id, gen_random_uuid(), l.id, 'news', 'news ' || l.id || ' ' || l.told_until, l.posts, l.told_until, true, app_now(), app_now()
      from letters l on conflict (tenant_id, key) do nothing
    ), moved as (
      update subscription s set told_until = due.until from heard h where s.tenant_id = h.tenant_id and s.id = h.id returning s.id
    )
    select count(*) into looked from moved;
    if looked > 0 then
      return looked;
    end if;
  end loop;
  return 0;
end
$$;
call give_function('lay_news(int, timestamptz)', 'kortelijn_gate');

/* Lets go of what nobody confirmed for three days. */
create function tidy_subscriptions(p_clock timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (select count(end_subscription(s.tenant_id, s.id, 'unconfirmed'))::int from subscription s
    where s.confirmed_at is null and s.made_at < app_now() - interval '3 days');
end
$$;
call give_function('tidy_subscriptions(timestamptz)', 'kortelijn_gate');

/* For who writes posts: how many, never who. */
create function subscription_counts() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when app_is('post_writer') then jsonb_build_object(
    'subscribers', (select count(*) from subscription where tenant_id = app_tenant() and confirmed_at is not null),
    'unconfirmed', (select count(*) from subscription where tenant_id = app_tenant() and confirmed_at is null),
    'groups', (select coalesce(jsonb_agg(g), '[]') from (select a as audience, s.frequency, count(*) as n from subscription s cross join unnest(s.audiences) a
      where s.tenant_id = app_tenant() and s.confirmed_at is not null group by 1, 2) g),
    'languages', (select coalesce(jsonb_object_agg(language, n), '{}') from (select language, count(*) as n from subscription
      where tenant_id = app_tenant() and confirmed_at is not null group by 1) l),
    'ended', (select coalesce(jsonb_object_agg(how, n), '{}') from (select how, sum(n) as n from subscription_end
      where tenant_id = app_tenant() and day > app_today() - 30 group by 1) e)) end
$$;
call give_function('subscription_counts()', 'kortelijn_gate');

/* What became of the letters about posts: for who writes them. */
create function post_deliveries() returns table (post_id uuid, waiting int, sent int, refused int, uncertain int, dropped int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select m.post_id, m.laid - m.sent - m.refused - m.uncertain - m.dropped, m.sent, m.refused, m.uncertain, m.dropped
  from post_mail m where m.tenant_id = app_tenant() and app_is('post_writer')
$$;
call give_function('post_deliveries()', 'kortelijn_gate');

-- By mail ----------------------------------------------------------------------------------------------------------------

/* As it stands in 0013, with a weekly choice. */
create or replace function mail_new_notices(p_clock timestamptz, p_words jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  letter record;
  letters int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  for letter in
    with fresh as materialized (
      select n.tenant_id, n.id from notice n where n.mail = 'new' and n.read_at is null order by n.tenant_id, n.person_id limit 1000 for update skip locked
    ), sorted as (
      update notice n set mail = case when chosen.choice in ('daily', 'weekly') then chosen.choice else 'done' end
      from fresh f join notice x on x.tenant_id = f.tenant_id and x.id = f.id
      cross join lateral (select coalesce(
        (select o.choice from notice_choice o where o.tenant_id = x.tenant_id and o.person_id = x.person_id and o.kind = x.kind),
        (select k.default_choice from notice_kind k where k.kind = x.kind)) as wanted) own
      cross join lateral (select case when x.at < app_now() - interval '7 days' then 'never'
        when own.wanted = 'at_once' and x.at < app_now() - interval '1 day' then 'daily' else own.wanted end as choice) chosen
      where n.tenant_id = f.tenant_id and n.id = f.id
      returning n as notice, n.tenant_id, n.person_id, n.id, chosen.choice
    )
    select s.tenant_id, s.person_id, max(s.id::text) as last, count(*)::int as found from sorted s
    where s.choice = 'at_once' and may_know(s.notice, app_today())
    group by s.tenant_id, s.person_id
  loop
    perform mail_notices(letter.tenant_id, letter.person_id, 'notices', 'notices ' || letter.last, letter.found, p_words);
    letters := letters + 1;
  end loop;
  return letters;
end
$$;

/* The overview of a school day as it stands in 0013, now with how many of each kind, in the order of p_words. On the first school day of a week
   it holds what somebody wants to know once a week too: one letter for both. */
create or replace function mail_daily_notices(p_clock timestamptz, p_words jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  partnership uuid;
  weekly boolean;
  more int;
  letters int := 0;
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  if not day_has_begun() then
    return 0;
  end if;
  for partnership in
    select t.tenant_id from tenant t where is_school_day(t.tenant_id, null, app_today())
      and not exists (select from notice_day d where d.tenant_id = t.tenant_id and d.day = app_today())
  loop
    insert into notice_day (tenant_id, day) values (partnership, app_today()) on conflict do nothing;
    continue when not found;
    weekly := not exists (select from notice_day d where d.tenant_id = partnership
      and d.day >= date_trunc('week', app_today())::date and d.day < app_today());
    with waiting as (
      update notice n set mail = 'done' where n.tenant_id = partnership and n.read_at is null and (n.mail = 'daily' or (n.mail = 'weekly' and weekly))
      returning n as notice, n.person_id, n.kind
    ), counted as (
      select w.person_id, w.kind, count(*)::int as found from waiting w where may_know(w.notice, app_today()) group by w.person_id, w.kind
    ), overview as (
      select c.person_id, sum(c.found)::int as found, jsonb_agg(jsonb_build_object('text', c.found || ' × ' || (k.words ->> 'label'),
        'link', '/berichten?soort=' || c.kind) order by k.nth) as items
      from counted c join jsonb_array_elements(p_words -> 'kinds') with ordinality as k (words, nth) on k.words ->> 'kind' = c.kind
      group by c.person_id
    )
    insert into outbox (tenant_id, id, person_id, kind, key, subject, lines, link, items, made_at, next_try_at)
    select partnership, gen_random_uuid(), o.person_id, 'overview', 'overview ' || o.person_id || ' ' || app_today(), p_words ->> 'subject',
      array[case o.found when 1 then p_words ->> 'one' else replace(p_words ->> 'many', '{n}', o.found::text) end],
      '/berichten', o.items, app_now(), app_now()
    from overview o on conflict (tenant_id, key) do nothing;
    get diagnostics more = row_count;
    letters := letters + more;
  end loop;
  return letters;
end
$$;

-- The demonstration ------------------------------------------------------------------------------------------------------

/* Good enough where everything is invented: follows from the letter's id. */
create function demonstration_secret(p_letter uuid) returns text language sql immutable
as $$ select 'demonstratie-' || replace(p_letter::text, '-', '') $$;

/* As in 0010. Letters to subscribers get their link here: the secret stands in the mailbox that everybody sees, and only there. */
create or replace function deliver_demonstration_mail(p_clock timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  update outbox o set sent_at = app_now() from tenant t, person p
  where t.tenant_id = o.tenant_id and t.demonstration and p.tenant_id = o.tenant_id and p.id = o.person_id and p.suspended_at is null
    and o.sent_at is null and o.given_up_at is null and o.next_try_at <= app_now();
  update outbox o set sent_at = app_now(), secret_hash = sha256(convert_to(demonstration_secret(o.id), 'UTF8')) from tenant t
  where t.tenant_id = o.tenant_id and t.demonstration and o.subscription_id is not null
    and o.sent_at is null and o.given_up_at is null and o.next_try_at <= app_now();
end
$$;

/* The mailbox of the demonstration as in 0010, and what its subscribers get. Of their address nothing: a visitor may have typed their own. */
create or replace function demonstration_mail(p_person uuid, p_before_at timestamptz, p_before_id uuid, p_limit int, p_clock timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('app.clock', coalesce(p_clock::text, ''), true);
  return (select coalesce(jsonb_agg(mail.one order by mail.made_at desc, mail.id desc), '[]') from (
    select o.made_at, o.id, jsonb_build_object('tenantId', o.tenant_id, 'id', o.id, 'personId', o.person_id, 'name', p.name,
      'to', case when o.person_id is null then left(s.email, 1) || '…@…' else coalesce(o.to_address, p.email) end,
      'partnership', t.name, 'madeAt', to_char(o.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'key', o.key,
      'subject', o.subject, 'lines', o.lines, 'link', o.link, 'items', o.items, 'calendar', o.calendar,
      'secret', case when o.person_id is null and o.secret_hash is not null then demonstration_secret(o.id) end,
      'news', case when o.person_id is null then jsonb_build_object('kind', o.kind, 'language', s.language, 'frequency', s.frequency,
        'posts', letter_posts(o, s.language)) end) as one
    from tenant t join outbox o on o.tenant_id = t.tenant_id left join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    left join subscription s on s.tenant_id = o.tenant_id and s.id = o.subscription_id
    where t.demonstration and o.given_up_at is null and (o.sent_at is not null or o.next_try_at <= app_now() or o.attempts > 0)
      and (p.id is not null or s.id is not null)
      and (p_person is null or o.person_id = p_person)
      and (p_before_at is null or (o.made_at, o.id) < (p_before_at, p_before_id))
    order by o.made_at desc, o.id desc limit p_limit) mail);
end
$$;
