/** Who reads what, as design says it in words; written by hand and not from the code, so that the two can be compared. */
import type { RawSql } from './raw.ts';
import type { World } from './world.ts';

/** Everything that can be read of a concern, each row under a name of its own. */
const sources: Readonly<Record<string, string>> = {
  concern: 'id::text',
  concern_entry: `concat_ws(' ', concern_id, version)`,
  concern_entry_person: `concat_ws(' ', concern_id, version, person_id)`,
  agreement: `concat_ws(' ', concern_id, version, id)`,
  conversation: `coalesce(concat_ws(' ', concern_id, version), id::text)`,
  conversation_proposal: `concat_ws(' ', concern_id, version, starts_at)`,
  disclosure: `concat_ws(' ', concern_id, version, person_id, kind)`,
};

const everything = Object.entries(sources)
  .map(([table, id]) => `select '${table}' as source, ${id} as id from ${table}`)
  .join(' union all ');

/** The same of questions, by the columns that tell a row from others. */
const questionSources: Readonly<Record<string, string>> = {
  ...{ question_protocol: 'x.step', expertise: 'x.tenant_id, x.code', question_term: 'x.tenant_id, x.clock' },
  ...{ support_question: 'x.id', question_words: 'x.question_id', question_pupil: 'x.question_id' },
  ...{ question_entry: 'x.question_id, x.version', question_entry_words: 'x.question_id, x.version' },
  ...{ assignment: 'x.id', specialist: 'x.person_id', specialist_expertise: 'x.person_id, x.expertise' },
  ...{ contract: 'x.id', specialist_absence: 'x.id', visit: 'x.id', visit_school: 'x.visit_id, x.school_id' },
  ...{ visit_participants: 'x.visit_id, x.role', visit_share: 'x.visit_id, x.position', goal: 'x.id' },
  ...{ goal_level: 'x.goal_id, x.score', goal_score: 'x.id', committee_meeting: 'x.id', agenda_item: 'x.id' },
  ...{ committee_attendance: 'x.meeting_id, x.person_id', agenda_item_taker: 'x.item_id, x.person_id' },
  ...{ recusal: 'x.question_id, x.person_id', decision: 'x.id', decision_tlv: 'x.decision_id' },
  concern_question: 'x.agreement_id, x.question_id',
  ...{ committee_minutes: 'x.meeting_id', visit_series: 'x.id', goal_template: 'x.tenant_id, x.id' },
  ...{ stationing: 'x.id', stationing_school: 'x.stationing_id, x.school_id', stationing_protocol: 'x.step' },
  ...{
    stationing_ambition: 'x.stationing_id, x.ambition_id',
    stationing_entry: 'x.stationing_id, x.version',
  },
  ...{ ambition: 'x.id', travel_base: 'x.id', travel_time: 'x.base_id, x.school_id', expected_need: 'x.id' },
  ...{ specialist_planning: 'x.tenant_id, x.person_id', planning_settings: 'x.tenant_id' },
  ...{ planning_weight: 'x.tenant_id, x.code', deployment_plan: 'x.id', plan_mark: 'x.plan_id, x.id' },
  assignment_proposal: 'x.id',
  ...{ topic: 'x.tenant_id, x.code', post: 'x.id', post_text: 'x.post_id, x.language' },
  ...{ post_fix: 'x.post_id, x.language, x.nth', post_update: 'x.id', post_file: 'x.id' },
  ...{ post_update_text: 'x.update_id, x.language', post_file_content: 'x.file_id' },
  ...{ post_address: 'x.tenant_id, x.path', post_reading: 'x.post_id, x.person_id', feed_key: 'x.person_id' },
  ...{ role_profile: 'x.id', role_profile_edition: 'x.profile_id, x.nth', role_transition: 'x.id' },
  ...{ pilot: 'x.id', pilot_school: 'x.pilot_id, x.school_id', consultation: 'x.id' },
  ...{ consultation_question: 'x.consultation_id, x.nth', consultation_answer: 'x.id' },
  consultation_participant: 'x.consultation_id, x.person_id',
  ...{ support_plan: 'x.id', support_plan_entry: 'x.id', support_plan_file: 'x.id' },
  ...{
    support_plan_file_content: 'x.file_id',
    priority: 'x.id',
    ambition_reading: 'x.id',
    ambition_change: 'x.id',
  },
  ...{ yearly_answer: 'x.id', basic_criterion: 'x.tenant_id, x.nth', basic_form: 'x.id' },
  basic_judgement: 'x.form_id, x.nth',
  ...{ measure_release: 'x.id', measure_release_cell: 'x.release_id, x.position' },
  ...{
    report: 'x.id',
    report_schedule: 'x.id',
    report_recipient: 'x.schedule_id, x.appointment_id',
    saved_view: 'x.id',
  },
  ...{
    observation_sheet: 'x.id',
    observation: 'x.id',
    observation_goal: 'x.id',
    observation_release: 'x.id',
  },
  ...{ promise: 'x.id', promise_entry: 'x.promise_id, x.version', working_rule: 'x.id' },
  ...{ attachment: 'x.id', attachment_content: 'x.attachment_id', practice_note: 'x.id', notice: 'x.id' },
  ...{
    practice_note_edition: 'x.note_id, x.edition',
    practice_note_use: 'x.id',
    calendar_key: 'x.person_id',
  },
};

const allOfQuestions = Object.entries(questionSources)
  .map(
    ([table, keys]) =>
      `select '${table}' as source, md5(string_agg(k, ',' order by k)) as id
        from (select concat_ws(' ', ${keys}) as k from ${table} x) as found`,
  )
  .join(' union all ');

/** Which rows of one table the person reads, as one sum; undefined for a table that is not listed here. */
export async function tableSeenBy(raw: RawSql, world: World, kind: string, clock: string, table: string) {
  const keys =
    sources[table] ?? (table in questionSources ? `concat_ws(' ', ${questionSources[table]})` : undefined);
  const who = world.people[kind];
  if (keys === undefined || who === undefined) return undefined;
  const query = `select md5(string_agg(k, ',' order by k)) as sum from (select ${keys} as k from ${table} x) as found`;
  return raw.rows<{ sum: string | null }>(who, clock, query).then(
    ([row]) => row?.sum ?? 'no rows',
    () => 'not admitted',
  );
}

/** Of every table of questions which rows the person reads, as one sum each. */
export async function questionsSeenBy(
  raw: RawSql,
  world: World,
  kind: string,
  clock: string,
): Promise<readonly string[]> {
  const who = world.people[kind];
  if (who === undefined) throw new Error(kind);
  const rows = await raw.rows<{ source: string; id: string }>(who, clock, allOfQuestions);
  return rows.map(({ source, id }) => `${source} ${id}`);
}

/** `table id` of every row the person reads, sorted. */
export async function seenBy(
  raw: RawSql,
  world: World,
  kind: string,
  clock: string,
): Promise<readonly string[]> {
  const who = world.people[kind];
  if (who === undefined) throw new Error(kind);
  const rows = await raw.rows<{ source: string; id: string }>(who, clock, everything);
  return rows.map(({ source, id }) => `${source} ${id}`).sort();
}

export interface Row {
  readonly source: string;
  readonly id: string;
  readonly concern: string;
  readonly step: string | null;
}

/** Every row there is, with the step it belongs to; read as backup reads it. */
export async function everyRow(raw: RawSql): Promise<readonly Row[]> {
  const parts = Object.entries(sources).map(([table, id]) => {
    const of = table === 'concern' ? 'x.id' : 'x.concern_id';
    const version = table === 'concern' ? '-1' : 'x.version';
    const name = id.replace(/\b(concern_id|version|person_id|starts_at|kind|id)\b/g, 'x.$1');
    return `select '${table}' as source, ${name} as id, ${of}::text as concern, e.step from ${table} x
      left join concern_entry e on e.concern_id = ${of} and e.version = ${version}`;
  });
  await raw.client.query('begin; set local role kortelijn_operator');
  const found = await raw.client.query<Row>(parts.join(' union all '));
  await raw.client.query('rollback');
  return found.rows;
}

/** «the version the director saw, replies, reports, position», and what was said with the board. */
const boardSteps = [
  ...[
    'share_with_director',
    'reply',
    'hold_conversation',
    'confirm_report',
    'review',
    'close',
    'propose_board',
  ],
  ...[
    'take_position',
    'share_with_board',
    'add_view',
    'resolve',
    'record_no_position',
    'record_not_confirmed',
  ],
];

/** Who somebody is at the school where everything happens, before and after 1 April. */
interface Part {
  readonly contact?: boolean;
  readonly director?: boolean;
  readonly lead?: boolean;
  readonly board?: boolean;
  readonly partnership?: boolean;
  /** Holds an appointment there, so that own concerns and participations last. */
  readonly stays?: boolean;
}

const contact = { contact: true, stays: true };
const director = { director: true, stays: true };
const parts: Readonly<Record<string, readonly [before: Part, after: Part]>> = {
  author: [contact, contact],
  otherContact: [contact, contact],
  leadAndContact: [
    { ...contact, lead: true },
    { ...contact, lead: true },
  ],
  teamLead: [{ lead: true }, { lead: true }],
  director: [director, {}],
  newDirector: [{}, director],
  actingDirector: [{}, director],
  coordinator: [{ stays: true }, { stays: true }],
  otherCoordinator: [{ stays: true }, { stays: true }],
  leavingTeacher: [{ stays: true }, {}],
  boardMember: [{ board: true }, { board: true }],
  lateBoardMember: [{}, { board: true }],
  leavingBoardMember: [{ board: true }, {}],
  boardMemberWhoTeaches: [
    { board: true, stays: true },
    { board: true, stays: true },
  ],
  specialist: [{ stays: true }, { stays: true }],
  partnershipDirector: [{ partnership: true }, { partnership: true }],
};

/** Concerns that somebody else than the school contact person noted. */
const authors: Readonly<Record<string, string>> = {
  'noted by who leaves': 'leavingTeacher',
  'with_director by who leaves': 'leavingTeacher',
  'working by who leaves': 'leavingTeacher',
  'noted by specialist': 'specialist',
  'with_director by specialist': 'specialist',
  'noted by team lead': 'leadAndContact',
  'board_proposed by team lead': 'leadAndContact',
};
/** At other schools than the one where everybody works; the author is contact person there too. */
const elsewhere = [
  'noted without director',
  'with_director no board',
  'working no board',
  'working sole board',
];
const withCoordinator = [
  ...[
    'with_director participant',
    'with_director invited',
    'with_director accepted',
    'with_director other date',
  ],
  ...['with_director answered by participant', 'working invited', 'with_board invited'],
];

export type Reach = 'nothing' | 'what the board sees' | 'all but the ledger' | 'all';

const sitsForward = (part: Part) => part.board === true || part.partnership === true;

/** How far somebody sees into a concern. */
export function reachOf(kind: string, after: boolean, concern: string): Reach {
  const part: Part = parts[kind]?.[after ? 1 : 0] ?? {};
  const wrote = (authors[concern] ?? 'author') === kind && part.stays === true;
  if (concern.startsWith('noted')) return wrote ? 'all' : 'nothing';
  const atSchool = !elsewhere.includes(concern) && (part.contact ?? part.director);
  if (wrote || atSchool || (kind === 'coordinator' && withCoordinator.includes(concern))) return 'all';
  if (part.lead === true) return 'all but the ledger';
  return concern.startsWith('with_board') && sitsForward(part) ? 'what the board sees' : 'nothing';
}

export function mayRead(reach: Reach, row: Row): boolean {
  if (reach === 'nothing') return false;
  if (row.source === 'disclosure') return reach === 'all';
  if (reach !== 'what the board sees') return true;
  return row.source === 'concern' || boardSteps.includes(row.step ?? '');
}
