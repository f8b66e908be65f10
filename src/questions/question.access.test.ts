/** Which role opens which door, for which schools, and who reads which part: by hand, for every role. */
import { describe, expect, test } from 'vitest';
import { type Actor, type Place, type Role, roles } from '../platform/pure/actor.ts';
import {
  access,
  mayAsk,
  mayAskAt,
  mayCountQuestions,
  partsReadBy,
  readsQuestions,
  schoolsReadBy,
  schoolsToAskFor,
} from './question.access.ts';
import { relations } from './question.rules.ts';

const school = (id: string, name = id): Place => ({ kind: 'school', id, code: id, name });
const actorWith = (...appointments: Actor['appointments']): Actor => ({
  personId: 'p',
  tenantId: 't',
  keyId: 'k',
  name: '',
  email: '',
  tenant: { code: 't', name: 'T', preset: 'rotterdam', labels: {} },
  appointments,
});
const those = (holds: (actor: Actor) => boolean) =>
  roles.filter((role) => holds(actorWith({ role, place: school('here') }))).sort();

const atSchool: readonly Role[] = ['contact_person', 'school_director', 'support_coordinator'];
const committee: readonly Role[] = ['committee_member', 'committee_secretary'];

describe('who may knock', () => {
  test.each<[string, readonly Role[], (actor: Actor) => boolean, readonly Role[]]>([
    ['ask', access.ask, mayAsk, [...atSchool, 'teacher']],
    ['read', access.read, readsQuestions, [...atSchool, 'teacher', 'specialist', 'team_lead', ...committee]],
    ['count', access.counts, mayCountQuestions, ['board_member', 'partnership_director', 'policy_adviser']],
  ])('to %s: these roles and no others', (_what, line, holds, should) => {
    expect([...line].sort()).toEqual([...should].sort());
    expect(those(holds)).toEqual([...should].sort());
    expect(holds(actorWith())).toBe(false);
  });
});

const many = actorWith(
  { role: 'support_coordinator', place: school('2', 'De Zon') },
  { role: 'school_director', place: school('2', 'De Zon') },
  { role: 'contact_person', place: school('3', 'De Éénhoorn') },
  { role: 'teacher', place: school('1', 'De Appel') },
  { role: 'specialist', place: school('4', 'De Boom') },
);

test('schools to ask for stand by name, each once, and only those of a role that asks', () => {
  expect(schoolsToAskFor(many).map(({ name }) => name)).toEqual(['De Appel', 'De Éénhoorn', 'De Zon']);
  expect(['1', '2', '3', '4', '5'].filter((code) => mayAskAt(many, code))).toEqual(['1', '2', '3']);
});

test('every question of a school is read by its contact person, director and IB’er', () => {
  expect(
    schoolsReadBy(many)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['2', '3']);
  expect(those((actor) => schoolsReadBy(actor).length > 0)).toEqual([...atSchool].sort());
});

describe('who reads what of a question', () => {
  const readers = (part: 'words' | 'pupil' | 'planning') =>
    relations.filter((relation) => partsReadBy[relation].includes(part));

  test('everybody around it reads what plans the work', () => {
    expect(readers('planning')).toEqual([...relations]);
  });

  test('who only plans reads no word of it', () => {
    expect(readers('words')).toEqual(relations.filter((relation) => relation !== 'planner'));
  });

  test('the gate around a pupil is not for who plans or thinks along', () => {
    const others = ['team_lead', 'planner', 'thinks_along', 'asked_along', 'stationed'];
    expect(readers('pupil')).toEqual(relations.filter((relation) => !others.includes(relation)));
  });
});
