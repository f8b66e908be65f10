import type { JSX } from 'preact';
import {
  joinTrouble,
  type Labels,
  labelAt,
  type NeedFields,
  needTrouble,
  type Trouble,
  withLabel,
} from '../platform/form/form-errors.ts';
import { capital } from '../platform/pure/text.ts';
import { Checkboxes } from '../platform/ui/choices.tsx';
import type { FormError } from '../platform/ui/form.tsx';
import { Notice } from '../platform/ui/parts.tsx';
import type { OpenMark } from './writing-aid.rules.ts';
import { insteadOf, likenessOf, MARK_WORDS } from './writing-aid.words.ts';

/** A mark with the sentence it stands in. */
export interface MarkInSentence extends OpenMark {
  readonly before: string;
  readonly after: string;
}

/** Puts each mark in its sentence. `value`: what the form was read as; texts that were not in it come from `stored`. */
export function marksInSentences(
  marks: readonly OpenMark[],
  value: unknown,
  stored: unknown,
): readonly MarkInSentence[] {
  return marks.map((mark) => {
    const text = textAt(value, mark.field) ?? textAt(stored, mark.field) ?? mark.text;
    const [from, to] = sentenceAround(text, mark.start, mark.end);
    return { ...mark, before: text.slice(from, mark.start), after: text.slice(mark.end, to) };
  });
}

/** The bounds of the sentence around a stretch of text; a very long one is cut between words. */
export function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  const most = 120;
  const head = text.slice(Math.max(0, start - most), start);
  const tail = text.slice(end, end + most);
  const opening = /(?:[.!?\n]\s*)(?=[^.!?\n]*$)/.exec(head);
  const cutHead = start > most ? head.search(/\s/) : 0;
  const skip = opening === null ? Math.max(cutHead, 0) : opening.index + opening[0].length;
  const closing = /[.!?\n]/.exec(tail);
  const cutTail = text.length > end + most ? tail.search(/\s\S*$/) : tail.length;
  const stop = closing === null ? (cutTail < 0 ? tail.length : cutTail) : closing.index + 1;
  return [start - head.length + skip, end + stop];
}

function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        part !== null && typeof part === 'object' ? (part as Record<string, unknown>)[name] : undefined,
      value,
    );
  return typeof found === 'string' ? found : undefined;
}

/** The first mark of each text: who confirms a word, confirms it wherever it stands in this form. */
function oncePerText(marks: readonly OpenMark[]): readonly OpenMark[] {
  return [...new Map(marks.toReversed().map((mark) => [mark.text, mark])).values()].toReversed();
}

/** The marks as faults: what must go at its field, the others at the place to confirm them. */
export function markTrouble(marks: readonly OpenMark[], labels: Labels): Trouble {
  const fields = marks
    .filter((mark) => mark.blocks)
    .map(
      (mark): FormError => ({
        field: mark.field,
        message: `Haal «${mark.text}» weg: ${likenessOf(mark.kind)}.`,
      }),
    );
  const open = oncePerText(marks.filter((mark) => !mark.blocks));
  const summary = fields.map((error) => {
    const label = labelAt(labels, error.field ?? '');
    return { ...error, message: withLabel(label, error.message) };
  });
  const toConfirm: readonly FormError[] = open.map((mark) => ({
    field: 'acceptedMarks',
    message: `«${mark.text}»: ${MARK_WORDS[mark.kind].name}. Schrijf de zin anders, of bevestig dat dit mag blijven staan.`,
  }));
  return { fields, summary: [...summary, ...toConfirm] };
}

interface Refused {
  readonly unmet: readonly { readonly code: string; readonly detail: string }[];
  readonly marks?: readonly OpenMark[] | undefined;
}

/** A form whose step was refused: every need and every mark, at its field. `stored`: the texts that were not in the form. */
export function refusedForm(
  { unmet, marks = [] }: Refused,
  labels: Labels,
  needFields: NeedFields,
  value: unknown,
  stored: unknown,
): { readonly status: number; readonly trouble: Trouble; readonly marks: readonly MarkInSentence[] } {
  // Each mark is told by itself.
  const needs = marks.length > 0 ? unmet.filter((need) => need.code !== 'noOpenMarks') : unmet;
  const trouble = joinTrouble(needTrouble(needs, labels, needFields), markTrouble(marks, labels));
  return {
    // What stands at a field can be put right in this form; anything else is about how things stand.
    status: trouble.summary.every((error) => error.field !== undefined) ? 422 : 409,
    trouble,
    marks: marksInSentences(marks, value, stored),
  };
}

interface WritingAidProps {
  readonly marks: readonly MarkInSentence[];
  readonly labels: Labels;
  /** Texts of marks that the writer keeps already. */
  readonly accepted: readonly string[];
}

/** What the writing aid found: each mark in its sentence, why it may not stand there, what to write instead. */
export function WritingAid({ marks, labels, accepted }: WritingAidProps): JSX.Element | null {
  const open = oncePerText(marks.filter((mark) => !mark.blocks));
  const asked = new Set(open.map((mark) => mark.text));
  const options = [
    ...accepted.filter((text) => !asked.has(text)).map((text) => ({ value: text, label: text })),
    ...open.map((mark) => ({
      value: mark.text,
      label: mark.text,
      hint: `${capital(MARK_WORDS[mark.kind].name)}, bij «${labelAt(labels, mark.field)}».`,
    })),
  ];
  if (marks.length === 0 && options.length === 0) return null;
  return (
    <>
      {marks.length > 0 && (
        <Notice tone="warning" title="De schrijfhulp vond iets">
          <p>Hier staat nooit een kind met naam. Kijk deze zinnen na.</p>
          <ul class="marks">
            {marks.map((mark) => (
              <li key={`${mark.field} ${mark.start}`}>
                <MarkView mark={mark} label={labelAt(labels, mark.field)} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {options.length > 0 && (
        <Checkboxes
          name="acceptedMarks"
          label="Dit mag blijven staan"
          hint="Bevestig het per woord, en alleen als er geen kind aan te herkennen is. Dat u dit bevestigde, wordt vastgelegd."
          options={options}
          values={accepted}
        />
      )}
    </>
  );
}

function MarkView({ mark, label }: { readonly mark: MarkInSentence; readonly label: string }): JSX.Element {
  const words = MARK_WORDS[mark.kind];
  return (
    <>
      <p>
        <a href={`#${mark.field}`}>{label}</a>
      </p>
      <p dir="auto" class="marks__sentence">
        {mark.before}
        <mark>{mark.text}</mark>
        {mark.after}
      </p>
      <p class="marks__why">
        {`Dit lijkt op ${words.name.replace(/^misschien /, '')}. ${words.why} ${insteadOf(mark)}`}
      </p>
    </>
  );
}
