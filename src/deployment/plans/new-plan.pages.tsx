/** Asking for a plan: a few fields, and folded away what would be otherwise. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { nameOfWeight, weightKinds } from '../../planner/index.ts';
import { faultErrors } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  type Page,
  type PageAnswer,
  type PageRoute,
  postPage,
} from '../../platform/route.ts';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Fieldset, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { asksOtherwise, inputOfNewPlan, newPlanForm } from './new-plan-form.ts';
import { planners } from './plan.access.ts';
import { makePlan } from './plan.actions.ts';
import { nextMonday } from './plan.rules.ts';
import { findPlanFormChoices, type PlanChoices } from './plan-choices.store.ts';
import { planPath, plansPath } from './plan-list.pages.tsx';

const path = `${plansPath}/nieuw`;

/** In the order of the page. What would be otherwise says in its fault what is meant. */
const labels = {
  name: 'Naam',
  startsOn: 'Eerste dag',
  weeks: 'Hoeveel weken?',
  seconds: 'Hoe lang mag de planner rekenen?',
};

export const newPlanPages: readonly PageRoute[] = [
  getPage(
    path,
    planners,
    (call) => show(call, [['basedOnId', call.query.na ?? '']], [], call.query.na !== undefined),
    z.object({ na: z.uuid().optional().catch(undefined) }),
  ),
  postPage(path, planners, newPlanForm, async (call): Promise<PageAnswer> => {
    const { actor, deed, input } = call;
    const again = (errors: readonly FormError[]) => show(call, input.typed, errors);
    const parsed = input.parsed.ok ? inputOfNewPlan(input.parsed.value) : input.parsed;
    if (!parsed.ok) return again(faultErrors(parsed.faults, labels));
    const outcome = await makePlan(deed, actor, parsed.value);
    if (outcome.outcome === 'taken') return { kind: 'redirect', to: planPath(outcome.id) };
    if (outcome.outcome === 'refused')
      return again(outcome.faults.map(({ field, message }) => ({ field: field || undefined, message })));
    return again([{ message: 'Dit plan was al aangevraagd. Kijk bij de plannen of het er staat.' }]);
  }),
];

async function show(
  { actor, database, csrf, today }: Call<Actor, object, unknown> & Page,
  typed: Entries,
  errors: readonly FormError[],
  follows = false,
): Promise<Html> {
  const choices = await database.read(actor, (reader) => findPlanFormChoices(reader, actor));
  return {
    kind: 'html',
    status: errors.length === 0 ? 200 : 422,
    title: 'Nieuw plan',
    body: <NewPlan {...{ choices, csrf, today, typed, errors, follows }} />,
  };
}

interface NewPlanProps {
  readonly choices: PlanChoices;
  readonly csrf: string;
  readonly today: CivilDate;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  /** Somebody comes from a plan that no longer holds. */
  readonly follows: boolean;
}

const times = [
  { value: '10', label: '10 seconden' },
  { value: '30', label: '30 seconden' },
  { value: '60', label: '60 seconden' },
];

function NewPlan({ choices, csrf, today, typed, errors, follows }: NewPlanProps): JSX.Element {
  const field = fieldsOf(typed, errors);
  const start = typedValue(typed, 'startsOn') ?? nextMonday(today);
  return (
    <>
      <Breadcrumb items={[{ href: plansPath, label: 'Plannen' }]} />
      <h1>Nieuw plan</h1>
      <p class="lead">
        De planner verdeelt alle open vragen en verwachte vragen over de specialisten. Niemand hoort ervan
        totdat u het plan publiceert.
      </p>
      <Form action={path} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        <TextField
          {...field('name')}
          label={labels.name}
          optional
          hint="Zoals «Voorjaar, met een extra dag taal»."
        />
        <DateField {...field('startsOn')} label={labels.startsOn} hint="Een maandag." value={start} />
        <TextField
          {...field('weeks', String(choices.weeks))}
          label={labels.weeks}
          hint="Van 4 tot en met 45, vakanties meegeteld."
          inputMode="numeric"
          short
        />
        <Select
          {...field('seconds', '60')}
          label={labels.seconds}
          hint="Langer rekenen geeft een beter plan, of meer bewijs dat het niet beter kan. Stoppen kan altijd."
          options={times}
        />
        {choices.plans.length > 0 && (
          <Select
            {...field('basedOnId')}
            label="Opnieuw, met zo min mogelijk wijzigingen"
            optional
            hint="Kies het plan dat u wilt volgen, bijvoorbeeld als iemand ziek wordt. Wat in dat plan vaststaat, blijft staan."
            empty="Nee, begin opnieuw"
            options={choices.plans.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <details class="fold" open={follows || asksOtherwise(typed)}>
          <summary class="fold__summary">Wat als: iemand ziek, een extra specialist, andere regels</summary>
          <div class="fold__body stack">
            <p>Wat u hier invult, geldt alleen in dit plan.</p>
            <Otherwise choices={choices} field={field} />
          </div>
        </details>
        <SubmitRow primary="Maak het plan" cancel={plansPath} />
      </Form>
    </>
  );
}

type FieldOf = (
  name: string,
  first?: string,
) => { readonly name: string; readonly value: string; readonly error: string | undefined };

const fieldsOf =
  (typed: Entries, errors: readonly FormError[]): FieldOf =>
  (name, first = '') => ({ name, value: typedValue(typed, name) ?? first, error: errorOf(errors, name) });

interface OtherwiseProps {
  readonly choices: PlanChoices;
  readonly field: FieldOf;
}

function Otherwise({ choices, field }: OtherwiseProps): JSX.Element {
  const people = choices.specialists.map(({ id, name }) => ({ value: id, label: name }));
  const number = { optional: true, inputMode: 'decimal', short: true } as const;
  return (
    <>
      <Fieldset legend="Iemand is afwezig">
        <Select {...field('sickWho')} label="Wie is afwezig?" optional empty="Niemand" options={people} />
        <DateField {...field('sickFrom')} label="Afwezig vanaf" optional />
        <DateField {...field('sickTo')} label="Afwezig tot en met" optional hint="Leeg: tot nader bericht." />
      </Fieldset>
      <Fieldset legend="Een extra specialist">
        <TextField {...field('extraDagdelen')} {...number} label="Dagdelen per week erbij" />
        <Select
          {...field('extraExpertise')}
          label="Expertise"
          optional
          empty="Kies een expertise"
          options={choices.expertise.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          {...field('extraLevel', '2')}
          label="Niveau"
          optional
          options={['1', '2', '3'].map((level) => ({ value: level, label: level }))}
        />
        {choices.bases.length > 0 && (
          <Select
            {...field('extraBase')}
            label="Standplaats"
            optional
            empty="Niet bekend"
            options={choices.bases.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Fieldset>
      <Fieldset legend="Iemand werkt minder">
        <Select {...field('lessWho')} label="Wie werkt minder?" optional empty="Niemand" options={people} />
        <TextField {...field('lessDagdelen')} {...number} label="Dagdelen per week minder" />
      </Fieldset>
      <Fieldset legend="Een ander gewicht">
        <Select
          {...field('weightCode')}
          label="Welk gewicht?"
          optional
          empty="Alle zoals ze zijn"
          options={weightKinds.map(({ code }) => ({
            value: code,
            label: nameOfWeight(choices.weights, code),
          }))}
        />
        <TextField {...field('weightValue')} {...number} label="Punten" />
      </Fieldset>
      <Fieldset legend="Andere harde regels" hint="Leeg: zoals bij de instellingen van de planning.">
        <TextField {...field('mostTravel')} {...number} label="Hoogstens minuten reizen, enkele reis" />
        <TextField {...field('mostPlaces')} {...number} label="Hoogstens scholen per specialist" />
        <TextField {...field('leastBlock')} {...number} label="Minstens dagdelen per week op een school" />
        <TextField {...field('mostBlock')} {...number} label="Hoogstens dagdelen per week op een school" />
      </Fieldset>
    </>
  );
}
