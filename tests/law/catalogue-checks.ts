/** The law about the schema itself: what pg_catalog may not show, and beside each how to break it, to see that the check bites. */

import { keptConstraints } from './kept-constraints.ts';

export interface Check {
  /** What would be wrong. */
  readonly name: string;
  /** Gives one column `found`: a row per breach. */
  readonly query: string;
  /** A breach, as SQL for a superuser; it is taken back. */
  readonly breach: string;
}

/** Without a partnership: the protocol itself, the kinds of notices and the national list of schools. */
const reference = [
  ...['concern_protocol', 'concern_seat', 'school_reference', 'notice_kind', 'question_protocol'],
  ...['stationing_protocol', 'promise_protocol'],
  // Who logs in is not known yet.
  ...['passkey_challenge', 'log_in_attempt', 'provider_visit'],
];

/** What was said stays as it was said. */
const appendOnly = [
  ...['question_entry', 'question_entry_words', 'question_protocol', 'goal_score', 'assignment', 'decision'],
  ...[
    'concern_question',
    'decision_tlv',
    'recusal',
    'attachment_content',
    'practice_note',
    'practice_note_use',
  ],
  ...['login_invitation', 'stationing_entry', 'stationing_protocol'],
  ...['promise', 'promise_entry', 'promise_protocol', 'working_rule'],
  ...['measure_release', 'measure_release_cell', 'observation_release'],
  ...['post', 'post_text', 'post_fix', 'post_update', 'post_update_text', 'post_file', 'post_file_content'],
  ...['concern_entry', 'concern_entry_person', 'conversation', 'conversation_proposal', 'agreement'],
  ...[
    'disclosure',
    'dropped_note',
    'erasure',
    'audit',
    'hand_over',
    'absence',
    'absence_appointment',
    'idempotency',
    'concern_protocol',
    'concern_seat',
  ],
];

/** Definer functions that the program calls, each for a reason of its own. */
const callable = [
  ...['fade_questions', 'warn_of_question_fading'],
  ...['job_facts', 'capacity_facts', 'practice_facts', 'stationing_sizes'],
  ...[
    'take_report',
    'progress_report',
    'finish_report',
    'fail_report',
    'due_schedules',
    'lay_report',
    'fade_reports',
  ],
  ...['job_release_ground', 'job_release_cells', 'keep_releases', 'keep_capacity', 'public_release'],
  ...['erase_observation', 'fade_observations'],
  ...['job_observation_ground', 'job_observation_facts', 'keep_observation_releases'],
  ...['keep_plan_file', 'discard_support_plan', 'change_ambition', 'public_support_plan'],
  ...['save_visit', 'withdraw_visit', 'answer_visit', 'calendar_owner'],
  ...['agenda_conflicts', 'has_conflict', 'lock_question', 'question_relations'],
  ...['agenda_takers', 'fits_contract', 'fits_extended', 'unconfirmed_visits'],
  ...['search_concerns', 'search_schools', 'search_people', 'people_named', 'opened_concerns'],
  ...['search_questions', 'similar_questions', 'search_practice_notes', 'similar_practice_notes'],
  'take_practice_step',
  ...['leave_reminders', 'mail_daily_notices', 'mail_new_notices'],
  ...['save_post', 'save_post_translation', 'remove_post_translation', 'publish_post', 'unplan_post'],
  'discard_post',
  ...['update_post', 'fix_post', 'withdraw_post', 'add_post_file', 'remove_post_file', 'read_post'],
  ...['post_readers', 'public_post', 'public_post_by_id', 'public_posts', 'public_post_file'],
  ...[
    'public_feed',
    'public_post_addresses',
    'public_posts_found',
    'post_from_elsewhere',
    'search_posts',
    'feed_owner',
  ],
  ...[
    'appointments_on',
    'begin_request',
    'concern_relations',
    'demonstration_people',
    'drop_concern',
    'end_key',
    'find_actor',
  ],
  ...[
    'lock_concern',
    'make_key',
    'public_partnerships',
    'public_school',
    'public_schools',
    'record_passed_terms',
  ],
  ...['yearly_proof', 'question_counts', 'specialist_room', 'told_stationings'],
  ...[
    'move_stationings',
    'propose_stationing',
    'propose_stationings',
    'stationed_now',
    'stationing_relations',
    'stationing_room',
  ],
  ...['agreeing_clashes', 'proposal_clashes', 'capacity_weeks', 'school_agenda'],
  ...['make_promise', 'drop_promise', 'drop_working_rule', 'remind_of_promises', 'remind_of_rounds'],
  ...['public_promises', 'public_working_rules', 'public_release_labels'],
  ...['take_plan', 'plan_waits', 'progress_plan', 'fail_plan', 'fade_plans'],
  ...['answer_round', 'settle_answers', 'round_results', 'asked_about', 'fade_development'],
  ...['fade_stationing', 'audited_questions', 'audited_question_records'],
  ...[
    'save_yearly_answer',
    'yearly_words',
    'save_criterion',
    'write_basic_form',
    'answer_basic_form',
    'form_sides',
  ],
  ...['satisfaction_facts', 'job_criteria', 'tell_yearly_question', 'fade_yearly_answers'],
  ...[
    'use_link',
    'seal_audit',
    'arrange_absence',
    'end_absence',
    'audited_concern',
    'audited_concern_id',
    'open_session',
    'renew_session',
  ],
  ...['make_challenge', 'use_challenge', 'find_passkey', 'use_passkey', 'count_log_in', 'forgive_log_in'],
  ...['tidy_access', 'mirrors_joined'],
  ...[
    'queue_mail',
    'claim_mail',
    'settle_mail',
    'mail_link',
    'mail_troubles',
    'tidy_mail',
    'settle_invitations',
  ],
  ...['deliver_demonstration_mail', 'demonstration_mail'],
  ...['ask_subscription', 'subscription_behind', 'confirm_subscription', 'change_subscription'],
  ...['stop_subscription', 'tidy_subscriptions', 'subscription_counts', 'public_topics'],
  ...['tell_news', 'lay_news', 'letter_secret', 'post_deliveries'],
  ...['login_providers', 'login_provider_of', 'begin_visit', 'end_visit', 'find_identities'],
  ...['look_at_link', 'link_identity', 'unlink_identity', 'start_over', 'keep_id_token', 'take_id_token'],
  ...['blacken', 'shared_concern_numbered', 'drop_old_notes', 'fades_on', 'concerns_to_fade', 'fade_concern'],
  ...['warn_of_erasure', 'list_erasures', 'erase_again', 'texts_of_concern'],
];

/** Keys that nobody follows from the other side: people and places are never removed, and lists do not start there. */
const neverJoined = [
  ...[
    'audit_tenant_id_person_id_fkey',
    'concern_entry_tenant_id_person_id_fkey',
    'disclosure_tenant_id_person_id_fkey',
    'erasure_tenant_id_person_id_fkey',
  ],
  ...['concern_entry_step_from_status_to_status_fkey', 'concern_entry_person_tenant_id_person_id_fkey'],
  ...['question_entry_step_from_status_to_status_fkey', 'stationing_entry_step_from_status_to_status_fkey'],
  ...['holiday_tenant_id_board_id_fkey', 'holiday_tenant_id_school_id_fkey', 'school_tenant_id_area_id_fkey'],
  ...[
    'appointment_tenant_id_school_id_fkey',
    'appointment_tenant_id_board_id_fkey',
    'concern_tenant_id_board_id_fkey',
  ],
  ...[
    'concern_tenant_id_continues_id_fkey',
    'concern_tenant_id_school_id_fkey',
    'conversation_tenant_id_made_by_fkey',
  ],
];

/** Triggers that hold the protocol: taken off or switched off, nothing else would. */
const lawTriggers = [
  ...[
    'goal_follows_question',
    'goal_is_lawful',
    'level_is_lawful',
    'score_is_lawful',
    'level_stays_with_goals',
  ],
  ...[
    'a_faded_concern_rests',
    'step_is_lawful',
    'note_is_lawful',
    'revision_is_lawful',
    'director_shares',
    'planned_now',
    'disclosed_now',
  ],
  ...[
    'coming_in_is_audited',
    'going_out_is_audited',
    'changed_address_is_told',
    'person_waits',
    'proposal_waits',
    'agreement_waits',
    'conversation_waits',
  ],
  'agreement_is_asked_once',
  ...['meeting_is_lawful', 'attendance_is_lawful', 'minutes_are_lawful', 'agenda_is_open', 'tlv_is_complete'],
  ...['attachment_is_lawful', 'content_goes', 'pupil_has_no_files', 'practice_note_is_lawful'],
  'practice_edition_is_lawful',
  'visit_can_change',
  ...['observation_is_lawful', 'observation_goal_is_lawful'],
  ...[
    'promise_step_is_lawful',
    'working_rule_is_lawful',
    'post_keeps_its_word',
    'text_keeps_its_word',
    'text_goes_with_its_word',
  ],
  ...['post_is_lawful', 'post_words_are_lawful', 'post_file_is_lawful'],
  ...['plan_is_lawful', 'proposal_is_lawful', 'proposal_follows_question', 'publishing_replaces'],
  ...[
    'edition_is_lawful',
    'transition_is_lawful',
    'round_is_lawful',
    'opening_shows_edition',
    'pilot_is_lawful',
    'support_plan_is_lawful',
    'support_plan_step_is_lawful',
    'priority_is_lawful',
    'ambition_is_lawful',
    'ambition_reading_is_lawful',
    'question_entry_ambition_is_known',
    'goal_ambition_is_known',
  ],
  ...['post', 'pilot', 'stationing_ambition', 'visit_share', 'expected_need'].map(
    (table) => `${table}_ambition_is_known`,
  ),
  ...['question_ambition_follows', 'observation_is_told', 'recipient_is_lawful'],
  ...['criteria_begin', 'observations_begin', 'observation_release_stays'],
  ...['share_follows_visit', 'shares_follow_visit', 'score_is_the_latest'],
  ...['contract', 'absence', 'stationing', 'school', 'step', 'assignment'].map(
    (what) => `capacity_follows_${what}`,
  ),
];

const list = (names: readonly string[]) => `array['${names.join("', '")}']`;
const tables = `pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;
const definers = `pg_proc f where f.prosecdef and f.pronamespace = 'public'::regnamespace`;
const scratch = 'create table scratch (tenant_id uuid primary key);';

export const checks: readonly Check[] = [
  {
    name: 'a table without forced row-level security or without a policy',
    query: `select c.relname as found from ${tables} and not (c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid and not p.polroles @> '{0}'))`,
    breach: 'alter table agreement no force row level security',
  },
  {
    name: 'a policy for everybody',
    query: `select polname as found from pg_policy where polroles @> '{0}'`,
    breach: 'create policy open_door on agreement using (true)',
  },
  {
    name: 'a primary key that does not start with the partnership',
    query: `select c.relname as found from ${tables} and c.relname <> all (${list(reference)}) and not exists (
      select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')`,
    breach: 'create table scratch (id uuid primary key, tenant_id uuid)',
  },
  {
    name: 'a foreign key that could point into another partnership',
    query: `select k.conname as found from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and t.relname <> all (${list(reference)})
        and not (a.attname = 'tenant_id' and b.attname = 'tenant_id')`,
    breach:
      'create table scratch (tenant_id uuid primary key, entry_tenant uuid, entry uuid, foreign key (entry_tenant, entry) references concern_entry (tenant_id, id))',
  },
  {
    name: 'a foreign key without an index to follow it by',
    query: `select k.conname as found from pg_constraint k join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and t.relname <> 'tenant' and k.conname <> all (${list(neverJoined)})
        and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    breach: 'drop index conversation_of_school',
  },
  {
    name: 'something that the program owns',
    query: `select coalesce(objid::regclass::text, objid::text) as found from pg_shdepend
      where refobjid = 'kortelijn_app'::regrole and deptype = 'o'`,
    breach: `${scratch} grant create on schema public to kortelijn_app; alter table scratch owner to kortelijn_app`,
  },
  {
    name: 'a program that row-level security does not hold for',
    query: `select rolname as found from pg_roles where pg_has_role('kortelijn_app', oid, 'member') and (rolsuper or rolbypassrls
      or rolcreaterole or rolcreatedb or rolreplication or rolname <> 'kortelijn_app')`,
    breach: 'grant kortelijn_operator to kortelijn_app',
  },
  {
    name: 'what was said could be changed or taken away',
    query: `select c.relname as found from ${tables} and c.relname = any (${list(appendOnly)})
      and (has_table_privilege('kortelijn_app', c.oid, 'update, delete') or has_any_column_privilege('kortelijn_app', c.oid, 'update'))`,
    breach: 'grant update (text) on concern_entry to kortelijn_app',
  },
  {
    name: 'the program could empty a table, hang a trigger on it or make one',
    query: `select c.relname as found from ${tables} and has_table_privilege('kortelijn_app', c.oid, 'truncate, trigger, references')
      union all select 'public' where has_schema_privilege('kortelijn_app', 'public', 'create')`,
    breach: 'grant truncate on holiday to kortelijn_app',
  },
  {
    name: 'a definer function with a loose search path or a mighty owner',
    query: `select f.proname as found from ${definers} and not (
      coalesce(f.proconfig @> array['search_path=pg_catalog, public, pg_temp'], false)
      and f.proowner::regrole::text in ('kortelijn_gate', 'kortelijn_eraser'))`,
    breach: 'alter function lock_concern(uuid, uuid) set search_path = pg_catalog, public',
  },
  {
    name: 'a definer function that the program may call and that is not on the list',
    query: `select f.proname as found from ${definers} and has_function_privilege('kortelijn_app', f.oid, 'execute')
      and f.proname <> all (${list(callable)})`,
    breach: 'grant execute on function concern_unmet(concern, concern_entry) to public',
  },
  {
    name: 'a constraint of results that is gone',
    query: `select kept as found from unnest(${list(keptConstraints)}) kept where not exists (
      select from pg_constraint k where k.convalidated and k.conrelid::regclass || '.' || k.conname = kept) and not exists (
      select from pg_index i join pg_class n on n.oid = i.indexrelid
      where i.indisunique and i.indisvalid and i.indrelid::regclass || '.' || n.relname = kept)`,
    breach: 'alter table saved_view drop constraint saved_view_address_check',
  },
  {
    name: 'a guardian that can log in or that goes past the law',
    query: `select rolname as found from pg_roles where rolname in ('kortelijn_gate', 'kortelijn_eraser', 'kortelijn_operator')
      and (rolcanlogin or rolsuper or rolbypassrls)`,
    breach: 'alter role kortelijn_eraser bypassrls',
  },
  {
    name: 'a view that shows what its owner sees',
    query: `select c.relname as found from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or not coalesce(c.reloptions @> '{security_invoker=true}', false))`,
    breach: 'create view scratch as select * from agreement',
  },
  {
    name: 'a materialised view',
    query: `select relname as found from pg_class where relkind = 'm' and relnamespace = 'public'::regnamespace`,
    breach: 'create materialized view scratch as select * from agreement',
  },
  {
    name: 'a number that runs on over all partnerships',
    query: `select relname as found from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
    breach: 'create sequence scratch',
  },
  {
    name: 'an enum type, whose comparison loses its index under row-level security',
    query: `select typname as found from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`,
    breach: `create type scratch as enum ('a')`,
  },
  {
    name: 'a guard of the protocol that is off',
    query: `select name as found from unnest(${list(lawTriggers)}) as name
      where not exists (select from pg_trigger t where t.tgname = name and t.tgenabled = 'O')`,
    breach: 'alter table concern_entry disable trigger step_is_lawful',
  },
];
