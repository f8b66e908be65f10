/** What an import of schools takes from a file, and which schools it may end. */
import type { SchoolFile, SchoolRow } from '../files/school-file.rules.ts';

type ReadableFile = Extract<SchoolFile, { readonly fault: null }>;

export interface Taken {
  readonly rows: readonly SchoolRow[];
  /** Rows of other partnerships. */
  readonly passedOver: number;
}

/**
 * The rows for a partnership. A file that names partnerships is sifted by its number; a file that names none, or a
 * partnership without a number, means every row.
 */
export function rowsFor(file: ReadableFile, swvNumber: string | null): Taken {
  const names = file.rows.some((row) => row.swv !== null);
  if (swvNumber === null || !names) return { rows: file.rows, passedOver: 0 };
  const rows = file.rows.filter((row) => row.swv === swvNumber);
  return { rows, passedOver: file.rows.length - rows.length };
}

/**
 * Where schools came from: the layout and what it lists. DUO publishes primary, special and secondary education apart, so
 * that a complete list of one must not end the schools of another.
 */
export function sourceOf({ layout, rows }: ReadableFile): string {
  const only = (kind: string) => rows.length > 0 && rows.every((row) => row.kind === kind);
  if (only('VO')) return `${layout} vo`;
  if (layout === 'kortelijn') return `${layout} po`;
  return only('BO') ? `${layout} bo` : `${layout} special`;
}

/** Codes that stand in the text of the file but not in a row that could be read: whoever they are, they have not ended. */
export function unreadableCodes(text: string, rows: readonly SchoolRow[]): readonly string[] {
  const read = new Set(rows.map((row) => row.code));
  const named = text.toUpperCase().match(/[0-9A-Z]{4}\d\d/g) ?? [];
  return [...new Set(named)].filter((code) => !read.has(code));
}
