/** What people who read releases are given, measure by measure, and all that adds up in it. */
import type { Client } from 'pg';
import { expect } from 'vitest';
import type { Shown } from '../../src/platform/pure/suppression.ts';
import type { Measure, MeasureCode } from '../../src/results/measures/measure.rules.ts';
import type { Period } from '../../src/results/measures/period.rules.ts';
import type { Added } from './attacker.ts';
import type { comeIn } from './house.ts';

type Visitor = Awaited<ReturnType<typeof comeIn>>;

export interface Row {
  readonly key: string;
  readonly n: Shown;
  readonly value: number | null;
  readonly open?: Shown;
  readonly of?: number;
  readonly parts?: readonly { readonly key: string; readonly n: Shown }[];
}
/** A count or an amount that somebody was shown, or was shown to be hidden. */
export type Seen = Map<string, number | '<5'>;

/** All that there is to ask of one measure: each period, board and way to split. */
export function questionsOf(
  measure: Measure,
  periods: readonly Period[],
  boards: readonly string[],
): readonly Asked[] {
  const splits = [undefined, ...measure.dimensions.filter((by) => by !== 'school')];
  return periods.flatMap(({ from, to }) =>
    ['all', ...boards].flatMap((board) =>
      // A board's quarter is not split: that it gives nothing is asked of the first board.
      (isYear({ from, to }) || board === 'all' || board === boards[0] ? splits : [undefined]).map((by) => ({
        ...{ from, to, board, by },
      })),
    ),
  );
}

const isYear = ({ from, to }: Period) => from.slice(5) === '08-01' && to.slice(5) === '07-31';

/** What a person is given through the API, and that it is the same number everywhere. */
export async function gather(
  who: Visitor,
  measure: Measure,
  questions: readonly Asked[],
  seen: Seen,
  hours: Seen,
) {
  for (const asked of questions) {
    const { from, to, board, by } = asked;
    const query = new URLSearchParams({ from, to, board, released: 'true', ...(by && { by }) });
    const answer = await who.api('GET', `/measures/${measure.code}?${query}`);
    if (answer.status !== 200) continue;
    const { rows } = (await answer.json()) as { readonly rows: readonly Row[] };
    for (const row of rows) look(row, asked, measure, seen, hours);
  }
}

export interface Asked extends Period {
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

/** Where a board (or none) has schools, by codes of boards and ids of areas (or none): whoever looks up schools knows. */
export type Schools = readonly { readonly board: string; readonly area: string }[];

/** What is of no board, and of a board in an area: nobody tells it. */
export const isUntold = (id: string): boolean => id.includes('|none|') || id.includes('|in:');

/** Every sum there is between what was seen: by each dimension, over boards, quarters and parts, and over boards and areas together. */
export function sumsOf(seen: Seen, periods: readonly Period[], schools: Schools = []): readonly Added[] {
  const sums = new Map<string, { total: string; parts: string[] }>();
  const add = ([name, total, part]: Adding) => {
    const sum = sums.get(`${name} ${total}`) ?? { total, parts: [] };
    sums.set(`${name} ${total}`, sum);
    sum.parts.push(part);
  };
  for (const id of seen.keys()) {
    const known = totalsOf(id, periods).filter(([, total]) => total !== id && seen.has(total));
    for (const one of [...known, ...untoldBeside(id, seen, schools)]) add(one);
  }
  return [...sums.values()];
}

type Adding = readonly [name: string, total: string, part: string];

/** What a number is a part of. */
function totalsOf(id: string, periods: readonly Period[]): readonly Adding[] {
  const [period = '', board = '', split = '', part = ''] = id.split('|');
  const [from = '', to = ''] = period.split(' ');
  const year = periods.find((one) => one.from <= from && to <= one.to && isYear(one));
  const scorer = part.split(':')[0];
  return [
    ['parts', `${period}|${board}|${split}|`, id, part !== '' && part !== 'open'] as const,
    // Levels of one scorer or criterion add up to it.
    ['of kind', `${period}|${board}|kind:${scorer}|`, id, split === 'all' && part.includes(':')] as const,
    ['boards', `${period}|all|${split}|${part}`, id, board !== 'all'] as const,
    [split.split(':')[0] ?? '', `${period}|${board}|all|${part}`, id, split !== 'all'] as const,
    ['quarters', `${year?.from} ${year?.to}|${board}|${split}|${part}`, id, year !== undefined] as const,
  ].flatMap(([name, total, of, is]) => (is ? [[name, total, of] as const] : []));
}

/** What nobody tells and is a part of it: of no board, and of boards in an area. */
function untoldBeside(id: string, seen: Seen, schools: Schools): readonly Adding[] {
  const [period, board, split, part] = id.split('|');
  const places = (name: string, total: string, some: Schools): readonly Adding[] =>
    some.map((one) => [name, total, `${period}|${one.board}|in:${one.area}|${part}`]);
  if (split !== 'all' && split?.startsWith('area:'))
    return board === 'all'
      ? places(
          'in area',
          id,
          schools.filter(({ area }) => split === `area:${area}`),
        )
      : [];
  const own =
    split === 'all'
      ? places(
          'in areas',
          id,
          schools.filter((one) => one.board === board),
        )
      : [];
  const ofNone = schools.filter((one) => one.board === 'none');
  if (board !== 'all' || ofNone.length === 0 || !seen.has(ofFirstBoard(id, schools))) return own;
  const none = id.replace('|all|', '|none|');
  return [['boards', id, none], ...(split === 'all' ? places('in areas', none, ofNone) : [])];
}

/** The same of a board that has schools: where boards are told, so is something of none by what they leave. */
const ofFirstBoard = (id: string, schools: Schools) =>
  id.replace('|all|', `|${schools.find(({ board }) => board !== 'none')?.board ?? ''}|`);

/** Of what was seen: what was not hidden. */
export const toldOf = (seen: Seen) =>
  new Map([...seen].flatMap(([id, n]) => (n === '<5' ? [] : [[id, n] as const])));

/** What somebody who looks things up knows of a partnership, and how large what nobody tells is in truth. */
export async function knownOf(superuser: Client, tenant: string, code: MeasureCode) {
  const of = `join tenant t using (tenant_id) where t.code = '${tenant}'`;
  const all = async <T extends object>(query: string) => (await superuser.query<T>(query)).rows;
  const untold = await all<{ id: string; n: number }>(
    `select r.starts_on || ' ' || r.ends_on - 1 || '|' || b.code || '|in:' || c.key || '|' || c.part as id, c.kept_n as n
      from measure_release r join measure_release_cell c using (tenant_id) join board b on b.tenant_id = c.tenant_id and b.id = c.board_id
      join tenant t on t.tenant_id = r.tenant_id and t.code = '${tenant}'
      where c.release_id = r.id and r.measure = '${code}' and c.dimension = 'area'`,
  );
  // Of a board that lies in one area its part there is the board itself, and is kept as that.
  const whole = await all<{ id: string; n: number }>(
    `select r.starts_on || ' ' || r.ends_on - 1 || '|' || b.code || '|in:' || s.area || '|' || c.part as id, c.kept_n as n
      from measure_release r join measure_release_cell c using (tenant_id) join board b on b.tenant_id = c.tenant_id and b.id = c.board_id
      join (select tenant_id, board_id, min(coalesce(area_id::text, 'none')) as area from school
        group by tenant_id, board_id having count(distinct coalesce(area_id::text, 'none')) = 1) s
        on s.tenant_id = b.tenant_id and s.board_id = b.id
      join tenant t on t.tenant_id = r.tenant_id and t.code = '${tenant}'
      where c.release_id = r.id and r.measure = '${code}' and c.dimension = 'all'`,
  );
  return {
    periods: await all<Period>(
      `select distinct starts_on::text as from, (ends_on - 1)::text as to from measure_release r ${of} order by 1, 2`,
    ),
    boards: (await all<{ code: string }>(`select b.code from board b ${of} order by 1`)).map((b) => b.code),
    schools: await all<Schools[number]>(
      `select distinct coalesce(b.code, 'none') as board, coalesce(s.area_id::text, 'none') as area
        from school s left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id
        where s.tenant_id = (select tenant_id from tenant where code = '${tenant}')`,
    ),
    kept: new Map([...whole, ...untold].map(({ id, n }) => [id, n])),
  };
}
