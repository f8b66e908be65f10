/** A form of the registers from a list of its fields, and what stands above it when somebody else was first. */
import { Fragment, type JSX } from 'preact';
import { newId } from '../../platform/ids.ts';
import type { Fault } from '../../platform/input.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextArea, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Fieldset, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';

export interface RegisterField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'lines' | 'email' | 'tel' | 'date' | 'select' | 'radios' | 'hidden';
  readonly hint?: string;
  /** Fields that follow each other and have the same one stand under its heading. */
  readonly group?: FieldGroup;
  readonly optional?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

interface FieldGroup {
  readonly title: string;
  readonly hint: string;
}

export type Values = Readonly<Record<string, string>>;

interface RegisterFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly fields: readonly RegisterField[];
  readonly values: Values;
  readonly errors: readonly FormError[];
  readonly submit: string;
  readonly cancel: string;
  readonly version?: number | undefined;
  /** What was saved meanwhile by somebody else. */
  readonly current?: Values | undefined;
}

export function RegisterForm(props: RegisterFormProps): JSX.Element {
  const { action, csrf, fields, values, errors, submit, cancel, version, current } = props;
  return (
    <Form action={action} csrf={csrf} errors={errors} version={version} idempotencyKey={newId()}>
      {current !== undefined && <Meanwhile fields={fields} values={values} current={current} />}
      {grouped(fields).map(({ group, members }) => {
        const shown = members.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={errorOf(errors, field.name)}
          />
        ));
        if (group === undefined) return <Fragment key="">{shown}</Fragment>;
        return (
          <Fieldset key={group.title} legend={group.title} hint={group.hint}>
            {shown}
          </Fieldset>
        );
      })}
      <SubmitRow primary={submit} cancel={cancel} />
    </Form>
  );
}

interface Grouped {
  readonly group: FieldGroup | undefined;
  readonly members: readonly RegisterField[];
}

function grouped(fields: readonly RegisterField[]): readonly Grouped[] {
  const titles = [...new Set(fields.map(({ group }) => group?.title))];
  return titles.map((title) => {
    const members = fields.filter(({ group }) => group?.title === title);
    return { group: members[0]?.group, members };
  });
}

/** What a field is called where its heading is out of sight. */
const fullLabel = ({ label, group }: RegisterField) =>
  group === undefined ? label : `${group.title}, ${lowered(label)}`;

interface OneFieldProps {
  readonly field: RegisterField;
  readonly value: string;
  readonly error: string | undefined;
}

function OneField({ field, value, error }: OneFieldProps): JSX.Element {
  const { kind, options = [], name, label, hint, optional } = field;
  const common = { name, label, hint, optional, value, error };
  if (kind === 'hidden') return <input type="hidden" name={name} value={value} />;
  if (kind === 'lines') return <TextArea {...common} />;
  if (kind === 'number') return <TextField {...common} inputMode="numeric" short />;
  if (kind === 'date') return <DateField {...common} />;
  if (kind === 'radios') return <Radios {...common} options={options} />;
  if (kind === 'select') {
    return <Select {...common} options={options} empty={optional ? 'Geen' : 'Maak een keuze'} />;
  }
  return <TextField {...common} type={kind} />;
}

interface MeanwhileProps {
  readonly fields: readonly RegisterField[];
  readonly values: Values;
  readonly current: Values;
}

function Meanwhile({ fields, values, current }: MeanwhileProps): JSX.Element {
  const different = fields.filter(({ name }) => (values[name] ?? '') !== (current[name] ?? ''));
  return (
    <Notice tone="warning" title="Dit is intussen door iemand anders gewijzigd">
      <p>Hieronder staat nog wat u invulde. Klopt dat, sla het dan opnieuw op. Nu staat er:</p>
      <ul>
        {different.map((field) => (
          <li key={field.name}>
            {fullLabel(field)}: {shown(field, current[field.name] ?? '') || 'niets'}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function shown({ options }: RegisterField, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value;
}

/** Faults of the input as errors of the form, each with the name of its field. */
export function errorsOf(faults: readonly Fault[], fields: readonly RegisterField[]): readonly FormError[] {
  return faults.map(({ location, detail }) => {
    const field = fields.find(({ name }) => name === location);
    const message = field === undefined ? detail : `${fullLabel(field)}: ${lowered(detail)}`;
    return { field: location, message };
  });
}

const lowered = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
