/** Parts of the pages of rounds. */
import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { Card, StateBadge } from '../../platform/ui/parts.tsx';
import { roleName } from '../../registers/index.ts';
import type { Round, Subject } from './round.store.ts';
import { momentOf, momentTones, momentWords } from './round.words.ts';

export const roundsPath = '/ontwikkeling/consultaties';
export const roundPath = (id: string): string => `${roundsPath}/${id}`;

interface Shown {
  readonly round: Round;
  readonly today: CivilDate;
}

export function RoundBadge({ round, today }: Shown): JSX.Element {
  const moment = momentOf(round, today);
  return <StateBadge tone={momentTones[moment]} label={momentWords[moment]} />;
}

export function RoundCard({ round, today }: Shown): JSX.Element {
  const { id, title, startsOn, endsOn, asksMe, tookPart } = round;
  const waits = asksMe && !tookPart && momentOf(round, today) === 'running';
  return (
    <Card
      title={title}
      href={roundPath(id)}
      badge={<RoundBadge round={round} today={today} />}
      meta={showPeriod(startsOn, endsOn)}
    >
      {waits && <p>U bent gevraagd. Antwoorden kan tot en met {showDate(endsOn)}.</p>}
      {asksMe && tookPart && <p>U deed mee.</p>}
    </Card>
  );
}

/** «schoolcontactpersoon, directeur en intern begeleider, in Noord» */
export function whom({ roles, areas, boards }: Round, actor: Actor): string {
  const asked = list(roles.map((role) => roleName(role, actor.tenant.labels)));
  const places = [...areas, ...boards].map(({ name }) => name);
  return places.length === 0 ? asked : `${asked}; van scholen alleen in of bij ${list(places)}`;
}

const kinds: Record<Subject['kind'], string> = {
  profile: 'Functieprofiel',
  pilot: 'Pilot',
  post: 'Bericht',
};

/** What a round is about, as far as its reader may read that by itself. */
export function SubjectLine({ subject }: { readonly subject: Subject }): JSX.Element {
  const { kind, id, edition, name } = subject;
  if (name === null) return <>{kinds[kind]}</>;
  const href =
    kind === 'profile'
      ? `/ontwikkeling/functieprofielen/${id}?versie=${edition}`
      : kind === 'pilot'
        ? `/ontwikkeling/pilots/${id}`
        : undefined;
  const words = (
    <bdi>
      {name}
      {edition !== null && `, versie ${edition}`}
    </bdi>
  );
  return (
    <>
      {kinds[kind]}: {href === undefined ? words : <a href={href}>{words}</a>}
    </>
  );
}
