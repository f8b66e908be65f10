/** Who hears of news: its audience when the hour comes, readers of an update, nobody of their own deeds; and the weekly overview. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  anAppointment,
  aSchool,
  type Cast,
  deedOf,
  openStage,
  type Stage,
} from '../../tests/support/factories.ts';
import { anUpdate, aPost, reads, withdraw } from '../../tests/support/posts.ts';
import { tellNews } from '../news/index.ts';
import { remindOfRounds } from '../plans/index.ts';
import { sql } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { findQuestionsWaiting } from '../questions/index.ts';
import { chooseMail } from './notice.actions.ts';
import { mailNotices, remindOfTheDay } from './notice.jobs.ts';
import { type Choice, defaultChoices, type NoticeKind } from './notice.rules.ts';
import { findNotices } from './notice.store.ts';
import { pathOf, titleOf } from './notice.view.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let gate: pg.Client;
/** Everybody who can hear, by a name. */
let people: Readonly<Record<string, string>>;
let editor: { readonly tenantId: string; readonly personId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  gate = new pg.Client({ connectionString: fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
beforeEach(async () => {
  stage.at('2026-03-03T08:00:00Z'); // a Tuesday
  cast = await aCast(stage);
  const { tenantId } = cast;
  editor = { tenantId, personId: await anAppointment(stage, 'editor', { tenantId }) };
  const elsewhere = await aSchool(stage, tenantId, null);
  const [south, north] = [newId(), newId()];
  await stage.database.write({ operatorFor: tenantId }, async (tx) => {
    await tx.run(
      sql`insert into area (tenant_id, id, code, name) values (${tenantId}, ${south}, 'zuid', 'Zuid'), (${tenantId}, ${north}, 'noord', 'Noord')`,
    );
    await tx.run(
      sql`update school set area_id = ${south} where tenant_id = ${tenantId} and id = ${cast.school.id}`,
    );
    await tx.run(
      sql`update school set area_id = ${north} where tenant_id = ${tenantId} and id = ${elsewhere.id}`,
    );
  });
  people = {
    author: cast.author,
    director: cast.director,
    coordinator: cast.coordinator,
    teamLead: cast.teamLead,
    boardMember: cast.boardMember,
    partnershipDirector: cast.partnershipDirector,
    specialist: await anAppointment(stage, 'specialist', { tenantId }),
    teacherElsewhere: await anAppointment(stage, 'teacher', { tenantId, schoolId: elsewhere.id }),
    leaver: await anAppointment(stage, 'teacher', { tenantId, schoolId: cast.school.id, to: '2026-03-03' }),
    editor: editor.personId,
  };
});
afterAll(async () => {
  await gate.end();
  await stage.close();
  await fresh.drop();
});

const found = (personId: string) => {
  const who = { tenantId: cast.tenantId, personId };
  return stage.database.read(who, (reader) => findNotices(reader, who, { limit: 50 }));
};
const told = async (personId: string) =>
  (await found(personId)).map(({ kind, version }) => `${kind} ${version}`);
/** Who was told of a post, by name. */
async function hearersOf(post: string): Promise<readonly string[]> {
  await tellNews(stage.database);
  const { rows } = await gate.query<{ id: string }>(
    'select person_id as id from notice where subject_id = $1',
    [post],
  );
  const ids = rows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return Object.entries(people)
    .filter(([, id]) => ids.includes(id))
    .map(([name]) => name);
}
async function choose(personId: string, chosen: Partial<Record<NoticeKind, Choice>>): Promise<void> {
  const actor = await actorOf(stage, cast.tenantId, personId);
  await chooseMail(deedOf(stage), actor, { ...defaultChoices, ...chosen });
}
const letters = async (personId: string) =>
  (
    await gate.query<{
      kind: string;
      items: readonly { readonly text: string; readonly link: string }[] | null;
    }>('select kind, items from outbox where person_id = $1 order by made_at, key', [personId])
  ).rows;

const staff = ['author', 'teamLead', 'partnershipDirector', 'specialist'];

describe('whom a post is told', () => {
  // Worked out by hand from «whom it is for»; the editor published it, who leaves today is nobody here any more.
  it.each([
    [
      ['public'],
      [],
      [],
      [
        'author',
        'director',
        'coordinator',
        'teamLead',
        'boardMember',
        'partnershipDirector',
        'specialist',
        'teacherElsewhere',
      ],
    ],
    [['parents'], [], [], []],
    [['schools'], [], [], ['director', 'coordinator', 'teacherElsewhere']],
    [['schools'], ['zuid'], [], ['director', 'coordinator']],
    [['schools'], ['noord'], [], ['teacherElsewhere']],
    [['schools', 'boards'], [], ['own'], ['director', 'coordinator', 'boardMember']],
    [['boards'], ['zuid'], [], ['boardMember']],
    [['boards'], ['noord'], [], []],
    [['professionals'], [], [], staff],
    [['professionals', 'schools'], ['noord'], [], [...staff, 'teacherElsewhere']],
  ])('for %j in areas %j and boards %j', async (audiences, areas, boards, expected) => {
    const { rows } = await gate.query<{ code: string }>('select code from board where id = $1', [
      cast.boardId,
    ]);
    const codes = boards.map(() => rows[0]?.code ?? '');
    const post = await aPost(stage, editor, { audiences, areas, boards: codes });
    expect((await hearersOf(post)).toSorted()).toEqual(expected.toSorted());
    // Whoever is told can read it.
    for (const name of expected) expect(await found(people[name] ?? ''), name).toHaveLength(1);
  });

  it('is who may read it: the same as the policy says, for everybody and each post', async () => {
    const posts = [
      await aPost(stage, editor, { audiences: ['schools'], areas: ['noord'] }),
      await aPost(stage, editor, { audiences: ['boards'] }),
      await aPost(stage, editor, { audiences: ['professionals'] }),
      await aPost(stage, editor, { audiences: ['parents'] }),
      await aPost(stage, editor, { audiences: ['schools'], at: '2026-03-04T08:00:00Z' }),
      await aPost(stage, editor, { audiences: ['public'], draft: true }),
    ];
    for (const [name, personId] of Object.entries(people).filter(([one]) => one !== 'leaver')) {
      const byPolicy = await stage.database.read({ tenantId: cast.tenantId, personId }, (reader) =>
        reader.rows<{ id: string }>(sql`select id from post where id = any (${posts}::uuid[])`),
      );
      await gate.query('begin');
      await gate.query("select set_config('app.clock', $1, true)", [stage.now().toISOString()]);
      const { rows } = await gate.query(
        'select id from post p where id = any ($1) and reads_post(p, $2, $3)',
        [posts, personId, '2026-03-03'],
      );
      await gate.query('rollback');
      expect([name, rows.map(({ id }) => id).toSorted()]).toEqual([
        name,
        byPolicy.map(({ id }) => id).toSorted(),
      ]);
    }
  });
});

describe('a post', () => {
  it('that is planned is told when its hour comes, once; a draft is silent', async () => {
    const post = await aPost(stage, editor, { at: '2026-03-04T12:00:00Z', title: 'Gepland' });
    const draft = await aPost(stage, editor, { draft: true });
    expect([await hearersOf(post), await hearersOf(draft)]).toEqual([[], []]);
    stage.at('2026-03-04T12:00:00Z');
    await Promise.all([tellNews(stage.database), tellNews(stage.database)]);
    expect(await hearersOf(post)).toHaveLength(8);
    expect(await hearersOf(draft)).toEqual([]);
    const [notice] = await found(cast.director);
    expect(notice && [titleOf(notice), pathOf(notice)]).toEqual([
      'Nieuw bericht: Gepland',
      expect.stringMatching(/^\/nieuws\/bericht-\d+-\w{7}$/),
    ]);
  });

  it('that has an update: whoever read it hears of it as such, others as of news; opening it reads both', async () => {
    const post = await aPost(stage, editor, { audiences: ['parents', 'schools'] });
    await tellNews(stage.database);
    for (const personId of [cast.director, cast.teamLead]) await reads(stage, { ...editor, personId }, post);
    stage.pass(1);
    await anUpdate(stage, { ...editor, personId: cast.teamLead }, post, 'Om verwarring te voorkomen');
    await tellNews(stage.database);
    expect(await told(cast.director)).toEqual(['post_update 1', 'post 0']);
    expect(await told(cast.coordinator)).toEqual(['post 1', 'post 0']);
    // Who wrote the update hears nothing of it, though they read the post; the editor never opened it.
    expect([await told(cast.teamLead), await told(editor.personId)]).toEqual([[], []]);
    expect((await found(cast.director)).map(({ read }) => read)).toEqual([false, true]);
    await reads(stage, { ...editor, personId: cast.director }, post);
    expect((await found(cast.director)).map(({ read }) => read)).toEqual([true, true]);
    expect((await found(cast.coordinator)).map(({ read }) => read)).toEqual([false, false]);
  });

  it('that was withdrawn meanwhile, or that somebody may no longer read, brings no letter', async () => {
    for (const personId of [cast.director, cast.coordinator, cast.boardMember])
      await choose(personId, { post: 'at_once' });
    const post = await aPost(stage, editor, { audiences: ['schools'] });
    await tellNews(stage.database);
    await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(sql`update appointment set ends_on = '2026-03-03' where person_id = ${cast.coordinator}`),
    );
    await mailNotices(stage.database);
    expect((await letters(cast.director)).map(({ kind }) => kind)).toEqual(['notices']);
    expect(await letters(cast.coordinator)).toEqual([]);
    expect(await letters(cast.boardMember)).toEqual([]);
    const other = await aPost(stage, editor, { audiences: ['schools'] });
    await tellNews(stage.database);
    await withdraw(stage, editor, other);
    await mailNotices(stage.database);
    expect(await letters(cast.director)).toHaveLength(1);
    expect(await told(cast.director)).toHaveLength(2);
    expect(post).not.toBe(other);
  });
});

describe('the overview', () => {
  it('says how many of each kind, in one order, each with its own link, and no more', async () => {
    await choose(cast.teamLead, { post: 'daily', concern_shared: 'daily' });
    const title = 'Een titel die niet in een mail hoort';
    await aPost(stage, editor, { title, audiences: ['professionals'] });
    await aPost(stage, editor, { audiences: ['professionals'] });
    await aConcernIn(stage, cast, 'with_director');
    await tellNews(stage.database);
    await mailNotices(stage.database);
    stage.at('2026-03-04T06:00:00Z');
    await remindOfTheDay(stage.database);
    const [letter, ...more] = await letters(cast.teamLead);
    expect(more).toEqual([]);
    expect(letter?.items).toEqual([
      { text: '1 × Een zorg is met u gedeeld', link: '/berichten?soort=concern_shared' },
      { text: '2 × Nieuws voor u', link: '/berichten?soort=post' },
    ]);
    expect(JSON.stringify(letter)).not.toContain(title);
  });

  it('once a week comes with the first school day of the week, together with that of the day', async () => {
    stage.at('2026-03-02T06:00:00Z'); // this week's Monday has been
    await remindOfTheDay(stage.database);
    stage.at('2026-03-03T08:00:00Z');
    await choose(cast.director, { post: 'weekly', concern_shared: 'daily' });
    await aPost(stage, editor, { audiences: ['schools'] });
    await tellNews(stage.database);
    await mailNotices(stage.database);
    for (const morning of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']) {
      stage.at(`${morning}T06:00:00Z`);
      await remindOfTheDay(stage.database);
    }
    expect(await letters(cast.director)).toEqual([]);
    stage.at('2026-03-09T05:59:00Z');
    await remindOfTheDay(stage.database);
    expect(await letters(cast.director)).toEqual([]);
    await aConcernIn(stage, cast, 'with_director');
    await mailNotices(stage.database);
    // Monday is free: the week begins on Tuesday.
    await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      tx.run(sql`insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on)
        values (${cast.tenantId}, ${newId()}, 'tenant', 'free', 'Vrij', '2026-03-09', '2026-03-10')`),
    );
    for (const hour of [
      '2026-03-09T06:00:00Z',
      '2026-03-10T06:00:00Z',
      '2026-03-10T07:00:00Z',
      '2026-03-11T06:00:00Z',
    ]) {
      stage.at(hour);
      await remindOfTheDay(stage.database);
    }
    const [letter, ...more] = await letters(cast.director);
    expect([letter?.items?.map(({ text }) => text), more]).toEqual([
      ['1 × Een zorg is met u gedeeld', '1 × Nieuws voor u'],
      [],
    ]);
  });
});

describe('a round of asking', () => {
  it('is told to whom it asks on its first day from seven, and what came of it when it ended; not to who made it', async () => {
    const { tenantId, teamLead } = cast;
    const maker = { tenantId, personId: teamLead };
    const id = newId();
    const set = (change: ReturnType<typeof sql>) =>
      stage.database.write(maker, (tx) =>
        tx.run(sql`update consultation set ${change} where tenant_id = ${tenantId} and id = ${id}`),
      );
    await stage.database.write(maker, async (tx) => {
      await tx.run(sql`insert into consultation (tenant_id, id, title, roles, areas, boards, anonymous, starts_on, ends_on)
        select ${tenantId}, ${id}, 'Het profiel', '{school_director,teacher,team_lead,specialist}', array[a.id], '{}', false, '2026-03-04', '2026-03-10'
        from area a where a.tenant_id = ${tenantId} and a.code = 'zuid'`);
      await tx.run(
        sql`insert into consultation_question (tenant_id, consultation_id, nth, text) values (${tenantId}, ${id}, 1, 'Wat vindt u?')`,
      );
    });
    stage.at('2026-03-04T06:00:00Z');
    expect(await hearersOf(id)).toEqual([]);
    stage.at('2026-03-03T08:00:00Z');
    await set(sql`status = 'open'`);
    expect(await hearersOf(id)).toEqual([]);
    stage.at('2026-03-04T05:59:00Z');
    expect(await hearersOf(id)).toEqual([]);
    stage.at('2026-03-04T06:00:00Z');
    expect((await hearersOf(id)).toSorted()).toEqual(['director', 'specialist']);
    const [asked] = await found(cast.director);
    expect(asked && [titleOf(asked), pathOf(asked)]).toEqual([
      'Wat vindt u? Het profiel',
      `/ontwikkeling/consultaties/${id}`,
    ]);
    stage.at('2026-03-10T08:00:00Z');
    await set(sql`status = 'summarised', summary = 'Dit is ermee gedaan.', summary_for = 'asked'`);
    await tellNews(stage.database);
    await tellNews(stage.database);
    expect((await found(cast.director)).map(titleOf)).toEqual([
      'Wat er met de antwoorden is gedaan: Het profiel',
      'Wat vindt u? Het profiel',
    ]);
    expect([await told(cast.teamLead), await told(cast.coordinator)]).toEqual([[], []]);
  });

  it('waits on the start page of whom it asks and is told again near its end, until they answer', async () => {
    const { tenantId, teamLead, director } = cast;
    const specialist = people['specialist'] ?? '';
    const id = newId();
    await stage.database.write({ tenantId, personId: teamLead }, async (tx) => {
      await tx.run(sql`insert into consultation (tenant_id, id, title, roles, areas, boards, anonymous, starts_on, ends_on)
        values (${tenantId}, ${id}, 'De pilot', '{school_director,team_lead,specialist}', '{}', '{}', true, '2026-03-03', '2026-03-14')`);
      await tx.run(
        sql`insert into consultation_question (tenant_id, consultation_id, nth, text) values (${tenantId}, ${id}, 1, 'Wat vindt u?')`,
      );
      await tx.run(sql`update consultation set status = 'open' where tenant_id = ${tenantId} and id = ${id}`);
    });
    const waiting = async (personId: string) => {
      const actor = await actorOf(stage, tenantId, personId);
      const { development } = await stage.database.read(actor, (reader) =>
        findQuestionsWaiting(reader, actor),
      );
      return development.rounds;
    };
    const answer = (personId: string) =>
      stage.database.write({ tenantId, personId }, (tx) =>
        tx.first(sql`select answer_round(${id}, '[{"nth": 1, "text": "Goed."}]'::jsonb)`),
      );
    const round = [{ id, title: 'De pilot', endsOn: '2026-03-13' }];
    expect(await Promise.all([director, specialist, teamLead, cast.coordinator].map(waiting))).toEqual([
      round,
      round,
      [],
      [],
    ]);
    await answer(specialist);
    expect(await waiting(specialist)).toEqual([]);
    const remindedAt = async (moment: string) => {
      stage.at(moment);
      await remindOfRounds(stage.database);
      return Promise.all([director, specialist, teamLead].map(async (one) => (await told(one)).length));
    };
    expect(await remindedAt('2026-03-10T08:00:00Z')).toEqual([0, 0, 0]);
    expect(await remindedAt('2026-03-11T05:59:00Z')).toEqual([0, 0, 0]);
    expect(await remindedAt('2026-03-11T06:00:00Z')).toEqual([1, 0, 0]);
    expect(await remindedAt('2026-03-12T06:00:00Z')).toEqual([1, 0, 0]);
    const [reminder] = await found(director);
    expect(reminder && [titleOf(reminder), pathOf(reminder), reminder.dueOn, reminder.read]).toEqual([
      'U kunt nog een paar dagen antwoorden: De pilot',
      `/ontwikkeling/consultaties/${id}`,
      '2026-03-13',
      false,
    ]);
    await answer(director);
    expect((await found(director)).map(({ read }) => read)).toEqual([true]);
  });
});

describe('a way into a role', () => {
  it('is told to whoever goes it at each step, and waits for whose turn it is', async () => {
    const { tenantId, teamLead } = cast;
    const specialist = people['specialist'] ?? '';
    const lead = { tenantId, personId: teamLead };
    const profile = newId();
    const record = (step: string, who = specialist) =>
      stage.database.write(lead, (tx) =>
        tx.run(sql`insert into role_transition (tenant_id, id, person_id, profile_id, step, on_date)
          values (${tenantId}, ${newId()}, ${who}, ${profile}, ${step}, '2026-03-02')`),
      );
    await stage.database.write(lead, (tx) =>
      tx.run(
        sql`insert into role_profile (tenant_id, id, name) values (${tenantId}, ${profile}, 'Specialist nieuwe stijl')`,
      ),
    );
    const ways = async (personId: string) => {
      const actor = await actorOf(stage, tenantId, personId);
      const { development } = await stage.database.read(actor, (reader) =>
        findQuestionsWaiting(reader, actor),
      );
      return development.ways;
    };
    await record('talk');
    await record('offer');
    expect(await ways(specialist)).toEqual([{ mine: true, steps: ['talk', 'offer'] }]);
    expect(await ways(teamLead)).toEqual([{ mine: false, steps: ['talk', 'offer'] }]);
    expect(await ways(cast.director)).toEqual([]);
    await record('started');
    expect([await ways(specialist), await ways(teamLead)]).toEqual([[], []]);
    const notices = await found(specialist);
    expect(notices.map((one) => [titleOf(one), pathOf(one), one.dueOn]).toSorted()).toEqual(
      [
        'De eerste dag in uw nieuwe rol is opgeschreven',
        'Een aanbod voor uw nieuwe rol is opgeschreven',
        'Een gesprek over uw nieuwe rol is opgeschreven',
      ].map((title) => [title, '/ontwikkeling/mijn-overgang', '2026-03-02']),
    );
    expect(await told(teamLead)).toEqual([]);
    // A team lead who is a specialist too writes down their own.
    await anAppointment(stage, 'specialist', { tenantId, personId: teamLead });
    await record('talk', teamLead);
    expect(await told(teamLead)).toEqual([]);
  });
});
