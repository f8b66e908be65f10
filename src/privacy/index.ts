import type { Route } from '../platform/route.ts';
import { auditApi } from './audit/audit.api.ts';
import { auditPages } from './audit/audit.pages.tsx';

export { auditCommands } from './audit/audit.commands.ts';
export { auditSealer } from './audit/audit.jobs.ts';
export { answerNotTaken, doLawfully, type NotTaken, recordDeed } from './deeds.ts';
export { textsIn, withText } from './texts.rules.ts';
export {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  refusedForm,
  WritingAid,
} from './writing-aid.parts.tsx';
export { type Looked, lookAt, type OpenMark } from './writing-aid.rules.ts';
export { lookAtTexts, WritingAidDown } from './writing-aid.ts';
export { tellMark } from './writing-aid.words.ts';

export const privacyRoutes: readonly Route[] = [...auditApi, ...auditPages];
