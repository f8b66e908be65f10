/** Puts whole registers in at once: the demonstration. For an operator. */
import { raw, sql, type Transaction } from '../../platform/database.ts';
import type { PlaceKind, Role } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';

export interface LoadedPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface LoadedSchool extends LoadedPlace {
  readonly kind: string;
  readonly boardId: string | null;
  readonly areaId: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly pupils: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface LoadedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly suspendedAt: string | null;
}

export interface LoadedAppointment {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly boardId: string | null;
  readonly schoolId: string | null;
  readonly acting: boolean;
  readonly startsOn: CivilDate;
  /** First day that it no longer holds. */
  readonly endsOn: CivilDate | null;
}

export interface LoadedHoliday {
  readonly id: string;
  readonly scope: PlaceKind;
  readonly boardId: string | null;
  readonly schoolId: string | null;
  readonly kind: 'free' | 'open';
  readonly name: string;
  readonly startsOn: CivilDate;
  /** First day after it. */
  readonly endsOn: CivilDate;
}

export interface Registers {
  readonly boards: readonly LoadedPlace[];
  readonly areas: readonly LoadedPlace[];
  readonly schools: readonly LoadedSchool[];
  readonly people: readonly LoadedPerson[];
  readonly appointments: readonly LoadedAppointment[];
  readonly holidays: readonly LoadedHoliday[];
}

/** Adds all rows of one partnership, which must exist. */
export async function saveRegisters(tx: Transaction, tenantId: string, registers: Registers): Promise<void> {
  await addRows(tx, tenantId, 'board', registers.boards);
  await addRows(tx, tenantId, 'area', registers.areas);
  await addRows(tx, tenantId, 'school', registers.schools);
  await addRows(tx, tenantId, 'person', registers.people);
  await addRows(tx, tenantId, 'appointment', registers.appointments);
  await addRows(tx, tenantId, 'holiday', registers.holidays);
}

type Table = 'board' | 'area' | 'school' | 'person' | 'appointment' | 'holiday';

/** The fields of a row are the columns of its table in camelCase. */
async function addRows(
  tx: Transaction,
  tenantId: string,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  const columns = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
  const first = rows[0];
  if (first === undefined) return;
  const names = raw(Object.keys(columns(first)).join(', '));
  const list = JSON.stringify(rows.map(columns));
  await tx.run(sql`insert into ${raw(table)} (tenant_id, ${names})
    select ${tenantId}, ${names} from jsonb_populate_recordset(null::${raw(table)}, ${list}::jsonb)`);
}

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
