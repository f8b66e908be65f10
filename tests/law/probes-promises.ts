/** Who writes promises and working rules, with what must come of each write. */
import { postOfRules, promises, rules } from './furnish-promises.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

type Name = keyof typeof promises;
const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));
/** An editor, until the turn. */
const editor = 'newDirector';
const others = ['author', 'boardMember', 'administrator', 'coordinator'];

export function promiseProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const keep = (name: Name, tenant = mine) =>
    `insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, words)
      values (${tenant}, '${promises[name]}', 2, now(), app_person(), 'keep', '2026-03-06', 'Gedaan.')`;
  const add = (tenant = mine, who = 'app_person()') =>
    `insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, made_by, made_at)
      values (${tenant}, gen_random_uuid(), 'committee', '2026-03-06', '${postOfRules}', 'Zo.', ${who}, now())`;
  const drop = (what: string, id: string) => `select from drop_${what}('${id}') as gone where gone`;
  return [
    ...by(['teamLead', editor, 'specialist'], keep('everybody'), 'done'),
    ...by(['director'], keep('boards'), 'done'),
    ...by(['director', ...others], keep('everybody'), 'KL001'),
    ...by(['teamLead', 'specialist'], keep('of draft'), 'KL001'),
    ...by(['teamLead', 'specialist'], keep('foreign', foreign), '42501'),
    // Only the law itself writes these.
    ...by(['teamLead', 'specialist'], `update promise set kept_on = due_on`, '42501'),
    ...by(['teamLead', 'specialist'], 'delete from promise', '42501'),
    ...by(['teamLead'], drop('promise', promises['of draft']), 'done'),
    ...by(['teamLead'], drop('promise', promises.everybody), 'nothing'),
    ...by(['teamLead'], drop('promise', promises.foreign), 'nothing'),
    ...by(['specialist', 'director'], drop('promise', promises['of draft']), '42501'),
    ...by(['teamLead', editor], add(), 'done'),
    ...by(['teamLead'], add(foreign), '42501'),
    ...by(['specialist', 'director', ...others], add(), '42501'),
    ...by(['teamLead'], add(mine, personOf(world, 'specialist')), 'done'),
    ...by(['teamLead'], drop('working_rule', rules['of draft']), 'done'),
    ...by(['teamLead'], drop('working_rule', rules.known), 'nothing'),
    ...by(['specialist'], drop('working_rule', rules['of draft']), '42501'),
  ];
}
