/** Who comes where, by school. */
import type { JSX } from 'preact';
import { list } from '../../platform/pure/text.ts';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { nameIn } from './plan.view.ts';
import { halvesWords } from './plan-figures.words.ts';
import type { PlanOnPage } from './plan-page.store.ts';

/** Schools where somebody comes, by name. */
export function schoolsOf({ plan, names }: PlanOnPage): readonly string[] {
  const ids = [...new Set(plan.best?.stationings.map(({ schoolId }) => schoolId) ?? [])];
  const key = (id: string) => names.schools[id]?.name ?? '';
  return ids.toSorted((a, b) => key(a).localeCompare(key(b), 'nl') || (a < b ? -1 : 1));
}

export function Schools({
  plan,
  names,
  schoolIds,
}: PlanOnPage & { readonly schoolIds: readonly string[] }): JSX.Element {
  const nameOf = nameIn(names);
  if (schoolIds.length === 0)
    return <Empty title="Er komt nergens iemand" text="Kijk bij wat blijft liggen waarom." />;
  return (
    <>
      <h2 class="visually-hidden">Per school</h2>
      <CardList>
        {schoolIds.map((id) => (
          <Card key={id} title={nameOf({ ref: 'school', id })}>
            <ul>
              {(plan.best?.stationings ?? [])
                .filter(({ schoolId }) => schoolId === id)
                .map(({ specialistId, halves, demandIds }) => (
                  <li key={specialistId}>
                    <bdi>{nameOf({ ref: 'specialist', id: specialistId })}</bdi>, {halvesWords(halves)} per
                    week
                    {demandIds.length > 0 &&
                      `: ${list(demandIds.map((demand) => nameOf({ ref: 'demand', id: demand })))}`}
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </CardList>
    </>
  );
}
