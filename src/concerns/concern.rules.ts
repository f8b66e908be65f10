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

/** What a concern is about: a school, or the partnership (the mirror: then a school raises it). */
export const abouts = ['school', 'partnership'] as const;
export type About = (typeof abouts)[number];

/** What somebody is to one concern today: the seats of concern-seats.rules.ts, and what they did themselves. */
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

/** What a step asks by itself; the other two come from the state, and from a note that takes up an older concern. */
export type AskedNeed = Exclude<Need, 'stateAllows' | 'continuesEnded'>;

interface Move {
  readonly from: Status;
  readonly to: readonly [Status, ...Status[]];
  /** Who may take the step, first match first. */
  readonly by: readonly Relation[];
}

export interface Step {
  readonly moves: readonly Move[];
  /** Needs that can be told before anything is filled in. */
  readonly needs: readonly AskedNeed[];
  /** Needs that depend on what is filled in. */
  readonly inputNeeds: readonly AskedNeed[];
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
    // A director's own proposal counts as their position, so that capacity goes before any other.
    moves: [{ from: 'working', to: ['board_proposed'], by: ['school_director', 'contact_person', 'author'] }],
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

/**
 * What the system itself writes down when a term of ten school days has passed (design: «ten school days with two reminders»;
 * the days are counted in the database). It moves nothing.
 */
export const systemSteps = {
  record_no_position: { from: ['board_proposed'], boardReads: true },
  record_not_confirmed: { from: ['working'], boardReads: true },
  record_no_answer: { from: ['with_director', 'working'], boardReads: false },
} as const satisfies Record<string, { readonly from: readonly Status[]; readonly boardReads: boolean }>;
export type SystemStep = keyof typeof systemSteps;

/** How a step leaves a state; undefined when it does not. */
export const moveOf = (name: StepName, status: Status): Move | undefined =>
  (protocol[name].moves as readonly Move[]).find((move) => move.from === status);

/** Whether somebody with these relations may take the step at all; from a state it does not leave, in any state. */
export function mayTake(
  name: StepName,
  facts: { readonly status: Status; readonly relations: readonly Relation[] },
): boolean {
  const here = moveOf(name, facts.status);
  const moves = here === undefined ? protocol[name].moves : [here];
  return moves.some((move) =>
    (move.by as readonly Relation[]).some((relation) => facts.relations.includes(relation)),
  );
}

/** Where the step leads from this state; undefined when it does not leave it. */
export function statusAfter(name: StepName, status: Status, resolved: boolean): Status | undefined {
  const move = moveOf(name, status);
  return move === undefined ? undefined : ((resolved ? move.to[1] : undefined) ?? move.to[0]);
}
