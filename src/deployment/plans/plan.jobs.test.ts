/** A plan's whole life: asked, worked on by a planner, changed, published; and whatever may come in between. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  actorOf,
  anAppointment,
  aSchool,
  deedOf,
  openStage,
  type School,
  type Stage,
} from '../../../tests/support/factories.ts';
import {
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { LawRefused, raw } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { prepareJobs } from '../../platform/jobs.ts';
import { changePlan, discardPlan, makePlan, markPlan, runAgain, stopPlan } from './plan.actions.ts';
import type { PlanInput } from './plan.input.ts';
import { fadePlansByTerm, planNext } from './plan.jobs.ts';
import { mayMove, mostWaiting, type PlanStatus, planStatuses } from './plan.rules.ts';
import { getPlan } from './plan.store.ts';
import type { PlanOutcome } from './plan-outcome.ts';
import { takePlan } from './plan-writes.store.ts';
import { publishPlan } from './publish.actions.ts';

let fresh: FreshDatabase;
let stage: Stage;
let superuser: pg.Client;
let cast: QuestionCast;
let elsewhere: School;
let otherLead: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  stage = openStage(fresh);
  superuser = await openSuperuser(fresh);
  cast = await aQuestionCast(stage, fresh);
  elsewhere = await aSchool(stage, cast.tenantId, cast.boardId);
  otherLead = await anAppointment(stage, 'team_lead', { tenantId: cast.tenantId });
  for (const personId of [cast.specialist, cast.colleague]) {
    await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [
      cast.tenantId,
      personId,
    ]);
    await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [
      cast.tenantId,
      personId,
    ]);
  }
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

const as = (personId: string) => actorOf(stage, cast.tenantId, personId);
const lead = () => as(cast.teamLead);
const seen = (version: number) => deedOf(stage, { version });

const planOf = async (id: string) => {
  const actor = await lead();
  const plan = await stage.database.read(actor, (reader) => getPlan(reader, cast.tenantId, id));
  if (plan === undefined) throw new Error('no such plan');
  return plan;
};

const taken = (outcome: PlanOutcome) => {
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome;
};

async function ask(input: PlanInput = {}): Promise<string> {
  return taken(await makePlan(deedOf(stage), await lead(), { seconds: 1, ...input })).id;
}

/** A plan that the planner is done with. */
async function aPlan(input: PlanInput = {}) {
  const id = await ask(input);
  await planNext(stage.database);
  return planOf(id);
}

const refusedWith = (outcome: PlanOutcome) =>
  outcome.outcome === 'refused' ? outcome.faults.map(({ code }) => code) : outcome.outcome;

test('a plan that is asked for stands in line, knocks at the planner and comes back with who goes where', async () => {
  const question = await aQuestion(stage, cast, 'in_triage');
  const id = await ask();
  const { rows } = await superuser.query(
    `select name, state from pgboss.job where name = 'deployment-plans'`,
  );
  expect(rows).toEqual([{ name: 'deployment-plans', state: 'created' }]);
  expect(await planOf(id)).toMatchObject({ status: 'queued', startsOn: '2026-03-09', weeks: 20, best: null });
  await planNext(stage.database);
  const plan = await planOf(id);
  expect(plan).toMatchObject({ status: 'done', version: 1, clashes: [] });
  expect(plan.best?.assignments).toMatchObject([{ demandId: question, halves: 8 }]);
  expect(plan.explanation?.assignments[0]?.alternatives.length).toBeGreaterThan(0);
  expect(plan.value).toBeCloseTo(plan.explanation?.value ?? 0);
  // Nobody else finds it, nor learns that it is there.
  const nobody = await stage.database.read(await as(cast.specialist), (reader) =>
    getPlan(reader, cast.tenantId, id),
  );
  expect(nobody).toBeUndefined();
  expect(await stopPlan(deedOf(stage), await as(cast.author), id)).toEqual({ outcome: 'notFound' });
});

test('whoever forbids somebody gets another; what they pin stays; and a mark that cannot be is named', async () => {
  const before = await aPlan();
  const [first] = before.best?.assignments ?? [];
  const other = first?.specialistId === cast.specialist ? cast.colleague : cast.specialist;
  const mark = { schoolCode: cast.school.code, demandId: first?.demandId ?? '' };
  const { version } = taken(
    await markPlan(seen(1), await lead(), before.id, {
      ...mark,
      kind: 'forbid',
      specialistId: first?.specialistId ?? '',
    }),
  );
  // Somebody else who looked at the version before is told, and nothing of theirs or ours is lost.
  const late = markPlan(seen(1), await as(otherLead), before.id, {
    ...mark,
    kind: 'pin',
    specialistId: other,
  });
  expect(await late).toEqual({ outcome: 'stale' });
  taken(await runAgain(seen(version), await lead(), before.id));
  await planNext(stage.database);
  const after = await planOf(before.id);
  expect(after.best?.assignments).toMatchObject([{ demandId: first?.demandId, specialistId: other }]);
  const absent = { kind: 'pin', specialistId: other, schoolCode: elsewhere.code } as const;
  expect(
    refusedWith(
      await markPlan(seen(after.version), await lead(), before.id, { ...absent, demandId: mark.demandId }),
    ),
  ).toEqual(['demandKnown']);
  // Pinned and forbidden at once: the planner says what clashes.
  await superuser.query('delete from specialist_expertise where person_id = $1', [other]);
  taken(
    await markPlan(seen(after.version), await lead(), before.id, {
      ...mark,
      kind: 'pin',
      specialistId: other,
    }),
  );
  taken(await runAgain(seen(after.version + 1), await lead(), before.id));
  await planNext(stage.database);
  const clashing = await planOf(before.id);
  expect(clashing).toMatchObject({ status: 'failed', failure: 'clash' });
  expect(clashing.clashes).toMatchObject([{ rule: 'hindrance', hindrance: { code: 'expertise' } }]);
  await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [
    cast.tenantId,
    other,
  ]);
});

test('a change by hand is kept with what it is worth, or refused with the rule it breaks', async () => {
  const plan = await aPlan();
  const [{ demandId = '', specialistId = '' } = {}] = plan.best?.assignments ?? [];
  const deed = seen(plan.version);
  const tooMuch = { kind: 'station', specialistId, schoolCode: cast.school.code, dagdelen: 9 } as const;
  expect(refusedWith(await changePlan(deed, await lead(), plan.id, tooMuch))).toContain('changePossible');
  const { version } = taken(await changePlan(deed, await lead(), plan.id, { kind: 'unassign', demandId }));
  const changed = await planOf(plan.id);
  expect(changed.best?.unplanned).toContain(demandId);
  expect(changed.value).toBeLessThan(plan.value ?? 0);
  expect(changed.marks).toMatchObject([{ kind: 'forbid', demandId, specialistId }]);
  expect(await changePlan(deed, await lead(), plan.id, tooMuch)).toEqual({ outcome: 'stale' });
  taken(await discardPlan(seen(version), await lead(), plan.id));
  expect(refusedWith(await changePlan(seen(version + 1), await lead(), plan.id, tooMuch))).toEqual([
    'planMoves',
  ]);
});

test('who asks twice to stop, asks once', async () => {
  const id = await ask();
  expect(await takePlan(stage.database, crypto.randomUUID())).toMatchObject({ id });
  const stop = async () => taken(await stopPlan(deedOf(stage), await lead(), id)).version;
  expect([await stop(), await stop()]).toEqual([2, 2]);
  taken(await discardPlan(deedOf(stage), await lead(), id));
});

test('who asks it to stop has the best so far at once', async () => {
  const waiting = await ask({ seconds: 60 });
  taken(await stopPlan(deedOf(stage), await lead(), waiting));
  expect(await planOf(waiting)).toMatchObject({ status: 'stopped', best: null });
  const id = await ask({ rounds: 1_000_000 });
  const began = Date.now();
  const working = planNext(stage.database);
  await until(async () => (await planOf(id)).value !== null);
  expect(Date.now() - began).toBeLessThan(5_000);
  // By hand nothing changes while the planner is at it.
  expect(refusedWith(await publishPlan(deedOf(stage), await lead(), id))).toEqual(['planRests']);
  taken(await stopPlan(deedOf(stage), await lead(), id));
  await working;
  expect(Date.now() - began).toBeLessThan(10_000);
  const plan = await planOf(id);
  expect(plan).toMatchObject({ status: 'stopped', failure: null });
  expect(plan.best?.assignments).toHaveLength(1);
});

test('a planner that is sent home leaves its plan to the next; one that died is taken over after twenty seconds', async () => {
  const id = await ask({ seconds: 3 });
  const home = new AbortController();
  const working = planNext(stage.database, home.signal);
  await until(async () => (await planOf(id)).value !== null);
  home.abort();
  await working;
  expect(await planOf(id)).toMatchObject({ status: 'running' });
  const spent = (await planOf(id)).spent;
  await planNext(stage.database);
  const done = await planOf(id);
  expect(done).toMatchObject({ status: 'done' });
  expect(done.spent).toBeGreaterThan(spent);

  const dead = await ask();
  expect(await takePlan(stage.database, crypto.randomUUID())).toMatchObject({ id: dead });
  // Its heartbeat is fresh: nobody else takes it.
  await planNext(stage.database);
  expect(await planOf(dead)).toMatchObject({ status: 'running', best: null });
  await falls(dead);
  await planNext(stage.database);
  expect(await planOf(dead)).toMatchObject({ status: 'done' });

  const cursed = await ask();
  for (let nth = 0; nth < 3; nth += 1) {
    expect(await takePlan(stage.database, crypto.randomUUID())).toMatchObject({ id: cursed });
    await falls(cursed);
  }
  await planNext(stage.database);
  expect(await planOf(cursed)).toMatchObject({ status: 'failed', failure: 'keepsEnding' });
  taken(await runAgain(seen(1), await lead(), cursed));
  await planNext(stage.database);
  expect(await planOf(cursed)).toMatchObject({ status: 'done', failure: null });
});

const falls = (id: string) =>
  superuser.query(`update deployment_plan set progressed_at = now() - interval '21 seconds' where id = $1`, [
    id,
  ]);

test('for who leads no team any more the planner does not work', async () => {
  const short = await anAppointment(stage, 'team_lead', { tenantId: cast.tenantId, to: '2026-03-10' });
  const id = taken(await makePlan(deedOf(stage), await as(short), {})).id;
  const now = stage.now().toISOString();
  stage.at('2026-03-11T08:00:00Z');
  await planNext(stage.database);
  stage.at(now);
  expect(await planOf(id)).toMatchObject({ status: 'failed', failure: 'notALead' });
});

test('what would be otherwise counts in that plan alone, and who is made up is not published', async () => {
  const [without, more] = [
    await aPlan({
      asked: [
        { kind: 'without', specialistId: cast.specialist },
        { kind: 'without', specialistId: cast.colleague },
      ],
    }),
    await aPlan({
      asked: [
        { kind: 'without', specialistId: cast.specialist },
        { kind: 'without', specialistId: cast.colleague },
        { kind: 'addSpecialist', dagdelen: 4, expertise: [{ code: 'gedrag', level: 3 }] },
      ],
    }),
  ];
  expect(without.best?.assignments).toEqual([]);
  expect(more.best?.assignments).toHaveLength(1);
  const outcome = await publishPlan(seen(1), await lead(), more.id);
  expect(outcome).toMatchObject({ outcome: 'refused', misfits: [{ code: 'specialistGone' }] });
  const demandId = more.best?.assignments[0]?.demandId ?? '';
  const cannot = await changePlan(seen(1), await lead(), more.id, {
    kind: 'assign',
    demandId,
    specialistId: cast.colleague,
  });
  expect(cannot).toMatchObject({ outcome: 'refused', faults: [{ code: 'changePossible' }] });
  expect(cannot.outcome === 'refused' ? cannot.faults[0]?.message : '').toMatch(/^Proefpersoon \S+ /);
  taken(await changePlan(seen(1), await lead(), more.id, { kind: 'unassign', demandId }));
});

test('the same seed and rounds give the same plan', async () => {
  const [one, other] = [await aPlan({ rounds: 3, seed: 7 }), await aPlan({ rounds: 3, seed: 7 })];
  expect(one.best).toEqual(other.best);
  expect(one.best?.assignments).toHaveLength(1);
});

test('the database lets a plan go where the rules say, and nowhere else', async () => {
  const id = await ask();
  const fill: Partial<Record<PlanStatus, string>> = {
    published: `, published_by = app_person(), published_at = app_now(), best = '{}'`,
  };
  for (const from of planStatuses) {
    await superuser.query('set session_replication_role = replica');
    await superuser.query(
      `update deployment_plan set status = $2, best = '{}', published_by = case when $2 = 'published' then made_by end,
        published_at = case when $2 = 'published' then now() end where id = $1`,
      [id, from],
    );
    await superuser.query('set session_replication_role = origin');
    const actor = await lead();
    for (const to of planStatuses.filter((each) => each !== from)) {
      const tried = stage.database.write(actor, async (tx) => {
        await tx.run(raw(`update deployment_plan set status = '${to}'${fill[to] ?? ''} where id = '${id}'`));
        throw new Undone();
      });
      const why = await tried.catch((fault: unknown) => fault);
      const expected = mayMove(from, to) ? Undone : LawRefused;
      expect(why, `${from} -> ${to}`).toBeInstanceOf(expected);
    }
  }
  await superuser.query('set session_replication_role = replica');
  await superuser.query('delete from deployment_plan where id = $1', [id]);
  await superuser.query('set session_replication_role = origin');
});

class Undone extends Error {}

interface ProposalRow {
  readonly state: string;
  readonly specialist: string;
  readonly plan: string;
  readonly days: string;
  readonly because: string;
}

async function proposalsFor(question: string) {
  const { rows } = await superuser.query<ProposalRow>(
    `select state, specialist_id as specialist, plan_id as plan, starts_on || ' ' || ends_on as days, because from assignment_proposal
     where question_id = $1 order by made_at, id`,
    [question],
  );
  return rows;
}

test('publishing proposes stationings and people, tells them, and is taken by the question’s own step', async () => {
  const plan = await aPlan();
  const [{ demandId = '', specialistId = '' } = {}] = plan.best?.assignments ?? [];
  const published = taken(await publishPlan(seen(1), await lead(), plan.id));
  expect(published).toMatchObject({ version: 2, leftOut: [] });
  expect(await proposalsFor(demandId)).toEqual([
    {
      state: 'open',
      specialist: specialistId,
      plan: plan.id,
      days: '2026-03-09 2026-07-27',
      because: 'fits',
    },
  ]);
  const said = await superuser.query(
    `select words from stationing_entry where stationing_id in (select id from stationing where plan_id = $1)`,
    [plan.id],
  );
  expect(said.rows).toEqual([
    { words: 'De specialist heeft de gevraagde deskundigheid en is dichtbij genoeg.' },
  ]);
  const { rows } = await superuser.query(
    'select specialist_id, school_id, status, dagdelen::float8 as dagdelen, starts_on::text as day from stationing where plan_id = $1',
    [plan.id],
  );
  const dagdelen = (plan.best?.stationings[0]?.halves ?? 0) / 2;
  expect(rows).toEqual([
    {
      specialist_id: specialistId,
      school_id: cast.school.id,
      status: 'proposed',
      dagdelen,
      day: '2026-03-09',
    },
  ]);
  const told = await superuser.query(
    `select person_id, subject, about from notice where about in ('plan_proposal', 'planned_for_you') order by about`,
  );
  expect(told.rows).toEqual([
    { person_id: cast.author, subject: 'question', about: 'plan_proposal' },
    { person_id: specialistId, subject: 'person', about: 'planned_for_you' },
  ]);
  // It rests: nobody changes, discards or publishes it again.
  expect(refusedWith(await discardPlan(seen(2), await lead(), plan.id))).toEqual(['planMoves']);
  expect(refusedWith(await publishPlan(seen(2), await lead(), plan.id))).toEqual(['planMoves']);
  await questionStep(stage, cast, cast.author, demandId, {
    ...{ step: 'assign', specialistId, role: 'Begeleider', plannedDagdelen: 4 },
    ...{ from: '2026-03-09', to: '2026-07-24' },
  });
  expect(await proposalsFor(demandId)).toMatchObject([{ state: 'taken' }]);
});

test('of two who publish at once one is first, and the other hears what no longer fits', async () => {
  const question = await aQuestion(stage, cast, 'in_triage');
  const [one, other] = [await aPlan({ name: 'Een' }), await aPlan({ name: 'Ander' })];
  stage.pass(1);
  const outcomes = await Promise.all([
    publishPlan(seen(1), await lead(), one.id),
    publishPlan(seen(1), await as(otherLead), other.id),
  ]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'taken']);
  const loser = outcomes.find(({ outcome }) => outcome === 'refused');
  expect(loser).toMatchObject({ faults: [{ code: 'stillFits' }], misfits: expect.anything() });
  expect(loser?.outcome === 'refused' ? loser.misfits?.map(({ code }) => code) : []).toContain(
    'otherPublished',
  );
  const open = (await proposalsFor(question)).filter(({ state }) => state === 'open');
  expect(open).toHaveLength(1);
  // With what does not fit left out the second takes the place of the first.
  const left = open[0]?.plan === one.id ? other : one;
  const { leftOut } = taken(await publishPlan(seen(1), await lead(), left.id, { leaveOut: true }));
  expect(leftOut?.map(({ code }) => code)).toContain('otherPublished');
  expect((await proposalsFor(question)).filter(({ plan }) => plan !== left.id)).toMatchObject([
    { state: 'lapsed' },
  ]);
});

test('a question that was withdrawn since is named, and nothing is published without a word', async () => {
  const question = await aQuestion(stage, cast, 'in_triage');
  const plan = await aPlan();
  expect(plan.best?.assignments.map(({ demandId }) => demandId)).toContain(question);
  await questionStep(stage, cast, cast.coordinator, question, {
    step: 'withdraw',
    reason: 'Het is opgelost.',
  });
  const outcome = await publishPlan(seen(1), await lead(), plan.id);
  expect(outcome).toMatchObject({ outcome: 'refused' });
  const misfits = outcome.outcome === 'refused' ? (outcome.misfits ?? []) : [];
  expect(misfits).toContainEqual(expect.objectContaining({ code: 'demandGone', demandId: question }));
  expect(await planOf(plan.id)).toMatchObject({ status: 'done', version: 1 });
  expect(await proposalsFor(question)).toEqual([]);
});

test('who is away for the whole period hands over: somebody else is proposed for their questions, and taken by that step', async () => {
  const question = await aQuestion(stage, cast, 'started');
  const { rows } = await superuser.query('select specialist_id from assignment where question_id = $1', [
    question,
  ]);
  const sick = String(rows[0]?.specialist_id);
  const before = await aPlan();
  expect(before.best?.assignments.map(({ demandId }) => demandId)).not.toContain(question);
  await superuser.query(
    `insert into specialist_absence (tenant_id, id, person_id, starts_on) values ($1, gen_random_uuid(), $2, '2026-01-01')`,
    [cast.tenantId, sick],
  );
  const plan = await aPlan();
  const [colleague] = [cast.specialist, cast.colleague].filter((id) => id !== sick);
  expect(plan.best?.assignments).toContainEqual(
    expect.objectContaining({ demandId: question, specialistId: colleague }),
  );
  taken(await publishPlan(seen(1), await lead(), plan.id, { leaveOut: true }));
  expect(await proposalsFor(question)).toMatchObject([{ state: 'open', specialist: colleague }]);
  await questionStep(stage, cast, cast.teamLead, question, {
    ...{
      step: 'hand_over',
      fromSpecialistId: sick,
      specialistId: colleague ?? '',
      reason: 'Langdurig afwezig.',
    },
  });
  expect(await proposalsFor(question)).toMatchObject([{ state: 'taken' }]);
  await superuser.query('delete from specialist_absence where person_id = $1', [sick]);
});

test('who is away when a plan begins is proposed from the day they are back', async () => {
  const question = await aQuestion(stage, cast, 'in_triage');
  const absence = `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
    values ($1, gen_random_uuid(), $2, '2026-03-05', '2026-03-12')`;
  for (const person of [cast.specialist, cast.colleague])
    await superuser.query(absence, [cast.tenantId, person]);
  const plan = await aPlan();
  expect(plan.startsOn).toBe('2026-03-09');
  const published = taken(await publishPlan(seen(1), await lead(), plan.id, { leaveOut: true }));
  expect(published.leftOut?.filter(({ code }) => code === 'stationingRefused')).toEqual([]);
  expect(await proposalsFor(question)).toMatchObject([{ state: 'open', days: '2026-03-12 2026-07-27' }]);
  await superuser.query('delete from specialist_absence where person_id = any ($1)', [
    [cast.specialist, cast.colleague],
  ]);
});

test('partnerships take turns, however many plans one of them asks for; of one, who asked first comes first', async () => {
  const own = [await ask(), await ask(), await ask()];
  const neighbours = await aQuestionCast(stage, fresh);
  const neighbour = await actorOf(stage, neighbours.tenantId, neighbours.teamLead);
  const theirs = [1, 2].map(async () => taken(await makePlan(deedOf(stage), neighbour, { seconds: 1 })).id);
  const [first, second] = await Promise.all(theirs);
  const line: string[] = [];
  for (let next = await takePlan(stage.database, newId()); next !== undefined; ) {
    line.push(next.id);
    next = await takePlan(stage.database, newId());
  }
  // The planner never worked for the neighbours: they begin.
  const turns = line.map((id) => (own.includes(id) ? 'own' : 'theirs'));
  expect(turns).toEqual(['theirs', 'own', 'theirs', 'own', 'own']);
  expect(line.filter((id) => own.includes(id))).toEqual(own);
  expect(line.filter((id) => !own.includes(id)).toSorted()).toEqual([first, second].toSorted());
  for (const id of own) taken(await discardPlan(seen(1), await lead(), id));
  for (const id of [first, second]) taken(await discardPlan(seen(1), neighbour, id ?? ''));
});

test('ten plans of a partnership wait; who wants an eleventh hears why not, until one is stopped', async () => {
  const ids = [];
  for (let nth = 0; nth < mostWaiting; nth += 1) ids.push(await ask());
  expect(refusedWith(await makePlan(deedOf(stage), await lead(), {}))).toEqual(['lineFull']);
  const [last] = ids.slice(-1);
  taken(await stopPlan(deedOf(stage), await lead(), last ?? ''));
  ids.push(await ask());
  expect(refusedWith(await runAgain(deedOf(stage), await lead(), last ?? ''))).toEqual(['lineFull']);
  for (const id of ids) taken(await discardPlan(deedOf(stage), await lead(), id));
});

test('a plan that nobody published goes after a year; a published one keeps its figures', async () => {
  stage.at('2027-03-15T02:20:00Z');
  await fadePlansByTerm(stage.database);
  const { rows } = await superuser.query(`select status, best is not null as kept from deployment_plan`);
  expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'published'));
  expect(rows.length).toBeGreaterThan(0);
  stage.at('2028-04-01T02:20:00Z');
  await fadePlansByTerm(stage.database);
  const faded = await superuser.query(
    `select distinct coalesce(best, input, explanation, start) is null as gone, value is not null as counted from deployment_plan`,
  );
  expect(faded.rows).toEqual([{ gone: true, counted: true }]);
});

async function until(seenNow: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if (await seenNow()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}
