/** A report as a file to keep, from pages and API alike. */
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { SentFile } from '../../platform/route.ts';
import { getReport, getReportFile, type Report, reportFormats } from './report.store.ts';
import { fileNameOf } from './report.words.ts';
import { reportCsv } from './report-files.ts';

export const downloads = [...reportFormats, 'csv'] as const;
type Download = (typeof downloads)[number];

const types: Readonly<Record<Download, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};

/** Undefined: there is none (yet) for this reader, or no such format. */
export async function findDownload(
  database: ReadDatabase,
  actor: Actor,
  id: string | undefined,
  asked: string | undefined,
): Promise<SentFile | undefined> {
  const format = downloads.find((one) => one === asked);
  if (id === undefined || format === undefined) return undefined;
  if (format === 'csv') {
    const report = await database.read(actor, (reader) => getReport(reader, actor, id));
    return report?.content == null ? undefined : fileOf(report, format, reportCsv(report.content));
  }
  const found = await database.read(actor, (reader) => getReportFile(reader, actor, id, format));
  return found && fileOf(found, format, found.bytes);
}

const fileOf = (
  report: Pick<Report, 'kind' | 'from' | 'to' | 'asOf'>,
  format: Download,
  body: string | Uint8Array,
): SentFile => ({
  name: `${fileNameOf(report)}.${format}`,
  type: types[format],
  body,
});
