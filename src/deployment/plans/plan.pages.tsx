/** One plan: while the planner works on it, and what was found; with the deeds that need one button. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type PageAnswer,
  type PageRoute,
  postPage,
} from '../../platform/route.ts';
import { Paging } from '../../platform/ui/navigate.tsx';
import { planners } from './plan.access.ts';
import { discardPlan, markPlan, runAgain, stopPlan } from './plan.actions.ts';
import { markInput } from './plan.input.ts';
import { isAtWork } from './plan.rules.ts';
import { answered } from './plan-answers.ts';
import { PlanBalance } from './plan-balance.tsx';
import { findingWords, PlanFrame, type View, viewNames, viewPath } from './plan-frame.tsx';
import { planPath, plansPath } from './plan-list.pages.tsx';
import { Failed, Marks } from './plan-marks.tsx';
import { findPlanPage, type PlanOnPage } from './plan-page.store.ts';
import { People, specialistsOf } from './plan-people.tsx';
import { PlanRunning } from './plan-running.tsx';
import { Schools, schoolsOf } from './plan-schools.tsx';
import { Waiting } from './plan-waiting.tsx';
import { trySuggestion } from './try.actions.ts';

/** Of each view on one page: a page stays small with every reason in it. */
const perPage: Readonly<Record<View, number>> = { wie: 6, school: 40, wacht: 40, verdeling: 1 };

const viewQuery = z.object({
  toon: z.enum(viewNames).catch('wie').default('wie'),
  pagina: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
type ViewQuery = z.infer<typeof viewQuery>;

const nothing = z.object({});

export const planPages: readonly PageRoute[] = [
  getPage(
    planPath(':id'),
    planners,
    async ({ actor, params, query, database, csrf }): Promise<PageAnswer> => {
      const id = idOf(params);
      const page =
        id === undefined
          ? undefined
          : await database.read(actor, (reader) => findPlanPage(reader, actor, id));
      if (page === undefined) return notFound;
      const { plan } = page;
      return isAtWork(plan.status)
        ? {
            kind: 'html',
            title: 'De planner werkt aan uw plan',
            refresh: 2,
            body: <PlanRunning plan={plan} csrf={csrf} />,
          }
        : {
            kind: 'html',
            title: findingWords(plan, page.names),
            body: <PlanFound page={page} query={query} csrf={csrf} />,
          };
    },
    viewQuery,
  ),
  deed('stoppen', 'De planner stopt.', ({ deed: of, actor }, id) => stopPlan(of, actor, id)),
  deed('opnieuw', 'De planner begint opnieuw.', ({ deed: of, actor }, id) => runAgain(of, actor, id)),
  deed(
    'wegleggen',
    'Het plan is weggelegd.',
    ({ deed: of, actor }, id) => discardPlan(of, actor, id),
    plansPath,
  ),
  postPage(`${planPath(':id')}/proberen`, planners, nothing, async (call): Promise<PageAnswer> => {
    const { actor, deed: of, params, input } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const [, demandId = '', nth = ''] = input.button.split(':');
    const outcome = await trySuggestion(of, actor, id, { demandId, nth: Number(nth) });
    const to = outcome.outcome === 'taken' ? planPath(outcome.id) : viewPath(id, 'wacht');
    return answered(call, id, outcome, to, 'Dit is een nieuw plan, met deze verandering als «wat als».');
  }),
  postPage(`${planPath(':id')}/markeren`, planners, viewQuery, async (call): Promise<PageAnswer> => {
    const { actor, deed: of, params, input } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const [kind = '', anchor = ''] = input.button.split(':');
    const [specialistId, schoolCode, demandId] = anchor.split('.');
    const mark = markInput.safeParse({ kind, specialistId, schoolCode, demandId });
    if (!mark.success) return notFound;
    const { toon = 'wie', pagina = 1 } = input.parsed.ok ? input.parsed.value : {};
    const outcome = await markPlan(of, actor, id, mark.data);
    return answered(call, id, outcome, viewPath(id, toon, pagina), markedWords[mark.data.kind]);
  }),
];

const markedWords = {
  pin: 'Vastgezet. Dit blijft zo als u opnieuw laat rekenen.',
  forbid: 'Uitgesloten. Laat opnieuw rekenen om te zien wie dan komt.',
  free: 'Losgemaakt. De planner mag dit weer veranderen.',
} as const;

type DeedCall = Call<Actor, Record<string, never>, unknown>;

/** One button that does one thing with the plan. */
function deed(
  name: string,
  done: string,
  act: (call: DeedCall, id: string) => ReturnType<typeof stopPlan>,
  to?: string,
): PageRoute {
  return postPage(`${planPath(':id')}/${name}`, planners, nothing, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await act(call, id);
    const after = outcome.outcome === 'taken' && to !== undefined ? to : planPath(id);
    return answered(call, id, outcome, after, done);
  });
}

interface PlanFoundProps {
  readonly page: PlanOnPage;
  readonly query: ViewQuery;
  readonly csrf: string;
}

function PlanFound({ page, query, csrf }: PlanFoundProps): JSX.Element {
  const { plan } = page;
  const view = query.toon;
  const all = { wie: specialistsOf, school: schoolsOf, wacht: waitingOf, verdeling: () => [] }[view](page);
  const most = perPage[view];
  const ids = all.slice((query.pagina - 1) * most, query.pagina * most);
  return (
    <PlanFrame {...page} view={view} csrf={csrf}>
      <Failed {...page} />
      <form id="marks" method="post" action={`${planPath(plan.id)}/markeren`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_version" value={plan.version} />
        <input type="hidden" name="toon" value={view} />
        <input type="hidden" name="pagina" value={query.pagina} />
      </form>
      {view === 'wacht' && (
        <form id="what-if" method="post" action={`${planPath(plan.id)}/proberen`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_key" value={newId()} />
        </form>
      )}
      {(view === 'wie' || plan.best === null) && <Marks {...page} open={plan.clashes.length > 0} />}
      {plan.best !== null && (
        <>
          {view === 'wie' && <People {...page} specialistIds={ids} />}
          {view === 'school' && <Schools {...page} schoolIds={ids} />}
          {view === 'wacht' && <Waiting {...page} demandIds={ids} />}
          {view === 'verdeling' && <PlanBalance {...page} />}
        </>
      )}
      <Paging
        next={all.length > query.pagina * most ? viewPath(plan.id, view, query.pagina + 1) : undefined}
        first={query.pagina > 1 ? viewPath(plan.id, view) : undefined}
      />
    </PlanFrame>
  );
}

const waitingOf = ({ plan }: PlanOnPage): readonly string[] => plan.best?.unplanned ?? [];
