/** A form that comes back: as it was sent, what was wrong with it, and parts of its page. */
import type { JSX } from 'preact';
import type { Entries, Fault } from '../input.ts';
import { list } from '../pure/text.ts';
import type { JsonAnswer } from '../route.ts';
import { Button, LinkButton, SubmitRow } from '../ui/form.tsx';
import { Notice, Prose } from '../ui/parts.tsx';
import type { Trouble } from './form-errors.ts';
import { afterButton, rowCount } from './typed.ts';

/** The form as it was sent, and what was wrong with it. */
export interface Attempt {
  readonly typed: Entries;
  readonly status: number;
  readonly trouble?: Trouble;
  /** Something else that the reader has to know first. */
  readonly notice?: JSX.Element;
  /** The version the form is about; absent: the one that was sent. */
  readonly version?: number;
}

/** The form with at least one row of each repeated group; at first with as many as it begins with. */
export function withRows(
  typed: Entries,
  rows: Readonly<Record<string, number>> = {},
  first = false,
): Entries {
  return Object.entries(rows).reduce((all, [name, atFirst]) => {
    const missing = Math.max(0, (first ? atFirst : 1) - rowCount(all, name));
    return Array.from({ length: missing }).reduce<Entries>((now) => afterButton(now, `add:${name}`), all);
  }, typed);
}

interface FormEndProps {
  readonly button: string;
  readonly back: string;
  /** The button takes something away for good. */
  readonly danger?: boolean | undefined;
}

/** The end of a form: what it does, and the way back. */
export function FormEnd({ button, back, danger }: FormEndProps): JSX.Element {
  if (!danger) return <SubmitRow primary={button} cancel={back} />;
  return (
    <div class="submit-row">
      <Button kind="danger">{button}</Button>
      <LinkButton href={back} kind="quiet">
        Annuleren
      </LinkButton>
    </div>
  );
}

/** What somebody wrote in a form that is closed now, so that it is not lost. */
export function TypedBefore({ typed }: { readonly typed: Entries }): JSX.Element | null {
  const texts = typed.filter(([name, value]) => !name.startsWith('_') && value.length > 20);
  if (texts.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="wat-u-typte">
      <h2 id="wat-u-typte">Wat u typte</h2>
      {texts.map(([name, value]) => (
        <Prose key={name} text={value} />
      ))}
    </section>
  );
}

export function SentBefore(): JSX.Element {
  return (
    <Notice tone="warning" title="U verstuurde dit formulier al eerder">
      <p>Wat u toen schreef, staat op de tijdlijn. Hieronder staat wat u nu typte.</p>
      <p>Wilt u dit ook versturen? Verstuur het dan opnieuw.</p>
    </Notice>
  );
}

/** What the browser is told when a form saves itself and cannot: the sentence that says why. The text stays in the page. */
export function unsaved(sentence: string): JsonAnswer {
  return { kind: 'json', status: 422, body: { unsaved: sentence } };
}

/** A draft that lacks something is no fault: somebody is still writing. `wanted`: what each field asks, in words. */
export function unfinishedDraft(
  faults: readonly Fault[],
  wanted: Readonly<Partial<Record<string, string>>>,
): JsonAnswer {
  const lacking = faults.map((fault) => wanted[fault.location]).filter((words) => words !== undefined);
  return lacking.length > 0
    ? unsaved(`Nog niet bewaard: vul eerst in ${list([...new Set(lacking)])}.`)
    : unsaved(`Nog niet bewaard. ${faults.map((fault) => fault.detail).join(' ')}`);
}
