import type { ComponentChildren, JSX } from 'preact';

export interface FormError {
  /** `id` of the field that has to change; none when the fault is about the whole form. */
  readonly field?: string | undefined;
  readonly message: string;
  /** What the summary says, where the message alone does not tell which field: «Laatste dag: Vul dit in.» */
  readonly inSummary?: string | undefined;
}

/** The messages about one field as one text, or nothing when it is right. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  const messages = errors.filter((error) => error.field === field).map((error) => error.message);
  return messages.length > 0 ? messages.join(' ') : undefined;
}

/** All faults at once, on top, each a way to its field. Takes the focus when the page opens. */
interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  /** In the language of a page that is not Dutch. */
  readonly title?: string | undefined;
}

export function ErrorSummary({ errors, title }: ErrorSummaryProps): JSX.Element | null {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} aria-labelledby="fouten" data-focus>
      <h2 class="error-summary__title" id="fouten">
        {title ??
          (errors.length === 1 ? 'Er is 1 fout gevonden' : `Er zijn ${errors.length} fouten gevonden`)}
      </h2>
      <ul>
        {errors.map(({ field, message, inSummary = message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{inSummary}</a> : inSummary}</li>
        ))}
      </ul>
    </div>
  );
}

interface FormProps {
  readonly action: string;
  readonly csrf: string;
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  readonly errors?: readonly FormError[] | undefined;
  /** Makes a second send of the same form do nothing twice. */
  readonly idempotencyKey?: string | undefined;
  /** Version of the thing that the reader saw. */
  readonly version?: number | string | undefined;
  /**
   * Address that takes the half-filled form while somebody types. It answers 200/201 with JSON
   * `{ version, url, autosave?, key? }`: the new version, the page of the draft, where and with which key to save next;
   * or 422 with `{ unsaved }`: the sentence that says what is still lacking.
   */
  readonly autosave?: string | undefined;
}

/**
 * A form that is sent by POST. Its text survives a session that ends in the middle: the browser keeps a copy
 * for this person and page until the form arrives. Enter in a field means the primary button.
 */
export function Form(props: FormProps): JSX.Element {
  const { action, csrf, children, id, errors = [], idempotencyKey, version, autosave } = props;
  return (
    <form class="form" method="post" action={action} id={id} noValidate data-autosave={autosave} data-keep>
      <button class="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="_csrf" value={csrf} />
      {idempotencyKey !== undefined && <input type="hidden" name="_key" value={idempotencyKey} />}
      {version !== undefined && <input type="hidden" name="_version" value={version} />}
      <ErrorSummary errors={errors} />
      {children}
      <p class="form__status" role="status" />
    </form>
  );
}

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly name?: string;
  readonly value?: string;
}

/** Sends its form. */
export function Button({ children, kind = 'primary', name, value }: ButtonProps): JSX.Element {
  return (
    <button class={`button button--${kind}`} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
}

/** A link that starts something, so it looks like a button. */
export function LinkButton({ href, children, kind = 'primary' }: LinkButtonProps): JSX.Element {
  return (
    <a class={`button button--${kind}`} href={href}>
      {children}
    </a>
  );
}

interface SubmitRowProps {
  /** Text of the button that does what the page is for. */
  readonly primary: string;
  /** Other buttons; they arrive as `_do`. */
  readonly secondary?: readonly { readonly label: string; readonly do: string }[];
  /** Where to go without sending anything. */
  readonly cancel?: string | undefined;
}

/** The end of a form. */
export function SubmitRow({ primary, secondary = [], cancel }: SubmitRowProps): JSX.Element {
  return (
    <div class="submit-row">
      <Button>{primary}</Button>
      {secondary.map((button) => (
        <Button key={button.do} kind="secondary" name="_do" value={button.do}>
          {button.label}
        </Button>
      ))}
      {cancel && (
        <LinkButton href={cancel} kind="quiet">
          Annuleren
        </LinkButton>
      )}
    </div>
  );
}

interface ConfirmBoxProps {
  /** What the reader wants to do; opens the explanation. */
  readonly label: string;
  readonly action: string;
  readonly csrf: string;
  /** What will happen and what cannot be undone, and fields if something must be filled in. */
  readonly children: ComponentChildren;
  /** Text of the button that really does it. */
  readonly confirm: string;
  readonly version?: number | string | undefined;
}

/** Asks before something cannot be undone, without a dialog: it opens to the explanation and the real button. */
export function ConfirmBox({
  label,
  action,
  csrf,
  children,
  confirm,
  version,
}: ConfirmBoxProps): JSX.Element {
  return (
    <details class="fold confirm">
      <summary class="fold__summary">{label}</summary>
      <form class="fold__body" method="post" action={action} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {version !== undefined && <input type="hidden" name="_version" value={version} />}
        {children}
        <Button kind="danger">{confirm}</Button>
      </form>
    </details>
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

interface RepeatProps {
  /** Name of the list; buttons arrive as `_do` = `add:name` or `remove:name:index`. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What one of them is called, for instance «Afspraak». */
  readonly itemLabel: string;
  readonly addLabel: string;
  /** The fields of each item; name them `name.index.field`. */
  readonly items: readonly ComponentChildren[];
}

/** A group of fields that can stand there any number of times; works by sending the form. */
export function Repeat({ name, legend, hint, itemLabel, addLabel, items }: RepeatProps): JSX.Element {
  return (
    <fieldset class="repeat" id={name} tabIndex={-1} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend class="repeat__legend">{legend}</legend>
      {hint && (
        <p class="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {items.map((fields, index) => (
        <fieldset key={index} class="repeat__item">
          <legend class="repeat__label">{`${itemLabel} ${index + 1}`}</legend>
          {fields}
          <button class="button button--quiet" type="submit" name="_do" value={`remove:${name}:${index}`}>
            Verwijder<span class="visually-hidden">{` ${itemLabel.toLowerCase()} ${index + 1}`}</span>
          </button>
        </fieldset>
      ))}
      <Button kind="secondary" name="_do" value={`add:${name}`}>
        {addLabel}
      </Button>
    </fieldset>
  );
}
