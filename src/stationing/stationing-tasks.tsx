/** On the start page: visits to answer, and stationings to agree to or evaluate. */
import type { JSX } from 'preact';
import { Card, CardList } from '../platform/ui/parts.tsx';
import type { StationingsWaiting } from './stationings/stationing.store.ts';

/** Many at once on one page: here is only that there are some. */
function VisitsToAnswer({ visits }: { readonly visits: number }): JSX.Element {
  const title = visits === 1 ? 'Bevestig 1 bezoek' : `Bevestig ${visits} bezoeken`;
  return (
    <CardList>
      <Card title={title} href="/inzet/bezoeken">
        Een specialist was bij u op school. Klopt wat er staat?
      </Card>
    </CardList>
  );
}

interface StationingTasksProps {
  readonly visits: number;
  readonly stationings: StationingsWaiting;
  /** Nothing else waits above it. */
  readonly first: boolean;
}

export function StationingTasks({ visits, stationings, first }: StationingTasksProps): JSX.Element | null {
  const { toAgree, toEvaluate } = stationings;
  if (visits + toAgree + toEvaluate === 0) return null;
  return (
    <>
      {first && <h2>Dit wacht op u</h2>}
      {visits > 0 && <VisitsToAnswer visits={visits} />}
      {toAgree + toEvaluate > 0 && <ToSettle stationings={stationings} />}
    </>
  );
}

function ToSettle({ stationings }: { readonly stationings: StationingsWaiting }): JSX.Element {
  const { toAgree, toEvaluate } = stationings;
  return (
    <CardList>
      {toAgree > 0 && (
        <Card
          title={toAgree === 1 ? 'Een voorstel wie bij u komt' : `${toAgree} voorstellen wie bij u komt`}
          href="/inzet/stationeringen?toon=voorgesteld"
        >
          Bent u akkoord met wie komt, hoeveel en hoe lang? Antwoorden kan ook.
        </Card>
      )}
      {toEvaluate > 0 && (
        <Card
          title={toEvaluate === 1 ? 'Evalueer 1 stationering' : `Evalueer ${toEvaluate} stationeringen`}
          href="/inzet/stationeringen"
        >
          Schrijf op wat het bracht, en wat er nog nodig is.
        </Card>
      )}
    </CardList>
  );
}
