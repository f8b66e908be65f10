import { z } from 'zod';
import type { Reader, Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { id as idText, text } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Route } from '../../platform/route.ts';
import { change, changeRow, type RegisterField, registerPages } from '../../registers/index.ts';
import {
  addBase,
  type Base,
  type BaseInput,
  findBases,
  findLocatedSchools,
  getBase,
  getPlaceOf,
  saveBase,
} from './base.store.ts';
import { setters } from './settings.access.ts';
import { dutch } from './settings.input.ts';
import { settingsLink } from './settings.trail.ts';

const degrees = (most: number) => {
  const words = `Vul graden in, van -${most} tot en met ${most}, zoals ${most === 90 ? '51,9225' : '4,4792'}.`;
  return z.number(words).min(-most, words).max(most, words).optional();
};

const baseInput = z.object({
  name: text(100),
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_]{2,40}$/, 'Gebruik 2 tot en met 40 kleine letters, cijfers of _.'),
  school: idText('Kies een school uit de lijst.').optional(),
  latitude: degrees(90),
  longitude: degrees(180),
});
type Input = z.infer<typeof baseInput>;

const nowhere = {
  outcome: 'refused',
  faults: [
    {
      field: 'school',
      message: 'Kies een school die een plaats heeft, of vul de breedte en de lengte allebei in.',
    },
  ],
} as const;

/** Places to set out from. Never a home: only an office or a school. */
export const basePages: readonly Route[] = registerPages<Input, Base>({
  path: '/inzet/instellingen/vertrekpunten',
  access: setters,
  parent: settingsLink,
  many: 'Vertrekpunten',
  one: 'vertrekpunt',
  fresh: 'Nieuw vertrekpunt',
  links: [{ href: '/inzet/instellingen/reistijden', label: 'Reistijden' }],
  input: baseInput,
  fields,
  find: findBases,
  cursor: ({ name, id }) => ({ key: name, id }),
  columns: () => [
    { label: 'Naam', text: ({ name }) => name },
    { label: 'Code', cell: ({ code }) => code },
    { label: 'Reistijden', cell: ({ times }) => times, numeric: true },
  ],
  get: async (reader, tenantId, id) => {
    const one = await getBase(reader, tenantId, id);
    if (one === undefined) return undefined;
    const { name, code, latitude, longitude, version } = one;
    return {
      title: name,
      version,
      values: { name, code, latitude: dutch(latitude), longitude: dutch(longitude) },
    };
  },
  add: (deed, actor, input) =>
    change(deed, actor, { action: 'add', subject: 'travel_base' }, async (tx) => {
      const base = await placed(tx, actor, input);
      if (base === undefined) return nowhere;
      const id = newId();
      await addBase(tx, actor.tenantId, id, base);
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, input) =>
    changeRow(deed, actor, { action: 'change', subject: 'travel_base' }, id, async (tx) => {
      const base = await placed(tx, actor, input);
      if (base === undefined) return nowhere;
      await saveBase(tx, actor.tenantId, id, base);
      return undefined;
    }),
});

/** A school goes before coordinates. */
async function placed(
  tx: Transaction,
  { tenantId }: Actor,
  { name, code, school, latitude, longitude }: Input,
): Promise<BaseInput | undefined> {
  if (school !== undefined) {
    const place = await getPlaceOf(tx, tenantId, school);
    return place && { name, code, ...place };
  }
  return latitude === undefined || longitude === undefined ? undefined : { name, code, latitude, longitude };
}

async function fields(reader: Reader, { tenantId }: Actor): Promise<readonly RegisterField[]> {
  const schools = await findLocatedSchools(reader, tenantId);
  return [
    { name: 'name', label: 'Naam', kind: 'text', hint: 'Een kantoor of een school, nooit iemands huis.' },
    {
      name: 'code',
      label: 'Code',
      kind: 'text',
      hint: 'Kort, zonder spaties, zoals «kantoor». Zo heet het in een bestand met reistijden.',
    },
    {
      name: 'school',
      label: 'Op de plaats van een school',
      kind: 'select',
      hint: 'Kiest u een school, dan hoeft u geen graden in te vullen.',
      options: schools.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` })),
      optional: true,
    },
    { name: 'latitude', label: 'Breedte in graden', kind: 'text', hint: 'Zoals 51,9225.', optional: true },
    { name: 'longitude', label: 'Lengte in graden', kind: 'text', hint: 'Zoals 4,4792.', optional: true },
  ];
}
