/** A table as a file that Dutch Excel opens well: UTF-8 with its mark, semicolons, CRLF. */

/** A column of the file: its heading, and what stands in it for a row. */
export interface CsvColumn<Row> {
  readonly label: string;
  readonly cell: (row: Row) => string | number | null;
}

export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ cell }) => cell(row) ?? '')),
  ];
  return `\ufeff${lines.map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection), also after blanks. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[";\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
