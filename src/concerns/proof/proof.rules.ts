/** The yearly proof as it may be shown: from the counts of a school year to what nobody can find one concern in. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  fewestToSplit,
  type Shown,
  showAtLeast,
  showCount,
  showParts,
} from '../../platform/pure/suppression.ts';
import type { Status } from '../concern.rules.ts';

/** What the database counted; never shown as it is. */
export interface ProofCounts {
  readonly firstDay: CivilDate;
  /** The day up to which was counted, itself not included. */
  readonly endDay: CivilDate;
  readonly finished: boolean;
  readonly total: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Under '': no theme, or one of the writer's own. */
  readonly byTheme: Readonly<Record<string, number>>;
  /** Medians in school days; null when more than half still waits. */
  readonly toTalk: number | null;
  readonly toEnd: number | null;
  readonly talks: number;
  readonly talksWithoutConcern: number;
  readonly boardWithoutTalk: number;
  readonly droppedNotes: number;
}

export interface Part {
  readonly key: string;
  readonly n: Shown;
}

/** A median in school days; `tooFew` concerns give none, and while more than half waits there is none yet. */
export type Median = number | 'tooFew' | 'stillWaiting';

export interface YearlyProof {
  readonly year: number;
  readonly firstDay: CivilDate;
  readonly endDay: CivilDate;
  readonly finished: boolean;
  /** In the running year «at least so many», in steps of five. */
  readonly total: Shown;
  /** Null while the year runs: what is split then would show one concern from month to month. */
  readonly byStatus: readonly Part[] | null;
  readonly byTheme: readonly Part[] | null;
  readonly toTalk: Median | null;
  readonly toEnd: Median | null;
  readonly talks: Shown;
  /** These two are exact: nought is what they prove. */
  readonly talksWithoutConcern: number;
  readonly boardWithoutTalk: number;
  readonly droppedNotes: Shown;
}

/** States in which a shared concern can be. */
export const countedStatuses = [
  'with_director',
  'working',
  'board_proposed',
  'with_board',
  'resolved',
  'closed',
] as const satisfies readonly Status[];

/** The counts as they may be shown. `themes`: the ones that are counted by name. */
export function showProof(year: number, counts: ProofCounts, themes: readonly string[]): YearlyProof {
  const { firstDay, endDay, finished, talksWithoutConcern, boardWithoutTalk } = counts;
  const one = finished ? showCount : showAtLeast;
  const median = (days: number | null): Median =>
    counts.total < fewestToSplit ? 'tooFew' : (days ?? 'stillWaiting');
  return {
    year,
    firstDay,
    endDay,
    finished,
    total: one(counts.total),
    byStatus: finished ? partsOf(countedStatuses, counts.byStatus) : null,
    byTheme: finished ? partsOf([...themes, ''], counts.byTheme) : null,
    toTalk: finished ? median(counts.toTalk) : null,
    toEnd: finished ? median(counts.toEnd) : null,
    talks: one(counts.talks),
    talksWithoutConcern,
    boardWithoutTalk,
    droppedNotes: one(counts.droppedNotes),
  };
}

function partsOf(keys: readonly string[], counts: Readonly<Record<string, number>>): readonly Part[] {
  const shown = showParts(keys.map((key) => counts[key] ?? 0));
  return keys.map((key, i) => ({ key, n: shown[i] ?? '<5' }));
}
