/** Who is told of a concern is who may read it: the function that names them and row-level security, person by person. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aBoard,
  aCast,
  aConcernIn,
  aNoteBy,
  anAppointment,
  aPerson,
  aSchool,
  type Cast,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import type { Status } from '../concerns/index.ts';
import { NotAdmitted, sql } from '../platform/database.ts';

let fresh: FreshDatabase;
let stage: Stage;
let client: pg.Client;
let cast: Cast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  await client.query('set role kortelijn_gate');
  cast = await aCast(stage);
});
afterAll(async () => {
  await client.end();
  await stage.close();
  await fresh.drop();
});

async function namedFor(id: string, day: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ person: string }>(
    'select concern_circle(c, $2) as person from concern c where c.id = $1 order by 1',
    [id, day],
  );
  return rows.map(({ person }) => person);
}

async function readersOf(id: string, people: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const personId of people) {
    const sees = stage.database
      .read({ tenantId: cast.tenantId, personId }, (reader) =>
        reader.first(sql`select id from concern where id = ${id}`),
      )
      .catch((fault: unknown) => {
        if (fault instanceof NotAdmitted) return undefined;
        throw fault;
      });
    if ((await sees) !== undefined) found.push(personId);
  }
  return found.toSorted();
}

it('names exactly the people whose row-level security shows the concern, in every state and after every change', async () => {
  const { tenantId, school, boardId } = cast;
  const here = { tenantId, schoolId: school.id };
  const otherBoard = await aBoard(stage, tenantId);
  const otherSchool = await aSchool(stage, tenantId, otherBoard);
  const there = { tenantId, schoolId: otherSchool.id };
  const extra = [
    await anAppointment(stage, 'teacher', here),
    await anAppointment(stage, 'teacher', { ...here, to: '2026-02-01' }),
    await anAppointment(stage, 'contact_person', { ...here, from: '2026-09-01' }),
    await anAppointment(stage, 'school_director', there),
    await anAppointment(stage, 'contact_person', there),
    await anAppointment(stage, 'board_member', { tenantId, boardId: otherBoard }),
    await anAppointment(stage, 'board_member', { tenantId, boardId }),
    await anAppointment(stage, 'specialist', { tenantId }),
    await anAppointment(stage, 'administrator', { tenantId }),
    await anAppointment(stage, 'privacy_officer', { tenantId }),
    await aPerson(stage, tenantId),
  ];
  const specialist = extra[7] ?? '';
  const { author, director, coordinator, teamLead, boardMember, partnershipDirector } = cast;
  const people = [author, director, coordinator, teamLead, boardMember, partnershipDirector, ...extra];
  const states: readonly Status[] = [
    'noted',
    'with_director',
    'working',
    'board_proposed',
    'with_board',
    'resolved',
  ];
  const concerns: string[] = [];
  for (const state of states) concerns.push(await aConcernIn(stage, cast, state));
  concerns.push(await aNoteBy(stage, cast, specialist), await aNoteBy(stage, cast, coordinator));
  await step(stage, tenantId, cast.director, concerns[2] ?? '', {
    step: 'add_participant',
    personId: coordinator,
  });
  const sizes: number[] = [];
  const compare = async () => {
    for (const id of concerns) {
      const named = await namedFor(id, stage.now().toISOString().slice(0, 10));
      expect(named).toEqual(await readersOf(id, people));
      sizes.push(named.length);
    }
  };
  await compare();
  // author; + director, team lead; + participant; ...; + two of the board and the partnership director
  expect(sizes).toEqual([1, 3, 4, 3, 6, 3, 1, 1]);

  await stage.database.write({ operatorFor: tenantId }, async (tx) => {
    await tx.run(sql`update person set suspended_at = now() where id = ${teamLead}`);
    await tx.run(
      sql`update appointment set ends_on = '2026-03-01' where person_id in (${author}, ${coordinator})`,
    );
    await tx.run(sql`update school set board_id = ${otherBoard} where id = ${school.id}`);
  });
  await compare();
  stage.at('2026-09-02T08:00:00Z');
  await compare();
  expect(sizes.slice(8)).toEqual([0, 1, 1, 1, 4, 1, 1, 0, 0, 2, 2, 2, 5, 2, 1, 0]);
});
