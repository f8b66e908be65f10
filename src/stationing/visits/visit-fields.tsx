/** The fields of a visit, for a thumb: what is usual is one tap, the rest is folded away. */
import type { ComponentChildren, JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import type { Entries, Fault } from '../../platform/input.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, type FormError } from '../../platform/ui/form.tsx';
import type { OwnQuestion } from './own-work.store.ts';
import { Portions, rowsFor } from './portions.tsx';
import { firstDay, participantRoles, visitKinds } from './visit.rules.ts';
import type { AmbitionName, SchoolName, VisitShare } from './visit.store.ts';
import { kindWords, participantWords } from './visit.words.ts';
import { usualMinutes } from './visit-typed.ts';

interface VisitFieldsProps {
  /** Schools to tap. */
  readonly own: readonly Pick<SchoolName, 'code' | 'name'>[];
  /** All others; none: only the own ones can be chosen. */
  readonly others: readonly Pick<SchoolName, 'code' | 'name'>[];
  readonly questions: readonly OwnQuestion[];
  /** Those of today. */
  readonly ambitions: readonly AmbitionName[];
  /** What the visit was for until now. */
  readonly before?: readonly VisitShare[];
  /** With titles of questions. */
  readonly named: boolean;
  readonly today: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

export function VisitFields(props: VisitFieldsProps): JSX.Element {
  const { own, others, questions, ambitions, before = [], named, today, typed, errors } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  const names = new Map([...own, ...others].map(({ code, name }) => [code, name]));
  return (
    <>
      {own.length > 0 && (
        <Checkboxes
          name="schools"
          label="Bij welke school?"
          options={own.map(({ code, name }) => ({ value: code, label: name }))}
          values={typedValues(typed, 'schools')}
          error={errorOf(errors, 'schools')}
        />
      )}
      {others.length > 0 && (
        <Select
          {...field('otherSchool')}
          label={own.length > 0 ? 'Ook, of alleen, een andere school' : 'Bij welke school?'}
          optional={own.length > 0}
          empty={own.length > 0 ? 'Geen andere' : 'Kies een school'}
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
          error={own.length > 0 ? undefined : errorOf(errors, 'schools')}
        />
      )}
      <Chips>
        <Radios
          {...field('minutes')}
          label="Hoe lang?"
          options={usualMinutes.map((minutes) => ({ value: `${minutes}`, label: `${minutes} min` }))}
        />
      </Chips>
      <TextField {...field('otherMinutes')} label="Anders, in minuten" optional inputMode="numeric" />
      <Chips>
        <Radios
          {...field('kind')}
          label="Wat deed u?"
          options={visitKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
      </Chips>
      <Portions
        rows={rowsFor(questions, ambitions, before, named)}
        schools={names}
        typed={typed}
        error={errorOf(errors, 'split')}
      />
      <DateField {...field('date')} label="Wanneer?" min={firstDay(today)} max={today} />
      <Folded title="Wie waren erbij?" open={filled(typed, errors, 'participants.')}>
        <p class="field__hint">Alleen hoeveel, nooit wie.</p>
        <div class="pairs">
          {participantRoles.map((role) => (
            <TextField
              key={role}
              {...field(`participants.${role}`)}
              label={participantWords[role]}
              inputMode="numeric"
            />
          ))}
        </div>
      </Folded>
      <Folded
        title="Reistijd en voorbereiding"
        open={filled(typed, errors, 'travel') || filled(typed, errors, 'prep')}
      >
        <p class="field__hint">In minuten. Dit telt niet mee in de duur van het bezoek.</p>
        <div class="pairs">
          <TextField {...field('travelMinutes')} label="Reistijd" inputMode="numeric" />
          <TextField {...field('preparationMinutes')} label="Voorbereiding" inputMode="numeric" />
        </div>
      </Folded>
    </>
  );
}

/** Faults of a form that was read, at the fields of this one. */
export function visitErrors(faults: readonly Fault[]): readonly FormError[] {
  return faults.map(({ location, detail }) => ({ field: placeOf(location), message: detail }));
}

const placeOf = (location: string) => /^(split|schools)/.exec(location)?.[1] ?? location;

const filled = (typed: Entries, errors: readonly FormError[], stem: string) =>
  typed.some(([name, value]) => name.startsWith(stem) && value !== '') ||
  errors.some(({ field }) => field?.startsWith(stem));

/** Choices beside each other. */
function Chips({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="chips">{children}</div>;
}

interface FoldedProps {
  readonly title: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

function Folded({ title, open, children }: FoldedProps): JSX.Element {
  return (
    <details class="fold" open={open}>
      <summary class="fold__summary">{title}</summary>
      <div class="fold__body">{children}</div>
    </details>
  );
}
