import { describe, expect, test } from 'vitest';
import { handedOver, heldBy, type KnownAppointment, phaseOf, sharesContact } from './directory.rules.ts';

const today = '2026-08-31';
const held = (over: Partial<KnownAppointment>): KnownAppointment => ({
  id: 'a',
  role: 'teacher',
  place: { kind: 'school', code: '99MA00', name: 'De Brug' },
  acting: false,
  from: '2025-08-01',
  to: null,
  ...over,
});

describe('when an appointment is', () => {
  test.each([
    ['until further notice', { from: '2025-08-01', to: null }, 'now'],
    ['from today', { from: today, to: null }, 'now'],
    ['until today, its last day', { from: '2025-08-01', to: today }, 'now'],
    ['of this day alone', { from: today, to: today }, 'now'],
    ['from tomorrow', { from: '2026-09-01', to: null }, 'coming'],
    ['until yesterday', { from: '2025-08-01', to: '2026-08-30' }, 'past'],
  ] as const)('%s', (_, period, phase) => {
    expect(phaseOf(period, today)).toBe(phase);
  });
});

describe('what belongs together', () => {
  const at = (name: string, over: Partial<KnownAppointment> = {}) =>
    held({ role: 'contact_person', place: { kind: 'school', code: name, name }, ...over });

  test('one role at several places is said once, whenever each of them began', () => {
    const [one, ...others] = heldBy([at('A'), at('B', { from: '2026-02-01' })], today);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ role: 'contact_person', phase: 'now', to: null });
    expect(one?.at.map(({ place }) => place.name)).toEqual(['A', 'B']);
  });

  test('what ends on another day, begins later or is held for somebody else is said apart', () => {
    const all = [
      at('A'),
      at('B', { to: '2026-12-31' }),
      at('C', { from: '2026-09-01' }),
      at('D', { from: '2026-10-01' }),
      at('E', { acting: true }),
      at('F', { role: 'teacher' }),
    ];
    expect(heldBy(all, today).map(({ at: places }) => places.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(heldBy(all, today).map(({ phase }) => phase)).toEqual([
      ...['now', 'now', 'coming', 'coming', 'now', 'now'],
    ]);
  });
});

describe('who can be reached directly', () => {
  const tenant = { kind: 'tenant', code: 'x', name: 'X' } as const;
  test.each([
    ['a team lead', held({ role: 'team_lead', place: tenant }), true],
    ['a contact person of a school', held({ role: 'contact_person' }), true],
    ['a specialist at a school', held({ role: 'specialist' }), true],
    ['a director', held({ role: 'school_director' }), false],
    ['a teacher', held({}), false],
    ['a board member', held({ role: 'board_member', place: { ...tenant, kind: 'board' } }), false],
    ['a team lead of tomorrow', held({ role: 'team_lead', place: tenant, from: '2026-09-01' }), false],
    ['a team lead of yesterday', held({ role: 'team_lead', place: tenant, to: '2026-08-30' }), false],
  ])('%s: %j', (_, appointment, reached) => {
    expect(sharesContact([held({ to: '2026-01-01' }), appointment], today)).toBe(reached);
  });

  test('somebody of whom one of two roles is for the partnership', () => {
    expect(sharesContact([held({}), held({ role: 'specialist' })], today)).toBe(true);
  });

  test('nobody who is nothing', () => {
    expect(sharesContact([], today)).toBe(false);
  });
});

test('one person takes over a role of which there is one, not a class', () => {
  expect(handedOver).toEqual(expect.arrayContaining(['team_lead', 'contact_person', 'school_director']));
  expect(handedOver).not.toContain('teacher');
});
