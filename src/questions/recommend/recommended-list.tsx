import type { JSX } from 'preact';
import { mayTake } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import type { Recommended } from './recommend.store.ts';
import { reasonsOf } from './recommend.words.ts';

/** How many stand on the page; the form to assign knows all of them. */
const most = 5;

/** Whether this reader may assign and nobody is at work yet. */
export const asksWho = (question: QuestionRow): boolean =>
  question.involvedOn === null &&
  ['submitted', 'in_triage', 'needs_information'].includes(question.status) &&
  mayTake('assign', question);

/** For who assigns: whom the planner's rules would send, with why. */
export function RecommendedList({
  recommended,
}: {
  readonly recommended: readonly Recommended[];
}): JSX.Element | null {
  const able = recommended.filter(({ hindrances }) => hindrances.length === 0).slice(0, most);
  if (recommended.length === 0) return null;
  return (
    <details class="fold" open={able.length > 0}>
      <summary class="fold__summary">Wie past hierbij?</summary>
      <div class="fold__body stack">
        {able.length === 0 ? (
          <p>Niemand past op alles wat gevraagd is. Bij toewijzen ziet u iedereen.</p>
        ) : (
          <ol>
            {able.map((one) => (
              <li key={one.specialistId}>
                <a href={`/inzet/specialisten/${one.specialistId}`}>
                  <bdi>{one.name}</bdi>
                </a>
                : {reasonsOf(one).join(', ')}.
              </li>
            ))}
          </ol>
        )}
        <p>Volgens de regels van de planner. U kiest zelf.</p>
      </div>
    </details>
  );
}
