/** A table as a file. */

/** A column of the file: its heading, and what stands in it for a row. */
export interface CsvColumn<Row> {
  readonly label: string;
  readonly cell: (row: Row) => string | number | null;
}

/** As Dutch Excel opens it well: UTF-8 with its mark, semicolons, decimal commas (it takes «7.5» for the seventh of May), CRLF. */
export const toCsv = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  `\ufeff${linesOf(columns, rows, ';')}`;

/** As machines expect it (RFC 4180): UTF-8 without a mark, commas, CRLF. */
export const toPlainCsv = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  linesOf(columns, rows, ',');

function linesOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], between: ';' | ','): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ cell }) => cell(row) ?? '')),
  ];
  return `${lines.map((line) => line.map((cell) => field(cell, between)).join(between)).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection), also after blanks. */
function field(value: string | number, between: ';' | ','): string {
  if (typeof value === 'number') return between === ';' ? String(value).replace('.', ',') : String(value);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(value) ? `'${value}` : value;
  return safe.includes(between) || /["\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
