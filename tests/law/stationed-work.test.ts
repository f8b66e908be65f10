/** Work and stationings in one contract: the database beside a plain count, day by day, of hundreds of made-up specialists. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { addDays, type CivilDate } from '../../src/platform/pure/dates.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { aBoard, aCast, aSchool, type Cast, openStage, type Stage } from '../support/factories.ts';

interface Stand {
  readonly id: string;
  readonly place: string;
  readonly schools: readonly string[];
  readonly dagdelen: number;
  readonly from: CivilDate;
  /** First day it no longer holds. */
  readonly to: CivilDate;
  readonly status: string;
  readonly continues?: Stand | undefined;
}
interface Work {
  readonly school: string;
  readonly dagdelen: number;
  readonly from: CivilDate;
  readonly last: CivilDate;
  readonly state: string;
}
type Period = readonly [from: CivilDate, before: CivilDate];
interface Specialist {
  readonly id: string;
  readonly contracts: readonly (readonly [dagdelen: number, ...Period])[];
  readonly stands: readonly Stand[];
  readonly works: readonly Work[];
  readonly away: readonly Period[];
}

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;
let superuser: pg.Client;
/** Three schools of a board, and one of nobody's. */
let board: string;
let schools: readonly string[];

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  cast = await aCast(stage);
  board = await aBoard(stage, cast.tenantId);
  const at = [board, board, board, null];
  schools = await Promise.all(at.map(async (one) => (await aSchool(stage, cast.tenantId, one)).id));
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(
    `set session_replication_role = replica; select set_config('app.tenant', '${cast.tenantId}', false)`,
  );
});
afterAll(async () => {
  await superuser.end();
  await stage.close();
  await fresh.drop();
});

/** Always the same row of numbers. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const begin = '2026-03-02' as CivilDate; // a Monday
const live = ['agreed', 'active', 'evaluated'];

function aSpecialist(roll: (sides: number) => number): Specialist {
  const day = (within: number) => addDays(begin, roll(within));
  const halves = (most: number) => (1 + roll(most * 2)) / 2;
  const [a = '', b = '', c = '', d = ''] = schools;
  const stands: Stand[] = [];
  const stand = (place: string, at: readonly string[], status: string, from: CivilDate, days: number) =>
    stands.push({
      ...{ id: newId(), place, schools: at, dagdelen: halves(3), from, to: addDays(from, days), status },
      continues: status === 'proposed' ? stands[0] : undefined,
    });
  if (roll(3) > 0) stand(a, [a], live[roll(3)] ?? '', day(10), 10 + roll(20));
  // After each other at one place, without or with days between.
  if (roll(3) > 0)
    stand(a, [a], ['active', 'withdrawn', 'ended'][roll(3)] ?? '', addDays(begin, 40 + roll(5)), 14);
  if (roll(2) > 0) stand(board, [a, b, c].slice(roll(2), 2 + roll(2)), 'agreed', day(20), 5 + roll(30));
  if (roll(3) === 0) stand(d, [d], ['active', 'proposed'][roll(2)] ?? '', day(30), 7 + roll(20));
  const turn = day(60);
  const far = '2027-01-01' as CivilDate;
  return {
    id: newId(),
    contracts:
      roll(3) > 0
        ? [[3 + halves(4), '2025-08-01' as CivilDate, far]]
        : [
            [3 + halves(4), '2025-08-01' as CivilDate, turn],
            [2 + halves(4), turn, far],
          ],
    stands,
    works: Array.from({ length: roll(4) }, () => {
      const from = day(40);
      const last = addDays(from, roll(40));
      return {
        ...{ school: schools[roll(4)] ?? '', dagdelen: halves(8), from, last },
        state: roll(5) === 0 ? 'ended' : 'active',
      };
    }),
    // One after the other: nobody is away twice at once.
    away: ([0, 28] as const).slice(roll(3)).map((start) => {
      const from = addDays(begin, start + roll(14));
      return [from, addDays(from, 1 + roll(14))] as const;
    }),
  };
}

/** Past keys and the law: only what the count looks at. */
async function save(people: readonly Specialist[]): Promise<void> {
  const tenant = `'${cast.tenantId}'`;
  let number = 0;
  const rows = people.flatMap(({ id, contracts, stands, works, away }) => [
    ...contracts.map(
      ([
        dagdelen,
        from,
        to,
      ]) => `insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen)
        values (${tenant}, '${newId()}', '${id}', '${from}', '${to}', 1, ${dagdelen})`,
    ),
    ...away.map(
      ([from, to]) => `insert into specialist_absence (tenant_id, id, person_id, starts_on, ends_on)
        values (${tenant}, '${newId()}', '${id}', '${from}', '${to}')`,
    ),
    ...stands.flatMap((one) => [
      `insert into stationing (tenant_id, id, specialist_id, school_id, board_id, dagdelen, starts_on, ends_on, status, ended_because, continues_id,
          proposed_by, proposed_at)
        values (${tenant}, '${one.id}', '${id}', ${one.place === board ? 'null' : `'${one.place}'`}, ${one.place === board ? `'${board}'` : 'null'},
          ${one.dagdelen}, '${one.from}', '${one.to}', '${one.status}', ${one.status === 'ended' ? `'done'` : 'null'},
          ${one.continues === undefined ? 'null' : `'${one.continues.id}'`}, '${cast.teamLead}', now())`,
      ...one.schools.map((at) => `insert into stationing_school values (${tenant}, '${one.id}', '${at}')`),
    ]),
    ...works.flatMap((one) => {
      const question = newId();
      number += 1;
      return [
        `insert into support_question (tenant_id, id, number, school_id, author_id, level, status, signalled_on, asked_at, touched_at, submitted_on)
          values (${tenant}, '${question}', '${String(number).padStart(6, '0')}', '${one.school}', '${cast.author}', 'team', 'assigned', '${begin}',
            now(), now(), '${begin}')`,
        `insert into assignment (tenant_id, id, specialist_id, question_id, kind, role, state, planned_dagdelen, starts_on, ends_on, made_at)
          values (${tenant}, '${newId()}', '${id}', '${question}', 'assigned', 'x', '${one.state}', ${one.dagdelen}, '${one.from}',
            '${addDays(one.last, 1)}', now())`,
      ];
    }),
  ]);
  await superuser.query(rows.join(';\n'));
}

const daysOf = (from: CivilDate, last: CivilDate): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
const mondayOf = (day: CivilDate) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
const mondaysOf = (from: CivilDate, last: CivilDate) => [...new Set(daysOf(from, last).map(mondayOf))];
const holds = ([from, before]: Period, day: CivilDate) => from <= day && day < before;

/** «An absence of the full week takes that week out»: nobody is there from Monday to Friday. */
const isOut = ({ away }: Specialist, monday: CivilDate) =>
  [0, 1, 2, 3, 4].every((nth) => away.some((period) => holds(period, addDays(monday, nth))));

/** Dagdelen in each week of work. */
const aWeek = (who: Specialist, { dagdelen, from, last }: Pick<Work, 'dagdelen' | 'from' | 'last'>) =>
  dagdelen / mondaysOf(from, last).filter((monday) => !isOut(who, monday)).length;

/** «The greater of stationed dagdelen there and assigned work at its schools, and assigned work elsewhere.» */
function takenOn(who: Specialist, day: CivilDate, stands: readonly Stand[], works: readonly Work[]): number {
  const monday = mondayOf(day);
  if (isOut(who, monday)) return 0;
  const standing = stands.filter(({ from, to }) => holds([from, to], day));
  const atPlace = new Map<string, { stationed: number; worked: number }>();
  const at = (place: string) => {
    const found = atPlace.get(place) ?? { stationed: 0, worked: 0 };
    atPlace.set(place, found);
    return found;
  };
  for (const { place, dagdelen, continues } of standing) {
    const goesOn = continues !== undefined && continues.place !== place && live.includes(continues.status);
    const less =
      goesOn && holds([continues.from, continues.to], day) ? Math.min(dagdelen, continues.dagdelen) : 0;
    at(place).stationed = Math.max(at(place).stationed, dagdelen - less);
  }
  for (const work of works.filter(({ from, last }) => mondaysOf(from, last).includes(monday))) {
    const own = standing.find(({ place }) => place === work.school);
    const place = own ?? standing.find((one) => one.schools.includes(work.school));
    at(place?.place ?? work.school).worked += aWeek(who, work);
  }
  return [...atPlace.values()].reduce((sum, { stationed, worked }) => sum + Math.max(stationed, worked), 0);
}

const contractOn = ({ contracts }: Specialist, day: CivilDate) =>
  contracts.find(([, ...period]) => holds(period, day))?.[0] ?? 0;

function fits(who: Specialist, asked: Work): boolean {
  const days = daysOf(asked.from, asked.last);
  if (days.some((day) => contractOn(who, day) === 0)) return false;
  if (who.away.some((period) => days.every((day) => holds(period, day)))) return false;
  if (mondaysOf(asked.from, asked.last).every((monday) => isOut(who, monday))) return false;
  const stands = who.stands.filter(({ status }) => live.includes(status));
  const works = [...who.works.filter(({ state }) => state === 'active'), asked];
  return days.every((day) => takenOn(who, day, stands, works) <= contractOn(who, day) + 1e-6);
}

test('work fits as a plain count says, wherever somebody is stationed', async () => {
  const roll = dice(7);
  const people = Array.from({ length: 60 }, () => aSpecialist(roll));
  await save(people);
  const asks = people.flatMap((who) =>
    Array.from({ length: 4 }, () => {
      const from = addDays(begin, roll(50));
      const asked: Work = {
        ...{ school: schools[roll(4)] ?? '', dagdelen: (1 + roll(24)) / 2, from },
        ...{ last: addDays(from, roll(30)), state: 'active' },
      };
      return { who, asked, fits: fits(who, asked) };
    }),
  );
  const lead = { tenantId: cast.tenantId, personId: cast.teamLead };
  const told = await stage.database.read(lead, (reader) =>
    Promise.all(
      asks.map(({ who, asked }) =>
        reader.first<{ fits: boolean }>(
          sql`select fits_contract(${who.id}, ${asked.from}::date, ${asked.last}::date, ${asked.dagdelen}, ${asked.school}) as fits`,
        ),
      ),
    ),
  );
  const wrong = asks.filter((one, nth) => one.fits !== told[nth]?.fits);
  expect(wrong.slice(0, 1)).toEqual([]);
  const yes = asks.filter((one) => one.fits).length;
  expect(yes).toBeGreaterThan(50);
  expect(asks.length - yes).toBeGreaterThan(50);
});

test('a stationing is counted the same way, with proposals and beside the work at its place', async () => {
  const roll = dice(11);
  const people = Array.from({ length: 40 }, () => aSpecialist(roll));
  await superuser.query('delete from support_question; delete from assignment');
  await save(people);
  const sums = new Set<number>();
  for (const who of people) {
    const [a = '', b = '', c = ''] = schools;
    const place = roll(2) === 0 ? board : b;
    const from = addDays(begin, roll(30));
    const to = addDays(from, 7 + roll(30));
    const asked: Stand = {
      ...{ id: '', place, schools: place === board ? [a, b, c] : [b], dagdelen: (1 + roll(6)) / 2 },
      ...{ from, to, status: 'proposed' },
    };
    const { rows } = await superuser.query<{ day: CivilDate; taken: number }>(
      `select day::text, taken::float8 from stationing_days($1, $2, $3, $4, '{}', null, $5, $6)`,
      [cast.tenantId, who.id, from, to, place, asked.dagdelen],
    );
    const stands = [...who.stands.filter(({ status }) => [...live, 'proposed'].includes(status)), asked];
    const works = who.works.filter(({ state }) => state === 'active');
    const should = daysOf(from, addDays(to, -1)).map((day) => ({
      ...{ day, taken: Math.round(takenOn(who, day, stands, works) * 1e6) / 1e6 },
    }));
    expect(rows).toEqual(should);
    for (const { taken } of rows) sums.add(taken);
  }
  expect(sums.size).toBeGreaterThan(20);
});
