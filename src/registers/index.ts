/** The front door of the registers. */
import type { Route } from '../platform/route.ts';
import { absencePages } from './absence/absence.pages.tsx';
import { groupPages } from './groups/group.pages.tsx';
import { holidayPages } from './holidays/holiday.pages.tsx';
import { importRoutes } from './imports/import.pages.tsx';
import { appointmentPages } from './people/appointment.pages.tsx';
import { directoryPages } from './people/directory.pages.tsx';
import { minePages } from './people/mine.pages.tsx';
import { personPages } from './people/person.pages.tsx';
import { wayInPages } from './people/way-in.pages.tsx';
import { registersApi } from './registers.api.ts';
import { publicSchoolPages, type SchoolParts } from './schools/public-school.pages.tsx';
import { schoolAdminPages } from './schools/school-admin.pages.tsx';
import { retentionPages } from './tenants/retention.pages.ts';
import { tenantPages } from './tenants/tenant.pages.tsx';

export { change, changeRow, changeSettings } from './admin/change.actions.ts';
export type { Listing } from './admin/register.store.ts';
export { errorsOf, type RegisterField, RegisterForm } from './admin/register-form.tsx';
export { registerPages } from './admin/register-pages.tsx';
export { settingsPages } from './admin/settings-pages.tsx';
export { readCsv } from './files/csv.ts';
export type { FileRecord, RejectedRow } from './files/school-file.rules.ts';
export { type FoundPerson, type FoundSchool, findPeopleLike, findSchoolsLike } from './found.store.ts';
export { importPages } from './imports/import.pages.tsx';
export type { Import } from './imports/import-preview.tsx';
export { previewed } from './imports/school-import.actions.ts';
export { type Licence, licenceWords } from './licence.rules.ts';
export { presets } from './presets.rules.ts';
export { registerCommands } from './registers.commands.ts';
export { appointmentName, roleName } from './registers.words.ts';
export {
  addSchoolDays,
  calendarFor,
  type Holiday,
  isSchoolDay,
  schoolDaysBetween,
} from './school-days.rules.ts';
export { findPartnerships, type Partnership, type PublicPartnership } from './schools/public-school.store.ts';
export { loadRegisters } from './tenants/load.actions.ts';
export type {
  LoadedAppointment,
  LoadedHoliday,
  LoadedPerson,
  LoadedPlace,
  LoadedSchool,
  Registers,
} from './tenants/load.store.ts';

/** Fixed addresses stand before those with an id, which would take them for one. */
export function registerRoutes<Post>(parts: SchoolParts<Post>): readonly Route[] {
  return [
    ...registersApi,
    ...publicSchoolPages(parts),
    ...directoryPages,
    ...minePages,
    ...absencePages,
    ...tenantPages,
    ...retentionPages,
    ...importRoutes,
    ...groupPages,
    ...schoolAdminPages,
    ...appointmentPages,
    ...wayInPages,
    ...personPages,
    ...holidayPages,
  ];
}
