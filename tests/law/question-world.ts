/** A question in every state, at both kinds of level, and in every standing of the facts: plain rows, so that each is just one thing otherwise. */
import type pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { statuses } from '../../src/questions/question.rules.ts';
import { aCast, anAppointment, aPerson, aSchool, type Cast, type Stage } from '../support/factories.ts';
import { consented, pupil, rowsOf, type Standing } from './question-rows.ts';

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
  const at = newId();
  rows.push(
    `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
      values ('${tenantId}', '${at}', ${id('stationed')}, '${cast.school.id}', 2, '2026-01-05', '2026-08-01', 'active', ${id('lead')}, '2026-01-01')`,
    `insert into stationing_school values ('${tenantId}', '${at}', '${cast.school.id}')`,
  );
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
    stationed: await anAppointment(stage, 'specialist', lone),
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
    'at_committee team decision': { asked: 'decision' },
    'at_committee pupil decision': { asked: 'decision' },
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
    'evaluated team of who leaves': { assigned: [['free', 'active']] },
    'evaluated team without end': { columns: { evaluate_by: 'null' } },
    'submitted team faded': { columns: { faded_at: `'2026-03-05'`, author_id: 'null' } },
  };
}
