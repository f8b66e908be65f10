/** Somebody at a school, or a question there: held fast, ruled out, or changed by hand. */
import type { JSX } from 'preact';
import { isClosed } from './plan.rules.ts';
import type { Plan, PlanMark } from './plan.store.ts';
import { planPath } from './plan-list.pages.tsx';
import type { PlanOnPage } from './plan-page.store.ts';

interface HoldProps {
  readonly shown: Pick<PlanOnPage, 'plan' | 'names'>;
  readonly specialistId: string;
  readonly schoolId: string;
  readonly demandId: string | null;
  /** Where this stands on the page: the browser comes back there. */
  readonly anchor: string;
  /** For a screen reader. */
  readonly of: string;
}

/** Held fast, ruled out or free, with the buttons to change that. */
export function Hold({ shown, specialistId, schoolId, demandId, anchor, of }: HoldProps): JSX.Element | null {
  const { plan, names } = shown;
  const mark = markOn(plan, specialistId, schoolId, demandId);
  const code = names.schools[schoolId]?.code;
  if (isClosed(plan.status) || code === undefined) {
    return mark?.kind === 'pin' ? <p class="hold__state">Staat vast.</p> : null;
  }
  const terms = new URLSearchParams(
    demandId === null ? { specialist: specialistId, school: code } : { vraag: demandId },
  );
  const hidden = <span class="visually-hidden"> {of}</span>;
  const made = names.specialists[specialistId] === undefined;
  return (
    <div class="hold">
      {mark !== undefined && (
        <span class="hold__state">
          {mark.kind === 'pin' ? 'Staat vast' : 'Uitgesloten bij de volgende keer'}
        </span>
      )}
      {made ? null : mark === undefined ? (
        <>
          <button class="button button--quiet" type="submit" form="marks" name="_do" value={`pin:${anchor}`}>
            Zet vast{hidden}
          </button>
          <button
            class="button button--quiet"
            type="submit"
            form="marks"
            name="_do"
            value={`forbid:${anchor}`}
          >
            Sluit uit{hidden}
          </button>
        </>
      ) : (
        <button class="button button--quiet" type="submit" form="marks" name="_do" value={`free:${anchor}`}>
          Maak los{hidden}
        </button>
      )}
      <a class="button button--quiet" href={`${planPath(plan.id)}/wijzigen?${terms}`}>
        Wijzig{hidden}
      </a>
    </div>
  );
}

const markOn = (
  { marks }: Plan,
  specialistId: string,
  schoolId: string,
  demandId: string | null,
): PlanMark | undefined =>
  marks.find(
    (mark) => mark.specialistId === specialistId && mark.schoolId === schoolId && mark.demandId === demandId,
  );
