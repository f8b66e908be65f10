/** A question in every state, at both kinds of level, and in every standing of the facts: plain rows, so that each is just one thing otherwise. */
import type pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { statuses } from '../../src/questions/question.rules.ts';
import { aCast, anAppointment, aPerson, aSchool, type Cast, type Stage } from '../support/factories.ts';

/** Friday. Everything happened in the week before. */
export const today = '2026-03-06';
export const clock = `${today}T08:00:00Z`;

export interface QuestionWorld {
  readonly cast: Cast;
  readonly people: Readonly<Record<string, Identity>>;
  readonly meetings: Readonly<Record<string, string>>;
  /** Ids by what is special about them; the name begins with the state and the level. */
  readonly questions: Readonly<Record<string, string>>;
}

export async function aQuestionWorld(stage: Stage, superuser: pg.Client): Promise<QuestionWorld> {
  stage.at(clock);
  const cast = await aCast(stage);
  const people = await peopleOf(stage, cast);
  const id = (kind: string) => `'${people[kind]?.personId}'`;
  const { tenantId } = cast;
  const meetings = Object.fromEntries(
    ['begun', 'ahead', 'closed', 'cancelled', 'short'].map((name) => [name, newId()]),
  );
  const rows: string[] = [];
  const meeting = (name: string, at: string, cutOff: string, status = 'planned', quorum = 1) => {
    const key = `'${tenantId}', '${meetings[name]}'`;
    rows.push(`insert into committee_meeting (tenant_id, id, starts_at, cut_off_on, status, quorum, made_by)
      values (${key}, '${at}', '${cutOff}', '${status}', ${quorum}, ${id('secretary')})`);
    for (const kind of ['member', 'conflicted'])
      rows.push(`insert into committee_attendance values (${key}, ${id(kind)})`);
  };
  meeting('begun', clock, '2026-02-20');
  meeting('ahead', '2026-03-20T08:00:00Z', today);
  meeting('closed', '2026-03-10T08:00:00Z', '2026-03-05');
  meeting('cancelled', '2026-03-21T08:00:00Z', '2026-03-14', 'cancelled');
  meeting('short', '2026-03-05T08:00:00Z', '2026-02-20', 'planned', 2);
  for (const [kind, dagdelen, from, to] of contracts)
    rows.push(`insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen)
      values ('${tenantId}', '${newId()}', ${id(kind)}, '${from}', ${to}, 0.4, ${dagdelen})`);
  rows.push(`insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
    values ('${tenantId}', '${newId()}', ${id('absentSpecialist')}, '2026-03-01', '2026-08-01')`);
  const questions: Record<string, string> = {};
  for (const [name, standing] of Object.entries(standings())) {
    const question = newId();
    const [status = '', level = ''] = name.split(' ');
    questions[name] = question;
    rows.push(...rowsOf({ cast, id, meetings, question, status, level, standing }));
  }
  await superuser.query(
    `set session_replication_role = replica; ${rows.join(';\n')}; set session_replication_role = origin`,
  );
  return { cast, people, meetings, questions };
}

const contracts = [
  ['assigned', 8, '2025-08-01', 'null'],
  ['other', 4, '2025-08-01', 'null'],
  // Two contracts after each other.
  ['free', 4, '2025-08-01', `'2026-04-01'`],
  ['free', 2, '2026-04-01', `'2026-09-01'`],
  ['absentSpecialist', 4, '2025-08-01', 'null'],
] as const;

async function peopleOf(stage: Stage, cast: Cast): Promise<QuestionWorld['people']> {
  const { tenantId, school } = cast;
  const lone = { tenantId };
  const here = { tenantId, schoolId: school.id };
  const elsewhere = { tenantId, schoolId: (await aSchool(stage, tenantId, cast.boardId)).id };
  const leadWhoHelps = await anAppointment(stage, 'team_lead', lone);
  const mine = {
    contact: cast.author,
    director: cast.director,
    coordinator: cast.coordinator,
    lead: cast.teamLead,
    teacher: await anAppointment(stage, 'teacher', here),
    otherTeacher: await anAppointment(stage, 'teacher', here),
    otherCoordinator: await anAppointment(stage, 'support_coordinator', here),
    leadWhoHelps: await anAppointment(stage, 'specialist', { ...lone, personId: leadWhoHelps }),
    assigned: await anAppointment(stage, 'specialist', lone),
    other: await anAppointment(stage, 'specialist', lone),
    along: await anAppointment(stage, 'specialist', lone),
    asked: await anAppointment(stage, 'specialist', lone),
    free: await anAppointment(stage, 'specialist', lone),
    absentSpecialist: await anAppointment(stage, 'specialist', lone),
    formerSpecialist: await anAppointment(stage, 'specialist', { ...lone, to: today }),
    member: await anAppointment(stage, 'committee_member', lone),
    conflicted: await anAppointment(stage, 'committee_member', lone),
    secretary: await anAppointment(stage, 'committee_secretary', lone),
    administrator: await anAppointment(stage, 'administrator', lone),
    contactElsewhere: await anAppointment(stage, 'contact_person', elsewhere),
    stranger: await aPerson(stage, tenantId),
  };
  await anAppointment(stage, 'editor', { ...lone, personId: mine.formerSpecialist });
  await anAppointment(stage, 'teacher', {
    ...here,
    personId: mine.conflicted,
    to: '2024-08-01',
    from: '2020-08-01',
  });
  const foreign = await aCast(stage);
  return Object.fromEntries([
    ...Object.entries(mine).map(([name, personId]) => [name, { tenantId, personId }] as const),
    ['foreignLead', { tenantId: foreign.tenantId, personId: foreign.teamLead }] as const,
  ]);
}

/** What is otherwise than usual. Text is SQL. */
interface Standing {
  readonly author?: string;
  readonly submitter?: string;
  readonly words?: string;
  readonly pupil?: string | null;
  readonly columns?: Readonly<Record<string, string>>;
  /** Who works on it; without it the usual ones. */
  readonly assigned?: readonly (readonly [kind: string, state: string])[];
  readonly meeting?: string;
  /** Each goal's end scores: «school», «specialist», «both», «none», «dropped». */
  readonly goals?: readonly ('school' | 'specialist' | 'both' | 'none' | 'dropped')[];
  /** What the school said of each visit; withdrawn ones are. */
  readonly visits?: readonly ('null' | `'confirmed'` | `'disputed'` | 'withdrawn')[];
  readonly whyNoGoal?: string;
}

/** Pseudonym and age band; the days of speaking, of the parents' and of the pupil's consent. */
const pupil = (days: string, number = `'K-1'`) => `${number}, ${days}`;
const consented = `'2026-03-01', '2026-03-01', '2026-03-06'`;

function standings(): Readonly<Record<string, Standing>> {
  const made: Record<string, Standing> = {};
  for (const status of statuses) {
    made[`${status} team`] = {};
    made[`${status} pupil`] = {};
  }
  return {
    ...made,
    'draft pupil no pseudonym': { words: `' ', '8-9'` },
    'draft pupil no band': { words: `'Ster', null` },
    'draft pupil band upside down': { words: `'Ster', '9-8'` },
    'draft pupil band of adults': { words: `'Ster', '22-23'` },
    'draft pupil not spoken': { pupil: pupil(`null, '2026-03-01', '2026-03-01'`) },
    'draft pupil spoken tomorrow': { pupil: pupil(`'2026-03-07', '2026-03-01', '2026-03-01'`) },
    'draft pupil of 11': { words: `'Ster', '10-11'`, pupil: pupil(`'2026-03-01', '2026-03-06', null`) },
    'draft pupil of 11 without parents': {
      words: `'Ster', '10-11'`,
      pupil: pupil(`'2026-03-01', null, '2026-03-01'`),
    },
    'draft pupil of 11 or 12': { words: `'Ster', '11-12'`, pupil: pupil(`'2026-03-01', '2026-03-01', null`) },
    'draft pupil consents tomorrow': {
      words: `'Ster', '12-15'`,
      pupil: pupil(`'2026-03-01', '2026-03-01', '2026-03-07'`),
    },
    'draft pupil of 15 without parents': {
      words: `'Ster', '15-17'`,
      pupil: pupil(`'2026-03-01', null, '2026-03-01'`),
    },
    'draft pupil of 16': { words: `'Ster', '16-17'`, pupil: pupil(`'2026-03-01', null, '2026-03-01'`) },
    'draft pupil without gate': { pupil: null, words: `null, null` },
    'draft team of director': { author: 'director' },
    'submitted team of director': { author: 'director', submitter: 'director' },
    // Whoever submitted it went away.
    'in_triage team left behind': { submitter: 'stranger' },
    'in_triage pupil without number': { pupil: pupil(consented, 'null') },
    'in_triage pupil with blank number': { pupil: pupil(consented, `' '`) },
    'at_committee pupil incomplete': { columns: { incomplete_on: `'2026-03-05'` } },
    'at_committee team ahead': { meeting: 'ahead' },
    'at_committee team short': { meeting: 'short' },
    'at_committee team cancelled': { meeting: 'cancelled' },
    'assigned team two': {
      assigned: [
        ['assigned', 'active'],
        ['other', 'active'],
      ],
    },
    'assigned pupil two': {
      assigned: [
        ['leadWhoHelps', 'active'],
        ['other', 'active'],
      ],
    },
    'assigned team nobody': { assigned: [['assigned', 'ended']] },
    'assigned team over': { columns: { evaluate_by: `'2026-03-05'` } },
    'started team with goals': { goals: ['none', 'dropped'] },
    'started team with dropped goals': { goals: ['dropped'] },
    'evaluated team with goals': { goals: ['both', 'both', 'dropped'] },
    'evaluated team scored by school': { goals: ['both', 'school'] },
    'evaluated team scored by specialist': { goals: ['specialist'] },
    'evaluated pupil unscored': { goals: ['none'], visits: ['null'] },
    'evaluated team said why': { whyNoGoal: 'Te kort.', visits: [`'confirmed'`, 'withdrawn'] },
    'evaluated team said blank': { whyNoGoal: ' ' },
    'evaluated team unconfirmed': { whyNoGoal: 'Te kort.', visits: ['null', `'confirmed'`] },
    'evaluated team disputed': { whyNoGoal: 'Te kort.', visits: [`'disputed'`] },
    'evaluated team without end': { columns: { evaluate_by: 'null' } },
    'submitted team faded': { columns: { faded_at: `'2026-03-05'`, author_id: 'null' } },
  };
}

/** What every row of one question is made with. */
interface Made {
  readonly cast: Cast;
  readonly id: (kind: string) => string;
  readonly meetings: Readonly<Record<string, string>>;
  readonly question: string;
  readonly status: string;
  readonly level: string;
  readonly standing: Standing;
}

function rowsOf(made: Made): readonly string[] {
  const { cast, question, standing, id } = made;
  const schoolId = cast.school.id;
  return [
    ...asked(made),
    ...worked(made),
    ...(standing.goals ?? []).flatMap((scored) => goal(cast.tenantId, schoolId, question, scored)),
    ...(standing.visits ?? []).flatMap((verdict) =>
      visit(cast.tenantId, schoolId, question, id('other'), verdict),
    ),
  ];
}

const isWorkedOn = (status: string) => ['assigned', 'started', 'evaluated', 'completed'].includes(status);

function asked({ cast, id, question, status, level, standing }: Made): readonly string[] {
  const { author = 'teacher', submitter = 'coordinator', words = `'Ster', '12-13'` } = standing;
  const columns: Readonly<Record<string, string>> = {
    author_id: id(author),
    ...(status === 'draft' ? {} : { submitter_id: id(submitter), submitted_on: `'2026-03-02'` }),
    ...(isWorkedOn(status) ? { evaluate_by: `'2026-05-31'`, holder_id: id('assigned') } : {}),
    ...(status === 'needs_information' ? { paused_on: `'2026-03-04'` } : {}),
    ...standing.columns,
  };
  const here = `'${cast.tenantId}', '${question}', '${cast.school.id}', '${level}'`;
  return [
    `insert into support_question (tenant_id, id, school_id, level, status, version, number, signalled_on, asked_at, touched_at,
      ${Object.keys(columns).join()}) values (${here}, '${status}', 5, '${question.slice(-6).toUpperCase()}', '2026-03-01', '2026-03-02',
      '2026-03-02', ${Object.values(columns).join()})`,
    `insert into question_words (tenant_id, question_id, school_id, level, title, need, pseudonym, age_band)
      values (${here}, 'x', 'x', ${level === 'pupil' ? words : 'null, null'})`,
    ...(level === 'pupil' && standing.pupil !== null
      ? [
          `insert into question_pupil (tenant_id, question_id, school_id, level, case_number, parents_spoken_on, parents_consent_on,
            pupil_consent_on) values (${here}, ${standing.pupil ?? pupil(consented)})`,
        ]
      : []),
  ];
}

/** Who works on it, where it is on an agenda, and what its evaluation said. */
function worked({ cast, id, meetings, question, status, standing }: Made): readonly string[] {
  const { tenantId } = cast;
  const usual = isWorkedOn(status) ? ([['assigned', 'active']] as const) : [];
  const assign = (kind: string, what: string, state: string) =>
    `insert into assignment (tenant_id, id, question_id, specialist_id, kind, role, state, planned_dagdelen, starts_on, ends_on,
      made_at, began_at) values ('${tenantId}', '${newId()}', '${question}', ${id(kind)}, '${what}', 'x', '${state}', 2, '2026-03-02',
      '2026-06-01', '2026-03-02', '2026-03-02')`;
  const rows = [
    assign('along', 'thinks_along', 'active'),
    assign('asked', 'thinks_along', 'asked'),
    ...(standing.assigned ?? usual).map(([kind, state]) => assign(kind, 'assigned', state)),
  ];
  if (status === 'at_committee')
    rows.push(`insert into agenda_item (tenant_id, id, meeting_id, question_id, kind, state, put_on_at)
      values ('${tenantId}', '${newId()}', '${meetings[standing.meeting ?? 'begun']}', '${question}', 'advice', 'open', '2026-03-02')`);
  const key = `'${tenantId}', '${question}'`;
  if (status === 'evaluated')
    rows.push(`insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status)
      values (${key}, 5, '${newId()}', '2026-03-05', 'specialist', 'evaluate', 'started', 'evaluated')`);
  if (standing.whyNoGoal !== undefined)
    rows.push(
      `insert into question_entry_words (tenant_id, question_id, version, text) values (${key}, 5, '${standing.whyNoGoal}')`,
    );
  return rows;
}

function goal(tenantId: string, schoolId: string, question: string, scored: string): readonly string[] {
  const made = newId();
  const key = `'${tenantId}', '${made}'`;
  const score = (side: string) =>
    `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on, entered_at)
      values ('${tenantId}', '${newId()}', '${made}', 'end', '${side}', 0, '2026-03-05', '2026-03-05')`;
  return [
    `insert into goal (tenant_id, id, question_id, school_id, level, title, scale, starts_on, target_on, made_at, dropped_at)
      values (${key}, '${question}', '${schoolId}', 'team', 'Rust ${made}', 6, '2026-03-02', '2026-06-01', '2026-03-02',
        ${scored === 'dropped' ? `'2026-03-04'` : 'null'})`,
    `insert into goal_level values (${key}, 0, 'Rust')`,
    ...(['school', 'both'].includes(scored) ? [score('school')] : []),
    ...(['specialist', 'both'].includes(scored) ? [score('specialist')] : []),
  ];
}

function visit(
  tenantId: string,
  schoolId: string,
  question: string,
  specialist: string,
  verdict: string,
): readonly string[] {
  const made = newId();
  const key = `'${tenantId}', '${made}'`;
  const withdrawn = verdict === 'withdrawn';
  const answer =
    withdrawn || verdict === 'null' ? 'null, null, null' : `${verdict}, ${specialist}, '2026-03-05'`;
  return [
    `insert into visit (tenant_id, id, specialist_id, on_date, minutes, kind, recorded_at, withdrawn_at)
      values (${key}, ${specialist}, '2026-03-03', 60, 'coaching', '2026-03-03', ${withdrawn ? `'2026-03-04'` : 'null'})`,
    `insert into visit_school (tenant_id, visit_id, school_id, specialist_id, on_date, verdict, answered_by, answered_at)
      values (${key}, '${schoolId}', ${specialist}, '2026-03-03', ${answer})`,
    `insert into visit_share (tenant_id, visit_id, position, minutes, question_id, school_id)
      values (${key}, 1, 60, '${question}', '${schoolId}')`,
  ];
}
