/**
 * Plans of the largest size, by the product's own road: made by the planner in its thread, looked at in every view, published; beside
 * it the board. All in milliseconds of the processor, program and PostgreSQL together, so that neighbours hardly count.
 * `npm run bench -- plans [--seconds 30] [--looks 9] [--json]` takes about two minutes in a throw-away database.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planNext } from '../src/deployment/index.ts';
import { openSession } from '../src/platform/access.store.ts';
import { type Database, openDatabase, type Reader, type Sql, sql } from '../src/platform/database.ts';
import { sessionCookie } from '../src/platform/door/request.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { csrfOf } from '../src/platform/ids.ts';
import { prepareJobs } from '../src/platform/jobs.ts';
import { migrate } from '../src/platform/migrate.ts';
import { migrationsFolder } from '../src/platform/project.ts';
import { createApp } from '../src/web/server.ts';
import { cpuMs, treeCpuMs } from './cpu.ts';
import { fillPlans, planned } from './fill-plans.ts';

const text = { type: 'string' } as const;
const { values: options } = parseArgs({
  options: { seconds: text, looks: text, json: { type: 'boolean' } },
  allowPositionals: true,
});
const seconds = Number(options.seconds ?? 30);
const looks = Number(options.looks ?? 9);
const bars = { page: 300, queries: 3, publish: 2_500 };

const folder = mkdtempSync(join(tmpdir(), 'kortelijn-plans-'));
chmodSync(folder, 0o711); // when root runs this, another user runs PostgreSQL and must be able to pass
const server = await startEmbedded(folder, 'other');
const postgresPid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const figures: Record<string, unknown> = { ...planned };
let passed = true;
try {
  await migrate(server.ownerUrl, 'kortelijn_app', migrationsFolder);
  await prepareJobs(server.ownerUrl);
  await measure();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (options.json === true) console.log(JSON.stringify(figures));
process.exit(passed ? 0 : 1);

async function measure(): Promise<void> {
  const lead = await fillPlans(Object.assign(new URL(server.superUrl), { pathname: '/kortelijn' }).href);
  const asked: string[] = [];
  const database = openDatabase({ url: server.appUrl });
  const app = createApp({
    database: listened(database, asked),
    config: { demo: false, rateLimit: false, baseUrl: undefined },
  });
  const secret = await openSession(database, lead, { way: 'link', secondFactor: true });
  const cookie = `${sessionCookie}=${secret}`;
  const get = (path: string) => app.request(path, { headers: { cookie } });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    app.request(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ _csrf: csrfOf(secret), ...fields }),
    });

  const made = await post('/inzet/plannen/nieuw', { name: 'Groot', seconds: String(seconds), weeks: '20' });
  const plan = made.headers.get('location') ?? '';
  const began = spent();
  await planNext(database);
  tell('planner, whole run', (spent() - began) / 1_000, seconds + 15, 's');
  const found = await database.read(lead, (reader) => reader.first<Found>(foundOf(plan.slice(-36))));
  figures['plan'] = found;
  say(`  ${JSON.stringify(found)}`);
  passed &&= found?.complete === true;

  for (const path of [
    ...[plan, `${plan}?pagina=5`, `${plan}?toon=school`, `${plan}?toon=wacht`, `${plan}?toon=verdeling`],
    ...[`${plan}/publiceren`, `${plan}/vergelijken`, '/inzet', '/inzet/capaciteit', '/inzet/expertise'],
    ...['/inzet/wachtend', '/inzet/kaart'],
  ])
    await look(path.replace(plan, '…'), () => get(path), asked);

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
  tell(`publishing, ${proposed?.n} proposals`, took, bars.publish, 'ms');
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

/** Looks at a page again and again; the first time only warms up. */
async function look(path: string, get: () => Promise<Response> | Response, asked: string[]): Promise<void> {
  const times: number[] = [];
  for (let nth = 0; nth <= looks; nth += 1) {
    asked.length = 0;
    const began = spent();
    const answer = await get();
    const html = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    if (nth > 0) times.push(spent() - began);
    figures[`${path} kB`] = Math.round(html.length / 1_000);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  figures[`${path} queries`] = asked.length;
  passed &&= asked.length <= bars.queries;
  tell(`${path}, ${asked.length} queries, ${figures[`${path} kB`]} kB`, median, bars.page, 'ms');
}

/** CPU since the start, of this process and of PostgreSQL. */
function spent(): number {
  return cpuMs(process.pid) + treeCpuMs(postgresPid);
}

function tell(name: string, value: number, bar: number, unit: string): void {
  const good = value <= bar;
  passed &&= good;
  figures[name] = Math.round(value * 10) / 10;
  say(`${good ? '✓' : '✗'} ${name}: ${value.toFixed(1)} ${unit} (bar ${bar})`);
}

function say(line: string): void {
  if (options.json !== true) console.log(line);
}

/** The same database, which writes down what it is asked besides who asks, the bell and the audit. */
function listened(database: Database, asked: string[]): Database {
  const aside = /find_actor|^\s*insert into (audit|disclosure)|unread_notices/;
  const hear = (query: Sql) => {
    if (!aside.test(query.text)) asked.push(query.text);
    return query;
  };
  const reading = (reader: Reader): Reader => ({
    rows: (query) => reader.rows(hear(query)),
    first: (query) => reader.first(hear(query)),
  });
  return { ...database, read: (who, work) => database.read(who, (reader) => work(reading(reader))) };
}
