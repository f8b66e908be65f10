/** What nobody takes: why, and the smallest change that would help, to try as a «what if». */
import type { JSX } from 'preact';
import { freeingWords, reasonWords, say } from '../../planner/index.ts';
import { Empty } from '../../platform/ui/parts.tsx';
import { isReady } from './plan.rules.ts';
import { nameIn } from './plan.view.ts';
import { planPath } from './plan-list.pages.tsx';
import type { PlanOnPage } from './plan-page.store.ts';
import { DemandLink } from './plan-why.tsx';

interface WaitingProps extends PlanOnPage {
  readonly demandIds: readonly string[];
}

export function Waiting({ plan, names, facts, demandIds }: WaitingProps): JSX.Element {
  const nameOf = nameIn(names);
  const reasons = new Map(plan.explanation?.unplanned.map((each) => [each.demandId, each]));
  if (demandIds.length === 0)
    return <Empty title="Er blijft niets liggen" text="Iedere open en verwachte vraag krijgt iemand." />;
  return (
    <ul class="card-list" role="list">
      {demandIds.map((id) => {
        const why = reasons.get(id);
        const schoolId = names.demands[id]?.schoolId ?? '';
        const of = nameOf({ ref: 'demand', id });
        return (
          <li key={id} class="card" id={id} tabIndex={-1}>
            <h2 class="plan-card__title">
              <DemandLink {...{ id, names, nameOf }} />
            </h2>
            <p class="card__meta">
              <bdi>{nameOf({ ref: 'school', id: schoolId })}</bdi>
            </p>
            <div class="card__body">
              {why === undefined ? (
                <p>De uitleg komt als u opnieuw laat rekenen.</p>
              ) : (
                <ul>
                  {why.reasons.map((reason, nth) => (
                    <li key={nth}>{say(reasonWords(reason, facts.weights), nameOf)}</li>
                  ))}
                </ul>
              )}
              {why?.frees.map((freeing, nth) => (
                <p key={nth} class="freeing">
                  <span>{say(freeingWords(freeing, facts, schoolId), nameOf)}</span>
                  {plan.best !== null && plan.status !== 'discarded' && (
                    <button
                      class="button button--quiet"
                      type="submit"
                      form="what-if"
                      name="_do"
                      value={`try:${id}:${nth}`}
                    >
                      Probeer dit
                      <span class="visually-hidden">
                        {' '}
                        voor {of}, manier {nth + 1}
                      </span>
                    </button>
                  )}
                </p>
              ))}
              {isReady(plan.status) && (
                <p>
                  <a href={`${planPath(plan.id)}/wijzigen?vraag=${id}`}>
                    Wijs zelf iemand toe<span class="visually-hidden"> aan {of}</span>
                  </a>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
