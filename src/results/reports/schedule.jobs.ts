/** Asks for the reports that are due again, and writes to who gets the link. */
import type { Database } from '../../platform/database.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import { sending } from './report.rules.ts';
import { changedLetter, readyLetter } from './report.words.ts';
import { reportPath, reportsPath } from './report-paths.ts';
import { type DueSchedule, findDueSchedules, type Laid, layReport } from './schedule.store.ts';

/** Report, letters and the next day are kept together: who is ended in the middle sends nothing twice. */
export async function sendReports(database: Database): Promise<void> {
  for (const due of await findDueSchedules(database)) {
    const { period, nextOn } = sending(due.every, due.today);
    await database.write('visitor', async (tx) => {
      const laid = await layReport(tx, database, due, period, nextOn);
      const letters = laid === undefined ? [] : lettersOf(due, laid);
      if (letters.length > 0) await queueMail(tx, letters);
    });
  }
}

/** Who lost the right gets no letter: not even that there is something they no longer read. */
function lettersOf(due: DueSchedule, { report, told, madeBy, lost, ended }: Laid): readonly Letter[] {
  const { tenantId, id, today } = due;
  const ready = told.map((personId) => ({
    ...{ tenantId, personId, kind: 'report', key: `report:${report}:${personId}` },
    ...{ ...readyLetter, link: reportPath(report ?? '') },
  }));
  if (lost === 0 && ended === null) return ready;
  const changed = {
    ...{ tenantId, personId: madeBy, kind: 'report', key: `report-schedule:${id}:${today}` },
    ...{ ...changedLetter(lost, ended), link: reportsPath },
  };
  return [...ready, changed];
}
