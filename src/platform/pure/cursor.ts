/**
 * Where a page of a list ended, as a text the caller hands back: the key the list is sorted by and the id that breaks ties.
 * Opaque, not secret: it holds what the last item already showed.
 */
import { cleanText } from './text.ts';

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

export function encodeCursor({ key, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([key, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Part of a list. */
export interface Page<Row> {
  readonly items: readonly Row[];
  /** Where the next page goes on; null: this was the last. */
  readonly next: string | null;
}

/** A page of what was found: lists are asked for one row more than they show. `keyOf`: what the list is sorted by. */
export function pageOf<Row extends { readonly id: string }>(
  found: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
): Page<Row> {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor({ key: keyOf(last), id: last.id }) };
}

/** Undefined when the text is no cursor of ours; the caller answers 400. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [key, id]: readonly unknown[] = value;
    const isKey = typeof key === 'string' && cleanText(key).fault === null;
    return isKey && typeof id === 'string' && isUuid(id) ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}

const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
