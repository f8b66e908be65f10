/**
 * Reads a list of expected questions: columns `schoolcode`, `expertise`, `dagdelen`, `van` and `tot_en_met`, and if one likes `niveau`
 * (1 to 3; 1 when it is empty), `taal` and `ambitie`. Columns are known by name, in any order; days as 2026-11-20 or 20-11-2026.
 */
import { type CivilDate, isCivilDate } from '../../platform/pure/dates.ts';
import type { FileRecord, RejectedRow } from '../../registers/index.ts';

export interface ExpectedRow {
  readonly schoolId: string;
  readonly expertise: string;
  readonly leastLevel: number;
  readonly language: string | null;
  readonly dagdelen: number;
  readonly ambitionId: string | null;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

/** What a row may point at, by what the file calls it in small letters: schools by code, the others by name or code. */
export interface ExpectedKnown {
  readonly schools: ReadonlyMap<string, string>;
  readonly expertise: ReadonlyMap<string, string>;
  readonly ambitions: ReadonlyMap<string, string>;
}

export type ExpectedFile =
  | { readonly rows: readonly ExpectedRow[]; readonly rejected: readonly RejectedRow[]; readonly fault: null }
  | { readonly fault: string };

const needed = ['schoolcode', 'expertise', 'dagdelen', 'van', 'tot_en_met'] as const;

/** Every row of the table, or why it is none, in Dutch. */
export function readExpected(
  header: readonly string[],
  records: readonly FileRecord[],
  known: ExpectedKnown,
): ExpectedFile {
  const titles = header.map((title) => title.trim().toLowerCase());
  const missing = needed.filter((column) => !titles.includes(column));
  if (missing.length > 0) return { fault: `In dit bestand ontbreekt een kolom: ${missing.join(', ')}.` };
  const rows: ExpectedRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of records) {
    const row = readRow((column) => (fields[titles.indexOf(column)] ?? '').trim(), known);
    const key = [row.schoolId, row.expertise, row.ambitionId, row.from, row.to].join(' ');
    const twice = seen.get(key);
    const reasons = twice === undefined ? row.reasons : [...row.reasons, `Dit staat ook op regel ${twice}.`];
    if (row.reasons.length === 0 && twice === undefined) seen.set(key, line);
    const { reasons: _, ...whole } = row;
    if (reasons.length > 0) rejected.push({ line, reason: reasons.join(' ') });
    else rows.push(whole);
  }
  return { rows, rejected, fault: null };
}

function readRow(
  at: (column: string) => string,
  known: ExpectedKnown,
): ExpectedRow & { readonly reasons: readonly string[] } {
  const schoolId = known.schools.get(at('schoolcode').toLowerCase());
  const expertise = known.expertise.get(at('expertise').toLowerCase());
  const ambitionId = at('ambitie') === '' ? null : known.ambitions.get(at('ambitie').toLowerCase());
  const dagdelen = /^\d+([.,]\d+)?$/.test(at('dagdelen')) ? Number(at('dagdelen').replace(',', '.')) : 0;
  const [from, to] = [dayIn(at('van')), dayIn(at('tot_en_met'))];
  const faults: readonly (readonly [boolean, string])[] = [
    [schoolId === undefined, `Er is geen school met de code “${at('schoolcode')}”.`],
    [expertise === undefined, `Er is geen expertise die “${at('expertise')}” heet.`],
    [ambitionId === undefined, `Er is geen ambitie die “${at('ambitie')}” heet.`],
    [!/^[123]?$/.test(at('niveau')), `Het niveau “${at('niveau')}” is geen 1, 2 of 3.`],
    [at('taal').length > 60, 'De taal is te lang.'],
    [
      /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}\p{Cn}]/u.test(at('taal')),
      'In de taal staat een teken dat niemand ziet.',
    ],
    [
      dagdelen <= 0 || dagdelen > 400 || !Number.isInteger(dagdelen * 2),
      `“${at('dagdelen')}” is geen aantal hele of halve dagdelen tot en met 400.`,
    ],
    [from === undefined, `De eerste dag “${at('van')}” is geen datum zoals 20-11-2026.`],
    [to === undefined, `De laatste dag “${at('tot_en_met')}” is geen datum zoals 20-11-2026.`],
    [from !== undefined && to !== undefined && to < from, 'De laatste dag ligt voor de eerste.'],
  ];
  return {
    schoolId: schoolId ?? '',
    expertise: expertise ?? '',
    leastLevel: at('niveau') === '' ? 1 : Number(at('niveau')),
    language: at('taal') || null,
    dagdelen,
    ambitionId: ambitionId ?? null,
    from: from ?? '',
    to: to ?? '',
    reasons: faults.filter(([wrong]) => wrong).map(([, reason]) => reason),
  };
}

function dayIn(text: string): CivilDate | undefined {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  const day =
    dutch === null ? text : `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}`;
  return isCivilDate(day) && day >= '2000-01-01' && day < '2200-01-01' ? day : undefined;
}
