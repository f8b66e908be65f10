/**
 * From the bytes of a file to a table: which encoding, which separator, where each row stands. Files come from DUO, from
 * Excel and from people, so everything that is surely meant is read, and everything doubtful is refused with the reason.
 */

import { parse } from 'csv-parse/sync';
import type { FileRecord, RejectedRow } from './school-file.rules.ts';

/** `rejected`: lines whose quotation marks do not add up. Blank lines are left out. */
interface CsvTable {
  readonly header: readonly string[];
  readonly records: readonly FileRecord[];
  readonly rejected: readonly RejectedRow[];
}

/** A table, or the Dutch sentence that says why the file is none. */
type CsvFile =
  | { readonly table: CsvTable; readonly fault: null }
  | { readonly table: null; readonly fault: string };

/** A text, or the Dutch sentence that says why the file is none. */
type DecodedFile =
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: string };

const EXCEL =
  'Dit is een Excel-bestand. Open het in Excel, kies “Opslaan als” en dan “CSV UTF-8”. Kies daarna dat bestand.';
const SAVE_AGAIN = 'Sla het bestand opnieuw op als “CSV UTF-8” en probeer het nog eens.';
const BROKEN_QUOTES = 'De aanhalingstekens op deze regel kloppen niet.';

/** Reads a CSV file of any usual encoding (UTF-8, windows-1252, UTF-16 with a mark) and separator (`;`, `,`, tab). */
export function readCsv(bytes: Uint8Array): CsvFile {
  const { text, fault } = decodeFile(bytes);
  if (text === null) return { table: null, fault };
  if (text.trim() === '') return { table: null, fault: 'Dit bestand is leeg.' };
  if (/^\s*</.test(text))
    return { table: null, fault: 'Dit is een webpagina of XML-bestand, geen CSV-bestand.' };
  const { records, rejected } = splitRecords(text);
  const [header, ...rest] = records;
  if (header === undefined || (rejected[0] !== undefined && rejected[0].line < header.line)) {
    return { table: null, fault: 'De eerste regel, met de namen van de kolommen, is niet te lezen.' };
  }
  return { table: { header: header.fields, records: rest, rejected }, fault: null };
}

/** The text of a file without its byte order mark. Refuses Excel files, other binary files and mixed encodings. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { text: null, fault: EXCEL };
  }
  const decoded = decodeText(bytes);
  if (decoded.text?.includes('\0')) {
    return { text: null, fault: `Dit bestand bevat geen gewone tekst. ${SAVE_AGAIN}` };
  }
  return decoded;
}

function decodeText(bytes: Uint8Array): DecodedFile {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), fault: null };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), fault: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fault: null };
  } catch {
    const mixed = startsWith(bytes, 0xef, 0xbb, 0xbf) || holdsUtf8(bytes);
    if (!mixed) return { text: decodeWindows1252(bytes), fault: null };
    return { text: null, fault: `Niet alle letters van dit bestand zijn te lezen. ${SAVE_AGAIN}` };
  }
}

/** The characters of bytes 0x80 to 0x9f; Node 20 leaves them as control characters (nodejs/node 56542). */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (character) => UPPER[character.charCodeAt(0) - 0x80] ?? character);
}

/** A byte 0xc3 followed by 0x80-0xbf is an accented letter in UTF-8, and «Ã» with a sign, not Dutch, in windows-1252. */
function holdsUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte === 0xc3 && ((bytes[i + 1] ?? 0) & 0xc0) === 0x80);
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

interface Split {
  readonly records: readonly FileRecord[];
  readonly rejected: readonly RejectedRow[];
}

/** When quotation marks are broken anywhere, each line is read by itself, so that one bad line costs one line. */
function splitRecords(text: string): Split {
  const delimiter = delimiterOf(text);
  try {
    return { records: parseRecords(text, delimiter), rejected: [] };
  } catch {
    return splitLines(text, delimiter);
  }
}

function splitLines(text: string, delimiter: string): Split {
  const records: FileRecord[] = [];
  const rejected: RejectedRow[] = [];
  for (const [i, content] of text.split(/\r\n|\n|\r/).entries()) {
    const line = i + 1;
    try {
      records.push(...parseRecords(content, delimiter).map(({ fields }) => ({ line, fields })));
    } catch {
      rejected.push({ line, reason: BROKEN_QUOTES });
    }
  }
  return { records, rejected };
}

function parseRecords(text: string, delimiter: string): FileRecord[] {
  const records: FileRecord[] = [];
  parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    on_record: (fields: string[], { lines }) => {
      const extraLines = fields.join('').split('\n').length - 1;
      records.push({ line: lines - extraLines, fields });
      return null;
    },
  });
  return records;
}

/** The separator that the first line uses most, outside quotation marks. */
function delimiterOf(text: string): string {
  const [first = ''] = text
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const times = (mark: string): number => first.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best), ',');
}
