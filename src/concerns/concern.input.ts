/** What each step is sent with: one schema for form and API. Field names are those of design/4. */
import { z } from 'zod';
import { day, id, moment, optionalText, text } from '../platform/input.ts';
import { abouts, type StepName } from './concern.rules.ts';

/** Texts of marks that the writer has looked at and keeps: names that must stay. */
export const acceptedMarks = z.array(z.string().max(200)).max(100).optional();

const noteFields = {
  noticedOn: day(),
  occasion: text(500),
  observation: text(),
  impression: optionalText(),
  meaningForChildren: optionalText(),
  goesWell: optionalText(),
  theme: optionalText(100),
};

export const noteInput = z.object({
  schoolCode: z
    .string()
    .regex(/^[0-9A-Za-z]{6}$/, 'Kies een school.')
    .overwrite((code) => code.toUpperCase()),
  /** A school's concern about the partnership, instead of a concern about that school. */
  about: z.enum(abouts, 'Maak een keuze.').optional(),
  ...noteFields,
  /** A resolved or closed concern that this one takes up again. */
  continuesId: id().optional(),
  acceptedMarks,
});
export type NoteInput = z.infer<typeof noteInput>;

const reviseInput = z.object({
  noticedOn: day().optional(),
  occasion: text(500).optional(),
  observation: text().optional(),
  impression: optionalText(),
  meaningForChildren: optionalText(),
  goesWell: optionalText(),
  theme: optionalText(100),
});
export type ReviseInput = z.infer<typeof reviseInput>;

const agreement = z.object({ what: text(2_000), who: text(200), by: day(), childrenNotice: text(2_000) });

const people = z.array(id(), 'Kies wie erbij waren.').max(50);

export const stepInputs = {
  revise: reviseInput,
  share_with_director: reviseInput.extend({ acceptedMarks }),
  drop: z.object({}),
  reply: z.object({ verdict: z.enum(['accurate', 'inaccurate', 'addition']), text: text(), acceptedMarks }),
  add_participant: z.object({ personId: id() }),
  plan_conversation: z.object({
    proposals: z
      .array(moment(), 'Stel ten minste één moment voor.')
      .min(1, 'Stel ten minste één moment voor.')
      .max(10, 'Stel hoogstens tien momenten voor.')
      .overwrite((moments) => [...new Set(moments)].sort()),
    participants: people.optional(),
  }),
  answer_invitation: z.object({ proposal: moment() }),
  hold_conversation: z.object({
    heldOn: day(),
    present: people.min(1, 'Kies wie erbij waren.'),
    report: text(),
    goesWell: text(),
    agreements: z.array(agreement).max(20).optional(),
    noAgreementsBecause: optionalText(2_000),
    /** Only with the board: the day the director was invited too, when the director was not there. */
    directorInvitedOn: day().optional(),
    acceptedMarks,
  }),
  confirm_report: z
    .object({ agrees: z.boolean('Maak een keuze.'), text: optionalText(), acceptedMarks })
    .refine((input) => input.agrees || (input.text ?? '').trim() !== '', {
      path: ['text'],
      message: 'Schrijf hoe u het gesprek zag.',
    }),
  review: z.object({
    childrenNotice: text(),
    resolved: z.boolean('Maak een keuze.'),
    outcome: optionalText(2_000),
    acceptedMarks,
  }),
  close: z.object({ outcome: text(100), reason: text(), acceptedMarks }),
  propose_board: z.object({ whyNotAtSchool: text(), acceptedMarks }),
  withdraw_proposal: z.object({ reason: text(), acceptedMarks }),
  take_position: z.object({
    position: z.enum(['agrees', 'disagrees', 'other']),
    text: text(),
    acceptedMarks,
  }),
  not_to_board: z.object({ reason: text(), reviewOn: day(), acceptedMarks }),
  share_with_board: z.object({}),
  add_view: z.object({ text: text(), acceptedMarks }),
  resolve: z.object({ outcome: text(2_000), childrenNotice: text(), acceptedMarks }),
} as const satisfies Record<StepName, z.ZodType>;

export type StepInputs = { readonly [Name in StepName]: z.infer<(typeof stepInputs)[Name]> };

/** A step with its input, as the API takes it: `{ step, ...input }`. */
export type StepRequest = {
  [Name in StepName]: { readonly step: Name } & (StepInputs[Name] extends Record<string, never>
    ? unknown
    : StepInputs[Name]);
}[StepName];

/** The themes somebody can choose from; a partnership's own words may stand there too. */
export const themes = [
  'Veiligheid en sfeer',
  'Basisondersteuning',
  'Leren en ontwikkelen',
  'Aanwezigheid',
  'Samenwerking met ouders',
  'Team en bezetting',
  'Overgang naar een andere school',
  'Iets anders',
] as const;
