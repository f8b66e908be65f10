/** The job on the demonstration; and everybody who reads releases, all together, against the solver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Added, rangesOf } from '../../../tests/support/attacker.ts';
import { comeIn, type House, openHouse, peopleWith } from '../../../tests/support/house.ts';
import { shareOf } from '../../../tests/support/share.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { type Database, LawRefused, sql, Unavailable } from '../../platform/database.ts';
import type { Shown } from '../../platform/pure/suppression.ts';
import { type Measure, measures } from '../measures/measure.rules.ts';
import { makeReleases } from './release.jobs.ts';
import { findPublicReleases } from './release.store.ts';

let house: House;
let superuser: Awaited<ReturnType<typeof openSuperuser>>;
let audited = 0;
beforeAll(async () => {
  house = await openHouse();
  superuser = await openSuperuser(house.fresh);
  await superuser.query(`set session_replication_role = replica; delete from measure_release_cell; delete from measure_release;
    set session_replication_role = origin`);
  audited = await counted(`audit where action = 'release'`);
});
afterAll(async () => {
  await superuser.end();
  await house.close();
});

const counted = async (query: string): Promise<number> =>
  Number((await superuser.query<{ n: string }>(`select count(*) as n from ${query}`)).rows[0]?.n);

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
    const before = await counted('measure_release');
    const kept = await makeReleases(house.operator);
    expect(before).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
    expect(await counted('measure_release')).toBe(before + kept);
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
      await counted('(select distinct tenant_id, span, starts_on from measure_release) x'),
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

interface Row {
  readonly key: string;
  readonly n: Shown;
  readonly value: number | null;
  readonly open?: Shown;
  readonly of?: number;
  readonly parts?: readonly { readonly key: string; readonly n: Shown }[];
}
/** A count or an amount that somebody was shown, or was shown to be hidden. */
type Seen = Map<string, number | '<5'>;

/** All that a person is given through the API, of one measure: each period, board and way to split. */
async function gather(
  who: Awaited<ReturnType<typeof comeIn>>,
  measure: Measure,
  boards: readonly string[],
  seen: Seen,
  hours: Seen,
) {
  const splits = [undefined, ...measure.dimensions.filter((by) => by !== 'school')];
  for (const { from, to } of periods)
    for (const board of ['all', ...boards])
      for (const by of splits) {
        const asked = new URLSearchParams({ from, to, board, released: 'true', ...(by && { by }) });
        const answer = await who.api('GET', `/measures/${measure.code}?${asked}`);
        if (answer.status !== 200) continue;
        const { rows } = (await answer.json()) as { readonly rows: readonly Row[] };
        for (const row of rows) look(row, { from, to, board, by }, measure, seen, hours);
      }
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly board: string;
  readonly by: string | undefined;
}

function look(row: Row, { from, to, board, by }: Asked, measure: Measure, seen: Seen, hours: Seen): void {
  const name = (part: string) => {
    if (by === undefined) return `${from} ${to}|${board}|all|${part}`;
    if (by === 'board') return `${from} ${to}|${row.key}|all|${part}`;
    if (by === 'quarter') return `${row.key} ${quarterEnd(row.key)}|${board}|all|${part}`;
    return `${from} ${to}|${board}|${by}:${row.key}|${part}`;
  };
  const note = (where: Seen, id: string, n: number | '<5') => {
    const known = where.get(id);
    // The same number everywhere: one that is hidden here and shown there would be no secret.
    if (known !== undefined) expect(known, `${measure.code} ${id}`).toBe(n);
    where.set(id, n);
  };
  note(seen, name(''), row.n);
  if (row.open !== undefined) note(seen, name('open'), row.open);
  for (const part of row.parts ?? []) note(seen, name(part.key), part.n);
  if (measure.kind === 'sum') note(hours, name(''), row.value ?? '<5');
  // Hidden is hidden: no value beside it.
  if (row.n === '<5') expect([row.value, row.of ?? null]).toEqual([null, null]);
  if (measure.kind !== 'sum' && measure.kind !== 'count' && row.n !== '<5' && row.n < 10)
    expect(row.value).toBeNull();
}

const quarterEnd = (from: string) => {
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 3);
  end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
};

/** Every sum there is between what was seen: by each dimension, over boards, quarters and parts. */
function sumsOf(seen: Seen): readonly Added[] {
  const sums = new Map<string, { total: string; parts: string[] }>();
  const add = (name: string, total: string, part: string) => {
    if (total === part || !seen.has(total)) return;
    const sum = sums.get(`${name} ${total}`) ?? { total, parts: [] };
    sums.set(`${name} ${total}`, sum);
    sum.parts.push(part);
  };
  for (const id of seen.keys()) {
    const [period = '', board = '', split = '', part = ''] = id.split('|');
    const [from = '', to = ''] = period.split(' ');
    if (part !== '' && part !== 'open') add('parts', `${period}|${board}|${split}|`, id);
    if (board !== 'all') add('boards', `${period}|all|${split}|${part}`, id);
    if (split !== 'all') add(split.split(':')[0] ?? '', `${period}|${board}|all|${part}`, id);
    const year = periods.find(
      (one) =>
        one.from <= from && to <= one.to && one.to.slice(5) === '07-31' && one.from.slice(5) === '08-01',
    );
    if (year !== undefined) add('quarters', `${year.from} ${year.to}|${board}|${split}|${part}`, id);
  }
  return [...sums.values()];
}

/** Each measure asks every door hundreds of times: a tenth of them in an ordinary run, `RELEASES=1` takes them all. */
const share = shareOf('RELEASES', 10);

let periods: readonly { readonly from: string; readonly to: string }[] = [];

describe('a board member, a policy adviser, the director and a visitor together', () => {
  it('find no small count, and no hours that were hidden', async () => {
    const { rows } = await superuser.query<{ from: string; to: string }>(
      `select distinct starts_on::text as from, (ends_on - 1)::text as to from measure_release r join tenant t using (tenant_id)
       where t.code = 'rotterdam' order by 1, 2`,
    );
    periods = rows;
    const boards = (
      await superuser.query<{ code: string }>(
        `select b.code from board b join tenant t using (tenant_id) where t.code = 'rotterdam' order by 1`,
      )
    ).rows.map(({ code }) => code);
    const people = await Promise.all(
      (['board_member', 'policy_adviser', 'partnership_director'] as const).map(async (role) => {
        const [person] = await peopleWith(house, role);
        if (person === undefined) throw new Error(`nobody is ${role}`);
        return comeIn(house, person);
      }),
    );
    const boardsRead = await Promise.all(
      people.map(async (who) => {
        const answer = await who.api('GET', '/measures/hours_done?released=true&by=board');
        return ((await answer.json()) as { readonly rows: readonly Row[] }).rows.length;
      }),
    );
    expect(boardsRead).toEqual([1, boards.length, boards.length]);
    let hidden = 0;
    let shown = 0;
    for (const measure of measures.filter((_, nth) => share.takes(nth))) {
      const seen: Seen = new Map();
      const hours: Seen = new Map();
      for (const who of people) await gather(who, measure, boards, seen, hours);
      await expectPublic(people[0]?.person.tenantId ?? '', measure, seen);
      const told = toldOf(seen);
      shown += told.size;
      hidden += seen.size - told.size;
      const counts = [...(await rangesOf(sumsOf(seen), told))].filter(
        ([, { least, most }]) => most - least < 1 - 1e-6 || (most < 5 && least > 1e-6),
      );
      const amounts = [...(await rangesOf(sumsOf(hours), toldOf(hours)))].filter(
        ([, { least, most }]) => most - least < 1e-4,
      );
      expect([measure.code, ...counts, ...amounts]).toEqual([measure.code]);
    }
    expect(hidden).toBeGreaterThan(20);
    if (share.whole) expect(shown).toBeGreaterThan(200);
  }, 300_000);
});

const toldOf = (seen: Seen) =>
  new Map([...seen].flatMap(([id, n]) => (n === '<5' ? [] : [[id, n] as const])));

/** A visitor is told the same of the partnership, and of boards nothing. */
async function expectPublic(tenantId: string, measure: Measure, seen: Seen): Promise<void> {
  const cells = await house.database.read('visitor', (reader) =>
    findPublicReleases(reader, tenantId, [measure.code]),
  );
  for (const { dimension, part, from, to, n } of cells)
    if (dimension === 'all' && part === '')
      expect(seen.get(`${from} ${to}|all|all|`), `${measure.code} ${from}`).toBe(n ?? '<5');
}
