/** «Wat als»: what would be otherwise in a plan, as it is sent, and as the planner reads it. */
import { z } from 'zod';
import { type Change, weightCodes } from '../../planner/index.ts';
import { newId } from '../../platform/ids.ts';
import { day } from '../../platform/input.ts';
import { addDays } from '../../platform/pure/dates.ts';

const specialistId = z.uuid('Kies een specialist uit de lijst.');
const dagdelenWords = 'Vul hele of halve dagdelen in, hoogstens 12.';
const dagdelen = z.number(dagdelenWords).max(12, dagdelenWords).multipleOf(0.5, dagdelenWords);
const level = z.int('Kies een niveau.').min(1, 'Kies een niveau.').max(3, 'Kies een niveau.');
const weightWords = 'Vul een getal in, van 0 tot en met 1000.';
const block = dagdelen.min(0.5, dagdelenWords);

const asked = z.discriminatedUnion('kind', [
  /** Somebody who is not there yet; a plan with them cannot be published as it is. */
  z.strictObject({
    kind: z.literal('addSpecialist'),
    /** A week. */
    dagdelen: dagdelen.positive(dagdelenWords),
    expertise: z
      .array(z.strictObject({ code: z.string().max(40), level }))
      .min(1, 'Kies een expertise.')
      .max(20),
    languages: z.array(z.string().max(60)).max(20).optional(),
    baseId: z.uuid().optional(),
  }),
  /** Dagdelen a week more, or fewer when below 0. */
  z.strictObject({ kind: z.literal('time'), specialistId, dagdelen: dagdelen.min(-12, dagdelenWords) }),
  z.strictObject({ kind: z.literal('without'), specialistId }),
  /** Away from a day up to and including another, or until further notice. */
  z.strictObject({ kind: z.literal('away'), specialistId, from: day(), to: day().optional() }),
  z.strictObject({
    kind: z.literal('weight'),
    code: z.enum(weightCodes, 'Kies een gewicht uit de lijst.'),
    weight: z.number(weightWords).min(0, weightWords).max(1_000, weightWords),
  }),
  /** Hard rules; blocks in dagdelen a week. */
  z.strictObject({
    kind: z.literal('settings'),
    mostPlaces: z.int().min(1).max(20).optional(),
    leastBlock: block.optional(),
    mostBlock: block.optional(),
    wholeBlocks: z.boolean().optional(),
    mostTravel: z.int().min(5).max(180).optional(),
    fairShare: z.int().min(0).max(100).optional(),
  }),
]);

export const askedInput = z.array(asked).max(50, 'Vraag hoogstens 50 dingen anders.');
export type Asked = z.infer<typeof asked>;

export const changesOf = (all: readonly Asked[]): readonly Change[] => all.map(changeOf);

function changeOf(one: Asked): Change {
  switch (one.kind) {
    case 'addSpecialist':
      return {
        ...{ kind: 'add specialist', id: newId(), capacity: one.dagdelen * 2, baseId: one.baseId ?? null },
        expertise: Object.fromEntries(one.expertise.map(({ code, level: of }) => [code, of])),
        languages: one.languages ?? [],
      };
    case 'time':
      return { kind: 'time', specialistId: one.specialistId, halves: one.dagdelen * 2 };
    case 'away': {
      const { specialistId: who, from, to } = one;
      return { kind: 'away', specialistId: who, from, until: to === undefined ? null : addDays(to, 1) };
    }
    case 'settings':
      return { kind: 'settings', settings: settingsOf(one) };
    default:
      return one;
  }
}

/** Only what was said. */
function settingsOf({ kind: _kind, leastBlock, mostBlock, ...rest }: Extract<Asked, { kind: 'settings' }>) {
  const said = Object.entries({
    ...rest,
    leastBlock: leastBlock === undefined ? undefined : leastBlock * 2,
    mostBlock: mostBlock === undefined ? undefined : mostBlock * 2,
  }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said);
}

/** Who is only made up in this plan: nothing can be held for them. */
export const madeUp = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => (change.kind === 'add specialist' ? [change.id] : []));
