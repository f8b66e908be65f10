/** Faults and unmet needs as messages at their fields, and in whole sentences for the summary on top. */
import type { Fault } from '../input.ts';
import type { FormError } from '../ui/form.tsx';

export interface Trouble {
  readonly summary: readonly FormError[];
  /** The same, said at the field itself. */
  readonly fields: readonly FormError[];
}

export const noTrouble: Trouble = { summary: [], fields: [] };

/** Labels of a form by field name; of a repeated group by its own and its fields' names (`agreements`, `agreements.what`). */
export type Labels = Readonly<Record<string, string>>;

export function faultTrouble(faults: readonly Pick<Fault, 'location' | 'detail'>[], labels: Labels): Trouble {
  const fields = faults
    .map(({ location, detail }) => ({ field: fieldId(location, labels), message: detail }))
    .toSorted((a, b) => placeOf(a.field, labels) - placeOf(b.field, labels));
  return {
    fields,
    summary: fields.map(({ field, message }) => ({
      field,
      message: withLabel(labelAt(labels, field), message),
    })),
  };
}

/** The same for a form that says them at once: at the field, and with its label in the summary. */
export const faultErrors = (
  faults: Parameters<typeof faultTrouble>[0],
  labels: Labels,
): readonly FormError[] =>
  faultTrouble(faults, labels).fields.map(({ field = '', message }) => ({
    ...{ field, message },
    inSummary: withLabel(labelAt(labels, field), message),
  }));

/** What was not met, as a sentence with a next step. */
interface Unmet {
  readonly code: string;
  readonly detail: string;
}

/** By need: the fields that can meet it, of any form. */
export type NeedFields = Readonly<Partial<Record<string, readonly string[]>>>;

/** Needs that were not met: at the field that can meet them, when the form has one. */
export function needTrouble(unmet: readonly Unmet[], labels: Labels, needFields: NeedFields): Trouble {
  const summary = unmet.map(({ code, detail }) => ({
    field: needFields[code]?.find((field) => field in labels),
    message: detail,
  }));
  return { summary, fields: summary.filter(({ field }) => field !== undefined) };
}

export function joinTrouble(...all: readonly Trouble[]): Trouble {
  return {
    summary: all.flatMap((one) => one.summary),
    fields: all.flatMap((one) => one.fields),
  };
}

/** The label of a field; of a field in a row with the row's number: «Afspraak 2: wie doet het?». */
export function labelAt(labels: Labels, field: string): string {
  const own = labels[field];
  if (own !== undefined) return own;
  const [list = '', row = '', ...rest] = field.split('.');
  const within = labels[[list, ...rest].join('.')] ?? labels[list] ?? '';
  return /^\d+$/.test(row) ? `${labels[`${list}.row`] ?? list} ${Number(row) + 1}: ${within}` : within;
}

/** A fault behind the name of its field: «Verslag: Vul dit in.» */
export const withLabel = (label: string, message: string) =>
  label === '' ? message : /[?:.]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`;

/** Labels stand in the order of the page, and so do the faults. */
function placeOf(field: string, labels: Labels): number {
  const names = Object.keys(labels);
  return field in labels ? names.indexOf(field) : names.indexOf(field.split('.')[0] ?? field);
}

/** A group of choices is pointed at as a whole; of a repeated group, which has a word for its rows, each row by itself. */
function fieldId(location: string, labels: Labels): string {
  const [list = ''] = location.split('.');
  return /^\w+\.\d+$/.test(location) && labels[`${list}.row`] === undefined ? list : location;
}
