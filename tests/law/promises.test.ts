/** Every step of a promise, and the editions of a rule, as raw SQL under the program's role: the database says what the rules say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishPost, writePost } from '../../src/news/posts/post.actions.ts';
import { plainWords } from '../../src/news/promises/plain-words.rules.ts';
import { mayTake, protocol, type StepTaken, stepsTaken } from '../../src/news/promises/promise.rules.ts';
import { editionsDuring } from '../../src/news/rules/rule.rules.ts';
import { editionsThen } from '../../src/news/rules/rule.store.ts';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  aCast,
  actorOf,
  anAppointment,
  type Cast,
  deedOf,
  openStage,
  type Stage,
} from '../support/factories.ts';
import { openRawSql, type RawSql } from './raw.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let cast: Cast;
let other: Cast;
let owner: string;
let colleague: string;
const ids: Record<string, string> = {};
const clock = '2026-03-10T08:00:00Z';

const text = 'Wij beloven A. Wij beloven B. Wij beloven C.';
async function aPost(audiences: readonly string[], publish: boolean): Promise<string> {
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  const input = { title: 'Nieuws', body: text, audiences: [...audiences], language: 'nl', publish };
  const made = await writePost(deedOf(stage), actor, input as Parameters<typeof writePost>[2]);
  if (made.outcome !== 'taken') throw new Error(JSON.stringify(made));
  return made.id;
}
async function aPromise(post: string, sentence: string): Promise<string> {
  const id = newId();
  await stage.database.write({ tenantId: cast.tenantId, personId: cast.teamLead }, (tx) =>
    tx.run(
      sql`select make_promise(${id}, ${post}, ${sentence}, ${owner}, 'de projectleider', '{schools}', '2026-04-01')`,
    ),
  );
  return id;
}

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh, '2026-03-02T08:00:00Z');
  cast = await aCast(stage);
  other = await aCast(stage);
  owner = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
  colleague = await anAppointment(stage, 'specialist', { tenantId: cast.tenantId });
  raw = await openRawSql(fresh);
  ids['schools'] = await aPost(['schools'], true);
  ids['boards'] = await aPost(['boards'], true);
  ids['draft'] = await aPost(['schools'], false);
  ids['open'] = await aPromise(ids['schools'] ?? '', 'Wij beloven A.');
  ids['kept'] = await aPromise(ids['schools'] ?? '', 'Wij beloven B.');
  ids['of draft'] = await aPromise(ids['draft'] ?? '', 'Wij beloven A.');
  await stage.database.write({ tenantId: cast.tenantId, personId: owner }, (tx) =>
    tx.run(sql`insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, words)
      values (${cast.tenantId}, ${ids['kept']}, 2, now(), ${owner}, 'keep', '2026-03-02', 'Gedaan.')`),
  );
});
afterAll(async () => {
  await raw.close();
  await stage.close();
  await fresh.drop();
});

const people = () => ({
  lead: { personId: cast.teamLead, relations: ['writer'] as const },
  owner: { personId: owner, relations: ['owner'] as const },
  colleague: { personId: colleague, relations: [] },
  director: { personId: cast.director, relations: [] },
});
const as = (personId: string, tenantId = cast.tenantId) => ({ personId, tenantId });

interface Said {
  readonly on?: string | null;
  readonly words?: string | null;
  readonly owner?: string | null;
  readonly title?: string | null;
  readonly post?: string | null;
  readonly version?: number;
}
const q = (value: string | null | undefined) => (value == null ? 'null' : `'${value}'`);
const entry = (promise: string, step: string, by: string, said: Said = {}) => {
  const {
    on = null,
    words = null,
    owner: to = null,
    title = to === null ? null : 'de baas',
    post = null,
  } = said;
  return `insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, words, owner_id, owner_title, post_id)
    values ('${cast.tenantId}', '${promise}', ${said.version ?? 2}, now(), '${by}', '${step}', ${q(on)}, ${q(words)}, ${q(to)}, ${q(title)}, ${q(post)})`;
};
const good = (): Record<StepTaken, Said> => ({
  keep: { on: '2026-03-10', words: 'Gedaan.' },
  postpone: { on: '2026-04-02', words: 'Later.' },
  hand_over: { owner: colleague },
});

test('the table of the database is the table of the rules', async () => {
  const rows = await raw.rows<object>(
    as(cast.director),
    clock,
    'select step, from_state as "from", to_state as "to", to_jsonb(relations) as by from promise_protocol order by step',
  );
  const table = Object.entries(protocol).map(([step, { from, to, by }]) => ({ step, from, to, by }));
  expect(rows).toEqual(table.sort((a, b) => (a.step < b.step ? -1 : 1)));
});

test('everybody’s every step in every state ends as the rules say', async () => {
  for (const [name, { personId, relations }] of Object.entries(people())) {
    const tries = stepsTaken.flatMap((step) =>
      (['open', 'kept', 'of draft'] as const).map((which) => ({ step, which })),
    );
    const verdicts = await raw.tryAll(
      as(personId),
      clock,
      tries.map(({ step, which }) =>
        entry(ids[which] ?? '', step, personId, { ...good()[step], version: which === 'kept' ? 3 : 2 }),
      ),
    );
    const expected = tries.map(({ step, which }) => {
      if (which === 'kept') return 'KL001 stateAllows';
      if (!mayTake(step, relations)) return 'KL001 roleAllows';
      return which === 'of draft' ? 'KL001 postKnown' : 'done';
    });
    // Who does not read the promise is stopped all the same, by whatever comes first.
    expect([name, verdicts]).toEqual([name, expected]);
  }
});

test('every lie in a step is refused by name', async () => {
  const open = ids['open'] ?? '';
  const say = (step: string, said: Said) => entry(open, step, cast.teamLead, said);
  const tries: readonly (readonly [string, string])[] = [
    [say('postpone', { on: '2026-04-01', words: 'x' }), 'KL001 laterDay'],
    [say('postpone', { on: '2031-03-15', words: 'x' }), 'KL001 laterDay'],
    [say('postpone', { on: '2026-04-02' }), 'KL001 wordsGiven'],
    [say('postpone', { words: 'x' }), 'KL001 onlyWhatBelongs'],
    [say('postpone', { on: '2026-04-02', words: 'x', owner: colleague }), 'KL001 onlyWhatBelongs'],
    [say('hand_over', { owner }), 'KL001 otherOwner'],
    [say('hand_over', { owner: cast.director }), 'KL001 ownerWorks'],
    [say('hand_over', { owner: other.teamLead }), 'KL001 ownerWorks'],
    [say('hand_over', {}), 'KL001 onlyWhatBelongs'],
    [say('hand_over', { owner: colleague, on: '2026-04-02' }), 'KL001 onlyWhatBelongs'],
    [say('keep', { on: '2026-03-10' }), 'KL001 proofGiven'],
    [say('keep', { on: '2026-03-11', words: 'x' }), 'KL001 dayBeen'],
    [say('keep', { on: '2026-03-01', words: 'x' }), 'KL001 dayBeen'],
    [say('keep', { on: '2026-03-10', post: ids['boards'] ?? null }), 'KL001 proofReadable'],
    [say('keep', { on: '2026-03-10', post: ids['draft'] ?? null }), 'KL001 proofReadable'],
    [say('keep', { on: '2026-03-10', post: ids['schools'] ?? null }), 'done'],
    [say('make', { on: '2026-04-01', owner }), 'KL001 stateAllows'],
    [say('keep', { on: '2026-03-10', words: 'x', version: 3 }), 'KL002 the promise has changed meanwhile'],
    [say('drop', {}), 'KL001 stateAllows'],
  ];
  expect(
    await raw.tryAll(
      as(cast.teamLead),
      clock,
      tries.map(([statement]) => statement),
    ),
  ).toEqual(tries.map(([, verdict]) => verdict));
});

test('a promise is made whole, of what stands in the post, and nobody writes it in another way', async () => {
  const make = (more: {
    post?: string;
    sentence?: string;
    owner?: string;
    audiences?: string;
    due?: string;
  }) =>
    `select make_promise('${newId()}', '${more.post ?? ids['schools']}', '${more.sentence ?? 'Wij beloven C.'}',
      '${more.owner ?? owner}', 'de baas', '${more.audiences ?? '{schools}'}', '${more.due ?? '2026-03-10'}')`;
  const tries: readonly (readonly [string, string])[] = [
    [make({}), 'done'],
    [make({ sentence: ' Wij  beloven *C*.' }), 'done'],
    [make({ sentence: 'Wij beloven D.' }), 'KL001 sentenceStands'],
    [make({ sentence: 'Wij beloven A.' }), 'KL001 promisedOnce'],
    [make({ audiences: '{schools,boards}' }), 'KL001 audienceFits'],
    [make({ due: '2026-03-09' }), 'KL001 dayAhead'],
    [make({ due: '2031-03-15' }), 'KL001 dayAhead'],
    [make({ owner: cast.director }), 'KL001 ownerWorks'],
    [make({ post: newId() }), '42501 no such post'],
    [`update promise set kept_on = '2026-03-10'`, '42501 permission denied for table promise'],
    ['delete from promise', '42501 permission denied for table promise'],
    ['delete from promise_entry', '42501 permission denied for table promise_entry'],
    [`update promise_entry set words = 'x'`, '42501 permission denied for table promise_entry'],
    ['delete from working_rule', '42501 permission denied for table working_rule'],
    [`update working_rule set body = 'x'`, '42501 permission denied for table working_rule'],
  ];
  expect(
    await raw.tryAll(
      as(cast.teamLead),
      clock,
      tries.map(([statement]) => statement),
    ),
  ).toEqual(tries.map(([, verdict]) => verdict));
  for (const who of [as(owner), as(cast.director), as(other.teamLead, other.tenantId)])
    expect(await raw.tryAll(who, clock, [make({})])).toEqual(['42501 no such post']);
});

test('only what nobody read is taken back, by who writes', async () => {
  const drop = (which: string) => `select 1 from (select drop_promise('${ids[which]}') as gone) x where gone`;
  expect(await raw.tryAll(as(cast.teamLead), clock, [drop('of draft'), drop('open'), drop('kept')])).toEqual([
    'done',
    'nothing',
    'nothing',
  ]);
  expect(await raw.tryAll(as(owner), clock, [drop('of draft')])).toEqual(['42501 no writer']);
  expect(await raw.tryAll(as(other.teamLead, other.tenantId), clock, [drop('of draft')])).toEqual([
    'nothing',
  ]);
});

test('of a draft nobody but writers reads a promise, its owner neither; of a post its audience', async () => {
  const seen = async (who: { personId: string; tenantId: string }) =>
    (await raw.rows<{ id: string }>(who, clock, 'select id from promise')).map(({ id }) => id).sort();
  const [open = '', kept = '', draft = ''] = [ids['open'], ids['kept'], ids['of draft']];
  const out = [open, kept].sort();
  expect(await seen(as(cast.teamLead))).toEqual([open, kept, draft].sort());
  for (const who of [owner, colleague, cast.director, cast.partnershipDirector])
    expect(await seen(as(who))).toEqual(out);
  expect(await seen(as(cast.boardMember))).toEqual([]);
  expect(await seen(as(other.teamLead, other.tenantId))).toEqual([]);
});

test('an edition is added by who writes, for a day that is not past, and known with its post', async () => {
  const add = (post: string, startsOn: string, by = cast.teamLead, subject = 'concerns') =>
    `insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, known_from, made_by, made_at)
      values ('${cast.tenantId}', '${newId()}', '${subject}', '${startsOn}', '${post}', 'Zo.', '2020-01-01', '${by}', '2020-01-01')`;
  const [out = '', draft = ''] = [ids['schools'], ids['draft']];
  expect(
    await raw.tryAll(as(cast.teamLead), clock, [
      add(out, '2026-03-10'),
      add(out, '2026-03-09'),
      add(draft, '2026-03-10'),
      add(newId(), '2026-03-10'),
      add(out, '2026-03-10', cast.teamLead, 'weather'),
    ]),
  ).toEqual(['done', 'KL001 startsAhead', 'done', '42501 no such post', expect.stringMatching(/^23514/)]);
  for (const who of [owner, cast.director])
    expect(await raw.tryAll(as(who), clock, [add(out, '2026-03-10', who)])).toEqual(['42501 no such post']);

  stage.at(clock);
  const lead = as(cast.teamLead);
  await stage.database.write(lead, async (tx) => {
    for (const day of ['2026-03-10', '2026-04-01']) {
      await tx.run(sql`insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, known_from, made_by, made_at)
        values (${cast.tenantId}, ${newId()}, 'concerns', ${day}, ${out}, 'Zo.', '2020-01-01', ${lead.personId}, '2020-01-01')`);
    }
    await tx.run(sql`insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, made_by, made_at)
      values (${cast.tenantId}, ${newId()}, 'concerns', '2026-05-01', ${draft}, 'Zo.', ${lead.personId}, now())`);
  });
  const known = `select starts_on::text as "startsOn", (known_from = '${clock}')::text as now from working_rule order by 1`;
  expect(await raw.rows(as(cast.director), clock, known)).toEqual([
    { startsOn: '2026-03-10', now: 'true' },
    { startsOn: '2026-04-01', now: 'true' },
  ]);
  const actor = await actorOf(stage, cast.tenantId, cast.teamLead);
  // Of the draft's promise the owner has been told nothing yet; now both are known.
  await publishPost(deedOf(stage), actor, draft, {} as Parameters<typeof publishPost>[3]);
  expect((await raw.rows(as(cast.director), clock, known)).length).toBe(3);

  const editions = ['2026-03-10', '2026-04-01', '2026-05-01'].map((startsOn) => ({ startsOn }));
  for (const [first, last] of [
    ['2026-01-01', '2026-03-09'],
    ['2026-01-01', '2026-03-10'],
    ['2026-03-10', '2026-04-30'],
    ['2026-04-02', '2026-05-01'],
    ['2026-06-01', '2026-06-02'],
  ] as const) {
    const then = await stage.database.read(as(cast.director), (reader) =>
      reader.first<{ editions: readonly { readonly startsOn: string }[] }>(
        sql`select ${editionsThen({
          tenant: sql`${cast.tenantId}::uuid`,
          subjects: sql`array['concerns']`,
          first: sql`${first}::date`,
          last: sql`${last}::date`,
        })} as editions`,
      ),
    );
    expect(then?.editions.map(({ startsOn }) => ({ startsOn }))).toEqual(
      editionsDuring(editions, first, last),
    );
  }
});

test('a text reads to the database as it does to the rules', async () => {
  const texts = [
    text,
    'a  **b**\n> c\u00a0d [e](https://x.example) ![f](beeld:1) \\* `g`',
    ' _x_ ',
    '\t~~y~~\r\n',
  ];
  const rows = await raw.rows<{ plain: readonly string[] }>(
    as(cast.director),
    clock,
    `select array(select plain_words(t) from unnest(array[${texts.map((one) => `E'${one.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`).join()}]) t) as plain`,
  );
  expect(rows[0]?.plain).toEqual(texts.map(plainWords));
});
