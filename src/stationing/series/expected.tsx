/** Visits that fixed days promise: one tap writes them down as they usually are. */
import type { JSX } from 'preact';
import { showDay } from '../../platform/pure/dates.ts';
import { Button, LinkButton } from '../../platform/ui/form.tsx';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { kindWords, showMinutes } from '../visits/visit.words.ts';
import type { Expected } from './series.store.ts';

interface ExpectedVisitsProps {
  readonly expected: readonly Expected[];
  readonly csrf: string;
}

export function ExpectedVisits({ expected, csrf }: ExpectedVisitsProps): JSX.Element | null {
  if (expected.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="vaste-dagen">
      <h2 id="vaste-dagen">Van uw vaste dagen</h2>
      <p>Bent u er geweest? Een tik legt het bezoek vast, eerlijk verdeeld over uw vragen van die school.</p>
      <CardList>
        {expected.map((visit) => (
          <Card
            key={`${visit.seriesId} ${visit.date}`}
            title={`${visit.schoolName}, ${showDay(visit.date)}`}
            meta={`${showMinutes(visit.minutes)} · ${kindWords[visit.kind]}`}
          >
            <form class="submit-row" method="post" action="/inzet/bezoeken/verwacht">
              <input type="hidden" name="_csrf" value={csrf} />
              <input type="hidden" name="_key" value={`${visit.seriesId}-${visit.date}`} />
              <input type="hidden" name="series" value={visit.seriesId} />
              <input type="hidden" name="date" value={visit.date} />
              <Button>Leg vast</Button>
              <LinkButton href={formFor(visit)} kind="secondary">
                Pas eerst aan
              </LinkButton>
            </form>
          </Card>
        ))}
      </CardList>
    </section>
  );
}

const formFor = ({ schoolCode, date, minutes, kind }: Expected) =>
  `/inzet/bezoeken/nieuw?${new URLSearchParams({ school: schoolCode, op: date, minuten: `${minutes}`, soort: kind })}`;
