/** What becomes of a report whose PDF was not drawn up, on a small invented school. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, deedOf } from '../../../tests/support/factories.ts';
import { aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { PartFailed } from '../../platform/part.ts';
import { orderReport } from './report.actions.ts';
import { makeReports } from './report.jobs.ts';
import { reportPath } from './report-paths.ts';

let pages: Pages;
let cast: QuestionCast;
let superuser: Awaited<ReturnType<typeof openSuperuser>>;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  superuser = await openSuperuser(pages.house.fresh);
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});

const killed = () => Promise.reject(new PartFailed('killed at its limit'));

async function asked(): Promise<string> {
  const actor = await actorOf(pages.stage, cast.tenantId, cast.director);
  const subject = `school:${cast.school.code}`;
  const ordered = await orderReport(deedOf(pages.stage), actor, { subject, period: '2025-08-01_2026-03-02' });
  if (ordered.outcome !== 'taken') throw new Error(ordered.outcome);
  return ordered.id;
}

async function stateOf(id: string) {
  const { rows } = await superuser.query(
    'select status, tries, failure, num_nulls(content, pdf, xlsx, ods) as missing from report where id = $1',
    [id],
  );
  return rows[0];
}

const aMinuteLater = () =>
  superuser.query(`update report set progressed_at = progressed_at - interval '61 seconds'`);

it('is made again a minute later, and until then has no file at all', async () => {
  const id = await asked();
  expect(await makeReports(pages.stage.database, killed)).toBe(0);
  expect(await stateOf(id)).toEqual({ status: 'running', tries: 1, failure: null, missing: 4 });
  expect(await makeReports(pages.stage.database)).toBe(0);
  await aMinuteLater();
  expect(await makeReports(pages.stage.database)).toBe(1);
  expect(await stateOf(id)).toEqual({ status: 'done', tries: 2, failure: null, missing: 0 });
});

it('fails after three times, says so in plain words, and is made when who asked for it asks again', async () => {
  await superuser.query('delete from report');
  const id = await asked();
  for (let time = 0; time < 3; time += 1) {
    await makeReports(pages.stage.database, killed);
    await aMinuteLater();
  }
  expect(await makeReports(pages.stage.database)).toBe(0);
  expect(await stateOf(id)).toEqual({ status: 'failed', tries: 3, failure: 'keepsEnding', missing: 4 });
  const page = (await pages.see(cast.director, reportPath(id))).html;
  expect(page).toContain('Dit rapport is niet gelukt');
  expect(page).toContain('Vraag het rapport later opnieuw.');
  expect(page).toContain('Vraag het opnieuw');
  expect(await asked()).toBe(id);
  expect(await makeReports(pages.stage.database)).toBe(1);
  expect(await stateOf(id)).toEqual({ status: 'done', tries: 1, failure: null, missing: 0 });
});
