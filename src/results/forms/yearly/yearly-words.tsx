/** What schools wrote in a school year, for who answers for the work. */
import type { JSX } from 'preact';
import { Empty, Notice, Prose } from '../../../platform/ui/parts.tsx';
import { Facts } from '../../../platform/ui/table.tsx';
import type { YearlyWords } from './yearly.store.ts';
import { labels, schoolYearName, yearlyPath } from './yearly.words.ts';

export interface WordsProps {
  readonly year: number;
  readonly words: YearlyWords;
  /** The school year that runs. */
  readonly now: number;
}

export function WordsOfYear({ year, words, now }: WordsProps): JSX.Element {
  const { givers, named, unnamed } = words;
  const nothing = named.length === 0 && (unnamed === null || unnamed.length === 0);
  return (
    <section class="stack" aria-labelledby="wat-scholen-schreven">
      <h2 id="wat-scholen-schreven">{`Wat scholen schreven over ${schoolYearName(year)}`}</h2>
      <p>
        {givers === null
          ? 'Hoeveel mensen antwoordden is verborgen, of nog niet vastgesteld.'
          : `${givers} mensen antwoordden.`}{' '}
        Namen en scholen staan alleen bij woorden van wie dat goedvond. De andere staan in willekeurige
        volgorde.
      </p>
      <p class="row">
        <a href={`${yearlyPath}?jaar=${year - 1}`}>{`Over ${schoolYearName(year - 1)}`}</a>
        {year + 1 < now && (
          <a href={`${yearlyPath}?jaar=${year + 1}`}>{`Over ${schoolYearName(year + 1)}`}</a>
        )}
      </p>
      {nothing && (
        <Empty
          title="Er is niets te lezen"
          text="Er zijn geen woorden, of die zijn van minder dan vijf mensen."
        />
      )}
      {!nothing && unnamed === null && (
        <Notice tone="info" title="Niet alles is te lezen">
          <p>Minder dan vijf mensen schreven zonder naam. Wat zij schreven, tonen wij niet.</p>
        </Notice>
      )}
      {named.length > 0 && <h3>Met naam</h3>}
      {named.map(({ school, by, ...one }, nth) => (
        <section key={nth} class="stack">
          <h4>
            <bdi>{by}</bdi>, <bdi>{school}</bdi>
          </h4>
          <Said {...one} />
        </section>
      ))}
      {unnamed !== null && unnamed.length > 0 && <h3>Zonder naam</h3>}
      {unnamed !== null && unnamed.length > 0 && (
        <ul class="stack">
          {unnamed.map((one, nth) => (
            <li key={nth}>
              <Said {...one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Said({
  wentWell,
  couldBeBetter,
}: Pick<YearlyWords['named'][number], 'wentWell' | 'couldBeBetter'>): JSX.Element {
  return (
    <Facts
      items={[
        ...(wentWell === null ? [] : [{ label: labels.wentWell, value: <Prose text={wentWell} /> }]),
        ...(couldBeBetter === null
          ? []
          : [{ label: labels.couldBeBetter, value: <Prose text={couldBeBetter} /> }]),
      ]}
    />
  );
}
