import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { rowCount, typedValues } from '../../platform/form/typed.ts';
import { dayOf, showDate, showDay, showMoment } from '../../platform/pure/dates.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import type { Option } from '../../platform/ui/field.tsx';
import { DateField, DateTimeField, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Repeat } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { openInvitation, participantsOf } from '../concern.facts.ts';
import type { Relation } from '../concern.rules.ts';
import type { ConcernRow, PersonName } from '../concern.store.ts';
import { parties } from '../concern-parties.words.ts';
import { relationName } from '../reading/readers.pages.tsx';
import type { StepFields } from './fields.tsx';
import { otherChoice } from './form.input.ts';

/** Moments to choose from, and who comes. The director always does. */
export function PlanFields(form: StepFields): JSX.Element {
  const { concern, typed } = form;
  const { first } = parties[concern.about];
  const directors = new Set(directorsToday(concern).map((person) => person.id));
  const others = takingPart(form).filter(
    ({ value }) => !directors.has(value) && value !== form.actor.personId,
  );
  return (
    <>
      <Repeat
        name="proposals"
        legend="Wanneer kan het?"
        hint={`Stel een paar momenten voor. De ${first} kiest er één, of noemt een ander moment.`}
        itemLabel="Moment"
        addLabel="Nog een moment"
        items={Array.from({ length: rowCount(typed, 'proposals') }, (_, row) => (
          <DateTimeField
            key={row}
            {...fieldOf(form, `proposals.${row}`)}
            label="Dag en tijd"
            min={`${concern.today}T00:00`}
          />
        ))}
      />
      <ProblemOf form={form} name="proposals" />
      <Notice tone="info" title={`De ${first} is altijd uitgenodigd: ${names(directorsToday(concern))}.`} />
      {others.length > 0 && (
        <Checkboxes
          {...fieldOf(form, 'participants')}
          hint="Alleen wie al meedoet staat hier. Laat een IB’er of leerkracht eerst meedoen."
          options={others}
          values={typedValues(typed, 'participants')}
          optional
        />
      )}
    </>
  );
}

/** A fault of a whole group of rows, said under it. */
function ProblemOf({ form, name }: { readonly form: StepFields; readonly name: string }): JSX.Element | null {
  const error = errorOf(form.errors, name);
  return error === undefined ? null : <Notice tone="error" title={error} />;
}

/** One of the proposed moments, or another. */
export function AnswerFields(form: StepFields): JSX.Element {
  const proposals = openInvitation(form.concern)?.proposals ?? [];
  return (
    <>
      <Radios
        {...fieldOf(form, 'proposal')}
        options={[
          ...proposals.map((moment) => ({
            value: new Date(moment).toISOString(),
            label: `${showDay(dayOf(moment))}, ${showMoment(moment).split(' om ')[1]} uur`,
          })),
          { value: otherChoice, label: 'Een ander moment' },
        ]}
      />
      <div class="when-other">
        <DateTimeField {...fieldOf(form, 'otherMoment')} />
      </div>
    </>
  );
}

/** What was said, what goes well, and what was agreed. */
export function TalkFields(form: StepFields): JSX.Element {
  const { concern, typed } = form;
  const withBoard = concern.status === 'with_board';
  const { first } = parties[concern.about];
  return (
    <>
      <DateField
        {...fieldOf(form, 'heldOn')}
        hint={`Tussen ${showDate(concern.sharedOn ?? concern.today)}, toen de zorg gedeeld werd, en vandaag.`}
        min={concern.sharedOn ?? undefined}
        max={concern.today}
      />
      <Checkboxes
        {...fieldOf(form, 'present')}
        hint={
          withBoard
            ? `De ${first} is erbij, of is uitgenodigd.`
            : `De ${first} is er altijd bij. Was er iemand anders van de school? Laat die eerst meedoen.`
        }
        options={takingPart(form)}
        values={typedValues(typed, 'present')}
      />
      {withBoard && (
        <DateField
          {...fieldOf(form, 'directorInvitedOn')}
          hint={`Alleen als de ${first} er niet bij was.`}
          max={concern.today}
          optional
        />
      )}
      <Story
        form={form}
        name="report"
        rows={8}
        hint={`Wat is er gezegd? De ${first} leest dit en zegt of het klopt.`}
        help="Schrijf zo dat iedereen die erbij was het herkent. Geen namen van kinderen."
      />
      <Story form={form} name="goesWell" hint="Wat gaat er goed, ook hierin?" />
      <Repeat
        name="agreements"
        legend="Afspraken"
        hint="Bij elke afspraak staat wat kinderen ervan merken."
        itemLabel="Afspraak"
        addLabel="Nog een afspraak"
        items={Array.from({ length: rowCount(typed, 'agreements') }, (_, row) => (
          <AgreementFields key={row} form={form} row={row} />
        ))}
      />
      <Story
        form={form}
        name="noAgreementsBecause"
        rows={2}
        max={2_000}
        hint="Alleen als u niets afsprak."
        optional
      />
    </>
  );
}

function AgreementFields({ form, row }: { readonly form: StepFields; readonly row: number }): JSX.Element {
  const field = (name: string) => {
    const props = fieldOf(form, `agreements.${row}.${name}`);
    // The row's number stands in its own legend already.
    return { ...props, label: form.labels[`agreements.${name}`] ?? props.label };
  };
  return (
    <>
      <TextArea {...field('what')} rows={2} />
      <TextField {...field('who')} />
      <DateField {...field('by')} />
      <TextArea {...field('childrenNotice')} rows={2} />
    </>
  );
}

/** Everybody who takes part, the director first; who was director at an earlier talk stands there too. */
function takingPart({ concern, around, actor }: StepFields): readonly Option[] {
  const today = new Set(directorsToday(concern).map((person) => person.id));
  const since = concern.sharedOn ?? concern.today;
  const former = concern.directors.filter(
    (one) => !today.has(one.id) && one.to !== null && one.to > since && one.from <= concern.today,
  );
  const as = (relation: Relation, people: readonly PersonName[]) =>
    people.map((one) => [relationName(relation, actor.tenant.labels, concern.about), one] as const);
  const people: readonly (readonly [string, PersonName])[] = [
    ...as('school_director', directorsToday(concern)),
    ...former.map(
      (one) => [`was ${parties[concern.about].first} tot ${showDate(one.to ?? '')}`, one] as const,
    ),
    ...as('author', [concern.author]),
    ...as('contact_person', concern.contactPersons),
    ...as('participant', participantsOf(concern)),
    ...(concern.status === 'with_board'
      ? [
          ...as('board_member', around.upper),
          ...as('team_lead', around.teamLeads),
          ...as('partnership_director', around.partnershipDirectors),
        ]
      : []),
  ];
  const options = people.map(([role, one]) => ({
    value: one.id,
    label: one.id === actor.personId ? `${one.name} (u)` : one.name,
    hint: role,
  }));
  return options.filter((option, nth) => options.findIndex((other) => other.value === option.value) === nth);
}

function directorsToday(concern: ConcernRow): readonly PersonName[] {
  return concern.directors.filter(
    (one) => one.from <= concern.today && (one.to === null || concern.today < one.to),
  );
}

const names = (people: readonly PersonName[]) =>
  people.length === 0 ? 'nog niemand' : people.map((person) => person.name).join(', ');
