import { type Reader, sql } from '../database.ts';
import type { Letter } from './letter.ts';

/** Lays letters ready in the transaction of what they tell of. A letter whose key is there already is left out. */
export async function queueMail(tx: Pick<Reader, 'first'>, letters: readonly Letter[]): Promise<void> {
  await Promise.all(
    letters.map((letter) => {
      const { tenantId, personId, kind, key, subject, lines, link, calendar, due } = letter;
      return tx.first(sql`select queue_mail(${tenantId}, ${personId}, ${kind}, ${key}, ${subject}, ${lines}::text[], ${link},
        ${calendar === undefined ? null : JSON.stringify(calendar)}::jsonb, ${due ?? null}::timestamptz)`);
    }),
  );
}
