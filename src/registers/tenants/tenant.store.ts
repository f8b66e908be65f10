import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import type { HolidayRegion } from '../files/holiday-file.rules.ts';
import type { DataLicence } from '../licence.rules.ts';

export interface Tenant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly preset: string;
  readonly swvNumber: string | null;
  readonly hostName: string | null;
  readonly holidayRegion: HolidayRegion;
  readonly labels: Readonly<Record<string, string>>;
  /** How a question is asked, on the page of each school; null: as everywhere. */
  readonly howToAsk: string | null;
  /** Whoever works for the partnership logs in with two factors. */
  readonly staffSecondFactor: boolean;
  /** After so many school days of a term of ten a director is reminded, and again. */
  readonly firstReminder: number;
  readonly secondReminder: number;
  /** Under which released figures may be used again by anybody. */
  readonly dataLicence: DataLicence;
  readonly version: number;
}

const columns = sql`tenant_id as id, code, name, preset, swv_number as "swvNumber", host_name as "hostName",
  holiday_region as "holidayRegion", labels, how_to_ask as "howToAsk", staff_second_factor as "staffSecondFactor",
  first_reminder as "firstReminder", second_reminder as "secondReminder", data_licence as "dataLicence", version`;

/** For an operator: every partnership, by code. */
export function findTenants(reader: Reader): Promise<readonly Tenant[]> {
  return reader.rows<Tenant>(sql`select ${columns} from tenant order by code`);
}

export function getTenant(reader: Reader, tenantId: string): Promise<Tenant | undefined> {
  return reader.first<Tenant>(sql`select ${columns} from tenant where tenant_id = ${tenantId}`);
}

/** One at a time per partnership, for work that first looks and then adds. Ends with the transaction. */
export async function lockTenant(tx: Transaction, tenantId: string): Promise<void> {
  await tx.first(sql`select pg_advisory_xact_lock(hashtextextended(${`registers ${tenantId}`}, 0))`);
}

export type NewTenant = Omit<
  Tenant,
  | 'hostName'
  | 'version'
  | 'howToAsk'
  | 'staffSecondFactor'
  | 'firstReminder'
  | 'secondReminder'
  | 'dataLicence'
>;

export async function addTenant(
  tx: Transaction,
  tenant: NewTenant & { readonly demonstration?: boolean; readonly howToAsk?: string },
): Promise<void> {
  await tx.run(sql`insert into tenant (tenant_id, code, name, preset, swv_number, holiday_region, labels, how_to_ask, demonstration, staff_second_factor)
    values (${tenant.id}, ${tenant.code}, ${tenant.name}, ${tenant.preset}, ${tenant.swvNumber}, ${tenant.holidayRegion},
      ${JSON.stringify(tenant.labels)}, ${tenant.howToAsk ?? null}, ${tenant.demonstration ?? false}, ${tenant.demonstration !== true})`);
}

export type TenantChange = Omit<Tenant, 'id' | 'code' | 'preset' | 'swvNumber'>;

/** False when somebody else changed it first. */
export async function saveTenant(tx: Transaction, tenantId: string, change: TenantChange): Promise<boolean> {
  const rows = await tx.run(sql`update tenant set name = ${change.name}, host_name = ${change.hostName},
      holiday_region = ${change.holidayRegion}, labels = ${JSON.stringify(change.labels)}, how_to_ask = ${change.howToAsk},
      staff_second_factor = ${change.staffSecondFactor}, first_reminder = ${change.firstReminder},
      second_reminder = ${change.secondReminder}, data_licence = ${change.dataLicence}, version = version + 1
    where tenant_id = ${tenantId} and version = ${change.version}`);
  return rows === 1;
}
