/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Visits that somebody wrote down on the way and that did not reach the server yet. Kept for one person; gone as soon as they arrive,
// this person logs out, or somebody else logs in here.

export interface Draft {
  /** Also the key with which it is sent, so that it arrives once. */
  readonly id: string;
  /** Day, school and minutes: to tell drafts apart. */
  readonly title: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Why the server did not take it, in its own words. */
  readonly refused?: string;
}

const prefix = 'kortelijn.visits:';
/** Where the service worker keeps the page for on the way. */
export const keptPages = 'kortelijn-onderweg';

export function readDrafts(user: string): readonly Draft[] {
  try {
    return JSON.parse(localStorage.getItem(prefix + user) ?? '[]') as readonly Draft[];
  } catch {
    return [];
  }
}

/** Also tells whose page is kept here, when there are none. Throws when the browser keeps nothing. */
export function writeDrafts(user: string, drafts: readonly Draft[]): void {
  localStorage.setItem(prefix + user, JSON.stringify(drafts));
}

/** Takes away what others left on this device, or all of it, with the page that was kept. */
export function forgetDrafts(stays?: string): void {
  const keys = Object.keys(localStorage).filter(
    (key) => key.startsWith(prefix) && key !== `${prefix}${stays}`,
  );
  for (const key of keys) localStorage.removeItem(key);
  if (keys.length > 0 && 'caches' in globalThis) void caches.delete(keptPages);
}

/** Asks before drafts are lost; true when there are none. */
export function mayForgetDrafts(user: string): boolean {
  const { length } = readDrafts(user);
  const which = length === 1 ? '1 bezoek is' : `${length} bezoeken zijn`;
  return (
    length === 0 || confirm(`${which} nog niet verzonden. Als u uitlogt, raakt u dat kwijt. Toch uitloggen?`)
  );
}
