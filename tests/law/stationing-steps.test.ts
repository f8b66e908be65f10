/** The law of stationings against its rules: every step in every state by everybody as raw SQL, and what nobody may write. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import {
  type EndReason,
  endReasons,
  type Facts,
  protocol,
  type Relation,
  type Status,
  type StepName,
  type StepTaken,
  statuses,
  stepNames,
  stepsTaken,
  unmetNeeds,
} from '../../src/stationing/stationings/stationing.rules.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { aCast, anAppointment, type Cast, openStage, type Stage } from '../support/factories.ts';
import { shareOf } from '../support/share.ts';
import { openSuperuser } from '../support/visits.ts';
import { openRawSql, type RawSql } from './raw.ts';

const clock = '2026-03-02T08:00:00Z';
const today = '2026-03-02';
/** `STATIONING_STEPS=1` tries all there is for everybody; unless told each commit looks at another half of them. */
const share = shareOf('STATIONING_STEPS', 2);
/** Of each step by each person in each state. */
const tries = share.whole ? Number.POSITIVE_INFINITY : 2;

interface Case {
  readonly id: string;
  readonly status: Status;
  readonly kind: 'school' | 'board';
  readonly facts: Facts;
  readonly specialist: string;
}

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let raw: RawSql;
let superuser: pg.Client;
const cases: Case[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh, clock);
  cast = await aCast(stage);
  superuser = await openSuperuser(fresh);
  raw = await openRawSql(fresh);
  for (const status of statuses)
    for (const kind of ['school', 'board'] as const) {
      await lay(status, kind, '2026-02-02', '2026-07-03');
      await lay(status, kind, '2026-04-06', '2026-07-03');
    }
  await lay('proposed', 'school', '2026-01-05', '2026-02-27');
  await lay('active', 'school', '2026-01-05', '2026-02-27');
  await lay('proposed', 'school', '2026-04-06', '2026-07-03', 'withinContract');
  await lay('proposed', 'board', '2026-04-06', '2026-07-03', 'notAway');
  await lay('proposed', 'school', '2026-04-06', '2026-07-03', 'isSpecialist');
  await lay('proposed', 'school', '2026-04-06', '2026-07-03', 'placeFree');
});
afterAll(async () => {
  await raw.close();
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

/** A stationing as it stands in a state, past the law, with a specialist of its own of whom one thing may clash. */
async function lay(
  status: Status,
  kind: Case['kind'],
  from: string,
  to: string,
  clash?: Facts['clashes'][number],
): Promise<void> {
  const { tenantId, boardId, school, teamLead } = cast;
  const specialist = await anAppointment(stage, 'specialist', {
    tenantId,
    ...(clash === 'isSpecialist' && { to: '2026-05-01' }),
  });
  const row = async (id: string, as: Status) => {
    const place = kind === 'school' ? [school.id, null] : [null, boardId];
    await superuser.query(
      `insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, status, ended_because, proposed_by,
        proposed_at, version) values ($1, $2, $3, $4, $5, 4, $6, $7::date + 1, $8, $9, $10, now(), 3)`,
      [tenantId, id, specialist, ...place, from, to, as, as === 'ended' ? 'done' : null, teamLead],
    );
    await superuser.query(
      'insert into stationing_school (tenant_id, stationing_id, school_id) values ($1, $2, $3)',
      [tenantId, id, school.id],
    );
  };
  await superuser.query(
    `insert into contract (tenant_id, id, person_id, starts_on, fte, dagdelen) values ($1, $2, $3, '2025-08-01', 0.8, $4)`,
    [tenantId, newId(), specialist, clash === 'withinContract' ? 3.5 : 8],
  );
  if (clash === 'notAway')
    await superuser.query(
      `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on) values ($1, $2, $3, $4, $4::date + 1)`,
      [tenantId, newId(), specialist, from],
    );
  if (clash === 'placeFree') await row(newId(), 'agreed');
  const id = newId();
  await row(id, status);
  const clashes = clash === undefined ? [] : [clash];
  cases.push({ id, status, kind, specialist, facts: { status, today, from, to, clashes } });
}

/** What each is to the stationing, by hand. */
function relationsOf(one: Case): Readonly<Record<string, readonly Relation[]>> {
  const { teamLead, director, coordinator, boardMember, author, partnershipDirector } = cast;
  const hosts = one.kind === 'school' ? director : boardMember;
  const also = (person: string, own: Relation): readonly Relation[] =>
    person === hosts ? ['host', own] : [own];
  return {
    [teamLead]: ['team_lead'],
    [one.specialist]: ['specialist'],
    [director]: also(director, 'school_director'),
    [coordinator]: ['support_coordinator'],
    [boardMember]: also(boardMember, 'board_member'),
    [author]: [],
    [partnershipDirector]: [],
  };
}

interface Try {
  readonly step: StepName;
  readonly to: Status;
  readonly words: string | null;
  readonly because: string | null;
  readonly on: string | null;
}

const days = [
  null,
  '2026-01-30',
  '2026-02-02',
  '2026-03-01',
  today,
  '2026-03-03',
  '2026-05-01',
  '2026-07-02',
  '2026-07-03',
];
const everyTry = (step: StepName): readonly Try[] =>
  statuses.flatMap((to) =>
    [null, '  ', 'Zo is het.'].flatMap((words) =>
      [null, 'school', 'zomaar'].flatMap((because) => days.map((on) => ({ step, to, words, because, on }))),
    ),
  );

/** Numbers that look random and are the same each time. */
function* drawing(seed: number): Generator<number, never> {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x / 2 ** 32;
  }
}

/** Some of all, those that lead where the step leads and carry what belongs more often than chance would have it. */
function sampled(step: StepName, status: Status, draw: () => number): readonly Try[] {
  const all = everyTry(step);
  if (tries > all.length) return all;
  const right = all.filter(
    (one) => leads({ ...one, status }) && fault(one) === undefined && (one.words !== '  ' || draw() < 0.2),
  );
  const pick = (from: readonly Try[]) => from[Math.floor(draw() * from.length)] ?? all[0];
  // Where a step leads nowhere one try says enough.
  const likely = right.length > 0 ? Array.from({ length: tries - 1 }, () => pick(right)) : [];
  return [...likely, pick(all)].filter((one) => one !== undefined);
}

interface Move {
  readonly from: string;
  readonly to: Status;
  readonly by: readonly string[];
}
const leads = ({ step, to, status }: Try & { readonly status: Status }): Move | undefined =>
  (protocol[step].moves as readonly Move[]).find((move) => move.from === status && move.to === to);
const ends = (step: StepName) => step === 'shorten' || step === 'end';
const fault = ({ step, words, because, on }: Try) =>
  (words !== null && ['start', 'make_way', 'run_out'].includes(step)) ||
  (because !== null && !ends(step) && step !== 'make_way' && step !== 'run_out') ||
  (on !== null && !ends(step) && step !== 'make_way')
    ? 'KL001 onlyWhatBelongs'
    : undefined;

/** What the rules say of a try. */
function expected(one: Case, relations: readonly Relation[], tried: Try): string {
  const move = leads({ ...tried, status: one.status });
  if (move === undefined) return 'KL001 stateAllows';
  if (!move.by.some((relation) => (relations as readonly string[]).includes(relation)))
    return 'KL001 roleAllows';
  const wrong = fault(tried);
  if (wrong !== undefined) return wrong;
  const step = stepsTaken.find((name): name is StepTaken => name === tried.step);
  const because = endReasons.find((reason): reason is EndReason => reason === tried.because);
  const given = { words: tried.words ?? undefined, because, lastDay: tried.on ?? undefined };
  const unmet = step === undefined ? [] : unmetNeeds(step, one.facts, given);
  if (unmet.length > 0) return `KL001 ${unmet.join()}`;
  return tried.words === '  ' ? 'blank' : 'done';
}

const statementOf = (one: Case, { step, to, words, because, on }: Try) => {
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  return `insert into stationing_entry (tenant_id, stationing_id, version, id, at, person_id, relation, step, from_status, to_status, words, because, on_date)
    values ('${cast.tenantId}', '${one.id}', 4, gen_random_uuid(), '2020-01-01', '${cast.coordinator}', 'host', '${step}', '${one.status}', '${to}',
      ${text(words)}, ${text(because)}, ${text(on)})`;
};

test('the table of steps is the same in the rules and in the database', async () => {
  const { rows } = await superuser.query<Record<string, unknown>>(
    'select step, from_status, to_status, relations from stationing_protocol',
  );
  const ours = stepNames.flatMap((step) =>
    protocol[step].moves.map(({ from, to, by }) => ({
      step,
      from_status: from,
      to_status: to,
      relations: [...by],
    })),
  );
  const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).toSorted();
  expect(sorted(rows)).toEqual(sorted(ours));
});

test('every step in every state by everybody: the database answers what the rules answer, need by need', {
  timeout: 7_200_000,
}, async () => {
  const random = drawing(7);
  const draw = () => random.next().value;
  const found: string[] = [];
  const told: string[] = [];
  for (const [row, one] of cases.entries())
    for (const [column, [person, relations]] of Object.entries(relationsOf(one)).entries()) {
      if (!share.takes(row + column)) continue;
      const all = stepNames.flatMap((step) => sampled(step, one.status, draw));
      const verdicts = await raw.tryAll(
        { tenantId: cast.tenantId, personId: person },
        clock,
        all.map((tried) => statementOf(one, tried)),
      );
      all.forEach((tried, nth) => {
        const verdict = verdicts[nth] ?? '';
        const said = verdict.startsWith('23514') ? 'blank' : verdict;
        const about = `${one.kind} ${one.status} ${one.facts.from} ${relations.join()} ${JSON.stringify(tried)}: `;
        found.push(about + said);
        told.push(about + expected(one, relations, tried));
      });
    }
  expect(found).toEqual(told);
  // Every kind of answer was among them.
  for (const answer of [
    'done',
    'stateAllows',
    'roleAllows',
    'onlyWhatBelongs',
    'wordsGiven',
    'reasonGiven',
    'lastDayBeen',
    'lastDayEarlier',
    'begun',
  ])
    expect(
      told.some((line) => line.endsWith(answer) || line.includes(`${answer},`)),
      answer,
    ).toBe(true);
});

describe('nobody writes past the law', () => {
  const asLead = (statements: readonly string[]) =>
    raw.tryAll({ tenantId: cast.tenantId, personId: cast.teamLead }, clock, statements);

  test('a stationing, its schools and its shares are written by the law alone', async () => {
    const [one] = cases;
    const here = `tenant_id = '${cast.tenantId}' and id = '${one?.id}'`;
    const verdicts = await asLead([
      `update stationing set status = 'agreed' where ${here}`,
      `update stationing set ends_on = ends_on + 7 where ${here}`,
      `delete from stationing where ${here}`,
      `insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, proposed_by, proposed_at)
        values ('${cast.tenantId}', gen_random_uuid(), '${one?.specialist}', '${cast.school.id}', 1, '2026-09-01', '2026-10-01', '${cast.teamLead}', now())`,
      `insert into stationing_school (tenant_id, stationing_id, school_id) values ('${cast.tenantId}', '${one?.id}', gen_random_uuid())`,
      `delete from stationing_school where tenant_id = '${cast.tenantId}'`,
      `insert into stationing_ambition (tenant_id, stationing_id, ambition_id, share) values ('${cast.tenantId}', '${one?.id}', gen_random_uuid(), 10)`,
      `update stationing_entry set words = 'Anders.' where tenant_id = '${cast.tenantId}'`,
      `delete from stationing_entry where tenant_id = '${cast.tenantId}'`,
      `update stationing_protocol set relations = '{team_lead}'`,
    ]);
    expect(verdicts.map((verdict) => verdict.slice(0, 5))).toEqual(Array(10).fill('42501'));
  });

  test('a proposal is refused for every reason at once, and to whoever is no team lead', async () => {
    const propose = (specialist: string, until: string, schools: string, share: number) =>
      `select propose_stationing(gen_random_uuid(), '${specialist}', null, '${cast.boardId}', '${schools}', 4, '2026-01-05', '${until}', ${share}, '[]', null, null, null, null)`;
    const statement = propose(cast.author, '2026-02-27', '{}', 90);
    expect(await asLead([statement])).toEqual([
      'KL001 periodAhead,isSpecialist,withinContract,schoolsOfBoard,sharesAddUp',
    ]);
    for (const personId of [cast.director, cast.boardMember, cast.partnershipDirector])
      expect((await raw.tryAll({ tenantId: cast.tenantId, personId }, clock, [statement]))[0]).toMatch(
        /^42501/,
      );
    // The version of a row is the law's as well.
    const late = `insert into stationing_entry (tenant_id, stationing_id, version, id, at, person_id, relation, step, from_status, to_status, words)
      values ('${cast.tenantId}', '${cases[0]?.id}', 9, gen_random_uuid(), now(), null, '', 'withdraw', 'proposed', 'withdrawn', 'Nee.')`;
    expect((await asLead([late]))[0]).toMatch(/^KL002/);
  });
});
