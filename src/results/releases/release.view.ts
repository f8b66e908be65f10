/** From the rows of a release to figures as anybody may see them: what is hidden looks the same everywhere. */
import type { Shown } from '../../platform/pure/suppression.ts';
import type { ShownFigure } from '../measures/figure.rules.ts';
import type { Told } from './release.rules.ts';

/** A count of a release as it stands in the database. */
export interface ReleaseRow {
  readonly key: string;
  readonly part: string;
  /** Null: hidden. */
  readonly n: number | null;
  readonly figure: Told | null;
}

const shown = (n: number | null): Shown => n ?? '<5';

/** One figure for each key, in the order of the rows. */
export function figuresOf(rows: readonly ReleaseRow[]): readonly ShownFigure[] {
  const parts = rows.filter(({ part }) => part !== '');
  return rows
    .filter(({ part }) => part === '')
    .map(({ key, n, figure }) => {
      const own = parts.filter((part) => part.key === key);
      return {
        key,
        n: shown(n),
        ...(figure ?? { value: null }),
        ...(own.length === 0 ? {} : { parts: own.map((part) => ({ key: part.part, n: shown(part.n) })) }),
      };
    });
}
