/** The law of posts as PostgreSQL holds it: who reads what, which steps there are, and every lie that raw SQL could try. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aBoard,
  aCast,
  anAppointment,
  aPartnership,
  aSchool,
  type Cast,
  openStage,
  type Stage,
} from '../../../tests/support/factories.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { LawRefused, NotAdmitted, Stale, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { findPublicTopics, findReadTopics } from '../site/site.store.ts';
import { fixMisfits, fixUnmet } from './fix.rules.ts';
import { audiences as allAudiences } from './post.access.ts';
import { leaves, type State, type StepName, states, stepNames } from './post.rules.ts';
import {
  addFix,
  addUpdate,
  discard,
  publish,
  type SavedPost,
  savePost,
  saveTranslation,
  unplan,
  withdraw,
} from './post-writes.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: Cast;
let editor: string;
const area = newId();
const otherArea = newId();

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  cast = await aCast(stage);
  const { tenantId, school } = cast;
  for (const [id, code] of [
    [area, 'G1'],
    [otherArea, 'G2'],
  ])
    await superuser.query('insert into area (tenant_id, id, code, name) values ($1, $2, $3, $3)', [
      tenantId,
      id,
      code,
    ]);
  await superuser.query('update school set area_id = $1 where id = $2', [area, school.id]);
  editor = await anAppointment(stage, 'editor', { tenantId });
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

const as = <T>(personId: string, work: (tx: Transaction) => Promise<T>, tenantId = cast.tenantId) =>
  stage.database.write({ tenantId, personId }, work);
const words = {
  language: 'nl',
  title: 'Kop',
  slug: 'kop',
  lead: null,
  body: 'De kofie is op 3 mei niet klaar.',
  pictureId: null,
  pictureAlt: null,
} as const;
const whole: SavedPost = {
  ...words,
  audiences: ['schools'],
  areas: [],
  boards: [],
  topics: [],
  pilotId: null,
  ambitionId: null,
  appointmentId: null,
};
const hour = 3_600_000;
const inHours = (n: number) => new Date(stage.now().getTime() + n * hour).toISOString();

/** A post in this state, and its version. */
async function aPost(
  state: State,
  more: Partial<SavedPost> = {},
): Promise<{ readonly id: string; readonly version: number }> {
  const id = newId();
  const version = await as(editor, async (tx) => {
    const first = await savePost(tx, id, null, { ...whole, ...more });
    if (state === 'draft') return first;
    const second = await publish(tx, id, first, state === 'planned' ? inHours(24) : null);
    return state === 'withdrawn' ? withdraw(tx, id, second, 'Klopte niet.') : second;
  });
  return { id, version };
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (fault: unknown) =>
      fault instanceof LawRefused
        ? fault.codes.join()
        : fault instanceof Stale
          ? 'stale'
          : fault instanceof NotAdmitted
            ? 'not admitted'
            : `${fault}`,
  );

const steps: Readonly<Record<StepName, (tx: Transaction, id: string, version: number) => Promise<unknown>>> =
  {
    write: (tx, id, version) => savePost(tx, id, version, { ...whole, title: 'Anders' }),
    publish: (tx, id, version) => publish(tx, id, version, null),
    plan: (tx, id, version) => publish(tx, id, version, inHours(48)),
    unplan: (tx, id, version) => unplan(tx, id, version),
    update: (tx, id, version) =>
      addUpdate(tx, id, version, newId(), [{ language: 'nl', reason: 'Waarom', body: 'Wat' }]),
    fix: (tx, id, version) =>
      addFix(tx, id, version, { language: 'nl', part: 'body', before: 'kofie', after: 'koffie' }),
    discard: (tx, id, version) => discard(tx, id, version),
    translate: (tx, id, version) => saveTranslation(tx, id, version, { ...words, language: 'en' }),
    withdraw: (tx, id, version) => withdraw(tx, id, version, 'Klopte niet.'),
  };

describe('the table of steps', () => {
  test.each(states.flatMap((state) => stepNames.map((step) => [step, state] as const)))(
    '%s from %s: the law agrees with the rules',
    async (step, state) => {
      const { id, version } = await aPost(state);
      const outcome = await refusal(as(editor, (tx) => steps[step](tx, id, version)));
      expect(outcome).toBe(leaves(step, state) ? 'taken' : 'stateAllows');
    },
  );

  test('whoever saw an older version, is somebody else, or comes from elsewhere changes nothing', async () => {
    const { id, version } = await aPost('draft');
    const foreign = await aPartnership(stage);
    const stranger = await anAppointment(stage, 'editor', { tenantId: foreign });
    for (const step of ['write', 'publish', 'translate'] as const) {
      expect(await refusal(as(editor, (tx) => steps[step](tx, id, version + 1)))).toBe('stale');
      expect(await refusal(as(cast.director, (tx) => steps[step](tx, id, version)))).toBe('not admitted');
      expect(await refusal(as(stranger, (tx) => steps[step](tx, id, version), foreign))).toBe('not admitted');
    }
    expect(await refusal(as(editor, (tx) => steps.publish(tx, id, version)))).toBe('taken');
  });
});

describe('a draft that is thrown away', () => {
  const left = async (id: string) => {
    const { rows } = await superuser.query(
      `select count(*)::int as n from (select id from post where id = $1 union all select post_id from post_text where post_id = $1
        union all select post_id from post_search where post_id = $1 union all select post_id from post_address where post_id = $1
        union all select post_id from post_file where post_id = $1 union all select post_id from promise where post_id = $1
        union all select post_id from working_rule where post_id = $1) x`,
      [id],
    );
    return rows[0].n;
  };
  const bound = async (id: string) => {
    await as(editor, async (tx) => {
      await saveTranslation(tx, id, 1, { ...words, language: 'en' });
      await tx.run(
        sql`select add_post_file(${id}, ${newId()}, 'attachment', 'brief.txt', 'text/plain', null, null, 'x'::bytea)`,
      );
      await tx.run(
        sql`insert into post_address (tenant_id, path, post_id) values (app_tenant(), ${`/oud/${id}`}, ${id})`,
      );
      await tx.run(
        sql`select make_promise(${newId()}, ${id}, ${words.body}, ${editor}, 'De redacteur', '{schools}', app_today() + 30)`,
      );
      await tx.run(sql`insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, made_by, made_at)
        values (app_tenant(), ${newId()}, 'concerns', app_today() + 30, ${id}, 'Zo werken wij.', app_person(), app_now())`);
    });
    return 2;
  };

  test('takes its files and what it would have bound along, and nothing of others', async () => {
    const [mine, other] = [await aPost('draft'), await aPost('draft')];
    const version = await bound(mine.id);
    expect([await left(mine.id), await left(other.id)]).toEqual([9, 3]);
    await as(editor, (tx) => discard(tx, mine.id, version));
    expect([await left(mine.id), await left(other.id)]).toEqual([0, 3]);
    const contents = await superuser.query('select from post_file_content');
    expect(contents.rowCount).toBe(0);
  });

  test('is one’s own, or an editor does it; of a round of asking it stays the subject', async () => {
    const lead = await anAppointment(stage, 'team_lead', { tenantId: cast.tenantId });
    const { id, version } = await aPost('draft');
    expect(await refusal(as(lead, (tx) => discard(tx, id, version)))).toBe('ownOrEditor');
    const own = newId();
    await as(lead, (tx) => savePost(tx, own, null, whole));
    expect(await refusal(as(lead, (tx) => discard(tx, own, 1)))).toBe('taken');
    await as(editor, (tx) =>
      tx.run(sql`insert into consultation (tenant_id, id, title, post_id, roles, areas, boards, anonymous, starts_on, ends_on)
        values (app_tenant(), ${newId()}, 'Klopt dit?', ${id}, '{teacher}', '{}', '{}', false, app_today() + 1, app_today() + 9)`),
    );
    expect(await refusal(as(editor, (tx) => discard(tx, id, version)))).toBe('noRoundAsks');
    expect(await left(id)).toBe(3);
  });
});

test('everybody chooses from topics of which there is something for them', async () => {
  const codes = ['openbaar', 'scholen', 'concept', 'gepland', 'ingetrokken', 'leeg'];
  await superuser.query(
    'insert into topic (tenant_id, code, name) select $1, c, c from unnest($2::text[]) c',
    [cast.tenantId, codes],
  );
  await aPost('published', { topics: ['openbaar'], audiences: ['parents'] });
  await aPost('published', { topics: ['scholen'] });
  await aPost('draft', { topics: ['concept'], audiences: ['public'] });
  await aPost('planned', { topics: ['gepland'], audiences: ['public'] });
  await aPost('withdrawn', { topics: ['ingetrokken'], audiences: ['public'] });
  const shown = await stage.database.read('visitor', (reader) => findPublicTopics(reader, cast.tenantId));
  expect(shown.map(({ code }) => code)).toEqual(['openbaar']);
  const { tenantId, director, boardMember } = cast;
  for (const [personId, topics] of [
    [director, ['openbaar', 'scholen']],
    [boardMember, ['openbaar']],
    [editor, ['openbaar', 'scholen']],
  ] as const) {
    const who = { tenantId, personId };
    const read = await stage.database.read(who, (reader) => findReadTopics(reader, who));
    expect(read.map(({ code }) => code)).toEqual(topics);
  }
});

describe('raw SQL', () => {
  const lies: readonly (readonly [string, (id: string) => string])[] = [
    [
      'makes a post beside the law',
      () =>
        `insert into post (tenant_id, id, code, touched_at, made_by, made_at) values (app_tenant(), gen_random_uuid(), 'abc0001', now(), app_person(), now())`,
    ],
    ['widens an audience', (id) => `update post set audiences = '{public}' where id = '${id}'`],
    ['publishes earlier', (id) => `update post set published_at = '2020-01-01' where id = '${id}'`],
    [
      'takes back a withdrawal',
      (id) => `update post set withdrawn_at = null, withdrawn_because = null where id = '${id}'`,
    ],
    ['writes over the words', (id) => `update post_text set body = 'anders' where post_id = '${id}'`],
    ['takes the words away', (id) => `delete from post_text where post_id = '${id}'`],
    [
      'lays a fix without the law',
      (id) =>
        `insert into post_fix (tenant_id, post_id, language, nth, part, before, after, at, by_id) values (app_tenant(), '${id}', 'nl', 9, 'body', 'niet', 'wel', now(), app_person())`,
    ],
    ['takes a fix back', (id) => `delete from post_fix where post_id = '${id}'`],
    [
      'adds an update without the law',
      (id) =>
        `insert into post_update (tenant_id, post_id, id, nth, at, by_id) values (app_tenant(), '${id}', gen_random_uuid(), 9, '2020-01-01', app_person())`,
    ],
    ['back-dates an update', (id) => `update post_update set at = '2020-01-01' where post_id = '${id}'`],
    ['writes over an update', (id) => `update post_update_text set body = 'anders' where post_id = '${id}'`],
    ['takes a file away', (id) => `delete from post_file where post_id = '${id}'`],
    [
      'says that somebody read it',
      (id) => `insert into post_reading values (app_tenant(), '${id}', app_person(), now(), now())`,
    ],
    ['calls the inner functions', (id) => `select lock_post('${id}', 1)`],
  ];
  test.each(lies)('%s: refused', async (_what, lie) => {
    const { id } = await aPost('published');
    const statement = lie(id);
    const query = { text: statement, values: [] } as unknown as ReturnType<typeof sql>;
    expect(await refusal(as(editor, (tx) => tx.run(query)))).toBe('not admitted');
  });

  test('also whoever has every right cannot write over what readers saw', async () => {
    const { id } = await aPost('published');
    const { id: draft } = await aPost('draft');
    const tries = (post: string) => [
      `update post_text set body = 'anders' where post_id = '${post}'`,
      `update post set audiences = '{public}', version = version + 1 where id = '${post}'`,
      `update post set published_at = '2030-01-01', version = version + 1 where id = '${post}'`,
    ];
    // The clock of whoever is no operator's stands at now: the stage lies before it.
    for (const statement of tries(id))
      await expect(superuser.query(statement)).rejects.toThrow('publishedStays');
    for (const statement of tries(draft)) await superuser.query(statement);
  });

  test('an update has a reason, is in the language of the post, and in no other that it has not', async () => {
    const { id, version } = await aPost('published');
    const say = (texts: Parameters<typeof addUpdate>[4]) =>
      refusal(as(editor, (tx) => addUpdate(tx, id, version, newId(), texts)));
    expect(await say([])).toBe('originalGiven');
    expect(await say([{ language: 'nl', reason: ' ', body: 'x' }])).toBe('reasonGiven');
    expect(await say([{ language: 'nl', reason: 'x', body: '\n' }])).toBe('bodyGiven');
    expect(
      await say([
        { language: 'nl', reason: 'x', body: 'x' },
        { language: 'en', reason: 'x', body: 'x' },
      ]),
    ).toBe('languageKnown');
  });

  test('what goes out is whole; what is planned lies ahead, and at most a year', async () => {
    const { id, version } = await aPost('draft', { body: '', audiences: [] });
    expect(await refusal(as(editor, (tx) => publish(tx, id, version, null)))).toBe('audienceGiven,bodyGiven');
    const { id: good, version: seen } = await aPost('draft');
    const plan = (at: string) => refusal(as(editor, (tx) => publish(tx, good, seen, at)));
    expect(await plan(inHours(0))).toBe('timeAhead');
    expect(await plan(inHours(365 * 24 + 1))).toBe('timeAhead');
    expect(await plan(inHours(365 * 24))).toBe('taken');
    expect(await refusal(as(editor, (tx) => savePost(tx, good, seen + 1, { ...whole, audiences: [] })))).toBe(
      'audienceGiven',
    );
  });

  test('what is not there cannot be named', async () => {
    const say = (more: Partial<SavedPost>) =>
      refusal(as(editor, (tx) => savePost(tx, newId(), null, { ...whole, ...more })));
    expect(await say({ areas: ['G9'], boards: ['x'], topics: ['x'] })).toBe(
      'areaKnown,boardKnown,topicKnown',
    );
    expect(await say({ pilotId: newId(), appointmentId: newId(), pictureId: newId(), pictureAlt: 'x' })).toBe(
      'pilotKnown,appointmentKnown,pictureKnown',
    );
    expect(await say({ areas: ['G1'] })).toBe('taken');
  });

  test('fifty fixes, and the fifty-first is refused', async () => {
    const body = Array.from(
      { length: 51 },
      (_, n) => `woordd${String.fromCharCode(97 + (n % 26))}${n < 26 ? 'x' : 'y'}`,
    ).join(' ');
    const { id, version } = await aPost('published', { body });
    const fixed = body.split(' ').map((word) => [word, word.replace('dd', 'd')] as const);
    const last = await as(editor, async (tx) => {
      let now = version;
      for (const [before, after] of fixed.slice(0, 50))
        now = await addFix(tx, id, now, { language: 'nl', part: 'body', before, after });
      return now;
    });
    const [before = '', after = ''] = fixed[50] ?? [];
    expect(
      await refusal(
        as(editor, (tx) => addFix(tx, id, last, { language: 'nl', part: 'body', before, after })),
      ),
    ).toBe('fixRoom');
  });
});

test('the law and the rules agree on what a spelling fix is', async () => {
  const parts = [
    'wordt',
    'word',
    'niet',
    'neit',
    '3 mei',
    '4 mei',
    'te recht',
    'terecht',
    'veilig',
    'onveilig',
    'de de',
    'de',
    'a/b',
    'één',
    'een',
    'mag',
    'moet',
    'x',
    '',
    ' ',
    'juni',
    'juli',
    'koffiekamer',
    'kofie kamer',
    'غير',
    'غرفة',
    '😀 a',
    'b 😀',
    'x'.repeat(61),
    'vergadering',
    'vegradernig',
  ];
  const pairs = parts.flatMap((before) => parts.map((after) => [before, after] as const));
  const { rows } = await superuser.query<{ needs: readonly string[] }>(
    'select fix_unmet(b, a) as needs from unnest($1::text[], $2::text[]) with ordinality as x (b, a, n) order by n',
    [pairs.map(([before]) => before), pairs.map(([, after]) => after)],
  );
  for (const [nth, [before, after]] of pairs.entries())
    expect([before, after, [...(rows[nth]?.needs ?? [])].sort()]).toEqual([
      before,
      after,
      [...fixUnmet(before, after)].sort(),
    ]);
  const text =
    'Een kofie in de koffiekamer. [Lees](https://a.example/lees-kofi) meer kofie- en theeplekken. Één thee <https://b.example>';
  for (const before of [
    'kofie',
    'koffiekamer',
    'thee',
    'lees',
    'amer',
    'n',
    'Één thee',
    'b.example',
    'kofie in',
    '[Lees',
    'Een',
  ]) {
    const law = await superuser.query<{ needs: readonly string[] }>('select fix_misfits($1, $2) as needs', [
      text,
      before,
    ]);
    expect([before, law.rows[0]?.needs]).toEqual([before, fixMisfits(text, before)]);
  }
});

describe('who reads which post', () => {
  const scopes = ['everywhere', 'area', 'otherArea', 'board', 'otherBoard', 'otherAreaOrBoard'] as const;
  const subsets = Array.from({ length: 2 ** allAudiences.length }, (_, n) =>
    allAudiences.filter((_one, nth) => (n >> nth) & 1),
  );
  const hours = ['draft', 'planned', 'published'] as const;

  test('every audience, scope and state, for every role: as the table in words says', async () => {
    const { tenantId } = cast;
    const otherBoard = await aBoard(stage, tenantId);
    const otherSchool = await aSchool(stage, tenantId, otherBoard);
    await superuser.query('update school set area_id = $1 where id = $2', [otherArea, otherSchool.id]);
    const here = { tenantId, schoolId: cast.school.id };
    const people = {
      ...{
        contact: cast.author,
        director: cast.director,
        coordinator: cast.coordinator,
        teamLead: cast.teamLead,
      },
      ...{ boardMember: cast.boardMember, partnershipDirector: cast.partnershipDirector, editor },
      teacher: await anAppointment(stage, 'teacher', here),
      specialist: await anAppointment(stage, 'specialist', { tenantId }),
      administrator: await anAppointment(stage, 'administrator', { tenantId }),
      policyAdviser: await anAppointment(stage, 'policy_adviser', { tenantId }),
      committeeMember: await anAppointment(stage, 'committee_member', { tenantId }),
      otherDirector: await anAppointment(stage, 'school_director', { tenantId, schoolId: otherSchool.id }),
      otherBoardMember: await anAppointment(stage, 'board_member', { tenantId, boardId: otherBoard }),
    };
    const places: Record<(typeof scopes)[number], readonly [string, string]> = {
      everywhere: ['{}', '{}'],
      area: [`{${area}}`, '{}'],
      otherArea: [`{${otherArea}}`, '{}'],
      board: ['{}', `{${cast.boardId}}`],
      otherBoard: ['{}', `{${otherBoard}}`],
      otherAreaOrBoard: [`{${otherArea}}`, `{${cast.boardId}}`],
    };
    const made = subsets.flatMap((audiences) =>
      scopes.flatMap((scope) =>
        hours
          .filter((state) => audiences.length > 0 || state === 'draft')
          .map((state) => ({ id: newId(), audiences, scope, state })),
      ),
    );
    const values = made.map(({ id, audiences, scope, state }, nth) => {
      const at = { draft: 'null', planned: `'${inHours(1)}'`, published: `'${inHours(-1)}'` }[state];
      return `('${tenantId}', '${id}', '${(nth + 46_656 * 6).toString(36)}x0', '{${audiences}}', '${places[scope][0]}', '${places[scope][1]}', ${at}, '2026-02-20', '${editor}', '2026-02-20')`;
    });
    await superuser.query(
      `insert into post (tenant_id, id, code, audiences, areas, boards, published_at, touched_at, made_by, made_at) values ${values.join()}`,
    );
    await superuser.query(`insert into post_text (tenant_id, post_id, language, original, title, slug, body, made_by)
      select tenant_id, id, 'nl', true, 'x', 'x', 'x', made_by from post p where not exists (select from post_text t where t.post_id = p.id)`);

    /** In words: writers read all; whoever works for the partnership what is out; others what is out and open, or for them, and here. */
    const writers = ['editor', 'policyAdviser', 'teamLead'];
    const works = ['contact', 'specialist', 'partnershipDirector', 'administrator', 'committeeMember'];
    const atSchool: Readonly<Record<string, 'here' | 'there'>> = {
      director: 'here',
      coordinator: 'here',
      teacher: 'here',
      otherDirector: 'there',
    };
    const onBoard: Readonly<Record<string, 'here' | 'there'>> = {
      boardMember: 'here',
      otherBoardMember: 'there',
    };
    const reached: Record<(typeof scopes)[number], readonly string[]> = {
      everywhere: ['here', 'there'],
      area: ['here'],
      otherArea: ['there'],
      board: ['here'],
      otherBoard: ['there'],
      otherAreaOrBoard: ['here', 'there'],
    };
    const reads = (who: string, { audiences, scope, state }: (typeof made)[number]) => {
      if (writers.includes(who)) return true;
      if (state !== 'published') return false;
      if (works.includes(who) || audiences.includes('public') || audiences.includes('parents')) return true;
      const school = atSchool[who];
      const board = onBoard[who];
      return (
        (school !== undefined && audiences.includes('schools') && reached[scope].includes(school)) ||
        (board !== undefined && audiences.includes('boards') && reached[scope].includes(board))
      );
    };
    const ids = made.map(({ id }) => id);
    for (const [who, personId] of Object.entries(people)) {
      const seen = await stage.database.read({ tenantId, personId }, (reader) =>
        reader.rows<{ id: string }>(
          sql`select p.id from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id where p.id = any (${ids})`,
        ),
      );
      const found = new Set(seen.map(({ id }) => id));
      const wrong = made.filter((post) => found.has(post.id) !== reads(who, post));
      expect([who, wrong.slice(0, 3)]).toEqual([who, []]);
      // Whose reading is remembered: theirs alone that may read it.
      const some = made.filter((_post, nth) => nth % 41 === 0);
      await as(personId, async (tx) => {
        for (const { id } of some) await tx.run(sql`select read_post(${id})`);
      });
    }
    const { rows } = await superuser.query<{ post_id: string; person_id: string }>(
      'select post_id, person_id from post_reading',
    );
    const names = new Map(Object.entries(people).map(([who, id]) => [id, who]));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const post = made.find(({ id }) => id === row.post_id);
      expect(post?.state === 'published' && reads(names.get(row.person_id) ?? '', post)).toBe(true);
    }
    const open = await stage.database.read('visitor', (reader) =>
      reader.rows<{ id: string }>(
        sql`select post->>'id' as id from public_posts(${tenantId}, null, null, null, null, null, 200) as post`,
      ),
    );
    const visible = new Set(open.map(({ id }) => id));
    expect(
      made
        .filter(({ id }) => visible.has(id))
        .every(
          (post) =>
            post.state === 'published' &&
            (post.audiences.includes('public') || post.audiences.includes('parents')),
        ),
    ).toBe(true);
    expect(visible.size).toBeGreaterThan(100);
  });
});
