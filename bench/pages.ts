/** What the benches of pages share: a throw-away database, what all costs in CPU, pages as somebody looks at them, and bars. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openSession } from '../src/platform/access.store.ts';
import { type Database, openDatabase, type Reader, type Sql } from '../src/platform/database.ts';
import { sessionCookie } from '../src/platform/door/request.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { csrfOf } from '../src/platform/ids.ts';
import { prepareJobs } from '../src/platform/jobs.ts';
import { migrate } from '../src/platform/migrate.ts';
import { migrationsFolder } from '../src/platform/project.ts';
import type { Identity } from '../src/platform/pure/actor.ts';
import { createApp } from '../src/web/server.ts';
import { cpuMs, treeCpuMs } from './cpu.ts';

export interface Ground {
  /** PostgreSQL's own superuser, whom row-level security does not hold. */
  readonly superUrl: string;
  readonly appUrl: string;
  /** CPU since the start, of this process and of PostgreSQL, in milliseconds. */
  spent(): number;
}

/** Lets the bench work in a migrated database that is gone afterwards. */
export async function inThrowAway(name: string, work: (ground: Ground) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `kortelijn-${name}-`));
  chmodSync(folder, 0o711); // when root runs this, another user runs PostgreSQL and must be able to pass
  const server = await startEmbedded(folder, 'other');
  const postgresPid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  try {
    await migrate(server.ownerUrl, 'kortelijn_app', migrationsFolder);
    await prepareJobs(server.ownerUrl);
    await work({
      superUrl: Object.assign(new URL(server.superUrl), { pathname: '/kortelijn' }).href,
      appUrl: server.appUrl,
      spent: () => cpuMs(process.pid) + treeCpuMs(postgresPid),
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was measured, and whether all of it stays under its bar. */
export interface Report {
  readonly figures: Record<string, unknown>;
  say(line: string): void;
  tell(name: string, value: number, bar: number, unit: string): void;
  fails(): void;
  passed(): boolean;
}

export function openReport(json: boolean): Report {
  const figures: Record<string, unknown> = {};
  let passed = true;
  const say = (line: string) => {
    if (!json) console.log(line);
  };
  return {
    figures,
    say,
    tell: (name, value, bar, unit) => {
      const good = value <= bar;
      passed &&= good;
      figures[name] = Math.round(value * 10) / 10;
      say(`${good ? '✓' : '✗'} ${name}: ${value.toFixed(1)} ${unit} (bar ${bar})`);
    },
    fails: () => {
      passed = false;
    },
    passed: () => passed,
  };
}

export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** What the database was asked for the last page, besides who asks, the bell and the audit. */
  readonly asked: string[];
  readonly database: Database;
}

/** Somebody who is logged in and looks at the product's pages. */
export async function visitAs(ground: Ground, who: Identity): Promise<Visitor> {
  const asked: string[] = [];
  const database = openDatabase({ url: ground.appUrl });
  const app = createApp({
    database: listened(database, asked),
    config: { demo: false, rateLimit: false, baseUrl: undefined },
  });
  const secret = await openSession(database, who, { way: 'link', secondFactor: true });
  const cookie = `${sessionCookie}=${secret}`;
  return {
    asked,
    database,
    get: async (path) => app.request(path, { headers: { cookie } }),
    post: async (path, fields) =>
      app.request(path, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ _csrf: csrfOf(secret), ...fields }),
      }),
  };
}

const bars = { page: 300, queries: 3 };

/** Looks at a page again and again; the first time only warms up. On a quiet machine: the bar is on the clock. */
export async function look(
  { spent }: Ground,
  report: Report,
  visitor: Visitor,
  path: string,
  looks: number,
  name = path,
): Promise<void> {
  const costs: number[] = [];
  const waits: number[] = [];
  for (let nth = 0; nth <= looks; nth += 1) {
    visitor.asked.length = 0;
    const [began, at] = [spent(), performance.now()];
    const answer = await visitor.get(path);
    const html = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    if (nth > 0) costs.push(spent() - began);
    if (nth > 0) waits.push(performance.now() - at);
    report.figures[`${name} kB`] = Math.round(html.length / 1_000);
  }
  // What somebody waits: queries of a page that run side by side cost their sum, and take as long as the longest.
  report.tell(name, median(waits), bars.page, 'ms');
  report.tell(`${name} queries`, visitor.asked.length, bars.queries, '');
  report.figures[`${name} cpu ms`] = Math.round(median(costs));
  report.say(`    ${median(costs).toFixed(0)} ms of the processor`);
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

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
