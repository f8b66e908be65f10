/** Who writes ondersteuningsplannen and their ambitions, with what must come of each write. */
import { ambitionOf, plans, priorityOf } from './furnish-support-plans.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));
const others = ['specialist', 'director', 'author', 'boardMember', 'administrator', 'privacyOfficer'];
const writers = ['teamLead', 'partnershipDirector'];
const id = 'gen_random_uuid()';

export function supportPlanProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  return [
    ...ofPlans(mine, foreign),
    ...ofFiles(world),
    ...ofPriorities(mine, foreign),
    ...ofAmbitions(world, mine, foreign),
    ...ofListed(mine, foreign),
    ...ofReadings(world, mine, foreign),
  ];
}

function ofPlans(mine: string, foreign: string): readonly Probe[] {
  const make = (tenant: string) => `insert into support_plan (tenant_id, id, name, starts_on, ends_on)
    values (${tenant}, ${id}, 'Nieuw', '2035-08-01', '2039-08-01')`;
  const rename = (plan: string) => `update support_plan set name = 'Anders' where id = '${plan}'`;
  const step = (plan: string, what: string, tenant = mine) =>
    `insert into support_plan_entry (tenant_id, plan_id, id, step, on_date, words) values (${tenant}, '${plan}', ${id}, '${what}', '2026-02-02', 'Woorden')`;
  const discard = (plan: string) => `select discard_support_plan('${plan}')`;
  return [
    ...by(writers, make(mine), 'done'),
    ...by(['teamLead'], make(foreign), '42501'),
    ...by(others, make(mine), 'KL001'),
    ...by(writers, rename(plans.draft), 'done'),
    ...by(writers, rename(plans.discussed), 'done'),
    ...by(writers, rename(plans.adopted), 'KL001'),
    ...by(['teamLead'], rename(plans.foreign), 'nothing'),
    ...by(['teamLead'], `update support_plan set status = 'adopted'`, '42501'),
    ...by(['teamLead'], `update support_plan set tenant_id = ${foreign}`, '42501'),
    ...by(['teamLead'], 'delete from support_plan', '42501'),
    ...by(others, `update support_plan set name = 'Anders'`, 'nothing'),
    ...by(writers, step(plans.draft, 'discuss'), 'done'),
    ...by(writers, step(plans.draft, 'consent'), 'KL001'),
    ...by(writers, step(plans.discussed, 'reopen'), 'done'),
    ...by(writers, step(plans.adopted, 'reopen'), 'KL001'),
    ...by(['teamLead'], step(plans.foreign, 'reopen', foreign), '42501'),
    ...by(others, step(plans.draft, 'discuss'), 'KL001'),
    ...by(writers, discard(plans.empty), 'done'),
    ...[plans.draft, plans.discussed, plans.adopted].flatMap((plan) =>
      by(['teamLead'], discard(plan), 'KL001'),
    ),
    ...by(['teamLead'], discard(plans.foreign), '42501'),
    ...by(others, discard(plans.empty), 'KL001'),
    ...by(['teamLead'], `update support_plan_entry set words = 'x'`, '42501'),
    ...by(['teamLead'], 'delete from support_plan_entry', '42501'),
  ];
}

function ofFiles(world: World): readonly Probe[] {
  const keep = (plan: string, kind: string) =>
    `select keep_plan_file('${plan}', '${kind}', ${id}, 'plan.pdf', '\\x25504446')`;
  return [
    ...by(writers, keep(plans.draft, 'plan'), 'done'),
    ...by(writers, keep(plans.discussed, 'talk'), 'done'),
    ...by(writers, keep(plans.adopted, 'plan'), 'KL001'),
    ...by(['teamLead'], keep(plans.foreign, 'plan'), '42501'),
    ...by(others, keep(plans.draft, 'plan'), '42501'),
    ...by(
      ['teamLead'],
      `insert into support_plan_file values ('${world.cast.tenantId}', '${plans.draft}', 'talk', ${id}, 'x', 1, ${personOf(world, 'teamLead')}, now())`,
      '42501',
    ),
    ...by(['teamLead'], 'delete from support_plan_file', '42501'),
    ...by(['teamLead'], `update support_plan_file_content set bytes = 'x'`, '42501'),
  ];
}

function ofPriorities(mine: string, foreign: string): readonly Probe[] {
  const make = (plan: string, tenant = mine) =>
    `insert into priority (tenant_id, id, plan_id, position, name) values (${tenant}, ${id}, '${plan}', 2, 'Nieuw')`;
  const rename = (priority: string) => `update priority set name = 'Anders' where id = '${priority}'`;
  const remove = (priority: string) => `delete from priority where id = '${priority}'`;
  return [
    ...by(writers, make(plans.draft), 'done'),
    ...by(writers, make(plans.adopted), 'KL001'),
    ...by(['teamLead'], make(plans.foreign, foreign), '42501'),
    ...by(others, make(plans.draft), 'KL001'),
    ...by(writers, rename(priorityOf('discussed')), 'done'),
    ...by(writers, rename(priorityOf('adopted')), 'KL001'),
    ...by(['teamLead'], rename(priorityOf('foreign')), 'nothing'),
    ...by(others, `update priority set name = 'Anders'`, 'nothing'),
    // An ambition stands in it.
    ...by(writers, remove(priorityOf('draft')), 'KL001'),
    ...by(['teamLead'], remove(priorityOf('foreign')), 'nothing'),
    ...by(others, 'delete from priority', 'nothing'),
    ...by(['teamLead'], `update priority set plan_id = '${plans.draft}'`, '42501'),
  ];
}

function ofAmbitions(world: World, mine: string, foreign: string): readonly Probe[] {
  const make = (priority: string, tenant = mine) =>
    `insert into ambition (tenant_id, id, name, starts_on, priority_id) values (${tenant}, ${id}, 'Nieuw', '2030-01-01', '${priority}')`;
  const set = (ambition: string, what: string) => `update ambition set ${what} where id = '${ambition}'`;
  const remove = (ambition: string) => `delete from ambition where id = '${ambition}'`;
  const change = (ambition: string, p = '{"page": 9}', reason = 'Daarom.') =>
    `select change_ambition('${ambition}', ${id}, '${reason}', '${p}')`;
  return [
    ...by(writers, make(priorityOf('draft')), 'done'),
    ...by(writers, make(priorityOf('adopted')), 'KL001'),
    ...by(['teamLead'], make(priorityOf('foreign'), foreign), '42501'),
    ...by(others, make(priorityOf('draft')), 'KL001'),
    ...by(writers, set(ambitionOf('draft'), `indicator = 'Anders'`), 'done'),
    ...by(writers, set(ambitionOf('adopted'), `indicator = 'Anders'`), 'KL001'),
    ...by(['teamLead', 'administrator'], set(ambitionOf('adopted'), 'weight = 9'), 'done'),
    ...by(['partnershipDirector'], set(ambitionOf('adopted'), 'weight = 9'), 'KL001'),
    ...by(['administrator'], set(ambitionOf('draft'), 'weight = 9'), 'nothing'),
    ...by(['teamLead'], set(ambitionOf('foreign'), 'weight = 9'), 'nothing'),
    ...by(['teamLead'], `update ambition set is_draft = false`, '42501'),
    ...by(['teamLead'], `update ambition set priority_id = null`, '42501'),
    ...by(['specialist', 'director', 'boardMember'], 'update ambition set weight = 9', 'nothing'),
    ...by(writers, remove(ambitionOf('draft')), 'done'),
    ...by(writers, remove(ambitionOf('adopted')), 'nothing'),
    ...by(others, 'delete from ambition', 'nothing'),
    ...by(writers, change(ambitionOf('adopted')), 'done'),
    ...by(writers, change(ambitionOf('adopted'), '{}'), 'KL001'),
    ...by(writers, change(ambitionOf('adopted'), '{"page": 9}', ' '), 'KL001'),
    ...by(writers, change(ambitionOf('adopted'), '{"owner_id": null}'), 'KL001'),
    ...by(writers, change(ambitionOf('draft')), 'KL001'),
    ...by(['teamLead'], change(ambitionOf('foreign')), '42501'),
    ...by(others, change(ambitionOf('adopted')), '42501'),
    ...by(
      ['teamLead'],
      `insert into ambition_change values (${mine}, '${ambitionOf('adopted')}', ${id}, 'x', '{}', '{}', ${personOf(world, 'teamLead')}, now())`,
      '42501',
    ),
    ...by(['teamLead'], `update ambition_change set reason = 'x'`, '42501'),
  ];
}

/** Of the partnership's own list, in no plan: its setters'. */
function ofListed(mine: string, foreign: string): readonly Probe[] {
  const make = (tenant: string) =>
    `insert into ambition (tenant_id, id, name, starts_on) values (${tenant}, ${id}, 'Nieuw', '2026-01-01')`;
  const rename = `update ambition set name = 'Anders' where priority_id is null`;
  return [
    ...by(['teamLead', 'administrator'], make(mine), 'done'),
    ...by(['teamLead'], make(foreign), '42501'),
    ...by(['partnershipDirector', 'specialist'], make(mine), '42501'),
    ...by(['teamLead', 'administrator'], rename, 'done'),
    ...by(['partnershipDirector', 'specialist'], rename, 'nothing'),
    ...by(['teamLead'], 'delete from ambition where priority_id is null', 'nothing'),
  ];
}

function ofReadings(world: World, mine: string, foreign: string): readonly Probe[] {
  const read = (ambition: string, tenant = mine, on = '2026-02-02') =>
    `insert into ambition_reading (tenant_id, ambition_id, id, on_date, value) values (${tenant}, '${ambition}', ${id}, '${on}', 5)`;
  return [
    // The team lead owns it.
    ...by(['teamLead'], read(ambitionOf('adopted')), 'done'),
    ...by(['teamLead'], read(ambitionOf('adopted'), mine, '2027-02-02'), 'KL001'),
    ...by(['partnershipDirector', ...others], read(ambitionOf('adopted')), 'KL001'),
    ...by(['partnershipDirector'], read(ambitionOf('draft')), 'KL001'),
    ...by(others, read(ambitionOf('draft')), '42501'),
    ...by(['teamLead'], read(ambitionOf('foreign'), foreign), '42501'),
    ...by(['teamLead'], 'update ambition_reading set value = 9', '42501'),
    ...by(['teamLead'], 'delete from ambition_reading', '42501'),
    ...by(
      ['teamLead'],
      `insert into ambition_reading values (${mine}, '${ambitionOf('adopted')}', ${id}, '2026-02-02', 5, null, ${personOf(world, 'teamLead')}, now())`,
      '42501',
    ),
  ];
}
