/** Of every ambition of a plan: what was done for it and, first, what was not. */
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  type Route,
} from '../../platform/route.ts';
import { findPublicReleases, isMeasureCode } from '../../results/index.ts';
import { getCoverages } from './ambitions/coverage.store.ts';
import { measuredIn, releasedHours } from './ambitions/measured.store.ts';
import { readsAllWork } from './ambitions/progress.rules.ts';
import { progressNow } from './ambitions/progress.words.ts';
import type { Covered } from './plan-coverage-columns.tsx';
import { PlanCoverage } from './plan-coverage-shown.tsx';
import { getPlan, type Plan } from './support-plan.store.ts';
import { coveragePath } from './support-plan-parts.tsx';

export const planCoveragePages: readonly Route[] = [
  getPage(coveragePath(':id'), 'member', async (call): Promise<PageAnswer> => {
    const { actor, params, database, today } = call;
    const id = idOf(params);
    const plan =
      id === undefined ? undefined : await database.read(actor, (reader) => getPlan(reader, actor, id));
    // Nothing can point at a draft.
    if (plan?.status !== 'adopted') return notFound;
    const readsAll = readsAllWork(actor);
    const covered = await cover(call, plan);
    return {
      kind: 'html',
      title: `Gedaan en nog niet gedaan: ${plan.name}`,
      body: <PlanCoverage {...{ plan, covered, readsAll, today }} />,
    };
  }),
];

async function cover(
  { actor, database }: Pick<Call<Actor, object, unknown> & Page, 'actor' | 'database'>,
  { priorities }: Plan,
): Promise<ReadonlyMap<string, Covered>> {
  const ambitions = priorities.flatMap(({ ambitions: its }) => its);
  const codes = ['hours_done', ...ambitions.map(({ measure }) => measure ?? '')].filter(isMeasureCode);
  const [coverages, cells] = await database.read(actor, (reader) =>
    Promise.all([
      getCoverages(
        reader,
        actor,
        ambitions.map(({ id }) => id),
      ),
      findPublicReleases(reader, actor.tenantId, [...new Set(codes)]),
    ]),
  );
  const measured = measuredIn(cells);
  return new Map(
    ambitions.flatMap((one) => {
      const coverage = coverages.get(one.id);
      const progress = progressNow(one, measured.get(one.measure ?? ''));
      const released = releasedHours(cells, one.id);
      return coverage === undefined ? [] : [[one.id, { one, coverage, progress, released }] as const];
    }),
  );
}
