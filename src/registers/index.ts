/** The front door of the registers. */
import type { Route } from '../platform/route.ts';

export { registerCommands } from './registers.commands.ts';
export { roleName } from './registers.words.ts';

export const registerRoutes: readonly Route[] = [];
