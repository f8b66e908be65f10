/** Posts and subscribers for tests: written by the product's own functions, read by nobody before their hour. */
import pg from 'pg';
import { inject } from 'vitest';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { FreshDatabase } from './database.ts';
import type { Stage } from './stage.ts';

interface Wanted {
  readonly audiences?: readonly string[];
  readonly topics?: readonly string[];
  /** Codes. */
  readonly areas?: readonly string[];
  readonly boards?: readonly string[];
  readonly title?: string;
  readonly lead?: string;
  /** Not yet: an hour ahead. */
  readonly at?: string;
  readonly draft?: true;
  /** Title and lead in other languages. */
  readonly translations?: Readonly<Record<string, { readonly title: string; readonly lead: string }>>;
}

interface Writer {
  readonly tenantId: string;
  readonly personId: string;
}

let made = 0;

/** A post that this writer publishes now, or at its hour. Gives its id. */
export async function aPost(stage: Stage, writer: Writer, wanted: Wanted = {}): Promise<string> {
  const id = newId();
  made += 1;
  const { audiences = ['public'], topics = [], areas = [], boards = [], translations = {} } = wanted;
  const { title = `Bericht ${made}`, lead = 'Een korte inleiding.', at = null, draft = false } = wanted;
  const words = { language: 'nl', title, slug: `bericht-${made}`, lead, body: 'De tekst van het bericht.' };
  await stage.database.write(writer, async (tx) => {
    const post = JSON.stringify({ audiences, topics, areas, boards, ...words });
    await tx.first(sql`select save_post(${id}, null, ${post}::jsonb)`);
    let version = 1;
    for (const [language, text] of Object.entries(translations)) {
      const other = JSON.stringify({ ...words, ...text, language });
      await tx.first(sql`select save_post_translation(${id}, ${version}, ${other}::jsonb)`);
      version += 1;
    }
    if (!draft) await tx.first(sql`select publish_post(${id}, ${version}, ${at}::timestamptz)`);
  });
  return id;
}

/** A dated block with its reason. */
export async function anUpdate(stage: Stage, writer: Writer, post: string, reason: string): Promise<void> {
  const texts = JSON.stringify([{ language: 'nl', reason, body: 'Zo is het nu.' }]);
  await stage.database.write(writer, (tx) =>
    tx.first(
      sql`select update_post(p.id, p.version, ${newId()}, ${texts}::jsonb) from post p where p.id = ${post}`,
    ),
  );
}

export async function withdraw(stage: Stage, writer: Writer, post: string): Promise<void> {
  await stage.database.write(writer, (tx) =>
    tx.first(sql`select withdraw_post(p.id, p.version, 'Klopt niet meer.') from post p where p.id = ${post}`),
  );
}

/** Somebody opens a post. */
export async function reads(stage: Stage, who: Writer, post: string): Promise<void> {
  await stage.database.write(who, (tx) => tx.first(sql`select read_post(${post})`));
}

/** Topics stand in a list that the program only reads. */
export async function theTopics(fresh: FreshDatabase, tenantId: string, ...codes: string[]): Promise<void> {
  const address = new URL(inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser
    .query('insert into topic (tenant_id, code, name) select $1, c, initcap(c) from unnest($2::text[]) c', [
      tenantId,
      codes,
    ])
    .finally(() => superuser.end());
}
