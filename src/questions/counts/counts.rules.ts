/** Counts of questions as they may be shown: nobody finds one question in them. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import { type Shown, showParts } from '../../platform/pure/suppression.ts';
import { levels, statuses } from '../question.rules.ts';

/** What was released of how many there were, null where that is hidden; by state as the database counted it, never shown as it is. */
export interface QuestionCounts {
  readonly firstDay: CivilDate;
  /** The day up to which figures were released, itself not included. */
  readonly endDay: CivilDate;
  /** The figures of the year were released. */
  readonly finished: boolean;
  /** The whole partnership, and not the schools of a board. */
  readonly whole: boolean;
  readonly total: number | null;
  /** Empty: the total is hidden, so that its parts are. */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byLevel: Readonly<Record<string, number | null>>;
}

interface Part<Key> {
  readonly key: Key;
  readonly n: Shown;
}

/** States in which a question that was submitted can be. */
export const countedStatuses = statuses.filter((status) => status !== 'draft');

export interface ShownCounts extends Pick<QuestionCounts, 'firstDay' | 'endDay' | 'finished' | 'whole'> {
  readonly total: Shown;
  /** Null until the year is released. */
  readonly byStatus: readonly Part<(typeof countedStatuses)[number]>[] | null;
  readonly byLevel: readonly Part<(typeof levels)[number]>[] | null;
}

export function showCounts({ total, byStatus, byLevel, ...counts }: QuestionCounts): ShownCounts {
  const { finished } = counts;
  return {
    ...counts,
    total: total ?? '<5',
    byStatus: finished ? partsOf(countedStatuses, byStatus) : null,
    byLevel: finished ? levels.map((key) => ({ key, n: byLevel[key] ?? '<5' })) : null,
  };
}

function partsOf<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Record<string, number>>,
): readonly Part<Key>[] {
  const shown = showParts(keys.map((key) => counts[key] ?? 0));
  return keys.map((key, i) => ({ key, n: shown[i] ?? '<5' }));
}
