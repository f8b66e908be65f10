/** The pure rules and the database give the same answer to every step of a question, of everybody, in every standing. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, Identity } from '../../src/platform/pure/actor.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import { earliestSignal, unmetNeeds } from '../../src/questions/needs.rules.ts';
import { type Part, partsReadBy } from '../../src/questions/question.access.ts';
import { factsOf } from '../../src/questions/question.facts.ts';
import type { StepRequest } from '../../src/questions/question.input.ts';
import { mayTake, moveOf, protocol, type Relation } from '../../src/questions/question.rules.ts';
import { getQuestion, type QuestionRow } from '../../src/questions/question.store.ts';
import { entryOf } from '../../src/questions/question-entry.ts';
import { lookUp } from '../../src/questions/question-given.ts';
import { recordEntry } from '../../src/questions/question-writes.store.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { actorOf, openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { entriesWith, requestsOn } from './question-attempts.ts';
import { aQuestionWorld, clock, type QuestionWorld, today } from './question-world.ts';
import { openRawSql, type RawSql, textOf, type Verdict } from './raw.ts';

let fresh: FreshDatabase;
let stage: Stage;
let raw: RawSql;
let superuser: pg.Client;
let world: QuestionWorld;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  raw = await openRawSql(fresh);
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  world = await aQuestionWorld(stage, superuser);
});

afterAll(async () => {
  await superuser.end();
  await raw.close();
  await stage.close();
  await fresh.drop();
});

test('the table in the database is the table of the rules, row by row', async () => {
  const found = await superuser.query<{ row: string }>(
    `select concat_ws(' ', step, from_status, to_status, relations) as row from question_protocol`,
  );
  const steps = Object.entries(protocol)
    .filter(([step]) => step !== 'revise')
    .flatMap(([step, { moves }]) =>
      moves.map(({ from, to, by }) => `${step} ${from} ${to} {${by.join(',')}}`),
    );
  expect(found.rows.map(({ row }) => row).sort()).toEqual([...steps].sort());
});

type Sent = Exclude<StepRequest, { readonly step: 'revise' }>;

/** What the rules say, in the database's words. */
async function ruled(request: Sent, row: QuestionRow, actor: Actor): Promise<Verdict> {
  const facts = factsOf(row, actor.personId);
  if (row.faded || moveOf(request.step, row.status) === undefined) return 'KL001 stateAllows';
  if (!mayTake(request.step, facts)) return 'KL001 roleAllows';
  const given = await stage.database.read(actor, (reader) => lookUp(reader, actor, row, request, 0));
  return inOrder(unmetNeeds(request.step, facts, given));
}

const inOrder = (needs: readonly string[]) =>
  needs.length === 0 ? 'done' : `KL001 ${[...needs].sort().join()}`;
const sorted = (verdict: Verdict) =>
  verdict.startsWith('KL001 ') ? inOrder(verdict.slice(6).split(',')) : verdict;

const statementOf = (request: Sent, row: QuestionRow, actor: Actor) => {
  const move = moveOf(request.step, row.status) ?? protocol[request.step].moves[0];
  return textOf((tx) =>
    recordEntry(tx, actor, row, {
      ...entryOf(request, row, actor.personId),
      toStatus: move?.to ?? row.status,
    }),
  );
};

/** Every need the database knows; the draft's own is tried with the probes, and the writing aid is no matter of the database. */
const tried = [
  ...[
    'stateAllows',
    'roleAllows',
    'pseudonym',
    'ageBand',
    'parentsSpoken',
    'consent',
    'askedAlong',
    'isSpecialist',
  ],
  ...[
    'notYetInvolved',
    'meetingPlanned',
    'beforeCutOff',
    'fileComplete',
    'somethingMissing',
    'adviceAsked',
    'meetingBegun',
    'quorum',
    'tlvOfPupil',
    'opinionsNotAhead',
    'opinionsDiffer',
  ],
  ...[
    'notYetAssigned',
    'periodAhead',
    'withinContract',
    'notAhead',
    'afterSignal',
    'scoresOrReason',
    'endScores',
  ],
  ...['visitsConfirmed', 'untilLater', 'whoseAssignment'],
];

/** `MATRIX=1` tries every step of everybody; unless told each run another twentieth. */
const share = shareOf('MATRIX', 20);
const seen = { cells: 0, done: 0, needs: new Set<string>() };

async function disagreements(name: string, kind: string, who: Identity): Promise<readonly string[]> {
  const id = world.questions[name] ?? '';
  const actor = await actorOf(stage, who.tenantId, who.personId);
  const row = await stage.database.read(who, (reader) => getQuestion(reader, actor, id));
  const requests = Object.entries(requestsOn(world)) as [string, Sent][];
  // Who does not read it may not even write: the contents do not matter.
  const asked = row === undefined ? requests.slice(0, 6) : requests;
  const standIn = row ?? (await anyRow(name));
  const statements = await Promise.all(asked.map(([, request]) => statementOf(request, standIn, actor)));
  const verdicts = (await raw.tryAll(who, clock, statements)).map(sorted);
  const wrong: string[] = [];
  for (const [nth, [what, request]] of asked.entries()) {
    const verdict = verdicts[nth] ?? '';
    const should = row === undefined ? 'hidden' : await ruled(request, row, actor);
    count(verdict);
    if (!agree(request, verdict, should))
      wrong.push(`${name} / ${kind} / ${what}: database ${verdict}, rules ${should}`);
  }
  return wrong;
}

function count(verdict: Verdict): void {
  seen.cells += 1;
  if (verdict === 'done') seen.done += 1;
  for (const need of verdict.startsWith('KL001') ? verdict.slice(6).split(',') : []) seen.needs.add(need);
}

function agree({ step }: Sent, verdict: Verdict, should: string): boolean {
  if (should === 'hidden') return /^(42501|23503|KL00)/.test(verdict);
  // Only the committee writes a decision down, so others come to grief before the step is looked at.
  if (step === 'decide' && verdict.startsWith('42501')) return /Allows$/.test(should);
  return verdict === should;
}

/** As an operator sees it, for who does not. */
async function anyRow(name: string): Promise<QuestionRow> {
  const { personId = '', tenantId = '' } = world.people['coordinator'] ?? {};
  const actor = await actorOf(stage, tenantId, personId);
  const row = await stage.database.read(actor, (reader) =>
    getQuestion(reader, actor, world.questions[name] ?? ''),
  );
  if (row === undefined) throw new Error(name);
  return row;
}

test('every step is taken or refused for the same reasons by both', { timeout: 1_200_000 }, async () => {
  const pairs = Object.keys(world.questions).flatMap((name) =>
    Object.entries(world.people).map(([kind, who]) => ({ name, kind, who })),
  );
  const wrong: string[] = [];
  for (const { name, kind, who } of pairs.filter((_, nth) => share.takes(nth)))
    if (kind !== 'stranger') wrong.push(...(await disagreements(name, kind, who)));
  console.log(`${seen.cells} attempts, ${seen.done} taken`);
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(seen.done).toBeGreaterThan(1_000 / share.of);
  if (share.whole) expect([...seen.needs].sort()).toEqual([...tried].sort());
});

test('who reads which part is what they are to it', async () => {
  const wrong: string[] = [];
  for (const [kind, who] of Object.entries(world.people)) {
    if (kind === 'stranger') continue;
    const rows = await raw.rows<{
      id: string;
      relations: readonly Relation[];
      words: boolean;
      pupil: boolean;
    }>(
      who,
      clock,
      `select q.id, question_relations(q, '${who.personId}', app_today()) as relations,
        exists (select from question_words w where w.question_id = q.id) as words,
        exists (select from question_pupil p where p.question_id = q.id) as pupil
      from support_question q where status <> 'withdrawn' and level = 'pupil'`,
    );
    const gated = Object.entries(world.questions).filter(([name]) => !name.endsWith('without gate'));
    for (const [name, id] of gated) {
      const row = rows.find((one) => one.id === id);
      if (row === undefined) continue;
      const reads = (part: Part) => row.relations.some((relation) => partsReadBy[relation].includes(part));
      if (!reads('planning') || reads('words') !== row.words || reads('pupil') !== row.pupil)
        wrong.push(`${name} / ${kind}: ${JSON.stringify(row)}`);
    }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
});

test('a draft is of what was signalled already, of known expertise, and takes up only what has ended', async () => {
  const { tenantId, school } = world.cast;
  const ask = (signalledOn: string, expertise: string, continues: string) =>
    `insert into support_question (tenant_id, id, number, school_id, author_id, level, signalled_on, expertise, continues_id)
      values ('${tenantId}', gen_random_uuid(), 'ZZZZZ1', '${school.id}', app_person(), 'team', '${signalledOn}', '${expertise}', ${continues})`;
  const of = (name: string) => `'${world.questions[name]}'`;
  const who = world.people['coordinator'];
  const teacher = world.people['otherTeacher'];
  if (who === undefined || teacher === undefined) throw new Error('nobody');
  expect(
    await raw.tryAll(who, clock, [
      ask(today, '{gedrag,rekenen}', of('completed team')),
      ask('2026-03-07', '{}', 'null'),
      ask(today, '{gedrag,jan_jansen}', 'null'),
      ask(today, '{}', of('started team')),
      ask(earliestSignal(today), '{}', 'null'),
      ask(addDays(earliestSignal(today), -1), '{}', 'null'),
      `update support_question set signalled_on = '2023-07-31' where id = ${of('draft team')}`,
      `update support_question set signalled_on = '2026-03-07' where id = ${of('draft team')}`,
      `update support_question set expertise = '{jan_jansen}' where id = ${of('draft team')}`,
      `update support_question set signalled_on = '2026-03-05' where id = ${of('draft team')}`,
    ]),
  ).toEqual([
    ...['done', 'KL001 notAhead', 'KL001 onlyWhatBelongs', 'KL001 continuesEnded'],
    ...['done', 'KL001 signalledLately', 'KL001 signalledLately', 'KL001 notAhead'],
    ...['KL001 onlyWhatBelongs', 'done'],
  ]);
  // A question that somebody does not read cannot be taken up by them.
  expect(
    await raw.tryAll(teacher, clock, [ask(today, '{}', of('completed team')), ask(today, '{}', 'null')]),
  ).toEqual(['KL001 continuesEnded', 'done']);
});

test('words and columns that belong to another step are refused', async () => {
  const who = world.people['contact'];
  if (who === undefined) throw new Error('nobody');
  const { lawful, unlawful } = entriesWith(world);
  expect(await raw.tryAll(who, clock, lawful)).toEqual(lawful.map(() => 'done'));
  expect(await raw.tryAll(who, clock, unlawful)).toEqual(unlawful.map(() => 'KL001 onlyWhatBelongs'));
});
