/** What becomes of a report whose PDF was not drawn up, on a small invented school. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReports, type Reports } from '../../../tests/support/reports.ts';
import { PartFailed } from '../../platform/part.ts';
import { makeReports } from './report.jobs.ts';
import { reportPath } from './report-paths.ts';

let reports: Reports;
beforeAll(async () => {
  reports = await openReports();
});
afterAll(() => reports.close());

const killed = () => Promise.reject(new PartFailed('killed at its limit'));
const asked = () => reports.order(reports.cast.director);

async function stateOf(id: string) {
  const { rows } = await reports.superuser.query(
    'select status, tries, failure, num_nulls(content, pdf, xlsx, ods) as missing from report where id = $1',
    [id],
  );
  return rows[0];
}

const aMinuteLater = () =>
  reports.superuser.query(`update report set progressed_at = progressed_at - interval '61 seconds'`);

it('is made again a minute later, and until then has no file at all', async () => {
  const id = await asked();
  expect(await makeReports(reports.stage.database, killed)).toBe(0);
  expect(await stateOf(id)).toEqual({ status: 'running', tries: 1, failure: null, missing: 4 });
  expect(await makeReports(reports.stage.database)).toBe(0);
  await aMinuteLater();
  expect(await makeReports(reports.stage.database)).toBe(1);
  expect(await stateOf(id)).toEqual({ status: 'done', tries: 2, failure: null, missing: 0 });
});

it('is made for who may read it and asks again, when who asked first lost the right', async () => {
  const { cast, superuser, stage, see } = reports;
  await superuser.query('delete from report');
  const id = await asked();
  const rightUntil = (day: string | null) =>
    superuser.query('update appointment set ends_on = $2 where person_id = $1', [cast.director, day]);
  await rightUntil('2026-03-01');
  await makeReports(stage.database);
  expect(await stateOf(id)).toEqual({ status: 'failed', tries: 1, failure: 'noRight', missing: 4 });
  expect((await see(cast.coordinator, reportPath(id))).html).toContain('Vraag het opnieuw');
  expect(await reports.order(cast.coordinator)).toBe(id);
  expect(await makeReports(stage.database)).toBe(1);
  expect(await stateOf(id)).toEqual({ status: 'done', tries: 1, failure: null, missing: 0 });
  const { rows } = await superuser.query('select made_by as who from report where id = $1', [id]);
  expect(rows).toEqual([{ who: cast.coordinator }]);
  await rightUntil(null);
  expect(await asked()).toBe(id);
  expect(await stateOf(id)).toMatchObject({ status: 'done' });
});

it('fails after three times, says so in plain words, and is made when who asked for it asks again', async () => {
  await reports.superuser.query('delete from report');
  const id = await asked();
  for (let time = 0; time < 3; time += 1) {
    await makeReports(reports.stage.database, killed);
    await aMinuteLater();
  }
  expect(await makeReports(reports.stage.database)).toBe(0);
  expect(await stateOf(id)).toEqual({ status: 'failed', tries: 3, failure: 'keepsEnding', missing: 4 });
  const page = (await reports.see(reports.cast.director, reportPath(id))).html;
  expect(page).toContain('Dit rapport is niet gelukt');
  expect(page).toContain('Vraag het rapport later opnieuw.');
  expect(page).toContain('Vraag het opnieuw');
  expect(await asked()).toBe(id);
  expect(await makeReports(reports.stage.database)).toBe(1);
  expect(await stateOf(id)).toEqual({ status: 'done', tries: 1, failure: null, missing: 0 });
});
