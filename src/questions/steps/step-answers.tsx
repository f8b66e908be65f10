/** What a form of a question answers: why it is closed, or what was wrong with what was sent. */
import type { Attempt as AnyAttempt } from '../../platform/form/attempt.tsx';
import { SentBefore } from '../../platform/form/attempt.tsx';
import type { NeedFields } from '../../platform/form/form-errors.ts';
import { NewSince } from '../../platform/form/step-parts.tsx';
import { typedValue } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { PageAnswer } from '../../platform/route.ts';
import { refusedForm } from '../../privacy/index.ts';
import { entryWords } from '../entry.words.ts';
import type { Need } from '../need.rules.ts';
import { unmetNeeds } from '../needs.rules.ts';
import { explain } from '../needs.words.ts';
import type { Outcome } from '../question.actions.ts';
import { factsOf } from '../question.facts.ts';
import { mayTake, type StepName } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { askedByForm } from '../reading/steps-now.tsx';
import { type Attempt, blockedPage, notYoursPage } from './step-page.tsx';
import { stepFormOf } from './step-table.tsx';

/** By need: the fields that can meet it. */
const needFields: NeedFields = {
  continuesEnded: ['title'],
  expertiseKnown: ['expertise'],
  pseudonym: ['pupil.pseudonym'],
  ageBand: ['pupil.ageBand'],
  parentsSpoken: ['pupil.parentsSpokenOn'],
  consent: ['pupil.parentsConsentOn'],
  askedAlong: ['specialistId'],
  isSpecialist: ['specialistId'],
  notYetInvolved: ['specialistId'],
  meetingPlanned: ['meetingId'],
  beforeCutOff: ['meetingId'],
  notYetAssigned: ['specialistId'],
  periodAhead: ['from', 'to'],
  withinContract: ['plannedDagdelen', 'until', 'specialistId'],
  notAhead: ['firstContactOn', 'signalledOn'],
  afterSignal: ['firstContactOn'],
  scoresOrReason: ['noGoalBecause'],
  untilLater: ['until'],
  signalledLately: ['signalledOn'],
  tlvOfPupil: ['kind'],
  opinionsNotAhead: ['firstOpinion.on'],
  opinionsDiffer: ['secondOpinion.by'],
  whoseAssignment: ['fromSpecialistId'],
} satisfies Partial<Record<Need | 'expertiseKnown', readonly string[]>>;

/** Why there is no form of this step for this reader now. */
export function closedStep(
  step: StepName,
  question: QuestionRow,
  actor: Actor,
  typed: Entries = [],
): PageAnswer | undefined {
  if (!mayTake(step, question)) return notYoursPage(step, question, actor, typed);
  const facts = factsOf(question, actor.personId);
  const needs = unmetNeeds(step, facts).filter((need) => !askedByForm[step]?.includes(need));
  return needs.length === 0
    ? undefined
    : blockedPage(step, question, actor, explain(needs, facts, actor.tenant.labels), typed);
}

/** What the form says when it comes back. */
export function attemptAfter(
  step: StepName,
  outcome: Extract<Outcome, { outcome: 'refused' | 'stale' | 'keyReused' }>,
  question: QuestionRow,
  typed: Entries,
  value: unknown,
): Attempt {
  const { version } = question;
  switch (outcome.outcome) {
    case 'refused':
      return { typed, version, ...refusal(step, outcome, value, question) };
    case 'stale':
      return { typed, status: 412, version, notice: newSince(question, typed) };
    case 'keyReused':
      return { typed, status: 409, version, notice: <SentBefore /> };
  }
}

/** What the form says when the step was refused: every need, every mark, at its field. */
export function refusal(
  step: StepName,
  outcome: Extract<Outcome, { outcome: 'refused' }>,
  value: unknown,
  question?: QuestionRow,
): Omit<Attempt, 'typed'> & Pick<AnyAttempt, 'status'> {
  const { labels } = stepFormOf(step, question ?? { relations: [], goals: [] });
  return refusedForm(outcome, labels, needFields, value, question?.words);
}

/** What happened since the version that the writer saw; of a draft, how it stands now. */
function newSince(question: QuestionRow, typed: Entries) {
  const since = Number(typedValue(typed, '_version') ?? 0);
  const entries = question.entries
    .filter((entry) => entry.version > since)
    .map(({ id, at, text, person, version, step }) => ({
      ...{ id, at, text },
      who: person?.name ?? 'Kortelijn',
      said: entryWords[step],
      href: `/vragen/${question.id}#v${version}`,
    }));
  const changed = question.status === 'draft' && entries.length === 0;
  const draft = changed
    ? [
        {
          id: 'concept',
          who: 'Het concept',
          said: 'is gewijzigd',
          href: `/vragen/${question.id}`,
          at: question.touchedAt,
          text: [question.words?.title, question.words?.need, question.words?.triedSoFar]
            .filter(Boolean)
            .join('\n\n'),
        },
      ]
    : [];
  return (
    <NewSince
      title={changed ? 'Iemand wijzigde dit concept intussen' : 'Iemand anders was u net voor'}
      entries={[...entries, ...draft]}
    />
  );
}
