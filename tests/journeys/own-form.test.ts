/** Forms that somebody else's page sends in one's name (S8): every unsafe door of the pages and of the API refuses them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../src/platform/pure/actor.ts';
import type { PageRoute } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import { anAppointment } from '../support/factories.ts';
import { comeIn, formOf } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let author: Identity;

beforeAll(async () => {
  pages = await openPages();
  author = { tenantId: pages.cast.tenantId, personId: pages.cast.author };
});
afterAll(() => pages.close());

const app = () => pages.house.app;

const forms = allRoutes(true).filter(
  (route): route is PageRoute => route.kind === 'page' && route.method === 'POST',
);
const pathOf = (path: string) =>
  path.replace(':code', '01AB00').replace(/:\w+/g, '0190a000-0000-7000-8000-000000000000');

describe('a form that is not one’s own', () => {
  it.each(forms.map((route) => [route.path, route] as const))('is refused at %s', async (path, route) => {
    const role = route.access === 'public' || route.access === 'member' ? 'teacher' : route.access[0];
    const place = ['school_director', 'contact_person', 'support_coordinator', 'teacher'].includes(role)
      ? { schoolId: pages.cast.school.id }
      : role === 'board_member'
        ? { boardId: pages.cast.boardId }
        : {};
    const personId = await anAppointment(pages.stage, role, { tenantId: author.tenantId, ...place });
    const who = { tenantId: author.tenantId, personId };
    const { cookie, csrf: own, get } = await comeIn(pages.house, who);
    const { csrf: other } = await comeIn(pages.house, author);
    const attempts: readonly (readonly [Record<string, string>, BodyInit])[] = [
      [{}, formOf({})],
      [{}, formOf({ _csrf: '' })],
      [{}, formOf({ _csrf: other })],
      [{}, formOf({ _csrf: [own, other] })],
      [{ origin: 'https://elders.example' }, formOf({ _csrf: own })],
      [{ origin: 'geen adres' }, formOf({ _csrf: own })],
      [{ 'sec-fetch-site': 'cross-site' }, formOf({ _csrf: own })],
      [{ 'sec-fetch-site': 'same-site' }, formOf({ _csrf: own })],
      [{ 'content-type': 'text/plain' }, `_csrf=${own}`],
      [{ 'content-type': 'application/json' }, JSON.stringify({ _csrf: own })],
      [{ 'content-type': 'multipart/form-data' }, `_csrf=${own}`],
    ];
    for (const [headers, body] of attempts) {
      const answer = await app().request(pathOf(path), {
        method: 'POST',
        body,
        headers: { cookie, ...headers },
      });
      expect([400, 403], JSON.stringify(headers)).toContain(answer.status);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect((await get('/mijn')).status).toBe(200);
  });

  it('is refused by the API as well when it leans on the cookie', async () => {
    const { cookie, csrf: token } = await comeIn(pages.house, author);
    const { csrf: other } = await comeIn(pages.house, author);
    const json = { 'content-type': 'application/json' };
    const attempts: readonly (readonly [Record<string, string>, number])[] = [
      [json, 403],
      [{ ...json, 'x-csrf-token': '' }, 403],
      [{ ...json, 'x-csrf-token': other }, 403],
      [{ ...json, 'x-csrf-token': token, origin: 'https://elders.example' }, 403],
      [{ ...json, 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'content-type': 'text/plain', 'x-csrf-token': token }, 415],
      [{ ...json, 'x-csrf-token': token, 'sec-fetch-site': 'same-origin' }, 400],
    ];
    for (const path of [
      '/concerns',
      '/concerns/0190a000-0000-7000-8000-000000000000/steps',
      '/conversations',
    ]) {
      for (const [headers, status] of attempts) {
        const answer = await app().request(`/api/v1${path}`, {
          method: 'POST',
          body: '{}',
          headers: { cookie, ...headers },
        });
        const known = path.endsWith('/steps') && status === 400 ? 404 : status;
        expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(known);
      }
    }
  });
});
