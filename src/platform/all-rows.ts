import type { Cursor } from './pure/cursor.ts';

/** Rows asked at a time. */
const perRound = 500;

/**
 * Every row of a list that is read by the page: `find` gives one more than `limit` when there are more. For files that hold exactly
 * what a list shows.
 */
export async function allRows<Row extends { readonly id: string; readonly touchedAt: string }>(
  find: (page: { readonly limit: number; readonly after: Cursor | undefined }) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last === undefined ? undefined : { key: last.touchedAt, id: last.id };
    const found = await find({ limit: perRound, after });
    rows.push(...found.slice(0, perRound));
    if (found.length <= perRound) return rows;
  }
}
