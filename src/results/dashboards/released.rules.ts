/** From rows of releases to figures of one measure in one period, whole and split. */
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';
import type { Period } from '../measures/period.rules.ts';
import { figuresOf, type ReleaseRow } from '../releases/release.view.ts';

/** A count of a release with where it stands. */
export interface PlacedRow extends ReleaseRow, Period {
  readonly measure: MeasureCode;
  /** Null: of the partnership. */
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
