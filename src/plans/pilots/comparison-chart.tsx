/** One measure of a pilot: four figures with their interval, and how they changed, in words and drawn. */
import type { JSX } from 'preact';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { IntervalChart, type IntervalRow } from '../../platform/ui/charts/interval-chart.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { definitionHref, measureOf } from '../../results/index.ts';
import type { Asked, CellAsked, ComparedRow } from './comparison.view.ts';
import {
  changeWords,
  finding,
  groupWords,
  missingWords,
  reckonedWords,
  rowName,
  showValue,
  whenWords,
} from './comparison.words.ts';

const cells = [
  ['pilot', 'before'],
  ['pilot', 'after'],
  ['others', 'before'],
  ['others', 'after'],
] as const;

export function ComparedChart({
  row,
  asOf,
  casesHref,
}: {
  readonly row: ComparedRow;
  readonly asOf: CivilDate;
  /** Address of the cases of one of its figures. */
  readonly casesHref: (asked: Omit<CellAsked, keyof Asked>) => string;
}): JSX.Element {
  const { code, kind, reckoned, changes, contrast } = row;
  const measure = measureOf(code);
  const { unit, label } = reckonedWords[reckoned];
  const about = {
    id: `maat-${code}${kind === null ? '' : `-${kind}`}`,
    title: `${rowName(row, measure.name)}: ${finding(row)}`,
    unit,
    asOf,
    definition: definitionHref(code),
  };
  const figures = reckoned === 'share' ? undefined : { label, show: (n: number) => showValue(reckoned, n) };
  return (
    <div class="stack">
      <IntervalChart
        about={{ ...about, counted: { n: counted(row), cases: casesOf(row, measure.counts) } }}
        rowLabel="Scholen en tijd"
        rows={cells.map(([group, when]) => ({
          ...rowOf(row, group, when),
          href: row.cells[group][when].n === 0 ? undefined : casesHref({ code, kind, group, when }),
        }))}
        figures={figures}
      />
      <Facts
        items={[
          { label: 'Verandering op de pilotscholen', value: changeWords(reckoned, changes.pilot) },
          { label: 'Verandering op de andere scholen', value: changeWords(reckoned, changes.others) },
          { label: 'Verschil in verandering', value: changeWords(reckoned, contrast) },
        ]}
      />
    </div>
  );
}

/** Schools are the same ones before and after; of all else, each case belongs to one of the two. */
export function counted({ reckoned, cells: { pilot, others } }: Pick<ComparedRow, 'reckoned' | 'cells'>) {
  const [first, second] = [pilot, others].map(({ before, after }) =>
    reckoned === 'hours' ? Math.max(before.n, after.n) : before.n + after.n,
  );
  return (first ?? 0) + (second ?? 0);
}

const casesOf = ({ reckoned }: ComparedRow, counts: string) => (reckoned === 'hours' ? 'scholen' : counts);

function rowOf(row: ComparedRow, group: 'pilot' | 'others', when: 'before' | 'after'): IntervalRow {
  const found = row.cells[group][when];
  return {
    label: `${groupWords[group]}, ${whenWords[when]} (${found.n})`,
    ...found,
    // Student's interval may reach below nothing; hours and days do not.
    low: found.low === null ? null : Math.max(0, found.low),
    words: missingWords(row.reckoned, found),
  };
}
