/** Providers of log-in, accounts and invitations: what each person finds there and may write. */
import type pg from 'pg';
import { foreignTenant, foundExactly, type Probe, personOf } from './probes-registers.ts';
import type { World } from './world.ts';

const id = 'gen_random_uuid()';

/** A provider, accounts and invitations in both partnerships. */
export async function furnishLogin(superuser: pg.Client, world: World): Promise<void> {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const provider = (tenant: string) =>
    `insert into login_provider (tenant_id, issuer, client_id, client_secret) values (${tenant}, 'https://login.example', 'k', 'x');`;
  const account = (tenant: string, who: string) =>
    `insert into identity (tenant_id, id, person_id, issuer, subject, linked_at)
      values (${tenant}, ${id}, ${personOf(world, who)}, 'https://login.example', '${who}', now());`;
  const invitation = (tenant: string, who: string) =>
    `insert into login_invitation (tenant_id, id, person_id, made_by, made_at)
      values (${tenant}, ${id}, ${personOf(world, who)}, ${personOf(world, who)}, now());`;
  await superuser.query(
    provider(mine) +
      provider(foreign) +
      account(mine, 'author') +
      account(mine, 'teamLead') +
      account(foreign, 'foreignLead') +
      invitation(mine, 'author') +
      invitation(foreign, 'foreignLead'),
  );
}

export function loginProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const ofMine = `tenant_id = ${mine}`;
  const sees = (who: string, table: string, kind: string): Probe => ({
    who,
    sql: foundExactly(table, kind),
    expected: 'nothing',
  });
  const add = (tenant: string) =>
    `insert into login_provider (tenant_id, issuer, client_id, client_secret) values (${tenant}, 'https://b.example', 'k', 'x')`;
  const invite = (tenant: string, by: string) =>
    `insert into login_invitation (tenant_id, id, person_id, made_by, made_at)
      values (${tenant}, ${id}, ${personOf(world, 'author')}, ${personOf(world, by)}, now())`;
  return [
    sees('administrator', 'login_provider', ofMine),
    sees('administrator', 'login_invitation', ofMine),
    sees('administrator', 'identity', ofMine),
    { who: 'administrator', sql: foundTwo('identity'), expected: 'nothing' },
    sees('author', 'identity', `person_id = ${personOf(world, 'author')}`),
    sees('foreignLead', 'identity', `person_id = ${personOf(world, 'foreignLead')}`),
    ...['teamLead', 'foreignLead'].flatMap((who): readonly Probe[] => [
      sees(who, 'login_provider', 'false'),
      sees(who, 'login_invitation', 'false'),
      { who, sql: 'delete from login_provider', expected: 'nothing' },
      { who, sql: `update login_provider set issuer = 'https://evil.example'`, expected: 'nothing' },
      { who, sql: add(mine), expected: '42501' },
      { who, sql: invite(who === 'teamLead' ? mine : foreign, who), expected: '42501' },
    ]),
    {
      who: 'administrator',
      sql: `update login_provider set issuer = 'https://b.example'`,
      expected: 'done',
    },
    { who: 'administrator', sql: 'delete from login_provider', expected: 'done' },
    { who: 'administrator', sql: `delete from login_provider; ${add(mine)}`, expected: 'done' },
    { who: 'administrator', sql: add(foreign), expected: '42501' },
    {
      who: 'administrator',
      sql: `delete from login_provider where tenant_id = ${foreign}`,
      expected: 'nothing',
    },
    { who: 'administrator', sql: 'select client_secret from login_provider', expected: '42501' },
    { who: 'administrator', sql: 'select subject from identity', expected: '42501' },
    { who: 'administrator', sql: invite(mine, 'administrator'), expected: 'done' },
    { who: 'administrator', sql: invite(mine, 'teamLead'), expected: '42501' },
    { who: 'administrator', sql: invite(foreign, 'administrator'), expected: '42501' },
    ...['provider_visit', 'login_session'].map(
      (table): Probe => ({
        who: 'administrator',
        sql: `select from ${table}`,
        expected: '42501',
      }),
    ),
  ];
}

const foundTwo = (table: string) => `do $$ begin if (select count(*) from ${table}) <> 2
  then raise exception using errcode = 'KL001', message = 'sees another number'; end if; end $$`;
