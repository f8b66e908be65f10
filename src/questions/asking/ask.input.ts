/** How the form of a question comes in: the API's input, in which an emptied field is taken away. */
import { z } from 'zod';
import { askInput } from '../question.input.ts';

export const askForm = askInput
  .extend({ acceptedMarks: z.array(z.string().max(200)).max(100).optional() })
  .overwrite((asked) => ({
    ...asked,
    triedSoFar: asked.triedSoFar ?? '',
    language: asked.language ?? '',
    expertise: asked.expertise ?? [],
    pupil: {
      pseudonym: asked.pupil?.pseudonym ?? '',
      ageBand: asked.pupil?.ageBand,
      externalCaseNumber: asked.pupil?.externalCaseNumber ?? '',
      parentsSpokenOn: asked.pupil?.parentsSpokenOn,
      parentsConsentOn: asked.pupil?.parentsConsentOn,
      pupilConsentOn: asked.pupil?.pupilConsentOn,
    },
  }));
export type AskForm = z.infer<typeof askForm>;
