import type { JSX } from 'preact';
import { controlProps, Field, joinIds, type Option, type ValueProps } from './field.tsx';

interface TextFieldProps extends ValueProps {
  /** A `password` is never shown, kept or filled in again. */
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly inputMode?: 'numeric' | 'decimal';
  /** As wide as what belongs in it. */
  readonly short?: boolean;
  readonly autocomplete?: string;
  /** To pick from or to leave: anything may be typed. */
  readonly suggestions?: readonly string[];
}

/** One line of text. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { type = 'text', value, inputMode, short = false, autocomplete = 'off', suggestions = [] } = props;
  const suggested = suggestions.length > 0 ? `${props.name}-suggesties` : undefined;
  const attributes = {
    class: short ? 'input input--short' : 'input',
    dir: 'auto',
    value,
    inputMode,
    autocomplete,
    list: suggested,
    ...controlProps(props),
  } as const;
  return (
    <Field {...props}>
      {type === 'text' && <input type="text" {...attributes} />}
      {suggested !== undefined && (
        <datalist id={suggested}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {type === 'email' && <input type="email" {...attributes} />}
      {type === 'tel' && <input type="tel" {...attributes} />}
      {type === 'password' && (
        <input type="password" {...attributes} value={undefined} autocomplete="new-password" />
      )}
    </Field>
  );
}

interface TextAreaProps extends ValueProps {
  /** Lines to begin with; it grows along. */
  readonly rows?: 2 | 4 | 8;
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
  return <Picker {...props} type="date" hint={props.hint ?? 'Bijvoorbeeld 20-11-2026.'} />;
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
      <div class="select">
        <select class="input" {...controlProps(props)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}
