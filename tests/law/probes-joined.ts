/** Who makes a question of an agreement, with what must come of each write. */
import { agreements, questions } from './furnish-questions.ts';
import type { Probe } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));

export function joinedProbes(world: World): readonly Probe[] {
  const tenant = `'${world.cast.tenantId}'`;
  const here = `'${world.cast.school.id}'`;
  const elsewhere = `(select school_id from concern where id = '${world.concerns['working sole board']}')`;
  const link = (agreement: string, question: string) =>
    `insert into concern_question (tenant_id, agreement_id, question_id, made_by)
      values (${tenant}, ${agreement}, ${question}, app_person());`;
  const ask = (school: string, level: string, id = 'one') =>
    `insert into support_question (tenant_id, id, number, school_id, author_id, level, signalled_on)
      values (${tenant}, ${id}, upper(substr(md5(${id}::text), 1, 6)), ${school}, app_person(), '${level}', app_today());`;
  // What a block did is not counted: `nothing` is what was let through.
  const block = (work: string) =>
    `do $$ declare one uuid := gen_random_uuid(); other uuid := gen_random_uuid(); begin ${work} end $$`;
  const [open, over] = [`'${agreements.open}'`, `'${agreements.over}'`];
  const made = block(ask(here, 'team') + link(open, 'one'));
  return [
    ...by(['author', 'director'], made, 'nothing'),
    ...by(['coordinator', 'teamLead', 'contactElsewhere', 'boardMember', 'leavingTeacher'], made, '42501'),
    ...by(['author'], block(ask(here, 'pupil') + link(open, 'one')), '42501'),
    ...by(['author'], block(ask(elsewhere, 'team') + link(open, 'one')), '42501'),
    ...by(['author'], block(ask(here, 'team') + link('other', 'one')), '42501'),
    ...by(['author'], block(link(open, `'${questions.started}'`)), '42501'),
    ...by(['author'], block(link(open, `'${questions['team draft']}'`)), '42501'),
    // Over is over, and one question at a time.
    ...by(['author'], block(ask(here, 'team') + link(over, 'one')), 'KL001'),
    ...by(
      ['author'],
      block(ask(here, 'team') + link(open, 'one') + ask(here, 'team', 'other') + link(open, 'other')),
      'KL001',
    ),
  ];
}
