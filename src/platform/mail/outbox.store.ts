import { type Database, type Reader, sql } from '../database.ts';
import { hashOf, newId } from '../ids.ts';
import type { Cursor } from '../pure/cursor.ts';
import type { Letter, LetterItem, News } from './letter.ts';
import type { Posted } from './message.tsx';

/** Lays letters ready in the transaction of what they tell of. A letter whose key is there already is left out. */
export async function queueMail(tx: Pick<Reader, 'first'>, letters: readonly Letter[]): Promise<void> {
  await tx.first(sql`select count(queue_mail(l."tenantId", l."personId", l.kind, l.key, l.subject, l.lines, l.link, l.calendar, l.due)::text)
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as l ("tenantId" uuid, "personId" uuid, kind text, key text, subject text,
      lines text[], link text, calendar jsonb, due timestamptz)`);
}

/** To somebody of a partnership, in words; or to a subscriber, put in words when it leaves. */
export type InOutbox =
  | (Omit<Posted, 'subscriber'> & { readonly items: readonly LetterItem[] | null; readonly news: null })
  | (Pick<Posted, 'tenantId' | 'key' | 'to' | 'partnership'> & { readonly news: News });

/** A letter that this worker alone may send now. */
export type ClaimedLetter = InOutbox & Claim;

interface Claim {
  readonly id: string;
  readonly lease: string;
  /** This one included. */
  readonly attempts: number;
  /** Since the first attempt. */
  readonly minutesTrying: number;
}

/** The next letter that is due; undefined when there is none. `bulk`: of those that go to many only. */
export async function claimMail(database: Database, bulk = false): Promise<ClaimedLetter | undefined> {
  const row = await database.ask<{ letter: ClaimedLetter | null }>(
    sql`select claim_mail(${bulk}, ${database.movedClock()}) as letter`,
  );
  return row?.letter ?? undefined;
}

/** What became of a claimed letter; `againIn` (minutes) undefined = never tried again. */
export async function settleMail(
  database: Database,
  letter: ClaimedLetter,
  outcome:
    | { readonly sent: true }
    | {
        readonly sent: false;
        readonly againIn: number | undefined;
        readonly fault: string;
        /** The server does not take this address. */
        readonly refused: boolean;
      },
): Promise<void> {
  const { againIn, fault, refused = false } = outcome.sent ? {} : outcome;
  await database.ask(sql`select settle_mail(${letter.tenantId}, ${letter.id}, ${letter.lease}, ${outcome.sent},
    ${againIn ?? null}::int, ${fault ?? null}, ${refused}, ${database.movedClock()})`);
}

/** Makes a secret good for the subscription a letter goes to, for as long as the letter is remembered. */
export async function recordSecret(database: Database, letter: ClaimedLetter, secret: string): Promise<void> {
  const { tenantId, id, lease } = letter;
  await database.ask(sql`select letter_secret(${tenantId}, ${id}, ${lease}, ${hashOf(secret)})`);
}

/** Makes a one-time log-in secret good for the person the letter is for, seven days. */
export async function recordMailLink(
  database: Database,
  letter: ClaimedLetter,
  secret: string,
): Promise<void> {
  await database.ask(sql`select mail_link(${letter.tenantId}, ${letter.id}, ${letter.lease}, ${newId()}, ${hashOf(secret)},
    ${database.movedClock()})`);
}

/** Lets go of letters that were sent or given up half a year ago. */
export async function tidyMail(database: Database): Promise<void> {
  await database.ask(sql`select tidy_mail(${database.movedClock()})`);
}

/** Without a mail server the letters of the demonstration arrive at /demo/post. */
export async function deliverDemonstrationMail(database: Database): Promise<void> {
  await database.ask(sql`select deliver_demonstration_mail(${database.movedClock()})`);
}

/** A letter of the demonstration, and who it is for. */
export type DemonstrationMail = InOutbox & {
  readonly id: string;
  /** Null: a subscriber. */
  readonly name: string | null;
  /** In the links of a letter to a subscriber. */
  readonly secret: string | null;
  /** UTC, in full: it is the key of a page too. */
  readonly madeAt: string;
};

/** What arrived in the demonstration, newest first; of a real partnership nothing is ever shown. */
export async function findDemonstrationMail(
  database: Database,
  page: {
    readonly personId: string | undefined;
    readonly after: Cursor | undefined;
    readonly limit: number;
  },
): Promise<readonly DemonstrationMail[]> {
  const row = await database.ask<{ mail: readonly DemonstrationMail[] }>(sql`select demonstration_mail(
    ${page.personId ?? null}::uuid, ${page.after?.key ?? null}::timestamptz, ${page.after?.id ?? null}::uuid,
    ${page.limit}::int, ${database.movedClock()}) as mail`);
  return row?.mail ?? [];
}

/** Mail that does not arrive, as the administrator may know it: how much, never whose. */
export interface MailTroubles {
  /** Tried, and to be tried again. */
  readonly waiting: number;
  /** In the last thirty days. */
  readonly givenUp: number;
}

/** Of the administrator's own partnership. */
export async function countMailTroubles(reader: Reader): Promise<MailTroubles> {
  const row = await reader.first<{ troubles: MailTroubles | null }>(sql`select mail_troubles() as troubles`);
  return row?.troubles ?? { waiting: 0, givenUp: 0 };
}
