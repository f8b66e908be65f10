import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { day, text } from '../../platform/input.ts';
import { dayCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { notFound, postPage, type Route } from '../../platform/route.ts';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { administrators, isId, kept, placeText, problemsOf } from '../admin/admin-page.tsx';
import { findPlaces } from '../admin/register.store.ts';
import type { RegisterField } from '../admin/register-form.tsx';
import { registerPages } from '../admin/register-pages.tsx';
import { placeName } from '../registers.words.ts';
import { changeHoliday, createHoliday, deleteHoliday, type HolidayInput } from './holiday.actions.ts';
import { findHolidayRows, getHoliday, type HeldHoliday } from './holiday.store.ts';

const holidayInput = z.object({
  name: text(100),
  kind: z.enum(['free', 'open'], 'Maak een keuze.'),
  place: placeText,
  from: day(),
  to: day(),
});

const path = '/beheer/vakanties';

export const holidayPages: readonly Route[] = [
  postPage(`${path}/:id/verwijderen`, administrators, z.object({}), async (call) => {
    const id = call.params['id'] ?? '';
    if (!isId(id)) return notFound;
    const saved = await deleteHoliday(call.deed, call.actor, id);
    if (saved.outcome === 'notFound') return notFound;
    if (saved.outcome === 'taken') return kept(path, 'Verwijderd.');
    const text = problemsOf(saved)
      .map(({ message }) => message)
      .join(' ');
    return { kind: 'redirect', to: `${path}/${id}`, flash: { tone: 'error', text } };
  }),
  ...registerPages<HolidayInput, HeldHoliday>({
    path,
    many: 'Vakanties',
    one: 'vakantie',
    fresh: 'Nieuwe vakantie of open dag',
    links: [{ href: `${path}/importeren`, label: 'Importeer een lijst' }],
    input: holidayInput,
    fields: holidayFields,
    find: findHolidayRows,
    cursor: ({ from, id }) => ({ key: from, id }),
    after: dayCursorQuery,
    columns: () => [
      { label: 'Naam', text: (holiday) => holiday.name },
      { label: 'Dagen', cell: (holiday) => showPeriod(holiday.from, holiday.to) },
      { label: 'Voor', cell: (holiday) => holiday.placeName ?? 'iedereen' },
      { label: 'Soort', cell: (holiday) => (holiday.kind === 'open' ? 'open' : 'vrij') },
    ],
    get: async (reader, tenantId, id) => {
      const held = await getHoliday(reader, tenantId, id);
      if (held === undefined) return undefined;
      const { name, kind, from, to, version, scope, placeId } = held;
      const place = placeId === null ? 'tenant' : `${scope}:${placeId}`;
      return { title: name, version, values: { name, kind, place, from, to } };
    },
    add: createHoliday,
    save: changeHoliday,
    below: async (_reader, { id, held, csrf }) => (
      <ConfirmBox
        key="remove"
        label="Verwijder deze regel"
        action={`${path}/${id}/verwijderen`}
        csrf={csrf}
        version={held.version}
        confirm="Verwijder"
      >
        <p>De dagen tellen daarna weer als gewone dagen. Termijnen die al lopen, schuiven mee.</p>
      </ConfirmBox>
    ),
  }),
];

async function holidayFields(reader: Reader, { tenantId, tenant }: Actor): Promise<readonly RegisterField[]> {
  const { boards, schools } = await findPlaces(reader, tenantId);
  const places = [
    { value: 'tenant', label: `Heel ${tenant.name}` },
    ...boards.map(({ id, name }) => ({ value: `board:${id}`, label: name })),
    ...schools.map((one) => ({ value: `school:${one.id}`, label: placeName({ kind: 'school', ...one }) })),
  ];
  const kinds = [
    { value: 'free', label: 'Vrij: geen school' },
    { value: 'open', label: 'Open: wel school, al is het elders vakantie' },
  ];
  return [
    { name: 'name', label: 'Naam', kind: 'text' },
    { name: 'place', label: 'Voor wie?', kind: 'select', options: places },
    { name: 'kind', label: 'Vrij of open?', kind: 'radios', options: kinds },
    { name: 'from', label: 'Eerste dag', kind: 'date' },
    { name: 'to', label: 'Laatste dag', kind: 'date' },
  ];
}
