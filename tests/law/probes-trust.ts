/** The access log, and who stands in for whom: what each person finds there. */
import type pg from 'pg';
import { furnishEraser } from './probes-eraser.ts';
import { foundAtLeast, foundExactly, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const absences = {
  director: '0190a000-0000-7000-8000-00000000a001',
  teamLead: '0190a000-0000-7000-8000-00000000a002',
  foreign: '0190a000-0000-7000-8000-00000000a003',
} as const;

/** Two absences here and one in the other partnership, lines on a shared and on an unshared concern, and deeds to people's records. */
export async function furnishTrust(superuser: pg.Client, world: World): Promise<void> {
  const { tenantId, author } = world.cast;
  const person = (name: string) => `'${world.people[name]?.personId}'`;
  const foreign = `'${world.people['foreignLead']?.tenantId}'`;
  const mine = `'${tenantId}'`;
  const absence = (tenant: string, id: string, who: string, standIn: string) => `
    insert into absence (tenant_id, id, person_id, stand_in_id, starts_on, made_by, made_at)
      values (${tenant}, '${id}', ${person(who)}, ${person(standIn)}, '2026-03-01', ${person(who)}, now());
    insert into absence_appointment select tenant_id, '${id}', id from appointment where tenant_id = ${tenant} and person_id = ${person(who)};`;
  const line = (concern: string) => `
    insert into hand_over (tenant_id, id, concern_id, absence_id, kind, role, person_id, stand_in_id, starts_on, at)
      values (${mine}, gen_random_uuid(), '${world.concerns[concern]}', '${absences.director}', 'begun', 'school_director',
        ${person('director')}, ${person('directorSameBoard')}, '2026-03-01', now());`;
  const deed = (subject: string, id: string) => `
    insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
      values (${mine}, gen_random_uuid(), now(), ${person('administrator')}, 'change', '${subject}', ${id}, 'page');`;
  await furnishEraser(superuser, world);
  await superuser.query(
    absence(mine, absences.director, 'director', 'directorSameBoard') +
      absence(mine, absences.teamLead, 'teamLead', 'specialist') +
      absence(foreign, absences.foreign, 'foreignDirector', 'foreignLead') +
      line('working') +
      line('noted bare') +
      deed('person', `'${author}'`) +
      deed('person', person('teamLead')) +
      deed('audit', `'${author}'`) +
      `insert into audit (tenant_id, id, at, person_id, action, subject, subject_id, via)
        values (${foreign}, gen_random_uuid(), now(), ${person('foreignLead')}, 'change', 'area', gen_random_uuid(), 'page')`,
  );
}

export function trustProbes(world: World): readonly Probe[] {
  const { tenantId, author } = world.cast;
  const mine = `tenant_id = '${tenantId}'`;
  const foreign = `tenant_id = ${personOf(world, 'foreignLead') && `'${world.people['foreignLead']?.tenantId}'`}`;
  const exactly = (who: string, table: string, kind: string): Probe => ({
    who,
    sql: foundExactly(table, kind),
    expected: 'nothing',
  });
  const found = (who: string, source: string): Probe => ({
    who,
    sql: foundAtLeast(source, 1),
    expected: 'nothing',
  });
  const ofDirector = `'${absences.director}'`;
  const unshared = Object.entries(world.concerns)
    .filter(([name]) => name.startsWith('noted'))
    .map(([, id]) => `'${id}'::uuid`);
  return [
    exactly('author', 'absence', 'false'),
    exactly('director', 'absence', `id = ${ofDirector}`),
    exactly('directorSameBoard', 'absence', `id = ${ofDirector}`),
    exactly('teamLead', 'absence', mine),
    exactly('administrator', 'absence', mine),
    exactly('foreignLead', 'absence', foreign),
    ...['administrator', 'teamLead'].map((who) =>
      found(who, `(select 1 where (select count(*) from absence) = 2) x`),
    ),
    exactly('author', 'absence_appointment', 'false'),
    exactly('director', 'absence_appointment', `absence_id = ${ofDirector}`),
    exactly('teamLead', 'absence_appointment', mine),
    exactly('foreignLead', 'absence_appointment', foreign),
    exactly('author', 'hand_over', `concern_id = '${world.concerns['working']}'`),
    exactly('leavingTeacher', 'hand_over', 'false'),
    exactly('administrator', 'hand_over', 'false'),
    exactly('privacyOfficer', 'hand_over', 'false'),
    exactly(
      'author',
      'audit',
      `${mine} and (person_id = '${author}' or (subject = 'person' and subject_id = '${author}'))`,
    ),
    found('author', `(select from audit where subject = 'person' and person_id <> '${author}') x`),
    found('author', `(select from audit where subject = 'concern' and person_id = '${author}') x`),
    exactly(
      'privacyOfficer',
      'audit',
      `${mine} and (subject <> 'concern' or subject_id <> all (array[${unshared.join()}]))`,
    ),
    found('privacyOfficer', `(select from audit where subject = 'concern') x`),
    found('privacyOfficer', `(select from audit where subject = 'access_key') x`),
    exactly('foreignLead', 'audit', foreign),
  ];
}
