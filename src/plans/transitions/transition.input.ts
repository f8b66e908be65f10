import { z } from 'zod';
import { day, id, optionalText } from '../../platform/input.ts';
import { transitionSteps } from './transition.rules.ts';

const when = { onDate: day(), words: optionalText(2_000) };

export const recordInput = z.strictObject({
  personId: id(),
  profileId: id('Kies een functieprofiel uit de lijst.'),
  step: z.enum(transitionSteps, 'Maak een keuze.'),
  ...when,
});
export type RecordInput = z.infer<typeof recordInput>;

export const correctInput = z.strictObject(when);
export type CorrectInput = z.infer<typeof correctInput>;
