/** Rows of the tables that acting out the world leaves empty, for the tests of what each person finds there. */
import type pg from 'pg';
import { noteConcern } from '../../src/concerns/concern.actions.ts';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { actorOf, aNote, deedOf, type Stage } from '../support/factories.ts';
import { furnishDevelopment } from './furnish-development.ts';
import { furnishForms } from './furnish-forms.ts';
import { furnishObservations } from './furnish-observations.ts';
import { furnishPosts } from './furnish-posts.ts';
import { furnishPromises } from './furnish-promises.ts';
import { furnishQuestions } from './furnish-questions.ts';
import { furnishReleases } from './furnish-releases.ts';
import { furnishReports } from './furnish-reports.ts';
import { furnishStationings } from './furnish-stationings.ts';
import { furnishSupportPlans } from './furnish-support-plans.ts';
import { furnishLogin } from './probes-login.ts';
import { furnishMail } from './probes-mail.ts';
import { furnishNotices } from './probes-notices.ts';
import { furnishTrust } from './probes-trust.ts';
import { clocks, type World } from './world.ts';

/** Rows of the tables that the world has none of, in both partnerships. */
export async function furnish(stage: Stage, superuser: pg.Client, world: World): Promise<void> {
  stage.at(clocks[0]);
  for (const who of [world.people['author'], world.people['teamLead'], world.people['foreignLead']]) {
    if (who === undefined) continue;
    const { tenantId, personId } = who;
    const once = { key: newId(), request: 1 };
    await noteConcern(
      deedOf(stage, { once }),
      await actorOf(stage, tenantId, personId),
      aNote(world.cast.school.code),
    );
    await stage.database.ask(
      sql`select make_key(${tenantId}, ${newId()}, ${personId}, 'token', ${Buffer.from(personId)}, '2027-01-01', null)`,
    );
    await stage.database.write(who, (tx) =>
      tx.run(sql`insert into idempotency values (${tenantId}, ${personId}, 'old', '', '{}', now())`),
    );
    await superuser.query(`insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on)
      values ('${tenantId}', gen_random_uuid(), 'tenant', 'free', 'Vrij', '2026-07-01', '2026-08-01') on conflict do nothing;
      insert into area (tenant_id, id, code, name) values ('${tenantId}', gen_random_uuid(), 'A', 'A') on conflict do nothing;`);
  }
  const { tenantId, school, author } = world.cast;
  const talk = (
    place: string,
  ) => `insert into conversation (tenant_id, id, kind, school_id, title, starts_at, made_by, made_at)
    values ('${tenantId}', gen_random_uuid(), 'cycle', ${place}, 'Startgesprek', now(), '${author}', now());`;
  await superuser.query(
    talk(`'${school.id}'`) +
      talk(
        `(select school_id from appointment where person_id = '${world.people['contactElsewhere']?.personId}')`,
      ),
  );
  await furnishTrust(superuser, world);
  await furnishLogin(superuser, world);
  await furnishNotices(superuser, world);
  await furnishMail(superuser, world);
  await furnishQuestions(superuser, world);
  await furnishStationings(superuser, world);
  await furnishPromises(superuser, world);
  await furnishPosts(superuser, world);
  await furnishDevelopment(superuser, world);
  await furnishReleases(superuser, world);
  await furnishForms(superuser, world);
  await furnishSupportPlans(superuser, world);
  await furnishReports(superuser, world);
  await furnishObservations(superuser, world);
  await superuser.query(`insert into school_reference (code, source, details) values ('97ZZ97', 'x', '{}');
    create table concern_version as select id, version, school_id from concern; grant select on concern_version to kortelijn_app`);
}
