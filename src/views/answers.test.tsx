import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor, Role } from '../platform/pure/actor.ts';
import { getPage, postPage, type Route } from '../platform/route.ts';
import { answers } from './answers.ts';

const html = async () => ({ kind: 'html' as const, title: '', body: <p /> });
const routes: readonly Route[] = [
  getPage('/vragen', ['team_lead'], html, z.object({ staat: z.enum(['open']).optional() })),
  getPage('/resultaten/:measure', 'member', html),
  postPage('/mijn/keuze', 'member', z.object({}), html),
];
const actor = (role: Role): Actor => ({
  ...{ personId: 'p', tenantId: 't', keyId: 'k', name: '', email: '' },
  tenant: { code: 't', name: 'De Linde', preset: 'rotterdam', labels: {} },
  appointments: [{ role, place: { kind: 'tenant', id: 't', code: 't', name: 'De Linde' } }],
});
const lead = actor('team_lead');

it('leads where a page is for this person, with what it is filtered by', () => {
  expect(answers(routes, lead, '/vragen')).toBe(true);
  expect(answers(routes, lead, '/vragen?staat=open&school=')).toBe(true);
  expect(answers(routes, lead, '/resultaten/start_days?by=board')).toBe(true);
});

it('leads nowhere without such a page, right or filter', () => {
  expect(answers(routes, actor('teacher'), '/vragen')).toBe(false);
  expect(answers(routes, lead, '/vragen?staat=ooit')).toBe(false);
  expect(answers(routes, lead, '/vragen/oud')).toBe(false);
  expect(answers(routes, lead, '/resultaten/')).toBe(false);
  expect(answers(routes, lead, '/mijn/keuze')).toBe(false);
});

it('never leads to another site', () => {
  for (const address of ['//vragen', '/\\vragen', 'https://elders.example/vragen', 'vragen', 'javascript:1'])
    expect([address, answers(routes, lead, address)]).toEqual([address, false]);
});
