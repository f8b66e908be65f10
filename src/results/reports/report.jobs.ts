/** Makes the reports that were asked for, in the name of who asked. */
import { type Database, NotAdmitted, Unavailable } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { factsOf, log } from '../../platform/log.ts';
import { PartFailed } from '../../platform/part.ts';
import {
  fadeReports,
  failReport,
  finishReport,
  getReport,
  sayProgress,
  type TakenReport,
  takeReport,
} from './report.store.ts';
import { readReport } from './report-figures.ts';
import { reportPdf, reportSheets } from './report-files.ts';

/** Of the work, this much is reading figures; the rest is drawing up the files. */
const reading = 85;

/**
 * Works until no report waits. Gives how many were made.
 * @param draw makes the PDF: a process of its own, which a busy machine may keep from answering in time
 */
export async function makeReports(database: Database, draw = reportPdf): Promise<number> {
  let made = 0;
  for (;;) {
    const run = newId();
    const taken = await takeReport(database, run);
    if (taken === undefined) return made;
    try {
      const failure = await workOn(database, taken, run, draw);
      if (failure === undefined) made += 1;
      else await failReport(database, run, failure);
    } catch (fault) {
      // The database went away: the report is taken again when it is back.
      if (fault instanceof Unavailable) throw fault;
      // Left as it is, like one whose program was ended: it is taken again a minute later, three times in all.
      if (fault instanceof PartFailed) {
        log('warn', 'report not drawn up in time', { report: taken.id });
        continue;
      }
      const gone = fault instanceof NotAdmitted;
      if (!gone) log('error', 'report failed', factsOf(fault));
      await failReport(database, run, gone ? 'noRight' : 'broken');
    }
  }
}

/** Gives why it failed. */
async function workOn(
  database: Database,
  taken: TakenReport,
  run: string,
  draw: typeof reportPdf,
): Promise<string | undefined> {
  const report = await database.read(taken, (reader) => getReport(reader, taken, taken.id));
  // Who asked may not read it any more.
  if (report === undefined) return 'noRight';
  const say = (progress: number) =>
    database.write(taken, (tx) => sayProgress(tx, taken.id, run, Math.round(progress)));
  const content = await readReport(database, taken, report, (share) => say(share * reading));
  if (content === undefined) return 'nothing';
  const pdf = await draw(content);
  await say(95);
  const made = { pdf, xlsx: reportSheets(content, 'xlsx'), ods: reportSheets(content, 'ods') };
  await database.write(taken, (tx) => finishReport(tx, taken.id, run, content, made));
  return undefined;
}

/** Every night. */
export async function fadeReportsByTerm(database: Database): Promise<void> {
  const gone = await fadeReports(database);
  if (gone > 0) log('info', 'reports, their sending and saved views faded', { rows: gone });
}
