/** What its reader can do with a plan: the next step of its road, and back to its writers. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { DateField, TextField } from '../../platform/ui/fields.tsx';
import { Button, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { Back } from '../form.ts';
import { needWords } from '../needs.words.ts';
import { planFacts, rolesIn } from './support-plan.actions.ts';
import { isOpen, mayTakePlanStep, type RoadStep, roadSteps, unmetByPlan } from './support-plan.rules.ts';
import type { Plan } from './support-plan.store.ts';
import { planLabels, roadWords } from './support-plan.words.ts';
import { planPath } from './support-plan-parts.tsx';

/** Below the address of a plan. */
export const roadSlugs: Readonly<Record<RoadStep, string>> = {
  discuss: 'overleg',
  consent: 'instemming',
  adopt: 'vaststellen',
  reopen: 'terug',
};

export interface SentStep {
  readonly step: RoadStep;
  readonly typed: Entries;
  readonly back: Back;
}

/** Whether the form of a step is on the page of a plan. */
export const canBeSent = (step: RoadStep, plan: Plan, actor: Actor, today: CivilDate): boolean =>
  mayTakePlanStep(step, rolesIn(actor)) && unmetByPlan(step, planFacts(plan, today)).length === 0;

interface WaysProps {
  readonly plan: Plan;
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: CivilDate;
  /** A form that comes back. */
  readonly sent: SentStep | undefined;
}

export function Ways({ plan, actor, csrf, today, sent }: WaysProps): JSX.Element | null {
  const roles = rolesIn(actor);
  const facts = planFacts(plan, today);
  const mine = roadSteps.filter(
    (step) =>
      mayTakePlanStep(step, roles) && !unmetByPlan(step, facts).some((need) => need === 'stateAllows'),
  );
  if (!mayTakePlanStep('revise', roles) || plan.status === 'adopted') return null;
  return (
    <>
      <p class="button-row">
        {isOpen(plan.status) && (
          <LinkButton href={`${planPath(plan.id)}/bewerken`} kind="secondary">
            Pas naam en periode aan
          </LinkButton>
        )}
        <LinkButton href={`${planPath(plan.id)}/document`} kind="secondary">
          Documenten toevoegen
        </LinkButton>
      </p>
      {mine.map((step) => (
        <StepForm
          key={step}
          step={step}
          plan={plan}
          csrf={csrf}
          today={today}
          lacks={unmetByPlan(step, facts).map((need) => needWords[need])}
          sent={sent?.step === step ? sent : undefined}
        />
      ))}
    </>
  );
}

interface StepFormProps extends Pick<WaysProps, 'plan' | 'csrf' | 'today'> {
  readonly step: RoadStep;
  readonly lacks: readonly string[];
  readonly sent: SentStep | undefined;
}

function StepForm({ step, plan, csrf, today, lacks, sent }: StepFormProps): JSX.Element {
  const form: Filled = {
    typed: sent?.typed ?? [],
    errors: sent?.back.trouble.fields ?? [],
    labels: planLabels,
  };
  return (
    <section class="stack" aria-labelledby={`stap-${step}`}>
      <h2 id={`stap-${step}`}>{roadWords[step]}</h2>
      {lacks.length > 0 ? (
        <Notice tone="info" title="Dit kan nog niet">
          <ul>
            {lacks.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form
          action={`${planPath(plan.id)}/${roadSlugs[step]}`}
          csrf={csrf}
          idempotencyKey={newId()}
          version={plan.version}
        >
          <StepFields step={step} form={form} today={today} />
          <p class="button-row">
            <Button kind={step === 'reopen' ? 'secondary' : 'primary'}>{buttons[step]}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}

const buttons: Readonly<Record<RoadStep, string>> = {
  discuss: 'Leg het overleg vast',
  consent: 'Leg de instemming vast',
  adopt: 'Stel het plan vast',
  reopen: 'Zet terug naar concept',
};

function StepFields({
  step,
  form,
  today,
}: {
  readonly step: RoadStep;
  readonly form: Filled;
  readonly today: CivilDate;
}): JSX.Element {
  if (step === 'reopen')
    return (
      <Story form={form} name="reasons" rows={4} max={2_000} hint="Dit blijft in de geschiedenis staan." />
    );
  return (
    <>
      {step === 'adopt' && (
        <p>
          Iedereen van het samenwerkingsverband leest daarna het plan. Naam, speerpunten en ambities zijn dan
          ook openbaar. Een ambitie verandert daarna alleen nog met een reden.
        </p>
      )}
      <DateField {...fieldOf(form, 'on')} max={today} />
      {step === 'discuss' && (
        <TextField {...fieldOf(form, 'with')} hint="Bijvoorbeeld de namen van de gemeenten." />
      )}
    </>
  );
}
