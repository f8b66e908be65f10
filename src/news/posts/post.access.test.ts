import { expect, test } from 'vitest';
import { type Actor, type Role, roles } from '../../platform/pure/actor.ts';
import { isOpen, mayDiscard } from './post.access.ts';

test('a post is read without a log-in when it is for everybody or for parents, whoever else it is for', () => {
  expect(isOpen(['public'])).toBe(true);
  expect(isOpen(['schools', 'parents'])).toBe(true);
  expect(isOpen(['schools', 'professionals', 'boards'])).toBe(false);
  expect(isOpen([])).toBe(false);
});

test('a draft is thrown away by who began it, and of somebody else by an editor alone', () => {
  const actorWith = (role: Role): Actor => ({
    personId: 'p',
    tenantId: 't',
    keyId: 'k',
    name: 'Anna',
    email: 'anna@voorbeeld.example',
    tenant: { code: 't', name: 'T', preset: 'default', labels: {} },
    appointments: [{ role, place: { kind: 'tenant', id: 'x', code: 'x', name: 'X' } }],
  });
  const those = (post: { readonly mine?: boolean }) =>
    roles.filter((role) => mayDiscard(actorWith(role), post));
  expect(those({ mine: true })).toEqual([...roles]);
  expect(those({ mine: false })).toEqual(['editor']);
  expect(those({})).toEqual(['editor']);
});
