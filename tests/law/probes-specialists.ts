/** Who keeps profiles, contracts, absences, keys of calendars and fixed days, with what must come of each write. */
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));

/** That a deed of somebody befalls one row of all there are. Without a column in sight only the policy itself stands in the way. */
export const onlyOne = (who: string, deed: string): Probe => ({
  who,
  sql: `do $$ declare n bigint; begin ${deed}; get diagnostics n = row_count;
    if n <> 1 then raise exception using errcode = 'KL001', message = 'another number'; end if; end $$`,
  expected: 'nothing',
});

const writers = ['teamLead', 'administrator'];
const strangers = ['author', 'boardMember', 'committeeSecretary', 'foreignLead'];

export function specialistProbes(world: World): readonly Probe[] {
  return [...profiles(world), ...contracts(world), ...absences(world), ...keys(world), ...series(world)];
}

function profiles(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const person = (kind: string) => personOf(world, kind);
  const add = (kind: string, tenant = mine) =>
    `insert into specialist (tenant_id, person_id) values (${tenant}, ${person(kind)})`;
  const change = `update specialist set about = 'x'`;
  const able = (kind: string, tenant = mine) =>
    `insert into specialist_expertise values (${tenant}, ${person(kind)}, (select code from expertise where code <> 'gedrag' limit 1), 1)`;
  const abler = 'update specialist_expertise set level = 1';
  const unable = 'delete from specialist_expertise';
  return [
    ...by(['askedSpecialist', ...writers], add('askedSpecialist'), 'done'),
    ...by(
      ['author', 'boardMember', 'committeeSecretary', 'alongSpecialist'],
      add('askedSpecialist'),
      '42501',
    ),
    ...by(writers, able('specialist'), 'done'),
    ...by(['specialist'], able('specialist'), 'done'),
    ...by(['author', 'boardMember', 'alongSpecialist'], able('specialist'), '42501'),
    ...by(['author'], able('author'), '42501'),
    ...by(['teamLead'], able('specialist', foreignTenant(world)), '42501'),
    ...[change, abler, unable].flatMap((deed) => [
      ...by(writers, deed, 'done'),
      ...by([...strangers, 'askedSpecialist'], deed, 'nothing'),
      onlyOne('specialist', deed),
    ]),
  ];
}

function contracts(world: World): readonly Probe[] {
  const add = (kind: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen)
      values (${tenant}, gen_random_uuid(), ${personOf(world, kind)}, '2025-08-01', 0.5, 5)`;
  const change = 'update contract set fte = 0.7';
  return [
    ...by(writers, add('askedSpecialist'), 'done'),
    ...by(['author', 'boardMember', 'askedSpecialist', 'specialist'], add('askedSpecialist'), '42501'),
    ...by(['teamLead'], add('author'), '42501'),
    ...by(['teamLead'], add('askedSpecialist', foreignTenant(world)), '42501'),
    ...by(writers, change, 'done'),
    ...by([...strangers, 'specialist'], change, 'nothing'),
  ];
}

function absences(world: World): readonly Probe[] {
  const add = (kind: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
      values (${tenant}, gen_random_uuid(), ${personOf(world, kind)}, '2026-06-01', '2026-06-08')`;
  return [
    ...by(['specialist', 'teamLead'], add('specialist'), 'done'),
    ...by(['alongSpecialist', 'administrator', 'author'], add('specialist'), '42501'),
    ...by(['author', 'teamLead'], add('author'), '42501'),
    ...by(['teamLead', 'foreignLead'], add('specialist', foreignTenant(world)), '42501'),
    ...['update specialist_absence set version = 2', 'delete from specialist_absence'].flatMap((deed) => [
      ...by(['teamLead'], deed, 'done'),
      ...by([...strangers, 'administrator', 'askedSpecialist'], deed, 'nothing'),
      onlyOne('specialist', deed),
    ]),
  ];
}

function keys(world: World): readonly Probe[] {
  const add = (kind: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into calendar_key values (${tenant}, ${personOf(world, kind)}, sha256('nieuw'), now())`;
  return [
    ...by(['askedSpecialist'], add('askedSpecialist'), 'done'),
    ...by(['teamLead', 'specialist'], add('askedSpecialist'), '42501'),
    ...by(['askedSpecialist'], add('askedSpecialist', foreignTenant(world)), '42501'),
    ...['update calendar_key set made_at = now()', 'delete from calendar_key'].flatMap((deed) => [
      ...by(['teamLead', 'administrator', 'askedSpecialist', 'foreignLead'], deed, 'nothing'),
      onlyOne('specialist', deed),
    ]),
  ];
}

function series(world: World): readonly Probe[] {
  const add = (kind: string, tenant = `'${world.cast.tenantId}'`) =>
    `insert into visit_series (tenant_id, id, specialist_id, school_id, weekday, starts_on, minutes, kind)
      values (${tenant}, gen_random_uuid(), ${personOf(world, kind)}, '${world.cast.school.id}', 3, '2026-03-02', 60, 'coaching')`;
  return [
    ...by(['specialist'], add('specialist'), 'done'),
    ...by(['teamLead', 'author', 'askedSpecialist'], add('specialist'), '42501'),
    ...by(['author'], add('author'), '42501'),
    ...by(['specialist'], add('specialist', foreignTenant(world)), '42501'),
    ...['update visit_series set minutes = 90', 'delete from visit_series'].flatMap((deed) => [
      // The row of the author is of a time when they were a specialist.
      ...by(['author', 'teamLead', 'administrator', 'askedSpecialist', 'foreignLead'], deed, 'nothing'),
      onlyOne('specialist', deed),
    ]),
  ];
}
