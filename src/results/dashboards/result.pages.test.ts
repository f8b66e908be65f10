/** Results on the demonstration: every number leads to as many cases as it says, and nobody else finds any. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, comeIn, type House, openHouse, peopleWith } from '../../../tests/support/house.ts';
import { shareOf } from '../../../tests/support/share.ts';
import { type Database, sql } from '../../platform/database.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import { addDays, dayOf } from '../../platform/pure/dates.ts';
import { type Dimension, isMeasureCode, type MeasureCode, measures } from '../measures/measure.rules.ts';
import { schoolYearOf } from '../measures/period.rules.ts';
import { linkOf } from './case.words.ts';
import { findCases } from './cases.store.ts';
import { mayAsk } from './dashboard.access.ts';
import { findGround } from './ground.ts';
import { findMeasure } from './live-view.ts';
import { casesAsked, casesQuery } from './result.input.ts';
import { latestReleasedYear, spanOf } from './span.rules.ts';
import type { View } from './view.ts';

let house: House;
let database: Database;
const today = dayOf(Date.now());
beforeAll(async () => {
  house = await openHouse();
  database = house.database;
}, 300_000);
afterAll(() => house.close());

const insiders = [
  'team_lead',
  'contact_person',
  'specialist',
  'school_director',
  'support_coordinator',
  'committee_secretary',
] as const;
const outsiders = ['board_member', 'partnership_director', 'policy_adviser'] as const;
/** Who has the most to see among three. */
const someoneWith = async (role: Role) =>
  (await peopleWith(house, role))[0] ?? Promise.reject(new Error(role));
const actorWith = async (role: Role): Promise<Actor> => actorOf(house, await someoneWith(role));

/** This school year and the one before, which the demonstration has worked in. */
const period = { from: `${schoolYearOf(today) - 1}-08-01`, to: today };

/** Each address of cases that a figure gives, with how many it says there are. */
function linksOf({ measure, rows, totals, about }: View): readonly (readonly [href: string, n: number])[] {
  const [first] = totals;
  const pieces = first?.figure.parts ?? [];
  const isKinds = measure.kind === 'levels';
  return [
    [about.counted?.href ?? '', Number(about.counted?.n)],
    ...[...rows.slice(0, 2), ...rows.slice(-1), ...totals].flatMap(({ href, hrefBefore, figure, before }) => [
      ...(href === undefined ? [] : [[href(), Number(figure.n)] as const]),
      ...(hrefBefore === undefined ? [] : [[hrefBefore, Number(before?.n)] as const]),
    ]),
    ...pieces.map(({ key, n }): readonly [string, number] => {
      const [kind = '', value] = isKinds ? key.split(':') : measure.kind === 't' ? [key] : ['', key];
      const at = value === undefined ? {} : { min: Number(value), max: Number(value) };
      return [first?.href?.({ ...(kind === '' ? {} : { kind }), ...at }) ?? '', Number(n)];
    }),
    ...(first?.figure.open === undefined
      ? []
      : [[first.href?.({ open: true }) ?? '', Number(first.figure.open)] as const]),
  ];
}

async function countAt(actor: Actor, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://proef');
  const code = pathname.split('/')[2] ?? '';
  if (!isMeasureCode(code)) throw new Error(href);
  const query = casesQuery.parse(Object.fromEntries(searchParams));
  const asked = casesAsked(code, query, today);
  return (await database.read(actor, (reader) => findCases(reader, actor, { ...asked, limit: 1 }))).n;
}

const viewFor = (actor: Actor, code: MeasureCode, by: Dimension | null) =>
  findMeasure(database, actor, { code, by }, spanOf(period, today), today);

/** `CASES=1` asks every measure by all it can be split by; unless told each commit another eighth. */
const share = shareOf('CASES', 8);

describe('a number', () => {
  it.each(insiders)(
    'leads a %s to exactly as many cases, whole, split and in pieces',
    async (role) => {
      const actor = await actorWith(role);
      const asked = measures
        .filter(({ code }) => mayAsk(actor, 'live', code))
        .flatMap(({ code, dimensions }) => [null, ...dimensions].map((by) => ({ code, by })))
        .filter((_, nth) => share.takes(nth));
      let told = 0;
      for (const { code, by } of asked) {
        const links = new Map(linksOf(await viewFor(actor, code, by)));
        for (const [href, n] of links) {
          expect([href, await countAt(actor, href)]).toEqual([href, n]);
          if (n > 0) told += 1;
        }
      }
      if (role === 'team_lead') expect(told).toBeGreaterThan(10);
    },
    120_000,
  );

  it('leads on from page to page without missing a case or showing one twice', async () => {
    const actor = await actorWith('team_lead');
    const asked = casesAsked('hand_offs', casesQuery.parse(period), today);
    const seen: string[] = [];
    let after: { on: string; id: string } | undefined;
    let n = 0;
    do {
      const page = await database.read(actor, (reader) =>
        findCases(reader, actor, { ...asked, limit: 20, after }),
      );
      seen.push(...page.cases.slice(0, 20).map(({ id }) => id));
      const last = page.cases.length > 20 ? page.cases[19] : undefined;
      after = last && { on: last.on, id: last.id };
      n = page.n;
    } while (after !== undefined);
    expect(n).toBeGreaterThan(40);
    expect(new Set(seen).size).toBe(n);
    expect(seen).toHaveLength(n);
  });

  it.each(['team_lead', 'contact_person', 'school_director'] as const)(
    'leads a %s to cases that open',
    async (role) => {
      const who = await someoneWith(role);
      const [actor, visitor] = [await actorOf(house, who), await comeIn(house, who)];
      let opened = 0;
      for (const measure of measures.filter(({ code }) => mayAsk(actor, 'live', code))) {
        const asked = casesAsked(measure.code, casesQuery.parse(period), today);
        const { cases } = await database.read(actor, (reader) =>
          findCases(reader, actor, { ...asked, limit: 1 }),
        );
        const href = cases[0] && linkOf(measure, cases[0])?.href;
        if (href === undefined) continue;
        expect([measure.code, href, (await visitor.get(href)).status]).toEqual([measure.code, href, 200]);
        opened += 1;
      }
      expect(opened).toBeGreaterThan(5);
    },
  );
});

describe('cases that nothing else tells apart', () => {
  it.each(['basic_support', 'special_reach', 'capacity_use'] as const)('of %s have a name', async (code) => {
    const actor = await actorWith('team_lead');
    const asked = casesAsked(code, casesQuery.parse({ period: `${schoolYearOf(today) - 1}` }), today);
    const { cases } = await database.read(actor, (reader) =>
      findCases(reader, actor, { ...asked, limit: 200 }),
    );
    expect(cases.length).toBeGreaterThan(5);
    for (const { called } of cases) expect(called).toMatch(/\p{Lu}/u);
    const lines = cases.map(({ school, called }) => `${school?.code} ${called}`);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('what was done for an ambition', () => {
  const roles = ['team_lead', 'contact_person', 'school_director'] as const;
  it.each(roles)('leads a %s to exactly those rows, on the page and in the API', async (role) => {
    const visitor = await comeIn(house, await someoneWith(role));
    const countedIn = async (path: string) => {
      const { items, next } = await (await visitor.api('GET', path)).json();
      expect(next).toBeNull();
      return items;
    };
    let told = 0;
    for (const { id } of await countedIn('/ambitions?limit=100')) {
      const { coverage } = await (await visitor.api('GET', `/ambitions/${id}`)).json();
      const { questions, goals, visits, stationings } = coverage;
      const numbers = [questions, goals, visits.count, stationings.count];
      const page = await (await visitor.get(`/ondersteuningsplan/ambities/${id}`)).text();
      const doors = [
        '/vragen?',
        '/doelen?',
        '/inzet/bezoeken?',
        '/inzet/stationeringen?toon=afgesproken&amp;',
      ];
      expect(doors.map((door) => page.includes(`${door}ambitie=${id}`))).toEqual(numbers.map((n) => n > 0));
      const lists = ['support-questions', 'goals', 'visits', 'stationings'];
      const found = await Promise.all(lists.map((list) => countedIn(`/${list}?limit=100&ambitionId=${id}`)));
      const agreed = found[3].filter(
        ({ status }: { status: string }) => !['proposed', 'withdrawn'].includes(status),
      );
      expect([...found.slice(0, 3), agreed].map(({ length }) => length)).toEqual(numbers);
      if (goals > 0)
        expect(
          (await (await visitor.get(`/doelen?ambitie=${id}`)).text()).split('href="/doelen/'),
        ).toHaveLength(goals + 1);
      told += questions + goals + visits.count + stationings.count;
    }
    expect(told).toBeGreaterThan(role === 'team_lead' ? 20 : 0);
  });

  it.each([...roles, 'teacher', 'policy_adviser'] as const)(
    'is for a %s the same on the page of the whole plan, and leads to the same rows',
    async (role) => {
      const visitor = await comeIn(house, await someoneWith(role));
      const json = async (path: string) => (await visitor.api('GET', path)).json();
      const plans: readonly { id: string; status: string }[] = (await json('/plans')).items;
      const plan = plans.find(({ status }) => status === 'adopted')?.id ?? '';
      const { items } = await json(`/plans/${plan}/coverage`);
      expect(items.length).toBeGreaterThan(5);
      const page = await (await visitor.get(`/ondersteuningsplan/${plan}/dekking`)).text();
      for (const { id, coverage } of items) {
        expect(coverage).toEqual((await json(`/ambitions/${id}`)).coverage);
        const { questions, goals, visits, stationings, pilots, posts } = coverage;
        const named = `/ondersteuningsplan/ambities/${id}#gedaan`;
        for (const [href, n] of [
          [`/vragen?ambitie=${id}`, questions],
          [`/doelen?ambitie=${id}`, goals],
          [`/inzet/bezoeken?ambitie=${id}`, visits.count],
          [`/inzet/stationeringen?toon=afgesproken&amp;ambitie=${id}`, stationings.count],
          ...[pilots.length, posts.length].filter((many) => many > 0).map((many) => [named, many]),
        ])
          expect([href, page.includes(`<a href="${href}">${n}<span`)]).toEqual([href, n > 0]);
      }
      // Of work that its reader cannot read, the page does not say that there is none.
      expect(page.includes('nog niets</strong>')).toBe(role === 'team_lead');
      expect(page.includes('Geteld is wat u zelf kunt lezen')).toBe(role !== 'team_lead');
    },
  );
});

describe('who does not work on records', () => {
  it.each(outsiders)('(%s) is led to no case, and finds none', async (role) => {
    const visitor = await comeIn(house, await someoneWith(role));
    const page = await (await visitor.get('/resultaten')).text();
    expect(page).toContain('Vastgezet op');
    expect(page).not.toContain('/gevallen');
    expect(page).not.toContain('zelfde dagen');
    const one = await visitor.get('/resultaten/hand_offs?by=expertise');
    expect(one.status).toBe(200);
    expect(await one.text()).not.toContain('/gevallen');
    expect((await visitor.get('/resultaten/hand_offs/gevallen')).status).toBe(404);
    const lead = await comeIn(house, await someoneWith('team_lead'));
    expect((await lead.get('/resultaten/hand_offs/gevallen')).status).toBe(200);
  });

  it.each(outsiders)('(%s) is told that an overview of a quarter is of its year', async (role) => {
    const visitor = await comeIn(house, await someoneWith(role));
    const year = schoolYearOf(latestReleasedYear(today).from);
    const overview = async (period: string) => (await visitor.get(`/resultaten?period=${period}`)).text();
    for (const period of [`${year}-11-01`, `${year}`]) {
      const html = await overview(period);
      expect(html).toContain(`, schooljaar ${year}-${year + 1}. Vastgezet op`);
      expect(html.includes('Dit overzicht is er per schooljaar')).toBe(period.length > 4);
    }
  });

  it('(a school) knows nothing of contracts', async () => {
    const director = await comeIn(house, await someoneWith('school_director'));
    for (const path of ['', '/gevallen', '/cijfers.csv'])
      expect((await director.get(`/resultaten/capacity_use${path}`)).status).toBe(404);
    expect((await director.get('/resultaten/hand_offs')).status).toBe(200);
  });
});

describe('a figure', () => {
  it('stands beside the partnership by the same own cases, the year that was released itself too', async () => {
    const contact = await actorWith('contact_person');
    const asked = measures.filter(({ code }) => mayAsk(contact, 'live', code));
    const year = latestReleasedYear(today);
    const ownIn = async (to: string) => {
      const span = spanOf({ from: year.from, to }, today);
      const { groups } = await database.read(contact, (reader) =>
        findGround(
          (work) => work(reader),
          contact,
          asked.map(({ code }) => ({ code, by: null })),
          span,
          today,
        ),
      );
      return groups
        .filter((group) => group.period === 'own')
        .map((group) => JSON.stringify(group))
        .toSorted();
    };
    const own = await ownIn(year.to);
    expect(own.length).toBeGreaterThan(10);
    expect(own).toEqual(await ownIn(addDays(year.to, -1)));
  });

  it.each(['team_lead', 'contact_person', 'partnership_director', 'board_member'] as const)(
    'of what was done stands beside what was planned for a %s, the same as on its own page',
    async (role) => {
      const visitor = await comeIn(house, await someoneWith(role));
      const seen = async (href: string) => (await visitor.get(href)).text();
      const besideOf = (html: string) =>
        /van dezelfde dagen: <a href="([^"]+)">[^<]+<\/a>, ([^<]*?)(?: uren)?\. Gepland/
          .exec(html)
          ?.slice(1) ?? [];
      const cellsOf = (html: string) =>
        html
          .slice(html.indexOf('Alles samen'))
          .replace(/<\/t[dh]>/g, '|')
          .replace(/<[^>]+>/g, '')
          .split('|');
      const done = await seen(
        `/resultaten/hours_done?by=kind&period=${latestReleasedYear(today).from.slice(0, 4)}`,
      );
      const [href = '', planned] = besideOf(done);
      const other = await seen(href.replaceAll('&amp;', '&'));
      expect(cellsOf(other)).toContain(planned);
      expect(cellsOf(done)).toContain(besideOf(other)[1]);
      expect(await seen('/resultaten/hours_done?by=quarter')).not.toContain('van dezelfde dagen');
    },
  );

  it('of a board is not split by area, nor a quarter of it by anything', async () => {
    const seen = async (role: Role, query: string) =>
      (await (await comeIn(house, await someoneWith(role))).get(`/resultaten/hours_done?${query}`)).text();
    const area = '<option value="area"';
    const board =
      'board=' +
      (/name="board"[\s\S]*?<option value="([^"]+)"/.exec(await seen('policy_adviser', ''))?.[1] ?? '');
    expect(await seen('policy_adviser', 'by=area')).toContain(area);
    for (const html of [
      await seen('policy_adviser', `by=area&${board}`),
      await seen('board_member', 'by=area'),
    ]) {
      expect(html).not.toContain(area);
      expect(html).not.toContain('Niets geteld');
    }
    expect(await seen('board_member', 'by=expertise&period=2025-08-01')).toContain('Zo niet vastgezet');
  });

  it('is downloaded as it stands in its table', async () => {
    const lead = await comeIn(house, await someoneWith('team_lead'));
    const query = `?by=level&from=${period.from}&to=${period.to}`;
    const csv = await (await lead.get(`/resultaten/hand_offs/cijfers.csv${query}`)).text();
    const page = await (await lead.get(`/resultaten/hand_offs${query}`)).text();
    const [head = '', ...lines] = csv.replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe('Waar de vraag over gaat;Geen;Eén;Twee;Drie of meer;Samen');
    const table = page.slice(page.indexOf('<table'), page.indexOf('</table>'));
    const cells = [...table.matchAll(/<(?:th|td) [^>]*>(.*?)<\/(?:th|td)>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, ''),
    );
    expect(cells).toEqual([head, ...lines].flatMap((line) => line.split(';')));
  });

  it('is not of days of which nothing was written down', async () => {
    const actor = await actorWith('team_lead');
    const unvisited = (period: string) =>
      findMeasure(database, actor, { code: 'schools_unvisited', by: null }, spanOf({ period }, today), today);
    expect((await unvisited(`${schoolYearOf(today) - 1}`)).totals[0]?.figure.n).toBeGreaterThan(10);
    expect((await unvisited('2015')).totals[0]?.figure).toMatchObject({ n: 0, value: null });
  });

  it('says past its last case that there is nothing more, never that nothing was counted', async () => {
    const who = await someoneWith('team_lead');
    const lead = await comeIn(house, who);
    const [pilot] = await database.read(who, (reader) =>
      reader.rows<{ id: string }>(
        sql`select id from pilot where status = 'running' and starts_on < app_today()`,
      ),
    );
    const comparison = await (await lead.get(`/ontwikkeling/pilots/${pilot?.id}/vergelijking`)).text();
    const compared = (/href="([^"]*\/gevallen\?[^"]*)"/.exec(comparison)?.[1] ?? '').replaceAll('&amp;', '&');
    const cases = `/resultaten/hand_offs/gevallen?from=${period.from}&to=${period.to}`;
    const before = encodeURIComponent(`${period.from} 00000000-0000-0000-0000-000000000000`);
    for (const [first, past] of [
      [cases, `${cases}&after=${before}`],
      [compared, `${compared}&pagina=2000`],
    ] as const) {
      const [begins, ends] = [await (await lead.get(first)).text(), await (await lead.get(past)).text()];
      expect(begins).toContain('<table');
      expect(ends).toContain('Verder is er niets');
      expect(ends).toContain('Naar het begin');
      expect(ends).not.toContain('niets geteld');
    }
  });

  it('is of days and of measures that there are', async () => {
    const lead = await comeIn(house, await someoneWith('team_lead'));
    for (const wrong of ['from=2026-13-01', 'by=nothing', 'by=kind', 'after=x'])
      expect((await lead.get(`/resultaten/hand_offs/gevallen?${wrong}`)).status).toBe(404);
    expect((await lead.get('/resultaten/hand_offs?by=kind')).status).toBe(200);
    for (const path of ['/resultaten/nothing', '/resultaten/constructor'])
      expect((await lead.get(path)).status).toBe(404);
  });
});
