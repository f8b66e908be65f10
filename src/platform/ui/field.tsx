// The frame of every field: label, hint, help and fault, joined to the field itself.
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

export interface ValueProps extends FieldProps {
  readonly value?: string | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** One line under the label; not shown in a `Select`. */
  readonly hint?: string | undefined;
}

export function Field(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class={fieldClass(props)}>
      <label class="field__label" for={props.name}>
        {labelText(props)}
      </label>
      <Guidance {...props} />
      <div class="field__control">{props.children}</div>
      <Help {...props} />
    </div>
  );
}

export function Guidance({ name, hint, error }: FieldProps): JSX.Element {
  return (
    <>
      {hint && (
        <p class="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
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

export function Help({ name, help }: FieldProps): JSX.Element | null {
  if (!help) return null;
  return (
    <div class="field__help" id={`${name}-help`}>
      {help}
    </div>
  );
}

export function labelText({ label, optional }: FieldProps): ComponentChildren {
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

export function fieldClass({ error, help }: FieldProps): string {
  return `field${error ? ' field--error' : ''}${help ? ' field--helped' : ''}`;
}

export function controlProps(props: FieldProps) {
  const { name, error } = props;
  return {
    id: name,
    name,
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? (true as const) : undefined,
  };
}

export function describedBy({ name, hint, help, error }: FieldProps): string | undefined {
  return joinIds(error && `${name}-fout`, hint && `${name}-hint`, help ? `${name}-help` : undefined);
}

export function joinIds(...ids: readonly (string | undefined)[]): string | undefined {
  const given = ids.filter(Boolean);
  return given.length > 0 ? given.join(' ') : undefined;
}
