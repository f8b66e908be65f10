/** The form of a goal, new or to be changed. */
import type { JSX } from 'preact';
import { type Filled, fieldOf } from '../../platform/form/filled.tsx';
import type { Trouble } from '../../platform/form/form-errors.ts';
import { typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { Fieldset, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import type { GoalView } from './goal.store.ts';
import { levelWords, meaningOf, showScore, type Unmet } from './goal.words.ts';
import { goalLevels, type Scale, scoresOn } from './goal-scale.rules.ts';

export const labelsOf = (scale: Scale): Readonly<Record<string, string>> => ({
  level: 'Over wie of wat gaat het doel?',
  title: 'Wat wordt er anders?',
  variable: 'Wat meet u?',
  startDate: 'Vanaf',
  targetDate: 'Streefdatum',
  ambitionId: 'Draagt bij aan een ambitie',
  ...Object.fromEntries(
    scoresOn(scale).map((score, nth) => [
      `levels.${nth}.description`,
      `${showScore(score)}: ${meaningOf(scale, score)}`,
    ]),
  ),
});

/** Where a need that was not met can be met. */
export const needFields = {
  pupilQuestion: ['level'],
  periodInOrder: ['targetDate'],
  notTwice: ['title'],
  ambitionKnown: ['ambitionId'],
} as const;

/** The form of a goal that is there. */
export const entriesOf = (goal: GoalView): Entries => [
  ['level', goal.level],
  ['title', goal.title],
  ['variable', goal.variable ?? ''],
  ['startDate', goal.startsOn],
  ['targetDate', goal.targetOn],
  ...scoresOn(goal.scale).map((score, nth): readonly [string, string] => [
    `levels.${nth}.description`,
    goal.levels.find((level) => level.score === score)?.description ?? '',
  ]),
];

export interface GoalFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly scale: Scale;
  readonly typed: Entries;
  /** It may be about the pupil. */
  readonly pupil: boolean;
  /** Ambitions of the ondersteuningsplan to choose from: of a new goal. */
  readonly ambitions?: readonly { readonly id: string; readonly name: string }[];
  /** Only the target day can still move. */
  readonly fixed: boolean;
  readonly button: string;
  readonly back: string;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
  readonly hidden?: Readonly<Record<string, string>>;
  /** Questions that help to describe the levels, one a line. */
  readonly prompts?: string | null;
  /** Where the goal is that says the same. */
  readonly twin?: Unmet | undefined;
  readonly formKey?: string;
  readonly version?: number;
}

export function GoalForm(props: GoalFormProps): JSX.Element {
  const { action, csrf, scale, typed, fixed, trouble, marks, hidden = {}, twin } = props;
  const labels = labelsOf(scale);
  const form: Filled = { typed, errors: trouble.fields, labels };
  return (
    <Form
      action={action}
      csrf={csrf}
      errors={trouble.summary}
      idempotencyKey={props.formKey}
      version={props.version}
    >
      {twin?.href !== undefined && (
        <Notice tone="warning" title="Dit doel staat er al">
          <p>
            <a href={twin.href}>Bekijk dat doel</a>
          </p>
        </Notice>
      )}
      <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!fixed && <WhatFields form={form} pupil={props.pupil} />}
      {!fixed && <DateField {...fieldOf(form, 'startDate')} />}
      <DateField
        {...fieldOf(form, 'targetDate')}
        hint="De dag waarop u samen kijkt wat ervan kwam. Bijvoorbeeld 20-11-2026."
      />
      {(props.ambitions ?? []).length > 0 && (
        <Select
          {...fieldOf(form, 'ambitionId')}
          optional
          hint="Van het ondersteuningsplan."
          empty="Geen"
          options={(props.ambitions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {!fixed && <LevelFields form={form} scale={scale} prompts={props.prompts ?? null} />}
      <SubmitRow primary={props.button} cancel={props.back} />
    </Form>
  );
}

function WhatFields({ form, pupil }: { readonly form: Filled; readonly pupil: boolean }): JSX.Element {
  return (
    <>
      <Radios
        {...fieldOf(form, 'level')}
        options={goalLevels
          .filter((level) => pupil || level !== 'pupil')
          .map((level) => ({ value: level, label: levelWords[level] }))}
      />
      <TextField
        {...fieldOf(form, 'title')}
        hint="Eén zin, zonder namen. Bijvoorbeeld: rustig wisselen tussen twee lessen."
      />
      <TextField
        {...fieldOf(form, 'variable')}
        optional
        hint="Eén ding dat u in elk niveau telt of ziet. Bijvoorbeeld: aantal minuten tot iedereen werkt."
      />
    </>
  );
}

interface LevelFieldsProps {
  readonly form: Filled;
  readonly scale: Scale;
  readonly prompts: string | null;
}

function LevelFields({ form, scale, prompts }: LevelFieldsProps): JSX.Element {
  return (
    <Fieldset
      legend="De niveaus"
      hint="Beschrijf wat u dan ziet. Begin bij 0. Scoren kan pas als elk niveau is beschreven; invullen mag in delen."
    >
      {prompts !== null && (
        <Notice tone="info" title="Vragen die helpen">
          <Prose text={prompts} />
        </Notice>
      )}
      {scoresOn(scale).map((score, nth) => (
        <div key={score}>
          <input type="hidden" name={`levels.${nth}.score`} value={`${score}`} />
          <TextArea {...fieldOf(form, `levels.${nth}.description`)} rows={2} />
        </div>
      ))}
    </Fieldset>
  );
}
