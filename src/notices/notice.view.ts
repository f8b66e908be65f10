/** A notice as it is read: made of what its reader may read at this moment. */
import { type About, wordsAbout } from '../concerns/index.ts';
import { pageOf } from '../platform/pure/cursor.ts';
import { entryWords as questionWords } from '../questions/index.ts';
import { stationingStepWords } from '../stationing/index.ts';
import type {
  ConcernReminder,
  FormTold,
  ObservationTold,
  PromiseReminder,
  QuestionReminder,
  ReminderAbout,
  StationingReminder,
  TransitionTold,
} from './notice.rules.ts';
import type { NoticeRow } from './notice.store.ts';
import {
  formTold,
  newsWords,
  observationTold,
  plainWords,
  plannedForYou,
  promiseReminders,
  questionReminders,
  reminderWords,
  stationingReminders,
  transitionTold,
  visitsReminder,
} from './notice.words.ts';

/** One sentence: what happened or what to think of. */
export function titleOf(notice: NoticeRow): string {
  const { kind, about, nth, concernAbout, step, questionStep, stationingStep, by, newsTitle } = notice;
  const matter = concernAbout ?? 'school';
  if (newsTitle !== null) return newsOf(notice, newsTitle);
  if (about !== null) return reminderOf(about, nth === 2, matter);
  if (questionStep !== null && by !== null) return `${by} ${questionWords[questionStep]}`;
  // What is asked of its reader is asked plainly.
  if (kind === 'stationing_step' && stationingStep !== null && by !== null)
    return `${by} ${stationingStepWords[stationingStep]}`;
  if (stationingStep === 'start') return 'Een stationering is begonnen';
  if (step === null) return plainWords[kind];
  if (step.startsWith('record_')) return wordsAbout[matter].entry[step];
  // Of this step only who was named is told that something was shared.
  if (step === 'add_participant' && kind === 'concern_shared' && by !== null) return `${by} liet u meedoen`;
  return by === null ? plainWords[kind] : `${by} ${wordsAbout[matter].entry[step]}`;
}

/** Of what its reader may read now, by its title. */
function newsOf({ subject, version }: NoticeRow, title: string): string {
  const isFirst = version === null || version === 0;
  if (subject === 'consultation')
    return newsWords[isFirst ? 'asks' : version === 2 ? 'ends' : 'outcome'](title);
  return newsWords[isFirst ? 'post' : 'update'](title);
}

function reminderOf(about: ReminderAbout, isLate: boolean, matter: About): string {
  if (about === 'confirm_visits') return visitsReminder;
  if (about === 'planned_for_you') return plannedForYou;
  if (isOfForm(about)) return formTold[about];
  if (isOfTransition(about)) return transitionTold[about];
  if (isOfObservation(about)) return observationTold[about];
  if (isOfPromise(about)) return promiseReminders[about];
  if (isOfStationing(about)) return stationingReminders[about][isLate ? 'late' : 'soon'];
  if (isOfQuestion(about)) return questionReminders[about][isLate ? 'late' : 'soon'];
  return reminderWords[matter][about];
}

const isOfObservation = (about: ReminderAbout): about is ObservationTold => about in observationTold;
const isOfForm = (about: ReminderAbout): about is FormTold => about in formTold;
const isOfTransition = (about: ReminderAbout): about is TransitionTold => about in transitionTold;
const isOfPromise = (about: ReminderAbout): about is PromiseReminder => about in promiseReminders;
const isOfStationing = (about: ReminderAbout): about is StationingReminder => about in stationingReminders;
const isOfQuestion = (about: ConcernReminder | QuestionReminder): about is QuestionReminder =>
  about in questionReminders;

/** Where to look. */
export function pathOf({ kind, subject, subjectId, about, newsPath }: NoticeRow): string {
  if (kind === 'transition') return '/ontwikkeling/mijn-overgang';
  if (kind === 'observation') return '/resultaten/lesobservaties';
  if (about === 'yearly_question') return '/resultaten/jaarvraag';
  if (kind === 'school_form') return '/resultaten/basisondersteuning';
  if (about === 'confirm_visits') return '/inzet/bezoeken';
  if (about === 'planned_for_you') return '/inzet/mijn-vragen';
  if (subject === 'question') return `/vragen/${subjectId}`;
  if (subject === 'post') return newsPath ?? '/nieuws';
  if (subject === 'consultation') return `/ontwikkeling/consultaties/${subjectId}`;
  if (subject === 'promise') return `/toezeggingen/${subjectId}`;
  if (subject === 'stationing') return `/inzet/stationeringen/${subjectId}`;
  if (subject === 'concern') return `/zorgen/${subjectId}`;
  return subject === 'conversation' ? '/gesprekken' : '/mijn';
}

/** A page of notices and the cursor of the next, null at the end. */
export function pageOfNotices(found: readonly NoticeRow[], limit: number) {
  return pageOf(found, limit, ({ at }) => at);
}
