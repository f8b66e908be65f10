/** The plan that holds now, every plan by itself, and the steps of its road. */
import type { JSX } from 'preact';
import type { z } from 'zod';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { backFrom } from '../form.ts';
import { Top } from '../words.tsx';
import { findMeasured } from './ambitions/measured.store.ts';
import { PlanFacts, Priorities } from './plan-shown.tsx';
import { rolesIn, takePlanStep } from './support-plan.actions.ts';
import { type PlanStepRequest, roadInputs } from './support-plan.input.ts';
import { isOpen, mayTakePlanStep, planWriters, type RoadStep } from './support-plan.rules.ts';
import { findPlans, getCurrentPlan, getPlan, type Plan, type PlanHead } from './support-plan.store.ts';
import { planLabels } from './support-plan.words.ts';
import { coveragePath, home, PlanBadge, planPath, plansPath } from './support-plan-parts.tsx';
import { canBeSent, roadSlugs, type SentStep, Ways } from './support-plan-steps.tsx';

type Reading = Call<Actor, object, unknown> & Page;

/** Plans beside the one that holds: of some decades. */
const mostPlans = 20;

export const supportPlanPages: readonly Route[] = [
  getPage(plansPath, 'member', async ({ actor, database }): Promise<PageAnswer> => {
    const [plan, all] = await database.read(actor, (reader) =>
      Promise.all([getCurrentPlan(reader, actor), findPlans(reader, actor, { limit: mostPlans })]),
    );
    const measured = await measuredOf({ actor, database }, plan);
    const writes = mayTakePlanStep('write', rolesIn(actor));
    const others = all.filter(({ id }) => id !== plan?.id).slice(0, mostPlans);
    return {
      kind: 'html',
      title: 'Ondersteuningsplan',
      body: (
        <>
          <div class="title-row">
            <h1>
              <bdi>{plan?.name ?? 'Ondersteuningsplan'}</bdi>
            </h1>
            {plan !== undefined && <PlanBadge status={plan.status} />}
          </div>
          <p class="lead">Wat we ons voor deze jaren voornamen, en hoe ver we zijn.</p>
          <div class="stack">
            {plan === undefined ? (
              <Empty
                title="Er is nog geen vastgesteld plan"
                text="Zodra het plan is vastgesteld, leest u het hier."
              />
            ) : (
              <>
                <PlanFacts plan={plan} />
                <Priorities plan={plan} measured={measured} writing={false} />
                <More plan={plan} />
              </>
            )}
            <Others plans={others} />
            {writes && (
              <p class="button-row">
                <LinkButton href={`${plansPath}/nieuw`} kind="secondary">
                  Begin een nieuw plan
                </LinkButton>
              </p>
            )}
          </div>
        </>
      ),
    };
  }),
  getPage(`${plansPath}/:id`, 'member', (call) => show(call)),
  step(
    'discuss',
    roadInputs.discuss,
    (input) => ({ step: 'discuss', ...input }),
    'Het overleg met de gemeenten staat er.',
  ),
  step(
    'consent',
    roadInputs.consent,
    (input) => ({ step: 'consent', ...input }),
    'De instemming van de OPR staat er.',
  ),
  step(
    'adopt',
    roadInputs.adopt,
    (input) => ({ step: 'adopt', ...input }),
    'Het plan is vastgesteld. Iedereen kan het nu lezen.',
  ),
  step(
    'reopen',
    roadInputs.reopen,
    (input) => ({ step: 'reopen', ...input }),
    'Het plan is weer een concept.',
  ),
];

/** The form of one step. */
function step<T>(
  name: RoadStep,
  input: z.ZodType<T>,
  request: (input: T) => PlanStepRequest,
  text: string,
): Route {
  return postPage(
    `${plansPath}/:id/${roadSlugs[name]}`,
    planWriters,
    input,
    async (call): Promise<PageAnswer> => {
      const id = idOf(call.params);
      if (id === undefined) return notFound;
      const { parsed, typed } = call.input;
      const outcome = parsed.ok
        ? await takePlanStep(call.deed, call.actor, id, request(parsed.value))
        : undefined;
      if (outcome?.outcome === 'taken')
        return { kind: 'redirect', to: planPath(id), flash: { tone: 'good', text } };
      const back = backFrom(parsed, outcome, planLabels, {
        dayPassed: ['on'],
        daysInOrder: ['on'],
        withGiven: ['with'],
        reasonsGiven: ['reasons'],
      });
      return show(call, { step: name, typed, back });
    },
  );
}

const measuredOf = ({ actor, database }: Pick<Reading, 'actor' | 'database'>, plan: Plan | undefined) =>
  database.read(actor, (reader) =>
    findMeasured(
      reader,
      actor.tenantId,
      (plan?.priorities ?? []).flatMap(({ ambitions }) => ambitions.map(({ measure }) => measure)),
    ),
  );

async function show(call: Reading, sent?: SentStep): Promise<PageAnswer> {
  const { actor, params, database, csrf, today } = call;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const plan = await database.read(actor, (reader) => getPlan(reader, actor, id));
  if (plan === undefined) return notFound;
  const measured = await measuredOf(call, plan);
  const writing = isOpen(plan.status) && mayTakePlanStep('revise', rolesIn(actor));
  const isHere = sent !== undefined && canBeSent(sent.step, plan, actor, today);
  return {
    kind: 'html',
    status: sent?.back.status ?? 200,
    title: plan.name,
    body: (
      <>
        <Top
          trail={[home]}
          name={plan.name}
          badge={<PlanBadge status={plan.status} />}
          errors={sent?.back.trouble.summary}
        />
        <div class="stack">
          <PlanFacts plan={plan} />
          {!isHere && <TypedBefore typed={sent?.typed ?? []} />}
          <Priorities plan={plan} measured={measured} writing={writing} />
          {plan.priorities.length === 0 && <p>Er staat nog geen speerpunt in dit plan.</p>}
          <Ways {...{ plan, actor, csrf, today, sent }} />
          <More plan={plan} />
        </div>
      </>
    ),
  };
}

const More = ({ plan }: { readonly plan: Plan }): JSX.Element => (
  <>
    {plan.status === 'adopted' && (
      <p>
        <a href={coveragePath(plan.id)}>Wat er per ambitie is gedaan, en wat nog niet</a>
      </p>
    )}
    <p>
      <a href={`${planPath(plan.id)}/geschiedenis`}>Hoe dit plan tot stand kwam en wat er veranderde</a>
    </p>
  </>
);

function Others({ plans }: { readonly plans: readonly PlanHead[] }): JSX.Element | null {
  if (plans.length === 0) return null;
  return (
    <>
      <h2>Andere plannen</h2>
      <CardList>
        {plans.map(({ id, name, from, to, status }) => (
          <Card
            key={id}
            title={name}
            href={planPath(id)}
            badge={<PlanBadge status={status} />}
            meta={showPeriod(from, to)}
          />
        ))}
      </CardList>
    </>
  );
}
