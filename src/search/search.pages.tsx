/** /zoeken: one field, and what was found by kind. The words travel sealed, never readable in an address. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { optionalText } from '../platform/input.ts';
import { wantedBy } from '../platform/pure/wanted.ts';
import { getPage, postPage, type Route } from '../platform/route.ts';
import { Search } from '../platform/ui/navigate.tsx';
import { Empty } from '../platform/ui/parts.tsx';
import { type KindName, kindNames } from './found-part.tsx';
import { openWords, sealWords } from './sealed-words.ts';
import { cursorOf, search } from './search.actions.ts';
import { Results, type Shown } from './search-results.tsx';

/** Of each kind on the first page; a whole page when one kind is asked. */
const few = 8;
const perPage = 50;

const query = z.object({
  z: z.string().max(2_000).optional(),
  soort: z
    .enum(Object.keys(kindNames) as [KindName, ...KindName[]])
    .optional()
    .catch(undefined),
  na: z.string().max(500).optional(),
});

/** From another page one kind alone may be asked. */
const sentWords = z.object({ q: optionalText(200), soort: query.shape.soort });

export const searchPages: readonly Route[] = [
  getPage(
    '/zoeken',
    'member',
    async ({ actor, deed, csrf, query: asked, today }) => {
      const words = asked.z === undefined ? undefined : openWords(asked.z, csrf);
      if (words === undefined || asked.z === undefined || wantedBy(words) === undefined) {
        return { kind: 'html', title: 'Zoeken', body: <SearchPage csrf={csrf} words={words ?? ''} /> };
      }
      const kind = asked.soort === undefined ? undefined : kindNames[asked.soort];
      // A bookmark that is not one of ours begins at the beginning.
      const after = cursorOf(kind).safeParse(asked.na);
      const result = await search(deed, actor, {
        q: words,
        kind,
        limit: kind === undefined ? few : perPage,
        after: kind === undefined || !after.success ? undefined : after.data,
      });
      const shown = { actor, result, sealed: asked.z, only: asked.soort, today };
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
        In zorgen, vragen en nieuws die u mag lezen, praktijkkaarten, toezeggingen, werkafspraken,
        ontwikkeling, specialisten en stationeringen, scholen en mensen van uw samenwerkingsverband.
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
