/** Meetings of the committee. What is lawful stands in migrations/0025. */
import { type Reader, type Sql, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { MeetingStatus } from './committee.rules.ts';

export interface Meeting {
  readonly id: string;
  /** UTC, in full, so that it can be the key of a page too. */
  readonly startsAt: string;
  readonly place: string | null;
  /** Last day on which a question may be put on the agenda. */
  readonly cutOffOn: CivilDate;
  readonly quorum: number;
  readonly status: MeetingStatus;
  readonly version: number;
}

const utc = sql`to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const meeting: Sql = sql`jsonb_build_object('id', m.id, 'startsAt', ${utc}, 'place', m.place, 'cutOffOn', m.cut_off_on,
  'quorum', m.quorum, 'status', m.status, 'version', m.version)`;

export interface ListedMeeting extends Meeting {
  /** Questions on its agenda that the reader may see. */
  readonly items: number;
}

/** A committee does not plan further ahead than this. */
const mostAhead = 60;

/** Meetings that still come, the first one first, with how many questions the reader sees there. */
export async function findComingMeetings(reader: Reader, actor: Actor): Promise<readonly ListedMeeting[]> {
  const rows = await reader.rows<{
    one: ListedMeeting;
  }>(sql`select ${meeting} || jsonb_build_object('items', (
      select count(*) from agenda_item i where i.tenant_id = m.tenant_id and i.meeting_id = m.id and i.state <> 'withdrawn')) as one
    from committee_meeting m
    where m.tenant_id = ${actor.tenantId} and m.starts_at > app_now() - interval '12 hours'
    order by m.starts_at, m.id limit ${mostAhead}`);
  return rows.map(({ one }) => one);
}

/** Meetings from the latest backwards, one more than asked. `past`: only those that began. */
export async function findMeetings(
  reader: Reader,
  actor: Actor,
  page: { readonly limit: number; readonly after?: Cursor | undefined; readonly past?: boolean },
): Promise<readonly Meeting[]> {
  const { after, limit, past = false } = page;
  const rows = await reader.rows<{ one: Meeting }>(sql`select ${meeting} as one from committee_meeting m
    where m.tenant_id = ${actor.tenantId}
      ${past ? sql`and m.starts_at <= app_now() - interval '12 hours'` : sql``}
      ${after === undefined ? sql`` : sql`and (m.starts_at, m.id) < (${after.key}::timestamptz, ${after.id}::uuid)`}
    order by m.starts_at desc, m.id desc limit ${limit + 1}`);
  return rows.map(({ one }) => one);
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly present: boolean;
}

/** A meeting with who sits in it. Minutes and who was there: for the committee, else null and nobody. */
export interface WholeMeeting extends Meeting {
  readonly begun: boolean;
  /** Its day has come, so that who was there can be written down. */
  readonly dayCame: boolean;
  /** Who is a member on its day. */
  readonly members: readonly Member[];
  readonly minutes: string | null;
}

export async function getMeeting(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<WholeMeeting | undefined> {
  const row = await reader.first<{ one: WholeMeeting }>(sql`select ${meeting} || jsonb_build_object(
      'begun', m.starts_at <= app_now(), 'dayCame', day_of(m.starts_at) <= app_today(),
      'minutes', (select x.text from committee_minutes x where x.tenant_id = m.tenant_id and x.meeting_id = m.id),
      'members', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'present', exists (
          select from committee_attendance t where t.tenant_id = m.tenant_id and t.meeting_id = m.id and t.person_id = p.id))
          order by p.name, p.id)
        from appointment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = m.tenant_id and a.role = 'committee_member' and a.starts_on <= day_of(m.starts_at)
          and (a.ends_on is null or a.ends_on > day_of(m.starts_at))), '[]')) as one
    from committee_meeting m where m.tenant_id = ${actor.tenantId} and m.id = ${id}`);
  return row?.one;
}

/** The meeting, locked until the transaction ends. Only who keeps meetings can lock one. */
export async function lockMeeting(tx: Transaction, actor: Actor, id: string): Promise<Meeting | undefined> {
  const row = await tx.first<{ one: Meeting }>(
    sql`select ${meeting} as one from committee_meeting m where m.tenant_id = ${actor.tenantId} and m.id = ${id} for update`,
  );
  return row?.one;
}

export interface CommitteeTerms {
  readonly cutOffDays: number;
  readonly quorum: number;
}

/** What a meeting begins with when nothing else is chosen. */
export async function getTerms(reader: Reader, actor: Actor): Promise<CommitteeTerms> {
  const row =
    await reader.first<CommitteeTerms>(sql`select committee_cut_off_days as "cutOffDays", committee_quorum as quorum
    from tenant where tenant_id = ${actor.tenantId}`);
  return row ?? { cutOffDays: 7, quorum: 2 };
}

type Planned = Pick<Meeting, 'startsAt' | 'place' | 'cutOffOn' | 'quorum'>;

/** Gives its id. @throws {LawRefused} with every code that stands in the way */
export async function saveMeeting(tx: Transaction, actor: Actor, planned: Planned): Promise<string> {
  const id = newId();
  const { startsAt, place, cutOffOn, quorum } = planned;
  await tx.run(sql`insert into committee_meeting (tenant_id, id, starts_at, place, cut_off_on, quorum, made_by)
    values (${actor.tenantId}, ${id}, ${startsAt}, ${place}, ${cutOffOn}, ${quorum}, ${actor.personId})`);
  return id;
}

/** @throws {LawRefused} with every code that stands in the way */
export async function changeMeetingRow(tx: Transaction, actor: Actor, meeting: Meeting): Promise<void> {
  const { id, startsAt, place, cutOffOn, quorum, status, version } = meeting;
  await tx.run(sql`update committee_meeting set starts_at = ${startsAt}, place = ${place}, cut_off_on = ${cutOffOn},
      quorum = ${quorum}, status = ${status}, version = ${version + 1}
    where tenant_id = ${actor.tenantId} and id = ${id}`);
}

/** Exactly these people were there. @throws {LawRefused} */
export async function saveAttendance(
  tx: Transaction,
  actor: Actor,
  meetingId: string,
  present: readonly string[],
): Promise<void> {
  await tx.run(sql`delete from committee_attendance where tenant_id = ${actor.tenantId} and meeting_id = ${meetingId}
    and person_id <> all (${[...present]}::uuid[])`);
  await tx.run(sql`insert into committee_attendance (tenant_id, meeting_id, person_id)
    select ${actor.tenantId}, ${meetingId}, person from unnest(${[...present]}::uuid[]) as person
    where not exists (select from committee_attendance t
      where t.tenant_id = ${actor.tenantId} and t.meeting_id = ${meetingId} and t.person_id = person)`);
}

export async function saveMinutes(
  tx: Transaction,
  actor: Actor,
  meetingId: string,
  text: string,
): Promise<void> {
  await tx.run(sql`insert into committee_minutes (tenant_id, meeting_id, text) values (${actor.tenantId}, ${meetingId}, ${text})
    on conflict (tenant_id, meeting_id) do update set text = excluded.text`);
}

/** For good: the actor takes no part in this question. False when it is on no agenda that they read. */
export async function saveRecusal(tx: Transaction, actor: Actor, questionId: string): Promise<boolean> {
  const rows = await tx.run(sql`insert into recusal (tenant_id, question_id, person_id)
    select tenant_id, question_id, ${actor.personId} from agenda_item
    where tenant_id = ${actor.tenantId} and question_id = ${questionId} limit 1
    on conflict do nothing`);
  return rows === 1;
}
