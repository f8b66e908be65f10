/** How a plan came about, and each change of an ambition since it was adopted. */
import type { JSX } from 'preact';
import { idOf } from '../../platform/input.ts';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { Timeline } from '../../platform/ui/timeline.tsx';
import { Top } from '../words.tsx';
import { ambitionLabels } from './ambitions/ambition-form.tsx';
import { getHistory, type HistoryChange, type PlanHistory } from './support-plan.store.ts';
import { entryWords } from './support-plan.words.ts';
import { crumbOf, home, plansPath } from './support-plan-parts.tsx';

export const historyPages: readonly Route[] = [
  getPage(
    `${plansPath}/:id/geschiedenis`,
    'member',
    async ({ actor, params, database }): Promise<PageAnswer> => {
      const id = idOf(params);
      const plan =
        id === undefined ? undefined : await database.read(actor, (reader) => getHistory(reader, actor, id));
      return plan === undefined
        ? notFound
        : { kind: 'html', title: `Geschiedenis van ${plan.name}`, body: <History plan={plan} /> };
    },
  ),
];

function History({ plan }: { readonly plan: PlanHistory }): JSX.Element {
  return (
    <>
      <Top trail={[home, crumbOf(plan)]} name="Geschiedenis" />
      <p class="lead">Elke stap van dit plan, en wat er daarna veranderde.</p>
      <h2>Hoe het plan tot stand kwam</h2>
      {plan.entries.length === 0 ? (
        <p>Er is nog geen stap gezet.</p>
      ) : (
        <Timeline
          items={plan.entries.toReversed().map(({ id, step, on, words, by, at }) => ({
            id,
            at: on,
            when: showDate(on),
            who: by.name,
            title: entryWords[step],
            body: (
              <>
                {words !== null && <p dir="auto">{step === 'discuss' ? `Met ${words}` : words}</p>}
                {dayOf(at) !== on && <p class="card__meta">Vastgelegd op {showDate(dayOf(at))}</p>}
              </>
            ),
          }))}
        />
      )}
      <h2>Wijzigingen van ambities</h2>
      {plan.changes.length === 0 ? (
        <p>Er is geen ambitie gewijzigd sinds het plan is vastgesteld.</p>
      ) : (
        <Timeline
          items={plan.changes.toReversed().map((change) => ({
            id: change.id,
            at: change.at,
            when: showDate(dayOf(change.at)),
            who: change.by.name,
            title: change.ambition.name,
            body: <Changed change={change} owners={plan.owners} />,
          }))}
        />
      )}
    </>
  );
}

/** Parts of a row, as the database names them, in the words of the form. */
const parts: Readonly<Record<string, string>> = {
  ...{
    name: ambitionLabels.name,
    page: ambitionLabels.page,
    body: 'Tekst',
    indicator: ambitionLabels.indicator,
  },
  ...{ unit: ambitionLabels.unit, start_value: ambitionLabels.startValue, measure: ambitionLabels.measure },
  ...{ target_value: ambitionLabels.targetValue, target_on: ambitionLabels.targetOn },
  ...{ owner_id: ambitionLabels.ownerId, ends_on: 'Loopt tot' },
};

interface ChangedProps {
  readonly change: HistoryChange;
  readonly owners: Readonly<Record<string, string>>;
}

function Changed({ change: { reason, before, after }, owners }: ChangedProps): JSX.Element {
  const shown = (part: string, value: unknown): string => {
    if (value === null || value === undefined) return 'leeg';
    if (part === 'owner_id') return owners[String(value)] ?? 'iemand';
    if (part === 'target_on' || part === 'ends_on') return showDate(String(value));
    return typeof value === 'number' ? value.toLocaleString('nl-NL') : String(value);
  };
  return (
    <>
      <p dir="auto">{reason}</p>
      <ul>
        {Object.keys(parts)
          .filter((part) => part in before)
          .map((part) => (
            <li key={part}>
              {parts[part]}: van <bdi>{shown(part, before[part])}</bdi> naar{' '}
              <bdi>{shown(part, after[part])}</bdi>
            </li>
          ))}
      </ul>
    </>
  );
}
