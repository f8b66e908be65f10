/** What releases tell of ambitions: frozen figures of closed periods, in which nothing small can be read. For every member the same. */
import type { Reader } from '../../../platform/database.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import { findPublicReleases, isMeasureCode, measureOf, type PublicCell } from '../../../results/index.ts';

export interface Measured {
  /** As people say it: of a share percent. */
  readonly value: number;
  readonly from: CivilDate;
  /** The last day of the period. */
  readonly to: CivilDate;
}

/** The latest figure of the whole partnership by code of a measure; what was not told is not in it. One query at most. */
export async function findMeasured(
  reader: Reader,
  tenantId: string,
  measures: readonly (string | null)[],
): Promise<ReadonlyMap<string, Measured>> {
  const codes = [...new Set(measures.filter((code) => code !== null))].filter(isMeasureCode);
  if (codes.length === 0) return new Map();
  return measuredIn(await findPublicReleases(reader, tenantId, codes));
}

/** The same of cells that were found already. */
export function measuredIn(cells: readonly PublicCell[]): ReadonlyMap<string, Measured> {
  const known = cells.filter(
    ({ dimension, part, figure }) => dimension === 'all' && part === '' && typeof figure?.value === 'number',
  );
  return new Map(
    known
      .toSorted((a, b) => a.to.localeCompare(b.to) || b.from.localeCompare(a.from))
      .map(({ measure, figure, from, to }) => [
        measure,
        { value: shown(figure?.value ?? 0, measureOf(measure).unit === 'share'), from, to },
      ]),
  );
}

/** What was released of the hours that visits took for an ambition. */
export interface ReleasedHours {
  /** Shares of visits; null: hidden, for they are few. */
  readonly n: number | null;
  readonly hours: number | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Of the latest period in these cells; undefined: nothing was released. */
export function releasedHours(cells: readonly PublicCell[], ambitionId: string): ReleasedHours | undefined {
  const latest = cells
    .filter(
      ({ measure, dimension, key, part }) =>
        measure === 'hours_done' && dimension === 'ambition' && key === ambitionId && part === '',
    )
    .toSorted((a, b) => a.to.localeCompare(b.to) || b.from.localeCompare(a.from))
    .at(-1);
  if (latest === undefined) return undefined;
  const { n, figure, from, to } = latest;
  return { n, hours: figure?.value ?? null, from, to };
}

const shown = (value: number, share: boolean) => Math.round(value * (share ? 1000 : 10)) / 10;
