/**
 * Two school years and what came since, before the demonstration's own stories: enough ended work that figures can be told. Everything has
 * ended: nothing of it waits for anybody today.
 */
import { recordAudit } from '../../platform/audit.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { newNumber } from '../../platform/ids.ts';
import { addDays, type CivilDate, weekday } from '../../platform/pure/dates.ts';
import type { IsOpen } from '../days.ts';
import { findStagedSchools, findTeam, type StagedSchool } from '../demo.store.ts';
import type { Stage } from '../deployment/stage.ts';
import { schoolYearsAround } from '../holidays.ts';
import type { DemoQuestion } from '../questions/demo-question.ts';
import { demoQuestions } from '../questions/questions.ts';
import { specialistOf } from '../questions/team.ts';
import { type Chance, chanceOf } from './chance.ts';
import { answerVisits, fadeHistory, lay, layVisits, openHistory } from './history.store.ts';
import { type PastQuestion, type Phase, pastQuestion, type Step } from './past-question.ts';
import { one } from './past-visits.ts';
import { daysOfYear } from './season.ts';

/** Questions a school year, the oldest first: schools find their way. */
const perYear = [84, 104, 116];
/** Visits a school year that no question asked for, of each specialist. */
const preventive = [7, 8, 9];

export async function playHistory(stage: Stage): Promise<void> {
  const { registers, today, database } = stage;
  const { tenantId, code } = registers;
  const [first = 0] = schoolYearsAround(today);
  const isOpen: IsOpen = (day) =>
    weekday(day) <= 5 &&
    !registers.holidays.some(
      ({ scope, startsOn, endsOn }) => scope === 'tenant' && startsOn <= day && day < endsOn,
    );
  stage.at(addDays(today, -1));
  await database.write({ operatorFor: tenantId }, async (tx) => {
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
    };
    const questions = years.flatMap((year) => questionsOf(ground, year));
    const visits = years.flatMap((year) => visitsOf(ground, year));
    await layQuestions(tx, tenantId, questions);
    await layVisits(
      tx,
      visits.map(({ visit }) => visit),
    );
    await answerVisits(
      tx,
      visits.filter(({ answered }) => answered).map(({ answer }) => answer),
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

interface Ground {
  readonly schools: readonly StagedSchool[];
  readonly specialists: readonly string[];
  readonly isOpen: IsOpen;
  readonly chance: Chance;
  readonly last: CivilDate;
  readonly today: CivilDate;
  readonly numbers: Set<string>;
  /** Which school asked what already. */
  readonly said: Set<string>;
}

interface Year {
  readonly year: number;
  readonly many: number;
  readonly yearsAgo: number;
}

function questionsOf(ground: Ground, { year, many, yearsAgo }: Year): readonly PastQuestion[] {
  const { chance, isOpen, last, today } = ground;
  return daysOfYear(year, many, isOpen, chance).flatMap((asked) => {
    const school = schoolOf(ground);
    const text = textOf(ground, school);
    const specialist = specialistFor(ground, text);
    const number = freeNumber(ground.numbers);
    const scene = {
      chance,
      isOpen,
      text,
      school,
      specialist,
      number,
      asked,
      last,
      today,
      yearsAgo,
      said: ground.said,
    };
    return pastQuestion(scene) ?? [];
  });
}

/** Some schools ask more than others; the last three find their own way. */
const schoolOf = ({ schools, chance }: Ground): StagedSchool =>
  chance.weighed(schools.slice(0, -3).map((school, nth) => [school, 2 + (nth % 4)]));

const often: Readonly<Record<string, number>> = {
  ...{ gedrag: 6, taal_lezen: 5, sociaal_emotioneel: 4, executieve_functies: 3, groepsdynamica: 3 },
  didactiek_coaching: 3,
};

/** What a school asks it did not ask before, as long as there is anything left. */
function textOf({ chance, said }: Ground, school: StagedSchool): DemoQuestion {
  const level = chance.weighed([
    ['group', 36],
    ['pupil', 30],
    ['team', 21],
    ['school', 13],
  ] as const);
  const ofLevel = demoQuestions.filter((text) => text.level === level);
  const fresh = ofLevel.filter(({ key }) => !said.has(school.id + key));
  const text = chance.weighed(
    (fresh.length > 0 ? fresh : ofLevel).map((one) => [one, often[one.expertise] ?? 1]),
  );
  said.add(school.id + text.key);
  return text;
}

function specialistFor({ specialists, chance }: Ground, { expertise }: DemoQuestion): string {
  const knowing = specialists.filter((_, nth) =>
    specialistOf(nth, '2026-01-01').profile.expertise.some(({ code }) => code === expertise),
  );
  return chance.oneOf(knowing.length > 0 && chance.next() < 0.7 ? knowing : specialists);
}

/** One that no question has; `numbers` grows with it. */
function freeNumber(numbers: Set<string>): string {
  const number = newNumber();
  if (numbers.has(number)) return freeNumber(numbers);
  numbers.add(number);
  return number;
}

/** Work that nobody asked for: with teams, at schools in turn. */
function visitsOf({ chance, isOpen, specialists, schools, last }: Ground, { year, yearsAgo }: Year) {
  const many = (preventive.at(-1 - yearsAgo) ?? 0) * specialists.length;
  return daysOfYear(year, many, isOpen, chance).flatMap((day, nth) => {
    const school = schools[(nth * 7 + yearsAgo) % schools.length];
    const specialist = specialists[nth % specialists.length] ?? '';
    if (school === undefined || day > addDays(last, -40)) return [];
    const minutes = 60 + 30 * chance.between(0, 4);
    const answered = chance.next() < 0.93;
    const kind = chance.weighed([
      ['team_training', 30],
      ['sharing_knowledge', 25],
      ['meeting', 25],
      ['advice', 12],
      ['group_support', 8],
    ] as const);
    const answers = school.cast[nth % 3 === 0 ? 'school_director' : 'support_coordinator'] ?? '';
    const visit = { day, minutes, kind, specialist, school: school.id, answers, before: last };
    const made = one({ chance, isOpen }, { ...visit, shares: [{ minutes }] });
    return made === undefined ? [] : [{ ...made, answered }];
  });
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
