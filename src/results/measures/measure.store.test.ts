/**
 * All figures twice: facts and rules as the product has them, and aggregates of SQL written apart from both (tests/support). On the
 * demonstration, and on twenty partnerships made up by dice: one of ten in an ordinary run, `ALL=1` takes them all.
 */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { demonstrationDatabase } from '../../../tests/support/demonstration.ts';
import { type OracleFigure, oracle } from '../../../tests/support/measure-oracle.ts';
import { randomWork } from '../../../tests/support/random-work.ts';
import { shareOf } from '../../../tests/support/share.ts';
import { openStage, type Stage } from '../../../tests/support/stage.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { NotAdmitted, sql } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { headOf } from '../releases/kin.rules.ts';
import { type Figure, figuresBy, totalOf } from './figure.rules.ts';
import { dimensions, measureCodes, measureOf } from './measure.rules.ts';
import { type Facts, findFacts, findFactsForRelease, findFactsOf } from './measure.store.ts';
import { type Period, schoolYear, schoolYearOf } from './period.rules.ts';

interface Place {
  readonly fresh: FreshDatabase;
  readonly stage: Stage;
  readonly superuser: pg.Client;
}

async function placeIn(fresh: FreshDatabase): Promise<Place> {
  return { fresh, stage: openStage(fresh, new Date().toISOString()), superuser: await openSuperuser(fresh) };
}

async function leave({ fresh, stage, superuser }: Place): Promise<void> {
  await superuser.end();
  await stage.close();
  await fresh.drop();
}

let made: Place;
let stage: Stage;
let superuser: pg.Client;
beforeAll(async () => {
  made = await placeIn(await freshDatabase());
  ({ stage, superuser } = made);
});
afterAll(() => leave(made));

const codes = measureCodes;
const year = { from: '2025-08-01', to: '2026-07-31' };
/** A piece that begins and ends in the middle of a week, a month and a holiday. */
const piece = { from: '2025-10-16', to: '2026-02-19' };

/** A figure of the product, in the words of the oracle. */
const computed = (measure: string, by: string, figure: Figure): OracleFigure => ({
  ...{ measure, by, key: figure.key, n: figure.n, value: figure.value, p85: figure.p85 ?? null },
  ...{ open: figure.open ?? null, of: figure.of ?? null, low: figure.low ?? null, high: figure.high ?? null },
  parts:
    figure.parts === undefined ? null : Object.fromEntries(figure.parts.map((part) => [part.key, part.n])),
});

/** Figures are rounded to a millionth. */
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 5));
const nearly = (figure: OracleFigure) => ({
  ...figure,
  ...{ value: near(figure.value), p85: near(figure.p85), of: near(figure.of) },
  ...{ low: near(figure.low), high: near(figure.high) },
});

const inOrder = (figures: readonly OracleFigure[]) =>
  figures.toSorted((a, b) => (`${a.measure} ${a.by} ${a.key}` < `${b.measure} ${b.by} ${b.key}` ? -1 : 1));

function figuresOf(facts: Facts) {
  return inOrder(
    codes.flatMap((code) => {
      const measure = measureOf(code);
      const some = facts[code] ?? [];
      if (some.length === 0) return [];
      return [
        computed(code, 'all', totalOf(measure, some)),
        ...dimensions.flatMap((by) =>
          figuresBy(measure, some, by).map((figure) => computed(code, by, figure)),
        ),
      ];
    }),
  );
}

async function oracleOf(
  tenantId: string,
  { from, to }: Period,
  schools: readonly string[] | null = null,
  at: Place = made,
) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(at.stage.now());
  const { rows } = await at.superuser.query<OracleFigure>(oracle, [tenantId, from, to, today, schools]);
  return inOrder(rows).map(nearly);
}

const released = (tenantId: string, period: Period, at: Place = made) =>
  findFactsForRelease(at.stage.database, tenantId, codes, period);

const share = shareOf('ALL', 10);
const seeds = Array.from({ length: 20 }, (_, nth) => nth + 1).filter((_, nth) => share.takes(nth));

describe('every measure', () => {
  // The demonstration is played on one PostgreSQL in a run; on the oldest the partnerships made up by dice do.
  it.skipIf(process.env['TEST_POSTGRES'] !== undefined)(
    'is on the demonstration what SQL makes of the rows',
    async () => {
      const at = await placeIn(await demonstrationDatabase());
      const { rows } = await at.superuser.query<{ tenant_id: string }>(
        'select tenant_id from tenant order by code',
      );
      expect(rows.length).toBe(2);
      const running = schoolYearOf(at.stage.now().toISOString().slice(0, 10));
      for (const { tenant_id: tenantId } of rows)
        for (const period of [schoolYear(running - 1), schoolYear(running)]) {
          const found = figuresOf(await released(tenantId, period, at));
          expect(new Set(found.map(({ measure }) => measure)).size).toBeGreaterThan(8);
          expect(found).toEqual(await oracleOf(tenantId, period, null, at));
        }
      await leave(at);
    },
    300_000,
  );

  it.each(seeds)(
    'is what SQL makes of the rows, in partnership %i made up by dice',
    async (seed) => {
      const tenantId = await dice(seed);
      for (const period of [year, piece]) {
        const found = figuresOf(await released(tenantId, period));
        expect(new Set(found.map(({ measure }) => measure)).size).toBe(codes.length);
        expect(found).toEqual(await oracleOf(tenantId, period));
      }
    },
    60_000,
  );
});

/** Of two measures in a period: how much of the smaller one's cases the other has as well, on the same day. */
function overlap(some: Facts[string] = [], others: Facts[string] = []): number {
  const known = new Set(others.map(({ id, on }) => `${id} ${on}`));
  const both = some.filter(({ id, on }) => known.has(`${id} ${on}`)).length;
  return both / Math.min(some.length, others.length);
}

describe('two measures', () => {
  it('count cases that lie in each other only when they are released as kin', async () => {
    const facts = await released(await dice(30), year);
    const pairs = codes.flatMap((code, nth) => codes.slice(nth + 1).map((other) => [code, other] as const));
    const within = pairs.filter(([code, other]) => overlap(facts[code], facts[other]) > 0.5);
    expect(within.filter(([code, other]) => headOf(code) !== headOf(other))).toEqual([]);
    // Ten of questions, one of goals, one of visits.
    expect(within.length).toBe(12);
  });
});

describe('facts', () => {
  let tenantId: string;
  const named = async (name: string) => {
    const { rows } = await superuser.query<{ id: string }>(
      `select id from person where tenant_id = $1 and name = $2 union all select id from school where tenant_id = $1 and name = $2`,
      [tenantId, name],
    );
    return rows[0]?.id ?? '';
  };
  const readBy = async (name: string) => {
    const who = { tenantId, personId: await named(name) };
    return stage.database.read(who, (reader) => findFactsOf(reader, who, codes, year));
  };
  beforeAll(async () => {
    tenantId = await dice(21);
  });

  it('of a school are for its director what they are in truth, and of no other school', async () => {
    // Of grades they know their own alone.
    const others = ['practice_reuse', 'satisfaction'];
    const found = figuresOf(await readBy('Persoon 6')).filter(({ measure }) => !others.includes(measure));
    expect(new Set(found.map(({ measure }) => measure)).size).toBe(codes.length - 3);
    expect(found).toEqual(await oracleOf(tenantId, year, [await named('School 1')]));
  });

  it('are all there for a team lead, but for goals on pupils', async () => {
    const [all, seen] = [await released(tenantId, year), await readBy('Persoon 5')];
    const onGoals = ['goal_levels', 'goal_t', 'lasted', 'scorer_agreement'];
    for (const code of codes.filter((one) => !onGoals.includes(one)))
      expect([code, seen[code]?.length]).toEqual([code, all[code]?.length]);
    const withoutPupils = all['goal_levels']?.filter(({ level }) => level !== 'pupil').length;
    expect(seen['goal_levels']?.length).toBe(withoutPupils);
    expect(withoutPupils).toBeLessThan(all['goal_levels']?.length ?? 0);
  });

  it('of visits are for a specialist those of their own', async () => {
    const who = { tenantId, personId: await named('Persoon 0') };
    const mine = await stage.database.read(who, (reader) => findFacts(reader, who, 'hours_done', year));
    const { rows } = await superuser.query<{ hours: number }>(
      `select sum(x.minutes) / 60.0::float8 as hours from visit v join visit_share x on x.tenant_id = v.tenant_id and x.visit_id = v.id
        where v.tenant_id = $1 and v.specialist_id = $2 and v.withdrawn_at is null and v.on_date between '2025-08-01' and '2026-07-31'`,
      [tenantId, who.personId],
    );
    expect(totalOf(measureOf('hours_done'), mine).value).toBeCloseTo(rows[0]?.hours ?? 0, 5);
  });

  it('are not for a board, but for the use of what everybody reads', async () => {
    const seen = await readBy('Persoon 7');
    expect(codes.filter((code) => (seen[code]?.length ?? 0) > 0)).toEqual(['practice_reuse']);
  });

  it('of a whole partnership are refused within anybody’s request', async () => {
    const lead = { tenantId, personId: await named('Persoon 5') };
    const whole = sql`select count(*) from job_facts(${tenantId}::uuid, '{hours_done}', '2025-08-01', '2026-07-31', null)`;
    await expect(stage.database.read(lead, (reader) => reader.rows(whole))).rejects.toThrow(NotAdmitted);
    expect((await released(tenantId, year))['hours_done']?.length).toBeGreaterThan(0);
  });
});

/** A partnership made up by dice, a summer's day after its school year. */
async function dice(seed: number): Promise<string> {
  stage.at('2026-07-20T10:00:00Z');
  const tenantId = newId();
  await superuser.query(randomWork(tenantId, seed));
  await superuser.query('set session_replication_role = origin');
  return tenantId;
}
