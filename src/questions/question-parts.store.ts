/** What belongs to a question `q`, each as one JSON value of the record: no row is touched twice, and row-level security looks at each. */
import { editionsThen } from '../news/index.ts';
import { type Sql, sql } from '../platform/database.ts';

const nameOf = (person: Sql): Sql =>
  sql`case when ${person}.id is not null then jsonb_build_object('id', ${person}.id, 'name', ${person}.name) end`;

/** Everybody's name by the letter of their join. */
export const names = {
  author: nameOf(sql`w`),
  submitter: nameOf(sql`b`),
  holder: nameOf(sql`h`),
} as const;

export const days = sql`'signalledOn', q.signalled_on, 'submittedOn', q.submitted_on, 'triagedOn', q.triaged_on, 'involvedOn', q.involved_on,
  'completeOn', q.complete_on, 'advisedOn', q.advised_on, 'firstContactOn', q.first_contact_on, 'startedOn', q.started_on, 'evaluateBy', q.evaluate_by,
  'evaluatedOn', q.evaluated_on, 'completedOn', q.completed_on, 'followUpOn', q.follow_up_on, 'endedOn', day_of(q.ended_at),
  'pausedOn', q.paused_on, 'pauses', ${pausesIn(sql`q.pauses`)}, 'incompleteOn', q.incomplete_on, 'committeePauses', ${pausesIn(sql`q.committee_pauses`)}`;

/** First and last day of each pause. */
function pausesIn(ranges: Sql): Sql {
  return sql`coalesce((select jsonb_agg(jsonb_build_array(lower(r), upper(r) - 1) order by lower(r)) from unnest(${ranges}) r), '[]')`;
}

export const words = sql`(select jsonb_build_object('title', x.title, 'need', x.need, 'triedSoFar', x.tried_so_far, 'pseudonym', x.pseudonym, 'ageBand', x.age_band)
  from question_words x where x.tenant_id = q.tenant_id and x.question_id = q.id)`;

export const pupil = sql`(select jsonb_build_object('caseNumber', x.case_number, 'parentsSpokenOn', x.parents_spoken_on,
    'parentsConsentOn', x.parents_consent_on, 'pupilConsentOn', x.pupil_consent_on, 'legalGround', x.legal_ground)
  from question_pupil x where x.tenant_id = q.tenant_id and x.question_id = q.id)`;

export const contactPersons = sql`coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
  from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = q.tenant_id and a.school_id = q.school_id and a.role = 'contact_person'
    and a.starts_on <= app_today() and (a.ends_on is null or a.ends_on > app_today())), '[]')`;

const decision = sql`(select jsonb_build_object('id', d.id, 'kind', d.kind, 'granted', d.granted, 'dagdelen', d.dagdelen, 'budget', d.budget,
    'from', d.starts_on, 'to', d.ends_on, 'tlv', (select jsonb_build_object('schoolType', t.school_type, 'category', t.category,
      'caseNumber', t.case_number, 'firstOpinionOn', t.first_opinion_on, 'firstOpinionBy', t.first_opinion_by,
      'secondOpinionOn', t.second_opinion_on, 'secondOpinionBy', t.second_opinion_by)
      from decision_tlv t where t.tenant_id = d.tenant_id and t.decision_id = d.id))
  from decision d where d.tenant_id = e.tenant_id and d.question_id = e.question_id and d.version = e.version)`;

export const entries = sql`coalesce((select jsonb_agg(jsonb_build_object(
    'id', e.id, 'version', e.version, 'at', e.at, 'person', ${nameOf(sql`p`)}, 'relation', e.relation, 'step', e.step, 'toStatus', e.to_status,
    'choice', e.choice, 'onDate', e.on_date, 'untilDate', e.until_date, 'urgency', e.urgency, 'expertise', e.expertise, 'dagdelen', e.dagdelen,
    'specialist', ${nameOf(sql`s`)}, 'from', ${nameOf(sql`f`)}, 'role', e.role, 'meetingId', e.meeting_id, 'text', t.text, 'nextStep', t.next_step,
    'decision', case when e.step = 'decide' then ${decision} end) order by e.version)
  from question_entry e
  left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
  left join person s on s.tenant_id = e.tenant_id and s.id = e.specialist_id
  left join person f on f.tenant_id = e.tenant_id and f.id = e.from_id
  left join question_entry_words t on t.tenant_id = e.tenant_id and t.question_id = e.question_id and t.version = e.version
  where e.tenant_id = q.tenant_id and e.question_id = q.id), '[]')`;

export const assignments = sql`coalesce((select jsonb_agg(jsonb_build_object(
    'id', a.id, 'specialist', jsonb_build_object('id', p.id, 'name', p.name), 'kind', a.kind, 'role', a.role, 'state', a.state,
    'plannedDagdelen', a.planned_dagdelen, 'from', a.starts_on, 'until', a.ends_on - 1) order by a.made_at, a.id)
  from assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.specialist_id
  where a.tenant_id = q.tenant_id and a.question_id = q.id), '[]')`;

export const agenda = sql`(select jsonb_build_object('id', i.id, 'kind', i.kind, 'meetingId', m.id, 'startsAt', m.starts_at, 'cutOffOn', m.cut_off_on,
    'begun', m.starts_at <= app_now(), 'quorum', m.quorum, 'takers', (select count(*) from agenda_takers(q.tenant_id, m.id, q.id)))
  from agenda_item i join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
  where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state = 'open')`;

const endScored = (
  by: Sql,
): Sql => sql`exists (select from goal_score s where s.tenant_id = g.tenant_id and s.goal_id = g.id
  and s.moment = 'end' and s.scored_by = ${by})`;

export const goals = sql`coalesce((select jsonb_agg(jsonb_build_object('endBySchool', ${endScored(sql`'school'`)},
    'endBySpecialist', ${endScored(sql`'specialist'`)}) order by g.made_at, g.id)
  from goal g where g.tenant_id = q.tenant_id and g.question_id = q.id and g.dropped_at is null), '[]')`;

/** Of every specialist who works on it, whoever asks. */
export const unconfirmedVisits = sql`unconfirmed_visits(q)`;

export const rulesThen = editionsThen({
  tenant: sql`q.tenant_id`,
  subjects: sql`case when exists (select from agenda_item i where i.tenant_id = q.tenant_id and i.question_id = q.id)
    then array['questions', 'committee'] else array['questions'] end`,
  first: sql`day_of(q.asked_at)`,
  last: sql`coalesce(day_of(q.ended_at), app_today())`,
});

export const settings = sql`(select jsonb_build_object('consentParentsBelow', t.consent_parents_below, 'consentPupilFrom', t.consent_pupil_from,
    'consentSource', t.consent_source, 'legalGround', t.legal_ground, 'legalGroundSource', t.legal_ground_source)
  from tenant t where t.tenant_id = q.tenant_id)`;

/** The partnership's norms for the clocks. */
export const termsOf = (
  tenant: Sql,
): Sql => sql`coalesce((select jsonb_agg(jsonb_build_object('clock', t.clock, 'days', t.days,
    'warnDays', t.warn_days, 'source', t.source)) from question_term t where t.tenant_id = ${tenant}), '[]')`;

/** Holidays as the rules of school days take them, with their last day. */
export const holiday = sql`jsonb_build_object('from', y.starts_on, 'to', y.ends_on - 1, 'scope', y.scope, 'boardId', y.board_id,
  'schoolId', y.school_id, 'kind', y.kind)`;

/** Before the first signal nothing counts. */
export const holidays = sql`coalesce((select jsonb_agg(${holiday}) from holiday y
  where y.tenant_id = q.tenant_id and y.ends_on > q.signalled_on and y.starts_on < app_today() + 1500
    and (y.scope = 'tenant' or y.school_id = q.school_id or y.board_id = s.board_id)), '[]')`;
