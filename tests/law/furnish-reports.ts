/** Reports, their sending and saved views in both partnerships, as plain rows, and who finds them; probes-reports.ts tells who may write which. */
import type pg from 'pg';
import { is } from './furnish-questions.ts';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000008${String(nth).padStart(2, '0')}`;
/** Reports of the partnership that failed, by who asked for them. One of each other kind failed too. */
export const failed = { ofLead: id(1), ofDirector: id(2) } as const;
/** Sending of the partnership's report, by whose it is. */
export const schedules = { ofLead: id(11), ofDirector: id(12), stopped: id(13), foreign: id(14) } as const;

/** One of each kind and way of reading it, a schedule with a recipient, and a view of everybody. Past triggers and the law of each row. */
export async function furnishReports(superuser: pg.Client, world: World): Promise<void> {
  const rows = (tenant: string) => `
    insert into report (tenant_id, id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of, made_by, asked_at)
      select ${tenant}, gen_random_uuid(), k.kind, k.school, k.board, k.by_lead, k.owner, '2025-08-01', '2025-11-01', '2025-12-01', p.id, '2025-12-01'
      from (select id from person where tenant_id = ${tenant} order by id limit 1) p, (
        select 'school' as kind, id as school, null::uuid as board, by_lead, null::uuid as owner from school, (values (true), (false)) v (by_lead)
          where tenant_id = ${tenant}
        union all select 'board', null, id, false, null from board where tenant_id = ${tenant}
        union all select 'partnership', null, null, false, null
        union all select 'committee', null, null, false, null
        union all select distinct 'committee', null::uuid, null::uuid, false, person_id from appointment
          where tenant_id = ${tenant} and role in ('committee_member', 'team_lead')) k;
    insert into report_schedule (tenant_id, id, kind, every, next_on, made_by, made_at)
      select ${tenant}, gen_random_uuid(), 'partnership', 'quarter', '2026-02-17', id, '2025-12-01' from person where tenant_id = ${tenant};
    insert into report_recipient (tenant_id, schedule_id, appointment_id)
      select s.tenant_id, s.id, a.id from report_schedule s cross join lateral (
        select id from appointment where tenant_id = s.tenant_id order by id limit 1) a where s.tenant_id = ${tenant};
    insert into saved_view (tenant_id, person_id, id, name, address, made_at)
      select ${tenant}, id, gen_random_uuid(), 'Mijn vragen', '/vragen?stand=open', '2025-12-01' from person where tenant_id = ${tenant};`;
  const mine = `'${world.cast.tenantId}'`;
  const fails = (which: keyof typeof failed, maker: string, until: string) => `
    insert into report (tenant_id, id, kind, starts_on, ends_on, as_of, status, made_by, asked_at)
      values (${mine}, '${failed[which]}', 'partnership', '2025-08-01', '${until}', '2025-12-01', 'failed', ${personOf(world, maker)}, '2025-12-01');`;
  const { school, boardId } = world.cast;
  const others = [
    `'school', '${school.id}', null, false, null`,
    `'school', '${school.id}', null, true, null`,
    `'board', null, '${boardId}', false, null`,
    `'committee', null, null, false, null`,
    `'committee', null, null, false, ${personOf(world, 'committeeMember')}`,
  ].map(
    (about) => `
    insert into report (tenant_id, id, kind, school_id, board_id, by_lead, owner_id, starts_on, ends_on, as_of, status, made_by, asked_at)
      values (${mine}, gen_random_uuid(), ${about}, '2025-08-01', '2025-09-01', '2025-12-01', 'failed', ${personOf(world, 'administrator')}, '2025-12-01');`,
  );
  const sends = (which: keyof typeof schedules, tenant: string, maker: string, ended = 'null, null') => `
    insert into report_schedule (tenant_id, id, kind, every, next_on, made_by, made_at, ended_on, end_reason)
      values (${tenant}, '${schedules[which]}', 'partnership', 'year', '2026-08-15', ${personOf(world, maker)}, '2025-12-01', ${ended});`;
  await superuser.query(`set session_replication_role = replica; ${rows(mine)} ${rows(foreignTenant(world))}
    ${fails('ofLead', 'teamLead', '2025-09-01')} ${fails('ofDirector', 'partnershipDirector', '2025-10-01')} ${others.join('')}
    ${sends('ofLead', mine, 'teamLead')} ${sends('ofDirector', mine, 'partnershipDirector')}
    ${sends('stopped', mine, 'teamLead', `'2026-01-01', 'nobody_left'`)}
    ${sends('foreign', foreignTenant(world), 'foreignLead')} set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const at = (place: 'school_id' | 'board_id', ...roles: readonly string[]) =>
  `exists (select from appointment a where a.tenant_id = $tenant and a.person_id = $person and a.role = any ('{${roles.join()}}')
    and a.${place} = x.${place} and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day))`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const reportsExactly: Readonly<Record<string, string>> = {
  report: `${partnership} and (
    (x.kind = 'school' and not x.by_lead and ${at('school_id', 'school_director', 'support_coordinator', 'contact_person')})
    or (x.kind = 'school' and x.by_lead and ${is('team_lead')})
    or (x.kind = 'board' and ${at('board_id', 'board_member')})
    or (x.kind in ('board', 'partnership') and ${is('partnership_director', 'policy_adviser', 'team_lead')})
    or (x.kind = 'committee' and x.owner_id is null and ${is('committee_secretary', 'team_lead')})
    or (x.kind = 'committee' and x.owner_id = $person and ${is('committee_secretary', 'committee_member')}))`,
  report_schedule: `${partnership} and x.made_by = $person`,
  report_recipient: `${partnership} and exists (select from report_schedule s where s.id = x.schedule_id and s.made_by = $person)`,
  saved_view: `${partnership} and x.person_id = $person`,
};
