/** Writes around concerns about the partnership, with what must come of them. */
import type { Probe } from './probes-registers.ts';
import type { World } from './world.ts';

export function mirrorProbes(world: World): readonly Probe[] {
  const { tenantId, personId: author } = world.people['mirrored_author'] ?? {};
  const school = `(select school_id from concern_version where id = '${world.concerns['mirrored_noted']}')`;
  const note = (about: string, place = school) =>
    `insert into concern (tenant_id, id, number, about, school_id, author_id, noticed_on, occasion, observation)
     values ('${tenantId}', gen_random_uuid(), 'ZZZZZ2', '${about}', ${place}, app_person(), '2026-03-01', 'x', 'x')`;
  const noteAs = (who: string, about: string, expected: Probe['expected'], after = false): Probe => ({
    who: `mirrored_${who}`,
    sql: note(about),
    expected,
    after,
  });
  const revise = `update concern set theme = 'x'`;
  return [
    noteAs('author', 'partnership', 'done'),
    noteAs('author', 'school', 'done'),
    noteAs('leavingTeacher', 'partnership', 'done'),
    noteAs('leavingTeacher', 'partnership', '42501', true),
    noteAs('leavingTeacher', 'school', 'done', true),
    noteAs('otherCoordinator', 'partnership', '42501'),
    noteAs('otherCoordinator', 'school', 'done'),
    noteAs('specialist', 'partnership', '42501'),
    noteAs('specialist', 'school', 'done'),
    noteAs('teacherElsewhere', 'partnership', '42501'),
    noteAs('director', 'partnership', '42501'),
    noteAs('schoolBoard', 'partnership', '42501'),
    noteAs('boardMember', 'partnership', '42501'),
    {
      who: 'mirrored_author',
      sql: `${revise} where id = '${world.concerns['mirrored_noted']}'`,
      expected: 'done',
    },
    { who: 'mirrored_leavingTeacher', sql: revise, expected: 'done' },
    { who: 'mirrored_leavingTeacher', after: true, sql: revise, expected: 'nothing' },
    { who: 'mirrored_teamLead', sql: revise, expected: 'nothing' },
    { who: 'mirrored_otherCoordinator', sql: revise, expected: 'nothing' },
    {
      who: 'mirrored_coordinator',
      sql: `${revise} where author_id = '${author}'`,
      expected: 'nothing',
    },
  ];
}
