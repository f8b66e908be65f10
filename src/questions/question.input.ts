/** What each step of a question is sent with: one schema for form and API. Field names are those of design/4. */
import { z } from 'zod';
import { day, id, optionalText, text } from '../platform/input.ts';
import { dagdelen, decisionInput } from './decision.input.ts';
import { levels, type StepName, urgencies } from './question.rules.ts';

/** Texts of marks that the writer has looked at and keeps: names that must stay. */
const acceptedMarks = z.array(z.string().max(200)).max(100).optional();

const expertise = z
  .array(
    z.string().regex(/^[a-z0-9_]{2,40}$/, 'Kies een expertise uit de lijst.'),
    'Kies ten minste één expertise.',
  )
  .max(10, 'Kies hoogstens tien soorten expertise.')
  .overwrite((codes) => [...new Set(codes)]);

/** A language beside Dutch, by its name. */
const language = optionalText(60)
  .refine(
    (name) => name === undefined || /^[\p{L}\p{M} ()'’-]*$/u.test(name),
    'Noem een taal, zoals Turks of Poolse gebarentaal.',
  )
  .meta({ description: 'Language that who helps must speak beside Dutch.', example: 'Turks' });

const ageBand = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, 'Kies een leeftijd als 8-9.')
  .refine((band) => {
    const [from = 0, to = 0] = band.split('-').map(Number);
    return 2 <= from && from <= to && to <= 22;
  }, 'Kies een leeftijd tussen 2 en 22 jaar.');

/** What is asked about a pupil: never a name. A draft may lack all of it; submitting asks for the rest. */
const pupil = z.object({
  pseudonym: optionalText(40),
  ageBand: ageBand.optional(),
  externalCaseNumber: optionalText(60),
  parentsSpokenOn: day().optional(),
  parentsConsentOn: day().optional(),
  pupilConsentOn: day().optional(),
});

const questionFields = {
  level: z.enum(levels, 'Kies waar de vraag over gaat.'),
  title: text(200),
  need: text(),
  triedSoFar: optionalText(),
  expertise: expertise.optional(),
  urgency: z.enum(urgencies, 'Maak een keuze.').optional(),
  requestedDagdelen: dagdelen().optional(),
  /** What who helps must speak beside Dutch. */
  language,
  /** First signal at the school; today when not said. */
  signalledOn: day().optional(),
  /** Kept at level pupil alone; at another level it is left out. */
  pupil: pupil.optional(),
};

export const askInput = z.object({
  schoolCode: z
    .string('Kies een school.')
    .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school.')
    .overwrite((code) => code.toUpperCase()),
  ...questionFields,
  /** A question of the same school that ended, which this one takes up again. */
  continuesId: id().optional(),
});
export type AskInput = z.infer<typeof askInput>;

/** Any part of a draft; what is not sent stays, an empty text, an empty list or null takes the old one away. `pupil` comes whole. */
const reviseInput = z
  .object({ ...questionFields, requestedDagdelen: dagdelen().nullable().optional(), acceptedMarks })
  .partial();
export type ReviseInput = z.infer<typeof reviseInput>;

/** `revise` and `submit` change the draft; all others write an entry. */
export const stepInputs = {
  revise: reviseInput,
  submit: reviseInput,
  withdraw: z.object({ reason: text(), acceptedMarks }),
  /** Asks a specialist; whoever was asked sends no specialist, or themselves, and accepts or declines. */
  think_along: z.object({
    specialistId: id().optional(),
    decision: z.enum(['accept', 'decline'], 'Maak een keuze.').optional(),
    acceptedMarks,
  }),
  add_note: z.object({ text: text(), acceptedMarks }),
  triage: z.object({
    urgency: z.enum(urgencies, 'Maak een keuze.'),
    plannedDagdelen: dagdelen(),
    expertise: expertise.min(1, 'Kies ten minste één expertise.'),
    /** What is not sent stays as the school said it; an empty text takes it away. */
    language,
    /** Of the ondersteuningsplan that it works on; left out: none. */
    ambitionId: id('Kies een ambitie uit de lijst.').optional(),
    acceptedMarks,
  }),
  answer: z.object({ text: text(), acceptedMarks }),
  ask_information: z.object({ missing: text(), acceptedMarks }),
  give_information: z.object({ text: text(), acceptedMarks }),
  decline: z.object({ reason: text(), nextStep: text(), acceptedMarks }),
  to_committee: z.object({
    meetingId: id('Kies een vergadering.'),
    kind: z.enum(['advice', 'decision'], 'Maak een keuze.').default('advice'),
    /** Of a case that had no number in the school's own file system yet; kept at level pupil alone, once. */
    caseNumber: optionalText(60),
  }),
  complete_file: z.object({}),
  advise: z.object({ text: text(), acceptedMarks }),
  decide: decisionInput.safeExtend({ acceptedMarks }),
  hold_over: z.object({ missing: text(), meetingId: id('Kies een vergadering.'), acceptedMarks }),
  assign: z.object({
    specialistId: id(),
    role: text(100),
    plannedDagdelen: dagdelen(),
    from: day(),
    /** The last day. */
    to: day(),
    acceptedMarks,
  }),
  start: z.object({ firstContactOn: day() }),
  evaluate: z.object({ noGoalBecause: optionalText(2_000), acceptedMarks }),
  complete: z.object({}),
  extend: z.object({ until: day(), reason: text(), acceptedMarks }),
  hand_over: z.object({
    specialistId: id(),
    reason: text(),
    /** Whose work; may be left out when there is one specialist, or it is the sender's own. */
    fromSpecialistId: id().optional(),
    acceptedMarks,
  }),
  stop: z.object({ reason: text(), nextStep: text(), acceptedMarks }),
  follow_up: z.object({
    didItLast: z.enum(['yes', 'partly', 'no'], 'Maak een keuze.'),
    text: optionalText(),
    acceptedMarks,
  }),
} as const satisfies Record<StepName, z.ZodType>;

type StepInputs = { readonly [Name in StepName]: z.infer<(typeof stepInputs)[Name]> };

/** A step with its input, as the API takes it: `{ step, ...input }`. */
export type StepRequest = {
  [Name in StepName]: { readonly step: Name } & (StepInputs[Name] extends Record<string, never>
    ? unknown
    : StepInputs[Name]);
}[StepName];
