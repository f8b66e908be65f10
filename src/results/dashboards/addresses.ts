/** Addresses of figures, of their files and of the cases they are made of. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';
import type { Piece } from './view.ts';

/** What an address says, in the order of this list; what is undefined is left out. */
type Terms = Readonly<Record<string, string | number | boolean | null | undefined>>;

export function address(path: string, terms: Terms): string {
  const told = Object.entries(terms).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' || value === false ? [] : [[name, `${value}`]],
  );
  return told.length === 0 ? path : `${path}?${new URLSearchParams(told)}`;
}

export const measureHref = (code: MeasureCode, terms: Terms): string => address(`/resultaten/${code}`, terms);

export const fileHref = (code: MeasureCode, terms: Terms): string =>
  address(`/resultaten/${code}/cijfers.csv`, terms);

interface Cases {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly by?: Dimension | undefined;
  readonly key?: string | undefined;
}

/** Exactly the cases that were counted. */
export const casesHref = (code: MeasureCode, { from, to, by, key }: Cases, piece: Piece = {}): string =>
  address(`/resultaten/${code}/gevallen`, { from, to, by, key, ...piece });
