/** The figures as a whole in one table: this period, the year before, the partnership. */
import type { JSX } from 'preact';
import { showNumber, showPercent, showTold, type Told } from '../../platform/ui/charts/chart.words.ts';
import { type Column, Table } from '../../platform/ui/table.tsx';
import type { Measure } from '../measures/measure.rules.ts';
import { columnsOfKind, notYet } from './drawing.words.ts';
import type { Piece, View, ViewRow } from './view.ts';

export function Summary({ view: { measure, totals } }: { readonly view: View }): JSX.Element {
  return <Table caption="Alles samen" rows={totals} columns={columnsOf(measure)} />;
}

function columnsOf(measure: Measure): readonly Column<ViewRow>[] {
  const { kind, unit } = measure;
  const show = unit === 'share' ? showPercent : showNumber;
  const column = (
    label: string,
    value: (row: ViewRow) => Told | undefined,
    written: (n: number) => string = showNumber,
    piece?: Piece,
  ): Column<ViewRow> => ({
    label,
    numeric: true,
    cell: (row) => (
      <Cell
        isWait={kind === 'leadTime' && typeof row.figure.open === 'number'}
        row={row}
        told={value(row)}
        show={written}
        piece={piece}
      />
    ),
  });
  const value = (row: ViewRow) => (row.figure.n === '<5' ? ('<5' as const) : row.figure.value);
  return [
    { label: 'Periode', cell: ({ label }) => label },
    column('Geteld', ({ figure }) => figure.n),
    ...(kind === 'levels' || kind === 't' ? [] : [column(columnsOfKind(measure), value, show)]),
    ...(kind === 'leadTime'
      ? [
          column('85 van de 100 binnen', ({ figure }) => figure.p85 ?? null),
          column('Wacht nog', ({ figure }) => figure.open, showNumber, { open: true }),
        ]
      : []),
    ...(measure.code === 'requested_provided' ? [column('Gevraagd', ({ figure }) => figure.of ?? null)] : []),
    ...(measure.code === 'hours_done' ? [column('Reistijd, uren', ({ figure }) => figure.of ?? null)] : []),
  ];
}

interface CellProps {
  /** What is not told of a lead time is not few, but not reached. */
  readonly isWait: boolean;
  readonly row: ViewRow;
  readonly told: Told | undefined;
  readonly show: (n: number) => string;
  readonly piece: Piece | undefined;
}

function Cell({ isWait, row: { href }, told, show, piece }: CellProps): JSX.Element {
  if (told === undefined) return <>niet verteld</>;
  const words = told === null && isWait ? notYet : showTold(told, show);
  return href === undefined || told === null ? <>{words}</> : <a href={href(piece)}>{words}</a>;
}
