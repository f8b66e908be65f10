/** Lessons in both partnerships, as plain rows: a draft, shared, taken back, of somebody else; and who finds and writes them. */
import type pg from 'pg';
import { is } from './furnish-questions.ts';
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000004${String(nth).padStart(2, '0')}`;
export const lessons = { draft: id(1), shared: id(2), taken: id(3), other: id(4), foreign: id(5) } as const;
const goals = { shared: id(11), taken: id(12), foreign: id(13) } as const;

/** Past triggers: the law of each row is tried in law-results.ts. */
export async function furnishObservations(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const school = (tenant: string) =>
    tenant === mine
      ? `'${world.cast.school.id}'`
      : `(select id from school where tenant_id = ${tenant} limit 1)`;
  const sheet = (tenant: string) => `(select id from observation_sheet where tenant_id = ${tenant} limit 1)`;
  const lesson = (
    which: keyof typeof lessons,
    status: string,
    people: readonly [teacher: string, observer: string],
    tenant = mine,
  ) => {
    const [teacher, observer] = people.map((who) => personOf(world, who));
    const sharedAt = status === 'draft' ? 'null' : `'2026-03-04'`;
    return `insert into observation (tenant_id, id, sheet_id, school_id, teacher_id, observer_id, on_date, trained, marks, status, made_at,
        touched_at, shared_at)
      values (${tenant}, '${lessons[which]}', ${sheet(tenant)}, ${school(tenant)}, ${teacher}, ${observer}, '2026-03-03', true,
        '{1,2,3,4,null,1}', '${status}', '2026-03-03', '2026-03-03', ${sharedAt});`;
  };
  const goal = (which: keyof typeof goals, tenant = mine) =>
    `insert into observation_goal (tenant_id, id, observation_id, words, target_on, made_at)
      values (${tenant}, '${goals[which]}', '${lessons[which]}', 'Kort uitleggen.', '2026-05-01', '2026-03-04');`;
  const release = (tenant: string, place: string) =>
    `insert into observation_release (tenant_id, id, sheet_id, school_id, starts_on, made_at, n)
      values (${tenant}, gen_random_uuid(), ${sheet(tenant)}, ${place}, '2024-08-01', '2025-08-15', 7);`;
  await superuser.query(`set session_replication_role = replica;
    ${lesson('draft', 'draft', ['leavingTeacher', 'specialist'])}
    ${lesson('shared', 'shared', ['leavingTeacher', 'specialist'])}
    ${lesson('taken', 'taken_back', ['leavingTeacher', 'specialist'])}
    ${lesson('other', 'shared', ['boardMemberWhoTeaches', 'alongSpecialist'])}
    ${lesson('foreign', 'shared', ['foreignDirector', 'foreignLead'], foreign)}
    ${goal('shared')} ${goal('taken')} ${goal('foreign', foreign)}
    ${release(mine, 'null')} ${release(mine, school(mine))} ${release(foreign, 'null')} ${release(foreign, school(foreign))}
    set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const readable = (row: string) => `((${row}.teacher_id = $person and ${row}.status <> 'draft')
  or (${row}.observer_id = $person and ${row}.status <> 'taken_back' and ${is('specialist')}))`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const observationsExactly: Readonly<Record<string, string>> = {
  observation_sheet: partnership,
  observation: `${partnership} and ${readable('x')}`,
  observation_goal: `${partnership} and exists (select from observation o where o.id = x.observation_id and ${readable('o')})`,
  observation_release: `${partnership} and ((x.school_id is null and ${is('partnership_director', 'policy_adviser')})
    or exists (select from appointment a where a.tenant_id = $tenant and a.person_id = $person and a.role = 'school_director'
      and a.school_id = x.school_id and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day)))`,
};

const by = (kinds: readonly string[], sql: string, expected: Probe['expected']): readonly Probe[] =>
  kinds.map((who) => ({ who, sql, expected }));
const strangers = [
  ...['teamLead', 'director', 'administrator', 'privacyOfficer', 'coordinator', 'partnershipDirector'],
  ...['teacherElsewhere', 'boardMember'],
];

/** The observer writes a draft, the teacher answers, takes back and erases; nobody else does anything, or finds anything to do it to. */
export function observationProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const make = (tenant: string, teacher = 'leavingTeacher') =>
    `insert into observation (tenant_id, id, sheet_id, school_id, teacher_id, on_date, trained, marks)
      values (${tenant}, gen_random_uuid(), (select id from observation_sheet), '${world.cast.school.id}', ${personOf(world, teacher)},
        '2026-03-02', true, '{1,2,3,4,null,1}')`;
  const change = (what: string, which: keyof typeof lessons) =>
    `update observation set ${what} where id = '${lessons[which]}'`;
  const erase = (which: keyof typeof lessons) => `select erase_observation('${lessons[which]}', 1)`;
  const aim = (which: keyof typeof lessons, tenant = mine) =>
    `insert into observation_goal (tenant_id, id, observation_id, words, target_on)
      values (${tenant}, gen_random_uuid(), '${lessons[which]}', 'Kort uitleggen.', '2026-05-01')`;
  return [
    ...by(['specialist'], make(mine), 'done'),
    ...by(['specialist'], make(mine, 'teacherElsewhere'), 'KL001'),
    ...by(['specialist'], make(foreignTenant(world)), '42501'),
    ...by([...strangers, 'leavingTeacher'], make(mine), 'KL001'),
    ...by(['specialist'], change(`words = 'x'`, 'draft'), 'done'),
    ...by(['specialist'], change(`status = 'shared'`, 'draft'), 'done'),
    ...by(['specialist'], change(`answer = 'x'`, 'draft'), 'KL001'),
    ...by(['specialist'], change(`words = 'x'`, 'shared'), 'nothing'),
    ...by(['alongSpecialist', 'leavingTeacher', ...strangers], change(`words = 'x'`, 'draft'), 'nothing'),
    ...by(['leavingTeacher'], change(`answer = 'x'`, 'shared'), 'done'),
    // Without reading a column: the draft about them is not theirs to touch.
    ...by(['leavingTeacher'], `update observation set answer = 'x'`, 'done'),
    ...by(['leavingTeacher'], change(`status = 'taken_back'`, 'shared'), 'done'),
    ...by(['leavingTeacher'], change(`status = 'shared'`, 'taken'), 'done'),
    ...by(['leavingTeacher'], change(`status = 'draft'`, 'shared'), 'KL001'),
    ...by(['leavingTeacher'], change(`marks = '{4,4,4,4,4,4}'`, 'shared'), 'KL001'),
    ...by(
      ['specialist', 'alongSpecialist', ...strangers],
      change(`status = 'taken_back'`, 'shared'),
      'nothing',
    ),
    ...by(['leavingTeacher', 'specialist'], 'delete from observation', '42501'),
    ...by(['leavingTeacher'], erase('shared'), 'done'),
    ...by(['leavingTeacher'], erase('taken'), 'done'),
    ...by(['specialist'], erase('draft'), 'done'),
    ...by(['leavingTeacher', ...strangers], erase('draft'), '42501'),
    ...by(['specialist', 'alongSpecialist', ...strangers], erase('shared'), '42501'),
    ...by(['leavingTeacher'], aim('shared'), 'done'),
    ...by(['specialist', ...strangers], aim('shared'), 'KL001'),
    ...by(['leavingTeacher'], aim('shared', foreignTenant(world)), '42501'),
    ...by(['leavingTeacher'], aim('foreign', foreignTenant(world)), '42501'),
    ...by(
      ['leavingTeacher'],
      `update observation_goal set outcome = 'x' where id = '${goals.shared}'`,
      'done',
    ),
    ...by(['specialist', ...strangers], `update observation_goal set outcome = 'x'`, 'nothing'),
    ...by(['leavingTeacher', 'specialist'], 'delete from observation_goal', '42501'),
    ...ofSheets(mine),
    ...by(strangers, 'select job_observation_ground(null)', '42501'),
    ...by(strangers, `select job_observation_facts(${mine}, '2025-08-01', '2026-08-01', null)`, '42501'),
    ...by(strangers, `select keep_observation_releases(${mine}, '2024-08-01', '[]', null)`, '42501'),
    ...by(strangers, 'update observation_release set n = 9', '42501'),
  ];
}

function ofSheets(mine: string): readonly Probe[] {
  const make = `insert into observation_sheet (tenant_id, id, name, points, domains, source, licence)
    values (${mine}, gen_random_uuid(), 'Nieuw', '{nee,ja}', '[{"name": "Een", "items": ["Iets."]}]', 'Eigen werk', 'CC0')`;
  const rename = `update observation_sheet set name = 'Anders'`;
  const others = ['teamLead', 'specialist', 'director', 'leavingTeacher', 'privacyOfficer'];
  return [
    ...by(['administrator'], make, 'done'),
    ...by(others, make, '42501'),
    ...by(['administrator'], rename, 'done'),
    ...by(others, rename, 'nothing'),
    ...by(['administrator'], `update observation_sheet set points = '{a,b}'`, '42501'),
    ...by(['administrator'], 'delete from observation_sheet', '42501'),
  ];
}
