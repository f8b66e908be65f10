/** From rows of releases to figures of one measure in one period, whole and split; and whether somebody may compare their own with them. */
import type { Shown } from '../../platform/pure/suppression.ts';
import { fewest, fewestToSplit } from '../../platform/pure/suppression.ts';
import type { Figure, Part, ShownFigure } from '../measures/figure.rules.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import { figuresOf, type ReleaseRow } from '../releases/release.view.ts';

export interface PlacedRow extends ReleaseRow {
  readonly measure: MeasureCode;
  readonly from: string;
  readonly to: string;
  readonly boardId: string | null;
  readonly dimension: string;
}

const within = (rows: readonly PlacedRow[], code: MeasureCode, { from, to }: Period) =>
  rows.filter((row) => row.measure === code && row.from === from && row.to === to);

/** What was released as a whole; undefined: nothing. */
export function totalIn(
  rows: readonly PlacedRow[],
  code: MeasureCode,
  period: Period,
  boardId: string | null,
): ShownFigure | undefined {
  const own = within(rows, code, period).filter((row) => row.boardId === boardId && row.dimension === 'all');
  return figuresOf(own)[0];
}

/** What was released split; of boards, those the reader may read. */
export function splitIn(
  rows: readonly PlacedRow[],
  code: MeasureCode,
  period: Period,
  boardId: string | null,
  by: Dimension,
): readonly ShownFigure[] {
  const all = within(rows, code, period);
  if (by === 'board')
    return figuresOf(
      all.flatMap((row) =>
        row.dimension === 'all' && row.boardId !== null ? [{ ...row, key: row.boardId }] : [],
      ),
    );
  return figuresOf(all.filter((row) => row.boardId === boardId && row.dimension === by));
}

/**
 * Whether somebody who knows their own part may see the whole: what is left for the others is ten cases at least, of everything that is
 * told, five. Else the whole would tell of a few others.
 * @param own the same measure over the same period, of what the reader works on
 */
export function isOthers(whole: ShownFigure, own: Figure): boolean {
  if (whole.n === '<5' || whole.n - own.n < fewestToSplit) return false;
  return pairs(whole, own).every(([told, mine]) => told === '<5' || told - mine >= fewest);
}

function pairs(whole: ShownFigure, own: Figure): readonly (readonly [Shown, number])[] {
  const mine = new Map((own.parts ?? []).map((part: Part) => [part.key, part.n]));
  const { open, n } = whole;
  return [
    ...(whole.parts ?? []).map((part) => [part.n, mine.get(part.key) ?? 0] as const),
    ...(open === undefined || open === '<5' || n === '<5'
      ? []
      : ([
          [open, own.open ?? 0],
          [n - open, own.n - (own.open ?? 0)],
        ] as const)),
  ];
}
