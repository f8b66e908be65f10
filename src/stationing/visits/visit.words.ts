/** Visits in Dutch. */
import { count } from '../../platform/pure/text.ts';
import type { StateTone } from '../../platform/ui/parts.tsx';
import { type ParticipantRole, reachInDays, type VisitKind, type VisitState } from './visit.rules.ts';

export const kindWords: Readonly<Record<VisitKind, string>> = {
  observation: 'Observatie',
  coaching: 'Coaching van een leerkracht',
  team_training: 'Teamtraining',
  advice: 'Advies',
  group_support: 'Groepsbegeleiding',
  meeting: 'MDO of OT',
  research: 'Onderzoek',
  sharing_knowledge: 'Kennis delen',
};

export const participantWords: Readonly<Record<ParticipantRole, string>> = {
  pupils: 'Leerlingen',
  teachers: 'Leerkrachten',
  support_coordinator: 'Intern begeleiders',
  school_director: 'Directie',
  teaching_assistants: 'Onderwijsassistenten',
  parents: 'Ouders',
  others: 'Anderen',
};

export const stateWords: Readonly<Record<VisitState, { readonly label: string; readonly tone: StateTone }>> =
  {
    waiting: { label: 'Wacht op de school', tone: 'waiting' },
    confirmed: { label: 'Bevestigd', tone: 'done' },
    disputed: { label: 'Klopt niet, zegt de school', tone: 'alert' },
    withdrawn: { label: 'Ingetrokken', tone: 'quiet' },
  };

/** «75 minuten (1 uur en 15 minuten)» is more than anybody reads: «1 uur en 15 minuten». */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return count(rest, 'minuut', 'minuten');
  return rest === 0 ? `${hours} uur` : `${hours} uur en ${count(rest, 'minuut', 'minuten')}`;
}

/** What is said of minutes that do not add up. `left` as `minutesLeft` gives it. */
export function leftWords(left: number): string {
  if (left === 0) return 'Alle minuten zijn verdeeld.';
  return left > 0
    ? `Nog ${count(left, 'minuut', 'minuten')} te verdelen.`
    : `${count(-left, 'minuut', 'minuten')} te veel verdeeld.`;
}

export type VisitFaultCode =
  | 'ownVisit'
  | 'dayInReach'
  | 'schoolsKnown'
  | 'sharesAddUp'
  | 'ownQuestions'
  | 'goalOfQuestion'
  | 'ambitionRuns'
  | 'notYetConfirmed'
  | 'notFaded'
  | 'saysWhatIsWrong'
  | 'ownSchool'
  | 'noOpenMarks'
  | 'writingAidLooks';

/** Why a visit cannot be saved so, and what to do. */
export const faultWords: Readonly<Record<VisitFaultCode, string>> = {
  ownVisit: 'Leg alleen uw eigen bezoeken vast.',
  dayInReach: `Kies een dag die geweest is, hoogstens ${reachInDays} dagen geleden.`,
  schoolsKnown: 'Deze school kennen wij niet. Kies een school uit de lijst.',
  sharesAddUp: 'De verdeling moet samen precies de minuten van het bezoek zijn.',
  ownQuestions:
    'Kies een vraag waaraan u werkt, van een school die u bezocht. Kies die school er anders bij.',
  goalOfQuestion: 'Kies een doel van een vraag waaraan u werkt.',
  ambitionRuns: 'Kies een ambitie die op de dag van het bezoek liep.',
  notYetConfirmed: 'De school heeft dit bezoek bevestigd. Klopt er iets niet? Wijzig het dan.',
  notFaded: 'Een vraag bij dit bezoek is vervaagd. Daarom kan het bezoek niet meer wijzigen.',
  saysWhatIsWrong: 'Schrijf op wat er niet klopt. Dan kan de specialist het herstellen.',
  noOpenMarks: 'De schrijfhulp vond een naam of iets anders dat hier niet hoort. Kijk de tekst na.',
  writingAidLooks: 'De schrijfhulp werkt nu niet. Uw tekst is niet verstuurd. Probeer het zo nog eens.',
  ownSchool: 'Kies een school waar u werkt, en die in dit bezoek staat.',
};
