/** Counts of questions as they may be shown: nobody finds one question in them. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Shown, showAtLeast, showCount, showParts } from '../../platform/pure/suppression.ts';
import { levels, statuses } from '../question.rules.ts';

/** What the database counted; never shown as it is. */
export interface QuestionCounts {
  readonly firstDay: CivilDate;
  /** The day up to which was counted, itself not included. */
  readonly endDay: CivilDate;
  readonly finished: boolean;
  /** The whole partnership, and not the schools of a board. */
  readonly whole: boolean;
  readonly total: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byLevel: Readonly<Record<string, number>>;
}

interface Part<Key> {
  readonly key: Key;
  readonly n: Shown;
}

/** States in which a question that was submitted can be. */
export const countedStatuses = statuses.filter((status) => status !== 'draft');

export interface ShownCounts extends Pick<QuestionCounts, 'firstDay' | 'endDay' | 'finished' | 'whole'> {
  /** In the running year «at least so many», in steps of five. */
  readonly total: Shown;
  /** Null while the year runs: what is split then would show one question from month to month. */
  readonly byStatus: readonly Part<(typeof countedStatuses)[number]>[] | null;
  readonly byLevel: readonly Part<(typeof levels)[number]>[] | null;
}

export function showCounts({ total, byStatus, byLevel, ...counts }: QuestionCounts): ShownCounts {
  const { finished } = counts;
  return {
    ...counts,
    total: finished ? showCount(total) : showAtLeast(total),
    byStatus: finished ? partsOf(countedStatuses, byStatus) : null,
    byLevel: finished ? partsOf(levels, byLevel) : null,
  };
}

function partsOf<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Record<string, number>>,
): readonly Part<Key>[] {
  const shown = showParts(keys.map((key) => counts[key] ?? 0));
  return keys.map((key, i) => ({ key, n: shown[i] ?? '<5' }));
}
