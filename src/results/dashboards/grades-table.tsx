/** How schools stand on each criterion, in words: a bar of one school says nothing, and four of each are a yard on a phone. */
import type { JSX } from 'preact';
import { hiddenWord } from '../../platform/pure/suppression.ts';
import { capital } from '../../platform/pure/text.ts';
import { TableChart, type Twin } from '../../platform/ui/charts/chart.tsx';
import { bucketsOf, countOf } from './drawing.words.ts';
import type { View, ViewRow } from './view.ts';

/** A row for each school, in the order of their names, and a column for each criterion. */
export function gradesTwin({ measure, rows, kindNames }: View): Twin<ViewRow> {
  const buckets = bucketsOf(measure);
  const gradeIn = (row: ViewRow, kind: string): string => {
    const own = partsOf(row, kind);
    if (own.some(({ n }) => n === '<5')) return hiddenWord;
    const found = buckets.filter((bucket) => countOf(own, bucket) !== 0);
    return found.length === 0 ? 'geen oordeel' : found.map(({ label }) => label).join(', ');
  };
  const kinds = Object.entries(kindNames).filter(([kind]) =>
    rows.some((row) => partsOf(row, kind).length > 0),
  );
  return {
    rows,
    columns: [
      { label: 'School', cell: ({ label }) => label, href: ({ href }) => href?.() },
      ...kinds.map(([kind, name]) => ({
        ...{ label: capital(name), isWords: true },
        cell: (row: ViewRow) => gradeIn(row, kind),
        href: (row: ViewRow) => (partsOf(row, kind).length === 0 ? undefined : row.href?.({ kind })),
      })),
    ],
  };
}

/** How many at each grade of a criterion. */
const partsOf = ({ figure: { parts = [] } }: ViewRow, kind: string) =>
  parts.flatMap(({ key, n }) =>
    key.startsWith(`${kind}:`) && n !== 0 ? [{ key: key.slice(kind.length + 1), n }] : [],
  );

export const GradesTable = ({ view }: { readonly view: View }): JSX.Element => (
  <TableChart about={view.about} twin={gradesTwin(view)} />
);
