/** What posts are about: every partnership keeps its own list. */
import { type Reader, sql, type Transaction } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';

export interface Topic {
  readonly code: string;
  readonly name: string;
  /** From that day on nobody can choose it any more. */
  readonly endedOn: CivilDate | null;
}

export const findTopics = (reader: Reader, actor: Actor): Promise<readonly Topic[]> =>
  reader.rows<Topic>(sql`select code, name, ended_on as "endedOn" from topic
    where tenant_id = ${actor.tenantId} order by ended_on is not null, position, name, code`);

/** False when there is one by that name or code. */
export async function saveTopic(tx: Transaction, actor: Actor, code: string, name: string): Promise<boolean> {
  const saved = await tx.run(sql`insert into topic (tenant_id, code, name, position)
    select ${actor.tenantId}, ${code}, ${name}, coalesce(max(position), 0) + 1 from topic where tenant_id = ${actor.tenantId}
    on conflict do nothing`);
  return saved === 1;
}

/** `offered` false: from today on nobody chooses it any more. False when it is not there. */
export async function offerTopic(
  tx: Transaction,
  actor: Actor,
  code: string,
  offered: boolean,
): Promise<boolean> {
  const changed =
    await tx.run(sql`update topic set ended_on = case when ${offered} then null else app_today() end, version = version + 1
    where tenant_id = ${actor.tenantId} and code = ${code}`);
  return changed === 1;
}
