import { expect, test } from 'vitest';
import { roles } from '../../platform/pure/actor.ts';
import { canAct, placeFor, placeKindsFor } from './appointment.rules.ts';

test('a role is held only at its own kind of place', () => {
  expect(placeFor('teacher', 'school:s1')).toEqual({ boardId: null, schoolId: 's1' });
  expect(placeFor('teacher', 'board:b1')).toBeUndefined();
  expect(placeFor('teacher', undefined)).toBeUndefined();
  expect(placeFor('board_member', 'board:b1')).toEqual({ boardId: 'b1', schoolId: null });
  expect(placeFor('board_member', 'tenant')).toBeUndefined();
  expect(placeFor('team_lead', undefined)).toEqual({ boardId: null, schoolId: null });
  expect(placeFor('team_lead', 'school:s1')).toBeUndefined();
  expect(placeFor('specialist', 'tenant')).toEqual({ boardId: null, schoolId: null });
  expect(placeFor('specialist', 'school:s1')).toEqual({ boardId: null, schoolId: 's1' });
});

test('a place without its id, or the partnership with one, is no place', () => {
  expect(placeFor('teacher', 'school')).toBeUndefined();
  expect(placeFor('team_lead', 'tenant:x')).toBeUndefined();
});

test('every role has a kind of place, and only a director can be acting', () => {
  for (const role of roles) expect(placeKindsFor(role).length).toBeGreaterThan(0);
  expect(roles.filter(canAct)).toEqual(['school_director']);
});
