/** Notices and choices: what each person finds there, and changes. */
import type pg from 'pg';
import { questions } from './furnish-questions.ts';
import { stationings } from './furnish-stationings.ts';
import { foreignTenant, foundAtLeast, foundExactly, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

/** Ids of the notices that may never show, and of those that must. */
const hidden = {
  ofAnother: '0190b000-0000-7000-8000-00000000b001',
  withoutEntry: '0190b000-0000-7000-8000-00000000b002',
  otherVersion: '0190b000-0000-7000-8000-00000000b006',
  sharedWithoutEntry: '0190b000-0000-7000-8000-00000000b007',
  invitedWithoutEntry: '0190b000-0000-7000-8000-00000000b008',
  talkElsewhere: '0190b000-0000-7000-8000-00000000b009',
  conversationElsewhere: '0190b000-0000-7000-8000-00000000b003',
  notForTheBoard: '0190b000-0000-7000-8000-00000000b004',
  notForward: '0190b000-0000-7000-8000-00000000b005',
  otherQuestion: '0190b000-0000-7000-8000-00000000b021',
  questionOfSchool: '0190b000-0000-7000-8000-00000000b022',
  otherStationing: '0190b000-0000-7000-8000-00000000b024',
  draft: '0190b000-0000-7000-8000-00000000b031',
  postForSchools: '0190b000-0000-7000-8000-00000000b032',
  promiseOfDraft: '0190b000-0000-7000-8000-00000000b033',
  roundForTeachers: '0190b000-0000-7000-8000-00000000b034',
} as const;
const shown = {
  account: '0190b000-0000-7000-8000-00000000b011',
  noteFades: '0190b000-0000-7000-8000-00000000b012',
  conversation: '0190b000-0000-7000-8000-00000000b013',
  forward: '0190b000-0000-7000-8000-00000000b014',
  question: '0190b000-0000-7000-8000-00000000b023',
  stationing: '0190b000-0000-7000-8000-00000000b025',
  post: '0190b000-0000-7000-8000-00000000b035',
  promise: '0190b000-0000-7000-8000-00000000b036',
  round: '0190b000-0000-7000-8000-00000000b037',
} as const;

/** Notices of every subject, that may show and that may not; choices of three people. Needs the talks of the world. */
export async function furnishNotices(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const notice = (who: string, id: string, kind: string, subject: string, of: string, version = 'null') => `
    insert into notice (tenant_id, id, person_id, kind, subject, subject_id, version, at)
      values (${mine}, '${id}', ${personOf(world, who)}, '${kind}', '${subject}', ${of}, ${version}, now());`;
  const concern = (name: string) => `'${world.concerns[name]}'`;
  const stationing = (name: keyof typeof stationings) => `'${stationings[name]}'`;
  const question = (name: keyof typeof questions) => `'${questions[name]}'`;
  const talk = (school: string) =>
    `(select id from conversation where concern_id is null and tenant_id = ${mine} and school_id = ${school} limit 1)`;
  const elsewhere = `(select school_id from appointment where person_id = ${personOf(world, 'contactElsewhere')})`;
  const silent = `(select min(version) from concern_entry where concern_id = ${concern('with_board')} and not board_reads)`;
  const news = await newsFor(superuser, world);
  const choice = (tenant: string, who: string) =>
    `insert into notice_choice values (${tenant}, ${personOf(world, who)}, 'board', 'never');`;
  await superuser.query(
    notice('author', shown.account, 'account', 'person', personOf(world, 'author')) +
      notice('author', hidden.ofAnother, 'account', 'person', personOf(world, 'teamLead')) +
      notice('author', shown.noteFades, 'note_fades', 'concern', concern('noted')) +
      notice('author', hidden.withoutEntry, 'concern_step', 'concern', concern('noted'), '2') +
      notice('author', hidden.otherVersion, 'concern_step', 'concern', concern('working'), '99') +
      notice('author', hidden.sharedWithoutEntry, 'concern_shared', 'concern', concern('working'), '98') +
      notice('author', hidden.invitedWithoutEntry, 'invitation', 'concern', concern('working'), '97') +
      notice('author', hidden.talkElsewhere, 'reminder', 'conversation', talk(elsewhere)) +
      notice('author', shown.conversation, 'reminder', 'conversation', talk(`'${world.cast.school.id}'`)) +
      notice('boardMember', hidden.conversationElsewhere, 'reminder', 'conversation', talk(elsewhere)) +
      notice('boardMember', hidden.notForTheBoard, 'board', 'concern', concern('with_board'), silent) +
      notice('boardMember', hidden.notForward, 'concern_fades', 'concern', concern('working')) +
      notice('boardMember', shown.forward, 'concern_fades', 'concern', concern('with_board')) +
      notice('author', hidden.otherQuestion, 'question_step', 'question', question('there draft')) +
      notice('boardMember', hidden.questionOfSchool, 'question_step', 'question', question('team draft')) +
      notice('director', hidden.otherStationing, 'account', 'stationing', stationing('foreign')) +
      notice('director', shown.stationing, 'account', 'stationing', stationing('agreed')) +
      notice('author', shown.question, 'question_step', 'question', question('team draft')) +
      notice('author', hidden.draft, 'post', 'post', news.draft) +
      notice('boardMember', hidden.postForSchools, 'post', 'post', news.forSchools) +
      notice('author', shown.post, 'post', 'post', news.forSchools) +
      notice('author', hidden.promiseOfDraft, 'promise_due', 'promise', news.promiseOfDraft) +
      notice('author', shown.promise, 'promise_due', 'promise', news.promise) +
      notice('author', hidden.roundForTeachers, 'consultation', 'consultation', news.roundForTeachers) +
      notice('author', shown.round, 'consultation', 'consultation', news.round) +
      choice(mine, 'author') +
      choice(mine, 'teamLead') +
      choice(foreignTenant(world), 'foreignLead'),
  );
}

/** Posts, promises and rounds to have notices of, as ids in quotes: the author works at a school, and reads what is out. */
async function newsFor(superuser: pg.Client, world: World) {
  const mine = `'${world.cast.tenantId}'`;
  const by = personOf(world, 'teamLead');
  const id = (nth: number) => `'0190b000-0000-7000-8000-00000000c0${nth}'`;
  const [draft, forSchools, promiseOfDraft, promise, roundForTeachers, round] = [11, 12, 13, 14, 15, 16].map(
    id,
  );
  const hour = `'2026-01-05T08:00:00Z'`;
  const post = (one: string | undefined, code: string, at: string) => `
    insert into post (tenant_id, id, code, audiences, published_at, published_by, touched_at, made_by, made_at)
      values (${mine}, ${one}, '${code}', '{schools}', ${at}, ${by}, ${hour}, ${by}, ${hour});`;
  const word = (one: string | undefined, of: string | undefined, owner: string) => `
    insert into promise (tenant_id, id, post_id, sentence, owner_id, owner_title, audiences, due_on, made_by, made_at)
      values (${mine}, ${one}, ${of}, 'Een zin.', ${owner}, 'x', '{schools}', '2026-12-01', ${by}, ${hour});`;
  const asks = (one: string | undefined, role: string) => `
    insert into consultation (tenant_id, id, title, roles, starts_on, ends_on, status, made_by, made_at)
      values (${mine}, ${one}, 'x', '{${role}}', '2026-01-05', '2026-12-01', 'open', ${by}, ${hour});`;
  await superuser.query(
    post(draft, 'zzzzzz2', 'null') +
      post(forSchools, 'zzzzzz3', hour) +
      word(promiseOfDraft, draft, by) +
      word(promise, forSchools, personOf(world, 'author')) +
      asks(roundForTeachers, 'teacher') +
      asks(round, 'contact_person'),
  );
  return { draft, forSchools, promiseOfDraft, promise, roundForTeachers, round } as Record<
    'draft' | 'forSchools' | 'promiseOfDraft' | 'promise' | 'roundForTeachers' | 'round',
    string
  >;
}

export function noticeProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const list = (ids: object) => `array['${Object.values(ids).join("', '")}']::uuid[]`;
  const own = (who: string) => `tenant_id = ${mine} and person_id = ${personOf(world, who)}`;
  const exactly = (who: string): Probe => ({
    who,
    sql: foundExactly('notice', `${own(who)} and id <> all (${list(hidden)})`),
    expected: 'nothing',
  });
  const finds = (who: string, ids: readonly string[]): Probe => ({
    who,
    sql: foundAtLeast(`(select from notice where id = any (${list(ids)})) x`, ids.length),
    expected: 'nothing',
  });
  const reads = `update notice set read_at = now()`;
  const choose = (tenant: string, person: string) =>
    `insert into notice_choice values (${tenant}, ${person}, 'account', 'never')`;
  const chooseAgain = `update notice_choice set choice = 'daily'`;
  return [
    ...['author', 'boardMember', 'teamLead', 'director'].map(exactly),
    finds('author', [shown.account, shown.noteFades, shown.conversation, shown.question]),
    finds('author', [shown.post, shown.promise, shown.round]),
    finds('director', [shown.stationing]),
    finds('boardMember', [shown.forward]),
    {
      who: 'boardMember',
      sql: foundAtLeast(`(select from notice where kind = 'board') x`, 1),
      expected: 'nothing',
    },
    {
      who: 'director',
      sql: foundAtLeast(`(select from notice where kind = 'concern_shared') x`, 1),
      expected: 'nothing',
    },
    { who: 'administrator', sql: foundExactly('notice', 'false'), expected: 'nothing' },
    { who: 'author', sql: reads, expected: 'done' },
    { who: 'administrator', sql: reads, expected: 'nothing' },
    { who: 'nobody', sql: reads, expected: 'nothing' },
    { who: 'author', sql: foundExactly('notice_choice', own('author')), expected: 'nothing' },
    { who: 'administrator', sql: foundExactly('notice_choice', 'false'), expected: 'nothing' },
    { who: 'author', sql: choose(mine, personOf(world, 'author')), expected: 'done' },
    { who: 'author', sql: choose(mine, personOf(world, 'teamLead')), expected: '42501' },
    { who: 'author', sql: choose(foreignTenant(world), 'app_person()'), expected: '42501' },
    { who: 'author', sql: chooseAgain, expected: 'done' },
    { who: 'administrator', sql: chooseAgain, expected: 'nothing' },
    { who: 'teamLead', sql: foundAtLeast('notice_kind', 9), expected: 'nothing' },
  ];
}
