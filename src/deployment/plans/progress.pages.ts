/** A plan while the planner works on it, live. */
import { idOf } from '../../platform/input.ts';
import { getPage, notFound, type PageRoute } from '../../platform/route.ts';
import { planners } from './plan.access.ts';
import { getProgress } from './plan.store.ts';
import { listen, mayListen } from './progress.ts';

export const progressPath = (planId: string): string => `/inzet/plannen/${planId}/voortgang`;

export const progressPages: readonly PageRoute[] = [
  getPage(progressPath(':id'), planners, async ({ actor, params, database }) => {
    const id = idOf(params);
    const found =
      id === undefined
        ? undefined
        : await database.read(actor, (reader) => getProgress(reader, actor.tenantId, id));
    if (found === undefined) return notFound;
    if (!mayListen(actor)) return { kind: 'json', status: 429, body: {}, headers: { 'Retry-After': '5' } };
    return { kind: 'stream', news: (left) => listen(database, actor, found.id, left) };
  }),
];
