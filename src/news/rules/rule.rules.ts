/**
 * Working rules: how the partnership explains a protocol in its own words. The law of the protocol stands elsewhere; an edition says since when
 * the explanation holds and which post told of it. Nobody writes over an edition.
 */
import type { CivilDate } from '../../platform/pure/dates.ts';

export const subjects = ['concerns', 'questions', 'committee', 'stationing'] as const;
export type Subject = (typeof subjects)[number];

/** Why an edition cannot be added; migrations/0045 refuses the same. */
export type Need = 'postStands' | 'startsAhead' | 'dayFree' | 'bodyGiven' | 'noOpenMarks';

export interface Facts {
  readonly withdrawn: boolean;
  /** The day readers know of it: of a draft today at the earliest, of a plan its day. */
  readonly knownOn: CivilDate;
  readonly startsOn: CivilDate;
  readonly body: string;
  /** First days that editions of this subject have. */
  readonly taken: readonly CivilDate[];
  readonly openMarks: number;
}

/** All of them at once. A rule does not begin before its post is known: nobody can have worked by it. */
export function unmetNeeds({ withdrawn, knownOn, startsOn, body, taken, openMarks }: Facts): readonly Need[] {
  const unmet: Need[] = [];
  if (withdrawn) unmet.push('postStands');
  if (startsOn < knownOn) unmet.push('startsAhead');
  if (taken.includes(startsOn)) unmet.push('dayFree');
  if (body.trim() === '') unmet.push('bodyGiven');
  if (openMarks > 0) unmet.push('noOpenMarks');
  return unmet;
}

/** The editions that held at some moment of a period: the last one that began on or before its first day, and those that began in it. */
export function editionsDuring<Edition extends { readonly startsOn: CivilDate }>(
  editions: readonly Edition[],
  first: CivilDate,
  last: CivilDate,
): readonly Edition[] {
  const inOrder = [...editions].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const atFirst = inOrder.filter(({ startsOn }) => startsOn <= first).at(-1);
  return inOrder.filter((one) => one === atFirst || (one.startsOn > first && one.startsOn <= last));
}
