import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icons.tsx';

/** What every field has. `name` is its `id` too, so that the error summary can point at it. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** One short line between label and field. */
  readonly hint?: string | undefined;
  /** Longer help; stands beside the field on wide screens, under it on small ones. */
  readonly help?: ComponentChildren;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface ValueProps extends FieldProps {
  readonly value?: string | undefined;
}

interface TextFieldProps extends ValueProps {
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: 'numeric' | 'decimal';
  readonly autocomplete?: string;
}

/** One line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { type = 'text', value, inputMode, autocomplete = 'off' } = props;
  const attributes = {
    class: 'input',
    dir: 'auto',
    value,
    inputMode,
    autocomplete,
    ...controlProps(props),
  } as const;
  return (
    <Field {...props}>
      {type === 'text' && <input type="text" {...attributes} />}
      {type === 'email' && <input type="email" {...attributes} />}
      {type === 'tel' && <input type="tel" {...attributes} />}
    </Field>
  );
}

interface TextAreaProps extends ValueProps {
  readonly rows?: number;
  /** Most characters allowed; shown while typing, never cut off. */
  readonly max?: number;
}

/** Lines of text. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const { name, rows = 4, max, value = '' } = props;
  const control = controlProps(props);
  const counter = `${name}-teller`;
  return (
    <Field {...props}>
      <textarea
        class="input"
        rows={rows}
        dir="auto"
        data-max={max}
        {...control}
        aria-describedby={max ? joinIds(control['aria-describedby'], counter) : control['aria-describedby']}
        // A browser swallows the first newline of a text area: this one, so the reader's own stays.
        value={`\n${value}`}
      />
      {max && <p class="field__counter" id={counter}>{`Hoogstens ${max.toLocaleString('nl-NL')} tekens.`}</p>}
    </Field>
  );
}

interface DateFieldProps extends ValueProps {
  /** First and last day that can be chosen, `YYYY-MM-DD`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A civil date; arrives as `YYYY-MM-DD`. */
export function DateField(props: DateFieldProps): JSX.Element {
  return <Picker {...props} type="date" hint={props.hint ?? 'Dag, maand, jaar. Bijvoorbeeld 20-11-2026.'} />;
}

/** A date and a time in the Netherlands; arrives as `YYYY-MM-DDTHH:MM`. */
export function DateTimeField(props: DateFieldProps): JSX.Element {
  return (
    <Picker {...props} type="datetime-local" hint={props.hint ?? 'Bijvoorbeeld 20-11-2026, 14:30 uur.'} />
  );
}

function Picker(props: DateFieldProps & { readonly type: 'date' | 'datetime-local' }): JSX.Element {
  const { type, min, max, value } = props;
  return (
    <Field {...props}>
      <input
        class="input input--short"
        type={type}
        min={min}
        max={max}
        value={value}
        {...controlProps(props)}
      />
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** One line under the label; not shown in a `Select`. */
  readonly hint?: string | undefined;
}

interface SelectProps extends ValueProps {
  readonly options: readonly Option[];
  /** Text of the choice for nothing; a field without it starts on its first option. */
  readonly empty?: string | undefined;
}

/** One out of many. */
export function Select(props: SelectProps): JSX.Element {
  const { options, empty, value } = props;
  return (
    <Field {...props}>
      <select class="input select" {...controlProps(props)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface RadiosProps extends ValueProps {
  readonly options: readonly Option[];
}

/** One out of a few, all in sight. */
export function Radios(props: RadiosProps): JSX.Element {
  return <Choices {...props} type="radio" values={props.value === undefined ? [] : [props.value]} />;
}

interface CheckboxesProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values?: readonly string[] | undefined;
}

/** Any number out of a few; each checked one arrives under the same name. */
export function Checkboxes(props: CheckboxesProps): JSX.Element {
  return <Choices {...props} type="checkbox" values={props.values ?? []} />;
}

interface ChoicesProps extends FieldProps {
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly values: readonly string[];
}

/** The first choice carries the field's own id, so that a link in the error summary lands on it. */
function Choices(props: ChoicesProps): JSX.Element {
  const { name, type, options, values, error } = props;
  return (
    <fieldset class={fieldClass(props)} aria-describedby={describedBy(props)}>
      <legend class="field__label">{labelText(props)}</legend>
      <Guidance {...props} />
      <div class="choices">
        {options.map((option, index) => {
          const id = index === 0 ? name : `${name}-${option.value}`;
          const hintId = option.hint ? `${name}-${option.value}-hint` : undefined;
          return (
            <div key={option.value} class="choice">
              <input
                class="choice__input"
                type={type}
                id={id}
                name={name}
                value={option.value}
                checked={values.includes(option.value)}
                aria-describedby={hintId}
                aria-invalid={type === 'checkbox' && error ? true : undefined}
              />
              <label class="choice__label" for={id} dir="auto">
                {option.label}
              </label>
              {hintId && (
                <p class="choice__hint" id={hintId}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

interface FieldsetProps {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps): JSX.Element {
  return (
    <fieldset class="fieldset">
      <legend class="fieldset__legend">{legend}</legend>
      {hint && <p class="field__hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

function Field(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class={fieldClass(props)}>
      <label class="field__label" for={props.name}>
        {labelText(props)}
      </label>
      <Guidance {...props} />
      <div class="field__control">{props.children}</div>
    </div>
  );
}

function Guidance({ name, hint, help, error }: FieldProps): JSX.Element {
  return (
    <>
      {hint && (
        <p class="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {help && (
        <div class="field__help" id={`${name}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p class="field__error" id={`${name}-fout`}>
          <Icon name="alert" />
          <span>
            <span class="visually-hidden">Fout: </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

function labelText({ label, optional }: FieldProps): ComponentChildren {
  return optional
    ? [
        label,
        ' ',
        <span key="optional" class="field__optional">
          (niet verplicht)
        </span>,
      ]
    : label;
}

function fieldClass({ error, help }: FieldProps): string {
  return `field${error ? ' field--error' : ''}${help ? ' field--helped' : ''}`;
}

function controlProps(props: FieldProps) {
  const { name, error } = props;
  return {
    id: name,
    name,
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? (true as const) : undefined,
  };
}

function describedBy({ name, hint, help, error }: FieldProps): string | undefined {
  return joinIds(error && `${name}-fout`, hint && `${name}-hint`, help ? `${name}-help` : undefined);
}

function joinIds(...ids: readonly (string | undefined)[]): string | undefined {
  const given = ids.filter(Boolean);
  return given.length > 0 ? given.join(' ') : undefined;
}
