/** What is found and what looks alike is exactly what somebody may read: the same rows as row-level security shows them, and no others. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { aQuestion, aStationing, questionStep } from '../../../tests/support/factories-questions.ts';
import { openQuestionStage, type QuestionStage } from '../../../tests/support/question-stage.ts';
import { actorOf } from '../../../tests/support/stage.ts';
import { type Reader, sql } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Level, Status } from '../question.rules.ts';
import { findQuestionsWith } from './found.store.ts';
import { findSimilar } from './similar.store.ts';

let on: QuestionStage;
let people: Readonly<Record<string, string>>;
const ids = new Map<string, string>();

beforeAll(async () => {
  on = await openQuestionStage();
  const { stage, cast } = on;
  const states: readonly Status[] = ['draft', 'submitted', 'answered', 'completed', 'at_committee'];
  for (const status of states)
    for (const level of ['group', 'pupil'] as const) {
      const words = {
        title: `Zonnebloemen tellen (${status})`,
        need: 'Wie helpt bij automatiseren van sommen?',
      };
      ids.set(`${status} ${level}`, await aQuestion(stage, cast, status, { level, ...words }));
    }
  const { tenantId } = cast;
  people = {
    coordinator: cast.coordinator,
    contact: cast.author,
    teacher: cast.teacher,
    teamLead: cast.teamLead,
    specialist: cast.specialist,
    colleague: cast.colleague,
    secretary: cast.secretary,
    member: cast.members[0],
    board: cast.boardMember,
    administrator: await anAppointment(stage, 'administrator', { tenantId }),
    elsewhere: await anAppointment(stage, 'specialist', { tenantId }),
    stationed: await anAppointment(stage, 'specialist', { tenantId }),
  };
  await aStationing(on.fresh, { tenantId, personId: people['stationed'] ?? '', schoolId: cast.school.id });
  await questionStep(stage, cast, cast.author, ids.get('submitted pupil') ?? '', {
    step: 'think_along',
    specialistId: cast.colleague,
  });
});
afterAll(() => on.close());

function superuserUrl(): string {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(on.fresh.ownerUrl).pathname;
  return address.href;
}

async function as<T>(who: string, work: (reader: Reader, actor: Actor) => Promise<T>): Promise<T> {
  const actor = await actorOf(on.stage, on.cast.tenantId, who);
  return on.stage.database.read(actor, (reader) => work(reader, actor));
}
const sought = (q: string, number: string | null = null) => ({
  queries: [q],
  words: [q.replace(':*', '')],
  number,
  limit: 50,
});
const find = (who: string, q: string, number: string | null = null) =>
  as(who, async (reader, actor) =>
    (await findQuestionsWith(reader, actor, sought(q, number))).map(({ id }) => id),
  );
/** Word by word under row-level security. */
const readable = (who: string, word: string) =>
  as(who, async (reader) => {
    const like = `%${word}%`;
    const rows = await reader.rows<{ id: string }>(sql`select q.id from support_question q
      join question_words w on w.question_id = q.id
      where concat_ws(' ', w.title, w.need, w.tried_so_far) ilike ${like}
        or exists (select from question_entry e join question_entry_words t on t.question_id = e.question_id and t.version = e.version
          where e.question_id = q.id and e.step = 'answer' and t.text ilike ${like})
      order by q.touched_at desc, q.id desc`);
    return rows.map(({ id }) => id);
  });

// In every title; in every need; in answers alone; nowhere.
const words = ['zonnebloemen', 'automatiseren', 'korte taken', 'walvisvaarder'];

describe('searching', () => {
  test('everybody finds exactly the questions in which they may read the word', async () => {
    const counts: Record<string, number> = {};
    for (const [name, who] of Object.entries(people))
      for (const word of words) {
        const should = await readable(who, word);
        const q = word
          .split(' ')
          .map((one) => `${one}:*`)
          .join(' & ');
        expect([name, word, await find(who, q)]).toEqual([name, word, should]);
        if (word === 'zonnebloemen') counts[name] = should.length;
      }
    expect(counts).toEqual({
      ...{ coordinator: 10, contact: 10, teacher: 0, teamLead: 5, specialist: 2, colleague: 1 },
      ...{ secretary: 2, member: 2, board: 0, administrator: 0, elsewhere: 0, stationed: 4 },
    });
  });

  test('a slip of the keyboard finds what the right word finds, and no more', async () => {
    for (const [name, who] of Object.entries(people))
      expect([name, await find(who, 'zonnebloemne')]).toEqual([name, await readable(who, 'zonnebloemen')]);
  });

  test('who only plans a question on a pupil finds it by its number, without a title', async () => {
    const id = ids.get('answered pupil') ?? '';
    const { number } = await on.rowOf(id);
    const found = (who: string) =>
      as(who, (reader, actor) => findQuestionsWith(reader, actor, { ...sought('niets'), words: [], number }));
    expect(await found(on.cast.teamLead)).toMatchObject([{ id, title: null }]);
    expect(await found(on.cast.author)).toMatchObject([{ id, title: 'Zonnebloemen tellen (answered)' }]);
    expect(await found(on.cast.colleague)).toEqual([]);
  });

  test('a question is found by what it says now', async () => {
    const id = ids.get('draft group') ?? '';
    await on.step(on.cast.coordinator, id, { step: 'revise', title: 'Klimrekken en touwen' });
    expect(await find(on.cast.coordinator, 'klimrek:*')).toEqual([id]);
    expect(await find(on.cast.coordinator, 'zonnebloemen')).not.toContain(id);
  });
});

describe('looking alike', () => {
  const text = 'Onze zonnebloemen groeien, maar automatiseren van sommen lukt niet.';
  const alike = (who: string, more: { readonly level?: Level; readonly questionId?: string } = {}) =>
    as(who, async (reader, actor) =>
      (await findSimilar(reader, actor, { text, ...more })).questions.map(({ id }) => id).toSorted(),
    );
  const some = (...names: readonly string[]) => names.map((name) => ids.get(name) ?? '').toSorted();

  test('only answered questions do, and to each only those they may read', async () => {
    const all = some('answered group', 'answered pupil', 'completed group', 'completed pupil');
    expect(await alike(on.cast.coordinator)).toEqual(all);
    expect(await alike(on.cast.teamLead)).toEqual(some('answered group', 'completed group'));
    expect(await alike(people['stationed'] ?? '')).toEqual(some('answered group', 'completed group'));
    expect(await alike(on.cast.specialist)).toEqual(some('completed group', 'completed pupil'));
    for (const name of ['teacher', 'colleague', 'board', 'administrator', 'elsewhere'])
      expect([name, await alike(people[name] ?? '')]).toEqual([name, []]);
  });

  test('the question itself is no answer to itself, and of the own level come first', async () => {
    const id = ids.get('answered group') ?? '';
    expect(await alike(on.cast.coordinator, { questionId: id })).not.toContain(id);
    const first = await as(on.cast.coordinator, async (reader, actor) =>
      (await findSimilar(reader, actor, { text, level: 'pupil' })).questions.map(({ level }) => level),
    );
    expect(first.slice(0, 2)).toEqual(['pupil', 'pupil']);
  });

  test('one word in common is not enough, and odd texts find nothing', async () => {
    for (const odd of ['zonnebloemen', '', "' | ! & : * \\ ()", 'de het een en', '😀', 'x'.repeat(20_000)])
      expect(
        await as(on.cast.coordinator, (reader, actor) => findSimilar(reader, actor, { text: odd })),
      ).toEqual({
        questions: [],
        practiceNotes: [],
      });
  });

  test('the search repeats the policies word for word', async () => {
    const [row] = await on.readAll<{ circle: string; words: string; search: string; similar: string }>(
      `select pg_get_expr(a.polqual, a.polrelid) as circle, pg_get_expr(b.polqual, b.polrelid) as words,
        (select prosrc from pg_proc where proname = 'search_questions') as search,
        (select prosrc from pg_proc where proname = 'similar_questions') as similar
      from pg_policy a, pg_policy b where a.polrelid = 'support_question'::regclass and a.polname = 'circle_reads'
        and b.polrelid = 'question_words'::regclass and b.polname = 'circle_reads'`,
    );
    for (const body of [row?.search, row?.similar]) {
      expect(body).toContain(row?.circle);
      expect(body).toContain(row?.words.replaceAll('question_words.', 'question_search.'));
    }
  });
});

describe('fading', () => {
  test('takes the files and the way back from a practice note; the note stays, and nothing is found any more', async () => {
    const id = ids.get('answered group') ?? '';
    const key = `(select tenant_id from support_question where id = '${id}')`;
    const client = new pg.Client({ connectionString: superuserUrl() });
    await client.connect();
    try {
      await client.query(`set session_replication_role = replica;
        insert into attachment (tenant_id, id, question_id, school_id, level, name, media_type, size, text_read, uploaded_by, uploaded_at)
          select tenant_id, id, id, school_id, level, 'plan.txt', 'text/plain', 1, true, author_id, now() from support_question where id = '${id}';
        insert into attachment_content values (${key}, '${id}', 'x');
        insert into practice_note (tenant_id, id, author_id, question_id, made_at, touched_at)
          select tenant_id, id, author_id, id, now(), now() from support_question where id = '${id}';
        set session_replication_role = origin`);
      await client.query(`select erase_question_files(${key}, '${id}')`);
      await client.query(`delete from question_words where question_id = '${id}'`);
      const left = async (query: string) => (await client.query(query)).rowCount;
      expect(await left(`select from attachment where id = '${id}'`)).toBe(0);
      expect(await left(`select from attachment_content where attachment_id = '${id}'`)).toBe(0);
      expect(await left(`select from question_search where question_id = '${id}'`)).toBe(0);
      expect(await left(`select from practice_note where id = '${id}' and question_id is null`)).toBe(1);
    } finally {
      await client.end();
    }
  });
});
