/** Who asks, revises and adds to a question, with what must come of each write. */
import { questions } from './furnish-questions.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

type Name = keyof typeof questions;
type Expected = Probe['expected'];

/** The same write by several people. */
const by = (people: readonly string[], sql: string, expected: Expected, after = false): readonly Probe[] =>
  people.map((who) => ({ who, sql, expected, after }));

/** Who writes on a draft of the school, besides the teacher who asked. */
const school = ['author', 'director', 'coordinator', 'otherContact'];
const others = [
  'specialist',
  'teamLead',
  'boardMember',
  'contactElsewhere',
  'teacherElsewhere',
  'committeeMember',
];

export function questionProbes(world: World): readonly Probe[] {
  return [
    ...settings(world),
    ...asking(world),
    ...drafts(world),
    ...pupils(world),
    ...entries(world),
    fading,
  ];
}

/** A draft that nobody touched for two years, its pupil, who thought along and what was said. */
const old = `'${questions['pupil draft of teacher']}'`;
const fading: Probe = {
  who: 'coordinator',
  sql: `do $$ begin
    perform warn_of_question_fading('2028-02-10'), fade_questions('2028-03-20', false);
    if exists (select from question_words where question_id = ${old}) or exists (select from question_pupil where question_id = ${old})
      or exists (select from question_entry_words where question_id = ${old}) or exists (select from assignment where question_id = ${old})
      or exists (select from question_entry where question_id = ${old} and person_id is not null)
      or not exists (select from support_question where id = ${old} and author_id is null) then
      raise exception using errcode = 'KL001', message = 'something stays';
    end if; end $$`,
  expected: 'nothing',
};

function settings(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const add = (tenant: string) =>
    `insert into expertise (tenant_id, code, name) values (${tenant}, 'nieuw', 'Nieuw')`;
  const rename = 'update expertise set position = position + 1';
  const lengthen = 'update question_term set days = days + 1';
  const there = ` where tenant_id = ${foreignTenant(world)}`;
  return [
    ...by(['administrator'], add(mine), 'done'),
    ...by(['administrator'], add(foreignTenant(world)), '42501'),
    ...by(['teamLead', 'author'], add(mine), '42501'),
    ...[rename, lengthen].flatMap((change) => [
      ...by(['administrator'], change, 'done'),
      ...by(['administrator'], change + there, 'nothing'),
      ...by(['teamLead', 'committeeSecretary'], change, 'nothing'),
    ]),
  ];
}

function asking(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const ask = (tenant = mine, author = 'app_person()') =>
    `insert into support_question (tenant_id, id, number, school_id, author_id, level, signalled_on)
      values (${tenant}, gen_random_uuid(), 'ZZZZZ1', '${world.cast.school.id}', ${author}, 'team', '2026-03-01')`;
  const plan = (name: Name) =>
    `update support_question set requested_dagdelen = 2 where id = '${questions[name]}'`;
  return [
    ...by([...school, 'leavingTeacher'], ask(), 'done'),
    ...by(others, ask(), '42501'),
    ...by(['leavingTeacher'], ask(), '42501', true),
    ...by(['author'], ask(mine, personOf(world, 'coordinator')), '42501'),
    ...by(['author'], ask(foreignTenant(world)), '42501'),
    ...by([...school, 'leavingTeacher'], plan('pupil draft of teacher'), 'done'),
    ...by(others, plan('pupil draft of teacher'), 'nothing'),
    ...by(['leavingTeacher'], plan('pupil draft of teacher'), 'nothing', true),
    ...by(['leavingTeacher'], plan('team draft'), 'nothing'),
    ...by([...school, 'leavingTeacher'], plan('started'), 'nothing'),
    ...by(['coordinator'], plan('foreign pupil draft'), 'nothing'),
    ...by(['foreignDirector'], plan('foreign pupil draft'), 'done'),
    // Without reading a column only the policy itself stands in the way.
    ...by(
      ['teamLead', 'specialist', 'committeeSecretary'],
      'update support_question set requested_dagdelen = 2',
      'nothing',
    ),
    ...by(['leavingTeacher'], 'update support_question set requested_dagdelen = 2', 'nothing', true),
  ];
}

function drafts(world: World): readonly Probe[] {
  const here = (name: Name) =>
    `'${world.cast.tenantId}', '${questions[name]}', '${world.cast.school.id}', 'pupil'`;
  const words = (name: Name) =>
    `insert into question_words (tenant_id, question_id, school_id, level, title, need) values (${here(name)}, 'x', 'x')`;
  const rewrite = (name: Name) =>
    `update question_words set need = 'y' where question_id = '${questions[name]}'`;
  return [
    ...by([...school, 'leavingTeacher'], words('bare draft'), 'done'),
    ...by(others, words('bare draft'), '42501'),
    ...by(['leavingTeacher'], words('bare draft'), '42501', true),
    ...by(['coordinator'], words('bare submitted'), '42501'),
    ...by([...school, 'leavingTeacher'], rewrite('pupil draft of teacher'), 'done'),
    ...by(others, rewrite('pupil draft of teacher'), 'nothing'),
    ...by(['leavingTeacher'], rewrite('pupil draft of teacher'), 'nothing', true),
    ...by([...school, 'leavingTeacher'], rewrite('started'), 'nothing'),
    ...by(['coordinator'], rewrite('foreign pupil draft'), 'nothing'),
    ...by(['teamLead', 'specialist'], `update question_words set need = 'y'`, 'nothing'),
    ...by(['leavingTeacher'], `update question_words set need = 'y'`, 'nothing', true),
  ];
}

function pupils(world: World): readonly Probe[] {
  const here = (name: Name) =>
    `'${world.cast.tenantId}', '${questions[name]}', '${world.cast.school.id}', 'pupil'`;
  const gate = (name: Name) =>
    `insert into question_pupil (tenant_id, question_id, school_id, level) values (${here(name)})`;
  const speak = (name: Name) =>
    `update question_pupil set parents_spoken_on = '2026-03-01' where question_id = '${questions[name]}'`;
  const number = (name: Name) =>
    `update question_pupil set case_number = 'K2' where question_id = '${questions[name]}'`;
  const remove = (name: Name) => `delete from question_pupil where question_id = '${questions[name]}'`;
  return [
    ...by([...school, 'leavingTeacher'], gate('bare draft'), 'done'),
    ...by(others, gate('bare draft'), '42501'),
    ...by(['leavingTeacher'], gate('bare draft'), '42501', true),
    ...by(['coordinator'], gate('bare submitted'), '42501'),
    ...by([...school, 'leavingTeacher'], speak('pupil draft of teacher'), 'done'),
    ...by(others, speak('pupil draft of teacher'), 'nothing'),
    ...by(['leavingTeacher'], speak('pupil draft of teacher'), 'nothing', true),
    ...by(['coordinator', 'author', 'alongSpecialist'], speak('pupil at committee'), 'nothing'),
    // Afterwards only the number, once, by who reads every question of the school.
    ...by(school, number('pupil unnumbered'), 'done'),
    ...by([...others, 'leavingTeacher'], number('pupil unnumbered'), 'nothing'),
    ...by(['coordinator'], number('pupil at committee'), 'nothing'),
    ...by(['coordinator'], speak('pupil unnumbered'), '42501'),
    ...by(
      ['committeeSecretary', 'committeeMember', 'specialist'],
      `update question_pupil set case_number = 'K2'`,
      'nothing',
    ),
    ...by([...school, 'leavingTeacher'], remove('pupil draft of teacher'), 'done'),
    ...by(others, remove('pupil draft of teacher'), 'nothing'),
    ...by(['leavingTeacher'], remove('pupil draft of teacher'), 'nothing', true),
    ...by(['coordinator', 'committeeSecretary'], remove('pupil at committee'), 'nothing'),
    ...by(['committeeSecretary', 'committeeMember', 'teamLead'], 'delete from question_pupil', 'nothing'),
  ];
}

function entries(world: World): readonly Probe[] {
  const key = (name: Name) => `'${world.cast.tenantId}', '${questions[name]}', 2`;
  const words = (name: Name) =>
    `insert into question_entry_words (tenant_id, question_id, version, text) values (${key(name)}, 'x')`;
  const note = (name: Name, status: string) =>
    `insert into question_entry (tenant_id, question_id, version, id, at, relation, step, from_status, to_status)
      values (${key(name)}, gen_random_uuid(), now(), '', 'add_note', '', '${status}')`;
  const said = (name: Name, status: string) => `${words(name)}; ${note(name, status)}`;
  return [
    ...by([...school, 'leavingTeacher', 'specialist', 'teamLead'], said('started', 'started'), 'done'),
    ...by(['alongSpecialist', 'committeeSecretary'], said('pupil at committee', 'at_committee'), 'done'),
    ...by(['teamLead', 'committeeMember'], said('pupil at committee', 'at_committee'), 'KL001'),
    ...by(['contactElsewhere', 'conflictedMember'], said('pupil at committee', 'at_committee'), '42501'),
    // Words that wait for an entry that never comes.
    ...by(['teamLead', 'coordinator'], words('pupil at committee'), '23503'),
    ...by(['contactElsewhere', 'conflictedMember', 'boardMember'], words('pupil at committee'), '42501'),
    ...by(['coordinator'], note('started', 'started'), 'KL001'),
    ...by(['coordinator'], said('started', 'evaluated'), 'KL001'),
  ];
}
