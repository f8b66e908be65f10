/** What is asked and why it came out so, beside anything in a plan. */
import type { JSX } from 'preact';
import { type Sentence, say } from '../../planner/index.ts';
import { capital } from '../../platform/pure/text.ts';
import type { nameIn } from './plan.view.ts';
import type { PlanOnPage } from './plan-page.store.ts';

/** What it is, with a way to the question itself. */
export function DemandLink({
  id,
  names,
  nameOf,
}: {
  readonly id: string;
  readonly names: PlanOnPage['names'];
  readonly nameOf: ReturnType<typeof nameIn>;
}): JSX.Element {
  const demand = names.demands[id];
  const name = capital(nameOf({ ref: 'demand', id }));
  const what = demand?.expertise.length ? ` (${demand.expertise.join(', ')})` : '';
  return (
    <bdi>
      {demand?.kind === 'question' ? <a href={`/vragen/${id}`}>{name}</a> : name}
      {what}
    </bdi>
  );
}

/** The reasons, folded away. */
export function Why({
  words,
  nameOf,
  label = 'Waarom?',
}: {
  readonly words: readonly Sentence[];
  readonly nameOf: ReturnType<typeof nameIn>;
  readonly label?: string;
}): JSX.Element {
  return (
    <details class="why">
      <summary>{label}</summary>
      <ul>
        {words.map((sentence, nth) => (
          <li key={nth}>{capital(say(sentence, nameOf))}</li>
        ))}
      </ul>
    </details>
  );
}
