/** The figures as a whole in one table: this period, the year before, the partnership. */
import type { JSX } from 'preact';
import { showNumber, showPercent, showTold, type Told } from '../../platform/ui/charts/chart.words.ts';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { isApart, type Measure } from '../measures/measure.rules.ts';
import { unitWords } from '../measures/measure.words.ts';
import { columnsOfKind, missingWords, untold } from './drawing.words.ts';
import { besideTold, valueTold } from './told.rules.ts';
import type { Pair, Piece, View, ViewRow } from './view.ts';

export function Summary({ view: { measure, totals } }: { readonly view: View }): JSX.Element {
  return <Table caption="Alles samen" rows={totals} columns={columnsOf(measure, totals)} />;
}

/** Why planned and done differ, as far as their definitions tell it. */
const whyApart =
  'Gepland is wat is afgesproken: wat niet doorging, bijvoorbeeld door ziekte, telt mee. Gedaan is elk bezoek dat is opgeschreven, ook als het niet gepland was.';

/** What is read beside a figure, of the same days. */
export const Beside = ({ pair: { measure, figure, href } }: { readonly pair: Pair }): JSX.Element => (
  <p>
    Daarnaast, van dezelfde dagen: <a href={href}>{measure.name}</a>,{' '}
    {missingWords(figure) ??
      showTold(valueTold(figure), (n) => `${showNumber(n)} ${unitWords[measure.unit]}`)}
    . {whyApart}
  </p>
);

function columnsOf(measure: Measure, totals: readonly ViewRow[]): readonly Column<ViewRow>[] {
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
    cell: (row) => <Cell row={row} told={value(row)} show={written} piece={piece} />,
  });
  const value = ({ figure }: ViewRow) => valueTold(figure);
  return [
    { label: 'Periode', cell: ({ label }) => label },
    column('Geteld', ({ figure }) => figure.n),
    ...(isApart(kind) ? [] : [column(columnsOfKind(measure), value, show)]),
    ...(kind === 'leadTime'
      ? [column('85 van de 100 binnen', ({ figure }) => besideTold(figure, figure.p85))]
      : []),
    ...(totals.some(({ figure }) => figure.open !== undefined)
      ? [column('Wacht nog', ({ figure }) => figure.open, showNumber, { open: true })]
      : []),
    ...(measure.code === 'requested_provided'
      ? [column('Gevraagd', ({ figure }) => besideTold(figure, figure.of))]
      : []),
    ...(measure.code === 'hours_done'
      ? [column('Reistijd, uren', ({ figure }) => besideTold(figure, figure.of))]
      : []),
  ];
}

interface CellProps {
  readonly row: ViewRow;
  readonly told: Told | undefined;
  readonly show: (n: number) => string;
  readonly piece: Piece | undefined;
}

function Cell({ row: { figure, href }, told, show, piece }: CellProps): JSX.Element {
  if (told === undefined) return <>{untold}</>;
  const words = (told === null ? missingWords(figure) : undefined) ?? showTold(told, show);
  return href === undefined || told === null ? <>{words}</> : <a href={href(piece)}>{words}</a>;
}
