/** A pilot compared, for machines: to who leads the team, as the page. */
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { problems } from '../../platform/problem.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { comparedTimes, comparedWith } from './comparison.rules.ts';
import { compare } from './comparison.view.ts';
import { getPilot } from './pilot.store.ts';

const number = z.number().nullable();
const sure = z.object({ value: number, low: number, high: number });
const estimate = sure.extend({ n: z.int() });
const days = z.object({ from: z.iso.date(), to: z.iso.date() });
const times = z.object({ before: estimate, after: estimate });

const comparison = z.object({
  /** Null: the pilot has not begun, and there are no rows. */
  periods: z.object({ before: days, after: days }).nullable(),
  schools: z.object({ pilot: z.int(), others: z.int() }),
  rows: z.array(
    z.object({
      name: z.string(),
      kind: z.string().nullable(),
      reckoned: z.enum(['days', 'share', 'handOffs', 'hours']),
      cells: z.object({ pilot: times, others: times }),
      changes: z.object({ pilot: sure, others: sure }),
      contrast: sure,
    }),
  ),
  doubts: z.array(z.string()),
  asOf: z.iso.date(),
});

export const comparisonApi: readonly ApiRoute[] = [
  getApi(
    '/pilots/:id/comparison',
    ['team_lead'],
    {
      summary: 'Een pilot vergeleken met andere scholen, ervoor en tijdens, met intervallen van 95%',
      answer: comparison,
      query: z.object({ with: z.enum(comparedWith).optional(), time: z.enum(comparedTimes).optional() }),
    },
    async ({ actor, params, query, database, today }) => {
      const id = idOf(params);
      if (id === undefined) return problems.notFound();
      const asked = { comparedWith: query.with ?? 'others', time: query.time ?? 'before' };
      const found = await database.read(actor, async (reader) => {
        const pilot = await getPilot(reader, actor, id);
        return pilot && { made: await compare(reader, actor, pilot, asked, today) };
      });
      if (found === undefined) return problems.notFound();
      if (found.made === undefined) return { status: 200, body: { ...nothing, asOf: today } };
      const { rows, ...rest } = found.made;
      return {
        status: 200,
        body: { ...rest, rows: rows.map(({ code, ...row }) => ({ name: code, ...row })) },
      };
    },
  ),
];

const nothing = { periods: null, schools: { pilot: 0, others: 0 }, rows: [], doubts: [] };
