/** What a page knows of one measure: figures with their names and the way to their cases, ready to be drawn. */
import type { Shown } from '../../platform/pure/suppression.ts';
import type { About } from '../../platform/ui/charts/chart.tsx';
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Wait } from '../measures/lead-time.rules.ts';
import type { Dimension, Measure } from '../measures/measure.rules.ts';

/** Cases of a row: all, of one kind, or with values between these. */
export interface Piece {
  readonly kind?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly open?: boolean | undefined;
}

export interface ViewRow {
  readonly label: string;
  /** Under a point of a line. */
  readonly short?: string | undefined;
  readonly figure: ShownFigure;
  /** How many there are of each kind, where parts do not tell. */
  readonly kinds?: readonly { readonly key: string; readonly n: Shown }[] | undefined;
  /** Of the year before. */
  readonly before?: ShownFigure | undefined;
  /** Address of exactly the cases counted; undefined: the reader does not read them. */
  readonly href?: ((piece?: Piece) => string) | undefined;
  readonly hrefBefore?: string | undefined;
}

export interface Pair {
  readonly measure: Measure;
  readonly figure: ShownFigure;
  readonly href: string;
}

export interface View {
  readonly measure: Measure;
  readonly about: About;
  /** What the year before is called. */
  readonly beforeLabel: string;
  /** Null: the rows are periods and the partnership. */
  readonly by: Dimension | null;
  readonly rows: readonly ViewRow[];
  /** Everything together: this period, the year before, the partnership. */
  readonly totals: readonly ViewRow[];
  /** What was planned beside what was done, or the other way round, of the same days. */
  readonly pair?: Pair | undefined;
  /** Names of kinds, as within a sentence. */
  readonly kindNames: Readonly<Record<string, string>>;
  /** Lead times of this period and of the year before, case by case. */
  readonly waits?: { readonly now: readonly Wait[]; readonly before: readonly Wait[] } | undefined;
}
