/** What was found, by kind. */
import type { JSX } from 'preact';
import { wordsAbout } from '../concerns/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { type CivilDate, dayOf, showDate } from '../platform/pure/dates.ts';
import { list } from '../platform/pure/text.ts';
import { Card, Empty } from '../platform/ui/parts.tsx';
import { statusWordsIn, usedWords } from '../questions/index.ts';
import { appointmentName } from '../registers/index.ts';
import { OfDeployment, OfNews } from './found-more.tsx';
import { Counts, type KindName, Part } from './found-part.tsx';
import type { SearchResult } from './search.actions.ts';

export interface Shown {
  readonly actor: Actor;
  readonly result: SearchResult;
  readonly sealed: string;
  readonly only: KindName | undefined;
  readonly today: CivilDate;
}

export function Results({ actor, result, sealed, only, today }: Shown): JSX.Element {
  const { concern, question, practiceNote, school, person } = result;
  const part = { sealed, only };
  if (Object.values(result).every(({ items }) => items.length === 0)) {
    return (
      <Empty
        title="Niets gevonden"
        text="Probeer een ander woord, of minder woorden. U vindt alleen wat u mag zien."
      />
    );
  }
  return (
    <>
      {only === undefined && <Counts result={result} />}
      <Part {...part} name="zorgen" found={concern}>
        {(one) => (
          <Card
            key={one.id}
            href={`/zorgen/${one.id}`}
            title={`${one.school.name} ${one.number}`}
            meta={`${wordsAbout[one.about].status[one.status]}, bijgewerkt ${showDate(dayOf(one.touchedAt))}`}
          >
            {one.theme !== null && <p dir="auto">{one.theme}</p>}
          </Card>
        )}
      </Part>
      <Part {...part} name="vragen" found={question}>
        {(one) => (
          <Card
            key={one.id}
            href={`/vragen/${one.id}`}
            title={one.title ?? 'Vraag over een leerling'}
            meta={`${one.school.name} ${one.number}, ${statusWordsIn(actor.tenant.labels)[one.status].toLowerCase()}, bijgewerkt ${showDate(dayOf(one.touchedAt))}`}
          />
        )}
      </Part>
      <Part {...part} name="praktijkkaarten" found={practiceNote}>
        {(one) => (
          <Card
            key={one.id}
            href={`/praktijkkaarten/${one.id}`}
            title={one.title}
            meta={usedWords(one.used)}
          />
        )}
      </Part>
      <OfNews {...{ result, part, today }} />
      <OfDeployment {...{ result, part }} />
      <Part {...part} name="scholen" found={school}>
        {(one) => (
          <Card
            key={one.id}
            href={`/scholen/${one.code}`}
            title={one.name}
            meta={[one.code, one.city, one.board].filter(Boolean).join(', ')}
          />
        )}
      </Part>
      <Part {...part} name="mensen" found={person}>
        {(one) => (
          <Card
            key={one.id}
            href={`/mensen/${one.id}`}
            title={one.name}
            meta={list(
              one.appointments.slice(0, 3).map((held) => appointmentName(held, actor.tenant.labels)),
            )}
          />
        )}
      </Part>
    </>
  );
}
