import { recordAudit, type Via } from '../../platform/audit.ts';
import type { Database, Transaction, Who } from '../../platform/database.ts';
import type { HolidayRegion } from '../files/holiday-file.rules.ts';
import { readHolidayFile } from '../files/holiday-file.ts';
import type { RejectedRow } from '../files/school-file.rules.ts';
import { lockTenant } from '../tenants/tenant.store.ts';
import { type HolidayCounts, saveHolidays } from './holiday-import.store.ts';
import { previewed } from './school-import.actions.ts';

export type HolidayImport =
  | { readonly report: HolidayCounts & { readonly rejected: readonly RejectedRow[] }; readonly fault: null }
  | { readonly fault: string };

interface HolidayOptions {
  /** Which holidays to take from a file that has those of every region. */
  readonly region: HolidayRegion;
  readonly preview: boolean;
}

/** Takes the holidays of a file into use for one partnership, all or nothing. */
export async function importHolidays(
  database: Database,
  who: { readonly operatorFor: string } | Exclude<Who, 'visitor' | { readonly operatorFor: string | null }>,
  via: Via,
  bytes: Uint8Array,
  options: HolidayOptions,
): Promise<HolidayImport> {
  const file = readHolidayFile(bytes, options.region);
  if (file.fault !== null) return { fault: file.fault };
  const by = 'operatorFor' in who ? { tenantId: who.operatorFor, personId: null } : who;
  const work = async (tx: Transaction): Promise<HolidayImport> => {
    await lockTenant(tx, by.tenantId);
    const counts = await saveHolidays(tx, by.tenantId, file.rows);
    await recordAudit(tx, by, { action: 'import_holidays', subject: 'tenant', subjectId: by.tenantId, via });
    return { report: { ...counts, rejected: file.rejected }, fault: null };
  };
  return options.preview ? previewed(database, who, work) : database.write(who, work);
}
