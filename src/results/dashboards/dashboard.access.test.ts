import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../../platform/pure/actor.ts';
import { measures } from '../measures/measure.rules.ts';
import { type Circle, circlesOf, dashboardOf, mayAsk, seesAll } from './dashboard.access.ts';

const as = (...held: readonly Role[]): Actor => ({
  ...{ personId: 'p', tenantId: 't', keyId: 'k', name: 'Iemand', email: 'iemand@example.org' },
  tenant: { code: 't', name: 'T', preset: 'plain', labels: {} },
  appointments: held.map((role) => ({ role, place: { kind: 'tenant', id: 't', code: 't', name: 'T' } })),
});

/** Of each role: its circles, and what it begins with in each, split by kind where it says so. */
const expected: Partial<Record<Role, Partial<Record<Circle, readonly string[]>>>> = {
  team_lead: {
    live: [
      ...['first_contact_days', 'hand_offs', 'light_route_share', 'hours_done by kind', 'requested_provided'],
      ...['schools_unvisited', 'capacity_use', 'goal_levels', 'satisfaction'],
    ],
  },
  specialist: {
    live: [
      ...['hours_done by kind', 'first_contact_days', 'goal_levels', 'lasted', 'scorer_agreement'],
      'recorded_on_time',
    ],
  },
  committee_secretary: {
    live: ['first_contact_days', 'start_days', 'earliness_days', 'light_route_share', 'goal_levels'],
  },
  board_member: {
    released: [
      ...[
        'start_days',
        'light_route_share',
        'hours_done by kind',
        'schools_unvisited',
        'goal_levels',
        'lasted',
      ],
      ...['satisfaction', 'basic_support'],
    ],
  },
};
const school = {
  live: [
    ...[
      'first_contact_days',
      'hand_offs',
      'hours_done by kind',
      'requested_provided',
      'goal_levels',
      'lasted',
    ],
    ...['confirmed_on_time', 'basic_support'],
  ],
};
const partnership = {
  released: [
    ...[
      'first_contact_days',
      'light_route_share',
      'hours_done by kind',
      'schools_unvisited',
      'special_reach',
    ],
    ...['goal_levels', 'lasted', 'satisfaction', 'basic_support'],
  ],
};
for (const role of ['contact_person', 'school_director', 'support_coordinator'] as const)
  expected[role] = school;
for (const role of ['partnership_director', 'policy_adviser'] as const) expected[role] = partnership;

describe.each(roles)('%s', (role) => {
  it('has the circles and dashboards of the table', () => {
    const own = expected[role] ?? {};
    const found = circlesOf(as(role)).map((circle) => [
      circle,
      dashboardOf(as(role), circle).map(({ code, by }) => (by === null ? code : `${code} by ${by}`)),
    ]);
    expect(found).toEqual(Object.entries(own));
  });

  it('may ask live for contracts as team lead alone, and where nobody came as who reads all visits of a school', () => {
    const refused = measures.filter(({ code }) => !mayAsk(as(role), 'live', code)).map(({ code }) => code);
    if (role === 'team_lead') expect(refused).toEqual([]);
    else if (expected[role] === school) expect(refused).toEqual(['capacity_use']);
    else expect(refused.toSorted()).toEqual(['capacity_use', 'schools_unvisited']);
    // What was released is the same for all who read it.
    expect(measures.every(({ code }) => mayAsk(as(role), 'released', code))).toBe(true);
  });
});

describe('somebody with two roles', () => {
  it('begins with what they work on', () => {
    expect(circlesOf(as('board_member', 'school_director'))).toEqual(['live', 'released']);
    expect(dashboardOf(as('board_member', 'school_director'), 'live')[1]?.code).toBe('hand_offs');
    expect(dashboardOf(as('board_member', 'school_director'), 'released')[0]?.code).toBe('start_days');
  });

  it('has the widest dashboard of the two', () => {
    expect(dashboardOf(as('specialist', 'team_lead'), 'live')).toHaveLength(9);
    expect(dashboardOf(as('board_member', 'policy_adviser'), 'released')).toHaveLength(9);
  });
});

it('leaves releases to who does not see all live', () => {
  expect(roles.filter((role) => seesAll(as(role)))).toEqual(['team_lead']);
});
