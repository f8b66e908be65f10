import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import { type ApiAnswer, type ApiRoute, postApi } from '../../platform/route.ts';
import { access } from '../concern.access.ts';
import { readConcern } from '../concern.actions.ts';
import { concernView } from '../concern.view.ts';
import { type Blackened, blackenUnseen, blackenWords } from './blacken.actions.ts';
import { reasons } from './blacken.facts.ts';

const place = {
  /** Version of the entry on the timeline; absent or null = the note. */
  entryVersion: z.int().positive().optional(),
  field: z.string().max(60),
  reason: z.enum(reasons),
};
const words = z.union([z.literal('all'), z.array(z.string().trim().min(1).max(200)).min(1).max(50)]);

export const blackenApi: readonly ApiRoute[] = [
  postApi(
    '/concerns/:id/blacken',
    access.read,
    {
      summary: 'Woorden weglakken in wat u zelf schreef',
      answer: z.object({ id: z.uuid(), version: z.int() }).loose(),
      input: z.object({ ...place, words }),
      changes: true,
      known: async ({ actor, params, deed }) => {
        const id = idOf(params);
        const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
        return concern === undefined ? problems.notFound() : undefined;
      },
    },
    async ({ actor, params, input, deed }): Promise<ApiAnswer> => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const { entryVersion: entry = null, ...rest } = input;
      const outcome = await blackenWords(deed, actor, id, { entry, ...rest });
      if (outcome.outcome !== 'taken' && outcome.outcome !== 'stale') return refusal(outcome);
      const concern = await readConcern(deed, actor, id);
      if (concern === undefined) return problems.notFound();
      const status = outcome.outcome === 'stale' ? 412 : 200;
      return { status, body: concernView(concern, actor), version: concern.version };
    },
  ),
  postApi(
    '/blackenings',
    ['privacy_officer'],
    {
      summary: 'Als functionaris gegevensbescherming een hele tekst weglakken, zonder die te zien',
      answer: z.object({ id: z.uuid(), version: z.int() }),
      input: z.object({ ...place, concernNumber: z.string().max(20) }),
      success: 200,
    },
    async ({ actor, input, deed }): Promise<ApiAnswer> => {
      const { entryVersion: entry = null, field, reason, concernNumber } = input;
      const outcome = await blackenUnseen(deed, actor, concernNumber, { entry, field, reason });
      if (outcome.outcome !== 'taken') return refusal(outcome);
      return { status: 200, body: { id: outcome.id, version: outcome.version } };
    },
  ),
];

function refusal({ outcome }: Exclude<Blackened, { outcome: 'taken' }>): ApiAnswer {
  switch (outcome) {
    case 'refused':
      return problems.refused([{ code: 'wordsThere', detail: 'Die woorden staan niet in deze tekst.' }]);
    case 'forbidden':
      return problems.forbidden();
    case 'keyReused':
      return problems.keyReused();
    case 'stale':
    case 'notFound':
      return problems.notFound();
  }
}
