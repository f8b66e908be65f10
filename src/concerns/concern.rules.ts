/**
 * The protocol of a concern, as data. Buttons, API, the page /zorgen/werkwijze, its diagram and the tests read this table;
 * migrations/0005 and 0006 repeat it in the database, which refuses every other way.
 *
 * «Uitgangspunt is dat er altijd eerst met de directeur van een school gesproken wordt wanneer er zorgen zijn en er pas daarna,
 * indien nodig, bestuurlijk geschakeld wordt.» «Bespreek dit eerst met elkaar binnen de school en maak daarna, indien nodig en
 * in goed overleg, de stap naar het bestuur.»
 */

export const statuses = [
  'noted',
  'with_director',
  'working',
  'board_proposed',
  'with_board',
  'resolved',
  'closed',
] as const;
export type Status = (typeof statuses)[number];

/** What somebody is to one concern today. */
export const relations = [
  'author',
  'contact_person',
  'school_director',
  'team_lead',
  'partnership_director',
  'board_member',
  'proposer',
  'participant',
] as const;
export type Relation = (typeof relations)[number];

/** Everything that can stand in the way of a step. Each has its Dutch sentence in concern.words.ts. */
export type Need =
  | 'stateAllows'
  | 'directorAppointed'
  | 'meaningForChildren'
  | 'goesWell'
  | 'factAndImpressionApart'
  | 'noOpenMarks'
  | 'worksAtSchool'
  | 'notYetParticipant'
  | 'noOpenInvitation'
  | 'proposalsAhead'
  | 'invitedTakePart'
  | 'openInvitation'
  | 'answersTheProposals'
  | 'heldAfterSharing'
  | 'notAhead'
  | 'directorPresent'
  | 'directorInvited'
  | 'agreementsOrReason'
  | 'reportToConfirm'
  | 'reviewAhead'
  | 'heldWithPresentDirector'
  | 'boardKnown'
  | 'boardNotOnlyDirector'
  | 'directorHeard'
  | 'secondPerson'
  | 'continuesEnded';

interface Move {
  readonly from: Status;
  readonly to: readonly [Status, ...Status[]];
  /** Who may take the step, first match first. */
  readonly by: readonly Relation[];
}

interface Step {
  readonly moves: readonly Move[];
  /** Needs that can be told before anything is filled in. */
  readonly needs: readonly Need[];
  /** Needs that depend on what is filled in. */
  readonly inputNeeds: readonly Need[];
  /** Part of what the board sees once the concern was put forward. */
  readonly boardReads: boolean;
}

const atSchool = ['with_director', 'working'] as const;
const stay = (from: readonly Status[], by: readonly Relation[]): readonly Move[] =>
  from.map((status) => ({ from: status, to: [status], by }));

export const protocol = {
  revise: { moves: stay(['noted'], ['author']), needs: [], inputNeeds: ['notAhead'], boardReads: false },
  share_with_director: {
    moves: [{ from: 'noted', to: ['with_director'], by: ['author'] }],
    needs: ['directorAppointed', 'meaningForChildren', 'goesWell', 'factAndImpressionApart', 'noOpenMarks'],
    inputNeeds: [],
    boardReads: true,
  },
  drop: { moves: stay(['noted'], ['author']), needs: [], inputNeeds: [], boardReads: false },
  reply: {
    moves: stay(atSchool, ['school_director']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  add_participant: {
    moves: stay(atSchool, ['author', 'school_director']),
    needs: [],
    inputNeeds: ['worksAtSchool', 'notYetParticipant'],
    boardReads: false,
  },
  plan_conversation: {
    moves: stay(atSchool, ['author', 'contact_person', 'school_director']),
    needs: ['directorAppointed', 'noOpenInvitation'],
    inputNeeds: ['proposalsAhead', 'invitedTakePart'],
    boardReads: false,
  },
  answer_invitation: {
    moves: stay(atSchool, ['school_director', 'participant']),
    needs: ['openInvitation'],
    inputNeeds: ['answersTheProposals'],
    boardReads: false,
  },
  hold_conversation: {
    moves: [
      { from: 'with_director', to: ['working'], by: ['author', 'contact_person', 'school_director'] },
      { from: 'working', to: ['working'], by: ['author', 'contact_person', 'school_director'] },
      {
        from: 'with_board',
        to: ['with_board'],
        by: ['contact_person', 'team_lead', 'partnership_director', 'board_member'],
      },
    ],
    needs: [],
    inputNeeds: [
      'heldAfterSharing',
      'notAhead',
      'directorPresent',
      'directorInvited',
      'agreementsOrReason',
      'noOpenMarks',
    ],
    boardReads: true,
  },
  confirm_report: {
    moves: stay(['working'], ['school_director']),
    needs: ['reportToConfirm'],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  review: {
    moves: [
      { from: 'working', to: ['working', 'resolved'], by: ['author', 'contact_person', 'school_director'] },
    ],
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  close: {
    moves: [
      ...atSchool.map((from): Move => ({ from, to: ['closed'], by: ['author', 'contact_person'] })),
      { from: 'with_board', to: ['closed'], by: ['team_lead'] },
    ],
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  propose_board: {
    moves: [{ from: 'working', to: ['board_proposed'], by: ['contact_person', 'school_director'] }],
    needs: ['heldWithPresentDirector', 'boardKnown', 'boardNotOnlyDirector'],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  withdraw_proposal: {
    moves: [{ from: 'board_proposed', to: ['working'], by: ['proposer'] }],
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: false,
  },
  take_position: {
    moves: stay(['board_proposed'], ['school_director']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  not_to_board: {
    moves: [{ from: 'board_proposed', to: ['working'], by: ['team_lead'] }],
    needs: [],
    inputNeeds: ['reviewAhead', 'noOpenMarks'],
    boardReads: false,
  },
  share_with_board: {
    moves: [{ from: 'board_proposed', to: ['with_board'], by: ['team_lead'] }],
    needs: ['heldWithPresentDirector', 'boardKnown', 'boardNotOnlyDirector', 'directorHeard', 'secondPerson'],
    inputNeeds: [],
    boardReads: true,
  },
  add_view: {
    moves: stay(['with_board'], ['school_director', 'board_member']),
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
  resolve: {
    moves: [{ from: 'with_board', to: ['resolved'], by: ['team_lead'] }],
    needs: [],
    inputNeeds: ['noOpenMarks'],
    boardReads: true,
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof protocol;
export const stepNames = Object.keys(protocol) as readonly StepName[];

/** What the system itself writes down when a term of ten school days has passed. It moves nothing. */
export const systemSteps = {
  record_no_position: { from: ['board_proposed'], boardReads: true },
  record_not_confirmed: { from: ['working'], boardReads: true },
  record_no_answer: { from: ['with_director', 'working'], boardReads: false },
} as const satisfies Record<string, { readonly from: readonly Status[]; readonly boardReads: boolean }>;
export type SystemStep = keyof typeof systemSteps;

/** School days the director has for an answer, a confirmation, a position (design: «ten school days with two reminders»). */
export const termInSchoolDays = 10;

interface Appointed {
  readonly personId: string;
  readonly from: string;
  /** First day it no longer holds; null = open end. */
  readonly to: string | null;
}

/** Everything the rules need to know about a concern and the person who looks at it. */
export interface Facts {
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

/** Whether a need is met. `given` is what the step was sent with. */
const met: Record<
  Exclude<Need, 'stateAllows' | 'continuesEnded'>,
  (facts: Facts, given: Given) => boolean
> = {
  directorAppointed: (facts) =>
    facts.directors.some((director) => isDirectorOn(facts, director.personId, facts.today)),
  meaningForChildren: (facts) => !isBlank(facts.meaningForChildren),
  goesWell: (facts) => !isBlank(facts.goesWell),
  factAndImpressionApart: (facts) =>
    isBlank(facts.impression) || facts.impression?.trim() !== facts.observation.trim(),
  noOpenMarks: (facts, given) => (given.openMarks ?? facts.openMarks) === 0,
  worksAtSchool: (facts, given) => given.personId !== undefined && facts.schoolStaff.includes(given.personId),
  notYetParticipant: (facts, given) =>
    given.personId === undefined || !facts.participants.includes(given.personId),
  noOpenInvitation: (facts) => facts.openInvitation === null,
  proposalsAhead: (_facts, { proposals = [], now = '' }) =>
    proposals.length > 0 && proposals.every((moment) => moment > now),
  invitedTakePart: (facts, { participants = [] }) =>
    participants.every((person) => facts.takePart.includes(person)),
  openInvitation: (facts) => facts.openInvitation !== null,
  // One of the proposals means yes; any other moment is another proposal. Both are answers.
  answersTheProposals: (_facts, given) => given.proposal !== undefined,
  heldAfterSharing: (facts, given) =>
    facts.sharedOn !== null && given.heldOn !== undefined && given.heldOn >= facts.sharedOn,
  notAhead: (facts, given) => (given.heldOn ?? given.noticedOn ?? facts.today) <= facts.today,
  directorPresent: (facts, { present = [], heldOn = '' }) =>
    facts.status === 'with_board' || present.some((person) => isDirectorOn(facts, person, heldOn)),
  directorInvited: (facts, { present = [], heldOn = '', directorInvitedOn }) =>
    facts.status !== 'with_board' ||
    directorInvitedOn !== undefined ||
    present.some((person) => isDirectorOn(facts, person, heldOn)),
  agreementsOrReason: (_facts, { agreements = [], noAgreementsBecause }) =>
    agreements.length > 0 === isBlank(noAgreementsBecause),
  reportToConfirm: (facts) => facts.reportToConfirm,
  reviewAhead: (facts, given) => given.reviewOn !== undefined && given.reviewOn > facts.today,
  heldWithPresentDirector,
  boardKnown: (facts) => facts.boardKnown,
  // Without a known board there is nobody to compare with: boardKnown says it all.
  boardNotOnlyDirector: (facts) =>
    !facts.boardKnown || facts.boardMembers.some((member) => !isDirectorOn(facts, member, facts.today)),
  directorHeard: (facts) =>
    facts.positionTaken || (facts.positionDueOn !== null && facts.today > facts.positionDueOn),
  secondPerson: (facts) => facts.actorId !== facts.authorId && facts.actorId !== facts.proposerId,
};

const moveOf = (name: StepName, status: Status): Move | undefined =>
  (protocol[name].moves as readonly Move[]).find((move) => move.from === status);

/** Whether somebody with these relations may take the step at all; from a state it does not leave, in any state. */
export function mayTake(name: StepName, facts: Pick<Facts, 'status' | 'relations'>): boolean {
  const here = moveOf(name, facts.status);
  const moves = here === undefined ? protocol[name].moves : [here];
  return moves.some((move) =>
    (move.by as readonly Relation[]).some((relation) => facts.relations.includes(relation)),
  );
}

/** Why the step may not be taken now: all unmet needs at once, in the order of the table. Without `given`: what can be told beforehand. */
export function unmetNeeds(name: StepName, facts: Facts, given?: Given): readonly Need[] {
  const step: Step = protocol[name];
  const state: readonly Need[] = moveOf(name, facts.status) === undefined ? ['stateAllows'] : [];
  const asked = given === undefined ? step.needs : [...step.needs, ...step.inputNeeds];
  const open = asked.filter((need) => need in met && !met[need as keyof typeof met](facts, given ?? {}));
  return [...state, ...open];
}

/** Where the step leads from this state; undefined when it does not leave it. */
export function statusAfter(name: StepName, status: Status, resolved: boolean): Status | undefined {
  const move = moveOf(name, status);
  return move === undefined ? undefined : ((resolved ? move.to[1] : undefined) ?? move.to[0]);
}

/** Who can read a concern in this state: said on the page before each step. */
export type Circle =
  | 'author'
  | 'contact_persons'
  | 'team_lead'
  | 'directors'
  | 'participants'
  | 'board'
  | 'partnership_director';

export function readersIn(status: Status, putForward: boolean): readonly Circle[] {
  if (status === 'noted') return ['author'];
  const school: readonly Circle[] = ['author', 'directors', 'contact_persons', 'team_lead', 'participants'];
  return putForward || status === 'with_board' ? [...school, 'board', 'partnership_director'] : school;
}
