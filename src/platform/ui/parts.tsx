import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icons.tsx';

export type NoticeTone = 'info' | 'good' | 'warning' | 'error';

/** What a state asks of the reader; each tone has a shape of its own beside its colour. */
export type StateTone = 'quiet' | 'new' | 'busy' | 'waiting' | 'good' | 'done' | 'alert';

export interface Link {
  readonly href: string;
  readonly label: string;
}

const noticeIcons = { info: 'info', good: 'check', warning: 'alert', error: 'alert' } as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  /** Is read aloud by itself: for the answer to what was just done. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

/** A message with a title; the title alone is enough for short ones. */
export function Notice({ tone, title, live, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice--${tone}`} role={live ? 'status' : undefined}>
      <Icon name={noticeIcons[tone]} />
      <div class="notice__body">
        <p class="notice__title">{title}</p>
        {children}
      </div>
    </div>
  );
}

const stateShapes: Readonly<Record<StateTone, JSX.Element>> = {
  quiet: <circle cx="6" cy="6" r="4" />,
  new: <path class="filled" d="M6 .8 7.6 4.4l3.8.4-2.9 2.5.9 3.8L6 9.1l-3.4 2 .9-3.8L.6 4.8l3.8-.4Z" />,
  busy: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path class="filled" d="M6 1.5a4.5 4.5 0 0 1 0 9Z" />
    </>
  ),
  waiting: <path d="M2.5 1.5h7L6 6Zm0 9h7L6 6Z" />,
  good: <circle class="filled" cx="6" cy="6" r="4.5" />,
  done: <path d="m1.5 6.5 3 3 6-7" />,
  alert: <path class="filled" d="M6 1 11.5 11H.5Z" />,
};

/** The state of a thing in one or two words. */
export function StateBadge({
  tone,
  label,
}: {
  readonly tone: StateTone;
  readonly label: string;
}): JSX.Element {
  return (
    <span class={`badge badge--${tone}`}>
      <svg class="badge__shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {stateShapes[tone]}
      </svg>
      {label}
    </span>
  );
}

/** A plain label, such as a theme or a place. */
export function Badge({ label }: { readonly label: string }): JSX.Element {
  return (
    <span class="badge badge--plain" dir="auto">
      {label}
    </span>
  );
}

/** What somebody wrote: keeps its line breaks and its own direction, never its markup. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="prose" dir="auto">
      {text}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly action?: ComponentChildren;
}

/** What stands where a list would stand, with what the reader can do about it. */
export function Empty({ title, text, action }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      <p>{text}</p>
      {action}
    </div>
  );
}

interface CardProps {
  readonly title: string;
  readonly href?: string | undefined;
  readonly badge?: ComponentChildren;
  /** Small line under the title: place, date. */
  readonly meta?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** One thing in a `CardList`; with `href` the whole card can be clicked. */
export function Card({ title, href, badge, meta, children }: CardProps): JSX.Element {
  return (
    <li class={href ? 'card card--link' : 'card'}>
      <div class="card__head">
        <h3 class="card__title">
          <bdi>{href ? <a href={href}>{title}</a> : title}</bdi>
        </h3>
        {badge}
      </div>
      {meta && <p class="card__meta">{meta}</p>}
      {children && <div class="card__body">{children}</div>}
    </li>
  );
}

/** Holds `Card`s. */
export function CardList({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <ul class="card-list" role="list">
      {children}
    </ul>
  );
}

export interface Signpost {
  readonly title: string;
  readonly text: string;
  readonly link?: Link | undefined;
}

interface SignpostsProps {
  readonly title: string;
  readonly items: readonly Signpost[];
}

/** Roads that lead elsewhere, shown before somebody writes in the wrong place. */
export function Signposts({ title, items }: SignpostsProps): JSX.Element {
  return (
    <details class="fold signposts">
      <summary class="fold__summary">
        <Icon name="signpost" />
        {title}
      </summary>
      <ul class="signposts__list" role="list">
        {items.map((item) => (
          <li key={item.title}>
            <p class="signposts__title">{item.title}</p>
            <p>{item.text}</p>
            {item.link && <a href={item.link.href}>{item.link.label}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface WhoProps {
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    /** Does not read along yet, but will after this step. */
    readonly joins?: boolean | undefined;
  }[];
}

/** Says before a step who will be able to read along afterwards. */
export function Who({ people }: WhoProps): JSX.Element {
  return (
    <section class="who" aria-labelledby="wie-leest-mee">
      <h2 class="who__title" id="wie-leest-mee">
        <Icon name="eye" />
        Wie leest dit straks mee?
      </h2>
      <ul class="who__list" role="list">
        {people.map((person) => (
          <li key={`${person.name} ${person.role}`}>
            <bdi class="who__name">{person.name}</bdi>
            <span class="who__role">{person.role}</span>
            {person.joins && <span class="who__joins">komt erbij</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
