/** Somebody's notices. Row-level security shows only their own, and only while they may read what it is about. */
import type { About, StepName, SystemStep } from '../concerns/index.ts';
import { type Reader, raw, sql, type Transaction } from '../platform/database.ts';
import type { Identity } from '../platform/pure/actor.ts';
import type { Cursor } from '../platform/pure/cursor.ts';
import type { StepName as QuestionStep } from '../questions/index.ts';
import type { StationingStepName } from '../stationing/index.ts';
import {
  type Choice,
  mostOnBell,
  type NoticeKind,
  type noticeSubjects,
  type ReminderAbout,
} from './notice.rules.ts';

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subject: (typeof noticeSubjects)[number];
  readonly subjectId: string;
  readonly version: number | null;
  readonly about: ReminderAbout | null;
  /** 2: a second reminder; of a clock it says that the norm has passed. */
  readonly nth: number | null;
  /** Last day of a term, or the day it is about. */
  readonly dueOn: string | null;
  /** UTC, in full, so that it can be the key of a page. */
  readonly at: string;
  readonly read: boolean;
  /** Of a concern or question: said under the notice, as far as its reader may read it now. */
  readonly number: string | null;
  readonly concernAbout: About | null;
  readonly schoolName: string | null;
  readonly step: StepName | SystemStep | null;
  readonly questionStep: QuestionStep | null;
  readonly stationingStep: StationingStepName | null;
  readonly by: string | null;
  /** Of a post or a round of asking. */
  readonly newsTitle: string | null;
  /** Where a post stands. */
  readonly newsPath: string | null;
}

export interface NoticeFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly kind?: NoticeKind | undefined;
  /** Only what was not read yet. */
  readonly unread?: boolean;
}

/** Newest first; one more than asked, so that the caller knows there is a next page. */
export function findNotices(
  reader: Reader,
  who: Identity,
  filter: NoticeFilter,
): Promise<readonly NoticeRow[]> {
  const { after, kind, unread = false } = filter;
  return reader.rows<NoticeRow>(sql`
    select n.id, n.kind, n.subject, n.subject_id as "subjectId", n.version, n.about, n.nth, n.due_on as "dueOn", n.read_at is not null as read,
      to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      coalesce(c.number, q.number) as number, c.about as "concernAbout", s.name as "schoolName", e.step, f.step as "questionStep",
      g.step as "stationingStep", p.name as by, coalesce(w.title, o.title) as "newsTitle",
      '/nieuws/' || w.slug || '-' || m.code as "newsPath"
    from (select * from notice where tenant_id = ${who.tenantId} and person_id = ${who.personId}
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${unread ? sql`and read_at is null` : sql``}
      ${after === undefined ? sql`` : sql`and (at, id) < (${after.key}::timestamptz, ${after.id}::uuid)`}
      order by at desc, id desc limit ${raw(String(filter.limit + 1))}) n
    left join concern c on n.subject = 'concern' and c.tenant_id = n.tenant_id and c.id = n.subject_id
    left join conversation k on n.subject = 'conversation' and k.tenant_id = n.tenant_id and k.id = n.subject_id
    left join support_question q on n.subject = 'question' and q.tenant_id = n.tenant_id and q.id = n.subject_id
    left join stationing u on n.subject = 'stationing' and u.tenant_id = n.tenant_id and u.id = n.subject_id
    left join school s on s.tenant_id = n.tenant_id and s.id = coalesce(c.school_id, k.school_id, q.school_id, u.school_id)
    left join concern_entry e on n.kind in ('concern_shared', 'concern_step', 'invitation', 'board')
      and e.tenant_id = n.tenant_id and e.concern_id = n.subject_id and e.version = n.version
    left join question_entry f on n.kind in ('question_yours', 'question_step')
      and f.tenant_id = n.tenant_id and f.question_id = n.subject_id and f.version = n.version
    left join stationing_entry g on n.kind in ('stationing_yours', 'stationing_step')
      and g.tenant_id = n.tenant_id and g.stationing_id = n.subject_id and g.version = n.version
    left join post m on n.subject = 'post' and m.tenant_id = n.tenant_id and m.id = n.subject_id
    left join post_text w on w.tenant_id = m.tenant_id and w.post_id = m.id and w.original
    left join consultation o on n.subject = 'consultation' and o.tenant_id = n.tenant_id and o.id = n.subject_id
    left join person p on p.tenant_id = n.tenant_id and p.id = coalesce(e.person_id, f.person_id, g.person_id)
    order by n.at desc, n.id desc`);
}

/** How many notices nobody opened, counted to one past what the bell shows. */
export async function countUnread(reader: Reader, who: Identity): Promise<number> {
  const row = await reader.first<{ unread_notices: number }>(sql`select count(*)::int as unread_notices
    from (select from notice where tenant_id = ${who.tenantId} and person_id = ${who.personId} and read_at is null
      limit ${raw(String(mostOnBell + 1))}) n`);
  return row?.unread_notices ?? 0;
}

/** Marks these notices as read, or all that stood there up to a moment; gives how many changed. */
export function markRead(
  tx: Transaction,
  who: Identity,
  which: { readonly ids: readonly string[] } | { readonly until: string },
): Promise<number> {
  return tx.run(sql`update notice set read_at = app_now()
    where tenant_id = ${who.tenantId} and person_id = ${who.personId} and read_at is null
      and ${'ids' in which ? sql`id = any (${which.ids}::uuid[])` : sql`at <= ${which.until}::timestamptz`}`);
}

/** What somebody chose, by kind. */
export async function findChoices(
  reader: Reader,
  who: Identity,
): Promise<Readonly<Partial<Record<NoticeKind, Choice>>>> {
  const row = await reader.first<{ chosen: Readonly<Partial<Record<NoticeKind, Choice>>> }>(sql`
    select coalesce(jsonb_object_agg(kind, choice), '{}') as chosen from notice_choice
    where tenant_id = ${who.tenantId} and person_id = ${who.personId}`);
  return row?.chosen ?? {};
}

/** Keeps a choice for every kind. */
export async function saveChoices(
  tx: Transaction,
  who: Identity,
  chosen: Readonly<Record<NoticeKind, Choice>>,
): Promise<void> {
  await tx.run(sql`insert into notice_choice (tenant_id, person_id, kind, choice)
    select ${who.tenantId}, ${who.personId}, key, value from jsonb_each_text(${JSON.stringify(chosen)}::jsonb)
    on conflict (tenant_id, person_id, kind) do update set choice = excluded.choice`);
}
