/** Subscribers: an address outside that nobody reads back. Visitors reach it through definer functions alone. */
import { type Database, type Reader, sql } from '../../platform/database.ts';
import { hashOf, newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Named } from '../posts/post.view.ts';
import type { Ending, Frequency, LetterAudience, Wishes } from './wishes.ts';

/** A subscription as whoever has the link of a letter finds it. */
export interface Behind extends Wishes {
  readonly tenantId: string;
  readonly partnership: Named;
  /** With most of it left out. */
  readonly address: string;
  readonly confirmed: boolean;
  readonly version: number;
  /** Topics to choose from. */
  readonly choices: readonly Named[];
}

/** What the link of a letter leads to; undefined: nothing (any more). */
export async function findBehind(reader: Reader, secret: string): Promise<Behind | undefined> {
  const row = await reader.first<{ behind: Behind | null }>(
    sql`select subscription_behind(${hashOf(secret)}) as behind`,
  );
  return row?.behind ?? undefined;
}

/** The topics of a partnership that somebody outside may choose from. */
export async function findTopics(reader: Reader, tenantId: string): Promise<readonly Named[]> {
  const row = await reader.first<{ topics: readonly Named[] }>(
    sql`select public_topics(${tenantId}) as topics`,
  );
  return row?.topics ?? [];
}

/** Asks for letters to an address; what becomes of it shows in its mailbox alone. */
export async function askFor(
  database: Database,
  tenantId: string,
  email: string,
  { language, audiences, topics, frequency }: Wishes,
): Promise<void> {
  await database.ask(sql`select ask_subscription(${tenantId}, ${newId()}, ${email}, ${language}, ${audiences}::text[],
    ${topics}::text[], ${frequency}, ${database.movedClock()})`);
}

/** From now on letters come; false: there is nothing behind this link. */
export async function confirmBehind(database: Database, secret: string): Promise<boolean> {
  const row = await database.ask<{ done: boolean }>(
    sql`select confirm_subscription(${hashOf(secret)}, ${database.movedClock()}) as done`,
  );
  return row?.done === true;
}

/** Other wishes; null: there is nothing behind this link, false: they were changed meanwhile. */
export async function changeBehind(
  database: Database,
  secret: string,
  version: number,
  { language, audiences, topics, frequency }: Wishes,
): Promise<boolean | null> {
  const row = await database.ask<{ done: boolean | null }>(
    sql`select change_subscription(${hashOf(secret)}, ${version}, ${language}, ${audiences}::text[], ${topics}::text[],
      ${frequency}, ${database.movedClock()}) as done`,
  );
  return row?.done ?? null;
}

/** No letters any more: nothing stays of the address. */
export async function stopBehind(database: Database, secret: string): Promise<void> {
  await database.ask(sql`select stop_subscription(${hashOf(secret)}, ${database.movedClock()})`);
}

/** How many, never who. */
export interface Counts {
  readonly subscribers: number;
  readonly unconfirmed: number;
  readonly groups: readonly {
    readonly audience: LetterAudience;
    readonly frequency: Frequency;
    readonly n: number;
  }[];
  readonly languages: Readonly<Record<string, number>>;
  /** In the last thirty days. */
  readonly ended: Readonly<Partial<Record<Ending, number>>>;
}

/** Of the partnership of who writes posts. */
export async function countSubscriptions(reader: Reader): Promise<Counts | undefined> {
  const row = await reader.first<{ counts: Counts | null }>(sql`select subscription_counts() as counts`);
  return row?.counts ?? undefined;
}

/** What became of the letters about a post. */
export interface Delivery {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly publishedAt: string;
  readonly waiting: number;
  readonly sent: number;
  readonly refused: number;
  readonly uncertain: number;
  readonly dropped: number;
}

/** Of the newest posts that anybody may read. */
export function findDeliveries(reader: Reader, { tenantId }: Actor): Promise<readonly Delivery[]> {
  return reader.rows<Delivery>(sql`
    select p.id, t.title, '/nieuws/' || t.slug || '-' || p.code as path, to_json(p.published_at) #>> '{}' as "publishedAt",
      coalesce(d.waiting, 0) as waiting, coalesce(d.sent, 0) as sent, coalesce(d.refused, 0) as refused,
      coalesce(d.uncertain, 0) as uncertain, coalesce(d.dropped, 0) as dropped
    from post p join post_text t on t.tenant_id = p.tenant_id and t.post_id = p.id and t.original
    left join post_deliveries() d on d.post_id = p.id
    where p.tenant_id = ${tenantId} and p.published_at <= app_now() and p.audiences && array['public', 'parents']
    order by p.touched_at desc, p.id desc limit 25`);
}
