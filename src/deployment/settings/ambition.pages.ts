import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { day, text } from '../../platform/input.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import type { Route } from '../../platform/route.ts';
import { change, changeRow, registerPages } from '../../registers/index.ts';
import {
  type Ambition,
  type AmbitionInput,
  addAmbition,
  findAmbitions,
  getAmbition,
  saveAmbition,
} from './ambition.store.ts';
import { setters } from './settings.access.ts';
import { inOrder, order, wholeNumber } from './settings.input.ts';
import { settingsLink } from './settings.trail.ts';

const ambitionInput = z
  .object({ name: text(200), weight: wholeNumber(0, 10), from: day(), to: day().optional() })
  .refine(inOrder, order);
type Input = z.infer<typeof ambitionInput>;

const planStands = {
  field: 'name',
  message:
    'Deze ambitie staat in het ondersteuningsplan. Hier wijzigt u alleen het gewicht. Naam en periode wijzigt u daar, met een reden.',
};

const rowOf = ({ to, ...rest }: Input): AmbitionInput => ({ ...rest, to: to ?? null });

/** The list of ambitions. One that has ended stays with the visits and stationings that were for it. */
export const ambitionPages: readonly Route[] = registerPages<Input, Ambition>({
  path: '/inzet/instellingen/ambities',
  access: setters,
  parent: settingsLink,
  many: 'Ambities',
  one: 'ambitie',
  fresh: 'Nieuwe ambitie',
  input: ambitionInput,
  fields: async () => [
    { name: 'name', label: 'Naam', kind: 'text', hint: 'Wat u wilt bereiken, zoals «Rust in de klas».' },
    {
      name: 'weight',
      label: 'Gewicht',
      kind: 'number',
      hint: 'Van 0 tot en met 10. Hoe hoger, hoe eerder een plan werk voor deze ambitie inplant. Bij 0 telt zij niet mee.',
    },
    { name: 'from', label: 'Eerste dag', kind: 'date' },
    { name: 'to', label: 'Laatste dag', kind: 'date', optional: true },
  ],
  find: findAmbitions,
  cursor: ({ name, id }) => ({ key: name, id }),
  columns: () => [
    { label: 'Naam', text: ({ name }) => name },
    { label: 'Gewicht', cell: ({ weight }) => weight, numeric: true },
    { label: 'Periode', cell: ({ from, to }) => showPeriod(from, to) },
  ],
  get: async (reader, tenantId, id) => {
    const one = await getAmbition(reader, tenantId, id);
    if (one === undefined) return undefined;
    const { name, weight, from, to, version } = one;
    return { title: name, version, values: { name, weight: `${weight}`, from, to: to ?? '' } };
  },
  add: (deed, actor, input) =>
    change(deed, actor, { action: 'add', subject: 'ambition' }, async (tx) => {
      const id = newId();
      await addAmbition(tx, actor.tenantId, id, rowOf(input));
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, input) =>
    changeRow(deed, actor, { action: 'change', subject: 'ambition' }, id, async (tx) => {
      const before = await getAmbition(tx, actor.tenantId, id);
      if (before === undefined) return { outcome: 'notFound' };
      const { name, from, to } = rowOf(input);
      if (before.planned && (name !== before.name || from !== before.from || to !== before.to))
        return { outcome: 'refused', faults: [planStands] };
      await saveAmbition(tx, actor.tenantId, id, rowOf(input));
      return undefined;
    }),
});
