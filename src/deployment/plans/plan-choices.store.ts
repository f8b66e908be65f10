/** What a plan can be asked with. */
import type { WeightFacts } from '../../planner/index.ts';
import { type Reader, sql } from '../../platform/database.ts';
import type { Identity } from '../../platform/pure/actor.ts';

export interface PlanChoices {
  readonly specialists: readonly { readonly id: string; readonly name: string }[];
  readonly expertise: readonly { readonly code: string; readonly name: string }[];
  readonly bases: readonly { readonly id: string; readonly name: string }[];
  /** Under the partnership's own names. */
  readonly weights: readonly WeightFacts[];
  /** That somebody can build on, the newest first. */
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  /** That a plan covers when nobody says. */
  readonly weeks: number;
}

const nothing: PlanChoices = { specialists: [], expertise: [], bases: [], weights: [], plans: [], weeks: 20 };

/** In one statement. */
export async function findPlanFormChoices(reader: Reader, { tenantId }: Identity): Promise<PlanChoices> {
  const row = await reader.first<PlanChoices>(sql`select (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
      from person p where p.tenant_id = ${tenantId} and p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and (a.ends_on is null or a.ends_on > (select app_today())))) as specialists, (
      select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name) order by e.position, e.name), '[]')
      from expertise e where e.tenant_id = ${tenantId} and (e.ended_on is null or e.ended_on > (select app_today()))) as expertise, (
      select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name, b.id), '[]')
      from travel_base b where b.tenant_id = ${tenantId}) as bases, (
      select coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'weight', w.weight::float8) order by w.code), '[]')
      from planning_weight w where w.tenant_id = ${tenantId}) as weights, (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.made_at desc, p.id desc), '[]')
      from (select id, name, made_at from deployment_plan where tenant_id = ${tenantId} and best is not null and status <> 'discarded'
        order by made_at desc, id desc limit 50) p) as plans,
      coalesce((select s.weeks from planning_settings s where s.tenant_id = ${tenantId}), 20) as weeks`);
  return row ?? nothing;
}

/** Plans with an outcome, for who chooses one to compare with; the newest first. */
export function findPlanChoices(reader: Reader, { tenantId }: Identity): Promise<PlanChoices['plans']> {
  return reader.rows(sql`select p.id, p.name from deployment_plan p
    where p.tenant_id = ${tenantId} and p.best is not null and p.status <> 'discarded' order by p.made_at desc, p.id desc limit 50`);
}
