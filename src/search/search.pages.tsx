/** /zoeken: one field, and what was found by kind. The words travel sealed, never readable in an address. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { wordsAbout } from '../concerns/index.ts';
import { optionalText } from '../platform/input.ts';
import { cursorQuery, momentCursorQuery } from '../platform/paging.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { dayOf, showDate } from '../platform/pure/dates.ts';
import { list } from '../platform/pure/text.ts';
import { getPage, postPage, type Route } from '../platform/route.ts';
import { Search } from '../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../platform/ui/parts.tsx';
import { statusWordsIn, usedWords } from '../questions/index.ts';
import { appointmentName } from '../registers/index.ts';
import { openWords, sealWords } from './sealed-words.ts';
import { type Found, isByMoment, type Kind, type SearchResult, search } from './search.actions.ts';
import { wantedBy } from '../platform/pure/wanted.ts';

/** Of each kind on the first page; a whole page when one kind is asked. */
const few = 8;
const perPage = 50;

const kindNames = {
  zorgen: 'concern',
  vragen: 'question',
  praktijkkaarten: 'practiceNote',
  scholen: 'school',
  mensen: 'person',
} as const satisfies Record<string, Kind>;
type KindName = keyof typeof kindNames;

const query = z.object({
  z: z.string().max(2_000).optional(),
  soort: z.enum(['zorgen', 'vragen', 'praktijkkaarten', 'scholen', 'mensen']).optional().catch(undefined),
  na: z.string().max(500).optional(),
});

/** From another page one kind alone may be asked. */
const sentWords = z.object({ q: optionalText(200), soort: query.shape.soort });

export const searchPages: readonly Route[] = [
  getPage(
    '/zoeken',
    'member',
    async ({ actor, deed, csrf, query: asked }) => {
      const words = asked.z === undefined ? undefined : openWords(asked.z, csrf);
      if (words === undefined || asked.z === undefined || wantedBy(words) === undefined) {
        return { kind: 'html', title: 'Zoeken', body: <SearchPage csrf={csrf} words={words ?? ''} /> };
      }
      const kind = asked.soort === undefined ? undefined : kindNames[asked.soort];
      // A bookmark that is not one of ours begins at the beginning.
      const after = (isByMoment(kind) ? momentCursorQuery : cursorQuery).safeParse(asked.na);
      const result = await search(deed, actor, {
        q: words,
        kind,
        limit: kind === undefined ? few : perPage,
        after: kind === undefined || !after.success ? undefined : after.data,
      });
      const shown = { actor, result, sealed: asked.z, only: asked.soort };
      return {
        kind: 'html',
        title: 'Zoeken',
        body: <SearchPage csrf={csrf} words={words} shown={shown} />,
      };
    },
    query,
  ),
  postPage('/zoeken', 'member', sentWords, async ({ input, csrf }) => {
    const { q: words = '', soort } = input.parsed.ok ? input.parsed.value : {};
    const only = soort === undefined ? '' : `&soort=${soort}`;
    return { kind: 'redirect', to: words === '' ? '/zoeken' : `/zoeken?z=${sealWords(words, csrf)}${only}` };
  }),
];

interface Shown {
  readonly actor: Actor;
  readonly result: SearchResult;
  readonly sealed: string;
  readonly only: KindName | undefined;
}

interface SearchPageProps {
  readonly csrf: string;
  readonly words: string;
  readonly shown?: Shown;
}

function SearchPage({ csrf, words, shown }: SearchPageProps): JSX.Element {
  return (
    <>
      <h1>Zoeken</h1>
      <p class="lead">
        In zorgen en vragen die u mag lezen, praktijkkaarten, scholen en mensen van uw samenwerkingsverband.
      </p>
      <search>
        <form class="filter" method="post" action="/zoeken" aria-label="Zoeken">
          <input type="hidden" name="_csrf" value={csrf} />
          <Search name="q" label="Waar zoekt u naar?" value={words} />
          <div class="filter__buttons">
            <button class="button button--primary" type="submit">
              Zoek
            </button>
          </div>
        </form>
      </search>
      {shown === undefined ? <Hints typed={words !== ''} /> : <Results {...shown} />}
    </>
  );
}

function Hints({ typed }: { readonly typed: boolean }): JSX.Element {
  return typed ? (
    <Empty title="Dit is te kort om op te zoeken" text="Typ een woord van minstens twee letters." />
  ) : (
    <p>
      Een paar woorden is genoeg. Een typfout mag. U kunt ook het nummer van een zorg of vraag typen, of de
      code van een school. Vindt u een woord in een zorg, dan staat dat in «Wie weet dit?» van die zorg.
    </p>
  );
}

function Results({ actor, result, sealed, only }: Shown): JSX.Element {
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

interface PartProps<T> {
  readonly name: KindName;
  readonly title: string;
  readonly found: Found<T>;
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
