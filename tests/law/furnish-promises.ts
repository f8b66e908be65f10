/** Promises and working rules, with posts they stand in, as plain rows in both partnerships: who finds what there is told beside them. */
import type pg from 'pg';
import { foreignTenant, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = (nth: number) => `0190e000-0000-7000-8000-0000000004${String(nth).padStart(2, '0')}`;

const posts = {
  public: id(1),
  'boards later': id(2),
  'of board': id(3),
  draft: id(4),
  foreign: id(5),
} as const;
/** Promises by whom they are for. */
export const promises = {
  everybody: id(11),
  /** Its owner is no board member. */
  boards: id(12),
  schools: id(13),
  'boards later': id(14),
  'schools of board': id(15),
  'of draft': id(16),
  foreign: id(17),
  parents: id(18),
} as const;
export const rules = { known: id(21), later: id(22), 'of draft': id(23), foreign: id(24) } as const;
export const postOfRules = posts.public;

/** Plain rows, past keys and triggers: the law of each row is tried elsewhere. */
export async function furnishPromises(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const post = (name: keyof typeof posts, audiences: string, at: string, boards = '{}', tenant = mine) =>
    `insert into post (tenant_id, id, code, audiences, boards, published_at, touched_at, made_by, made_at)
      values (${tenant}, '${posts[name]}', 'bb0000${Object.keys(posts).indexOf(name)}', '${audiences}', '${boards}', ${at}, '2026-02-20',
        ${personOf(world, 'teamLead')}, '2026-02-20')`;
  const promise = (
    name: keyof typeof promises,
    of: keyof typeof posts,
    audiences: string,
    owner: string,
    tenant = mine,
  ) => [
    `insert into promise (tenant_id, id, post_id, sentence, owner_id, owner_title, audiences, due_on, made_by, made_at)
      values (${tenant}, '${promises[name]}', '${posts[of]}', 'Wij beloven.', ${personOf(world, owner)}, 'de baas', '${audiences}', '2026-05-01',
        ${personOf(world, 'teamLead')}, '2026-02-20')`,
    `insert into promise_entry (tenant_id, promise_id, version, at, by_id, step, on_date, owner_id, owner_title)
      values (${tenant}, '${promises[name]}', 1, '2026-02-20', ${personOf(world, 'teamLead')}, 'make', '2026-05-01', ${personOf(world, owner)}, 'de baas')`,
  ];
  const rule = (
    name: keyof typeof rules,
    of: keyof typeof posts,
    day: string,
    known: string,
    tenant = mine,
  ) =>
    `insert into working_rule (tenant_id, id, subject, starts_on, post_id, body, known_from, made_by, made_at)
      values (${tenant}, '${rules[name]}', 'concerns', '${day}', '${posts[of]}', 'Zo.', ${known}, ${personOf(world, 'teamLead')}, '2026-02-20')`;
  const out = `'2026-02-20T06:00:00Z'`;
  const later = `'2026-04-10T06:00:00Z'`;
  const statements = [
    post('public', '{public}', out),
    post('boards later', '{boards}', later),
    post('of board', '{schools}', out, `{${world.cast.boardId}}`),
    post('draft', '{public}', 'null'),
    post('foreign', '{public}', out, '{}', foreign),
    ...promise('everybody', 'public', '{public}', 'specialist'),
    ...promise('parents', 'public', '{parents}', 'specialist'),
    ...promise('boards', 'public', '{boards}', 'director'),
    ...promise('schools', 'public', '{schools}', 'teamLead'),
    ...promise('boards later', 'boards later', '{boards}', 'author'),
    ...promise('schools of board', 'of board', '{schools}', 'specialist'),
    ...promise('of draft', 'draft', '{public}', 'specialist'),
    ...promise('foreign', 'foreign', '{public}', 'foreignLead', foreign),
    rule('known', 'public', '2026-03-01', out),
    rule('later', 'boards later', '2026-04-11', later),
    rule('of draft', 'draft', '2026-05-01', 'null'),
    rule('foreign', 'foreign', '2026-03-01', out, foreign),
  ];
  await superuser.query(`set session_replication_role = replica; ${statements.join(';\n')};
    set session_replication_role = origin`);
}

const partnership = 'x.tenant_id = $tenant';
const held = (what: string) => `exists (select from appointment a left join school h on h.id = a.school_id
  where a.tenant_id = $tenant and a.person_id = $person and a.starts_on <= $day and (a.ends_on is null or a.ends_on > $day) and (${what}))`;
const writer = held(`a.role in ('editor', 'policy_adviser', 'team_lead')`);
const works = held(
  `a.role in ('contact_person', 'specialist') or (a.school_id is null and a.board_id is null)`,
);
const among = (audiences: string) => `(${audiences} && array['public', 'parents']
  or ('schools' = any (${audiences}) and ${held(`a.role in ('school_director', 'support_coordinator', 'teacher')`)})
  or ('boards' = any (${audiences}) and ${held(`a.role = 'board_member'`)}))`;
/** Whether a post (o) is out, and for this person. */
const out = `o.tenant_id = $tenant and o.published_at::date <= $day and (${works} or o.audiences && array['public', 'parents']
  or (${among('o.audiences')} and (o.boards = '{}' or ${held('coalesce(h.board_id, a.board_id) = any (o.boards)')})))`;
const reads = (
  promise: string,
) => `(${writer} or exists (select from post o where o.id = ${promise}.post_id and ${out}
  and (${works} or ${promise}.owner_id = $person or ${among(`${promise}.audiences`)})))`;

/** Which rows (x) of a table a person reads: exactly these, for tables.test.ts. */
export const promisesExactly: Readonly<Record<string, string>> = {
  promise_protocol: 'true',
  promise: `${partnership} and ${reads('x')}`,
  promise_entry: `${partnership} and exists (select from promise p where p.tenant_id = $tenant and p.id = x.promise_id and ${reads('p')})`,
  // The words of a rule are everybody's in the partnership, whoever its post is for.
  working_rule: `${partnership} and (${writer} or x.known_from::date <= $day)`,
};
