/**
 * Plans of the largest size, by the product's own road: made by the planner in its thread, looked at in every view, published; beside
 * it the board. In milliseconds on the clock, so on a quiet machine; those of the processor stand beside them.
 * `npm run bench -- plans [--seconds 30] [--looks 9] [--json]` takes about two minutes in a throw-away database.
 */
import { parseArgs } from 'node:util';
import { planNext } from '../src/deployment/index.ts';
import { type Sql, sql } from '../src/platform/database.ts';
import { fillPlans, planned } from './fill-plans.ts';
import { type Ground, inThrowAway, look, openReport, visitAs } from './pages.ts';

const text = { type: 'string' } as const;
const { values: options } = parseArgs({
  options: { seconds: text, looks: text, json: { type: 'boolean' } },
  allowPositionals: true,
});
const seconds = Number(options.seconds ?? 30);
const looks = Number(options.looks ?? 9);
const publishBar = 2_500;

const report = openReport(options.json === true);
Object.assign(report.figures, planned);
await inThrowAway('plans', measure);
if (options.json === true) console.log(JSON.stringify(report.figures));
process.exit(report.passed() ? 0 : 1);

async function measure(ground: Ground): Promise<void> {
  const { superUrl, spent } = ground;
  const lead = await fillPlans(superUrl);
  const visitor = await visitAs(ground, lead);
  const { database, get, post } = visitor;
  const made = await post('/inzet/plannen/nieuw', { name: 'Groot', seconds: String(seconds), weeks: '20' });
  const plan = made.headers.get('location') ?? '';
  const began = spent();
  await planNext(database);
  report.tell('planner, whole run', (spent() - began) / 1_000, seconds + 15, 's');
  const found = await database.read(lead, (reader) => reader.first<Found>(foundOf(plan.slice(-36))));
  report.figures['plan'] = found;
  report.say(`  ${JSON.stringify(found)}`);
  if (found?.complete !== true) report.fails();

  for (const path of [
    ...[plan, `${plan}?pagina=5`, `${plan}?toon=school`, `${plan}?toon=wacht`, `${plan}?toon=verdeling`],
    ...[`${plan}/publiceren`, `${plan}/vergelijken`, '/inzet', '/inzet/capaciteit', '/inzet/expertise'],
    ...['/inzet/wachtend', '/inzet/kaart'],
  ])
    await look(ground, report, visitor, path, looks, path.replace(plan, '…'));

  const page = await (await get(`${plan}/publiceren`)).text();
  const version = /name="_version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const from = spent();
  // Where somebody leaves a school only when the next begins, not every half fits at once: that is left out.
  const published = await post(`${plan}/publiceren`, { _version: version, leaveOut: 'true' });
  if (published.status !== 303) throw new Error(`publishing answers ${published.status}`);
  const took = spent() - from;
  const proposed = await database.read(lead, (reader) =>
    reader.first<{ n: number }>(sql`select count(*)::int as n from stationing where plan_id is not null`),
  );
  report.tell(`publishing, ${proposed?.n} proposals`, took, publishBar, 'ms');
  await database.close();
}

interface Found {
  readonly gap: number;
  readonly complete: boolean;
  readonly stationings: number;
  readonly assignments: number;
  readonly unplanned: number;
}

function foundOf(id: string): Sql {
  return sql`select p.status, p.failure, p.value, p.bound, (p.bound - p.value) / p.bound as gap,
      (p.explanation ->> 'complete')::boolean as complete, jsonb_array_length(p.best -> 'stationings') as stationings,
      jsonb_array_length(p.best -> 'assignments') as assignments, jsonb_array_length(p.best -> 'unplanned') as unplanned
    from deployment_plan p where p.id = ${id}`;
}
