/** What becomes of a deed of development, and how each is done: one transaction, once per key, its refusals as values. */
import { recordAudit } from '../platform/audit.ts';
import type { Transaction } from '../platform/database.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Deed } from '../platform/route.ts';
import { doLawfully, type NotTaken } from '../privacy/index.ts';
import { explain, type NeedCode, type Unmet } from './needs.words.ts';
import { faultsInTexts } from './texts.ts';

/** Whatever became of a deed. Everything but `taken` changed nothing. */
export type Outcome = Taken | NotTaken<Unmet>;
interface Taken {
  readonly outcome: 'taken';
  readonly id: string;
}

export const refused = (...codes: readonly NeedCode[]): NotTaken<Unmet> => ({
  outcome: 'refused',
  unmet: explain(codes),
});

export const taken = (id: string): Outcome => ({ outcome: 'taken', id });

/** The names that two may not share, by their index in the database. */
const namesTaken = [
  ...['a role profile has a name of its own', 'a pilot has a name of its own'],
  ...['a support plan has a name of its own', 'a priority stands in its plan once'],
  'an ambition stands in its priority once',
];

/** Does a deed; what the law refuses comes back as a value, and so does what no text may hold. `said`: what was sent. */
export const lawfully = (
  deed: Deed,
  actor: Actor,
  said: unknown,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> =>
  doLawfully<Taken, Unmet>(
    deed,
    actor,
    explain,
    async (tx) => {
      const faults = await faultsInTexts(tx, deed, actor, said);
      return faults.length > 0 ? refused(...faults) : work(tx);
    },
    ({ constraint }) => (namesTaken.includes(String(constraint)) ? refused('nameFree') : undefined),
  );

interface Versioned {
  readonly version: number;
}

/** On something that exists for this person, in the version its reader saw; nobody else changes it until this is done. */
export function onLocked<Row extends Versioned>(
  deed: Deed,
  actor: Actor,
  said: unknown,
  lock: (tx: Transaction) => Promise<Row | undefined>,
  work: (tx: Transaction, row: Row) => Promise<Outcome>,
  /** Whether it is there to read: who may not change it is told so. */
  isThere: (tx: Transaction) => Promise<unknown> = async () => undefined,
): Promise<Outcome> {
  return lawfully(deed, actor, said, async (tx) => {
    const row = await lock(tx);
    if (row === undefined) return { outcome: (await isThere(tx)) === undefined ? 'notFound' : 'forbidden' };
    return deed.version !== undefined && deed.version !== row.version ? { outcome: 'stale' } : work(tx, row);
  });
}

export type Subject =
  | 'role_profile'
  | 'role_transition'
  | 'consultation'
  | 'pilot'
  | 'support_plan'
  | 'priority'
  | 'ambition';

export const record = (
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  what: { readonly action: string; readonly subject: Subject; readonly subjectId: string },
): Promise<void> => recordAudit(tx, actor, { ...what, via: deed.via });
