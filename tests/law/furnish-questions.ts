/** Questions and all that belongs to them, as plain rows in both partnerships: who finds what there is told beside them. */
import type pg from 'pg';
import { anAppointment, type Stage } from '../support/factories.ts';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190d000-0000-7000-8000-0000000000${String(nth).padStart(2, '0')}`;

/** Questions by what is special about them; those that begin with «there» are of another school, «foreign» of the other partnership. */
export const questions = {
  started: id(1),
  'pupil at committee': id(2),
  'there draft': id(3),
  'there pupil': id(4),
  'pupil draft of teacher': id(5),
  'foreign pupil draft': id(6),
  'team draft': id(7),
  /** Without words and pupil, to try who writes them. */
  'bare draft': id(8),
  'bare submitted': id(9),
  /** A case without a number in the own file system. */
  'pupil unnumbered': id(10),
  /** Something can be learnt from it. */
  answered: id(13),
} as const;

/** Attachments: with its bytes, without yet, and taken away. Practice notes that everybody reads, and that is being written. */
export const files = { full: id(71), empty: id(74), removed: id(75) } as const;
export const notes = { published: id(81), draft: id(83) } as const;

/** Meetings: of some days ago, still to come, and one of which nothing was written down; a decision that was taken, and one that waits for its reference. */
export const meetings = {
  past: id(51),
  coming: id(52),
  bare: id(53),
  taken: id(61),
  decided: id(64),
} as const;

/** Agreements that no question was made of: of a concern that is worked on, and of one that is over. */
export const agreements = { open: id(91), over: id(92) } as const;

/** The world with specialists who think along or were asked to, and with a committee. */
export async function withCommittee(stage: Stage, world: World): Promise<World> {
  const { tenantId, school } = world.cast;
  const lone = { tenantId };
  const people = {
    alongSpecialist: await anAppointment(stage, 'specialist', lone),
    askedSpecialist: await anAppointment(stage, 'specialist', lone),
    committeeMember: await anAppointment(stage, 'committee_member', lone),
    committeeSecretary: await anAppointment(stage, 'committee_secretary', lone),
    policyAdviser: await anAppointment(stage, 'policy_adviser', lone),
    conflictedMember: await anAppointment(stage, 'committee_member', lone),
  };
  // Worked at the school until a year ago.
  await anAppointment(stage, 'teacher', {
    ...lone,
    schoolId: school.id,
    personId: people.conflictedMember,
    from: '2024-08-01',
    to: '2025-08-01',
  });
  const named = Object.entries(people).map(([name, personId]) => [name, { tenantId, personId }]);
  return { ...world, people: { ...world.people, ...Object.fromEntries(named) } };
}

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishQuestions(superuser: pg.Client, world: World): Promise<void> {
  const statements = [...asked(world), ...worked(world), ...met(world), ...learnt(world)];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

const schoolOf = (world: World, kind: string) =>
  `(select school_id from appointment where person_id = ${personOf(world, kind)} and school_id is not null
    and (ends_on is null or ends_on > '2026-03-06') order by starts_on limit 1)`;

function asked(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const here = `'${world.cast.school.id}'`;
  const there = schoolOf(world, 'contactElsewhere');
  const question = (
    name: keyof typeof questions,
    tenant: string,
    school: string,
    author: string,
    level: string,
    status: string,
  ) => {
    const key = `${tenant}, '${questions[name]}', ${school}, '${level}'`;
    const columns = 'tenant_id, question_id, school_id, level';
    return [
      `insert into support_question (tenant_id, id, school_id, level, number, author_id, status, version, signalled_on, asked_at, touched_at,
        submitted_on) values (${key}, 'Q000${questions[name].slice(-2)}', ${personOf(world, author)}, '${status}', 1, '2026-03-01',
        '2026-03-02', '2026-03-02', ${status === 'draft' ? 'null' : `'2026-03-02'`})`,
      `insert into question_words (${columns}, title, need) values (${key}, 'Wat helpt hier?', 'Rust.')`,
      ...(level === 'pupil'
        ? [`insert into question_pupil (${columns}, case_number) values (${key}, 'K1')`]
        : []),
    ];
  };
  const entry = (name: keyof typeof questions, version: number) => [
    `insert into question_entry (tenant_id, question_id, version, id, at, person_id, relation, step, from_status, to_status)
      values (${mine}, '${questions[name]}', ${version}, gen_random_uuid(), '2026-03-02', ${personOf(world, 'coordinator')},
        'support_coordinator', 'add_note', 'submitted', 'submitted')`,
    `insert into question_entry_words (tenant_id, question_id, version, text) values (${mine}, '${questions[name]}', ${version}, 'x')`,
  ];
  return [
    ...question('started', mine, here, 'leavingTeacher', 'team', 'started'),
    ...question('pupil at committee', mine, here, 'coordinator', 'pupil', 'at_committee'),
    ...question('there draft', mine, there, 'teacherElsewhere', 'group', 'draft'),
    ...question('there pupil', mine, there, 'contactElsewhere', 'pupil', 'in_triage'),
    ...question('pupil draft of teacher', mine, here, 'leavingTeacher', 'pupil', 'draft'),
    ...question(
      'foreign pupil draft',
      foreign,
      schoolOf(world, 'foreignDirector'),
      'foreignDirector',
      'pupil',
      'draft',
    ),
    ...question('team draft', mine, here, 'author', 'team', 'draft'),
    ...question('bare draft', mine, here, 'leavingTeacher', 'pupil', 'draft').slice(0, 1),
    ...question('bare submitted', mine, here, 'leavingTeacher', 'pupil', 'submitted').slice(0, 1),
    ...question('pupil unnumbered', mine, here, 'coordinator', 'pupil', 'in_triage').map((row) =>
      row.replace(`'K1'`, 'null'),
    ),
    ...question('answered', mine, here, 'coordinator', 'team', 'answered'),
    ...entry('started', 1),
    ...entry('pupil at committee', 1),
    ...entry('there pupil', 1),
    ...entry('pupil draft of teacher', 1),
  ];
}

/** Specialists, their days, what they did and what came of it. */
function worked(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const here = `'${world.cast.school.id}'`;
  const there = schoolOf(world, 'contactElsewhere');
  const person = (kind: string) => personOf(world, kind);
  const specialist = (kind: string, nth: number) => [
    `insert into specialist (tenant_id, person_id) values (${mine}, ${person(kind)})`,
    `insert into specialist_expertise values (${mine}, ${person(kind)}, 'gedrag', 2)`,
    `insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen)
      values (${mine}, '${id(nth)}', ${person(kind)}, '2025-08-01', 0.8, 8)`,
    `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
      values (${mine}, '${id(nth)}', ${person(kind)}, '2026-05-01', '2026-05-08')`,
    `insert into calendar_key values (${mine}, ${person(kind)}, sha256('${id(nth)}'), '2026-03-02')`,
  ];
  const onQuestion = (name: keyof typeof questions, kind: string, what: string, state: string, nth: number) =>
    `insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at,
      began_at) values (${mine}, '${id(nth)}', '${questions[name]}', ${person(kind)}, '${what}', 'x', '${state}', 2, '2026-03-02',
      '2026-06-01', '2026-03-02', ${state === 'asked' ? 'null' : `'2026-03-02'`})`;
  const visit = (nth: number, kind: string, school: string, question: keyof typeof questions) => [
    `insert into visit (tenant_id, id, specialist_id, on_date, minutes, kind, recorded_at)
      values (${mine}, '${id(nth)}', ${person(kind)}, '2026-03-03', 60, 'coaching', '2026-03-03')`,
    `insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date)
      values (${mine}, '${id(nth)}', ${school}, ${person(kind)}, '2026-03-03')`,
    `insert into visit_participants values (${mine}, '${id(nth)}', 'teachers', 2)`,
    `insert into visit_share (tenant_id, visit_id, position, minutes, question_id, school_id)
      values (${mine}, '${id(nth)}', 1, 60, '${questions[question]}', ${school})`,
    `insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, minutes, kind)
      values (${mine}, '${id(nth)}', ${person(kind)}, ${school}, 2, '2026-03-02', 60, 'coaching')`,
  ];
  const goal = (nth: number, question: keyof typeof questions, school: string) => [
    `insert into goal (tenant_id, id, question_id, school_id, pupil, level, title, scale, starts_on, target_on, made_at)
      values (${mine}, '${id(nth)}', '${questions[question]}', ${school}, ${question.includes('pupil')}, 'team', 'Rust', 6, '2026-03-02', '2026-06-01', '2026-03-02')`,
    `insert into goal_level values (${mine}, '${id(nth)}', 0, 'Rust')`,
    `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
      values (${mine}, '${id(nth)}', '${id(nth)}', 'start', 'school', 0, '2026-03-02', '2026-03-02')`,
  ];
  return [
    ...specialist('specialist', 11),
    ...specialist('alongSpecialist', 12),
    onQuestion('started', 'specialist', 'assigned', 'active', 21),
    onQuestion('pupil at committee', 'alongSpecialist', 'thinks_along', 'active', 22),
    onQuestion('pupil at committee', 'askedSpecialist', 'thinks_along', 'asked', 23),
    onQuestion('there pupil', 'askedSpecialist', 'thinks_along', 'declined', 24),
    onQuestion('there pupil', 'specialist', 'assigned', 'ended', 25),
    onQuestion('pupil unnumbered', 'alongSpecialist', 'assigned', 'active', 26),
    onQuestion('pupil draft of teacher', 'askedSpecialist', 'thinks_along', 'active', 27),
    ...visit(31, 'specialist', here, 'started'),
    ...visit(32, 'alongSpecialist', there, 'there pupil'),
    visit(33, 'author', here, 'started').at(-1) ?? '',
    ...goal(41, 'started', here),
    ...goal(42, 'pupil at committee', here),
    ...goal(43, 'there pupil', there),
  ];
}

/** Two meetings of the committee. */
function met(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const person = (kind: string) => personOf(world, kind);
  const meeting = (nth: number, at: string) => [
    `insert into committee_meeting (tenant_id, id, starts_at, cut_off_on, made_by)
      values (${mine}, '${id(nth)}', '${at}', '2026-02-20', ${person('committeeSecretary')})`,
    `insert into committee_attendance values (${mine}, '${id(nth)}', ${person('committeeMember')})`,
    `insert into committee_minutes values (${mine}, '${id(nth)}', 'Notulen')`,
  ];
  const item = (nth: number, meetingId: string, question: keyof typeof questions, state: string) => [
    `insert into agenda_item (tenant_id, id, meeting_id, question_id, kind, state, put_on_at)
      values (${mine}, '${id(nth)}', '${meetingId}', '${questions[question]}', 'decision', '${state}', '2026-02-20')`,
    `insert into agenda_item_taker values (${mine}, '${id(nth)}', ${person('committeeMember')})`,
    `insert into decision (tenant_id, id, question_id, version, kind, granted)
      values (${mine}, '${id(nth)}', '${questions[question]}', 1, 'tlv', false)`,
    `insert into decision_tlv values (${mine}, '${id(nth)}', 'SBO', null, 'Z1', '2026-02-01', 'orthopedagoog', '2026-02-02', 'arts')`,
    `insert into recusal values (${mine}, '${questions[question]}', ${person('conflictedMember')}, '2026-02-21')`,
  ];
  return [
    ...meeting(51, '2026-03-01T08:00:00Z'),
    ...meeting(52, '2026-03-20T08:00:00Z'),
    ...item(61, id(52), 'pupil at committee', 'open'),
    ...item(62, id(51), 'there pupil', 'decided'),
    ...item(63, id(51), 'started', 'withdrawn'),
    `insert into committee_meeting (tenant_id, id, starts_at, cut_off_on, made_by)
      values (${mine}, '${meetings.bare}', '2026-03-05T08:00:00Z', '2026-02-20', ${person('committeeSecretary')})`,
    `insert into committee_attendance values (${mine}, '${meetings.bare}', ${person('conflictedMember')})`,
    `insert into decision (tenant_id, id, question_id, version, kind, granted)
      values (${mine}, '${meetings.decided}', '${questions['there pupil']}', 2, 'tlv', false)`,
    `insert into recusal values (${mine}, '${questions['there pupil']}', ${person('committeeSecretary')}, '2026-02-21')
      on conflict do nothing`,
  ];
}

/** What was attached, and what was written down for others; of the other partnership too. */
function learnt(world: World): readonly string[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const person = (kind: string) => personOf(world, kind);
  const attached = (nth: number, question: keyof typeof questions, kind: string) => [
    `insert into attachment (tenant_id, id, question_id, school_id, level, name, media_type, size, text_read, uploaded_by, uploaded_at)
      select tenant_id, '${id(nth)}', id, school_id, level, 'plan.txt', 'text/plain', 1, true, ${person(kind)}, '2026-03-02'
      from support_question where id = '${questions[question]}'`,
    `insert into attachment_content values (${mine}, '${id(nth)}', 'x')`,
  ];
  const removed = (nth: number, question: keyof typeof questions, kind: string) =>
    `insert into attachment (tenant_id, id, question_id, school_id, level, media_type, size, text_read, uploaded_by, uploaded_at,
        removed_by, removed_at)
      select tenant_id, '${id(nth)}', id, school_id, level, 'text/plain', 1, true, ${person(kind)}, '2026-03-02', ${person(kind)}, '2026-03-04'
      from support_question where id = '${questions[question]}'`;
  const note = (nth: number, tenant: string, kind: string, edition: number | null, open: string | null) =>
    [
      `insert into practice_note (tenant_id, id, author_id, edition, published_at, open_edition, open_state, made_at, touched_at)
      values (${tenant}, '${id(nth)}', ${person(kind)}, ${edition}, ${edition === null ? 'null' : `'2026-03-02'`},
        ${open === null ? 'null' : 2}, ${open === null ? 'null' : `'${open}'`}, '2026-03-02', '2026-03-02')`,
      ...(edition === null ? [] : [[edition, 'published'] as const]),
      ...(open === null ? [] : [[2, open] as const]),
    ].map((one) =>
      typeof one === 'string'
        ? one
        : `insert into practice_note_edition (tenant_id, note_id, edition, author_id, state, title, situation, approach, reader_id)
          values (${tenant}, '${id(nth)}', ${one[0]}, ${person(kind)}, '${one[1]}', 'Rust', 'Onrust', 'Een dagritme', gen_random_uuid())`,
    );
  const used = (kind: string) =>
    `insert into practice_note_use (tenant_id, id, note_id, person_id, at)
      values (${mine}, gen_random_uuid(), '${id(81)}', ${person(kind)}, '2026-03-03')`;
  return [
    ...attached(71, 'started', 'specialist'),
    ...attached(72, 'team draft', 'author'),
    ...attached(73, 'there draft', 'teacherElsewhere'),
    ...attached(74, 'started', 'specialist').slice(0, 1),
    removed(75, 'started', 'specialist'),
    // Of a pupil nothing is kept but the line.
    removed(76, 'pupil at committee', 'coordinator'),
    ...note(81, mine, 'specialist', 1, null),
    ...note(82, mine, 'author', 1, 'handed_in'),
    ...note(83, mine, 'coordinator', null, 'draft'),
    ...note(84, mine, 'alongSpecialist', null, 'handed_in'),
    ...note(85, foreign, 'foreignDirector', 1, null),
    ...note(86, foreign, 'foreignDirector', null, 'handed_in'),
    used('teacherElsewhere'),
    used('author'),
    ...(['started', 'team draft'] as const).map(
      (question) => `insert into concern_question (tenant_id, agreement_id, question_id, made_by, made_at)
        select tenant_id, id, '${questions[question]}', ${person('author')}, '2026-03-05' from agreement where tenant_id = ${mine}`,
    ),
    ...(['open', 'over'] as const).map(
      (
        one,
      ) => `insert into agreement (tenant_id, id, concern_id, version, position, what, who, by_date, children_notice)
        select tenant_id, '${agreements[one]}', concern_id, min(version), 90, 'x', 'x', '2026-12-01', 'x' from concern_entry
        where step = 'hold_conversation' and concern_id = '${world.concerns[one === 'open' ? 'working' : 'resolved']}' group by 1, 3`,
    ),
  ];
}

/** Whether the person holds one of these roles on the day, in SQL; `at`: at a school. */
export const is = (...roles: readonly string[]) =>
  `exists (select from appointment a where a.tenant_id = $tenant and a.person_id = $person and a.role in ('${roles.join("', '")}')
    and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day))`;
export const at = (school: string, ...roles: readonly string[]) =>
  is(...roles).replace('where', `where a.school_id = ${school} and`);
export const asks = ['contact_person', 'school_director', 'support_coordinator'] as const;
const atSchool = [
  'contact_person',
  'school_director',
  'support_coordinator',
  'teacher',
  'specialist',
] as const;
const works = (kind: string, states: string) =>
  `(${is('specialist')} and exists (select from assignment w where w.tenant_id = $tenant and w.question_id = q.id
    and w.specialist_id = $person and w.kind = '${kind}' and w.state in (${states})))`;
const onAgenda = `exists (select from agenda_item i join committee_meeting m on m.id = i.meeting_id where i.question_id = q.id
  and i.state <> 'withdrawn' and q.status <> 'withdrawn' and m.starts_at > $day - interval '1 year')`;
const committee = `(${onAgenda} and (${is('committee_secretary')}
  or (${is('committee_member')} and not has_conflict(q, $person, $day))))`;

/** By a stationing at its school, on a question without a pupil that was submitted. */
const stationed = `(q.level <> 'pupil' and q.submitted_on is not null and ${is('specialist')} and exists (select from stationing t
  join stationing_school s on s.stationing_id = t.id where t.specialist_id = $person and s.school_id = q.school_id
    and t.status in ('agreed', 'active', 'evaluated') and t.starts_on <= $day and t.ends_on > $day))`;
const works4 = `${works('assigned', "'active'")} or ${committee}`;
const along = works('thinks_along', "'asked', 'active'");
/** Who reads a question (q), its words, and what is said of its pupil: the matrix of the design, in SQL. */
const reads = {
  question: `(${at('q.school_id', ...asks)} or (q.author_id = $person and ${at('q.school_id', ...atSchool)})
    or ${is('team_lead')} or ${works4} or ${along} or ${stationed})`,
  words: `(${at('q.school_id', ...asks)} or (q.author_id = $person and ${at('q.school_id', 'teacher')})
    or (q.level <> 'pupil' and ${is('team_lead')}) or ${works4} or ${along} or ${stationed})`,
  /** Goals stand with the words, but not for who is stationed. */
  goal: `(${at('q.school_id', ...asks)} or (q.author_id = $person and ${at('q.school_id', 'teacher')})
    or (q.level <> 'pupil' and ${is('team_lead')}) or ${works4} or ${along})`,
  pupil: `(${at('q.school_id', ...asks)} or (q.author_id = $person and ${at('q.school_id', 'teacher')}) or ${works4})`,
} as const;
const of = (part: keyof typeof reads, key = 'x.question_id') =>
  `x.tenant_id = $tenant and exists (select from support_question q where q.tenant_id = $tenant and q.id = ${key} and ${reads[part]})`;
const ofGoal = `x.tenant_id = $tenant and exists (select from support_question q join goal g on g.question_id = q.id
  where q.tenant_id = $tenant and g.id = x.goal_id and ${reads.goal})`;
const partnership = 'x.tenant_id = $tenant';
const seesVisit = (visit: string) => `(v.specialist_id = $person or ${is('team_lead')}
  or exists (select from visit_school s where s.visit_id = ${visit} and ${at('s.school_id', ...asks)}))`;
const planning = `${partnership} and (x.person_id = $person or ${is('specialist', 'team_lead', 'contact_person')})`;

const secondReader = is(
  'contact_person',
  'specialist',
  'team_lead',
  'committee_member',
  'committee_secretary',
);

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const questionsExactly: Readonly<Record<string, string>> = {
  question_protocol: 'true',
  ...{
    expertise: partnership,
    goal_template: partnership,
    question_term: partnership,
    specialist: partnership,
    specialist_expertise: partnership,
  },
  ...{ committee_meeting: partnership, specialist_absence: planning },
  contract: `${partnership} and (x.person_id = $person or ${is('team_lead', 'administrator')})`,
  calendar_key: `${partnership} and x.person_id = $person`,
  support_question: of('question', 'x.id'),
  question_words: of('words'),
  question_pupil: of('pupil'),
  question_entry: of('question'),
  question_entry_words: of('words'),
  assignment: `${partnership} and (x.specialist_id = $person or ${of('question')})`,
  ...{
    goal: of('goal'),
    goal_level: ofGoal,
    goal_score: ofGoal,
    decision: of('words'),
    agenda_item: of('question'),
  },
  visit: `${partnership} and ${seesVisit('x.id').replace('v.', 'x.')}`,
  visit_participants: `${partnership} and exists (select from visit v where v.id = x.visit_id and ${seesVisit('v.id')})`,
  visit_school: `${partnership} and (x.specialist_id = $person or ${is('team_lead')} or ${at('x.school_id', ...asks)})`,
  visit_series: `${partnership} and (x.specialist_id = $person or ${is('team_lead')})`,
  visit_share: `${partnership} and (${at('x.school_id', ...asks)}
    or exists (select from visit v where v.id = x.visit_id and (v.specialist_id = $person or ${is('team_lead')})))`,
  decision_tlv: `x.tenant_id = $tenant and exists (select from decision d join support_question q on q.id = d.question_id
    where d.tenant_id = $tenant and d.id = x.decision_id and (${at('q.school_id', ...asks)} or ${committee}))`,
  committee_attendance: `${partnership} and ${is('committee_member', 'committee_secretary')}`,
  committee_minutes: `${partnership} and ${is('committee_member', 'committee_secretary')}`,
  agenda_item_taker: `${partnership} and ${is('committee_member', 'committee_secretary')}`,
  recusal: `${partnership} and (x.person_id = $person or ${is('committee_secretary')})`,
  attachment: of('words'),
  attachment_content: `x.tenant_id = $tenant and exists (select from attachment f join support_question q on q.id = f.question_id
    where q.tenant_id = $tenant and f.id = x.attachment_id and ${reads.words})`,
  practice_note: `${partnership} and (x.author_id = $person or (x.edition is not null and x.withdrawn_at is null)
    or (x.open_state = 'handed_in' and ${secondReader}))`,
  practice_note_edition: `${partnership} and (x.author_id = $person or x.state = 'published' or (x.state = 'handed_in' and ${secondReader}))`,
  practice_note_use: `${partnership} and x.person_id = $person`,
  ...{ question_search: 'false', practice_note_search: 'false' },
};
