/** Priorities (speerpunten) of plans. Row-level security shows them with their plan. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { PlanStatus } from './support-plan.rules.ts';
import type { Priority } from './support-plan.store.ts';

export interface PriorityOfPlan extends Priority {
  readonly plan: {
    readonly id: string;
    readonly name: string;
    readonly status: PlanStatus;
    readonly pages: number | null;
  };
  /** How many stand in it. */
  readonly ambitions: number;
}

const columns = sql`i.id, i.version, i.name, i.position, i.page, i.body as text,
  jsonb_build_object('id', p.id, 'name', p.name, 'status', p.status, 'pages', p.pages) as plan,
  (select count(*)::int from ambition a where a.tenant_id = i.tenant_id and a.priority_id = i.id) as ambitions`;
const joined = sql`priority i join support_plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id`;

/** By name; one more than asked when there are more. */
export function findPriorities(
  reader: Reader,
  { tenantId }: Identity,
  {
    limit,
    after,
    plan,
  }: { readonly limit: number; readonly after?: Cursor | undefined; readonly plan?: string | undefined },
): Promise<readonly PriorityOfPlan[]> {
  const beyond = after === undefined ? sql`` : sql`and (i.name, i.id) > (${after.key}, ${after.id}::uuid)`;
  const only = plan === undefined ? sql`` : sql`and i.plan_id = ${plan}`;
  return reader.rows<PriorityOfPlan>(sql`select ${columns} from ${joined}
    where i.tenant_id = ${tenantId} ${only} ${beyond} order by i.name, i.id limit ${limit + 1}`);
}

export function getPriority(
  reader: Reader,
  { tenantId }: Identity,
  id: string,
): Promise<PriorityOfPlan | undefined> {
  return reader.first<PriorityOfPlan>(
    sql`select ${columns} from ${joined} where i.tenant_id = ${tenantId} and i.id = ${id}`,
  );
}

export function lockPriority(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
): Promise<{ readonly version: number } | undefined> {
  return tx.first(sql`select version from priority where tenant_id = ${tenantId} and id = ${id} for update`);
}

export type PriorityWords = Pick<Priority, 'name' | 'page' | 'text'> & {
  /** Null: behind those that are there. */
  readonly position: number | null;
};

/** Gives the id. */
export async function addPriority(
  tx: Transaction,
  { tenantId }: Identity,
  planId: string,
  { name, position, page, text }: PriorityWords,
): Promise<string> {
  const id = newId();
  await tx.run(sql`insert into priority (tenant_id, id, plan_id, position, name, page, body)
    select ${tenantId}, ${id}, ${planId}, coalesce(${position}::int, (select least(99, coalesce(max(i.position), 0) + 1) from priority i
      where i.tenant_id = ${tenantId} and i.plan_id = ${planId})), ${name}, ${page}, ${text}`);
  return id;
}

export async function savePriority(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  { name, position, page, text }: PriorityWords,
): Promise<void> {
  await tx.run(sql`update priority set name = ${name}, position = coalesce(${position}::int, position), page = ${page}, body = ${text}
    where tenant_id = ${tenantId} and id = ${id}`);
}

export async function removePriority(tx: Transaction, { tenantId }: Identity, id: string): Promise<void> {
  await tx.run(sql`delete from priority where tenant_id = ${tenantId} and id = ${id}`);
}
