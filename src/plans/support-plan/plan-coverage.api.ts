/** What was done for each ambition of a plan, through the API. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { coverageShape } from './ambitions/ambition.view.ts';
import { getCoverages } from './ambitions/coverage.store.ts';
import { getPlan } from './support-plan.store.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

export const planCoverageApi: readonly ApiRoute[] = [
  getApi(
    '/plans/:id/coverage',
    'member',
    {
      summary: 'Per ambitie van een ondersteuningsplan wat ervoor is gedaan, in de volgorde van het plan',
      answer: z.object({ items: z.array(named.extend({ priority: named, coverage: coverageShape })) }),
    },
    async ({ actor, params, database }) => {
      const id = idOf(params);
      const plan =
        id === undefined ? undefined : await database.read(actor, (reader) => getPlan(reader, actor, id));
      // Nothing can point at a draft: as on the page.
      if (plan?.status !== 'adopted') return problems.notFound();
      const ambitions = plan.priorities.flatMap(({ ambitions: its, ...priority }) =>
        its.map((one) => ({
          id: one.id,
          name: one.name,
          priority: { id: priority.id, name: priority.name },
        })),
      );
      const coverages = await database.read(actor, (reader) =>
        getCoverages(
          reader,
          actor,
          ambitions.map((one) => one.id),
        ),
      );
      return {
        status: 200,
        body: { items: ambitions.map((one) => ({ ...one, coverage: coverages.get(one.id) })) },
      };
    },
  ),
];
