/** Who makes plans, marks them and proposes from them, with what must come of each write. */
import { questions } from './furnish-questions.ts';
import { donePlan } from './furnish-stationings.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));

const id = (nth: number) => `0190d000-0000-7000-8000-0000000001${nth}`;
/** Of furnish-stationings.ts: here and in the other partnership. */
const [plan, mark, foreignPlan] = [id(23), id(24), id(33)];
const others = ['specialist', 'director', 'author', 'boardMember', 'administrator', 'partnershipDirector'];

export function planProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const make = (tenant: string, maker: string) =>
    `insert into deployment_plan (tenant_id, id, name, starts_on, weeks, made_by, made_at)
      values (${tenant}, gen_random_uuid(), 'Plan', '2026-03-09', 20, ${maker}, now())`;
  const pin = (tenant: string, of: string, maker = 'app_person()') =>
    `insert into plan_mark (tenant_id, plan_id, id, kind, specialist_id, school_id, made_by, made_at)
      values (${tenant}, '${of}', gen_random_uuid(), 'pin', ${personOf(world, 'specialist')}, '${world.cast.school.id}', ${maker}, now())`;
  const propose = (
    from: string,
  ) => `insert into assignment_proposal (tenant_id, id, question_id, specialist_id, plan_id, dagdelen, starts_on, ends_on, made_at)
    values (${mine}, gen_random_uuid(), '${questions['bare submitted']}', ${personOf(world, 'specialist')}, '${from}', 2, '2026-03-09', '2026-06-01', now())`;
  const move = (changes: string) => `update deployment_plan set ${changes} where id = '${donePlan}'`;
  const publish = move(`status = 'published', published_by = app_person(), published_at = app_now()`);
  const discard = move(`status = 'discarded'`);
  const unmark = `delete from plan_mark where plan_id = '${donePlan}'`;
  return [
    ...by(['teamLead'], make(mine, 'app_person()'), 'done'),
    ...by(['teamLead'], make(mine, personOf(world, 'specialist')), '42501'),
    ...by(['teamLead'], make(foreignTenant(world), 'app_person()'), '42501'),
    ...by(others, make(mine, 'app_person()'), '42501'),
    ...by(['teamLead'], `update deployment_plan set name = 'Anders' where id = '${plan}'`, 'done'),
    ...by(['teamLead'], `update deployment_plan set name = 'Anders' where id = '${foreignPlan}'`, 'nothing'),
    ...by(others, `update deployment_plan set name = 'Anders'`, 'nothing'),
    // What the planner finds comes in by the run alone; who publishes is oneself, and something was found.
    ...by(['teamLead'], 'update deployment_plan set bound = 1', '42501'),
    ...by(['teamLead'], `update deployment_plan set best = '{}' where id = '${plan}'`, 'KL001'),
    ...by(['teamLead'], `update deployment_plan set status = 'published' where id = '${plan}'`, 'KL001'),
    ...by(['teamLead', ...others], 'delete from deployment_plan', '42501'),
    ...by(['teamLead'], pin(mine, plan), 'done'),
    ...by(['teamLead'], pin(foreignTenant(world), foreignPlan), '42501'),
    ...by(['teamLead'], pin(mine, plan, personOf(world, 'specialist')), '42501'),
    ...by(others, pin(mine, plan), '42501'),
    // What rests stands as it stood.
    ...by(['teamLead'], pin(mine, donePlan), 'done'),
    ...by(['teamLead'], unmark, 'done'),
    ...[publish, discard].flatMap((rest) => [
      ...by(['teamLead'], `${rest}; ${pin(mine, donePlan)}`, '42501'),
      ...by(['teamLead'], `${rest}; ${unmark}`, 'nothing'),
    ]),
    ...by(['teamLead'], `delete from plan_mark where id = '${mark}'`, 'done'),
    ...by(others, 'delete from plan_mark', 'nothing'),
    // Out of a plan that is published at that moment, by who publishes it.
    ...by(['teamLead'], `${publish}; ${propose(donePlan)}`, 'done'),
    ...by(['teamLead', 'specialist', 'author'], propose(plan), 'KL001'),
    ...by(['teamLead'], propose(donePlan), 'KL001'),
    ...by(['teamLead', ...others], `update assignment_proposal set state = 'taken'`, '42501'),
  ];
}
