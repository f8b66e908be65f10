import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Role } from '../platform/pure/actor.ts';
import { countDevelopment, DevelopmentTasks } from './development-tasks.tsx';
import type { DevelopmentWaiting } from './waiting.store.ts';

const someone = (role: Role) => ({
  personId: 'p',
  tenantId: 't',
  name: 'Iemand',
  tenant: { code: 'SWV', name: 'Verband', labels: {} },
  appointments: [{ role, place: { kind: 'tenant' as const, id: 't', code: 'SWV', name: 'Verband' } }],
});
const shown = (role: Role, waiting: DevelopmentWaiting) => {
  const actor = someone(role) as never;
  return [
    countDevelopment(actor, waiting),
    render(<DevelopmentTasks actor={actor} waiting={waiting} />)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ];
};
const offered = { mine: true, steps: ['talk', 'offer'] } as const;
const talked = { mine: false, steps: ['talk'] } as const;

test('a round says until when it asks, an offer waits for who got it, the rest for the team lead', () => {
  const rounds = [{ id: 'r', title: 'De pilot', endsOn: '2026-03-13' }];
  expect(shown('teacher', { rounds, ways: [] })).toEqual([
    1,
    'Ontwikkeling Wat vindt u? De pilot Antwoorden kan tot en met vrijdag 13 maart.',
  ]);
  expect(shown('specialist', { rounds: [], ways: [offered] })).toEqual([
    1,
    'Ontwikkeling Er ligt een aanbod voor uw nieuwe rol Bespreek het met uw teamleider. Is het ondertekend, dan schrijft uw teamleider dat op.',
  ]);
  expect(shown('team_lead', { rounds: [], ways: [talked, { ...talked, steps: ['signed'] }] })).toEqual([
    2,
    'Ontwikkeling 2 overgangen wachten op een volgende stap Het aanbod of de eerste dag staat er nog niet bij.',
  ]);
});

test('nothing waits: an offer to somebody else, a talk of one’s own, no rounds', () => {
  const nothing = [0, ''];
  expect(shown('team_lead', { rounds: [], ways: [{ ...offered, mine: false }] })).toEqual(nothing);
  expect(shown('specialist', { rounds: [], ways: [{ ...talked, mine: true }] })).toEqual(nothing);
});
