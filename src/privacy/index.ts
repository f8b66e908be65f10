export { type OpenMark, openMarks } from './writing-aid.rules.ts';
export { MARK_WORDS } from './writing-aid.words.ts';
