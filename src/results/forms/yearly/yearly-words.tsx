/** What schools wrote in a school year, for who answers for the work. */
import type { JSX } from 'preact';
import { Paging } from '../../../platform/ui/navigate.tsx';
import { Empty, Notice, Prose } from '../../../platform/ui/parts.tsx';
import { Facts } from '../../../platform/ui/table.tsx';
import type { YearlyWords } from './yearly.store.ts';
import { labels, schoolYearName, yearlyPath } from './yearly.words.ts';

const headingId = 'wat-scholen-schreven';

export interface WordsProps {
  readonly year: number;
  readonly words: YearlyWords;
  /** Of what people wrote, from 1. */
  readonly page: number;
  /** The school year that runs. */
  readonly now: number;
}

/** Those with a name first, then those without. */
const perPage = 40;

export function WordsOfYear({ year, words, page, now }: WordsProps): JSX.Element {
  const { givers, named, unnamed } = words;
  const [first, end] = [(page - 1) * perPage, page * perPage];
  const namedHere = named.slice(first, end);
  const unnamedHere = (unnamed ?? []).slice(
    Math.max(0, first - named.length),
    Math.max(0, end - named.length),
  );
  const pageHref = (nth: number) =>
    `${yearlyPath}?jaar=${year}${nth === 1 ? '' : `&pagina=${nth}`}#${headingId}`;
  const nothing = named.length === 0 && (unnamed === null || unnamed.length === 0);
  return (
    <section class="stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{`Wat scholen schreven over ${schoolYearName(year)}`}</h2>
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
      {namedHere.length > 0 && <h3>Met naam</h3>}
      {namedHere.map(({ school, by, ...one }, nth) => (
        <section key={nth} class="stack">
          <h4>
            <bdi>{by}</bdi>, <bdi>{school}</bdi>
          </h4>
          <Said {...one} />
        </section>
      ))}
      {unnamedHere.length > 0 && <h3>Zonder naam</h3>}
      {unnamedHere.length > 0 && (
        <ul class="stack">
          {unnamedHere.map((one, nth) => (
            <li key={nth}>
              <Said {...one} />
            </li>
          ))}
        </ul>
      )}
      <Paging
        next={named.length + (unnamed ?? []).length > end ? pageHref(page + 1) : undefined}
        first={page > 1 ? pageHref(1) : undefined}
      />
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
