/** What is held fast and ruled out, and what of it cannot be together. */
import type { JSX } from 'preact';
import { clashWords, say } from '../../planner/index.ts';
import { count } from '../../platform/pure/text.ts';
import { Notice } from '../../platform/ui/parts.tsx';
import { isClosed } from './plan.rules.ts';
import { nameIn } from './plan.view.ts';
import { failureWords } from './plan.words.ts';
import type { PlanOnPage } from './plan-page.store.ts';

export function Marks({ plan, names, open }: PlanOnPage & { readonly open: boolean }): JSX.Element | null {
  const nameOf = nameIn(names);
  if (plan.marks.length === 0) return null;
  return (
    <details class="fold" open={open}>
      <summary class="fold__summary">
        {count(plan.marks.length, 'keer', 'keer')} vastgezet of uitgesloten
      </summary>
      <div class="fold__body">
        <ul>
          {plan.marks.map(({ id, kind, specialistId, schoolId, demandId }) => {
            const code = names.schools[schoolId]?.code;
            const anchor = [specialistId, code, ...(demandId === null ? [] : [demandId])].join('.');
            const what =
              demandId === null
                ? nameOf({ ref: 'school', id: schoolId })
                : nameOf({ ref: 'demand', id: demandId });
            const who = nameOf({ ref: 'specialist', id: specialistId });
            return (
              <li key={id}>
                <bdi>{who}</bdi> {kind === 'pin' ? 'staat vast op' : 'is uitgesloten van'} <bdi>{what}</bdi>
                {code !== undefined && !isClosed(plan.status) && (
                  <button
                    class="button button--quiet"
                    type="submit"
                    form="marks"
                    name="_do"
                    value={`free:${anchor}`}
                  >
                    Maak los
                    <span class="visually-hidden">
                      : {who}, {what}
                    </span>
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}

/** Why there is no plan, and what mends it. */
export function Failed({ plan, names, facts }: PlanOnPage): JSX.Element | null {
  const nameOf = nameIn(names);
  if (plan.failure === null) return null;
  return (
    <Notice tone="error" title={plan.clashes.length > 0 ? 'Dit kan niet samen' : failureWords[plan.failure]}>
      {plan.clashes.length > 0 && (
        <>
          <ul>
            {plan.clashes.map((clash, nth) => (
              <li key={nth}>{say(clashWords(clash, facts), nameOf)}</li>
            ))}
          </ul>
          <p>Maak hieronder iets los en laat de planner dan opnieuw rekenen.</p>
        </>
      )}
    </Notice>
  );
}
