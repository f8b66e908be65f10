import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icons.tsx';
import type { Link } from './parts.tsx';

/** The way back up; the last item is the page itself and stands in its `h1`, so it is not repeated here. */
export function Breadcrumb({ items }: { readonly items: readonly Link[] }): JSX.Element {
  return (
    <nav aria-label="Kruimelpad" class="breadcrumb">
      <ol role="list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>
              <bdi>{item.label}</bdi>
            </a>
            <Icon name="chevron" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface TabsProps {
  /** Name of the group for a screen reader. */
  readonly label: string;
  readonly items: readonly (Link & { readonly current: boolean })[];
}

/** Views of the same thing, each with its own address. */
export function Tabs({ label, items }: TabsProps): JSX.Element {
  return (
    <nav aria-label={label} class="tabs">
      <ul role="list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PagingProps {
  /** Address of the next page, when there is one. */
  readonly next?: string | undefined;
  /** Address of the first page, when this is not it. */
  readonly first?: string | undefined;
}

/** Keyset paging: on, or back to the start. Nothing when all fits on one page. */
export function Paging({ next, first }: PagingProps): JSX.Element | null {
  if (!next && !first) return null;
  return (
    <nav aria-label="Bladeren" class="paging">
      {next && (
        <a class="button button--secondary" href={next} rel="next">
          Volgende
          <Icon name="chevron" />
        </a>
      )}
      {first && (
        <a class="button button--quiet" href={first}>
          Naar het begin
        </a>
      )}
    </nav>
  );
}

interface FilterProps {
  readonly action: string;
  /** Name of the form for a screen reader, for instance «Zorgen zoeken». */
  readonly label: string;
  /** Fields such as `Search` and `Select`. */
  readonly children: ComponentChildren;
  /** Address without any filter; give it only when something is filtered. */
  readonly clear?: string | undefined;
}

/** Narrows a list by its address, so that a filtered list can be kept and shared. */
export function Filter({ action, label, children, clear }: FilterProps): JSX.Element {
  return (
    <search>
      <form class="filter" method="get" action={action} aria-label={label}>
        {children}
        <div class="filter__buttons">
          <button class="button button--secondary" type="submit">
            Toon
          </button>
          {clear && (
            <a class="button button--quiet" href={clear}>
              Wis filter
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

interface SearchProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
}

/** A search field for inside a `Filter`. */
export function Search({ name, label, value }: SearchProps): JSX.Element {
  return (
    <div class="field field--search">
      <label class="field__label" for={name}>
        {label}
      </label>
      <div class="search">
        <Icon name="search" />
        <input class="input" type="search" id={name} name={name} value={value} dir="auto" />
      </div>
    </div>
  );
}
