/**
 * Reads school holidays: a table «schooljaar, vakantie, begin, eind_tot_en_met», or the JSON of opendata.rijksoverheid.nl,
 * which gives a period per region (noord, midden, zuid, or «heel Nederland»). First and last day both belong to the holiday.
 */

import { type CivilDate, dayOf, daysBetween, isCivilDate } from '../../platform/pure/dates.ts';
import type { FileRecord, RejectedRow } from './school-file.rules.ts';

export type HolidayRegion = 'noord' | 'midden' | 'zuid';

export interface HolidayRow {
  readonly name: string;
  readonly from: CivilDate;
  /** The last day itself. */
  readonly to: CivilDate;
}

export type HolidayFile =
  | { readonly rows: readonly HolidayRow[]; readonly rejected: readonly RejectedRow[]; readonly fault: null }
  | { readonly fault: string };

/** The longest summer holiday has six weeks; a period of more than thirteen is a slip in a year. */
const LONGEST_DAYS = 91;

const NOT_HOLIDAYS = 'Dit is geen lijst met vakanties';

/** Reads the table. Holidays may not overlap; the second of two that do is rejected. */
export function readHolidays(header: readonly string[], records: readonly FileRecord[]): HolidayFile {
  const names = header.map((name) => name.trim().toLowerCase().replace(/[ -]/g, '_'));
  const missing = ['vakantie', 'begin', 'eind_tot_en_met'].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return { fault: `${NOT_HOLIDAYS}. Deze kolommen ontbreken: ${missing.join(', ')}.` };
  }
  const candidates = records.map(({ line, fields }) => {
    const value = (name: string): string => (fields[names.indexOf(name)] ?? '').trim();
    return { line, name: value('vakantie'), from: value('begin'), to: value('eind_tot_en_met') };
  });
  return sift(candidates, 'Dit bestand heeft wel namen van kolommen, maar geen vakanties.');
}

/**
 * Reads the parsed JSON of the government for one region. A rejected period has as its line the number of its place in
 * the file, counted from 1.
 */
export function readGovernmentHolidays(json: unknown, region: HolidayRegion): HolidayFile {
  const vacations = itemsOf(json).flatMap((year) =>
    itemsOf(get(year, 'content')).flatMap((c) => itemsOf(get(c, 'vacations'))),
  );
  if (vacations.length === 0) return { fault: `${NOT_HOLIDAYS} van opendata.rijksoverheid.nl.` };
  const candidates = vacations.flatMap((vacation) =>
    itemsOf(get(vacation, 'regions'))
      .filter((period) => [region, 'heel nederland'].includes(textAt(period, 'region').toLowerCase()))
      .map((period) => ({
        name: textAt(vacation, 'type').toLowerCase(),
        from: dayAt(period, 'startdate'),
        to: dayAt(period, 'enddate'),
      })),
  );
  const numbered = candidates.map((candidate, i) => ({ ...candidate, line: i + 1 }));
  return sift(numbered, `Dit bestand heeft geen vakanties voor de regio ${region}.`);
}

function sift(
  candidates: readonly (HolidayRow & { readonly line: number })[],
  whenNone: string,
): HolidayFile {
  if (candidates.length === 0) return { fault: whenNone };
  const rows: HolidayRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const { line, ...row } of candidates) {
    const reasons = faultsOf(row, rows);
    if (reasons.length > 0) rejected.push({ line, reason: reasons.join(' ') });
    else rows.push(row);
  }
  return { rows, rejected, fault: null };
}

function faultsOf({ name, from, to }: HolidayRow, earlier: readonly HolidayRow[]): readonly string[] {
  const faults: string[] = [];
  if (name === '') faults.push('De naam van de vakantie ontbreekt.');
  if (!isCivilDate(from)) faults.push(`De begindatum “${from}” is geen datum zoals 2026-10-17.`);
  if (!isCivilDate(to)) faults.push(`De einddatum “${to}” is geen datum zoals 2026-10-25.`);
  if (!isCivilDate(from) || !isCivilDate(to)) return faults;
  if (to < from) faults.push('De vakantie eindigt voordat zij begint.');
  else if (daysBetween(from, to) >= LONGEST_DAYS)
    faults.push('Deze vakantie duurt langer dan dertien weken.');
  const overlapping = earlier.find((other) => other.from <= to && from <= other.to);
  if (overlapping !== undefined)
    faults.push(`Deze dagen vallen samen met ${overlapping.name} (vanaf ${overlapping.from}).`);
  return faults;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

function textAt(value: unknown, key: string): string {
  const text = get(value, key);
  return typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
}

/** The file gives instants such as 2026-10-25T22:59:00.000Z, one minute before the day ends in Amsterdam. */
function dayAt(period: unknown, key: string): string {
  const text = textAt(period, key);
  const instant =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text) && isCivilDate(text.slice(0, 10));
  return instant ? dayOf(text) : text;
}
