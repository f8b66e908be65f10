import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../platform/pure/actor.ts';
import { readsOwners, writesPosts } from './promise.access.ts';

const actorWith = (...held: readonly Role[]): Actor => ({
  personId: 'p',
  tenantId: 't',
  keyId: 'k',
  name: 'Anna',
  email: 'anna@voorbeeld.example',
  tenant: { code: 't', name: 'T', preset: 'default', labels: {} },
  appointments: held.map((role) => ({ role, place: { kind: 'tenant', id: 'x', code: 'x', name: 'X' } })),
});
const those = (holds: (actor: Actor) => boolean) => roles.filter((role) => holds(actorWith(role)));

test('editors, policy advisers and team leads write, whatever else they do', () => {
  expect(those(writesPosts).sort()).toEqual(['editor', 'policy_adviser', 'team_lead']);
  expect(writesPosts(actorWith('teacher', 'editor'))).toBe(true);
  expect([writesPosts(actorWith()), writesPosts(undefined)]).toEqual([false, false]);
});

test('who answers for a promise is known to who works at the partnership, and not to schools, boards and visitors', () => {
  const outside = ['board_member', 'school_director', 'support_coordinator', 'teacher'];
  expect(roles.filter((role) => !those(readsOwners).includes(role)).sort()).toEqual(outside);
  expect([readsOwners(actorWith()), readsOwners(undefined)]).toEqual([false, false]);
});
