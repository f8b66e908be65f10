/** Reads a list of travel times: a column `vertrekpunt`, one `schoolcode` and one `minuten`, known by name, in any order. */
import type { FileRecord, RejectedRow } from '../../registers/index.ts';

/** Minutes one way from a base to a school, both by their code, with the line it stands on. */
export interface TravelRow {
  readonly line: number;
  readonly base: string;
  readonly school: string;
  readonly minutes: number;
}

/** What a row may point at. */
export interface Known {
  readonly bases: ReadonlySet<string>;
  readonly schools: ReadonlySet<string>;
}

export type TravelFile =
  | { readonly rows: readonly TravelRow[]; readonly rejected: readonly RejectedRow[]; readonly fault: null }
  | { readonly fault: string };

const columns = ['vertrekpunt', 'schoolcode', 'minuten'] as const;

/** Every row of the table, or why it is none, in Dutch. */
export function readTravel(
  header: readonly string[],
  records: readonly FileRecord[],
  known: Known,
): TravelFile {
  const titles = header.map((title) => title.trim().toLowerCase());
  const missing = columns.filter((column) => !titles.includes(column));
  if (missing.length > 0)
    return {
      fault: `In dit bestand ontbreekt een kolom: ${missing.join(', ')}. Nodig zijn ${columns.join(', ')}.`,
    };
  const rows: TravelRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of records) {
    const [base = '', school = '', minutes = ''] = columns.map((column) =>
      (fields[titles.indexOf(column)] ?? '').trim(),
    );
    const row = { line, base: base.toLowerCase(), school: school.toUpperCase(), minutes: Number(minutes) };
    const pair = `${row.base} ${row.school}`;
    const reasons = [
      ...(known.bases.has(row.base) ? [] : [`Er is geen vertrekpunt met de code “${base}”.`]),
      ...(known.schools.has(row.school) ? [] : [`Er is geen school met de code “${school}”.`]),
      ...(/^\d{1,3}$/.test(minutes) && row.minutes <= 600
        ? []
        : [`“${minutes}” is geen heel aantal minuten van 0 tot en met 600.`]),
      ...(seen.has(pair) ? [`Deze reis staat ook op regel ${seen.get(pair)}.`] : []),
    ];
    seen.set(pair, seen.get(pair) ?? line);
    if (reasons.length > 0) rejected.push({ line, reason: reasons.join(' ') });
    else rows.push(row);
  }
  return { rows, rejected, fault: null };
}
