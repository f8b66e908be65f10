/** The bars beside a table of a report: how long each is, of the longest there. */
import type { Shown } from '../../platform/pure/suppression.ts';
import type { Kind } from '../measures/measure.rules.ts';

/** As much of a row as is drawn. */
interface Drawable {
  /** What it is split by; `all`, `before`, `partnership`: a whole; `part`: of the distribution of the whole. */
  readonly by: string;
  readonly figure: { readonly n: Shown; readonly value?: number | null | undefined };
}

/** What a share or a T-score can be at most; of all else the most that the table draws. */
const mostOf: Readonly<Partial<Record<Kind, number>>> = { share: 1, agreement: 1, t: 100 };

/** The whole, and what it is compared with. */
const isWhole = ({ by }: Drawable) => by === 'all' || by === 'before' || by === 'partnership';

/**
 * Bars of a table stand in one column without an axis: they have one scale and one unit, so that twice as long is twice as much. A whole that
 * is added up would leave nothing to see of what it is split in: where that is drawn, the whole is not.
 */
export function barsOf({
  kind,
  rows,
}: {
  readonly kind: Kind;
  readonly rows: readonly Drawable[];
}): readonly (number | null)[] {
  const whole = rows.find(({ by }) => by === 'all')?.figure.n;
  const told = rows.map((row) => drawnOf(kind, row, whole));
  const isSplit =
    (kind === 'sum' || kind === 'count') && rows.some((row, nth) => !isWhole(row) && told[nth] !== null);
  const drawn = rows.map((row, nth) => (isSplit && isWhole(row) ? null : (told[nth] ?? null)));
  const beside = drawn.filter((value) => value !== null);
  const most = mostOf[kind] ?? Math.max(...beside);
  return drawn.map((value) =>
    value === null || beside.length < 2 || most <= 0 ? null : Math.min(1, Math.max(0, value / most)),
  );
}

/** What is drawn of a row; null: nothing, as it is not told, or in another unit than the rest. */
function drawnOf(
  kind: Kind,
  { by, figure: { n, value = null } }: Drawable,
  whole: Shown | undefined,
): number | null {
  if (kind === 'count') return typeof n === 'number' ? n : null;
  // A median of levels has no length: there the distribution is drawn.
  if (kind === 'levels') return by === 'part' && typeof n === 'number' ? n : null;
  if (by !== 'part' || kind === 't') return value;
  // Of a share each part is a share too; of a mean its parts are counts, and no means.
  const isShare = kind === 'share' || kind === 'agreement';
  return isShare && typeof n === 'number' && typeof whole === 'number' && whole > 0 ? n / whole : null;
}
