export { auditCommands } from './audit/audit.commands.ts';
export { auditSealer } from './audit/audit.jobs.ts';
export { type OpenMark, openMarks } from './writing-aid.rules.ts';
export { MARK_WORDS } from './writing-aid.words.ts';
