/** From the form of a visit to what the API would get, and faults back to the fields somebody sees. */
import { typedValue } from '../../platform/form/typed.ts';
import { type Entries, type Fault, type Parsed, parseValue } from '../../platform/input.ts';
import { type VisitForm, type VisitInput, visitInput } from './visit.input.ts';
import { divide, minutesLeft, participantRoles } from './visit.rules.ts';
import type { VisitRow, VisitShare } from './visit.store.ts';
import { leftWords } from './visit.words.ts';

/** The visit as the API takes it, or every fault at its field of the form. */
export function visitOfForm(form: VisitForm): Parsed<VisitInput> {
  const schools = [...(form.schools ?? []), ...(form.otherSchool === undefined ? [] : [form.otherSchool])];
  const minutes = form.otherMinutes ?? form.minutes;
  const rows = (form.split ?? []).filter((row) => row.on === true || row.minutes !== undefined);
  const shares = minutes === undefined ? undefined : divide(minutes, rows);
  const parsed = parseValue(
    visitInput,
    {
      schools: schools.length === 0 ? undefined : schools,
      date: form.date,
      minutes,
      kind: form.kind,
      travelMinutes: form.travelMinutes,
      preparationMinutes: form.preparationMinutes,
      participants: participantRoles.flatMap((role) => {
        const number = form.participants?.[role];
        return number === undefined ? [] : [{ role, number }];
      }),
      split: (shares ?? rows.map((row) => ({ ...row, minutes: row.minutes ?? 1 }))).map(shareOf),
    },
    'body',
  );
  // What does not add up is said in the words of the form: how much is left to divide.
  const left =
    minutes === undefined || rows.length === 0 || shares !== undefined
      ? undefined
      : minutesLeft(minutes, rows);
  const others = parsed.ok
    ? []
    : parsed.faults.filter(({ location }) => left === undefined || location !== 'split');
  const unequal: readonly Fault[] =
    left === undefined
      ? []
      : [{ in: 'body', location: 'split', code: 'custom', detail: unevenWords(left, rows) }];
  if (parsed.ok && unequal.length === 0) return parsed;
  return {
    ok: false,
    faults: [...others, ...unequal].map((fault) => ({ ...fault, location: fieldFor(fault.location, form) })),
  };
}

const shareOf = ({ what, minutes }: { readonly what: string; readonly minutes: number }) => {
  const [kind, id] = what.split(':');
  if (kind === 'q') return { minutes, supportQuestionId: id };
  if (kind === 'a') return { minutes, ambitionId: id };
  return kind === 'g' ? { minutes, goalId: id } : { minutes, preventive: true };
};

/** Nothing left for what was checked without minutes: then it is no use to say that 0 are left. */
function unevenWords(left: number, rows: readonly { readonly minutes?: number | undefined }[]): string {
  return left >= 0 && rows.some((row) => row.minutes === undefined)
    ? 'U verdeelde alle minuten al. Vul ook bij de andere minuten in, of zet ze uit.'
    : leftWords(left);
}

function fieldFor(location: string, form: VisitForm): string {
  if (location === 'minutes' && form.otherMinutes !== undefined) return 'otherMinutes';
  if (location.startsWith('schools')) return 'schools';
  if (location.startsWith('split')) return 'split';
  const participant = /^participants\.(\d+)/.exec(location)?.[1];
  if (participant === undefined) return location;
  const filled = participantRoles.filter((role) => form.participants?.[role] !== undefined);
  return `participants.${filled[Number(participant)]}`;
}

/** Chips for how long: what most visits last. */
export const usualMinutes = [30, 45, 60, 90, 120] as const;

const minuteFields = (minutes: number): Entries =>
  usualMinutes.some((usual) => usual === minutes)
    ? [['minutes', `${minutes}`]]
    : [['otherMinutes', `${minutes}`]];

/** The form as it begins: a school with the day, minutes and kind that fit it, and the work there checked. */
export function presetOf(
  preset: {
    readonly schoolCode: string | undefined;
    readonly date: string;
    readonly minutes: number;
    readonly kind: string;
  },
  questions: readonly { readonly id: string; readonly schoolCode: string }[],
): Entries {
  const { schoolCode, date, minutes, kind } = preset;
  const whats = questions.filter((one) => one.schoolCode === schoolCode).map(({ id }) => `q:${id}`);
  return [
    ...(schoolCode === undefined ? [] : [['schools', schoolCode] as const]),
    ['date', date],
    ...minuteFields(minutes),
    ['kind', kind],
    ...(whats.length === 0 ? ['p'] : whats).flatMap((what, nth) => [
      [`split.${nth}.what`, what] as const,
      [`split.${nth}.on`, 'true'] as const,
    ]),
  ];
}

/** A visit as the form would have been filled in, to correct it. */
export function typedOf(visit: VisitRow): Entries {
  const some = (minutes: number) => (minutes === 0 ? '' : `${minutes}`);
  return [
    ...visit.schools.map(({ code }) => ['schools', code] as const),
    ['date', visit.date],
    ...minuteFields(visit.minutes),
    ['kind', visit.kind],
    ['travelMinutes', some(visit.travelMinutes)],
    ['preparationMinutes', some(visit.preparationMinutes)],
    ...visit.participants.map(({ role, number }) => [`participants.${role}`, `${number}`] as const),
    ...visit.split.flatMap((share, nth) => [
      [`split.${nth}.what`, whatOf(share)] as const,
      [`split.${nth}.on`, 'true'] as const,
      [`split.${nth}.minutes`, `${share.minutes}`] as const,
    ]),
  ];
}

/** How the form names what minutes were for. */
export function whatOf({
  questionId,
  goalId,
  ambition,
}: Pick<VisitShare, 'questionId' | 'goalId' | 'ambition'>): string {
  if (goalId !== null) return `g:${goalId}`;
  if (ambition !== null) return `a:${ambition.id}`;
  return questionId === null ? 'p' : `q:${questionId}`;
}

/** What stands in the row of the form for this work. */
export function portionOf(typed: Entries, what: string): { readonly on: boolean; readonly minutes: string } {
  const row = typed.find(([name, value]) => /^split\.\d+\.what$/.test(name) && value === what)?.[0];
  const stem = row?.replace(/what$/, '') ?? ' ';
  return {
    on: typedValue(typed, `${stem}on`) === 'true',
    minutes: typedValue(typed, `${stem}minutes`) ?? '',
  };
}
