/** Reports of a small invented school whose clock the test moves. */
import type pg from 'pg';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { orderReport } from '../../src/results/reports/report.actions.ts';
import { actorOf, deedOf } from './factories.ts';
import { aQuestionCast, type QuestionCast } from './factories-questions.ts';
import { openPages, type Pages } from './pages.ts';
import { openSuperuser } from './visits.ts';

export interface Reports extends Pages {
  readonly cast: QuestionCast;
  /** Past keys and triggers. */
  readonly superuser: pg.Client;
  /** The report of this school year that this person asks for; gives its id. */
  /** Of the school year until today, or of another period. */
  order(who: string, period?: string): Promise<string>;
}

export async function openReports(): Promise<Reports> {
  const pages = await openPages();
  const { stage, house } = pages;
  const cast = await aQuestionCast(stage, house.fresh, pages.cast);
  const superuser = await openSuperuser(house.fresh);
  const subject = `school:${cast.school.code}`;
  return {
    ...pages,
    ...{ cast, superuser },
    order: async (who, period = `2025-08-01_${dayOf(stage.now().getTime())}`) => {
      const actor = await actorOf(stage, cast.tenantId, who);
      const ordered = await orderReport(deedOf(stage), actor, { subject, period });
      if (ordered.outcome !== 'taken') throw new Error(JSON.stringify(ordered));
      return ordered.id;
    },
    close: async () => {
      await superuser.end();
      await pages.close();
    },
  };
}
