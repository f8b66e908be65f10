/** The registers for machines: everybody of a partnership reads its own. */
import { z } from 'zod';
import type { Reader } from '../platform/database.ts';
import { day } from '../platform/input.ts';
import {
  cappedCount,
  countAnswer,
  countQuery,
  cursorQuery,
  dayCursorQuery,
  limitQuery,
  mostCounted,
} from '../platform/paging.ts';
import { problems } from '../platform/problem.ts';
import { roles } from '../platform/pure/actor.ts';
import { encodeCursor } from '../platform/pure/cursor.ts';
import { type ApiAnswer, type ApiRoute, getApi } from '../platform/route.ts';
import {
  findAppointments,
  findAreas,
  findBoards,
  findHolidays,
  findPeople,
  getSchoolDay,
} from './register-list.store.ts';
import { findSchools, getSchool, type ListedItem, type Listing } from './schools/school.store.ts';

const named = z.object({ code: z.string(), name: z.string() });
const place = named.extend({ kind: z.enum(['tenant', 'board', 'school']) });
const person = z.object({ id: z.uuid(), name: z.string() });
const role = z.enum(roles);
const lastDay = day().nullable();

const school = named.extend({
  board: named.nullable(),
  area: named.nullable(),
  address: z.object({
    street: z.string().nullable(),
    houseNumber: z.string().nullable(),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
  }),
  contactPersons: z.array(person),
  /** Who is appointed or stationed here today: the first day, and the last (null: until further notice). */
  specialists: z.array(
    person.extend({ expertise: z.array(z.string()), from: z.iso.date(), to: z.iso.date().nullable() }),
  ),
});

const byName = z.object({ limit: limitQuery, after: cursorQuery, count: countQuery });
const byDay = z.object({ limit: limitQuery, after: dayCursorQuery, count: countQuery });
const search = z.string().max(200).optional();
const listOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next: z.string().nullable(), count: countAnswer });

type Find = (reader: Reader, tenantId: string, listing: Listing) => Promise<readonly ListedItem[]>;

export const registersApi: readonly ApiRoute[] = [
  getApi(
    '/schools',
    'member',
    { summary: 'Scholen van vandaag, op naam', answer: listOf(school), query: byName.extend({ q: search }) },
    ({ actor, database, query }) =>
      database.read(actor, (reader) => listAnswer(findSchools, reader, actor.tenantId, query)),
  ),
  getApi(
    '/schools/:code',
    'member',
    { summary: 'Eén school', answer: school },
    async ({ actor, database, params }) => {
      const found = await database.read(actor, (reader) =>
        getSchool(reader, actor.tenantId, params['code'] ?? ''),
      );
      return found === undefined ? problems.notFound() : { status: 200, body: found.item };
    },
  ),
  listApi('/boards', 'Schoolbesturen, op naam', person.extend({ code: z.string() }), findBoards),
  listApi('/areas', 'Gebieden, op naam', person.extend({ code: z.string() }), findAreas),
  listApi(
    '/people',
    'Mensen, op naam, met hun aanstellingen van vandaag',
    person.extend({ appointments: z.array(z.object({ role, place })) }),
    findPeople,
  ),
  listApi(
    '/appointments',
    'Aanstellingen, ook vroegere en latere, op eerste dag',
    z.object({ id: z.uuid(), person, role, place, acting: z.boolean(), from: day(), to: lastDay }),
    findAppointments,
    byDay,
  ),
  listApi(
    '/holidays',
    'Vakanties, en dagen waarop een plek toch open is, op eerste dag',
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(['free', 'open']),
      place,
      from: day(),
      to: day(),
    }),
    findHolidays,
    byDay,
  ),
  getApi(
    '/school-days',
    'member',
    {
      summary: 'De zoveelste schooldag van een school na een dag',
      answer: z.object({ school: z.string(), from: day(), days: z.number(), day: day() }),
      query: z.object({
        school: z.string().max(20),
        from: day(),
        days: z.coerce.number().int().min(0).max(400),
      }),
    },
    async ({ actor, database, query }) => {
      const { school: code, from, days } = query;
      const found = await database.read(actor, (reader) =>
        getSchoolDay(reader, actor.tenantId, code, from, days),
      );
      return found === undefined ? problems.notFound() : { status: 200, body: { ...query, day: found.day } };
    },
  ),
];

function listApi(
  path: string,
  summary: string,
  item: z.ZodType,
  find: Find,
  query: typeof byName = byName,
): ApiRoute {
  return getApi(path, 'member', { summary, answer: listOf(item), query }, ({ actor, database, query }) =>
    database.read(actor, (reader) => listAnswer(find, reader, actor.tenantId, query)),
  );
}

/** PostgreSQL wrote the items; here they are only strung together. */
async function listAnswer(
  find: Find,
  reader: Reader,
  tenantId: string,
  query: Listing & { readonly count?: 'true' | 'false' | undefined },
): Promise<ApiAnswer> {
  const { limit, q, count } = query;
  const found = await find(reader, tenantId, query);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const next = JSON.stringify(last === undefined ? null : encodeCursor(last));
  const all = count === 'true' ? await find(reader, tenantId, { limit: mostCounted, q }) : undefined;
  const counted = all === undefined ? '' : `,"count":${JSON.stringify(cappedCount(all.length))}`;
  return {
    status: 200,
    body: `{"items":[${items.map(({ item }) => item).join(',')}],"next":${next}${counted}}`,
  };
}
