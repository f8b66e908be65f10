import type { Facts } from './needs.rules.ts';
import type { QuestionRow } from './question.store.ts';

/** What the rules need to know, told from the record. */
export function factsOf(question: QuestionRow, actorId: string): Facts {
  const { words, pupil, settings, agenda } = question;
  return {
    status: question.status,
    level: question.level,
    today: question.today,
    actorId,
    relations: question.relations,
    signalledOn: question.signalledOn,
    pseudonym: words?.pseudonym ?? null,
    ageBand: words?.ageBand ?? null,
    caseNumber: pupil?.caseNumber ?? null,
    parentsSpokenOn: pupil?.parentsSpokenOn ?? null,
    parentsConsentOn: pupil?.parentsConsentOn ?? null,
    pupilConsentOn: pupil?.pupilConsentOn ?? null,
    consentParentsBelow: settings.consentParentsBelow,
    consentPupilFrom: settings.consentPupilFrom,
    openMarks: 0,
    assignments: question.assignments.map(({ specialist, kind, state, until }) => ({
      specialistId: specialist.id,
      kind,
      state,
      until,
    })),
    evaluateBy: question.evaluateBy,
    incompleteOn: question.incompleteOn,
    meeting:
      agenda === null
        ? null
        : { begun: agenda.begun, takers: agenda.takers, quorum: agenda.quorum, asked: agenda.kind },
    goals: question.goals,
    saidWhyNoGoal: (question.entries.findLast(({ step }) => step === 'evaluate')?.text ?? '').trim() !== '',
    unconfirmedVisits: question.unconfirmedVisits,
  };
}
