import { editionsView } from '../news/index.ts';
import type { Actor } from '../platform/pure/actor.ts';
import { schoolDaysOf } from './clocks/clock.facts.ts';
import { type Clock, clocksOf } from './clocks/clock.rules.ts';
import { unmetNeeds } from './needs.rules.ts';
import { explain, type Unmet } from './needs.words.ts';
import { factsOf } from './question.facts.ts';
import { mayTake, type StepName, stepNames } from './question.rules.ts';
import type { QuestionRow } from './question.store.ts';
import type { QuestionList } from './question-list.store.ts';

export interface StepView {
  readonly step: StepName;
  readonly allowed: boolean;
  readonly unmet: readonly Unmet[];
}

/** Every step somebody in this position could take in some state, and what it still needs now: the buttons and the API's `steps`. */
export function stepsFor(question: QuestionRow, actor: Actor): readonly StepView[] {
  const facts = factsOf(question, actor.personId);
  return stepNames
    .filter((step) => mayTake(step, facts))
    .map((step) => {
      const needs = unmetNeeds(step, facts);
      return { step, allowed: needs.length === 0, unmet: explain(needs, facts, actor.tenant.labels) };
    });
}

/** The clocks of a question that have begun. */
export function clocksFor(question: QuestionRow): readonly Clock[] {
  const { holidays, school, terms, today } = question;
  const { id: schoolId, boardId } = school;
  return clocksOf(question, terms, schoolDaysOf(holidays, { schoolId, boardId }), today);
}

/** The clocks of each question on a list, by its id; the days of a school are worked out once. */
export function clocksOfList({
  items,
  holidays,
  terms,
  today,
}: QuestionList): ReadonlyMap<string, readonly Clock[]> {
  const schools = new Map<string, ReturnType<typeof schoolDaysOf>>();
  return new Map(
    items.map((item) => {
      const known = schools.get(item.schoolId) ?? schoolDaysOf(holidays, item);
      schools.set(item.schoolId, known);
      return [item.id, clocksOf(item, terms, known, today)];
    }),
  );
}

/** A question as the API shows it: what can be read, what can be done, how long it takes, and the one timeline. */
export function questionView(question: QuestionRow, actor: Actor) {
  const { words } = question;
  return {
    id: question.id,
    number: question.number,
    level: question.level,
    status: question.status,
    version: question.version,
    school: { code: question.school.code, name: question.school.name },
    author: question.author,
    submitter: question.submitter,
    holder: question.holder,
    handOffs: question.handOffs,
    title: words?.title ?? null,
    need: words?.need ?? null,
    triedSoFar: words?.triedSoFar ?? null,
    urgency: question.urgency,
    expertise: question.expertise,
    requestedDagdelen: question.requestedDagdelen,
    plannedDagdelen: question.plannedDagdelen,
    language: question.language,
    ambition: question.ambition,
    pupil: pupilView(question),
    continuesId: question.continuesId,
    signalledOn: question.signalledOn,
    submittedOn: question.submittedOn,
    triagedOn: question.triagedOn,
    involvedOn: question.involvedOn,
    firstContactOn: question.firstContactOn,
    startedOn: question.startedOn,
    evaluateBy: question.evaluateBy,
    completedOn: question.completedOn,
    followUpOn: question.followUpOn,
    lasted: question.lasted,
    askedAt: question.askedAt,
    touchedAt: question.touchedAt,
    relations: question.relations,
    steps: stepsFor(question, actor),
    clocks: clocksFor(question).map(clockView),
    assignments: question.assignments,
    agenda: question.agenda,
    workingRules: editionsView(question.workingRules),
    timeline: question.entries,
  };
}

const clockView = ({ state, ...clock }: Clock) => ({
  ...clock,
  state,
  unit: 'schoolDays' as const,
  paused: state === 'paused',
});

/** null: not at level pupil, or not for this reader. Who thinks along reads no more than the pseudonym and the age. */
function pupilView({ level, words, pupil }: QuestionRow) {
  if (level !== 'pupil' || words === null) return null;
  const { pseudonym, ageBand } = words;
  if (pupil === null) return { pseudonym, ageBand };
  const { caseNumber: externalCaseNumber, ...gate } = pupil;
  return { pseudonym, ageBand, externalCaseNumber, ...gate };
}
