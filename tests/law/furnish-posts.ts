/** What belongs to posts, as plain rows in both partnerships beside the posts of furnish-promises.ts: who reads what there is told below. */
import type pg from 'pg';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000004${String(nth).padStart(2, '0')}`;
/** Of these two are for schools, of an area and of an area or a board, and one is for parents. */
const [inArea, inAreaOrBoard, forParents] = [id(41), id(42), id(43)];
const ownPosts = [id(1), id(2), id(3), id(4), inArea, inAreaOrBoard, forParents];
const foreignPost = id(5);

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishPosts(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const lead = personOf(world, 'teamLead');
  const area = `array(select area_id from school where id = '${world.cast.school.id}' and area_id is not null)`;
  const post = (
    postId: string,
    nth: number,
    areas = `'{}'`,
    boards = `'{}'`,
    audiences = '{schools,boards}',
  ) =>
    `insert into post (tenant_id, id, code, audiences, areas, boards, published_at, touched_at, made_by, made_at)
      values (${mine}, '${postId}', 'cc0000${nth}', '${audiences}', ${areas}, ${boards}, '2026-02-20T06:00:00Z', '2026-02-20', ${lead}, '2026-02-20')`;
  const around = (tenant: string, postId: string, nth: number) => {
    const key = `${tenant}, '${postId}'`;
    const file = id(60 + nth);
    const update = id(80 + nth);
    return [
      `insert into post_text (tenant_id, post_id, language, original, title, slug, body, made_by) values (${key}, 'nl', true, 'Kop', 'kop', 'Tekst', ${lead})`,
      // A translation that comes out later than its post.
      `insert into post_text (tenant_id, post_id, language, original, title, slug, body, published_at, made_by)
        values (${key}, 'en', false, 'Title', 'title', 'Text', '2026-04-10T06:00:00Z', ${lead})`,
      ...['nl', 'en'].map(
        (
          language,
        ) => `insert into post_fix (tenant_id, post_id, language, nth, part, before, after, at, by_id)
          values (${key}, '${language}', 1, 'body', 'a', 'b', '2026-02-21', ${lead})`,
      ),
      `insert into post_update (tenant_id, post_id, id, nth, at, by_id) values (${key}, '${update}', 1, '2026-02-21', ${lead})`,
      ...['nl', 'en'].map(
        (language) => `insert into post_update_text (tenant_id, post_id, update_id, language, reason, body)
          values (${key}, '${update}', '${language}', 'Waarom', 'Wat')`,
      ),
      `insert into post_file (tenant_id, post_id, id, kind, name, media_type, size, added_by, added_at, nth)
        values (${key}, '${file}', 'attachment', 'a.txt', 'text/plain', 1, ${lead}, '2026-02-20', 1)`,
      `insert into post_file_content (tenant_id, file_id, bytes) values (${tenant}, '${file}', 'x')`,
      `insert into post_address (tenant_id, path, post_id) values (${tenant}, '/oud/${nth}', '${postId}')`,
      ...['director', 'teamLead', 'boardMember'].map(
        (who) => `insert into post_reading (tenant_id, post_id, person_id, first_at, last_at)
          values (${key}, ${personOf(world, who)}, '2026-02-20', '2026-02-20')`,
      ),
    ];
  };
  const topic = (tenant: string, code: string) =>
    `insert into topic (tenant_id, code, name) values (${tenant}, '${code}', '${code}')`;
  const statements = [
    `update school set area_id = (select min(id::text)::uuid from area where tenant_id = ${mine}) where id = '${world.cast.school.id}'`,
    post(inArea, 1, area),
    post(inAreaOrBoard, 2, area, `'{${world.cast.boardId}}'`),
    post(forParents, 3, undefined, undefined, '{parents}'),
    ...ownPosts.flatMap((postId, nth) => around(mine, postId, nth)),
    ...around(foreign, foreignPost, 9),
    ...['een', 'twee'].map((code) => topic(mine, code)),
    topic(foreign, 'drie'),
    ...['director', 'teamLead', 'boardMember'].map(
      (who) =>
        `insert into feed_key values (${mine}, ${personOf(world, who)}, sha256('feed ${who}'), '2026-03-02')`,
    ),
  ];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const own = `${partnership} and x.person_id = $person`;
const held = (what: string) => `exists (select from appointment a left join school h on h.id = a.school_id
  where a.tenant_id = $tenant and a.person_id = $person and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day) and (${what}))`;
const atSchool = `a.role in ('school_director', 'support_coordinator', 'teacher')`;
const writer = held(`a.role in ('editor', 'policy_adviser', 'team_lead')`);
const works = held(
  `a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)`,
);
const among = `(('schools' = any (o.audiences) and ${held(atSchool)}) or ('boards' = any (o.audiences) and ${held(`a.role = 'board_member'`)}))`;
// Of the areas two questions: asked as one, with an `or` across the join, PostgreSQL 18.4 uses one hash of the boards in two places, keeps
// that of another post, and finds too little for whoever sits on a board and works at a school.
const there = `((o.areas = '{}' and o.boards = '{}')
  or ${held(`${atSchool} and h.area_id = any (o.areas)`)}
  or ${held('a.board_id in (select s.board_id from school s where s.area_id = any (o.areas))')}
  or ${held(`coalesce(h.board_id, a.board_id) = any (o.boards)`)})`;
/** Whether this person reads a post (o): in words of design, not of the policy. */
const reads = `o.tenant_id = $tenant and (${writer} or (o.published_at::date <= $day
  and (${works} or o.audiences && array['public', 'parents'] or (${among} and ${there}))))`;
const ofPost = `exists (select from post o where o.id = x.post_id and ${reads})`;
const text = (t: string) => `(${writer} or ${t}.published_at is null or ${t}.published_at::date <= $day)`;
const ofText = `${ofPost} and exists (select from post_text t where t.post_id = x.post_id and t.language = x.language and ${text('t')})`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const postsExactly: Readonly<Record<string, string>> = {
  topic: partnership,
  post: reads.replaceAll('o.', 'x.'),
  post_text: `${ofPost} and ${text('x')}`,
  ...{ post_fix: ofText, post_update_text: ofText },
  ...{ post_update: ofPost, post_file: ofPost, post_address: ofPost },
  post_file_content: `exists (select from post_file f join post o on o.id = f.post_id where f.id = x.file_id and ${reads})`,
  ...{ post_reading: own, feed_key: own },
  post_search: 'false',
};
