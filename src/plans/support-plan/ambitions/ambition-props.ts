/** What the parts of the page of an ambition are drawn from. */
import type { Entries } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import type { Back } from '../../form.ts';
import type { AmbitionOfPlan } from './ambition.store.ts';
import type { Coverage } from './coverage.store.ts';
import type { Measured, ReleasedHours } from './measured.store.ts';

export interface SentReading {
  readonly typed: Entries;
  readonly back: Back;
}

export interface ShownProps {
  readonly one: AmbitionOfPlan;
  readonly coverage: Coverage;
  readonly measured: Measured | undefined;
  readonly released: ReleasedHours | undefined;
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: CivilDate;
  readonly sent: SentReading | undefined;
  /** Of others it cannot be said that there is no work. */
  readonly readsAll: boolean;
}
