/** Who lays down stationings and takes their steps, with what must come of each write. */
import { stationings } from './furnish-stationings.ts';
import { foreignTenant, type Probe } from './probes-registers.ts';
import type { World } from './world.ts';

type Name = keyof typeof stationings;
const by = (people: readonly string[], sql: string, expected: Probe['expected'], after = false) =>
  people.map((who): Probe => ({ who, sql, expected, after }));

const everybody = ['teamLead', 'specialist', 'director', 'boardMember', 'administrator'];

export function stationingProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const agree = (name: Name, tenant = mine) =>
    `insert into stationing_entry (tenant_id, stationing_id, version, id, at, person_id, relation, step, from_status, to_status)
      values (${tenant}, '${stationings[name]}', 2, gen_random_uuid(), now(), app_person(), '', 'agree', 'proposed', 'agreed')`;
  return [
    // Whole, or not at all: only propose_stationing writes these.
    ...by(
      everybody,
      `insert into stationing_school values (${mine}, '${stationings.agreed}', gen_random_uuid())`,
      '42501',
    ),
    ...by(everybody, `update stationing set dagdelen = 1`, '42501'),
    ...by(everybody, 'delete from stationing', '42501'),
    ...by(['director'], agree('proposed'), 'done'),
    ...by(
      ['teamLead', 'specialist', 'alongSpecialist', 'coordinator', 'boardMember'],
      agree('proposed'),
      'KL001',
    ),
    ...by(['contactElsewhere', 'leavingTeacher', 'administrator'], agree('proposed'), 'KL001'),
    ...by(['director'], agree('withdrawn'), 'KL001'),
    ...by(['director'], agree('foreign', foreignTenant(world)), '42501'),
  ];
}
