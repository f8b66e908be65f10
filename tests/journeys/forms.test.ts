/** Tricks with forms and texts: what is typed stays text, what is another's stays there, what is broken is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { aCast, aNoteBy, anAppointment, type Cast } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';

let pages: Pages;
let here: Cast;
let abroad: Cast;
let administrator: Visitor;

beforeAll(async () => {
  pages = await openPages();
  here = pages.cast;
  abroad = await aCast(pages.stage);
  const { tenantId } = here;
  const personId = await anAppointment(pages.stage, 'administrator', { tenantId });
  administrator = await comeIn(pages.house, { tenantId, personId });
});
afterAll(() => pages.close());

describe('what looks like code', () => {
  const payload = `<script>alert(1)</script><img src=x onerror="alert(2)">'"/><svg/onload=alert(3)>`;

  it('is shown as it was typed, on every page and in every title', async () => {
    await pages.house.operator.write({ operatorFor: here.tenantId }, async (tx) => {
      for (const table of ['person', 'school', 'board'] as const)
        if (table === 'person')
          await tx.run(
            sql`update person set name = ${payload}, phone = ${payload} where tenant_id = ${here.tenantId}`,
          );
        else if (table === 'school')
          await tx.run(
            sql`update school set name = ${payload}, city = ${payload}, website = null where tenant_id = ${here.tenantId}`,
          );
        else await tx.run(sql`update board set name = ${payload} where tenant_id = ${here.tenantId}`);
    });
    const author = await comeIn(pages.house, { tenantId: here.tenantId, personId: here.author });
    const id = await aNoteBy(pages.stage, here, here.author, {
      observation: payload,
      occasion: payload,
      theme: payload.slice(0, 90),
    });
    pages.stage.at('2026-03-02T08:10:00Z');
    const [fresh, admin] = await Promise.all([
      comeIn(pages.house, author.person),
      comeIn(pages.house, administrator.person),
    ]);
    const seen = [
      ...[
        '/',
        '/zorgen',
        `/zorgen/${id}`,
        `/zorgen/${id}/aanpassen`,
        '/gesprekken',
        '/mijn',
        '/scholen',
        `/scholen/${here.school.code}`,
        `/scholen?zoek=${encodeURIComponent(payload)}`,
      ].map((path) => [path, fresh] as const),
      ...[
        '/beheer/mensen',
        '/beheer/scholen',
        '/beheer/besturen',
        `/beheer/mensen/${here.author}`,
        `/beheer/scholen/${here.school.id}`,
      ].map((path) => [path, admin] as const),
    ];
    let shown = 0;
    for (const [path, who] of seen) {
      const html = await (await who.get(path)).text();
      expect(html, path).not.toMatch(/<script>alert|<img src=x|<svg\/onload|="[^"]*<script/);
      if (html.includes('&lt;script>alert(1)')) shown += 1;
    }
    expect(shown).toBeGreaterThan(8);
  });

  it('comes back as text from a form that was refused', async () => {
    const answer = await administrator.post('/beheer/mensen/nieuw', { name: payload, email: payload });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('&lt;script>alert(1)');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('a form of the registers', () => {
  it('reaches nothing of another partnership, by address or by field', async () => {
    const { tenantId } = abroad;
    const ids = await pages.house.operator.read({ operatorFor: tenantId }, (reader) =>
      reader.rows<{ register: string; id: string }>(sql`
        select 'mensen' as register, id from person where tenant_id = ${tenantId} union all
        select 'scholen', id from school where tenant_id = ${tenantId} union all
        select 'besturen', id from board where tenant_id = ${tenantId} union all
        select 'aanstellingen', id from appointment where tenant_id = ${tenantId}`),
    );
    const before = await everything(tenantId);
    for (const { register, id } of ids) {
      expect((await administrator.get(`/beheer/${register}/${id}`)).status).toBe(404);
      for (const path of [
        `/beheer/${register}/${id}`,
        `/beheer/mensen/${id}/toegang`,
        `/beheer/mensen/${id}/aanstelling`,
        `/beheer/aanstellingen/${id}/einde`,
      ]) {
        const fields = {
          _version: '1',
          name: 'Gekaapt',
          code: '99ZZ99',
          email: 'kaper@elders.example',
          suspend: 'true',
          role: 'administrator',
          from: '2026-01-01',
          to: '2026-03-03',
        };
        expect((await administrator.post(path, fields)).status, path).toBeGreaterThanOrEqual(400);
      }
    }
    const school = { name: 'Nieuw', code: '77AB00', board: abroad.boardId };
    expect((await administrator.post('/beheer/scholen/nieuw', school)).status).toBe(422);
    for (const place of [
      `school:${abroad.school.id}`,
      `board:${abroad.boardId}`,
      'school:x',
      'board:',
      '__proto__',
    ]) {
      const fields = {
        role: place.startsWith('board') ? 'board_member' : 'teacher',
        place,
        from: '2026-01-01',
      };
      expect(
        (await administrator.post(`/beheer/mensen/${here.author}/aanstelling`, fields)).status,
        place,
      ).toBe(422);
    }
    expect(await everything(tenantId)).toEqual(before);
  });

  it('takes no field it did not ask for', async () => {
    const fields = {
      name: 'Nieuw bestuur',
      code: 'N1',
      tenant_id: abroad.tenantId,
      id: abroad.boardId,
      version: '99',
      source: 'duo',
    };
    expect((await administrator.post('/beheer/besturen/nieuw', fields)).status).toBe(303);
    const [row] = await pages.house.operator.read({ operatorFor: here.tenantId }, (reader) =>
      reader.rows<object>(
        sql`select tenant_id as tenant, version, source from board where name = 'Nieuw bestuur'`,
      ),
    );
    expect(row).toEqual({ tenant: here.tenantId, version: 1, source: null });
  });

  it('says what it cannot keep instead of breaking', async () => {
    for (const odd of ['\0', 'a\0b', 'a\0@b', '\ud83d\0']) {
      for (const field of [
        'name',
        'email',
        'phone',
        'code',
        'role',
        'place',
        'from',
        'board',
        '_key',
        '_version',
        'file',
        'packed',
      ]) {
        for (const path of [
          '/beheer/mensen/nieuw',
          '/beheer/besturen/nieuw',
          '/beheer/scholen/nieuw',
          '/beheer/vakanties/nieuw',
          `/beheer/mensen/${here.author}/aanstelling`,
          '/beheer/scholen/importeren',
          '/beheer/scholen/importeren/uitvoeren',
        ]) {
          const lawful = {
            name: 'Iemand',
            email: `p${Math.random()}@proef.example`,
            code: '66AB00',
            role: 'teacher',
            from: '2026-01-01',
          };
          const answer = await administrator.post(path, { ...lawful, [field]: odd });
          expect(answer.status, `${path} ${field}`).toBeLessThan(500);
        }
      }
    }
  });

  it('with a flood of fields is turned away at once', async () => {
    const began = performance.now();
    const fields = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, nth) => [`a.${nth % 1_000}.${nth}`, 'x']),
    );
    expect((await administrator.post('/beheer/besturen/nieuw', fields)).status).toBe(400);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

/** All rows of a partnership, as text. */
const everything = (tenantId: string) =>
  pages.house.operator.read({ operatorFor: tenantId }, (reader) =>
    reader.rows(sql`select x::text from person x where tenant_id = ${tenantId} union all
      select x::text from school x where tenant_id = ${tenantId} union all
      select x::text from board x where tenant_id = ${tenantId} union all
      select x::text from appointment x where tenant_id = ${tenantId} order by 1`),
  );
