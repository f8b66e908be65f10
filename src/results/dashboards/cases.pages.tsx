/** «Achter dit cijfer»: exactly the cases that were counted, each with the way to it. For who works on them alone. */
import type { JSX } from 'preact';
import { type CivilDate, showPeriod } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { isInsider } from '../measures/measure.access.ts';
import { isMeasureCode, type Measure, measureOf } from '../measures/measure.rules.ts';
import { address, measureHref } from './addresses.ts';
import { CaseTable, NoMoreCases } from './case-table.tsx';
import { type Case, findCases } from './cases.store.ts';
import { access, mayAsk } from './dashboard.access.ts';
import { type CasesQuery, casesAsked, casesQuery } from './result.input.ts';

const perPage = 50;

export const casesPages: readonly Route[] = [
  getPage(
    '/resultaten/:measure/gevallen',
    access.read,
    async ({ actor, params, query, database, today }) => {
      const code = params['measure'] ?? '';
      if (!isInsider(actor) || !isMeasureCode(code) || !mayAsk(actor, 'live', code)) return notFound;
      const measure = measureOf(code);
      const asked = casesAsked(code, query, today);
      if (asked.by !== null && !measure.dimensions.includes(asked.by)) return notFound;
      const found = await database.read(actor, (reader) =>
        findCases(reader, actor, { ...asked, limit: perPage }),
      );
      return {
        kind: 'html',
        title: `Achter dit cijfer: ${measure.name}`,
        body: <Cases {...{ measure, query, from: asked.from, to: asked.to, ...found }} />,
      };
    },
    casesQuery,
  ),
];

interface CasesProps {
  readonly measure: Measure;
  readonly query: CasesQuery;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly n: number;
  readonly cases: readonly Case[];
}

function Cases({ measure, query, from, to, n, cases }: CasesProps): JSX.Element {
  const { code, name, counts } = measure;
  const { by, key, kind, min, max, open, after } = query;
  const same = { from, to, by, key, kind, min, max, open };
  const path = `/resultaten/${code}/gevallen`;
  const shown = cases.slice(0, perPage);
  const last = cases.length > perPage ? shown.at(-1) : undefined;
  return (
    <div class="stack">
      <Breadcrumb
        items={[
          { href: address('/resultaten', { from, to }), label: 'Resultaten' },
          { href: measureHref(code, { from, to, by }), label: name },
        ]}
      />
      <h1>Achter dit cijfer</h1>
      <p class="lead">
        {name}, {showPeriod(from, to)}: {count(n, 'geval', 'gevallen')} ({counts}). U ziet wat u ook elders
        mag lezen.
      </p>
      {shown.length > 0 ? (
        <CaseTable measure={measure} cases={shown} />
      ) : n > 0 ? (
        <NoMoreCases />
      ) : (
        <Empty title="Hier is niets geteld" text="Kies een andere periode of een andere verdeling." />
      )}
      <Paging
        next={last && address(path, { ...same, after: `${last.on} ${last.id}` })}
        first={after && address(path, same)}
      />
    </div>
  );
}
