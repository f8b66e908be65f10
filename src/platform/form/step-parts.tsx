/** Parts of the page of a step: why there is no form now, and what happened since the writer began. */
import type { ComponentChildren, JSX } from 'preact';
import type { Entries } from '../input.ts';
import { showMoment } from '../pure/dates.ts';
import { Notice, Prose } from '../ui/parts.tsx';
import { TypedBefore } from './attempt.tsx';

interface NotNowProps {
  readonly unmet: readonly { readonly code: string; readonly detail: string }[];
  readonly typed: Entries;
  /** What can be done instead. */
  readonly children: ComponentChildren;
}

/** Everything that is missing before this step, and what can be done instead. */
export function NotNow({ unmet, typed, children }: NotNowProps): JSX.Element {
  return (
    <>
      <Notice tone="warning" title="Deze stap kan nu niet">
        <ul>
          {unmet.map((need) => (
            <li key={need.code}>{need.detail}</li>
          ))}
        </ul>
      </Notice>
      <TypedBefore typed={typed} />
      {children}
    </>
  );
}

interface NotYoursProps {
  /** «in deze zorg» */
  readonly where: string;
  /** The page that says who takes which step. */
  readonly protocol: string;
  readonly typed: Entries;
  readonly children: ComponentChildren;
}

/** The step belongs to somebody else. What was typed is shown, so that it is not lost. */
export function NotYours({ where, protocol, typed, children }: NotYoursProps): JSX.Element {
  return (
    <>
      <Notice tone="warning" title={`Deze stap hoort niet bij uw rol ${where}`}>
        <p>Met uw aanstelling van vandaag kunt u dit niet doen. Op de werkwijze staat wie welke stap zet.</p>
        <p>
          <a href={protocol}>Bekijk de werkwijze</a>
        </p>
      </Notice>
      <TypedBefore typed={typed} />
      {children}
    </>
  );
}

interface Since {
  readonly id: string;
  readonly who: string;
  readonly said: string;
  /** Where it stands. */
  readonly href: string;
  readonly at: string;
  readonly text: string | null;
}

interface NewSinceProps {
  readonly title: string;
  readonly entries: readonly Since[];
}

/** What happened since the version that the writer saw, in the words of whoever did it. */
export function NewSince({ title, entries }: NewSinceProps): JSX.Element {
  return (
    <Notice tone="warning" title={title}>
      {entries.length > 0 && <p>Nieuw sinds u deze pagina opende:</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <bdi>{entry.who}</bdi> <a href={entry.href}>{entry.said}</a>{' '}
            <time datetime={entry.at}>{showMoment(entry.at)}</time>
            {entry.text !== null && <Prose text={entry.text} />}
          </li>
        ))}
      </ul>
      <p>Wat u typte staat hieronder en is nog niet verstuurd. Klopt het nog? Verstuur het dan opnieuw.</p>
    </Notice>
  );
}
