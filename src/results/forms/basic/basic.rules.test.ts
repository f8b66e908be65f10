import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../platform/pure/actor.ts';
import { judgedSchool, mayAnswer, mayWrite, sidesAt } from './basic.rules.ts';

const actor = (...roles: readonly Role[]): Actor => ({
  ...{ personId: 'me', tenantId: 't', keyId: 'k', name: '', email: '' },
  tenant: { code: '', name: '', preset: '', labels: {} },
  appointments: roles.map((role) => ({
    role,
    place: { kind: 'school', id: 's', code: 'S', name: 'School' },
  })),
});
const form = { state: 'waiting', side: 'school', writerId: 'she' } as const;

describe('the sides of somebody', () => {
  it.each([
    [['contact_person'], ['contact']],
    [['school_director'], ['school']],
    [
      ['support_coordinator', 'contact_person'],
      ['contact', 'school'],
    ],
    [['teacher'], []],
  ] as const)('who is %s: %s', (roles, sides) => {
    expect(sidesAt(actor(...roles), 's')).toEqual(sides);
    expect(sidesAt(actor(...roles), 'elsewhere')).toEqual([]);
  });
});

describe('a school', () => {
  it('is judged where one works, or is its contact person', () => {
    for (const role of ['contact_person', 'school_director', 'support_coordinator'] as const) {
      expect(judgedSchool(actor(role), 'S')?.id).toBe('s');
      expect(judgedSchool(actor(role), 'elsewhere')).toBeUndefined();
    }
    expect(judgedSchool(actor('teacher'), 'S')).toBeUndefined();
  });
});

describe('an answer', () => {
  it('is for the other side', () => {
    expect(mayAnswer(form, ['contact'], 'me')).toBe(true);
    expect(mayAnswer(form, ['school'], 'me')).toBe(false);
    expect(mayAnswer(form, [], 'me')).toBe(false);
  });
  it('is never the writer’s own, whatever sides they have', () => {
    expect(mayAnswer(form, ['contact', 'school'], 'she')).toBe(false);
  });
  it('is given once', () => {
    for (const state of ['agreed', 'answered', 'replaced'] as const)
      expect(mayAnswer({ ...form, state }, ['contact'], 'me')).toBe(false);
  });
});

describe('a judgement', () => {
  it('is written by either side while nothing waits, and by the side whose form waits', () => {
    for (const side of ['school', 'contact'] as const) expect(mayWrite(undefined, [side])).toBe(true);
    expect(mayWrite(form, ['school'])).toBe(true);
    expect(mayWrite(form, ['contact'])).toBe(false);
    expect(mayWrite(undefined, [])).toBe(false);
  });
});
