/** Exactly the cases behind one figure of a pilot compared, for who leads the team. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { CaseTable, measureCodes, measureOf, NoMoreCases } from '../../results/index.ts';
import { comparedTimes, comparedWith } from './comparison.rules.ts';
import { type Cell, type CellAsked, findCell } from './comparison.view.ts';
import { groupWords, whenWords } from './comparison.words.ts';
import { getPilot, type Pilot } from './pilot.store.ts';
import { comparisonPath, pilotPath, pilotsPath } from './pilot-parts.tsx';

const perPage = 50;
const path = (id: string) => `${comparisonPath(id)}/gevallen`;

/** Address of the cases of one figure. */
export function cellHref(
  id: string,
  { code, kind, group, when, comparedWith: met, time }: CellAsked,
  page = 1,
): string {
  const terms = Object.entries({
    maat: code,
    wie: kind,
    scholen: group,
    wanneer: when,
    met,
    tijd: time,
    pagina: page,
  });
  const told = terms.flatMap(([name, value]) => (value === null || value === 1 ? [] : [[name, `${value}`]]));
  return `${path(id)}?${new URLSearchParams(told)}`;
}

const cellQuery = z.object({
  maat: z.enum(measureCodes),
  wie: z.enum(['school', 'specialist']).optional(),
  scholen: z.enum(['pilot', 'others']),
  wanneer: z.enum(['before', 'after']),
  met: z.enum(comparedWith),
  tijd: z.enum(comparedTimes),
  pagina: z.coerce.number().int().min(1).max(2_000).optional(),
});

export const comparisonCasesPages: readonly Route[] = [
  getPage(
    path(':id'),
    ['team_lead'],
    async ({ actor, params, database, query, today }): Promise<PageAnswer> => {
      const id = idOf(params);
      if (id === undefined) return notFound;
      const asked: CellAsked = {
        ...{ code: query.maat, kind: query.wie ?? null, group: query.scholen, when: query.wanneer },
        ...{ comparedWith: query.met, time: query.tijd },
      };
      const found = await database.read(actor, async (reader) => {
        const pilot = await getPilot(reader, actor, id);
        const cell = pilot && (await findCell(reader, actor, pilot, asked, today));
        return pilot && cell && { pilot, cell };
      });
      if (found === undefined) return notFound;
      return {
        kind: 'html',
        title: `Achter dit cijfer: ${measureOf(asked.code).name}`,
        body: <Cases {...found} asked={asked} page={query.pagina ?? 1} />,
      };
    },
    cellQuery,
  ),
];

interface CasesProps {
  readonly pilot: Pilot;
  readonly cell: Cell;
  readonly asked: CellAsked;
  readonly page: number;
}

function Cases({ pilot, cell: { days, cases }, asked, page }: CasesProps): JSX.Element {
  const measure = measureOf(asked.code);
  const shown = cases.slice((page - 1) * perPage, page * perPage);
  const back = new URLSearchParams({ met: asked.comparedWith, tijd: asked.time });
  const where = `${groupWords[asked.group]}, ${whenWords[asked.when]}`;
  return (
    <div class="stack">
      <Breadcrumb
        items={[
          { href: '/ontwikkeling', label: 'Ontwikkeling' },
          { href: pilotsPath, label: 'Pilots' },
          { href: pilotPath(pilot.id), label: pilot.name },
          { href: `${comparisonPath(pilot.id)}?${back}`, label: 'Vergelijking' },
        ]}
      />
      <h1>Achter dit cijfer</h1>
      <p class="lead">
        {measure.name}. {where}, {showPeriod(days.from, days.to)}: {count(cases.length, 'geval', 'gevallen')}{' '}
        ({measure.counts}).
      </p>
      {shown.length > 0 ? (
        <CaseTable measure={measure} cases={shown} />
      ) : cases.length > 0 ? (
        <NoMoreCases />
      ) : (
        <Empty title="Hier is niets geteld" text="Kies een ander cijfer van de vergelijking." />
      )}
      <Paging
        next={cases.length > page * perPage ? cellHref(pilot.id, asked, page + 1) : undefined}
        first={page > 1 ? cellHref(pilot.id, asked) : undefined}
      />
    </div>
  );
}
