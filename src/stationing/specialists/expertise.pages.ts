import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { day, text } from '../../platform/input.ts';
import { showDate } from '../../platform/pure/dates.ts';
import type { Route } from '../../platform/route.ts';
import { change, changeRow, registerPages } from '../../registers/index.ts';
import { codeOf } from './expertise.rules.ts';
import {
  addExpertise,
  type Expertise,
  findExpertise,
  getExpertise,
  saveExpertise,
} from './expertise.store.ts';

const place = 'Vul een heel getal in, van 0 tot en met 999.';
const expertiseInput = z.object({
  name: text(80),
  position: z.int(place).min(0, place).max(999, place).optional(),
  endedOn: day().optional(),
});
type Input = z.infer<typeof expertiseInput>;

const rowOf = ({ name, position, endedOn }: Input) => ({
  name,
  position: position ?? 0,
  endedOn: endedOn ?? null,
});

/** The administrator's list of kinds of expertise. What has ended stays with the questions and profiles that have it. */
export const expertisePages: readonly Route[] = registerPages<Input, Expertise>({
  path: '/beheer/expertise',
  many: 'Expertise',
  one: 'expertise',
  fresh: 'Nieuwe expertise',
  input: expertiseInput,
  fields: async () => [
    { name: 'name', label: 'Naam', kind: 'text', hint: 'Kort, zoals «Taal en lezen».' },
    {
      name: 'position',
      label: 'Plaats in de lijst',
      kind: 'text',
      hint: 'Een getal: het laagste staat bovenaan.',
      optional: true,
    },
    { name: 'endedOn', label: 'Niet meer te kiezen vanaf', kind: 'date', optional: true },
  ],
  find: findExpertise,
  cursor: ({ name, id }) => ({ key: name, id }),
  columns: () => [
    { label: 'Naam', text: (one) => one.name },
    { label: 'Plaats', cell: (one) => one.position, numeric: true },
    { label: 'Te kiezen', cell: (one) => (one.endedOn === null ? 'ja' : `tot ${showDate(one.endedOn)}`) },
  ],
  get: async (reader, tenantId, id) => {
    const one = await getExpertise(reader, tenantId, id);
    return (
      one && {
        title: one.name,
        version: one.version,
        values: { name: one.name, position: `${one.position}`, endedOn: one.endedOn ?? '' },
      }
    );
  },
  add: (deed, actor, input) =>
    change(deed, actor, { action: 'add', subject: 'expertise' }, async (tx) => {
      const code = codeOf(input.name);
      if (code === undefined)
        return {
          outcome: 'refused',
          faults: [{ field: 'name', message: 'Gebruik ten minste twee letters of cijfers.' }],
        };
      const id = newId();
      await addExpertise(tx, actor.tenantId, { id, code, ...rowOf(input) });
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, input) =>
    changeRow(deed, actor, { action: 'change', subject: 'expertise' }, id, async (tx) => {
      await saveExpertise(tx, actor.tenantId, id, rowOf(input));
      return undefined;
    }),
});
