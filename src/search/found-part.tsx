/** One kind of what was found. */
import type { JSX } from 'preact';
import type { Page } from '../platform/pure/cursor.ts';
import { CardList } from '../platform/ui/parts.tsx';
import type { Kind, SearchResult } from './search.actions.ts';

/** Kinds as they stand in an address, and in which order they are shown. */
export const kindNames = {
  zorgen: 'concern',
  vragen: 'question',
  praktijkkaarten: 'practiceNote',
  berichten: 'post',
  toezeggingen: 'promise',
  werkafspraken: 'rule',
  ontwikkeling: 'development',
  specialisten: 'specialist',
  stationeringen: 'stationing',
  scholen: 'school',
  mensen: 'person',
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kindNames;

const titles: Readonly<Record<KindName, string>> = {
  zorgen: 'Zorgen',
  vragen: 'Vragen',
  praktijkkaarten: 'Praktijkkaarten',
  berichten: 'Berichten',
  toezeggingen: 'Toezeggingen',
  werkafspraken: 'Werkafspraken',
  ontwikkeling: 'Plannen en ontwikkeling',
  specialisten: 'Specialisten',
  stationeringen: 'Stationeringen',
  scholen: 'Scholen',
  mensen: 'Mensen',
};

/** «3», or «meer dan 8» when there are more than fit: what is not shown is not counted. */
const countOf = ({ items, next }: Page<unknown>): string =>
  next === null ? `${items.length}` : `meer dan ${items.length}`;

/** How many of each kind, and the way to them; nothing when there is one kind. */
export function Counts({ result }: { readonly result: SearchResult }): JSX.Element | null {
  const names = (Object.keys(kindNames) as readonly KindName[]).filter(
    (name) => result[kindNames[name]].items.length > 0,
  );
  if (names.length < 2) return null;
  return (
    <nav aria-label="Gevonden per soort">
      <ul class="links" role="list">
        {names.map((name) => (
          <li key={name}>
            <a href={`#gevonden-${name}`}>{titles[name]}</a> ({countOf(result[kindNames[name]])})
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface PartProps<T> {
  readonly name: KindName;
  readonly found: Page<T>;
  readonly sealed: string;
  readonly only: KindName | undefined;
  readonly children: (item: T) => JSX.Element;
}

/** One kind of what was found, with the way to more of it; nothing when there is none. */
export function Part<T>({ name, found, sealed, only, children }: PartProps<T>): JSX.Element | null {
  if (found.items.length === 0) return null;
  const address = (more: Readonly<Record<string, string>>) =>
    `/zoeken?${new URLSearchParams({ z: sealed, ...more })}`;
  return (
    <section class="stack" aria-labelledby={`gevonden-${name}`}>
      <h2 id={`gevonden-${name}`}>
        {titles[name]}
        {only === undefined && ` (${countOf(found)})`}
      </h2>
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
