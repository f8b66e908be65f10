/** How the forms of a concern come in: the API's inputs, with what only a form needs (a choice «anders», an emptied field). */
import { z } from 'zod';
import { moment, optionalText, text } from '../../platform/input.ts';
import { isBlank } from '../../platform/pure/text.ts';
import { noteInput, stepInputs } from '../concern.input.ts';

/** Regular contacts in which a concern may come up. Nobody makes an appointment to look for one. */
export const occasions = [
  'Klassenbezoek',
  'Overleg met de school',
  'Telefoon of e-mail',
  'Teamoverleg',
  'Gesprek met ouders',
] as const;

/** The choice that asks for own words. */
export const otherChoice = 'other';

interface NoteTexts {
  readonly occasion: string;
  readonly occasionOther?: string | undefined;
  readonly impression?: string | undefined;
  readonly meaningForChildren?: string | undefined;
  readonly goesWell?: string | undefined;
  readonly theme?: string | undefined;
}

const occasionOther = optionalText(500);
const ownOccasion = {
  path: ['occasionOther'],
  message: 'Schrijf waar dit ter sprake kwam.',
  // Also when other fields are wrong: all faults are told at once.
  when: () => true,
};
const namesOccasion = (note: Partial<NoteTexts>) =>
  note.occasion !== otherChoice || !isBlank(note.occasionOther ?? '');

/** What was emptied in the form is taken away: an absent field would mean «leave as it was». */
function settled<Note extends NoteTexts>(note: Note): Note {
  return {
    ...note,
    occasion: note.occasion === otherChoice ? (note.occasionOther ?? '') : note.occasion,
    occasionOther: undefined,
    impression: note.impression ?? '',
    meaningForChildren: note.meaningForChildren ?? '',
    goesWell: note.goesWell ?? '',
    theme: note.theme ?? '',
  };
}

/** A note, new or revised. */
export const noteForm = noteInput
  .safeExtend({ occasionOther })
  .refine(namesOccasion, ownOccasion)
  .overwrite(settled);

const shareForm = noteInput
  .omit({ schoolCode: true, about: true, continuesId: true })
  .safeExtend({ occasionOther, meaningForChildren: text(), goesWell: text() })
  .refine(namesOccasion, ownOccasion)
  .overwrite(settled);

const answerForm = z
  .object({
    proposal: z.union([z.literal(otherChoice), moment()], 'Kies een moment.'),
    otherMoment: moment().optional(),
  })
  .refine((answer) => answer.proposal !== otherChoice || answer.otherMoment !== undefined, {
    path: ['otherMoment'],
    message: 'Vul een dag en tijd in.',
    when: () => true,
  })
  .overwrite(({ proposal, otherMoment }) => ({
    proposal: proposal === otherChoice ? (otherMoment ?? proposal) : proposal,
  }));

/** Each form gives what `takeStep` takes. */
export const formInputs = {
  ...stepInputs,
  revise: noteForm,
  share_with_director: shareForm,
  answer_invitation: answerForm,
};
