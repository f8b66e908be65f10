/** Who finds which notices, what a bell counts, and what is gone when somebody may no longer read a concern. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNoteBy,
  anAppointment,
  aSchool,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../tests/support/factories.ts';
import { readConcern } from '../concerns/index.ts';
import { sql } from '../platform/database.ts';
import { markNoticesRead } from './notice.actions.ts';
import { defaultChoices } from './notice.rules.ts';
import { countUnread, findNotices } from './notice.store.ts';
import { titleOf } from './notice.view.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z');
  cast = await aCast(stage);
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

const who = (personId: string) => ({ tenantId: cast.tenantId, personId });

async function kindsFor(personId: string): Promise<readonly string[]> {
  const found = await stage.database.read(who(personId), (reader) =>
    findNotices(reader, who(personId), { limit: 50 }),
  );
  return found.map(({ kind, step: taken }) => `${kind} ${taken}`).toReversed();
}

const bell = (personId: string) =>
  stage.database.read(who(personId), (reader) => countUnread(reader, who(personId)));

it('the kinds and what they do by themselves are the same in code and database', async () => {
  const rows = await stage.database.read(who(cast.author), (reader) =>
    reader.rows<{ kind: string; choice: string }>(
      sql`select kind, default_choice as choice from notice_kind`,
    ),
  );
  expect(Object.fromEntries(rows.map(({ kind, choice }) => [kind, choice]))).toEqual(defaultChoices);
});

it('tells everybody who may read a step, but not who took it; the board only its part, from when it reads', async () => {
  await aConcernIn(stage, cast, 'with_board');
  const shared = 'concern_shared share_with_director';
  const talk = 'concern_step hold_conversation';
  const proposal = 'board propose_board';
  const [position, board] = ['board take_position', 'board share_with_board'];
  expect(await kindsFor(cast.author)).toEqual([position, board]);
  expect(await kindsFor(cast.director)).toEqual([shared, talk, proposal, board]);
  expect(await kindsFor(cast.teamLead)).toEqual([shared, talk, proposal, position]);
  expect(await kindsFor(cast.boardMember)).toEqual([board]);
  expect(await kindsFor(cast.partnershipDirector)).toEqual([board]);
  expect(await kindsFor(cast.coordinator)).toEqual([]);
});

it('a note is told to nobody, and a participant is told from the step that lets them in', async () => {
  await aNoteBy(stage, cast);
  expect(await kindsFor(cast.director)).toEqual([]);
  const id = await aConcernIn(stage, cast, 'with_director');
  await step(stage, cast.tenantId, cast.director, id, {
    step: 'add_participant',
    personId: cast.coordinator,
  });
  await step(stage, cast.tenantId, cast.director, id, { step: 'reply', verdict: 'accurate', text: 'Ja.' });
  expect(await kindsFor(cast.coordinator)).toEqual(['concern_shared add_participant', 'concern_step reply']);
  expect(await kindsFor(cast.author)).toEqual(['concern_step add_participant', 'concern_step reply']);
  const said = async (personId: string) => {
    const found = await stage.database.read(who(personId), (reader) =>
      findNotices(reader, who(personId), { limit: 50 }),
    );
    return found.map(titleOf).at(-1);
  };
  expect(await said(cast.coordinator)).toMatch(/ liet u meedoen$/);
  expect(await said(cast.author)).toMatch(/ liet iemand meedoen$/);
});

it('says in a sentence who did what, made from what its reader may read', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await step(stage, cast.tenantId, cast.director, id, { step: 'reply', verdict: 'accurate', text: 'Ja.' });
  const [newest] = await stage.database.read(who(cast.author), (reader) =>
    findNotices(reader, who(cast.author), { limit: 1 }),
  );
  expect(newest && titleOf(newest)).toMatch(/^Proefpersoon \w+ reageerde$/);
});

it('opening a concern reads its notices up to that version; the bell of another stays as it is', async () => {
  const id = await aConcernIn(stage, cast, 'working');
  const other = await aConcernIn(stage, cast, 'with_director');
  expect(await bell(cast.director)).toBe(3);
  await readConcern(deedOf(stage), await actorOf(stage, cast.tenantId, cast.director), id);
  expect(await bell(cast.director)).toBe(1);
  expect(await bell(cast.teamLead)).toBe(3);
  await step(stage, cast.tenantId, cast.author, other, {
    step: 'close',
    outcome: 'withdrawn',
    reason: 'Klaar.',
  });
  expect(await bell(cast.director)).toBe(2);
});

it('nobody marks the notices of another', async () => {
  await aConcernIn(stage, cast, 'working');
  const lead = await actorOf(stage, cast.tenantId, cast.teamLead);
  const [one] = await stage.database.read(who(cast.director), (reader) =>
    findNotices(reader, who(cast.director), { limit: 1 }),
  );
  const ids = [one?.id ?? ''];
  expect(await markNoticesRead(deedOf(stage), lead, { ids })).toBe(0);
  expect(await bell(cast.director)).toBe(2);
  const director = await actorOf(stage, cast.tenantId, cast.director);
  expect(await markNoticesRead(deedOf(stage), director, { ids })).toBe(1);
  expect(await markNoticesRead(deedOf(stage), director, { until: '2026-03-02T08:00:00Z' })).toBe(0);
  expect(await markNoticesRead(deedOf(stage), director, { until: stage.now().toISOString() })).toBe(1);
  expect(await bell(cast.director)).toBe(0);
});

it('who may not read a concern any more loses its notices, read and unread, at once', async () => {
  const id = await aConcernIn(stage, cast, 'with_director');
  await step(stage, cast.tenantId, cast.director, id, {
    step: 'add_participant',
    personId: cast.coordinator,
  });
  expect(await bell(cast.coordinator)).toBe(1);
  const elsewhere = await aSchool(stage, cast.tenantId, cast.boardId);
  await anAppointment(stage, 'teacher', {
    tenantId: cast.tenantId,
    personId: cast.coordinator,
    schoolId: elsewhere.id,
  });
  await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
    tx.run(sql`update appointment set ends_on = '2026-03-02'
      where person_id = ${cast.coordinator} and school_id = ${cast.school.id}`),
  );
  expect(await bell(cast.coordinator)).toBe(0);
  expect(await kindsFor(cast.coordinator)).toEqual([]);
  expect(await bell(cast.teamLead)).toBe(2);
});

it('the bell counts to ten, which is shown as more than nine', async () => {
  for (let nth = 0; nth < 11; nth += 1) await aConcernIn(stage, cast, 'with_director');
  expect(await bell(cast.director)).toBe(10);
  expect(await kindsFor(cast.director)).toHaveLength(11);
});
