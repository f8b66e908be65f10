/** Blackening: what slipped through goes, and the timeline says that it did. */
import { recordAudit, type Via } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { type ConcernRow, lockConcern } from '../concern.store.ts';
import { placesOf } from '../fading/words.rules.ts';
import { columnOf, type Place, passagesOf, type Reason } from './blacken.facts.ts';
import { type Blackening, findNumbered, findSpots, type Spot, saveBars } from './blacken.store.ts';

export interface BlackenRequest extends Place {
  readonly words: readonly string[] | 'all';
  readonly reason: Reason;
}

export type Blackened =
  | { readonly outcome: 'taken'; readonly id: string; readonly version: number }
  /** Words that do not stand in that text, or nothing stands there at all. */
  | { readonly outcome: 'refused'; readonly missing: readonly string[] }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'forbidden' }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** The writer takes words out of their own text. */
export function blackenWords(
  deed: Deed,
  actor: Actor,
  id: string,
  request: BlackenRequest,
): Promise<Blackened> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async (): Promise<Blackened> => {
      const concern = await lockConcern(tx, actor, id);
      if (concern === undefined) return { outcome: 'notFound' };
      const bars = barsIn(concern, actor, request);
      if ('outcome' in bars) return bars;
      if (deed.version !== undefined && deed.version !== concern.version) return { outcome: 'stale' };
      return save(tx, actor, { ...bars, concernId: id, seen: concern.version }, deed.via);
    }),
  );
}

/** Where the bars come, or why they cannot. */
function barsIn(
  concern: ConcernRow,
  actor: Actor,
  { entry, field, words, reason }: BlackenRequest,
): Omit<Blackening, 'concernId' | 'seen'> | Exclude<Blackened, { outcome: 'taken' }> {
  const column = columnOf({ entry, field });
  const passage = passagesOf(concern, actor.personId).find(
    (one) => one.entry === entry && one.field === field,
  );
  if (passage === undefined || column === undefined) return { outcome: 'forbidden' };
  if (words === 'all') return { entry, ...column, ranges: null, reason };
  const { ranges, missing } = placesOf(passage.text, words);
  return missing.length > 0 ? { outcome: 'refused', missing } : { entry, ...column, ranges, reason };
}

async function save(tx: Transaction, actor: Actor, bars: Blackening, via: Via): Promise<Blackened> {
  const { concernId: id } = bars;
  const version = await saveBars(tx, actor, bars);
  await recordAudit(tx, actor, { action: 'blacken', subject: 'concern', subjectId: id, via });
  return { outcome: 'taken', id, version };
}

/** Where texts stand in a shared concern, for the privacy officer. That they looked is written down. */
export function lookUpTexts(deed: Deed, actor: Actor, number: string): Promise<readonly Spot[]> {
  return deed.database.write(actor, async (tx) => {
    const subjectId = await findNumbered(tx, number);
    if (subjectId === undefined) return [];
    await recordAudit(tx, actor, { action: 'look_up_texts', subject: 'concern', subjectId, via: deed.via });
    return findSpots(tx, number);
  });
}

/** The privacy officer takes a whole text out by its place, and never sees it. */
export async function blackenUnseen(
  deed: Deed,
  actor: Actor,
  number: string,
  { entry, field, reason }: Omit<BlackenRequest, 'words'>,
): Promise<Blackened> {
  const column = columnOf({ entry, field });
  if (column === undefined) return { outcome: 'notFound' };
  try {
    return await deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, async (): Promise<Blackened> => {
        const concernId = await findNumbered(tx, number);
        if (concernId === undefined) return { outcome: 'notFound' };
        return save(tx, actor, { concernId, seen: null, entry, ...column, ranges: null, reason }, deed.via);
      }),
    );
  } catch (fault) {
    if (fault instanceof LawRefused) return { outcome: 'refused', missing: [] };
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    throw fault;
  }
}
