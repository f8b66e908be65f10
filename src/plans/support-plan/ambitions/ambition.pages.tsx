/** One ambition: what it wants, how far it is, what was done for it and what was not. */
import { idOf } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../../platform/route.ts';
import { findPublicReleases, isMeasureCode } from '../../../results/index.ts';
import { backFrom } from '../../form.ts';
import { ambitionPath, plansPath } from '../support-plan-parts.tsx';
import { mayTake, takeAmbitionStep } from './ambition.actions.ts';
import { readingInput } from './ambition.input.ts';
import { getAmbition } from './ambition.store.ts';
import { ambitionLabels } from './ambition-form.tsx';
import type { SentReading } from './ambition-props.ts';
import { AmbitionShown } from './ambition-shown.tsx';
import { getCoverage } from './coverage.store.ts';
import { measuredIn, releasedHours } from './measured.store.ts';
import { readsAllWork } from './progress.rules.ts';

type Reading = Call<Actor, object, unknown> & Page;

export const ambitionPages: readonly Route[] = [
  getPage(`${plansPath}/ambities/:id`, 'member', (call) => show(call)),
  postPage(
    `${plansPath}/ambities/:id/metingen`,
    'member',
    readingInput,
    async (call): Promise<PageAnswer> => {
      const { actor, deed, params, database, input } = call;
      const id = idOf(params);
      const one =
        id === undefined ? undefined : await database.read(actor, (reader) => getAmbition(reader, actor, id));
      if (one === undefined || !mayTake('read', actor, one)) return notFound;
      const { parsed, typed } = input;
      const outcome = parsed.ok
        ? await takeAmbitionStep(deed, actor, one.id, { step: 'read', ...parsed.value })
        : undefined;
      if (outcome?.outcome === 'taken')
        return {
          kind: 'redirect',
          to: ambitionPath(one.id),
          flash: { tone: 'good', text: 'De meting staat er.' },
        };
      return show(call, { typed, back: backFrom(parsed, outcome, ambitionLabels, { dayReadable: ['on'] }) });
    },
  ),
];

async function show(call: Reading, sent?: SentReading): Promise<PageAnswer> {
  const { actor, params, database, csrf, today } = call;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const one = await database.read(actor, (reader) => getAmbition(reader, actor, id));
  if (one === undefined) return notFound;
  const [coverage, cells] = await database.read(actor, (reader) =>
    Promise.all([
      getCoverage(reader, actor, id),
      findPublicReleases(
        reader,
        actor.tenantId,
        ['hours_done', one.measure ?? 'hours_done'].filter(isMeasureCode),
      ),
    ]),
  );
  if (coverage === undefined) return notFound;
  const readsAll = readsAllWork(actor);
  const props = {
    one,
    coverage,
    measured: measuredIn(cells).get(one.measure ?? ''),
    released: releasedHours(cells, id),
    actor,
    csrf,
    today,
    sent,
    readsAll,
  };
  return {
    kind: 'html',
    status: sent?.back.status ?? 200,
    title: one.name,
    body: <AmbitionShown {...props} />,
  };
}
