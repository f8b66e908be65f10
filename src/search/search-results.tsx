/** What was found, by kind. */
import type { JSX } from 'preact';
import { wordsAbout } from '../concerns/index.ts';
import { addressOfPost } from '../news/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { Page } from '../platform/pure/cursor.ts';
import { dayOf, showDate } from '../platform/pure/dates.ts';
import { list } from '../platform/pure/text.ts';
import { Card, CardList, Empty } from '../platform/ui/parts.tsx';
import { statusWordsIn, usedWords } from '../questions/index.ts';
import { appointmentName } from '../registers/index.ts';
import type { Kind, SearchResult } from './search.actions.ts';

/** Kinds as they stand in an address. */
export const kindNames = {
  zorgen: 'concern',
  vragen: 'question',
  praktijkkaarten: 'practiceNote',
  berichten: 'post',
  toezeggingen: 'promise',
  ontwikkeling: 'development',
  scholen: 'school',
  mensen: 'person',
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kindNames;

export interface Shown {
  readonly actor: Actor;
  readonly result: SearchResult;
  readonly sealed: string;
  readonly only: KindName | undefined;
}

export function Results({ actor, result, sealed, only }: Shown): JSX.Element {
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
      <Part {...part} name="zorgen" title="Zorgen" found={concern}>
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
      <Part {...part} name="vragen" title="Vragen" found={question}>
        {(one) => (
          <Card
            key={one.id}
            href={`/vragen/${one.id}`}
            title={one.title ?? 'Vraag over een leerling'}
            meta={`${one.school.name} ${one.number}, ${statusWordsIn(actor.tenant.labels)[one.status].toLowerCase()}, bijgewerkt ${showDate(dayOf(one.touchedAt))}`}
          />
        )}
      </Part>
      <Part {...part} name="praktijkkaarten" title="Praktijkkaarten" found={practiceNote}>
        {(one) => (
          <Card
            key={one.id}
            href={`/praktijkkaarten/${one.id}`}
            title={one.title}
            meta={usedWords(one.used)}
          />
        )}
      </Part>
      <OfNews {...{ result, part }} />
      <Part {...part} name="scholen" title="Scholen" found={school}>
        {(one) => (
          <Card
            key={one.id}
            href={`/scholen/${one.code}`}
            title={one.name}
            meta={[one.code, one.city, one.board].filter(Boolean).join(', ')}
          />
        )}
      </Part>
      <Part {...part} name="mensen" title="Mensen" found={person}>
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

interface OfNewsProps {
  readonly result: SearchResult;
  readonly part: Pick<Shown, 'sealed' | 'only'>;
}

const developmentPlaces = {
  pilot: ['/ontwikkeling/pilots', 'Pilot'],
  profile: ['/ontwikkeling/functieprofielen', 'Functieprofiel'],
  consultation: ['/ontwikkeling/consultaties', 'Consultatie'],
} as const;

function OfNews({ result: { post, promise, development }, part }: OfNewsProps): JSX.Element {
  return (
    <>
      <Part {...part} name="berichten" title="Berichten" found={post}>
        {(one) => (
          <Card
            key={one.id}
            href={addressOfPost(one.slug, one.code)}
            title={one.title}
            meta={one.publishedAt === null ? 'Concept' : showDate(dayOf(one.publishedAt))}
          />
        )}
      </Part>
      <Part {...part} name="toezeggingen" title="Toezeggingen" found={promise}>
        {(one) => (
          <Card
            key={one.id}
            href={addressOfPost(one.post.slug, one.post.code)}
            title={one.sentence}
            meta={one.kept ? 'Gehouden' : `Open, uiterlijk ${showDate(one.dueOn)}`}
          />
        )}
      </Part>
      <Part {...part} name="ontwikkeling" title="Ontwikkeling" found={development}>
        {(one) => {
          const [place, what] = developmentPlaces[one.kind];
          return <Card key={one.id} href={`${place}/${one.id}`} title={one.name} meta={what} />;
        }}
      </Part>
    </>
  );
}

interface PartProps<T> {
  readonly name: KindName;
  readonly title: string;
  readonly found: Page<T>;
  readonly sealed: string;
  readonly only: KindName | undefined;
  readonly children: (item: T) => JSX.Element;
}

/** One kind of what was found, with the way to more of it; nothing when there is none. */
function Part<T>({ name, title, found, sealed, only, children }: PartProps<T>): JSX.Element | null {
  if (found.items.length === 0) return null;
  const address = (more: Readonly<Record<string, string>>) =>
    `/zoeken?${new URLSearchParams({ z: sealed, ...more })}`;
  return (
    <section class="stack" aria-labelledby={`gevonden-${name}`}>
      <h2 id={`gevonden-${name}`}>{title}</h2>
      <CardList>{found.items.map(children)}</CardList>
      {found.next !== null && (
        <p>
          <a href={address({ soort: name, ...(only !== undefined && { na: found.next }) })}>
            {only === undefined ? `Alle ${name} met deze woorden` : 'Volgende'}
          </a>
        </p>
      )}
      {only !== undefined && (
        <p>
          <a href={address({})}>Alles wat gevonden is</a>
        </p>
      )}
    </section>
  );
}
