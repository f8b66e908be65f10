import type { JSX } from 'preact';
import {
  describedBy,
  type FieldProps,
  fieldClass,
  Guidance,
  Help,
  labelText,
  type Option,
  type ValueProps,
} from './field.tsx';

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
              <label class="choice__label" for={id}>
                <bdi>{option.label}</bdi>
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
      <Help {...props} />
    </fieldset>
  );
}
