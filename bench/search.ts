/**
 * Searching at the size of the country: 150 partnerships, 300,000 concerns. Beside each search the same one without anybody's rights,
 * in turn, in one run. `npm run bench -- search`; `--concerns N --rounds N` make it shorter. Takes about ten minutes, most of it filling.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase, sql } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { migrate } from '../src/platform/migrate.ts';
import { migrationsFolder } from '../src/platform/project.ts';
import type { Actor, Appointment } from '../src/platform/pure/actor.ts';
import { wantedBy } from '../src/platform/pure/wanted.ts';
import { search } from '../src/search/search.actions.ts';

const text = { type: 'string' } as const;
const { values: options } = parseArgs({ options: { concerns: text, rounds: text }, allowPositionals: true });
const concerns = Number(options.concerns ?? 300_000);
const rounds = Number(options.rounds ?? 60);
const partnerships = 150;

/** Partnership n has n shares of the concerns: the largest 150 times the smallest. Fifty schools each, a contact person for three. */
const filling = `
  create function pg_temp.id(what text) returns uuid language sql immutable as $$ select overlay(overlay(md5('search ' || what) placing '7' from 13) placing '8' from 17)::uuid $$;
  set session_replication_role = replica;
  insert into tenant (tenant_id, code, name, preset, holiday_region) select pg_temp.id('t' || n), 'swv-' || n, 'SWV ' || n, 'rotterdam', 'midden' from generate_series(1, ${partnerships}) n;
  insert into school (tenant_id, id, code, name, city) select pg_temp.id('t' || n), pg_temp.id('s' || n || '/' || s), lpad(s::text, 4, '0') || 'AA', 'Basisschool De ' || s || 'e Eik', 'Plaats ' || n
    from generate_series(1, ${partnerships}) n, generate_series(0, 49) s;
  insert into person (tenant_id, id, name, email) select pg_temp.id('t' || n), pg_temp.id('p' || n || '/' || p), 'Persoon ' || p, 'p' || p || '@meting.invalid'
    from generate_series(1, ${partnerships}) n, generate_series(0, 49) p;
  insert into appointment (tenant_id, id, person_id, role, school_id, starts_on)
    select pg_temp.id('t' || n), gen_random_uuid(), pg_temp.id('p' || n || '/0'), 'team_lead', null::uuid, date '2025-08-01' from generate_series(1, ${partnerships}) n
    union all select pg_temp.id('t' || n), gen_random_uuid(), pg_temp.id('p' || n || '/' || 1 + s / 3), 'contact_person', pg_temp.id('s' || n || '/' || s), '2025-08-01'
      from generate_series(1, ${partnerships}) n, generate_series(0, 49) s;
  create temp table plan as select n, x, row_number() over () as nth from generate_series(1, ${partnerships}) n,
    lateral generate_series(1, greatest(1, (${concerns}::bigint * n / ${(partnerships * (partnerships + 1)) / 2})::int)) x;
  create temp table told as select n, x, nth, 'In groep ' || x % 8 + 1 || ' gaat het kenmerk' || x % 997 || ' niet goed, de leerkracht ziet onrust en zoekt naar woord' || (x * 31) % 4999
    || ' en structuur. Na de pauze duurt het lang voor kinderen weer aan het werk zijn; ouders vragen om duidelijkheid, het team is er druk mee en bespreekt het met de intern begeleider. Zaak' || nth as said from plan;
  insert into concern (tenant_id, id, number, school_id, author_id, status, version, noticed_on, occasion, observation, noted_at, touched_at, shared_at)
    select pg_temp.id('t' || n), pg_temp.id('c' || nth), upper(lpad(to_hex(x), 6, '0')), pg_temp.id('s' || n || '/' || x % 50), pg_temp.id('p' || n || '/' || 1 + (x % 50) / 3), 'working', 2,
      date '2026-09-01', 'Startgesprek', said, now() - x * interval '3 minutes', now() - x * interval '3 minutes', now() - x * interval '3 minutes' from told;
  insert into concern_search select pg_temp.id('t' || n), pg_temp.id('c' || nth), to_tsvector('dutch_search', said), to_tsvector('dutch_search', said), words_of(said), words_of(said) from told;
  analyze;`;

const folder = mkdtempSync(join(tmpdir(), 'kortelijn-search-'));
chmodSync(folder, 0o711); // when root runs this, another user runs PostgreSQL and must be able to pass
const server = await startEmbedded(folder, 'other');
let passed = true;
try {
  await migrate(server.ownerUrl, 'kortelijn_app', migrationsFolder);
  await measure();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);

async function measure(): Promise<void> {
  const superUrl = Object.assign(new URL(server.superUrl), { pathname: '/kortelijn' }).href;
  const owner = new pg.Client({ connectionString: superUrl });
  await owner.connect();
  const began = performance.now();
  await owner.query(filling);
  console.log(`${concerns} concerns written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const database = openDatabase({ url: server.appUrl });
  for (const who of ['team_lead', 'contact_person'] as const) {
    const actor = await anActor(owner, database, who);
    for (const [name, q] of [
      ['rare word', 'kenmerk12'],
      ['common word', 'structuur'],
      ['a slip', 'strutcuur'],
      ['nothing', 'walvisvaarder'],
    ] as const) {
      await compare(`${who}, ${name}`, actor, q, owner, database);
    }
  }
  await database.close();
  await owner.end();
}

/** Somebody of the largest partnership. */
async function anActor(
  owner: pg.Client,
  database: ReturnType<typeof openDatabase>,
  role: string,
): Promise<Actor> {
  const { rows } = await owner.query<{ tenantId: string; personId: string }>(
    `select tenant_id as "tenantId", person_id as "personId" from appointment join tenant using (tenant_id) where code = 'swv-${partnerships}' and role = $1 limit 1`,
    [role],
  );
  const [who] = rows;
  if (who === undefined) throw new Error(`nobody is ${role}`);
  const found = await database.ask<{ appointments: readonly Appointment[] }>(
    sql`select appointments_on(${who.tenantId}, ${who.personId}, '2026-11-20') as appointments`,
  );
  const tenant = { code: '', name: '', preset: '', labels: {} };
  return { ...who, keyId: '', name: '', email: '', tenant, appointments: found?.appointments ?? [] };
}

async function compare(
  name: string,
  actor: Actor,
  q: string,
  owner: pg.Client,
  database: ReturnType<typeof openDatabase>,
): Promise<void> {
  const mine: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(
      await timed(() =>
        search({ database, via: 'api', now: new Date() }, actor, { q, kind: 'concern', limit: 10 }),
      ),
    );
    bare.push(
      await timed(() =>
        owner.query(
          `select c.id, c.number, c.status, s.code, s.name, c.theme, c.noticed_on, c.touched_at
           from concern_search f join concern c on c.tenant_id = f.tenant_id and c.id = f.concern_id join school s on s.tenant_id = c.tenant_id and s.id = c.school_id
           where f.tenant_id = $1 and f.whole @@ to_tsquery('dutch_search', $2) order by c.touched_at desc, c.id desc limit 11`,
          [actor.tenantId, wantedBy(q)?.queries[0]],
        ),
      ),
    );
  }
  const p95 = quantile(mine, 0.95);
  passed &&= p95 < 100;
  console.log(
    `${p95 < 100 ? '✓' : '✗'} ${name}: p50 ${quantile(mine, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (bar 100); ` +
      `without rights p50 ${quantile(bare, 0.5).toFixed(1)} ms, p95 ${quantile(bare, 0.95).toFixed(1)} ms`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
