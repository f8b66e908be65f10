/** A notice as it is read: made of what its reader may read at this moment. */
import { wordsAbout } from '../concerns/index.ts';
import { encodeCursor } from '../platform/pure/cursor.ts';
import { entryWords as questionWords } from '../questions/index.ts';
import type { ConcernReminder, QuestionReminder } from './notice.rules.ts';
import type { NoticeRow } from './notice.store.ts';
import { plainWords, questionReminders, reminderWords, visitsReminder } from './notice.words.ts';

/** One sentence: what happened or what to think of. */
export function titleOf({ kind, about, nth, concernAbout, step, questionStep, by }: NoticeRow): string {
  const matter = concernAbout ?? 'school';
  if (about === 'confirm_visits') return visitsReminder;
  if (about !== null && isOfQuestion(about)) return questionReminders[about][nth === 2 ? 'late' : 'soon'];
  if (about !== null) return reminderWords[matter][about];
  if (questionStep !== null && by !== null) return `${by} ${questionWords[questionStep]}`;
  if (step === null) return plainWords[kind];
  if (step.startsWith('record_')) return wordsAbout[matter].entry[step];
  // Of this step only who was named is told that something was shared.
  if (step === 'add_participant' && kind === 'concern_shared' && by !== null) return `${by} liet u meedoen`;
  return by === null ? plainWords[kind] : `${by} ${wordsAbout[matter].entry[step]}`;
}

const isOfQuestion = (about: ConcernReminder | QuestionReminder): about is QuestionReminder =>
  about in questionReminders;

/** Where to look. */
export function pathOf({ subject, subjectId, about }: NoticeRow): string {
  if (about === 'confirm_visits') return '/inzet/bezoeken';
  if (subject === 'question') return `/vragen/${subjectId}`;
  if (subject === 'concern') return `/zorgen/${subjectId}`;
  return subject === 'conversation' ? '/gesprekken' : '/mijn';
}

/** A page of notices and the cursor of the next, null at the end. */
export function pageOfNotices(found: readonly NoticeRow[], limit: number) {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next =
    found.length > limit && last !== undefined ? encodeCursor({ key: last.at, id: last.id }) : null;
  return { items, next };
}
