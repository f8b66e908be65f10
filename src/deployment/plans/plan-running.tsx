/** A plan while the planner works on it. A script keeps the figures up to date; without one the page is asked again. */
import type { JSX } from 'preact';
import { Button } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import type { Plan } from './plan.store.ts';
import { progressView } from './plan.view.ts';
import { provenWords, showNumber } from './plan-figures.words.ts';
import { PlanLine } from './plan-frame.tsx';
import { planPath, plansPath } from './plan-list.pages.tsx';
import { progressPath } from './progress.pages.ts';

export function PlanRunning({ plan, csrf }: { readonly plan: Plan; readonly csrf: string }): JSX.Element {
  const { id, value, bound, stopAsked } = plan;
  const { phase, statusWords, seconds, most } = progressView(plan);
  const figure = (n: number | null) => (n === null ? 'nog niet bekend' : `${showNumber(n)} punten`);
  return (
    <>
      <Breadcrumb items={[{ href: plansPath, label: 'Plannen' }]} />
      <h1>De planner werkt aan uw plan</h1>
      <PlanLine plan={{ ...plan, value: null }} running />
      <section class="planning" aria-label="Voortgang" data-plan-news={progressPath(id)}>
        <p class="planning__phase" role="status" data-news="phase">
          {phase ?? statusWords}
        </p>
        <progress class="planning__bar" max={most} value={seconds} aria-label="Rekentijd" />
        <dl class="facts">
          <Figure name="value" label="Beste tot nu toe" text={figure(value)} />
          <Figure name="bound" label="Beter kan geen plan" text={figure(bound)} />
          <Figure name="gap" label="Bewijs" text={provenWords(plan)} />
          <Figure
            name="seconds"
            label="Gerekend"
            text={`${showNumber(seconds)} van hoogstens ${showNumber(most)} seconden`}
          />
        </dl>
        <figure class="planning__figure" hidden>
          <svg class="planning__line" viewBox="0 0 600 160" aria-hidden="true">
            <path class="planning__bound" />
            <path class="planning__value" />
          </svg>
          <figcaption>
            Onder het beste plan tot nu toe, boven wat geen plan kan overtreffen. Hoe dichter bij elkaar, hoe
            beter bewezen.
          </figcaption>
        </figure>
      </section>
      {stopAsked ? (
        <p>De planner stopt en schrijft de uitleg bij het beste plan tot nu toe.</p>
      ) : (
        <form method="post" action={`${planPath(id)}/stoppen`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Button kind="secondary">Stop met het beste tot nu toe</Button>
        </form>
      )}
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

function Figure({ name, label, text }: FigureProps): JSX.Element {
  return (
    <div class="facts__item">
      <dt>{label}</dt>
      <dd data-news={name}>{text}</dd>
    </div>
  );
}
