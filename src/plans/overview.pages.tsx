/** Development as it is now: what asks something of its reader, what is tried out, and what people's roles are. */
import type { JSX } from 'preact';
import { type Actor, hasRole } from '../platform/pure/actor.ts';
import type { CivilDate } from '../platform/pure/dates.ts';
import { getPage, type PageAnswer, type Route } from '../platform/route.ts';
import { Card, CardList, Empty } from '../platform/ui/parts.tsx';
import { roundRunners } from './consultations/round.rules.ts';
import { findRounds, type Round } from './consultations/round.store.ts';
import { RoundCard, roundsPath } from './consultations/round-parts.tsx';
import { pilotWriters } from './pilots/pilot.rules.ts';
import { findPilots, type Pilot } from './pilots/pilot.store.ts';
import { PilotCard, pilotsPath } from './pilots/pilot-parts.tsx';
import { currentEdition, openEdition } from './profiles/profile.facts.ts';
import { findProfiles, type Profile } from './profiles/profile.store.ts';
import { EditionBadge, profilePath, profilesPath, sinceWords } from './profiles/profile-parts.tsx';
import { transitionLeads } from './transitions/transition.rules.ts';

/** Of each kind: the rest stands in its list. */
const most = 5;

export const overviewPages: readonly Route[] = [
  getPage('/ontwikkeling', 'member', async ({ actor, database, today }): Promise<PageAnswer> => {
    const runs = hasRole(actor, ...roundRunners);
    const [rounds, pilots, profiles] = await database.read(actor, (reader) =>
      Promise.all([
        // Who runs rounds sees them all; anybody else those that ask something now.
        findRounds(reader, actor, { limit: most, forMe: !runs }),
        findPilots(reader, actor, {
          limit: most,
          status: hasRole(actor, ...pilotWriters) ? undefined : 'running',
        }),
        findProfiles(reader, actor, { limit: most }),
      ]),
    );
    const body = <Overview {...{ actor, today, rounds, pilots, profiles }} />;
    return { kind: 'html', title: 'Ontwikkeling', body };
  }),
];

interface OverviewProps {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly rounds: readonly Round[];
  readonly pilots: readonly Pilot[];
  readonly profiles: readonly Profile[];
}

function Overview({ actor, today, rounds, pilots, profiles }: OverviewProps): JSX.Element {
  return (
    <>
      <h1>Ontwikkeling</h1>
      <p class="lead">Wat we uitproberen, waarover we u om uw mening vragen, en wat ieders rol is.</p>
      <h2>Consultaties</h2>
      {rounds.length === 0 ? (
        <Empty title="Er wordt u nu niets gevraagd" text="Vragen we om uw mening, dan staat het hier." />
      ) : (
        <CardList>
          {rounds.slice(0, most).map((round) => (
            <RoundCard key={round.id} round={round} today={today} />
          ))}
        </CardList>
      )}
      <p>
        <a href={roundsPath}>Alle consultaties</a>
      </p>
      <h2>Pilots</h2>
      {pilots.length === 0 ? (
        <p>Er loopt nu geen pilot.</p>
      ) : (
        <CardList>
          {pilots.slice(0, most).map((pilot) => (
            <PilotCard key={pilot.id} pilot={pilot} today={today} />
          ))}
        </CardList>
      )}
      <p>
        <a href={pilotsPath}>Alle pilots</a>
      </p>
      <h2>Functieprofielen</h2>
      {profiles.length === 0 ? (
        <p>Er is nog geen functieprofiel vastgesteld.</p>
      ) : (
        <CardList>
          {profiles.slice(0, most).map((profile) => (
            <ProfileCard key={profile.id} profile={profile} today={today} />
          ))}
        </CardList>
      )}
      <p>
        <a href={profilesPath}>Alle functieprofielen</a>
      </p>
      <Transition actor={actor} />
    </>
  );
}

function ProfileCard({
  profile,
  today,
}: {
  readonly profile: Profile;
  readonly today: CivilDate;
}): JSX.Element {
  const current = currentEdition(profile, today);
  const open = openEdition(profile);
  return (
    <Card
      title={profile.name}
      href={profilePath(profile.id)}
      badge={open && <EditionBadge edition={open} />}
      meta={current === undefined ? 'Nog niet vastgesteld' : sinceWords(current, today)}
    />
  );
}

/** A way that says nothing of whether there is anything behind it. */
function Transition({ actor }: { readonly actor: Actor }): JSX.Element | null {
  if (hasRole(actor, ...transitionLeads))
    return (
      <p>
        <a href="/ontwikkeling/overgang">Overgang van specialisten</a>
      </p>
    );
  return hasRole(actor, 'specialist') ? (
    <p>
      <a href="/ontwikkeling/mijn-overgang">Mijn overgang</a>
    </p>
  ) : null;
}
