import type { ComponentChildren, JSX } from 'preact';
import { LinkButton } from './form.tsx';
import { Icon } from './icons.tsx';
import type { Link } from './parts.tsx';

export interface TimelineItem {
  readonly id: string;
  /** Machine-readable date or instant for `<time datetime>`. */
  readonly at: string;
  /** The same moment as people say it. */
  readonly when: string;
  readonly who: string;
  readonly title: string;
  readonly badge?: ComponentChildren;
  readonly body?: ComponentChildren;
}

/** What happened, oldest first; each entry has an address of its own (`#id`). */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }): JSX.Element {
  return (
    <ol class="timeline" role="list">
      {items.map((item) => (
        <li key={item.id} id={item.id} class="timeline__item">
          <div class="timeline__head">
            <h3 class="timeline__title">{item.title}</h3>
            {item.badge}
          </div>
          <p class="timeline__meta">
            <time datetime={item.at}>{item.when}</time>
            <bdi>{item.who}</bdi>
          </p>
          {item.body && <div class="timeline__body">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}

export type Step = AllowedStep | RefusedStep;

export interface AllowedStep {
  readonly label: string;
  readonly allowed: true;
  /** Where the step is taken. */
  readonly href: string;
}

export interface RefusedStep {
  readonly label: string;
  readonly allowed: false;
  /** All that is still missing, in whole sentences. */
  readonly reasons: readonly string[];
  /** What the reader can do now to get there. */
  readonly nextStep?: string | Link | undefined;
}

/** What can be done now, and what cannot be done yet and why. */
export function Steps({ steps }: { readonly steps: readonly Step[] }): JSX.Element {
  const allowed = steps.filter((step) => step.allowed);
  const refused = steps.filter((step) => !step.allowed);
  return (
    <div class="steps">
      {allowed.length > 0 && (
        <ul class="steps__allowed" role="list">
          {allowed.map((step, index) => (
            <li key={step.label}>
              <LinkButton href={step.href} kind={index === 0 ? 'primary' : 'secondary'}>
                {step.label}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {refused.map((step) => (
        <Refusal key={step.label} step={step} />
      ))}
    </div>
  );
}

function Refusal({ step }: { readonly step: RefusedStep }): JSX.Element {
  const next = step.nextStep;
  return (
    <details class="fold steps__refused">
      <summary class="fold__summary">
        <Icon name="lock" />
        <span>
          {step.label} <span class="steps__not-yet">kan nu nog niet</span>
        </span>
      </summary>
      <div class="fold__body">
        <ul>
          {step.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {next && (
          <p class="steps__next">
            Volgende stap: {typeof next === 'string' ? next : <a href={next.href}>{next.label}</a>}
          </p>
        )}
      </div>
    </details>
  );
}
