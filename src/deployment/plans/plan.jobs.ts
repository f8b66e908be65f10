/** The planner at work: takes the next plan of the line, works on it in the name of who asked, and tells what it has as it goes. */
import type { PlanFacts, PlanResult } from '../../planner/index.ts';
import { type Database, NotAdmitted, type Reader, Unavailable } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { knock } from '../../platform/jobs.ts';
import { factsOf, log } from '../../platform/log.ts';
import { findPlanFacts } from './facts.store.ts';
import type { Failure } from './plan.rules.ts';
import { getPlan, getPlanGround, type Plan } from './plan.store.ts';
import { type Found, startThread, type Thread, type ThreadEnd } from './plan-thread.ts';
import { fadePlans, failPlan, planWaits, progressPlan, type Taken, takePlan } from './plan-writes.store.ts';
import { applyWhatIf, previousOf } from './planner.ts';

/** Milliseconds between two words about progress; also how soon a wish to stop is heard. */
const saveEvery = 500;
/** Seconds that a run takes at most, its explanation left out; a number of rounds counts no seconds of its own. */
const mostSeconds = 70;
/** Seconds for the explanation, after which a thread that does not answer is ended. */
const patience = 30;

const home = new AbortController();

/** The program stops: whoever works on a plan leaves it to the next planner, which goes on from the best so far. */
export const leavePlans = (): void => home.abort();

/** Works on one plan, if one waits. */
export async function planNext(database: Database, leaving: AbortSignal = home.signal): Promise<void> {
  const run = newId();
  const taken = leaving.aborted ? undefined : await takePlan(database, run);
  if (taken === undefined) return;
  try {
    const failure = await workOn(database, taken, run, leaving);
    if (failure !== undefined) await failPlan(database, run, failure);
  } catch (fault) {
    // The database went away: the plan is taken again when it is back.
    if (fault instanceof Unavailable) throw fault;
    // Whoever asked holds no appointment any more.
    const gone = fault instanceof NotAdmitted;
    if (!gone) log('error', 'planner failed', factsOf(fault));
    await failPlan(database, run, gone ? 'notALead' : 'broken');
  }
  if (await planWaits(database)) await database.write('visitor', (tx) => knock(tx, 'deployment-plans'));
}

/** Gives why it failed; undefined: it did not, or the plan is not ours any more. */
async function workOn(
  database: Database,
  taken: Taken,
  run: string,
  leaving: AbortSignal,
): Promise<Failure | undefined> {
  const say = (found: object) => database.write(taken, (tx) => progressPlan(tx, taken.id, run, found));
  const prepared = await database.read(taken, (reader) => prepare(reader, taken));
  if (prepared === undefined) return 'notALead';
  const { plan, facts, start, isNew } = prepared;
  if ((await say({ phase: 'facts', ...(isNew && { input: facts }) })) === null) return undefined;

  const ear = anEar();
  const work = { facts, start, seed: plan.seed, rounds: plan.rounds, seconds: secondsLeft(plan) };
  const thread = await startThread(work, ear.hear);
  const limit = watch(thread, plan);
  // A run that was taken over counts what was spent before.
  const spentBefore = plan.rounds === null ? plan.spent : 0;
  const began = performance.now();
  // Without news the seconds go on: who looks sees that it works.
  const told = (found: Found | undefined) =>
    say({ ...found, spent: spentBefore + (found?.spent ?? (performance.now() - began) / 1_000) });
  try {
    const end = await listen(thread, ear, told, limit.ask, leaving);
    if (end === 'left') await say({ leaves: true });
    if (typeof end === 'string') return undefined;
    if (end.kind === 'failed') {
      if (end.clashes !== undefined) await say({ explanation: { clashes: end.clashes } });
      return end.failure;
    }
    const { kind: _kind, spent, ...found } = end;
    await say({ ...found, spent: spentBefore + spent, status: limit.asked() ? 'stopped' : 'done' });
    return undefined;
  } finally {
    limit.end();
    await thread.kill('broken');
  }
}

/** Keeps the newest of what the thread says. */
function anEar() {
  let latest: Found | undefined;
  let wake: () => void = () => {};
  return {
    first: new Promise<void>((resolve) => {
      wake = resolve;
    }),
    hear: (found: Found) => {
      latest = found;
      wake();
    },
    /** What was heard since the last time. */
    take: (): Found | undefined => {
      const found = latest;
      latest = undefined;
      return found;
    },
  };
}

/** Tells news as it comes, and hears the wish to stop, until the thread ends; `lost`: the plan is not ours any more. */
async function listen(
  thread: Thread,
  { first, take }: ReturnType<typeof anEar>,
  tell: (found: Found | undefined) => Promise<boolean | null>,
  stop: () => void,
  leaving: AbortSignal,
): Promise<ThreadEnd | 'left' | 'lost'> {
  // The first answer is not kept waiting.
  for (let waits: readonly Promise<void>[] = [first]; ; ) {
    const end = await Promise.race([thread.ended, pause(saveEvery, leaving), ...waits]);
    if (leaving.aborted) return 'left';
    if (end !== undefined) return end;
    const found = take();
    if (found !== undefined) waits = [];
    const asked = await tell(found);
    if (asked === null) return 'lost';
    if (asked) stop();
  }
}

const pause = (ms: number, leaving: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    leaving.addEventListener('abort', done);
    function done() {
      clearTimeout(timer);
      leaving.removeEventListener('abort', done);
      resolve();
    }
  });

/** Asks the thread to stop when somebody wants it or its time is over, and ends it when it does not listen. */
function watch(thread: Thread, plan: Plan) {
  let asked = false;
  let last: NodeJS.Timeout | undefined;
  const hush = () => {
    thread.stop();
    last ??= setTimeout(() => void thread.kill('tooLong'), patience * 1_000);
  };
  // Seconds the planner keeps itself; here they are only watched.
  const most = plan.rounds === null ? secondsLeft(plan) + 3 : mostSeconds;
  const timer = setTimeout(hush, most * 1_000);
  return {
    ask: () => {
      asked = true;
      hush();
    },
    asked: () => asked,
    end: () => {
      clearTimeout(timer);
      clearTimeout(last);
    },
  };
}

const secondsLeft = ({ seconds, spent }: Plan) => Math.max(1, Math.min(seconds, mostSeconds) - spent);

interface Prepared {
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly start: PlanResult | null;
  /** The facts are of now; else this run began before. */
  readonly isNew: boolean;
}

/** A plan with what it is made from: as it was when this run began, else as the world is now. Undefined: not for this person any more. */
async function prepare(reader: Reader, { tenantId, id }: Taken): Promise<Prepared | undefined> {
  const [plan, ground] = await Promise.all([
    getPlan(reader, tenantId, id),
    getPlanGround(reader, tenantId, id),
  ]);
  if (plan === undefined) return undefined;
  // Rounds count from where the run set out: only then are two runs the same.
  const start = plan.rounds === null ? (plan.best ?? ground.start) : ground.start;
  if (ground.input !== null) return { plan, facts: ground.input, start, isNew: false };
  const { startsOn, weeks, basedOn, asked } = plan;
  const [facts, basis] = await Promise.all([
    findPlanFacts(reader, { tenantId, startsOn, weeks }, id),
    basedOn === null ? undefined : getPlan(reader, tenantId, basedOn.id),
  ]);
  const previous = basis?.best == null ? null : previousOf(basis.best);
  return { plan, facts: applyWhatIf({ ...facts, previous }, asked), start, isNew: true };
}

/** Every night: what nobody published within a year goes. */
export async function fadePlansByTerm(database: Database): Promise<void> {
  const gone = await fadePlans(database);
  if (gone > 0) log('info', 'plans faded', { plans: gone });
}
