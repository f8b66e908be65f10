/** The job on the demonstration; and everybody who reads releases, all together, against the solver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangesOf } from '../../../tests/support/attacker.ts';
import { actorOf, comeIn, type House, openHouse, peopleWith } from '../../../tests/support/house.ts';
import {
  tellingsFor,
  tellingsInOpenData,
  tellingsInReport,
  told,
} from '../../../tests/support/other-doors.ts';
import {
  gather,
  isUntold,
  knownOf,
  questionsOf,
  type Row,
  type Seen,
  sumsOf,
  toldOf,
} from '../../../tests/support/released.ts';
import { shareOf } from '../../../tests/support/share.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { type Database, LawRefused, sql, Unavailable } from '../../platform/database.ts';
import { boardsOf } from '../../platform/pure/actor.ts';
import { grouped } from '../measures/figure.rules.ts';
import { type Measure, measureOf, measures } from '../measures/measure.rules.ts';
import { headOf } from './kin.rules.ts';
import { makeReleases } from './release.jobs.ts';
import { findPublicReleases } from './release.store.ts';

let house: House;
let superuser: Awaited<ReturnType<typeof openSuperuser>>;
let audited = 0;
beforeAll(async () => {
  house = await openHouse();
  superuser = await openSuperuser(house.fresh);
  // Of the smaller partnership: the releases of the other one were made by the same job when the demonstration was loaded.
  await superuser.query(`set session_replication_role = replica;
    delete from measure_release_cell c using tenant t where t.tenant_id = c.tenant_id and t.code <> 'rotterdam';
    delete from measure_release r using tenant t where t.tenant_id = r.tenant_id and t.code <> 'rotterdam';
    set session_replication_role = origin`);
  audited = await counted(`audit where action = 'release'`);
}, 300_000);
afterAll(async () => {
  await superuser.end();
  await house.close();
});

const counted = async (query: string): Promise<number> =>
  Number((await superuser.query<{ n: string }>(`select count(*) as n from ${query}`)).rows[0]?.n);

/** What is released again here. */
const again = `measure_release join tenant t using (tenant_id) where t.code <> 'rotterdam'`;

describe('the job', () => {
  it('goes on where it was ended, and never leaves half a release', async () => {
    let asked = 0;
    // The end comes between any two of its statements: each keeps a period whole or not at all.
    const ended: Database = {
      ...house.operator,
      ask: async (query) => {
        asked += 1;
        if (asked === 8) throw new Unavailable('killed');
        return house.operator.ask(query);
      },
    };
    await expect(makeReleases(ended)).rejects.toThrow(Unavailable);
    const before = await counted(again);
    const kept = await makeReleases(house.operator);
    expect(before).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
    expect(await counted(again)).toBe(before + kept);
    expect(await makeReleases(house.operator)).toBe(0);
    // Every measure of a period was kept with it, and each has cells.
    expect(
      await counted(`(select 1 from measure_release group by tenant_id, span, starts_on
        having count(*) <> case span when 'year' then ${measures.length} else ${quarterly} end) x`),
    ).toBe(0);
    expect(
      await counted(
        'measure_release r where not exists (select from measure_release_cell c where c.release_id = r.id)',
      ),
    ).toBe(0);
  }, 60_000);
  const quarterly = measures.filter(({ releasedPer }) => releasedPer === 'quarter').length;

  it('tells no day that is not over for two weeks, and leaves a row behind for each period', async () => {
    expect(await counted('measure_release where ends_on + 14 > current_date')).toBe(0);
    expect((await counted(`audit where action = 'release'`)) - audited).toBe(
      await counted(`(select distinct span, starts_on from ${again}) x`),
    );
  });

  it('cannot be taken back or changed, by its owner either', async () => {
    for (const change of ['update measure_release_cell set n = null', 'delete from measure_release']) {
      await expect(
        superuser.query(`set role kortelijn_owner; set row_security = off; ${change}`),
      ).rejects.toThrow();
      await superuser.query('reset role; reset row_security');
      await expect(superuser.query(change)).rejects.toThrow('releasedStays');
    }
  });

  it('tells one number for measures that count the same cases, or none', async () => {
    // Thousands of cells were made just now: without knowing that, PostgreSQL once took 20 seconds to join them, else a tenth of one.
    await superuser.query('analyze measure_release, measure_release_cell');
    const kin = measures.map(({ code }) => `('${code}', '${headOf(code)}')`).join();
    const pairs = `measure_release r join (values ${kin}) k (code, head) on k.code = r.measure and k.head <> k.code
      join measure_release h on h.tenant_id = r.tenant_id and h.measure = k.head and h.span = r.span and h.starts_on = r.starts_on
      join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id and c.part = ''
      join measure_release_cell d on d.tenant_id = h.tenant_id and d.release_id = h.id and d.part = '' and d.dimension = c.dimension
        and d.key = c.key and d.board_id is not distinct from c.board_id`;
    expect(await counted(`${pairs} where c.n is distinct from d.n or c.kept_n <> d.kept_n`)).toBe(0);
    expect(await counted(`${pairs} where c.n is not null`)).toBeGreaterThan(100);
    expect(await counted(`${pairs} where c.n is null`)).toBeGreaterThan(100);
  });

  it('is refused a period that is open, and within anybody’s request', async () => {
    const tenant = (await superuser.query<{ id: string }>('select tenant_id as id from tenant limit 1'))
      .rows[0]?.id;
    const keep = sql`select keep_releases(${tenant}, 'year', '2099-08-01', '2100-08-01', '[]', null)`;
    await expect(house.operator.ask(keep)).rejects.toThrow(LawRefused);
    const [lead] = await peopleWith(house, 'team_lead');
    if (lead === undefined) throw new Error('nobody leads');
    await expect(house.operator.write(lead, (tx) => tx.rows(keep))).rejects.toThrow('only a job');
  });
});

/** Each measure asks every door hundreds of times: a twentieth of both partnerships in an ordinary run, `RELEASES=1` takes all. */
const share = shareOf('RELEASES', 20);
const tenants = ['rotterdam', 'oss-uden'];
const asked = tenants
  .flatMap((tenant) => measures.map((measure) => [tenant, measure.code] as const))
  .filter((_, nth) => share.takes(nth));

describe('a board member, a policy adviser, the director and a visitor together, who know which school lies where', () => {
  let shown = 0;
  it.each(asked)(
    'find no small count in %s of %s, and no hours that were hidden',
    async (tenant, code) => {
      const measure = measureOf(code);
      const { periods, boards, schools, kept } = await knownOf(superuser, tenant, code);
      const people = await Promise.all(
        (['board_member', 'policy_adviser', 'partnership_director'] as const).map(async (role) => {
          const person = (await peopleWith(house, role, tenant))[0];
          if (person === undefined) throw new Error(`nobody is ${role}`);
          return comeIn(house, person);
        }),
      );
      const boardsRead = await Promise.all(
        people.map(async (who) => {
          const answer = await who.api('GET', '/measures/hours_done?released=true&by=board');
          return ((await answer.json()) as { readonly rows: readonly Row[] }).rows.map(({ key }) => key);
        }),
      );
      const own = boardsRead[0] ?? [];
      expect(boardsRead.map(({ length }) => length)).toEqual([1, boards.length, boards.length]);
      const seen: Seen = new Map();
      const hours: Seen = new Map();
      const questions = questionsOf(measure, periods, boards);
      // Who reads every board reads the same: they ask in turns. A board member asks of their own, and once of another.
      for (const [nth, who] of people.entries()) {
        const theirs = questions.filter(({ board }, at) =>
          nth === 0
            ? board === 'all' || own.includes(board) || at === questions.length - 1
            : at % 2 === nth - 1,
        );
        await gather(who, measure, theirs, seen, hours);
      }
      await expectPublic(people[0]?.person.tenantId ?? '', measure, seen);
      const open = toldOf(seen);
      shown += open.size;
      const isLarge = (id: string) => isUntold(id) && (kept.get(id) ?? 0) >= 5;
      const counts = [...(await rangesOf(sumsOf(seen, periods, schools), open))].filter(
        ([id, { least, most }]) => !isLarge(id) && (most - least < 1 - 1e-6 || (most < 5 && least > 1e-6)),
      );
      const amounts = [...(await rangesOf(sumsOf(hours, periods, schools), toldOf(hours)))].filter(
        ([id, { least, most }]) => !isLarge(id) && most - least < 1e-4,
      );
      expect([measure.code, ...counts, ...amounts]).toEqual([measure.code]);
      // The control: what is split has something to hide.
      if (measure.dimensions.length > 0) expect(seen.size - open.size).toBeGreaterThan(0);
    },
    300_000,
  );
  if (share.whole) it('are told something', () => expect(shown).toBeGreaterThan(400));
});

describe('every other door', () => {
  it('tells of a cell what its release tells: pages, reports, open data, counts of questions', async () => {
    const { rows } = await superuser.query<{
      cell: string;
      n: number | null;
      kept: number;
      from: string;
      to: string;
    }>(
      `select concat_ws('|', r.measure, r.starts_on || ' ' || r.ends_on - 1, coalesce(b.code, 'all'),
          case c.dimension when 'all' then 'all' else c.dimension || ':' || c.key end, c.part) as cell, c.n, c.kept_n as kept,
          r.starts_on::text as from, (r.ends_on - 1)::text as to
        from measure_release r join measure_release_cell c on c.tenant_id = r.tenant_id and c.release_id = r.id
        join tenant t on t.tenant_id = r.tenant_id left join board b on b.tenant_id = c.tenant_id and b.id = c.board_id
        where t.code = 'rotterdam' order by r.span = 'year' desc, r.starts_on desc`,
    );
    const released = new Map(rows.map(({ cell, n }) => [cell, n ?? ('<5' as const)]));
    const [year] = rows;
    if (year === undefined) throw new Error('nothing was released');
    const actors = await Promise.all(
      (['board_member', 'partnership_director', 'policy_adviser'] as const).map(async (role) => {
        const [person] = await peopleWith(house, role);
        if (person === undefined) throw new Error(`nobody is ${role}`);
        return actorOf(house, person);
      }),
    );
    const tellings = await tellingsInOpenData(house, 'rotterdam');
    for (const actor of actors) {
      const [board = null] = boardsOf(actor);
      tellings.push(
        ...(await tellingsFor(house, actor, year, board?.code ?? 'all')),
        ...(await tellingsInReport(house, actor, year, board)),
      );
    }
    expect(told(tellings, released)).toEqual([]);
    const doors = grouped(tellings, ({ door }) => door);
    expect([...doors.keys()].toSorted()).toEqual(['open data', 'page', 'questions', 'report', 'words']);
    for (const [door, some] of doors)
      expect([door, some.every(({ cell }) => released.has(cell))]).toEqual([door, true]);
    // The control: a door that counts by itself tells what is hidden, and is noticed.
    const counted = new Map(rows.map(({ cell, kept }) => [cell, kept]));
    const loose = tellings.map((one) => ({ ...one, n: counted.get(one.cell) ?? one.n }));
    expect(told(loose, released).length).toBeGreaterThan(10);
  }, 120_000);
});

/** A visitor is told the same of the partnership, and of boards nothing. */
async function expectPublic(tenantId: string, measure: Measure, seen: Seen): Promise<void> {
  const cells = await house.database.read('visitor', (reader) =>
    findPublicReleases(reader, tenantId, [measure.code]),
  );
  for (const { dimension, part, from, to, n } of cells)
    if (dimension === 'all' && part === '')
      expect(seen.get(`${from} ${to}|all|all|`), `${measure.code} ${from}`).toBe(n ?? '<5');
}
