/** What the rules must know of a profile, out of what the store found. */
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { EditionFacts } from './profile.rules.ts';
import type { EditionRow, Profile } from './profile.store.ts';

/** The edition that applies today: of those adopted, the one that began last. */
export const currentEdition = ({ editions }: Profile, today: CivilDate): EditionRow | undefined =>
  editions.find(({ startsOn }) => startsOn !== null && startsOn <= today);

/** Not adopted yet, as far as the reader may know of it. */
export const openEdition = ({ editions }: Profile): EditionRow | undefined =>
  editions.find(({ status }) => status !== 'adopted');

/** Of one edition, or of the one that would come next. */
export function editionFacts(
  profile: Pick<Profile, 'editions'>,
  one: EditionRow | undefined,
  actor: Actor,
  today: CivilDate,
): EditionFacts {
  const { editions } = profile;
  return {
    status: one?.status ?? 'new',
    today,
    isOwn: one?.madeBy.id === actor.personId,
    roles: actor.appointments.map(({ role }) => role),
    hasOpen: editions.some((other) => other.status !== 'adopted' && other.nth !== one?.nth),
    roundsRunning: one?.roundsRunning ?? 0,
    roundsHeld: one?.roundsHeld ?? 0,
    roundsUnsummarised: one?.roundsUnsummarised ?? 0,
    lastStart: editions.find(({ startsOn }) => startsOn !== null)?.startsOn ?? null,
  };
}
