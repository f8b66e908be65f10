/** Who finds which figures where: computed now for who works on the records, released ones for who does not. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { access as measureAccess, readsEveryBoard } from '../measures/measure.access.ts';
import type { Dimension, MeasureCode } from '../measures/measure.rules.ts';

export const access = { read: measureAccess.read } as const;

/** Whose figures: `live` of what the reader works on, `released` of closed periods. */
export type Circle = 'live' | 'released';

/** The circles somebody is in; who is in both begins with what they work on. */
export const circlesOf = (actor: Actor): readonly Circle[] => [
  ...(hasRole(actor, ...measureAccess.insiders) ? (['live'] as const) : []),
  ...(hasRole(actor, ...measureAccess.outsiders) ? (['released'] as const) : []),
];

/** Who reads the whole partnership live has no use for its releases. */
export const seesAll = (actor: Actor): boolean => hasRole(actor, 'team_lead');

/** A measure of a dashboard, split or whole. */
export interface Asked {
  readonly code: MeasureCode;
  readonly by: Dimension | null;
}

const whole = (...codes: readonly MeasureCode[]): readonly Asked[] =>
  codes.map((code) => ({ code, by: null }));
const hoursByKind: Asked = { code: 'hours_done', by: 'kind' };

/** What each role begins with; every other measure is one link away. */
const dashboards = {
  team_lead: [
    ...whole('first_contact_days', 'hand_offs', 'light_route_share'),
    hoursByKind,
    ...whole('requested_provided', 'schools_unvisited', 'capacity_use', 'goal_levels', 'satisfaction'),
  ],
  school: [
    ...whole('first_contact_days', 'hand_offs'),
    hoursByKind,
    ...whole('requested_provided', 'goal_levels', 'lasted', 'confirmed_on_time', 'basic_support'),
  ],
  specialist: [
    hoursByKind,
    ...whole('first_contact_days', 'goal_levels', 'lasted', 'scorer_agreement', 'recorded_on_time'),
  ],
  committee: whole('first_contact_days', 'start_days', 'earliness_days', 'light_route_share', 'goal_levels'),
  board: [
    ...whole('start_days', 'light_route_share'),
    hoursByKind,
    ...whole('schools_unvisited', 'goal_levels', 'lasted', 'satisfaction', 'basic_support'),
  ],
  partnership: [
    ...whole('first_contact_days', 'light_route_share'),
    hoursByKind,
    ...whole('schools_unvisited', 'special_reach', 'goal_levels', 'lasted', 'satisfaction', 'basic_support'),
  ],
} as const satisfies Record<string, readonly Asked[]>;

/** The dashboard of somebody in one of their circles. */
export function dashboardOf(actor: Actor, circle: Circle): readonly Asked[] {
  if (circle === 'released') return readsEveryBoard(actor) ? dashboards.partnership : dashboards.board;
  if (hasRole(actor, 'team_lead')) return dashboards.team_lead;
  if (hasRole(actor, 'contact_person', 'school_director', 'support_coordinator')) return dashboards.school;
  return hasRole(actor, 'specialist') ? dashboards.specialist : dashboards.committee;
}

/** Contracts are known to who leads the team; whether nobody came, to who reads all visits of a school. */
export function mayAsk(actor: Actor, circle: Circle, code: MeasureCode): boolean {
  if (circle === 'released' || seesAll(actor)) return true;
  if (code === 'schools_unvisited')
    return hasRole(actor, 'contact_person', 'school_director', 'support_coordinator');
  return code !== 'capacity_use';
}
