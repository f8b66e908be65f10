/** Faults and unmet needs as messages at their fields, and in whole sentences for the summary on top. */
import type { Fault } from '../../platform/input.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import type { Need } from '../concern.rules.ts';
import type { Unmet } from '../concern.words.ts';

export interface Trouble {
  readonly summary: readonly FormError[];
  /** The same, said at the field itself. */
  readonly fields: readonly FormError[];
}

export const noTrouble: Trouble = { summary: [], fields: [] };

/** Labels of a form by field name; of a repeated group by its own and its fields' names (`agreements`, `agreements.what`). */
export type Labels = Readonly<Record<string, string>>;

export function faultTrouble(faults: readonly Fault[], labels: Labels): Trouble {
  const fields = faults
    .map(({ location, detail }) => ({ field: fieldId(location), message: detail }))
    .toSorted((a, b) => placeOf(a.field, labels) - placeOf(b.field, labels));
  return {
    fields,
    summary: fields.map(({ field, message }) => ({
      field,
      message: withLabel(labelAt(labels, field), message),
    })),
  };
}

/** Needs that were not met: at the field that can meet them, when the form has one. */
export function needTrouble(unmet: readonly Unmet[], labels: Labels): Trouble {
  const summary = unmet.map(({ code, detail }) => ({ field: fieldFor(code, labels), message: detail }));
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

const needFields: Partial<Record<Need, readonly string[]>> = {
  meaningForChildren: ['meaningForChildren'],
  goesWell: ['goesWell'],
  factAndImpressionApart: ['impression'],
  worksAtSchool: ['personId'],
  notYetParticipant: ['personId'],
  proposalsAhead: ['proposals'],
  invitedTakePart: ['participants'],
  answersTheProposals: ['proposal'],
  heldAfterSharing: ['heldOn'],
  notAhead: ['heldOn', 'noticedOn'],
  directorPresent: ['present'],
  directorInvited: ['directorInvitedOn'],
  agreementsOrReason: ['noAgreementsBecause'],
  reviewAhead: ['reviewOn'],
};

function fieldFor(code: string, labels: Labels): string | undefined {
  return needFields[code as Need]?.find((field) => field in labels);
}

/** Labels stand in the order of the page, and so do the faults. */
const placeOf = (field: string, labels: Labels) => Object.keys(labels).indexOf(field.split('.')[0] ?? field);

/** A group of choices is pointed at as a whole. */
function fieldId(location: string): string {
  return location.replace(/^(present|participants|acceptedMarks)\.\d+$/, '$1');
}
