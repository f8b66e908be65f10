/** Who sets what plans are made of, with what must come of each write. */
import { foreignTenant, type Probe } from './probes-registers.ts';
import type { World } from './world.ts';

/** Tables of settings, each with a column that may change. */
const settings = {
  travel_base: 'version',
  specialist_planning: 'version',
  travel_time: 'minutes',
  expected_need: 'version',
  planning_settings: 'weeks',
  planning_weight: 'weight',
} as const;
const removable = ['travel_time', 'expected_need', 'planning_weight'];
const setters = ['teamLead', 'administrator'];

export function planningProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  /** A row that stands there already, written again in a partnership: who may write comes as far as its key. */
  const again = (table: string, tenant: string) =>
    `insert into ${table} select (jsonb_populate_record(x, jsonb_build_object('tenant_id', ${tenant}))).* from ${table} x
      where tenant_id = ${mine}`;
  return Object.entries(settings).flatMap(([table, column]) => {
    const change = `update ${table} set ${column} = ${column} + 1`;
    const remove = `delete from ${table} where tenant_id = ${mine}`;
    const probe = (who: string, sql: string, expected: Probe['expected']): Probe => ({ who, sql, expected });
    return [
      ...setters.flatMap((who) => [
        probe(who, again(table, mine), '23505'),
        probe(who, again(table, foreignTenant(world)), '42501'),
        probe(who, change, 'done'),
        probe(who, `${change} where tenant_id = ${foreignTenant(world)}`, 'nothing'),
        probe(who, remove, removable.includes(table) ? 'done' : '42501'),
      ]),
      probe('specialist', again(table, mine), '42501'),
      probe('specialist', change, 'nothing'),
      ...(removable.includes(table) ? [probe('specialist', remove, 'nothing')] : []),
    ];
  });
}
