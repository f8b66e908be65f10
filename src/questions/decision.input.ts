/** What a decision of the committee is sent with. Of a TLV (toelaatbaarheidsverklaring) only the outcome, as a reference to the own case. */
import { z } from 'zod';
import { day, optionalText, text } from '../platform/input.ts';

/** Days or parts of days: whole or half dagdelen. */
export const dagdelen = () =>
  z
    .number('Vul een aantal dagdelen in.')
    .min(0.5, 'Vul ten minste een half dagdeel in.')
    .max(400, 'Vul hoogstens 400 dagdelen in.')
    .multipleOf(0.5, 'Vul hele of halve dagdelen in.');

const opinion = z.object({
  on: day(),
  /** A function, such as «orthopedagoog»; never a name. */
  by: text(100),
});

const fields = z.object({
  kind: z.enum(['arrangement', 'tlv'], 'Kies een soort besluit.'),
  text: text(),
  granted: z.boolean('Maak een keuze.').default(true),
  dagdelen: dagdelen().optional(),
  /** Euro. */
  budget: z
    .number('Vul een bedrag in.')
    .min(0.01, 'Vul een bedrag in.')
    .max(9_999_999, 'Dit bedrag is te hoog.')
    .optional(),
  from: day().optional(),
  /** The last day it holds. */
  to: day().optional(),
  schoolType: z.enum(['SBO', 'SO'], 'Maak een keuze.').optional(),
  category: z.number('Maak een keuze.').int().min(1).max(3).optional(),
  caseNumber: optionalText(60),
  firstOpinion: opinion.optional(),
  secondOpinion: opinion.optional(),
});
type Decision = z.infer<typeof fields>;

/** Complete when it grants something: the database asks the same. */
export const decisionInput = fields.superRefine((decision, context) => {
  for (const { field, message } of lacking(decision))
    context.addIssue({ code: 'custom', path: [field], message });
});

interface Lack {
  readonly field: keyof Decision;
  readonly message: string;
}

function lacking(decision: Decision): readonly Lack[] {
  const { from, to } = decision;
  if (from !== undefined && to !== undefined && to < from)
    return [{ field: 'to', message: 'De laatste dag ligt vóór de eerste.' }];
  if (!decision.granted) return [];
  const period = missing(decision, ['from', 'to'], 'Vul in van wanneer tot en met wanneer het geldt.');
  if (decision.kind === 'tlv') {
    const named = missing(decision, ['schoolType', 'caseNumber'], 'Vul dit in bij een toegekende TLV.');
    const opinions = missing(
      decision,
      ['firstOpinion', 'secondOpinion'],
      'Vul de datum en de functie van beide deskundigen in.',
    );
    const category =
      decision.schoolType === 'SO' ? missing(decision, ['category'], 'Kies de categorie.') : [];
    return [...period, ...named, ...category, ...opinions];
  }
  const one = (decision.dagdelen === undefined) !== (decision.budget === undefined);
  return one ? period : [...period, { field: 'dagdelen', message: 'Vul dagdelen of een budget in.' }];
}

const missing = (decision: Decision, wanted: readonly (keyof Decision)[], message: string): readonly Lack[] =>
  wanted
    .filter((field) => decision[field] === undefined || decision[field] === '')
    .map((field) => ({ field, message }));
