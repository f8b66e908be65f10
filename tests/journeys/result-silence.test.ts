/**
 * Non-interference of what partnerships and schools say about themselves: whoever may not see a plan that is being written, a judgement of
 * a school, an answer to the yearly question, a report or a saved view gets the same answers after it as before, byte for byte.
 * Beside each deed stands who does notice: they are the control. Of lessons the same is tried in observation.pages.test.ts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReports } from '../../src/results/index.ts';
import { aCast, anAppointment } from '../support/factories.ts';
import type { Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { startWatch, type Watch } from '../support/watching.ts';

let pages: Pages;
let watch: Watch;
let leadOwn: string;
let code: string;
const period = 'from=2025-08-01&to=2026-07-31';
/** From now on everybody asks for pages and API where something of it stands. */
const asks = (...paths: readonly string[]) => watch.asks('/', '/api/v1/notices', ...paths);
const noticed = (deed: () => Promise<unknown>) => watch.noticed(deed);

beforeAll(async () => {
  pages = await openPages();
  // The yearly question is open.
  pages.stage.at('2026-05-04T10:00:00Z');
  const { stage, cast, house } = pages;
  const { tenantId, school } = cast;
  const there = await aCast(stage, tenantId);
  const abroad = await aCast(stage);
  const one = (role: Parameters<typeof anAppointment>[1], place: object = {}) =>
    anAppointment(stage, role, { tenantId, ...place });
  const people = {
    ...{ lead: cast.teamLead, director: cast.director, coordinator: cast.coordinator, contact: cast.author },
    ...{ partnershipDirector: cast.partnershipDirector, boardMember: cast.boardMember },
    policyAdviser: await one('policy_adviser'),
    specialist: await one('specialist'),
    administrator: await one('administrator'),
    teacher: await one('teacher', { schoolId: school.id }),
    directorThere: there.director,
    contactThere: there.author,
  };
  leadOwn = cast.teamLead;
  code = school.code;
  watch = await startWatch(house, tenantId, people, abroad);
});
afterAll(() => pages.close());

const visitor = (name: string): Visitor => {
  const found = watch.visitors.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** Does something through the API; from now on everybody asks for what it made. */
async function does(name: string, path: string, sent: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer = await visitor(name).api('POST', path, sent, headers);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  const made = JSON.parse(text) as { readonly id: string; readonly version: number };
  const address = answer.headers.get('location');
  if (address !== null) watch.add(address);
  return made;
}

async function sends(name: string, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await visitor(name).post(path, fields);
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
  const to = answer.headers.get('location') ?? '';
  watch.add(to);
  return to;
}

const writers = ['lead', 'partnershipDirector', 'policyAdviser'];

test('a plan that is being written is noticed by its writers alone', { timeout: 120_000 }, async () => {
  asks('/verantwoording', '/ondersteuningsplan', '/api/v1/plans', '/api/v1/priorities', '/api/v1/ambitions');
  let plan = '';
  let priority = '';
  expect(
    await noticed(async () => {
      ({ id: plan } = await does('lead', '/plans', {
        name: 'Plan voor later',
        from: '2027-08-01',
        to: '2031-07-31',
      }));
      watch.add(`/ondersteuningsplan/${plan}`, `/ondersteuningsplan/${plan}/geschiedenis`);
    }),
  ).toEqual(writers);
  expect(
    await noticed(async () => {
      ({ id: priority } = await does('policyAdviser', '/priorities', { planId: plan, name: 'Dichtbij' }));
      const target = { startValue: 1, targetValue: 9, targetOn: '2031-07-31', ownerId: leadOwn };
      const { id } = await does('lead', '/ambitions', {
        ...{ priorityId: priority, name: 'Vaste dagen', indicator: 'Scholen', unit: 'scholen' },
        ...target,
      });
      watch.add(`/ondersteuningsplan/ambities/${id}`);
    }),
  ).toEqual(writers);
});

const ofSchool = ['contact', 'coordinator', 'director'];

test('a judgement of a school is noticed there and by the team lead', { timeout: 120_000 }, async () => {
  asks(
    ...[
      '/resultaten',
      '/resultaten/basic_support',
      '/resultaten/basisondersteuning',
      '/api/v1/basic-support',
    ],
    ...[
      `/resultaten/basisondersteuning/${code}`,
      `/scholen/${code}`,
      `/api/v1/measures/basic_support?${period}`,
    ],
  );
  const criteria = await (await visitor('contact').api('GET', '/basic-support-criteria')).json();
  const nths = (criteria as { readonly items: readonly { readonly criterion: number }[] }).items;
  let form = { id: '', version: 0 };
  expect(
    await noticed(async () => {
      form = await does('contact', '/basic-support', {
        ...{ schoolCode: code, judgedOn: '2026-05-04' },
        judgements: nths.map(({ criterion }) => ({ criterion, level: 'met', words: 'Op orde.' })),
      });
    }),
  ).toEqual([...ofSchool, 'lead']);
  expect(
    await noticed(() => does('director', `/basic-support/${form.id}/steps`, { step: 'agree' }, form.version)),
  ).toEqual([...ofSchool, 'lead']);
});

test('an answer to the yearly question is its giver’s, and its grade the team lead’s once it is given', {
  timeout: 120_000,
}, async () => {
  asks(
    ...['/resultaten', '/resultaten/satisfaction', '/resultaten/jaarvraag', '/api/v1/yearly-answers'],
    ...[
      `/resultaten/jaarvraag/${code}`,
      '/api/v1/yearly-words?year=2025',
      `/api/v1/measures/satisfaction?${period}`,
    ],
  );
  const say = (draft: boolean) => ({ grade: 8, wentWell: 'Snel hulp.', draft });
  let answer = { id: '', version: 0 };
  expect(
    await noticed(async () => {
      answer = await does('director', '/yearly-answers', { schoolCode: code, ...say(true) });
    }),
  ).toEqual(['director']);
  expect(
    await noticed(() => does('director', `/yearly-answers/${answer.id}`, say(false), answer.version)),
  ).toEqual(['director', 'lead']);
});

test('a report is noticed by who may read it, a saved view by who saved it', {
  timeout: 120_000,
}, async () => {
  asks('/resultaten/rapporten', '/mijn/weergaven', '/api/v1/saved-views');
  let report = '';
  expect(
    await noticed(async () => {
      report = await sends('director', '/resultaten/rapporten/nieuw', {
        ...{ subject: `school:${code}`, period: '2026-02-01_2026-04-30' },
      });
      watch.add(`${report}/rapport.pdf`);
    }),
  ).toEqual(ofSchool);
  expect(await noticed(() => makeReports(pages.stage.database))).toEqual(ofSchool);
  expect(
    await noticed(async () => {
      await sends('specialist', '/mijn/weergaven', { name: 'Open', address: '/vragen?staat=open' });
      await does('lead', '/saved-views', { name: 'Alles', address: '/vragen?staat=open' });
    }),
  ).toEqual(['lead', 'specialist']);
});
