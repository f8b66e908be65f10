import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { typedValues } from '../../platform/form/typed.ts';
import { addDays, showDate } from '../../platform/pure/dates.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { LanguageField } from '../asking/ask-fields.tsx';
import { urgencies } from '../question.rules.ts';
import { urgencyWords } from '../question.words.ts';
import { dagdelen } from '../reading/asked.tsx';
import type { StepFields } from './scene.ts';
import { SpecialistField } from './specialist-field.tsx';

const noNames = 'Geen namen van kinderen. Schrijf liever «een leerling in groep 5».';

export const noFields = () => null;

export function OwnWords(form: StepFields): JSX.Element {
  return <Story form={form} name="text" help={noNames} />;
}

export function ReasonField(form: StepFields): JSX.Element {
  return <Story form={form} name="reason" hint="De school leest dit." />;
}

export function MissingField(form: StepFields): JSX.Element {
  return (
    <Story
      form={form}
      name="missing"
      hint="Wat precies, en waarom hebt u het nodig? De klok van de school staat stil tot er antwoord is."
      help={noNames}
    />
  );
}

/** A reason, and never without what comes instead. */
export function ReasonAndNext(form: StepFields): JSX.Element {
  return (
    <>
      <Story form={form} name="reason" hint="De school leest dit." />
      <Story
        form={form}
        name="nextStep"
        rows={2}
        hint="Waar kan de school nu heen? Noem een persoon, een plek of een dag."
      />
    </>
  );
}

export function TriageFields(form: StepFields): JSX.Element {
  const { question, choices } = form;
  return (
    <>
      <Facts
        items={[
          {
            label: 'De school vroeg om',
            value:
              question.requestedDagdelen === null
                ? 'geen aantal dagdelen'
                : dagdelen(question.requestedDagdelen),
          },
          { label: 'De school noemde als haast', value: urgencyWords[question.urgency] },
        ]}
      />
      <Radios
        {...fieldOf(form, 'urgency')}
        options={urgencies.map((one) => ({ value: one, label: urgencyWords[one] }))}
      />
      <DagdelenField form={form} />
      <Checkboxes
        {...fieldOf(form, 'expertise')}
        options={choices.expertise.map(({ code, name }) => ({ value: code, label: name }))}
        values={typedValues(form.typed, 'expertise')}
      />
      <LanguageField form={form} languages={choices.languages} />
      {choices.ambitions.length > 0 && (
        <Select
          {...fieldOf(form, 'ambitionId')}
          optional
          hint="Van het ondersteuningsplan. Zo is later te zien wat we ervoor deden."
          empty="Geen"
          options={choices.ambitions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

function DagdelenField({ form }: { readonly form: StepFields }): JSX.Element {
  return (
    <TextField
      {...fieldOf(form, 'plannedDagdelen')}
      inputMode="decimal"
      hint="In totaal, in hele of halve dagdelen. Bijvoorbeeld 4 of 2,5."
    />
  );
}

export function AssignFields(form: StepFields): JSX.Element {
  const { today } = form.question;
  return (
    <>
      <SpecialistField form={form} name="specialistId" />
      <TextField
        {...fieldOf(form, 'role')}
        hint="Bijvoorbeeld: eerste begeleider, observatie, coach van het team."
      />
      <DagdelenField form={form} />
      <DateField {...fieldOf(form, 'from')} hint="Vandaag of later." min={today} />
      <DateField {...fieldOf(form, 'to')} hint="Daarna evalueert u samen." min={today} />
    </>
  );
}

/** Who was asked answers; everybody else asks. */
export function ThinkAlongFields(form: StepFields): JSX.Element {
  if (form.question.relations.includes('asked_along'))
    return (
      <Radios
        {...fieldOf(form, 'decision')}
        options={[
          { value: 'accept', label: 'Ja, ik denk mee', hint: 'U leest de hele vraag en mag antwoorden.' },
          { value: 'decline', label: 'Nee, nu niet', hint: 'De vraag verdwijnt uit uw lijst.' },
        ]}
      />
    );
  const { assignments, words } = form.question;
  const busy = assignments
    .filter(({ state }) => state === 'asked' || state === 'active')
    .map(({ specialist }) => specialist.id);
  // Who plans a question without reading it is asked along by others.
  const without = words === null ? [...busy, form.actor.personId] : busy;
  return <SpecialistField form={form} name="specialistId" without={without} />;
}

export function StartFields(form: StepFields): JSX.Element {
  const { signalledOn, today } = form.question;
  return (
    <DateField
      {...fieldOf(form, 'firstContactOn')}
      hint={`Tussen ${showDate(signalledOn)}, het eerste signaal, en vandaag.`}
      min={signalledOn}
      max={today}
    />
  );
}

export function EvaluateFields(form: StepFields): JSX.Element {
  const { id, goals } = form.question;
  if (goals.length > 0)
    return (
      <Notice tone="info" title={goals.length === 1 ? 'Er is 1 doel' : `Er zijn ${goals.length} doelen`}>
        <p>
          Elk doel heeft een score na de inzet nodig, van de school of van de specialist. Om af te ronden zijn
          beide scores nodig.
        </p>
        <p>
          <a href={`/vragen/${id}#doelen`}>Naar de doelen</a>
        </p>
      </Notice>
    );
  return (
    <Story
      form={form}
      name="noGoalBecause"
      rows={2}
      max={2_000}
      hint="Bij deze vraag staat geen doel. Schrijf waarom dat hier niet nodig was."
    />
  );
}

export function ExtendFields(form: StepFields): JSX.Element {
  const { evaluateBy, today } = form.question;
  return (
    <>
      <DateField
        {...fieldOf(form, 'until')}
        hint={evaluateBy === null ? 'De nieuwe laatste dag.' : `Later dan ${showDate(evaluateBy)}.`}
        min={addDays(evaluateBy ?? today, 1)}
      />
      <Story form={form} name="reason" hint="De school leest dit." />
    </>
  );
}

export function HandOverFields(form: StepFields): JSX.Element {
  const { assignments } = form.question;
  const working = assignments.filter(({ kind, state }) => kind === 'assigned' && state === 'active');
  const own = working.some(({ specialist }) => specialist.id === form.actor.personId);
  return (
    <>
      {!own && working.length > 1 && (
        <Radios
          {...fieldOf(form, 'fromSpecialistId')}
          options={working.map(({ specialist, role }) => ({
            value: specialist.id,
            label: specialist.name,
            hint: role,
          }))}
        />
      )}
      <SpecialistField
        form={form}
        name="specialistId"
        without={working.map(({ specialist }) => specialist.id)}
      />
      <Story form={form} name="reason" hint="De school leest dit." />
    </>
  );
}

export function FollowUpFields(form: StepFields): JSX.Element {
  return (
    <>
      <Radios
        {...fieldOf(form, 'didItLast')}
        options={[
          { value: 'yes', label: 'Ja', hint: 'Het gaat nog steeds goed.' },
          { value: 'partly', label: 'Voor een deel' },
          { value: 'no', label: 'Nee', hint: 'De school kan de vraag opnieuw oppakken.' },
        ]}
      />
      <Story form={form} name="text" rows={2} hint="Wat ziet u nu?" optional />
    </>
  );
}
