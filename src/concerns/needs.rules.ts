/**
 * What has to be the case before a step: told from facts, never from the database, so that buttons, API and tests can ask.
 * migrations/0006 asks the same of every row; a test holds both against each other, need by need.
 */
import {
  type About,
  type AskedNeed,
  moveOf,
  type Need,
  protocol,
  type Relation,
  type Status,
  type Step,
  type StepName,
} from './concern.rules.ts';

interface Appointed {
  readonly personId: string;
  readonly from: string;
  /** First day it no longer holds; null = open end. */
  readonly to: string | null;
}

/** Everything the rules need to know about a concern and the person who looks at it. */
export interface Facts {
  readonly about: About;
  readonly status: Status;
  readonly today: string;
  readonly actorId: string;
  readonly relations: readonly Relation[];
  readonly authorId: string;
  readonly proposerId: string | null;
  readonly sharedOn: string | null;
  readonly observation: string;
  readonly impression: string | null;
  readonly meaningForChildren: string | null;
  readonly goesWell: string | null;
  /** Marks of the writing aid that nobody removed or accepted. */
  readonly openMarks: number;
  /** Everybody who is or was director of the school. */
  readonly directors: readonly Appointed[];
  /** IB'ers and teachers of the school today. */
  readonly schoolStaff: readonly string[];
  readonly participants: readonly string[];
  /** Everybody who takes part today: author, contact persons, directors, participants. */
  readonly takePart: readonly string[];
  /** Proposed moments of the invitation that still waits for the director; null = none waits. */
  readonly openInvitation: readonly string[] | null;
  readonly reportToConfirm: boolean;
  /** Talks about this concern at the school level: the day and who was there. */
  readonly talks: readonly { readonly heldOn: string; readonly present: readonly string[] }[];
  readonly boardKnown: boolean;
  readonly boardMembers: readonly string[];
  /** The director's position on the present proposal is on record. */
  readonly positionTaken: boolean;
  /** Last day of the director's term for a position. */
  readonly positionDueOn: string | null;
}

/** The part of a step's input that rules look at. */
export interface Given {
  readonly personId?: string | undefined;
  readonly participants?: readonly string[] | undefined;
  readonly proposals?: readonly string[] | undefined;
  readonly proposal?: string | undefined;
  readonly now?: string | undefined;
  readonly noticedOn?: string | undefined;
  readonly heldOn?: string | undefined;
  readonly present?: readonly string[] | undefined;
  readonly directorInvitedOn?: string | undefined;
  readonly agreements?: readonly unknown[] | undefined;
  readonly noAgreementsBecause?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly openMarks?: number | undefined;
}

/** Whether the person is director of the school on that day. */
export function isDirectorOn(facts: Pick<Facts, 'directors'>, personId: string, day: string): boolean {
  return facts.directors.some(
    (director) =>
      director.personId === personId && director.from <= day && (director.to === null || day < director.to),
  );
}

const isBlank = (text: string | null | undefined) =>
  text === null || text === undefined || text.trim() === '';

/** «altijd eerst»: somebody who is director today was director at a talk about this concern, and was there. */
export function heldWithPresentDirector(facts: Facts): boolean {
  return facts.talks.some((talk) =>
    talk.present.some(
      (person) => isDirectorOn(facts, person, talk.heldOn) && isDirectorOn(facts, person, facts.today),
    ),
  );
}

const directorWasThere = (facts: Facts, { present, heldOn = '' }: Given) =>
  present?.some((person) => isDirectorOn(facts, person, heldOn)) ?? false;

/** A day after all others. */
const never = '9999-12-31';

/** Whether a need is met. `given` is what the step was sent with. */
const met: Record<AskedNeed, (facts: Facts, given: Given) => boolean> = {
  directorAppointed: (facts) =>
    facts.directors.some((director) => isDirectorOn(facts, director.personId, facts.today)),
  meaningForChildren: (facts) => !isBlank(facts.meaningForChildren),
  goesWell: (facts) => !isBlank(facts.goesWell),
  factAndImpressionApart: (facts) => facts.impression?.trim() !== facts.observation.trim(),
  noOpenMarks: (facts, given) => (given.openMarks ?? facts.openMarks) === 0,
  worksAtSchool: (facts, given) => facts.schoolStaff.includes(given.personId ?? ''),
  notYetParticipant: (facts, given) => !facts.participants.includes(given.personId ?? ''),
  noOpenInvitation: (facts) => facts.openInvitation === null,
  proposalsAhead: (_facts, { proposals = [], now = '' }) =>
    proposals.length > 0 && proposals.every((moment) => moment > now),
  invitedTakePart: (facts, { participants = [] }) =>
    participants.every((person) => facts.takePart.includes(person)),
  openInvitation: (facts) => facts.openInvitation !== null,
  // One of the proposals means yes; any other moment is another proposal. Both are answers.
  answersTheProposals: (_facts, given) => given.proposal !== undefined,
  heldAfterSharing: (facts, given) => (given.heldOn ?? '') >= (facts.sharedOn ?? never),
  notAhead: (facts, given) => (given.heldOn ?? given.noticedOn ?? facts.today) <= facts.today,
  directorPresent: (facts, given) => facts.status === 'with_board' || directorWasThere(facts, given),
  directorInvited: (facts, given) =>
    facts.status !== 'with_board' || given.directorInvitedOn !== undefined || directorWasThere(facts, given),
  agreementsOrReason: (_facts, { agreements = [], noAgreementsBecause }) =>
    agreements.length > 0 === isBlank(noAgreementsBecause),
  reportToConfirm: (facts) => facts.reportToConfirm,
  reviewAhead: (facts, given) => (given.reviewOn ?? '') > facts.today,
  heldWithPresentDirector,
  boardKnown: (facts) => facts.boardKnown,
  // Without a known board there is nobody to compare with: boardKnown says it all.
  boardNotOnlyDirector: (facts) =>
    !facts.boardKnown || facts.boardMembers.some((member) => !isDirectorOn(facts, member, facts.today)),
  directorHeard: (facts) => facts.positionTaken || facts.today > (facts.positionDueOn ?? never),
  secondPerson: (facts) => facts.actorId !== facts.authorId && facts.actorId !== facts.proposerId,
};

/** Why the step may not be taken now: all unmet needs at once, in the order of the table. Without `given`: what can be told beforehand. */
export function unmetNeeds(name: StepName, facts: Facts, given?: Given): readonly Need[] {
  const step: Step = protocol[name];
  const state: readonly Need[] = moveOf(name, facts.status) === undefined ? ['stateAllows'] : [];
  const asked = given === undefined ? step.needs : [...step.needs, ...step.inputNeeds];
  const open = asked.filter((need) => !met[need](facts, given ?? {}));
  return [...state, ...open];
}
