/** Words become bars by who wrote them or unseen by the privacy officer, and on no other road. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNoteBy,
  anAppointment,
  type Cast,
  deedOf,
  openStage,
  type Stage,
} from '../../../tests/support/factories.ts';
import { sql } from '../../platform/database.ts';
import { takeStep } from '../concern.actions.ts';
import { type ConcernRow, getConcern } from '../concern.store.ts';
import { getSurroundings } from '../reading/circle.store.ts';
import { blackenUnseen, blackenWords } from './blacken.actions.ts';
import { columnOf, placeKey, placeOf } from './blacken.facts.ts';
import { findSpots } from './blacken.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let officer: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  officer = await anAppointment(stage, 'privacy_officer', { tenantId: cast.tenantId });
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

const actor = (who: string) => actorOf(stage, cast.tenantId, who);
async function read(who: string, id: string): Promise<ConcernRow> {
  const reader = await actor(who);
  const concern = await stage.database.read(reader, (one) => getConcern(one, reader, id));
  if (concern === undefined) throw new Error('not there');
  return concern;
}
const observation = { entry: null, field: 'observation', reason: 'name' } as const;

describe('the writer', () => {
  test('takes words out of the own text: bars of one length, a version later, and the timeline says so', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const before = await read(cast.director, id);
    const outcome = await blackenWords(deedOf(stage), await actor(cast.author), id, {
      ...observation,
      words: ['vaste leerkracht', 'Drie'],
    });
    expect(outcome).toEqual({ outcome: 'taken', id, version: before.version + 1 });
    const after = await read(cast.director, id);
    expect(after.observation).toBe('█████ groepen hadden deze maand geen █████.');
    expect(after.version).toBe(before.version + 1);
    const director = await actor(cast.director);
    const around = await stage.database.read(director, (one) => getSurroundings(one, director, after));
    expect(around.blackened).toMatchObject([
      { version: after.version, asOfficer: false, entry: null, field: 'observation', reason: 'name' },
    ]);
  });

  test('makes what others saw stale: their step has to look again', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const { version } = await read(cast.director, id);
    await blackenWords(deedOf(stage), await actor(cast.author), id, { ...observation, words: ['Drie'] });
    const reply = { step: 'reply', verdict: 'accurate', text: 'Dat klopt.' } as const;
    const stale = await takeStep(deedOf(stage, { version }), await actor(cast.director), id, reply);
    expect(stale.outcome).toBe('stale');
    const now = await takeStep(
      deedOf(stage, { version: version + 1 }),
      await actor(cast.director),
      id,
      reply,
    );
    expect(now.outcome).toBe('taken');
  });

  test('reaches every text of an entry and its agreements, and what does not stand there is said', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    const author = await actor(cast.author);
    const talk = (await read(cast.author, id)).entries.find((entry) => entry.step === 'hold_conversation');
    const at = { entry: talk?.version ?? 0, reason: 'health' } as const;
    const deed = deedOf(stage);
    const what = await blackenWords(deed, author, id, { ...at, field: 'agreements.0.who', words: 'all' });
    expect(what.outcome).toBe('taken');
    const report = await blackenWords(deed, author, id, { ...at, field: 'text', words: ['bezetting'] });
    expect(report.outcome).toBe('taken');
    const nothing = await blackenWords(deed, author, id, { ...at, field: 'text', words: ['rooster'] });
    expect(nothing).toEqual({ outcome: 'refused', missing: ['rooster'] });
    const after = (await read(cast.director, id)).entries.find((entry) => entry.step === 'hold_conversation');
    expect(after?.text).toBe('Wij bespraken de █████.');
    expect(after?.agreements[0]).toMatchObject({ what: 'Rooster maken', who: '█████' });
  });

  test('is the only one: no reader touches the words of another, and a stranger finds nothing', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const strangers = await aCast(stage, cast.tenantId);
    const ask = async (who: string) =>
      (await blackenWords(deedOf(stage), await actor(who), id, { ...observation, words: ['Drie'] })).outcome;
    expect(await ask(cast.director)).toBe('forbidden');
    expect(await ask(cast.teamLead)).toBe('forbidden');
    expect(await ask(strangers.author)).toBe('notFound');
    expect((await read(cast.author, id)).observation).toContain('Drie');
    expect(await ask(cast.author)).toBe('taken');
  });
});

test('bars are longer than a short word, and the end of the text stays', async () => {
  const observation = 'Jo belde. Het einde.';
  const id = await aNoteBy(stage, cast, cast.author, { observation });
  const author = await actor(cast.author);
  const shared = await takeStep(deedOf(stage), author, id, {
    step: 'share_with_director',
    acceptedMarks: ['Jo'],
  });
  expect(shared.outcome).toBe('taken');
  const request = { entry: null, field: 'observation', reason: 'name', words: ['Jo'] } as const;
  expect((await blackenWords(deedOf(stage), author, id, request)).outcome).toBe('taken');
  expect((await read(cast.author, id)).observation).toBe('█████ belde. Het einde.');
});

describe('the privacy officer', () => {
  test('takes a whole text out by its place and sees nothing of it', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const { number } = await read(cast.author, id);
    const outcome = await blackenUnseen(deedOf(stage), await actor(officer), number, observation);
    expect(outcome.outcome).toBe('taken');
    expect((await read(cast.author, id)).observation).toBe('█████');
    const him = await actor(officer);
    expect(await stage.database.read(him, (one) => getConcern(one, him, id))).toBeUndefined();
  });

  test('is told where texts stand, and nobody else is, nor of a note', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    const { number } = await read(cast.author, id);
    const spots = async (who: string, one = number) => {
      const asking = await actor(who);
      return stage.database.read(asking, (reader) => findSpots(reader, one));
    };
    const found = await spots(officer);
    expect(found.map(({ entry, field }) => `${entry} ${field}`)).toEqual([
      'null goesWell',
      'null impression',
      'null meaningForChildren',
      'null observation',
      'null occasion',
      '3 agreements.0.childrenNotice',
      '3 agreements.0.what',
      '3 agreements.0.who',
      '3 goesWell',
      '3 text',
    ]);
    expect(JSON.stringify(found)).not.toContain('bezetting');
    expect(await spots(cast.author)).toEqual([]);
    expect(await spots(cast.teamLead)).toEqual([]);
    const note = await read(cast.author, await aNoteBy(stage, cast));
    expect(await spots(officer, note.number)).toEqual([]);
  });

  test('cannot tell an unshared note from one that is not there', async () => {
    const id = await aNoteBy(stage, cast);
    const { number } = await read(cast.author, id);
    const ask = async (one: string) => blackenUnseen(deedOf(stage), await actor(officer), one, observation);
    expect(await ask(number)).toEqual(await ask('Z-0000'));
    expect((await read(cast.author, id)).observation).toContain('Drie');
  });

  test('takes whole texts only, and nobody else does it in that place', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const { number } = await read(cast.author, id);
    const part = (who: string, ranges: string | null) =>
      actor(who).then((one) =>
        stage.database.write(one, (tx) =>
          tx.first(
            sql`select blacken(${cast.tenantId}, ${id}, null, gen_random_uuid(), null, 'observation', null, ${ranges}::int[], 'name')`,
          ),
        ),
      );
    await expect(part(officer, '{0,4}')).rejects.toThrow('no such words');
    await expect(part(cast.director, null)).rejects.toThrow('no such words');
    await expect(part(cast.teamLead, null)).rejects.toThrow('no such words');
    expect(
      (await blackenUnseen(deedOf(stage), await actor(cast.teamLead), number, observation)).outcome,
    ).toBe('notFound');
    await part(officer, null);
  });
});

describe('no other road changes what was said', () => {
  const texts = [
    "update concern set observation = 'anders' where status <> 'noted'",
    "update concern_entry set text = 'anders'",
    "update agreement set what = 'anders'",
    'delete from concern_entry',
    'delete from agreement',
    'delete from concern',
    'delete from disclosure',
    'delete from erasure',
    "insert into erasure (tenant_id, id, concern_id, kind, at) select tenant_id, gen_random_uuid(), id, 'faded', now() from concern",
    "select blacken_field(tenant_id, id, null, 'observation', null, null) from concern",
    'select remove_note(tenant_id, id, gen_random_uuid()) from concern',
    'select erase_texts(c, null, true, gen_random_uuid()) from concern c',
  ];
  test.each(texts)('raw, as the program: %s', async (statement) => {
    const id = await aConcernIn(stage, cast, 'working');
    const before = JSON.stringify(await read(cast.author, id));
    const author = await actor(cast.author);
    const tried = await stage.database
      .write(author, (tx) => tx.run({ text: statement, values: [] } as unknown as ReturnType<typeof sql>))
      .catch((fault: Error) => fault);
    // An update that row-level security leaves nothing to touches nothing; everything else is refused.
    expect(tried === 0 || tried instanceof Error, statement).toBe(true);
    expect(JSON.stringify(await read(cast.author, id))).toBe(before);
  });
});

describe('a place in a text', () => {
  test('goes through an address and back', () => {
    for (const place of [observation, { entry: 5, field: 'agreements.2.what' }])
      expect(placeOf(placeKey(place))).toEqual({ entry: place.entry, field: place.field });
    expect(placeOf('v1')).toBeUndefined();
  });
  test('is only what can be written in', () => {
    expect(columnOf({ entry: null, field: 'status' })).toBeUndefined();
    expect(columnOf({ entry: null, field: 'agreements.0.what' })).toBeUndefined();
    expect(columnOf({ entry: 3, field: 'agreements.1.who' })).toEqual({ field: 'who', position: 1 });
  });
});
