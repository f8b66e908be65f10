/** The form on which a round is prepared. */

import type { JSX } from 'preact';
import { withRows } from '../../platform/form/attempt.tsx';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import { noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { rowCount, typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { type Actor, roles } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Html } from '../../platform/route.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { Repeat } from '../../platform/ui/form.tsx';
import { roleName } from '../../registers/index.ts';
import { formPage } from '../words.tsx';
import type { Round, RoundChoices } from './round.store.ts';
import { roundLabels } from './round.words.ts';
import { roundPath, roundsPath } from './round-parts.tsx';

interface FormProps {
  readonly csrf: string;
  readonly actor: Actor;
  readonly choices: RoundChoices;
  readonly typed: Entries;
  readonly status?: number;
  readonly trouble?: Trouble;
  readonly round?: Round;
}

/** A round as its form shows it. */
export const typedFrom = (round: Round): Entries => [
  ['title', round.title],
  ['introduction', round.introduction ?? ''],
  ['about', aboutOf(round)],
  ...round.roles.map((role) => ['roles', role] as const),
  ...round.areas.map(({ id }) => ['areas', id] as const),
  ...round.boards.map(({ id }) => ['boards', id] as const),
  ['anonymous', `${round.anonymous}`],
  ['startsOn', round.startsOn],
  ['endsOn', round.endsOn],
  ...round.questions.flatMap(({ text, options }, row) => [
    [`questions.${row}.text`, text] as const,
    [`questions.${row}.options`, options.join('\n')] as const,
  ]),
];

/** What the round is about, as the form and the API name it. */
export const aboutOf = ({ subject }: Round): string =>
  subject === null
    ? ''
    : [subject.kind, subject.id, ...(subject.edition === null ? [] : [subject.edition])].join(':');

export function roundForm(props: FormProps): Html {
  const { csrf, status = 200, trouble = noTrouble, typed, round } = props;
  const form: Filled = {
    typed: withRows(typed, { questions: 1 }, true),
    errors: trouble.fields,
    labels: roundLabels,
  };
  return formPage({
    list: { href: roundsPath, label: 'Consultaties' },
    thing: round && { path: roundPath(round.id), name: round.title, version: round.version },
    title: round === undefined ? 'Nieuwe consultatie' : 'Consultatie aanpassen',
    lead: 'Vraag mensen wat zij ervan vinden, en vertel daarna wat er met hun antwoorden is gedaan.',
    ...{ csrf, status, trouble },
    fields: (
      <>
        <What {...props} form={form} />
        <Whom {...props} form={form} />
        <Questions form={form} />
      </>
    ),
  });
}

type PartProps = FormProps & { readonly form: Filled };

const kinds = { profile: 'Functieprofiel', pilot: 'Pilot', post: 'Conceptbericht' } as const;

function What({ form, choices }: PartProps): JSX.Element {
  return (
    <>
      <TextField {...fieldOf(form, 'title')} hint="Zoals «De nieuwe rol van de specialist»." />
      <Select
        {...fieldOf(form, 'about')}
        optional
        empty="Iets anders"
        hint="Wie u vraagt, leest de tekst in de ronde, ook als die nog een concept is."
        options={choices.subjects.map(({ value, kind, name, edition }) => ({
          value,
          label: `${kinds[kind]}: ${name}${edition === null ? '' : `, versie ${edition}`}`,
        }))}
      />
      <Story form={form} name="introduction" rows={4} max={10_000} optional hint="Waarom vraagt u dit?" />
    </>
  );
}

function Whom({ form, choices, actor }: PartProps): JSX.Element {
  const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const only = { optional: true, hint: 'Geldt voor mensen van scholen en besturen. Niets gekozen: overal.' };
  return (
    <>
      <Checkboxes
        {...fieldOf(form, 'roles')}
        options={roles.map((role) => ({ value: role, label: capital(roleName(role, actor.tenant.labels)) }))}
        values={typedValues(form.typed, 'roles')}
      />
      {choices.areas.length > 0 && (
        <Checkboxes
          {...fieldOf(form, 'areas')}
          {...only}
          options={named(choices.areas)}
          values={typedValues(form.typed, 'areas')}
        />
      )}
      {choices.boards.length > 0 && (
        <Checkboxes
          {...fieldOf(form, 'boards')}
          {...only}
          options={named(choices.boards)}
          values={typedValues(form.typed, 'boards')}
        />
      )}
      <DateField {...fieldOf(form, 'startsOn')} />
      <DateField {...fieldOf(form, 'endsOn')} hint="Tot en met deze dag kan iemand antwoorden." />
      <Radios
        {...fieldOf(form, 'anonymous')}
        hint="Dit ligt vast zodra de ronde open is."
        options={[
          { value: 'false', label: 'Met naam', hint: 'U leest meteen wie wat antwoordde.' },
          {
            value: 'true',
            label: 'Zonder naam',
            hint: 'U leest de antwoorden na de laatste dag, als ten minste vijf mensen meedoen.',
          },
        ]}
      />
    </>
  );
}

function Questions({ form }: { readonly form: Filled }): JSX.Element {
  return (
    <Repeat
      name="questions"
      legend={roundLabels.questions}
      itemLabel="Vraag"
      addLabel="Nog een vraag"
      items={Array.from({ length: rowCount(form.typed, 'questions') }, (_, row) => (
        <>
          <TextField {...fieldOf(form, `questions.${row}.text`)} label={roundLabels['questions.text']} />
          <TextArea
            {...fieldOf(form, `questions.${row}.options`)}
            label={roundLabels['questions.options']}
            optional
            rows={2}
            hint="Op elke regel één. Leeg: men antwoordt in eigen woorden."
          />
        </>
      ))}
    />
  );
}
