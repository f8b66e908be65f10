/** The yearly proof: who may know it, what it counts, and that its noughts would not be nought if the law were broken. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aConcernIn, aNoteBy, anAppointment, step } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { sql } from '../../platform/database.ts';
import type { Status } from '../concern.rules.ts';
import type { YearlyProof } from './proof.rules.ts';

let pages: Pages;
let adviser: string;
const address = '/zorgen/verantwoording';

const visitor = (who: string) => comeIn(pages.house, { tenantId: pages.cast.tenantId, personId: who });
const proofOf = async (year: number, who = pages.cast.partnershipDirector): Promise<YearlyProof> =>
  (await (await visitor(who)).api('GET', `/concerns/yearly-proof?year=${year}`)).json();

/** Somebody mightier than any law of ours does something and looks; then it never was. */
async function breaking(breach: string): Promise<{ readonly planned: number; readonly board: number }> {
  const url = new URL(inject('template').superUrl);
  url.pathname = new URL(pages.house.fresh.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("set local session_replication_role = 'replica'");
    await client.query(breach);
    await client.query(
      `select begin_request('${pages.cast.teamLead}', '${pages.cast.tenantId}', '2026-09-15T08:00:00Z')`,
    );
    const { rows } = await client.query("select yearly_proof(2025, '{}') as proof");
    return { planned: rows[0].proof.talksWithoutConcern, board: rows[0].proof.boardWithoutTalk };
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

beforeAll(async () => {
  pages = await openPages();
  const { stage, cast } = pages;
  adviser = await anAppointment(stage, 'policy_adviser', { tenantId: cast.tenantId });
  const made: readonly (readonly [Status, number])[] = [
    ['with_director', 6],
    ['working', 3],
    ['with_board', 1],
    ['resolved', 7],
    ['closed', 0],
  ];
  for (const [status, times] of made)
    for (let n = 0; n < times; n += 1) await aConcernIn(stage, cast, status);
  await aNoteBy(stage, cast, cast.author, { theme: 'Iets dat maar één school zegt' });
  const dropped = await aNoteBy(stage, cast);
  await step(stage, cast.tenantId, cast.author, dropped, { step: 'drop' });
  stage.at('2026-09-15T08:00:00Z');
}, 120_000);

afterAll(async () => {
  await pages.close();
});

describe('who may know it', () => {
  it('is the team lead, the partnership director and the policy adviser', async () => {
    for (const who of [pages.cast.teamLead, pages.cast.partnershipDirector, adviser]) {
      const { status, html } = await pages.see(who, address);
      expect(status).toBe(200);
      expect(html).toContain('Verantwoording zorgen 2025-2026');
    }
  });

  it('is nobody else, nor at the database', async () => {
    const { cast, stage } = pages;
    for (const who of [cast.author, cast.director, cast.coordinator, cast.boardMember]) {
      expect((await pages.see(who, address)).status).toBe(403);
      expect((await (await visitor(who)).api('GET', '/concerns/yearly-proof')).status).toBe(403);
      const asked = stage.database.read({ tenantId: cast.tenantId, personId: who }, (reader) =>
        reader.first(sql`select yearly_proof(2025, '{}')`),
      );
      await expect(asked).rejects.toThrow('no yearly proof for this role');
    }
  });
});

describe('a finished school year', () => {
  it('is told with small counts and their covers hidden, and without the notes that nobody read', async () => {
    const proof = await proofOf(2025);
    expect(proof).toMatchObject({ finished: true, total: 17, droppedNotes: '<5', talks: '<5' });
    // 6, 3, 0, 1, 7, 0: the small ones add up to four; the next after the first of them covers, 7 + 4 leaves room.
    expect(proof.byStatus?.map(({ n }) => n)).toEqual([6, '<5', '<5', '<5', '<5', '<5']);
    expect(proof.byTheme?.at(-1)).toEqual({ key: '', n: '<5' });
    expect(JSON.stringify(proof)).not.toContain('maar één school');
  });

  it('stays as it was when something happens afterwards', async () => {
    const before = await proofOf(2025);
    await aConcernIn(pages.stage, pages.cast, 'with_director');
    expect(await proofOf(2025)).toEqual(before);
    pages.stage.at('2026-09-15T08:00:00Z');
  });

  it('counts the median in school days, what still waits as waiting', async () => {
    const proof = await proofOf(2025);
    // Eleven of seventeen talked on the day of sharing or the day after, six never did.
    expect(proof.toTalk).toBe(0);
    // Seven of seventeen ended: more than half still waits.
    expect(proof.toEnd).toBe('stillWaiting');
  });
});

describe('the running school year', () => {
  it('is told in steps of five as it stood on the first of the month, and not split', async () => {
    expect(await proofOf(2026)).toMatchObject({
      finished: false,
      endDay: '2026-09-01',
      total: '<5',
      byStatus: null,
      byTheme: null,
      toTalk: null,
    });
    expect((await pages.see(adviser, `${address}?jaar=2026`)).html).toContain('Dit schooljaar loopt nog');
  });

  it('shows the same before and after somebody shares a concern', async () => {
    const before = await pages.see(adviser, `${address}?jaar=2026`);
    await aConcernIn(pages.stage, pages.cast, 'working');
    pages.stage.at('2026-09-15T08:00:00Z');
    const after = await pages.see(adviser, `${address}?jaar=2026`);
    const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0];
    expect(main(after.html)).toBe(main(before.html));
  });
});

describe('the noughts', () => {
  it('stand on the page', async () => {
    const { html } = await pages.see(pages.cast.teamLead, address);
    expect(html).toContain('0 gesprekken vooraf gepland');
    expect(html).toContain('0 zorgen');
    expect(await breaking('select 1')).toEqual({ planned: 0, board: 0 });
  });

  it('would not be nought with a talk about concerns that belongs to none', async () => {
    const plan = `insert into conversation (tenant_id, id, kind, school_id, made_by, made_at)
      select tenant_id, gen_random_uuid(), 'concern', id, '${pages.cast.author}', now() from school limit 1`;
    const loose = 'alter table conversation drop constraint "only a concern conversation carries a concern"';
    expect(await breaking(`${loose}; ${plan}`)).toEqual({ planned: 1, board: 0 });
  });

  it('would not be nought with a board step whose talk had no director', async () => {
    const absent = `delete from concern_entry_person where person_id = '${pages.cast.director}'`;
    expect(await breaking(absent)).toEqual({ planned: 0, board: 1 });
  });
});

it('a year that cannot be asked for is said so', async () => {
  const answer = await (await visitor(adviser)).api('GET', '/concerns/yearly-proof?year=1900');
  expect(answer.status).toBe(400);
});

describe('the median of waits', () => {
  const median = async (days: readonly number[], over: readonly boolean[]) => {
    const client = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
    await client.connect();
    await client.query('set role kortelijn_gate');
    return client
      .query('select median_wait($1::int[], $2::boolean[]) as days', [days, over])
      .then(({ rows }) => rows[0].days)
      .finally(() => client.end());
  };

  it.each([
    ['all over: the middle one', [3, 1, 2], [true, true, true], 2],
    // 4 at risk: 3/4 after 1; then 3 of whom one ends at 5: 2/4 after 5.
    ['nobody left out', [1, 5, 9, 9], [true, true, true, false], 5],
    // The one who waits since day 1 leaves unseen: 3 at risk at 2 (2/3), 2 at risk at 4 (1/3).
    ['who still waits leaves the count unseen', [1, 2, 4, 6], [false, true, true, true], 4],
    ['more than half waits', [1, 9, 9, 9], [true, false, false, false], null],
    ['nothing', [], [], null],
  ] as const)('%s', async (_why, days, over, expected) => {
    expect(await median([...days], [...over])).toBe(expected);
  });
});
