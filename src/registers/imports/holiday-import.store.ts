import { sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { HolidayRow } from '../files/holiday-file.rules.ts';

export interface HolidayCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Puts the holidays of a partnership as the list has them. A holiday on days that were free already takes the place of what
 * stood there; holidays of boards and schools are left alone.
 */
export async function saveHolidays(
  tx: Transaction,
  tenantId: string,
  rows: readonly HolidayRow[],
): Promise<HolidayCounts> {
  const list = JSON.stringify(
    rows.map(({ name, from, to }) => ({ id: newId(), name, from, to: addDays(to, 1) })),
  );
  const incoming = sql`jsonb_to_recordset(${list}::jsonb) as i(id uuid, name text, "from" date, "to" date)`;
  const same = sql`h.tenant_id = ${tenantId} and h.scope = 'tenant' and h.name = i.name and h.starts_on = i."from" and h.ends_on = i."to"`;
  const before = await tx.first<{ unchanged: number; changed: number }>(sql`
    with found as (
      select exists (select from holiday h where ${same}) as known, exists (select from holiday h where h.tenant_id = ${tenantId}
        and h.scope = 'tenant' and h.starts_on < i."to" and i."from" < h.ends_on) as touched
      from ${incoming}
    )
    select (count(*) filter (where known))::int as unchanged, (count(*) filter (where touched and not known))::int as changed from found`);
  await tx.run(sql`
    delete from holiday h using ${incoming}
    where h.tenant_id = ${tenantId} and h.scope = 'tenant' and h.starts_on < i."to" and i."from" < h.ends_on and not (${same})`);
  const inserted = await tx.run(sql`
    insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on)
    select ${tenantId}, i.id, 'tenant', 'free', i.name, i."from", i."to"
    from ${incoming}
    where not exists (select from holiday h where ${same})`);
  const { unchanged = 0, changed = 0 } = before ?? {};
  return { added: inserted - changed, changed, unchanged };
}
