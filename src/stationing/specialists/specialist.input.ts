/** What profiles, contracts and absences are sent with: the schemas of the API and of the forms. */
import { z } from 'zod';
import { day, optionalText, text } from '../../platform/input.ts';
import { faultWords } from './specialist.words.ts';

const level = z.int().min(1, 'Kies een niveau.').max(3, 'Kies een niveau.');
const code = z.string().max(40);

const once = (key: 'code') => (all: readonly { readonly [K in typeof key]: string }[]) =>
  new Set(all.map((one) => one[key])).size === all.length;

const known = {
  employedFrom: day().optional(),
  formerOrganisation: optionalText(200),
  /** They brought their knowledge from special education. */
  fromSpecial: z.boolean('Maak een keuze.').optional(),
  about: optionalText(2_000),
  /** Codes of areas. */
  areas: z.array(code).max(100).optional(),
} as const;

export const profileInput = z.strictObject({
  ...known,
  languages: z.array(text(60)).max(20, faultWords.languagesShort).optional(),
  expertise: z
    .array(z.strictObject({ code, level }))
    .max(100)
    .refine(once('code'), 'Noem iedere expertise één keer.')
    .optional(),
});

/** A whole profile; what is left out is empty. */
export interface ProfileInput {
  readonly employedFrom?: string | undefined;
  readonly formerOrganisation?: string | undefined;
  readonly fromSpecial?: boolean | undefined;
  readonly about?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  /** Codes. */
  readonly areas?: readonly string[] | undefined;
  readonly expertise?: readonly { readonly code: string; readonly level: number }[] | undefined;
}

/** The first profile of somebody. */
export const newProfileInput = profileInput.extend({ personId: z.uuid() });

/** As a form sends it: languages with commas, and of every expertise a level or nothing. */
export const profileForm = z.object({
  ...known,
  languages: optionalText(1_300),
  expertise: z
    .array(z.object({ code: code.optional(), level: z.number().optional() }))
    .max(100)
    .optional(),
});

/** The profile that a form means. */
export function profileOfForm({ languages, expertise, ...rest }: z.infer<typeof profileForm>) {
  return {
    ...rest,
    languages: [
      ...new Set(
        (languages ?? '')
          .split(/[,;\n]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    ],
    expertise: (expertise ?? []).flatMap((one) =>
      one.code === undefined || one.level === undefined ? [] : [{ code: one.code, level: one.level }],
    ),
  };
}

const inOrder = ({ from, to }: { readonly from: string; readonly to?: string | undefined }) =>
  to === undefined || to >= from;
const order = { path: ['to'], message: 'De laatste dag ligt niet voor de eerste.' };

const fteWords = 'Vul een getal in boven 0, tot en met 1,2.';
const weekWords = 'Vul hele of halve dagdelen in, boven 0 en tot en met 12.';

export const contractInput = z
  .strictObject({
    from: day(),
    to: day().optional(),
    fte: z
      .number(fteWords)
      .positive(fteWords)
      .max(1.2, fteWords)
      .multipleOf(0.001, 'Gebruik hoogstens drie decimalen.'),
    dagdelen: z.number(weekWords).positive(weekWords).max(12, weekWords).multipleOf(0.5, weekWords),
  })
  .refine(inOrder, order);
export type ContractInput = z.infer<typeof contractInput>;

export const absenceInput = z.strictObject({ from: day(), to: day().optional() }).refine(inOrder, order);
export type AbsenceInput = z.infer<typeof absenceInput>;
