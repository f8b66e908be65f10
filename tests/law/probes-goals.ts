/** Who sets goals, describes and scores them, with what must come of each write. */
import { questions } from './furnish-questions.ts';
import { foreignTenant, type Probe } from './probes-registers.ts';
import type { World } from './world.ts';

type Name = keyof typeof questions;
const by = (people: readonly string[], sql: string, expected: Probe['expected'], after = false) =>
  people.map((who): Probe => ({ who, sql, expected, after }));

const fresh = '0190d000-0000-7000-8000-000000000099';
/** Goals with a score, of furnish-questions.ts: of `started` and of `pupil at committee`. */
const [ofStarted, ofPupil] = ['0190d000-0000-7000-8000-000000000041', '0190d000-0000-7000-8000-000000000042'];
const sides = ['director', 'coordinator'];
const readers = ['author', 'teamLead'];
const strangers = ['contactElsewhere', 'boardMember', 'administrator', 'committeeMember'];

export function goalProbes(world: World): readonly Probe[] {
  return [...goals(world), ...levels(world), ...scores(world), ...library(world)];
}

const make = (world: World, name: Name, tenant = `'${world.cast.tenantId}'`) =>
  `insert into goal (tenant_id, id, question_id, level, title, scale, starts_on, target_on)
    values (${tenant}, '${fresh}', '${questions[name]}', 'team', 'Nieuw', 5, '2026-03-01', '2026-06-01')`;

function goals(world: World): readonly Probe[] {
  const drop = `update goal set dropped_because = 'x'`;
  const one = (id: string) => `${drop} where id = '${id}'`;
  return [
    ...by([...sides, 'specialist'], make(world, 'started'), 'done'),
    ...by(sides, make(world, 'pupil at committee'), 'done'),
    ...by([...readers, ...strangers], make(world, 'started'), 'KL001'),
    ...by(['specialist', 'alongSpecialist', 'askedSpecialist'], make(world, 'pupil at committee'), 'KL001'),
    ...by(['coordinator'], make(world, 'started', foreignTenant(world)), 'KL001'),
    ...by(['foreignDirector'], make(world, 'foreign pupil draft', foreignTenant(world)), 'done'),
    // Without reading a column only the policy itself stands in the way.
    ...by([...sides, 'specialist'], drop, 'done'),
    ...by(['author'], drop, 'KL001'),
    ...by(['contactElsewhere'], drop, 'KL001'),
    ...by(
      [
        'teamLead',
        'alongSpecialist',
        'committeeMember',
        'administrator',
        'foreignDirector',
        'leavingTeacher',
      ],
      drop,
      'nothing',
    ),
    ...by(['specialist'], one(ofStarted), 'done'),
    ...by(['specialist'], one(ofPupil), 'nothing'),
    ...by(['coordinator'], one(ofPupil), 'done'),
  ];
}

function levels(world: World): readonly Probe[] {
  const describe = (goal: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into goal_level (tenant_id, goal_id, score, description) values (${tenant}, '${goal}', 1, 'x')`;
  const began = `${make(world, 'started')}; ${describe(fresh)}`;
  const again = `update goal_level set description = 'y'`;
  return [
    ...by([...sides, 'specialist'], began, 'done'),
    ...by([...sides, 'specialist'], `${began}; ${again} where goal_id = '${fresh}'`, 'done'),
    ...by([...sides, 'specialist'], `${began}; delete from goal_level where goal_id = '${fresh}'`, 'done'),
    ...by([...sides, 'specialist'], describe(ofStarted), 'KL001'),
    ...by([...readers, 'alongSpecialist', ...strangers, 'foreignDirector'], describe(ofStarted), 'KL001'),
    ...by(['coordinator'], describe(ofStarted, foreignTenant(world)), 'KL001'),
    ...[again, 'delete from goal_level'].flatMap((change) => [
      ...by([...readers, 'alongSpecialist', 'administrator'], change, 'KL001'),
      ...by([...sides, 'specialist'], change, 'KL001'),
      ...by(['foreignDirector'], change, 'nothing'),
    ]),
  ];
}

function scores(world: World): readonly Probe[] {
  const described = [-2, -1, 0, 1, 2].map((score) => `('${world.cast.tenantId}', '${fresh}', ${score}, 'x')`);
  const began = `${make(world, 'started')}; insert into goal_level values ${described.join()}`;
  const score = (goal: string, side: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into goal_score (tenant_id, id, goal_id, moment, scored_by, score, scored_on)
      values (${tenant}, gen_random_uuid(), '${goal}', 'start', '${side}', 0, '2026-03-01')`;
  return [
    ...by(sides, `${began}; ${score(fresh, 'school')}`, 'done'),
    ...by(['specialist'], `${began}; ${score(fresh, 'specialist')}`, 'done'),
    ...by(['specialist'], `${began}; ${score(fresh, 'school')}`, 'KL001'),
    ...by(sides, `${began}; ${score(fresh, 'specialist')}`, 'KL001'),
    ...by([...readers, ...strangers], score(ofStarted, 'school'), 'KL001'),
    ...by(['coordinator'], score(ofStarted, 'school', foreignTenant(world)), 'KL001'),
  ];
}

function library(world: World): readonly Probe[] {
  const add = (tenant = `'${world.cast.tenantId}'`) =>
    `insert into goal_template (tenant_id, id, level, title, variable)
      values (${tenant}, gen_random_uuid(), 'team', 'Nieuw in de lijst', 'aantal')`;
  const change = 'update goal_template set version = version + 1';
  const without = `update goal_template set prompts = 'x'`;
  return [
    ...by(['administrator'], add(), 'done'),
    ...by(['administrator'], add(foreignTenant(world)), '42501'),
    ...by(['teamLead', 'author', 'specialist'], add(), '42501'),
    ...by(['administrator'], change, 'done'),
    ...by(['administrator'], `${change} where tenant_id = ${foreignTenant(world)}`, 'nothing'),
    ...by(['teamLead', 'author', 'specialist'], change, 'nothing'),
    ...by(['teamLead', 'author', 'specialist'], without, 'nothing'),
  ];
}
