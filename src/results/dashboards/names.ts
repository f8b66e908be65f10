/** Which names a view needs beside its figures. */
import type { Label } from '../measures/label.store.ts';
import { type Dimension, isApart, measureOf } from '../measures/measure.rules.ts';
import type { Asked } from './dashboard.access.ts';

export type LabelsBy = Readonly<Partial<Record<Dimension, readonly Label[]>>>;

/** What it is split by, and the kinds that are never one figure. */
export const namesNeeded = ({ code, by }: Asked): readonly Dimension[] => [
  ...(by === null || by === 'quarter' ? [] : [by]),
  ...(isApart(measureOf(code).kind) ? (['kind'] as const) : []),
];

export const kindNamesIn = ({ kind = [] }: LabelsBy): Readonly<Record<string, string>> =>
  Object.fromEntries(kind.map(({ key, name }) => [key, `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`]));
