import { z } from 'zod';
import { day } from '../../platform/input.ts';
import { limitQuery, momentCursorQuery } from '../../platform/paging.ts';

const ways = ['page', 'api', 'job', 'command'] as const;

/** What the access log is searched by; everything that is given must hold. */
const filter = {
  action: z.string().trim().max(80).optional(),
  via: z.enum(ways).optional(),
  from: day().optional(),
  to: day().optional(),
};

export const auditQuery = z.object({
  ...filter,
  limit: limitQuery,
  after: momentCursorQuery,
  person: z.uuid().optional(),
  concern: z.string().trim().max(40).optional(),
  question: z.string().trim().max(40).optional(),
});

/** The same in the words of the page. A field that nobody can read is left out, so that a typing mistake breaks no page. */
export const auditForm = z.object({
  wie: z.string().trim().max(200).optional().catch(undefined),
  zorg: z.string().trim().max(40).optional().catch(undefined),
  vraag: z.string().trim().max(40).optional().catch(undefined),
  wat: filter.action.catch(undefined),
  via: filter.via.catch(undefined),
  van: filter.from.catch(undefined),
  tot: filter.to.catch(undefined),
  na: momentCursorQuery.catch(undefined),
});

export type AuditForm = z.infer<typeof auditForm>;
