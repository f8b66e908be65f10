/** The front door of the registers. */
import type { Route } from '../platform/route.ts';
import { registersApi } from './registers.api.ts';

export { loadRegisters } from './load.actions.ts';
export type {
  LoadedAppointment,
  LoadedHoliday,
  LoadedPerson,
  LoadedPlace,
  LoadedSchool,
  Registers,
} from './load.store.ts';
export { presets } from './presets.rules.ts';
export { registerCommands } from './registers.commands.ts';
export { appointmentName, roleName } from './registers.words.ts';

export const registerRoutes: readonly Route[] = [...registersApi];
