/** The protocol as design tells it, by hand: every state, step and relation. */
import { expect, test } from 'vitest';
import { statusAfter } from './needs.rules.ts';
import {
  ended,
  mayTake,
  protocol,
  type Relation,
  relations,
  type Status,
  type StepName,
  statuses,
  stepNames,
} from './question.rules.ts';

type Ways = Partial<Record<Status, readonly [to: Status, by: readonly Relation[]]>>;

/** The same way out of each of these states; without `to` the question stays where it is. */
const from = (states: readonly Status[], by: readonly Relation[], to?: Status): Ways =>
  Object.fromEntries(states.map((status) => [status, [to ?? status, by]]));

const coordinator = 'support_coordinator';
const director = 'school_director';
const contact = 'contact_person';
const secretary = 'committee_secretary';

/** From which state who may take which step, and where it leads. What is not here does not exist. */
const law: Readonly<Record<StepName, Ways>> = {
  revise: from(['draft'], ['author', coordinator, director, contact]),
  submit: from(['draft'], [coordinator, director, contact], 'submitted'),
  withdraw: {
    ...from(['draft'], ['author', 'submitter'], 'withdrawn'),
    ...from(
      ['submitted', 'in_triage', 'needs_information', 'at_committee', 'assigned'],
      ['submitter'],
      'withdrawn',
    ),
  },
  think_along: from(
    [
      ...(['draft', 'submitted', 'in_triage', 'needs_information'] as const),
      ...(['at_committee', 'assigned', 'started', 'evaluated'] as const),
    ],
    ['asked_along', contact, 'planner', coordinator],
  ),
  add_note: from(
    [
      ...(['submitted', 'in_triage', 'needs_information', 'at_committee'] as const),
      ...(['assigned', 'started', 'evaluated'] as const),
    ],
    ['author', coordinator, director, contact, 'team_lead', 'specialist', 'thinks_along', secretary],
  ),
  triage: from(['submitted'], [contact, 'planner'], 'in_triage'),
  answer: from(['in_triage'], [contact, 'team_lead', 'thinks_along'], 'answered'),
  ask_information: from(['in_triage'], [contact, 'team_lead', secretary], 'needs_information'),
  give_information: from(['needs_information'], [coordinator, director, 'author'], 'in_triage'),
  decline: from(['in_triage'], [contact, 'team_lead'], 'declined'),
  to_committee: from(['in_triage'], [contact], 'at_committee'),
  complete_file: from(['at_committee'], [contact, secretary]),
  advise: from(['at_committee'], [secretary, 'committee_member'], 'in_triage'),
  decide: from(['at_committee'], [secretary, 'committee_member'], 'in_triage'),
  hold_over: from(['at_committee'], [secretary]),
  assign: {
    ...from(['in_triage', 'assigned'], ['planner', contact], 'assigned'),
    ...from(['started'], ['planner', contact]),
  },
  start: from(['assigned'], ['specialist'], 'started'),
  evaluate: from(['started'], ['specialist', coordinator], 'evaluated'),
  complete: from(['evaluated'], ['specialist', coordinator], 'completed'),
  extend: from(['evaluated'], ['planner'], 'started'),
  hand_over: from(['assigned', 'started', 'evaluated'], ['specialist', 'planner']),
  stop: from(['assigned', 'started', 'evaluated'], ['specialist', 'planner'], 'stopped'),
  follow_up: from(['completed'], [coordinator, 'specialist'], 'followed_up'),
};

const subsets = Array.from({ length: 2 ** relations.length }, (_, bits) =>
  relations.filter((_relation, nth) => (bits >> nth) & 1),
);

test('there are these steps and no others', () => {
  expect(Object.keys(law).sort()).toEqual([...stepNames].sort());
});

test.each(stepNames)('%s is taken by who may and by nobody else, whatever else they are', (step) => {
  const wrong: unknown[] = [];
  for (const status of statuses) {
    const anywhere = Object.values(law[step]).flatMap(([, by]) => by);
    const allowed = law[step][status]?.[1] ?? anywhere;
    for (const held of subsets) {
      const should = held.some((relation) => allowed.includes(relation));
      if (mayTake(step, { status, relations: held }) !== should) wrong.push({ status, held, should });
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test.each(stepNames)('%s leads where it should', (step) => {
  for (const status of statuses) expect(statusAfter(step, status), status).toBe(law[step][status]?.[0]);
});

test('of two capacities the nearest is written down', () => {
  const nearest = (step: StepName) => protocol[step].moves.map(({ by }) => by[0]);
  expect(new Set(nearest('think_along'))).toEqual(new Set(['asked_along']));
  expect(nearest('submit')).toEqual(['support_coordinator']);
  expect(new Set(nearest('assign'))).toEqual(new Set(['planner']));
});

test('what has ended goes nowhere, but for the question whether it lasted', () => {
  for (const status of ended)
    expect(stepNames.filter((step) => statusAfter(step, status) !== undefined)).toEqual(
      status === 'completed' ? ['follow_up'] : [],
    );
  const open = statuses.filter((status) => !(ended as readonly Status[]).includes(status));
  for (const status of open)
    expect(
      stepNames.some((step) => (statusAfter(step, status) ?? status) !== status),
      status,
    ).toBe(true);
});

test('every state is reached from a draft', () => {
  const reached = new Set<Status>(['draft']);
  for (const status of reached)
    for (const step of stepNames) reached.add(statusAfter(step, status) ?? status);
  expect([...reached].sort()).toEqual([...statuses].sort());
});
