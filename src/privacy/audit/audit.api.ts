import { z } from 'zod';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { searchAudit } from './audit.actions.ts';
import { auditQuery } from './audit.input.ts';
import type { AuditRow } from './audit.store.ts';

const item = z.object({
  id: z.uuid(),
  at: z.string(),
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.uuid(),
  label: z.string().nullable(),
  via: z.enum(['page', 'api', 'job', 'command']),
});

export const auditApi: readonly ApiRoute[] = [
  getApi(
    '/audit',
    ['privacy_officer'],
    {
      summary: 'Het toegangslog, het nieuwste eerst: wie wat deed bij welk dossier, nooit de tekst',
      answer: z.object({ items: z.array(item), next: z.string().nullable() }),
      query: auditQuery,
    },
    async ({ actor, deed, query }) => {
      const { limit, person, ...filter } = query;
      const found = await searchAudit(deed, actor, { ...filter, limit, personId: person });
      return { status: 200, body: pageOf<AuditRow>(found, limit, ({ at }) => at) };
    },
  ),
];
