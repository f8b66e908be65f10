/** The names of what a step of a question asks; needs.rules.ts says when each is met. */

/** Everything that can stand in the way of a step. Each has its Dutch sentence, with a next step, in question.words.ts. */
export type Need =
  | 'stateAllows'
  | 'continuesEnded'
  | 'signalledLately'
  | 'noOpenMarks'
  | 'pseudonym'
  | 'ageBand'
  | 'parentsSpoken'
  | 'consent'
  | 'askedAlong'
  | 'isSpecialist'
  | 'notYetInvolved'
  | 'meetingPlanned'
  | 'beforeCutOff'
  | 'fileComplete'
  | 'somethingMissing'
  | 'adviceAsked'
  | 'meetingBegun'
  | 'quorum'
  | 'tlvOfPupil'
  | 'opinionsNotAhead'
  | 'opinionsDiffer'
  | 'notYetAssigned'
  | 'periodAhead'
  | 'withinContract'
  | 'notAhead'
  | 'afterSignal'
  | 'scoresOrReason'
  | 'endScores'
  | 'visitsConfirmed'
  | 'untilLater'
  | 'whoseAssignment';

/** What a step asks by itself; the others come from the state, and from a question as it is written down. */
export type AskedNeed = Exclude<Need, 'stateAllows' | 'continuesEnded' | 'signalledLately'>;
