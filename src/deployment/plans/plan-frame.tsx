/** What every view of a plan shares: what was found, what can be done, and the ways to look at it. */
import type { ComponentChildren, JSX } from 'preact';
import { changesWords, say } from '../../planner/index.ts';
import { addDays, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { Button, ConfirmBox, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb, Tabs } from '../../platform/ui/navigate.tsx';
import { Notice, StateBadge } from '../../platform/ui/parts.tsx';
import { endOf, isClosed, isReady, mayMove } from './plan.rules.ts';
import type { Plan, PlanNames } from './plan.store.ts';
import { nameIn } from './plan.view.ts';
import { planStatusWords } from './plan.words.ts';
import { noBetterWords, provenWords, showNumber, statusTones } from './plan-figures.words.ts';
import { planPath, plansPath } from './plan-list.pages.tsx';
import type { PlanOnPage } from './plan-page.store.ts';
import { changesIn } from './planner.ts';

export const views = {
  wie: 'Per specialist',
  school: 'Per school',
  wacht: 'Wat blijft liggen',
  verdeling: 'Verdeling',
} as const;
export type View = keyof typeof views;
export const viewNames = ['wie', 'school', 'wacht', 'verdeling'] as const satisfies readonly View[];

/** The address of a view; the first page of the first one is the plan itself. */
export function viewPath(id: string, view: View, page = 1): string {
  const terms = new URLSearchParams({
    ...(view !== 'wie' && { toon: view }),
    ...(page > 1 && { pagina: String(page) }),
  });
  return terms.size === 0 ? planPath(id) : `${planPath(id)}?${terms}`;
}

/** «134 van 200 vragen krijgen iemand» */
export function findingWords({ best, phase }: Plan, { demands }: PlanNames): string {
  if (best === null)
    return phase === null ? 'De planner is hier niet aan begonnen' : 'Er is geen plan gevonden';
  const isQuestion = (id: string) => demands[id]?.kind !== 'expected';
  const taken = best.assignments.filter(({ demandId }) => isQuestion(demandId)).length;
  const all = taken + best.unplanned.filter(isQuestion).length;
  if (all === 0) return 'Er is geen open vraag';
  return `${taken} van ${count(all, 'vraag', 'vragen')} ${taken === 1 || all === 1 ? 'krijgt' : 'krijgen'} iemand`;
}

interface PlanFrameProps extends PlanOnPage {
  readonly view: View;
  readonly csrf: string;
  readonly children: ComponentChildren;
}

export function PlanFrame({ plan, names, facts, view, csrf, children }: PlanFrameProps): JSX.Element {
  const { id, status } = plan;
  const otherwise = changesIn(plan.asked);
  return (
    <>
      <Breadcrumb items={[{ href: plansPath, label: 'Plannen' }]} />
      <h1>
        {findingWords(plan, names)}
        {plan.best !== null && `; ${noBetterWords(plan)}`}
      </h1>
      <PlanLine plan={plan} />
      {otherwise.length > 0 && (
        <p>
          <strong>Wat als:</strong> {say(changesWords(otherwise, facts), nameIn(names))}.
        </p>
      )}
      {plan.best !== null &&
        plan.explanation !== null &&
        plan.explanation.value.toFixed(3) !== (plan.value ?? 0).toFixed(3) && (
          <Notice tone="info" title="Dit plan is met de hand veranderd">
            <p>De uitleg is van voor die verandering. Kies «Reken opnieuw» voor nieuwe uitleg.</p>
          </Notice>
        )}
      {!isClosed(status) && <Deeds plan={plan} csrf={csrf} />}
      {plan.best !== null && (
        <Tabs
          label="Bekijk het plan"
          items={viewNames.map((name) => ({
            href: viewPath(id, name),
            label: views[name],
            current: name === view,
          }))}
        />
      )}
      {children}
      {mayMove(status, 'discarded') && <LayAside plan={plan} csrf={csrf} />}
    </>
  );
}

interface PlanLineProps {
  readonly plan: Plan;
  /** The planner is at it: what it does is told as it goes. */
  readonly running?: boolean;
}

/** What plan this is. */
export function PlanLine({ plan, running = false }: PlanLineProps): JSX.Element {
  const { name, startsOn, weeks, status, value, marks, publishedAt } = plan;
  return (
    <p class="lead">
      <bdi>{name}</bdi>{' '}
      {!running && <StateBadge tone={statusTones[status]} label={planStatusWords[status]} />}
      <br />
      {showPeriod(startsOn, addDays(endOf(startsOn, weeks), -1))}.{' '}
      {value !== null && `${showNumber(value)} punten, ${provenWords(plan)}. `}
      {marks.length > 0 && `${count(marks.length, 'keer', 'keer')} vastgezet of uitgesloten. `}
      {publishedAt !== null && `Gepubliceerd op ${showMoment(publishedAt)}.`}
    </p>
  );
}

function Deeds({ plan, csrf }: { readonly plan: Plan; readonly csrf: string }): JSX.Element {
  const { id, version, status } = plan;
  return (
    <form class="submit-row" method="post" action={`${planPath(id)}/opnieuw`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="_version" value={version} />
      {isReady(status) && <LinkButton href={`${planPath(id)}/publiceren`}>Publiceer dit plan</LinkButton>}
      <Button kind="secondary">Reken opnieuw</Button>
      {isReady(status) && (
        <>
          <LinkButton kind="secondary" href={`${planPath(id)}/vergelijken`}>
            Vergelijk
          </LinkButton>
          <LinkButton kind="quiet" href={`${plansPath}/nieuw?na=${id}`}>
            Volg dit plan na ziekte, of «wat als»
          </LinkButton>
        </>
      )}
    </form>
  );
}

function LayAside({ plan, csrf }: { readonly plan: Plan; readonly csrf: string }): JSX.Element {
  const { id, version, name } = plan;
  return (
    <ConfirmBox
      label="Leg dit plan weg"
      action={`${planPath(id)}/wegleggen`}
      csrf={csrf}
      version={version}
      confirm="Leg weg"
    >
      <p>
        «<bdi>{name}</bdi>» kan daarna niet meer worden veranderd of gepubliceerd. Niemand heeft er iets van
        gehoord.
      </p>
    </ConfirmBox>
  );
}
