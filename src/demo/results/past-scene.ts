/** What a question of years past is made of. */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import type { StagedSchool } from '../demo.store.ts';
import type { DemoQuestion } from '../questions/demo-question.ts';
import type { Chance } from './chance.ts';

export interface PastScene {
  readonly chance: Chance;
  readonly isOpen: IsOpen;
  readonly text: DemoQuestion;
  readonly school: StagedSchool;
  readonly specialist: string;
  readonly number: string;
  /** The day it was asked. */
  readonly asked: CivilDate;
  /** What did not end by then, is left out. */
  readonly last: CivilDate;
  readonly today: CivilDate;
  /** Which school asked, and aimed at, what already. */
  readonly said: Set<string>;
  /** How many school years before this one: the line became shorter since. */
  readonly yearsAgo: number;
}
