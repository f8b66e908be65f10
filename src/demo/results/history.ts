/**
 * Two school years and what came since, before the demonstration's own stories: enough ended work that figures can be told. Everything has
 * ended: nothing of it waits for anybody today.
 */
import { recordAudit } from '../../platform/audit.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { addDays, weekday } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import { findStagedSchools, findTeam } from '../demo.store.ts';
import type { Stage } from '../deployment/stage.ts';
import { schoolYearsAround } from '../holidays.ts';
import { chanceOf } from './chance.ts';
import {
  answerVisits,
  type Done,
  fadeHistory,
  findDaysOfVisits,
  lay,
  layVisits,
  openHistory,
  proposePast,
  takeNoteSteps,
} from './history.store.ts';
import { type PastNotes, pastNotes } from './past-notes.ts';
import type { PastQuestion } from './past-question.ts';
import type { Phase, Step } from './past-road.ts';
import { type PastStationing, pastStationing } from './past-stationings.ts';
import { pastStays } from './past-stays.ts';
import { type Ground, questionsOf, visitsOf } from './past-years.ts';

/** Questions a school year, the oldest first: schools find their way. */
const perYear = [84, 104, 116];

/** Gives the visits where people were stationed: they are written down when the stories of this year are there (`playVisits`). */
export async function playHistory(stage: Stage): Promise<readonly PastStationing[]> {
  const { registers, today, database } = stage;
  const { tenantId, code } = registers;
  const [first = 0] = schoolYearsAround(today);
  const isOpen: IsOpen = (day) =>
    weekday(day) <= 5 &&
    !registers.holidays.some(
      ({ scope, startsOn, endsOn }) => scope === 'tenant' && startsOn <= day && day < endsOn,
    );
  stage.at(addDays(today, -1));
  return database.write({ operatorFor: tenantId }, async (tx) => {
    const since = `${first}-08-01`;
    const [schools, team] = await Promise.all([
      findStagedSchools(tx, tenantId, since),
      findTeam(tx, tenantId, since),
    ]);
    await openHistory(
      tx,
      schools.map(({ id }) => id),
    );
    const years = perYear.map((many, nth) => ({
      year: first + nth,
      many,
      yearsAgo: perYear.length - 1 - nth,
    }));
    const ground: Ground = {
      ...{ schools, specialists: team.specialists, isOpen, numbers: new Set<string>() },
      chance: chanceOf(`${code} ${first}`),
      // What is recent stands on the first pages, and waits for half a year later.
      last: addDays(today, -60),
      today,
      said: new Set<string>(),
      busy: new Set<string>(),
    };
    const questions = years.flatMap((year) => questionsOf(ground, year));
    for (const { visits } of questions) for (const { by, on } of visits.visits) ground.busy.add(by + on);
    const there = pastStays({ ...stage, past: { schools, specialists: team.specialists } }).map((stay) => {
      const chance = chanceOf(`${stay.school.code} ${stay.specialist} ${stay.from}`);
      return pastStationing({ ...ground, chance, teamLead: team.teamLead }, stay);
    });
    // First: what was over left room for questions, and did not wait for their room.
    await layStationings(tx, tenantId, there);
    await layQuestions(tx, tenantId, questions);
    const visits = years.flatMap((year) => visitsOf(ground, year));
    await layVisits(
      tx,
      visits.map(({ visit }) => visit),
    );
    await answerVisits(
      tx,
      visits.filter(({ answered }) => answered).map(({ answer }) => answer),
    );
    await layNotes(tx, tenantId, pastNotes({ ...ground, year: first + 1 }));
    await recordAudit(
      tx,
      { tenantId, personId: null },
      { action: 'load', subject: 'tenant', subjectId: tenantId, via: 'command' },
    );
    return there;
  });
}

/** Writes down the visits where people were stationed, on days on which they were nowhere else. */
export async function playVisits(
  { at, today, database, registers: { tenantId } }: Stage,
  there: readonly PastStationing[],
): Promise<void> {
  at(addDays(today, -1));
  await database.write({ operatorFor: tenantId }, async (tx) => {
    await openHistory(tx, []);
    const taken = new Set(await findDaysOfVisits(tx, tenantId));
    const visits = there
      .flatMap((one) => one.visits)
      .filter(({ visit }) => !taken.has(`${visit.by} ${visit.on}`));
    await layVisits(
      tx,
      visits.map(({ visit }) => visit),
    );
    await answerVisits(
      tx,
      visits.map(({ answer }) => answer),
    );
    await recordAudit(
      tx,
      { tenantId, personId: null },
      { action: 'load', subject: 'tenant', subjectId: tenantId, via: 'command' },
    );
  });
}

/** What is older than may be kept goes, as it would have by now. */
export async function fadePast(database: Database, tenantId: string): Promise<void> {
  await database.write({ operatorFor: tenantId }, async (tx) => {
    await openHistory(tx, []);
    await fadeHistory(tx, tenantId);
    await recordAudit(
      tx,
      { tenantId, personId: null },
      { action: 'fade', subject: 'tenant', subjectId: tenantId, via: 'command' },
    );
  });
}

/** Everything of them at once, step by step. */
async function layStationings(tx: Transaction, tenantId: string, all: readonly PastStationing[]) {
  await proposePast(
    tx,
    all.map(({ proposed }) => proposed),
  );
  const steps = all.flatMap((one) => one.steps);
  for (const name of ['agree', 'start', 'evaluate', 'end']) {
    const same = steps.filter(({ step }) => step === name);
    // Row-level security asks once a statement who the author is.
    for (const author of new Set(same.map(({ by }) => by)))
      await lay(
        tx,
        tenantId,
        'stationing_entry',
        same.filter(({ by }) => by === author),
      );
  }
}

async function layNotes(tx: Transaction, tenantId: string, past: PastNotes): Promise<void> {
  // Row-level security asks once a statement who the author is.
  for (const author of new Set(past.notes.map(({ by }) => by))) {
    const theirs = ({ by }: Done) => by === author;
    await lay(tx, tenantId, 'practice_note', past.notes.filter(theirs));
    await lay(tx, tenantId, 'practice_note_edition', past.editions.filter(theirs));
  }
  for (const steps of [past.handedIn, past.approved, past.used]) await takeNoteSteps(tx, steps);
}

/** Step by step, all questions at once: a step is lawful when those before it were taken. */
async function layQuestions(
  tx: Transaction,
  tenantId: string,
  questions: readonly PastQuestion[],
): Promise<void> {
  const add = (table: Parameters<typeof lay>[2], rows: Parameters<typeof lay>[3]) =>
    lay(tx, tenantId, table, rows);
  // Row-level security asks once a statement who the author is.
  for (const author of new Set(questions.map(({ asked }) => asked.by)))
    await add(
      'support_question',
      questions.map(({ asked }) => asked).filter(({ by }) => by === author),
    );
  await add(
    'question_words',
    questions.map(({ words }) => words),
  );
  await add(
    'question_pupil',
    questions.flatMap(({ pupil }) => pupil ?? []),
  );
  const goals = questions.flatMap(({ goal }) => goal ?? []);
  await takeSteps(tx, tenantId, questions, 'begin');
  await add(
    'goal',
    goals.map(({ row }) => row),
  );
  await add(
    'goal_level',
    goals.flatMap(({ levels }) => levels),
  );
  await add(
    'goal_score',
    goals.flatMap(({ scores }) => scores),
  );
  await layVisits(
    tx,
    questions.flatMap(({ visits }) => visits.visits),
  );
  await answerVisits(
    tx,
    questions.flatMap(({ visits }) => visits.answers),
  );
  await takeSteps(tx, tenantId, questions, 'end');
  await add(
    'goal_score',
    goals.flatMap(({ later }) => later),
  );
  await takeSteps(tx, tenantId, questions, 'later');
}

async function takeSteps(
  tx: Transaction,
  tenantId: string,
  questions: readonly PastQuestion[],
  phase: Phase,
) {
  const steps = questions.flatMap((question) => question.steps.filter((step) => step.phase === phase));
  for (const version of [...new Set(steps.map((step) => step.version))].toSorted((a, b) => a - b)) {
    const same = steps.filter((step) => step.version === version);
    const spoken = same.filter((step): step is Step & { text: string } => step.text !== undefined);
    await lay(tx, tenantId, 'question_entry_words', spoken);
    await lay(tx, tenantId, 'question_entry', same);
  }
}
