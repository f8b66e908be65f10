/**
 * What comes in. One zod schema serves the form and the API: a form is first decoded into the API's typed value.
 * All faults are found at once and said in Dutch.
 */
import { z } from 'zod';
import { isCivilDate, parseMoment } from './pure/dates.ts';
import { cleanText, isBlank, withoutTurns } from './pure/text.ts';

export interface Fault {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** Where, as a path with dots: `agreements.0.what`. */
  readonly location: string;
  readonly code: string;
  readonly detail: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Filled-in text of at most `max` characters; newlines as \n. Longest text of a concern: 10,000 (the counter in the form says so). */
export function text(max = 10_000) {
  return cleaned()
    .max(max, `Gebruik hoogstens ${max.toLocaleString('nl-NL')} tekens.`)
    .refine((value) => !isBlank(value), 'Vul dit in.');
}

/** Text on one line, without signs that turn the reading direction: a title, a name, a question. */
export const line = (max: number) =>
  text(max)
    .overwrite((value) => withoutTurns(value).replace(/\s+/g, ' ').trim())
    .refine((value) => value !== '', 'Vul dit in.');

/** Text that may stay empty: then it is absent. */
export function optionalText(max = 10_000) {
  return cleaned()
    .max(max, `Gebruik hoogstens ${max.toLocaleString('nl-NL')} tekens.`)
    .optional();
}

function cleaned() {
  return z
    .string()
    .superRefine((value, context) => {
      const { fault } = cleanText(value);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    })
    .overwrite((value) => cleanText(value).text ?? value);
}

/** A civil date. */
export const day = () =>
  z
    .string()
    // What is no day is not asked whether it is a Monday.
    .refine(isPlausibleDay, { error: 'Vul een datum in als 20-11-2026.', abort: true })
    .meta({ format: 'date', example: '2026-11-20' });

// Outside these years it is a slip of the keyboard, and PostgreSQL and people would disagree about it.
const isPlausibleDay = (value: string) => isCivilDate(value) && value >= '1900-01-01' && value < '2200-01-01';

/** An instant. The API sends UTC or an offset; a form sends Amsterdam's wall clock. */
export const moment = () =>
  z.iso
    .datetime({ offset: true, message: 'Vul een dag en tijd in als 20-11-2026 14:00.' })
    .overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : new Date(value).toISOString()))
    .refine(
      (value) => Number.isNaN(Date.parse(value)) || isPlausibleDay(value.slice(0, 10)),
      'Vul een dag en tijd in als 20-11-2026 14:00.',
    );

/** Whom or what is meant; `choose` says what to do when it is not said. */
export const id = (choose = 'Kies iemand uit de lijst.') => z.uuid(choose);

/** The id in an address; undefined when it cannot exist, which is answered like one that does not. */
export function idOf(params: Readonly<Record<string, string>>, name = 'id'): string | undefined {
  const parsed = id().safeParse(params[name]);
  return parsed.success ? parsed.data : undefined;
}

/** Checks a typed value. */
export function parseValue<T>(schema: z.ZodType<T>, value: unknown, where: Fault['in']): Parsed<T> {
  const result = schema.safeParse(value);
  if (!result.success)
    return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, where)) };
  const faults = unkeepable(result.data, []).map((fault) => ({ in: where, code: 'custom', ...fault }));
  return faults.length === 0 ? { ok: true, value: result.data } : { ok: false, faults };
}

/** Texts that a schema let through as they came (codes, choices) and PostgreSQL cannot even be asked about. */
function unkeepable(
  value: unknown,
  path: readonly string[],
): readonly { readonly location: string; readonly detail: string }[] {
  if (typeof value === 'string') {
    const { fault } = cleanText(value);
    return fault === null ? [] : [{ location: path.join('.'), detail: fault }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => unkeepable(member, [...path, name]));
}

function faultsOf(issue: z.core.$ZodIssue, where: Fault['in']): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      in: where,
      location: [...issue.path, key].join('.'),
      code: 'unknown',
      detail: 'Dit veld kennen wij niet.',
    }));
  }
  return [{ in: where, location: issue.path.join('.'), code: issue.code, detail: sentenceFor(issue) }];
}

const ownWords = /^[A-Z].*\.$/;

function sentenceFor(issue: z.core.$ZodIssue): string {
  if (ownWords.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'Vul dit in.' : 'Dit is geen geldige waarde.';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Maak een keuze.';
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'Kies er ten minste één.' : 'Dit is te kort of te klein.';
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? 'Dit zijn er te veel.' : 'Dit is te lang of te groot.';
  return 'Dit is geen geldige waarde.';
}

export type Entries = readonly (readonly [string, string])[];

/**
 * A form as the value the API would get. Names with dots reach into lists (`agreements.0.what`), a repeated name is a list, what
 * was left empty is absent, rows that are wholly empty are left out. Fields the schema does not know are dropped.
 */
export function decodeForm(schema: z.ZodType, entries: Entries, prefix = ''): unknown {
  const kind = unwrapped(schema);
  if (kind instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(kind.shape)
      .map(
        ([name, field]) =>
          [name, decodeForm(field, entries, prefix === '' ? name : `${prefix}.${name}`)] as const,
      )
      .filter(([, value]) => value !== undefined);
    return fields.length === 0 && prefix !== '' ? undefined : Object.fromEntries(fields);
  }
  if (kind instanceof z.ZodArray) {
    const element = unwrapped(kind.element as z.ZodType);
    if (element instanceof z.ZodObject) {
      const rows = rowsUnder(entries, prefix).map((row) => decodeForm(element, entries, `${prefix}.${row}`));
      const filled = rows.filter((row) => row !== undefined);
      return filled.length === 0 ? undefined : filled;
    }
    const items = entries.filter(([name, value]) => (name === prefix || isRow(name, prefix)) && value !== '');
    return items.length === 0 ? undefined : items.map(([, value]) => decodeOne(element, value));
  }
  const found = entries.findLast(([name]) => name === prefix);
  return found === undefined || found[1].trim() === '' ? undefined : decodeOne(kind, found[1]);
}

function decodeOne(kind: z.ZodType, value: string): unknown {
  if (kind instanceof z.ZodBoolean) return value === 'true' ? true : value === 'false' ? false : value;
  if (kind instanceof z.ZodNumber)
    return /^-?\d+([.,]\d+)?$/.test(value.trim()) ? Number(value.replace(',', '.')) : value;
  if (kind instanceof z.ZodISODateTime) {
    const wall = parseMoment(value);
    // A time that came twice when the clocks went back means the first one; one that never came is said to be no time.
    return wall.kind === 'moment' ? wall.instant : wall.kind === 'twice' ? wall.earlier : value;
  }
  return value;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType);
  return schema;
}

// A row number of at most three digits: nobody makes us build a list of a billion rows.
const isRow = (name: string, prefix: string) =>
  name.startsWith(`${prefix}.`) && /^\d{1,3}$/.test(name.slice(prefix.length + 1));

function rowsUnder(entries: Entries, prefix: string): readonly string[] {
  const rows = entries
    .filter(([name]) => name.startsWith(`${prefix}.`))
    .map(([name]) => name.slice(prefix.length + 1).split('.')[0] ?? '')
    .filter((row) => /^\d{1,3}$/.test(row));
  return [...new Set(rows)].sort((a, b) => Number(a) - Number(b));
}
