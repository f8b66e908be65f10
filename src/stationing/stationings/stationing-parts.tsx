/** A stationing as lists and pages of other things show it. */
import type { JSX } from 'preact';
import { showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { dagdelenAWeek } from '../specialists/specialist.words.ts';
import type { Stationing, StationingRow } from './stationing.store.ts';
import { statusWords } from './stationing.words.ts';

export const listPath = '/inzet/stationeringen';

export const titleOf = ({ specialist, place }: Stationing) => `${specialist.name} bij ${place.name}`;

export function StationingBadge({
  stationing: { status, evaluationLate },
}: {
  readonly stationing: Pick<StationingRow, 'status' | 'evaluationLate'>;
}): JSX.Element {
  return evaluationLate ? (
    <StateBadge tone="alert" label="Evaluatie te laat" />
  ) : (
    <StateBadge {...statusWords[status]} />
  );
}

interface StationingCardsProps {
  readonly stationings: readonly StationingRow[];
  /** The card is named after who comes, or after the place when who is clear. */
  readonly by: 'person' | 'place';
}

/** Stationings as cards, each a way to its page. */
export function StationingCards({ stationings, by }: StationingCardsProps): JSX.Element {
  return (
    <CardList>
      {stationings.map((one) => (
        <Card
          key={one.id}
          title={by === 'person' ? one.specialist.name : one.place.name}
          href={`${listPath}/${one.id}`}
          badge={<StationingBadge stationing={one} />}
          meta={
            <>
              {by === 'person' && (
                <>
                  <bdi>{one.place.name}</bdi>
                  {' · '}
                </>
              )}
              {showPeriod(one.from, one.to)}
            </>
          }
        >
          {dagdelenAWeek(one.dagdelen)}
          {one.place.kind === 'board' && one.schools.length > 0 && (
            <>
              {', '}
              <bdi>{list(one.schools.map(({ name }) => name))}</bdi>
            </>
          )}
        </Card>
      ))}
    </CardList>
  );
}
