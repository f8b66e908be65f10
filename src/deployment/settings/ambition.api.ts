/** Ambitions for machines: whoever writes a visit or proposes a stationing for one needs its id. */
import { z } from 'zod';
import { cursorQuery, limitQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { findAmbitions } from './ambition.store.ts';

const ambition = z.object({
  id: z.uuid(),
  name: z.string(),
  weight: z.int(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});

export const ambitionApi: readonly ApiRoute[] = [
  getApi(
    '/ambitions',
    'member',
    {
      summary: 'Ambities van het samenwerkingsverband, op naam',
      answer: z.object({ items: z.array(ambition), next: z.string().nullable() }),
      query: z.object({ limit: limitQuery, after: cursorQuery }),
    },
    async ({ actor, database, query }) => {
      const found = await database.read(actor, (reader) => findAmbitions(reader, actor.tenantId, query));
      const { items, next } = pageOf(found, query.limit, ({ name }) => name);
      return { status: 200, body: { items: items.map(({ version: _, ...one }) => one), next } };
    },
  ),
];
