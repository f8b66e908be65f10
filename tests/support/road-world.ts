/** The world beside the rules for random roads: who is what, and what was done. */
import type { About, Relation, Status, StepName } from '../../src/concerns/concern.rules.ts';
import { type Seat, seats } from '../../src/concerns/concern-seats.rules.ts';
import type { Role } from '../../src/platform/pure/actor.ts';

export const people = [
  'author',
  'contact',
  'd1',
  'd2',
  'ib',
  'lead1',
  'lead2',
  'board',
  'partnership',
] as const;
export type Person = (typeof people)[number];

export interface Happened {
  readonly step: StepName;
  readonly who: Person;
  readonly day: number;
  readonly present: readonly Person[];
}

/** The world beside the rules: who is director when, and what was done. */
export interface Road {
  about: About;
  status: Status;
  day: number;
  director: Person;
  changedOn: number;
  leadWrote: boolean;
  history: Happened[];
}

export const dateOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
export const since = (road: Road, step: StepName) => road.history.findLast((one) => one.step === step);

/** What everybody is; whose seats that gives is the table's to say. About the partnership the school stands where the leads stood. */
const rolesOf: Record<About, Record<Person, Role>> = {
  school: {
    author: 'contact_person',
    contact: 'contact_person',
    d1: 'school_director',
    d2: 'school_director',
    ib: 'teacher',
    lead1: 'team_lead',
    lead2: 'team_lead',
    board: 'board_member',
    partnership: 'partnership_director',
  },
  partnership: {
    author: 'support_coordinator',
    contact: 'contact_person',
    d1: 'team_lead',
    d2: 'team_lead',
    ib: 'teacher',
    lead1: 'school_director',
    lead2: 'school_director',
    board: 'board_member',
    partnership: 'partnership_director',
  },
};

export function relationsOf(road: Road, who: Person): readonly Relation[] {
  const holds: Partial<Record<Seat, boolean>> = {
    author: who === (road.leadWrote ? 'lead1' : 'author'),
    school_director: who === road.director,
    participant: who === 'ib' && road.history.some(({ step }) => step === 'add_participant'),
  };
  const seated = (Object.keys(seats[road.about]) as Seat[]).filter(
    (seat) =>
      holds[seat] !== false && seats[road.about][seat].some(({ role }) => role === rolesOf[road.about][who]),
  );
  return who === since(road, 'propose_board')?.who ? [...seated, 'proposer'] : seated;
}

/** d1 is director until `changedOn`, then d2. */
export const wasDirector = (road: Road, who: string, day: number) =>
  who === (road.director === 'd2' && day >= road.changedOn ? 'd2' : 'd1');

/** The director took a position on the latest proposal, or made it. */
export function isHeard(road: Road): boolean {
  const from = road.history.findLastIndex(({ step }) => step === 'propose_board');
  return (
    from >= 0 &&
    (road.history[from]?.who.startsWith('d') === true ||
      road.history.slice(from).some(({ step }) => step === 'take_position'))
  );
}
