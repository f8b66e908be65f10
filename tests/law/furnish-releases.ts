/** Releases in both partnerships, as plain rows: of a whole partnership and of two of its boards; and who finds them. */
import type pg from 'pg';
import { is } from './furnish-questions.ts';
import { foreignTenant, type Probe } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000003${String(nth).padStart(2, '0')}`;
const release = { mine: id(1), foreign: id(2) };

/** Past triggers: the law of each row is tried in release.jobs.test.ts. */
export async function furnishReleases(superuser: pg.Client, world: World): Promise<void> {
  const rows = (tenant: string, which: keyof typeof release) => `
    insert into measure_release (tenant_id, id, measure, span, starts_on, ends_on, made_at)
      values (${tenant}, '${release[which]}', 'hours_done', 'quarter', '2025-11-01', '2026-02-01', '2026-02-15');
    insert into measure_release_cell (tenant_id, release_id, position, board_id, dimension, key, n, kept_n)
      select ${tenant}, '${release[which]}', row_number() over (order by b.id nulls first), b.id, 'all', 'all', 7, 7
      from (select id from board where tenant_id = ${tenant} union all select null) b (id);
    insert into measure_release_cell (tenant_id, release_id, position, board_id, dimension, key, kept_n)
      select ${tenant}, '${release[which]}', 100 + row_number() over (order by id), id, 'area', 'none', 7 from board where tenant_id = ${tenant};
    insert into capacity_year (tenant_id, person_id, starts_on, ends_on, planned, contract)
      select tenant_id, id, '2024-08-01', '2025-07-31', 100, 200 from person where tenant_id = ${tenant} order by id limit 1;`;
  await superuser.query(`set session_replication_role = replica; ${rows(`'${world.cast.tenantId}'`, 'mine')}
    ${rows(foreignTenant(world), 'foreign')} set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const onBoard = `exists (select from appointment a where a.tenant_id = $tenant and a.person_id = $person and a.role = 'board_member'
  and a.board_id = x.board_id and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day))`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const releasesExactly: Readonly<Record<string, string>> = {
  capacity_year: 'false',
  measure_release: partnership,
  measure_release_cell: `${partnership} and (x.board_id is null or x.dimension <> 'area' and (${onBoard} or ${is('partnership_director', 'policy_adviser', 'team_lead')}))`,
};

/** Nobody writes a release or what is kept of a year, and nobody reads what they are based on. */
export function releaseProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const refused = (sql: string): readonly Probe[] =>
    ['teamLead', 'partnershipDirector', 'boardMember', 'administrator'].map((who) => ({
      who,
      sql,
      expected: '42501',
    }));
  return [
    ...refused(`insert into measure_release (tenant_id, id, measure, span, starts_on, ends_on, made_at)
      values (${mine}, gen_random_uuid(), 'hours_done', 'quarter', '2025-08-01', '2025-11-01', now())`),
    ...refused(`insert into measure_release_cell (tenant_id, release_id, position, dimension, key, kept_n)
      values (${mine}, '${release.mine}', 99, 'all', 'all', 7)`),
    ...refused('update measure_release_cell set n = 9'),
    ...refused('delete from measure_release_cell'),
    ...refused('update measure_release set made_at = now()'),
    ...refused('delete from measure_release'),
    ...refused('select kept_n from measure_release_cell'),
    ...refused('select from capacity_year'),
    ...refused('delete from capacity_year'),
    ...refused('select keep_capacity(null)'),
    ...refused(`select capacity_changes(${mine}, gen_random_uuid(), null)`),
    ...refused(`select capacity_of(${mine}, '{}', '2025-08-01', '2026-07-31')`),
    ...refused('select job_release_ground(null)'),
    ...refused(`select job_release_cells(${mine}, '2025-08-01', null)`),
    ...refused(`select keep_releases(${mine}, 'quarter', '2025-08-01', '2025-11-01', '[]', null)`),
  ];
}
