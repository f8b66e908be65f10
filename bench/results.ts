/**
 * Figures of the largest partnership with five years behind it: each measure over a school year, in milliseconds of the processor, program
 * and PostgreSQL together, so that neighbours hardly count, and how many times as much that is as only to read the visits of that year;
 * and the pages that show them, on the clock, for who reads everything, forty schools or one.
 * `npm run bench -- results [--looks 9] [--json]` takes about a minute in a throw-away database.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../src/platform/database.ts';
import { findGroups } from '../src/results/dashboards/grouped.store.ts';
import { keepCapacity } from '../src/results/measures/capacity.store.ts';
import { measureCodes } from '../src/results/measures/measure.rules.ts';
import { schoolYear, schoolYearOf } from '../src/results/measures/period.rules.ts';
import { fillResults, measured } from './fill-results.ts';
import { type Ground, inThrowAway, look, median, openReport, type Visitor, visitAs } from './pages.ts';

const { values: options } = parseArgs({
  options: { looks: { type: 'string' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const looks = Number(options.looks ?? 9);
/** The page of one measure asks two school years one after the other, and has 40 ms of its own: together 300. */
const figureBar = 130;
/** The latest that is over. */
const year = schoolYear(schoolYearOf(new Date().toISOString().slice(0, 10)) - 1);

/** A page of one measure, whole, by place and in time, and the dearest over two whole years. */
const onePerKind = [
  '/resultaten/first_contact_days',
  '/resultaten/hours_done?by=board',
  '/resultaten/goal_levels?by=quarter',
  `/resultaten/hours_planned?period=${year.from.slice(0, 4)}`,
];

const report = openReport(options.json === true);
Object.assign(report.figures, measured);
await inThrowAway('results', measure);
if (options.json === true) console.log(JSON.stringify(report.figures));
process.exit(report.passed() ? 0 : 1);

async function measure(ground: Ground): Promise<void> {
  const readers = await fillResults(ground.superUrl);
  await keepYears(ground);
  const floor = await readingCost(ground);
  report.say(`Only to read the visits of a year: ${floor.toFixed(1)} ms`);
  for (const [name, who] of Object.entries(readers)) {
    const visitor = await visitAs(ground, who);
    report.say(`For ${name}:`);
    if (name === 'lead') await timeFigures(ground, visitor, who, floor);
    for (const path of ['/resultaten', `/resultaten?period=${year.from.slice(0, 4)}`, ...onePerKind])
      await look(ground, report, visitor, path, looks, `${name} ${path}`);
    await visitor.database.close();
  }
}

/** As the night does. */
async function keepYears({ appUrl }: Ground): Promise<void> {
  const database = openDatabase({ url: appUrl });
  report.say(`Years of specialists kept: ${await keepCapacity(database)}`);
  await database.close();
}

/** A year of visits and what they were for, grouped by PostgreSQL's superuser, whom row-level security does not hold. */
async function readingCost({ superUrl, spent }: Ground): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    return median(
      await repeated(async () => {
        const began = spent();
        await client.query(
          `select v.kind, count(*), sum(x.minutes) from visit v join visit_share x using (tenant_id)
           where x.visit_id = v.id and v.on_date between $1 and $2 group by 1`,
          [year.from, year.to],
        );
        return spent() - began;
      }),
    );
  } finally {
    await client.end();
  }
}

async function timeFigures(
  { spent }: Ground,
  { database }: Visitor,
  who: Parameters<typeof visitAs>[1],
  floor: number,
): Promise<void> {
  for (const code of measureCodes) {
    let cases = 0;
    const waits: number[] = [];
    const costs = await repeated(async () => {
      const [began, at] = [spent(), performance.now()];
      const groups = await database.read(who, (reader) =>
        findGroups(reader, who, [{ asked: [{ code, by: null }], periods: { year } }]),
      );
      cases = groups.reduce((all, { n }) => all + n, 0);
      waits.push(performance.now() - at);
      return spent() - began;
    });
    const cost = median(costs);
    report.tell(`${code}, ${cases} cases`, cost, figureBar, 'ms');
    report.say(`    ${median(waits).toFixed(0)} ms on the clock, ${(cost / floor).toFixed(1)} x`);
  }
}

/** The first time only warms up. */
async function repeated(once: () => Promise<number>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let nth = 0; nth <= looks; nth += 1) found.push(await once());
  return found.slice(1);
}
