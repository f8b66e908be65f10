/** What doors beside the API tell of releases, as counts with the cell they are of: pages, reports, open data, counts of questions. */
import { read, utils } from '@e965/xlsx';
import type { Reader } from '../../src/platform/database.ts';
import type { Actor } from '../../src/platform/pure/actor.ts';
import type { Shown } from '../../src/platform/pure/suppression.ts';
import { countQuestionsOf } from '../../src/questions/counts/counts.store.ts';
import { findReleasedMeasure } from '../../src/results/dashboards/released-view.ts';
import { getWords } from '../../src/results/forms/yearly/yearly.store.ts';
import { measures } from '../../src/results/measures/measure.rules.ts';
import type { Period } from '../../src/results/measures/period.rules.ts';
import { readReport } from '../../src/results/reports/report-figures.ts';
import type { House } from './house.ts';

/** A count that somebody was told: of a measure, period, board (`all`: the partnership), split and part. */
export interface Telling {
  readonly door: string;
  readonly cell: string;
  readonly n: Shown;
}

export const cellOf = (
  measure: string,
  { from, to }: Period,
  board: string,
  split = 'all',
  part = '',
): string => [measure, `${from} ${to}`, board, split, part].join('|');

/** Of a school year. */
export async function tellingsFor(
  house: House,
  actor: Actor,
  year: Period,
  board: string,
): Promise<Telling[]> {
  const read_ = <T>(ask: (reader: Reader) => Promise<T>) => house.database.read(actor, ask);
  const told: Telling[] = [];
  const note = (door: string, cell: string, n: Shown | null) => told.push({ door, cell, n: n ?? '<5' });
  const questions = await read_((reader) => countQuestionsOf(reader, Number(year.from.slice(0, 4))));
  const scope = questions.whole ? 'all' : board;
  note('questions', cellOf('hand_offs', year, scope), questions.total);
  for (const [level, n] of Object.entries(questions.byLevel))
    note('questions', cellOf('hand_offs', year, scope, `level:${level}`), n);
  if (questions.whole) {
    const { givers } = await read_((reader) => getWords(reader, Number(year.from.slice(0, 4))));
    note('words', cellOf('satisfaction', year, 'all'), givers);
  }
  for (const { code, dimensions } of measures) {
    if (board !== 'all' && !dimensions.includes('board')) continue;
    const asked = { period: year.from.slice(0, 4), board: board === 'all' ? undefined : board };
    const { views } = await read_((reader) => findReleasedMeasure(reader, actor, { code, by: null }, asked));
    const [now] = views[0]?.totals ?? [];
    if (now !== undefined) note('page', cellOf(code, year, board), now.figure.n);
  }
  return told;
}

/** What a report of a board or, without one, of the partnership holds of its whole. */
export async function tellingsInReport(
  house: House,
  actor: Actor,
  year: Period,
  board: { readonly id: string; readonly code: string } | null,
): Promise<Telling[]> {
  const content = await readReport(
    house.database,
    actor,
    {
      ...{ id: '', kind: board === null ? 'partnership' : 'board', byLead: false, ...year },
      place: board && { kind: 'board', name: '', ...board },
      ...{ partnership: '', asOf: '2999-01-01', status: 'running', progress: 0, failure: null },
      ...{ mine: true, madeBy: '', askedAt: '' },
    },
    async () => true,
  );
  return (content?.measures ?? []).flatMap(({ code, rows }) =>
    rows.flatMap(({ by, figure }) =>
      by === 'all' ? [{ door: 'report', cell: cellOf(code, year, board?.code ?? 'all'), n: figure.n }] : [],
    ),
  );
}

/** What everybody downloads: wholes and their parts. */
export async function tellingsInOpenData(house: House, partnership: string): Promise<Telling[]> {
  const answer = await house.app.request(`/verantwoording/open-data/${partnership}/cijfers.csv`);
  const book = read(await answer.text(), { type: 'string', raw: true });
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
  return rows.flatMap((row) => {
    const { maat = '', van = '', verdeeld_naar, deel = '', aantal = '' } = row;
    if (verdeeld_naar !== 'alles') return [];
    const period = { from: van, to: row['tot_en_met'] ?? '' };
    const n = /^\d+$/.test(aantal) ? Number(aantal) : '<5';
    return [{ door: 'open data', cell: cellOf(maat, period, 'all', 'all', deel === 'alles' ? '' : deel), n }];
  });
}

/** What a door tells otherwise than the release: another number, or one that is hidden there. */
export const told = (tellings: readonly Telling[], released: ReadonlyMap<string, Shown>) =>
  tellings.filter(({ cell, n }) => (released.get(cell) ?? '<5') !== n);
