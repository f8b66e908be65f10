/** What each act of a road is sent with, in the words of its question. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { AskInput, StepName, StepRequest } from '../../questions/index.ts';
import type { DemoQuestion } from './demo-question.ts';
import type { Act, QuestionRoad } from './roads.ts';

/** What stands around an act. */
export interface Scene {
  readonly day: CivilDate;
  readonly schoolCode: string;
  readonly text: DemoQuestion;
  /** Position of the road. */
  readonly nth: number;
  readonly specialist: string;
  readonly colleague: string;
  /** The meeting whose agenda it goes to, or to whose next it is held over. */
  readonly meeting: string | undefined;
  /** What it works on, as is said at triage. */
  readonly ambition: string | undefined;
}

/** Words that are nobody's initials or name. */
export const pseudonyms = [
  'Zeester',
  'Kastanje',
  'Vuurvlieg',
  'Waterrad',
  'Sneeuwklok',
  'Kompas',
  'Zonnewijzer',
  'Getijde',
];

export function askOf(road: QuestionRoad, scene: Scene, continuesId: string | undefined): AskInput {
  const { text, day, nth, schoolCode } = scene;
  const [, oldest = 0] = (text.ageBand ?? '0-0').split('-').map(Number);
  return {
    schoolCode,
    level: road.level,
    title: text.title,
    need: text.need,
    triedSoFar: text.triedSoFar,
    expertise: [text.expertise],
    urgency: text.urgency,
    requestedDagdelen: text.dagdelen,
    // A school sees that something is needed some days before it asks.
    signalledOn: addDays(day, -(nth % 9)),
    ...(continuesId !== undefined && { continuesId }),
    ...(road.language !== undefined && { language: road.language }),
    ...(road.level === 'pupil' && {
      pupil: {
        pseudonym: pseudonyms[nth % pseudonyms.length],
        ageBand: text.ageBand ?? '8-9',
        externalCaseNumber: `OT ${day.slice(0, 4)} ${100 + nth}`,
        parentsSpokenOn: day,
        parentsConsentOn: day,
        ...(oldest >= 12 && { pupilConsentOn: day }),
      },
    }),
  };
}

/** The step of an act. Only steps of the protocol stand here. */
export function stepOf(
  { doing, choice }: Act & { readonly doing: StepName | 'accept' },
  scene: Scene,
): StepRequest {
  const { text, day, specialist, colleague, meeting = '', ambition } = scene;
  switch (doing) {
    case 'accept':
      return { step: 'think_along', decision: 'accept' };
    case 'think_along':
      return { step: doing, specialistId: specialist };
    case 'triage':
      return {
        step: doing,
        urgency: text.urgency,
        plannedDagdelen: text.dagdelen,
        expertise: [text.expertise],
        ...(ambition !== undefined && { ambitionId: ambition }),
      };
    case 'answer':
      return { step: doing, text: text.answer };
    case 'ask_information':
      return {
        step: doing,
        missing: text.missing?.asked ?? 'Wat werkte tot nu toe het best, en hoe vaak is dat geprobeerd?',
      };
    case 'give_information':
      return {
        step: doing,
        text:
          text.missing?.given ?? 'Een vaste dagopening werkt het best. Wij deden dat vier weken, elke dag.',
      };
    case 'decline':
      return { step: doing, ...text.decline };
    case 'withdraw':
      return { step: doing, reason: 'Het team kwam er samen uit.' };
    case 'to_committee':
      return { step: doing, meetingId: meeting, kind: choice === 'decision' ? 'decision' : 'advice' };
    case 'advise':
      return { step: doing, text: text.advice };
    case 'decide':
      return choice === 'tlv' ? tlvOf(scene) : arrangementOf(scene);
    case 'hold_over':
      return {
        step: doing,
        meetingId: meeting,
        missing: 'Een korte beschrijving van wat de school al deed, met data.',
      };
    case 'assign':
      return {
        step: doing,
        specialistId: choice === undefined ? specialist : colleague,
        role: choice ?? 'Eerste begeleider',
        plannedDagdelen: choice === undefined ? text.dagdelen : 2,
        from: day,
        to: addDays(day, 77),
      };
    case 'start':
      return { step: doing, firstContactOn: day };
    case 'evaluate':
      return { step: doing };
    case 'extend':
      return {
        step: doing,
        until: addDays(day, 60),
        reason: 'Het gaat vooruit, en het team wil het zelf leren doen.',
      };
    case 'hand_over':
      return { step: doing, specialistId: colleague, fromSpecialistId: specialist, reason: text.handOver };
    case 'stop':
      return { step: doing, ...text.stop };
    case 'follow_up':
      return { step: doing, didItLast: text.didItLast, text: text.lasted };
    case 'add_note':
      return { step: doing, text: text.triage };
    case 'submit':
    case 'complete_file':
    case 'complete':
    case 'revise':
      return { step: doing };
  }
}

function arrangementOf({ text, day }: Scene): StepRequest {
  return {
    step: 'decide',
    kind: 'arrangement',
    granted: true,
    text: text.arrangement,
    dagdelen: text.dagdelen,
    from: day,
    to: addDays(day, 150),
  };
}

function tlvOf({ text, day, nth }: Scene): StepRequest {
  const granted = text.tlv?.granted;
  const words = text.tlv?.text ?? text.arrangement;
  if (granted === undefined) return { step: 'decide', kind: 'tlv', granted: false, text: words };
  return {
    step: 'decide',
    kind: 'tlv',
    granted: true,
    text: words,
    ...granted,
    from: day,
    to: addDays(day, 240),
    caseNumber: `TLV ${day.slice(0, 4)} ${300 + nth}`,
    firstOpinion: { on: addDays(day, -20), by: 'orthopedagoog' },
    secondOpinion: { on: addDays(day, -14), by: 'logopedist' },
  };
}
