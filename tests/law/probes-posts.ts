/** Who writes of posts beside the functions of the law, with what must come of each write: topics, and nothing else. */
import { foreignTenant, type Probe, personOf } from './probes-registers.ts';
import { onlyOne } from './probes-specialists.ts';
import type { World } from './world.ts';

const by = (people: readonly string[], sql: string, expected: Probe['expected']) =>
  people.map((who): Probe => ({ who, sql, expected }));
/** Writers, one of them an editor until the turn. */
const writers = ['teamLead', 'newDirector'];
const others = ['author', 'director', 'specialist', 'boardMember', 'administrator', 'coordinator'];

export function postProbes(world: World): readonly Probe[] {
  const mine = `'${world.cast.tenantId}'`;
  const foreign = foreignTenant(world);
  const add = (tenant: string) =>
    `insert into topic (tenant_id, code, name, position) values (${tenant}, 'nieuw', 'Nieuw', 1)`;
  const change = (tenant: string) => `update topic set name = name || '!' where tenant_id = ${tenant}`;
  return [
    ...by(writers, add(mine), 'done'),
    ...by(writers, add(foreign), '42501'),
    ...by(others, add(mine), '42501'),
    ...by(writers, change(mine), 'done'),
    ...by(writers, change(foreign), 'nothing'),
    ...by(others, change(mine), 'nothing'),
    ...by(['teamLead'], `update topic set tenant_id = ${foreign}`, '42501'),
    ...by(['teamLead'], 'delete from topic', '42501'),
    ...[
      'post',
      'post_text',
      'post_fix',
      'post_update',
      'post_update_text',
      'post_file',
      'post_reading',
    ].flatMap((table) => by(['teamLead'], `delete from ${table}`, '42501')),
    ...by(writers, `update post set version = version + 1`, '42501'),
    ...addresses(mine, foreign),
    ...feeds(world, mine, foreign),
  ];
}

/** Addresses on an older site: of one's own partnership, by who writes. */
function addresses(mine: string, foreign: string): readonly Probe[] {
  const post = (tenant: string) => `(select post_id from post_address where tenant_id = ${tenant} limit 1)`;
  const add = (tenant: string, of = mine) =>
    `insert into post_address (tenant_id, path, post_id) values (${tenant}, '/oud/nieuw', ${post(of)})`;
  const remove = (tenant: string) => `delete from post_address where tenant_id = ${tenant}`;
  return [
    ...by(writers, add(mine), 'done'),
    ...by(writers, add(foreign), '42501'),
    ...by(others, add(mine), '42501'),
    ...by(writers, remove(mine), 'done'),
    ...by(writers, remove(foreign), 'nothing'),
    ...by(others, remove(mine), 'nothing'),
  ];
}

/** The key of one's own feed, and of nobody else's. */
function feeds(world: World, mine: string, foreign: string): readonly Probe[] {
  const add = (kind: string, tenant = mine) =>
    `insert into feed_key values (${tenant}, ${personOf(world, kind)}, sha256('nieuw'), now())`;
  return [
    ...by(['specialist'], add('specialist'), 'done'),
    ...by(['teamLead', 'administrator'], add('specialist'), '42501'),
    ...by(['specialist'], add('specialist', foreign), '42501'),
    ...['update feed_key set made_at = now()', 'delete from feed_key'].flatMap((deed) => [
      ...by(['specialist', 'administrator', 'foreignLead'], deed, 'nothing'),
      onlyOne('director', deed),
    ]),
  ];
}
