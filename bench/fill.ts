/** One invented partnership with 10,000 shared concerns and as many questions, written straight into the tables: the bench reads them, it does not judge how they came. */
import pg from 'pg';
import { hashOf } from '../src/platform/ids.ts';
import { questionCases } from './fill-questions.ts';

export const contacts = 20;
export const schools = 200;
export const concerns = 10_000;

/** Bearer tokens and, after `page-`, the same people's sessions. */
export const secretOf = {
  lead: 'bench-team-lead-000000',
  contact: 'bench-contact-person-1',
  director: (school: number) => `bench-director-of-${String(school).padStart(4, '0')}`,
};

/** Everybody and everything has an id that follows from its name, so that the bench need not ask for it. */
const helpers = `
  create function pg_temp.id(what text) returns uuid language sql immutable as $$ select overlay(overlay(md5('bench ' || what) placing '7' from 13) placing '8' from 17)::uuid $$;
  create function pg_temp.tenant() returns uuid language sql immutable as $$ select pg_temp.id('tenant') $$;
  set session_replication_role = replica; -- no triggers: the protocol would take an hour for this`;

const registers = `
  insert into tenant (tenant_id, code, name, preset, holiday_region) values (pg_temp.tenant(), 'meting', 'SWV Meting', 'rotterdam', 'midden');
  insert into board (tenant_id, id, code, name) select pg_temp.tenant(), pg_temp.id('board ' || n), 'B' || n, 'Stichting ' || n from generate_series(0, 24) n;
  insert into school (tenant_id, id, code, name, board_id, city) select pg_temp.tenant(), pg_temp.id('school ' || n), 'M' || lpad(n::text, 5, '0'),
    'Basisschool De ' || n || 'e Linde', pg_temp.id('board ' || n % 25), 'Meetstad' from generate_series(0, ${schools - 1}) n;
  insert into holiday (tenant_id, id, scope, kind, name, starts_on, ends_on) select pg_temp.tenant(), pg_temp.id('holiday ' || n), 'tenant', 'free', 'Vakantie',
    current_date - 300 + n * 70, current_date - 290 + n * 70 from generate_series(0, 8) n;
  create temp table cast_of (name text, role text, school int, board int);
  insert into cast_of values ('lead', 'team_lead', null, null);
  insert into cast_of select 'contact ' || n % ${contacts}, 'contact_person', n, null from generate_series(0, ${schools - 1}) n;
  insert into cast_of select 'director ' || n, 'school_director', n, null from generate_series(0, ${schools - 1}) n;
  insert into cast_of select 'coordinator ' || n, 'support_coordinator', n, null from generate_series(0, ${schools - 1}) n;
  insert into cast_of select 'board member ' || n, 'board_member', null, n from generate_series(0, 24) n;
  insert into person (tenant_id, id, name, email) select distinct pg_temp.tenant(), pg_temp.id(name), initcap(name) || ' van Meting', replace(name, ' ', '.') || '@meting.invalid' from cast_of;
  insert into appointment (tenant_id, id, person_id, role, school_id, board_id, starts_on)
    select pg_temp.tenant(), gen_random_uuid(), pg_temp.id(name), role, pg_temp.id('school ' || school), pg_temp.id('board ' || board), '2025-08-01' from cast_of;`;

const text = `'Sinds de herfstvakantie is het in de middag onrustig in groep zes. Twee keer in de week gaat het gesprek in de klas niet door, en de groep eindigt de dag vermoeid. De leerkracht zoekt samen met de intern begeleider naar een vaste afsluiting van de dag (' || n || ').'`;

/** Fifty concerns a school: three in ten with the director, five in work after a talk, two ended. */
const cases = `
  create temp table plan as select n, n % ${schools} as school, n % 10 as kind, pg_temp.id('concern ' || n) as id, now() - n * interval '7 minutes' as touched,
    case when n / ${schools} % 10 < 3 then 'with_director' when n / ${schools} % 10 < 8 then 'working' when n / ${schools} % 10 = 8 then 'resolved' else 'closed' end as status
    from generate_series(0, ${concerns - 1}) n;
  insert into concern (tenant_id, id, number, school_id, author_id, status, version, theme, noticed_on, occasion, observation, impression, meaning_for_children, goes_well,
      noted_at, touched_at, shared_at, ended_at)
    select pg_temp.tenant(), id, upper(lpad(to_hex(n), 6, '0')), pg_temp.id('school ' || school), pg_temp.id('contact ' || school % ${contacts}), status,
      case status when 'with_director' then 3 when 'working' then 8 else 9 end, 'rust', touched::date - 40, 'Startgesprek', ${text}, 'Dit lijkt mij vooral moeheid.', 'Kinderen missen rust.', 'De inloop gaat goed.',
      touched - interval '40 days', touched, touched - interval '39 days', case when status in ('resolved', 'closed') then touched end from plan;
  create temp table said (version int, step text, from_status text, to_status text, who text, relation text, choice text);
  insert into said values (2, 'share_with_director', 'noted', 'with_director', 'contact', 'author', null), (3, 'reply', 'with_director', 'with_director', 'director', 'school_director', 'addition'),
    (4, 'hold_conversation', 'with_director', 'working', 'contact', 'author', null), (5, 'confirm_report', 'working', 'working', 'director', 'school_director', 'agrees'),
    (6, 'reply', 'working', 'working', 'director', 'school_director', 'accurate'), (7, 'review', 'working', 'working', 'contact', 'author', 'working'),
    (8, 'review', 'working', 'working', 'contact', 'author', 'working'), (9, 'review', 'working', 'resolved', 'contact', 'author', 'resolved');
  insert into concern_entry (tenant_id, concern_id, version, id, at, person_id, relation, step, from_status, to_status, board_reads, choice, text, goes_well, on_date)
    select pg_temp.tenant(), p.id, s.version, gen_random_uuid(), p.touched - (10 - s.version) * interval '3 days', pg_temp.id(s.who || ' ' || case s.who when 'contact' then p.school % ${contacts} else p.school end),
      s.relation, case when s.version = 9 and p.status = 'closed' then 'close' else s.step end, s.from_status, case when s.version = 9 then p.status else s.to_status end, true, s.choice,
      case when s.step <> 'share_with_director' then ${text} end, case when s.step = 'hold_conversation' then 'De inloop gaat goed.' end, case when s.step = 'hold_conversation' then (p.touched - interval '20 days')::date end
    from plan p join said s on s.version <= case p.status when 'with_director' then 3 when 'working' then 8 else 9 end;
  insert into concern_entry_person (tenant_id, concern_id, version, person_id)
    select pg_temp.tenant(), p.id, 4, pg_temp.id(who) from plan p, lateral (values ('contact ' || school % ${contacts}), ('director ' || school)) x (who) where status <> 'with_director';
  insert into agreement (tenant_id, id, concern_id, version, position, what, who, by_date, children_notice)
    select pg_temp.tenant(), gen_random_uuid(), p.id, 4, k, 'De dag eindigt met tien minuten lezen.', 'leerkracht', p.touched::date + 30, 'Zij gaan rustig naar huis.' from plan p, generate_series(0, 1) k where status <> 'with_director';`;

/** Fills the migrated database; `superUrl` is PostgreSQL's own superuser, whom row-level security does not hold. */
export async function fill(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query(`${helpers}; ${registers} ${cases} ${questionCases}`);
    const keys: [string, string][] = [
      ['lead', secretOf.lead],
      ['contact 1', secretOf.contact],
      ...Array.from({ length: schools }, (_, n): [string, string] => [`director ${n}`, secretOf.director(n)]),
    ];
    for (const [who, secret] of keys) {
      for (const [kind, key] of [
        ['token', secret],
        ['session', `page-${secret}`],
      ] as const)
        await client.query(
          `insert into access_key (tenant_id, id, person_id, kind, hash, made_at, seen_at, expires_at)
           values (pg_temp.tenant(), gen_random_uuid(), pg_temp.id($1), $2, $3, now(), now(), now() + interval '1 day')`,
          [who, kind, hashOf(key)],
        );
    }
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

export interface Placed {
  readonly id: string;
  /** Number of the school. */
  readonly school: number;
  readonly version: number;
  readonly status: string;
  /** The director may still reply. */
  readonly open: boolean;
}

/** The concerns as the filling made them. */
export async function findPlaced(superUrl: string): Promise<readonly Placed[]> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const found = await client.query<Placed>(
      `select c.id, substr(s.code, 2)::int as school, c.version, c.status, c.status in ('with_director', 'working') as open
       from concern c join school s on s.tenant_id = c.tenant_id and s.id = c.school_id order by c.number`,
    );
    return found.rows;
  } finally {
    await client.end();
  }
}
