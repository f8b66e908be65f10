/** The form of a proposal: how it begins, and what it means. */
import { z } from 'zod';
import { typedValue } from '../../platform/form/typed.ts';
import {
  day,
  type Entries,
  type Fault,
  optionalText,
  type Parsed,
  parseValue,
} from '../../platform/input.ts';
import { type StationingInput, stationingInput } from './stationing.input.ts';
import type { Stationing } from './stationing.store.ts';
import type { Choices } from './stationing-choices.store.ts';

/** As a form sends it; checked with the rest, so that all faults are told at once. */
export const proposalForm = z.object({
  specialistId: z.string().max(40).optional(),
  /** `s:CODE` a school, `b:CODE` a board. */
  place: z.string().max(60).optional(),
  schools: z.array(z.string().max(6)).max(400).optional(),
  dagdelen: z.number('Vul een getal in, zoals 4 of 2,5.').optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  ambitions: z
    .array(
      z.object({ id: z.string().max(40).optional(), share: z.number('Vul een heel getal in.').optional() }),
    )
    .max(100)
    .optional(),
  note: optionalText(4_000),
  words: optionalText(4_000),
  continuesId: z.string().max(40).optional(),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
});
export type ProposalForm = z.infer<typeof proposalForm>;

/** The proposal that a form means. At a board where no school is named, all of its schools. */
export function inputOfForm(form: ProposalForm, { schools: known }: Choices): Parsed<StationingInput> {
  const { place = '', schools, ambitions, ...rest } = form;
  const code = place.slice(2);
  const atBoard = place.startsWith('b:');
  const ofBoard = known.filter(({ board }) => board === code).map((school) => school.code);
  const parsed = parseValue(
    stationingInput,
    {
      ...rest,
      ...(place.startsWith('s:') && { schoolCode: code }),
      ...(atBoard && { boardCode: code, schools: schools ?? ofBoard }),
      ambitions: (ambitions ?? []).filter(({ share = 0 }) => share !== 0),
    },
    'body',
  );
  // All faults at once: of a form with other faults zod does not ask for the place.
  if (parsed.ok || place !== '' || parsed.faults.some(({ location }) => location === placeFault.location))
    return parsed;
  return { ok: false, faults: [placeFault, ...parsed.faults] };
}

const placeFault: Fault = {
  in: 'body',
  location: 'schoolCode',
  code: 'custom',
  detail: 'Kies een school, of een bestuur met scholen.',
};

/** How the form of a proposal that goes on from another begins: the day after, all else the same. */
export function typedFrom(before: Stationing, from: string): Entries {
  const { place, specialist, dagdelen, note, schools, ambitions } = before;
  return [
    ['continuesId', before.id],
    ['specialistId', specialist.id],
    ['place', `${place.kind === 'board' ? 'b' : 's'}:${place.code}`],
    ...(place.kind === 'board' ? schools.map(({ code }) => ['schools', code] as const) : []),
    ['dagdelen', `${dagdelen}`.replace('.', ',')],
    ['from', from],
    ['note', note ?? ''],
    ...ambitions.map(({ id, share }) => [`share:${id}`, `${share}`] as const),
  ];
}

/** The days that were typed, when both can be read and are in order. */
export function typedPeriod(typed: Entries): { readonly from: string; readonly to: string } | undefined {
  const parsed = z
    .object({ from: day(), to: day() })
    .safeParse({ from: typedValue(typed, 'from'), to: typedValue(typed, 'to') });
  return parsed.success && parsed.data.from <= parsed.data.to ? parsed.data : undefined;
}

/** The share that was typed for an ambition: under its row, or as the form began. */
export const typedShare = (typed: Entries, nth: number, id: string) =>
  typedValue(typed, `ambitions.${nth}.share`) ?? typedValue(typed, `share:${id}`);
