import type { NoteInput, StepRequest } from '../concerns/index.ts';
import { addDays, type CivilDate } from '../platform/pure/dates.ts';
import type { StagedSchool } from './demo.store.ts';
import type { Road, RoadStep } from './roads.ts';
import type { DemoText } from './texts.ts';

/** The note of a road: complete enough to share, or just begun. */
export function noteFor(
  school: StagedSchool,
  text: DemoText,
  road: Road,
  day: CivilDate,
  continuesId: string | undefined,
): NoteInput {
  const begun = {
    schoolCode: school.code,
    about: road.about,
    noticedOn: day,
    occasion: text.occasion,
    observation: text.observation,
  };
  if (!road.complete) return begun;
  const { impression, meaningForChildren, goesWell, theme } = text;
  return { ...begun, impression, meaningForChildren, goesWell, theme, continuesId };
}

/** What somebody sends with a step of a road. */
export function inputFor(
  { step, choice, who }: RoadStep,
  about: Road['about'],
  text: DemoText,
  school: StagedSchool,
  day: CivilDate,
): StepRequest {
  const person = (part: string) => school.cast[part] ?? '';
  switch (step) {
    case 'revise':
      return { step, observation: `${text.observation} Vandaag zag ik het opnieuw.` };
    case 'share_with_director':
      return { step };
    case 'drop':
      return { step };
    case 'share_with_board':
      return { step };
    case 'reply':
      return {
        step,
        verdict: oneOf(choice, ['accurate', 'inaccurate', 'addition']),
        text: text.directorSays,
      };
    case 'add_participant':
      return { step, personId: person(about === 'partnership' ? 'contact_person' : 'support_coordinator') };
    case 'plan_conversation':
      return { step, proposals: proposalsAfter(day) };
    case 'answer_invitation':
      return { step, proposal: proposalsAfter(addDays(day, -2))[1] ?? '' };
    case 'hold_conversation':
      return {
        step,
        heldOn: day,
        present:
          about === 'partnership'
            ? [person('team_lead'), person(who)]
            : [person('school_director'), person(who === 'team_lead' ? 'board_member' : 'contact_person')],
        report: text.report,
        goesWell: text.goesWell,
        agreements: [{ ...text.agreement, by: addDays(day, 42) }],
      };
    case 'confirm_report':
      return choice === 'agrees' ? { step, agrees: true } : { step, agrees: false, text: text.directorSays };
    case 'review':
      return {
        step,
        childrenNotice: text.later,
        resolved: choice === 'resolved',
        outcome: text.agreement.what,
      };
    case 'close':
      return {
        step,
        outcome: choice ?? 'not_further',
        reason: 'Na het gesprek bleek dat het anders zat en dat de school het al had opgepakt.',
      };
    case 'propose_board':
      return { step, whyNotAtSchool: text.whyNotAtSchool };
    case 'withdraw_proposal':
      return { step, reason: 'Het lukt toch binnen de school.' };
    case 'take_position':
      return {
        step,
        position: oneOf(choice, ['agrees', 'disagrees', 'other']),
        text:
          choice === 'disagrees'
            ? 'Ik wil het eerst met mijn team afmaken. Geef ons tot de vakantie.'
            : 'Ik ben het ermee eens en praat graag mee.',
      };
    case 'not_to_board':
      return {
        step,
        reason: 'De directeur vraagt tijd en heeft een goed plan. Wij kijken daarna samen terug.',
        reviewOn: addDays(day, 60),
      };
    case 'add_view':
      return {
        step,
        text: 'Wij waarderen hoe open dit is besproken en denken mee over wat er op schoolniveau niet kan.',
      };
    case 'resolve':
      return { step, outcome: 'Bestuur en school hebben samen ruimte gemaakt.', childrenNotice: text.later };
  }
}

function oneOf<T extends string>(choice: string | undefined, choices: readonly [T, ...T[]]): T {
  return choices.find((one) => one === choice) ?? choices[0];
}

/** Three moments, one to two weeks ahead. */
function proposalsAfter(day: CivilDate): string[] {
  return [
    `${addDays(day, 7)}T09:00:00.000Z`,
    `${addDays(day, 9)}T13:30:00.000Z`,
    `${addDays(day, 14)}T09:00:00.000Z`,
  ];
}
