import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { day, optionalText, text } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Route } from '../../platform/route.ts';
import { StateBadge } from '../../platform/ui/parts.tsx';
import { change, changeRow } from '../admin/change.actions.ts';
import { findPlaces } from '../admin/register.store.ts';
import type { RegisterField } from '../admin/register-form.tsx';
import { registerPages } from '../admin/register-pages.tsx';
import { readPostcode, readWebsite } from '../files/school-fields.rules.ts';
import { schoolKindNames } from '../registers.words.ts';
import {
  addSchool,
  findSchoolRows,
  getHeldSchool,
  type SchoolFields,
  type SchoolRow,
  saveSchool,
} from './school-admin.store.ts';

const postcode = z
  .string()
  .refine((value) => readPostcode(value).fault === null, 'Een postcode heeft een vorm als 1234 AB.')
  .overwrite((value) => readPostcode(value).value || value)
  .optional();

const website = z
  .string()
  .max(300)
  .refine((value) => readWebsite(value) !== null, 'Een webadres heeft een vorm als www.school.nl.')
  .overwrite((value) => readWebsite(value) ?? value)
  .optional();

const schoolInput = z.object({
  name: text(200),
  code: z
    .string()
    .regex(/^[0-9A-Za-z]{4}\d\d$/, 'Een vestigingscode heeft een vorm als 01AB00.')
    .overwrite((code) => code.toUpperCase()),
  kind: z.enum(['BO', 'SBO', 'SO', 'VSO', 'SO/VSO', 'VO']).optional(),
  board: z.uuid().optional(),
  area: z.uuid().optional(),
  street: optionalText(200),
  houseNumber: optionalText(20),
  postcode,
  city: optionalText(100),
  phone: optionalText(30),
  website,
  endedOn: day().optional(),
});

export const schoolAdminPages: readonly Route[] = registerPages<SchoolFields, SchoolRow>({
  path: '/beheer/scholen',
  many: 'Scholen',
  one: 'school',
  fresh: 'Nieuwe school',
  links: [{ href: '/beheer/scholen/importeren', label: 'Importeer een lijst' }],
  input: schoolInput,
  fields: schoolFields,
  find: findSchoolRows,
  cursor: ({ name, id }) => ({ key: name, id }),
  columns: () => [
    { label: 'Naam', text: (school) => school.name },
    { label: 'Code', cell: (school) => school.code },
    { label: 'Plaats', cell: (school) => school.city ?? '' },
    { label: 'Schoolbestuur', cell: (school) => school.board ?? 'geen' },
    {
      label: 'Stand',
      cell: (school) => (school.ended ? <StateBadge tone="quiet" label="Beëindigd" /> : 'open'),
    },
  ],
  get: async (reader, tenantId, id) => {
    const held = await getHeldSchool(reader, tenantId, id);
    return held && { ...held, title: held.values['name'] ?? '' };
  },
  add: (deed, actor, fields) =>
    change(deed, actor, { action: 'add', subject: 'school' }, async (tx) => {
      const id = newId();
      await addSchool(tx, actor.tenantId, id, fields);
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, fields) =>
    changeRow(deed, actor, { action: 'change', subject: 'school' }, id, async (tx) => {
      await saveSchool(tx, actor.tenantId, id, fields);
      return undefined;
    }),
});

async function schoolFields(reader: Reader, { tenantId, tenant }: Actor): Promise<readonly RegisterField[]> {
  const { boards, areas } = await findPlaces(reader, tenantId);
  const options = (list: typeof boards) => list.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = Object.entries(schoolKindNames).map(([value, label]) => ({ value, label: capital(label) }));
  const line = (name: string, label: string): RegisterField => ({
    name,
    label,
    kind: 'text',
    optional: true,
  });
  return [
    { name: 'name', label: 'Naam', kind: 'text' },
    { name: 'code', label: 'Vestigingscode', kind: 'text', hint: 'Zes tekens, bijvoorbeeld 01AB00.' },
    { name: 'kind', label: 'Soort', kind: 'select', options: kinds, optional: true },
    { name: 'board', label: 'Schoolbestuur', kind: 'select', options: options(boards), optional: true },
    {
      name: 'area',
      label: capital(tenant.labels['area'] ?? 'gebied'),
      kind: 'select',
      options: options(areas),
      optional: true,
    },
    line('street', 'Straat'),
    line('houseNumber', 'Huisnummer'),
    line('postcode', 'Postcode'),
    line('city', 'Plaats'),
    line('phone', 'Telefoon'),
    line('website', 'Website'),
    {
      name: 'endedOn',
      label: 'Gesloten vanaf',
      kind: 'date',
      optional: true,
      hint: 'Alleen als de school sluit of gesloten is.',
    },
  ];
}
