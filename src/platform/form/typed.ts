/** A form as somebody filled it in, field by field, so that it can be drawn again exactly so. */
import type { Entries } from '../input.ts';

/** What stands in a field. */
export function typedValue(typed: Entries, name: string): string | undefined {
  return typed.findLast(([key]) => key === name)?.[1];
}

/** What was checked under one name. */
export function typedValues(typed: Entries, name: string): readonly string[] {
  return typed.filter(([key]) => key === name).map(([, value]) => value);
}

/** How many rows a repeated group shows. */
export function rowCount(typed: Entries, list: string): number {
  return rowsOf(typed, list).length;
}

/** The form after «add:list» or «remove:list:2». Other rows keep what was typed and stand close together. */
export function afterButton(typed: Entries, button: string): Entries {
  const [deed, list = '', row] = button.split(':');
  if (deed === 'remove') return renumbered(typed, list, (one) => one !== row);
  const closed = renumbered(typed, list, () => true);
  return [...closed, [`${list}.${rowCount(closed, list)}`, '']];
}

/** Without the rows that are wholly empty: so numbered, rows agree with what was read from the form. */
export function withoutEmptyRows(typed: Entries, list: string): Entries {
  const filled = typed.filter(([, value]) => value.trim() !== '').map(([key]) => rowIn(key, list));
  return renumbered(typed, list, (row) => filled.includes(row));
}

function renumbered(typed: Entries, list: string, keeps: (row: string) => boolean): Entries {
  const rows = rowsOf(typed, list).filter(keeps);
  return typed.flatMap(([key, value]) => {
    const row = rowIn(key, list);
    if (row === undefined) return [[key, value] as const];
    const place = rows.indexOf(row);
    return place < 0 ? [] : [[`${list}.${place}${key.slice(`${list}.${row}`.length)}`, value] as const];
  });
}

function rowsOf(typed: Entries, list: string): readonly string[] {
  const rows = typed.map(([key]) => rowIn(key, list)).filter((row) => row !== undefined);
  return [...new Set(rows)].sort((a, b) => Number(a) - Number(b));
}

function rowIn(key: string, list: string): string | undefined {
  if (!key.startsWith(`${list}.`)) return undefined;
  return /^(\d{1,3})(?:\.|$)/.exec(key.slice(list.length + 1))?.[1];
}
