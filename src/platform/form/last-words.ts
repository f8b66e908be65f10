/** A form that saves itself may arrive twice, or late, with other words: one form makes one thing, and that has the last words. */
import type { KeyReused } from '../once.ts';
import type { Deed } from '../route.ts';

interface Taken {
  readonly outcome: 'taken';
  readonly id: string;
  readonly version: number;
}

interface Ways<Thing, Outcome> {
  /** What was made before; undefined when it cannot be read any more. */
  readonly read: (id: string) => Promise<Thing | undefined>;
  /** Whether it says exactly what the form says. */
  readonly says: (thing: Thing) => boolean;
  readonly isDraft: (thing: Thing) => boolean;
  readonly revise: (deed: Deed, thing: Thing) => Promise<Outcome>;
}

/** The key alone says whether the form came before; its words may have grown since. */
export const onceForForm = ({ once }: Deed, request: string) =>
  once === undefined ? undefined : { key: once.key, request };

/** An answer that was given before may be about older words of the same form: then the draft gets the last ones. */
export async function withLastWords<Thing, Outcome extends { readonly outcome: string }>(
  deed: Deed,
  outcome: Outcome,
  { read, says, isDraft, revise }: Ways<Thing, Outcome>,
): Promise<Outcome | KeyReused> {
  if (!isTaken(outcome) || deed.once === undefined) return outcome;
  const thing = await read(outcome.id);
  if (thing !== undefined && says(thing)) return outcome;
  if (thing === undefined || !isDraft(thing)) return { outcome: 'keyReused' };
  return revise({ ...deed, once: undefined, version: outcome.version }, thing);
}

const isTaken = <Outcome extends { readonly outcome: string }>(
  outcome: Outcome,
): outcome is Outcome & Taken => outcome.outcome === 'taken';
