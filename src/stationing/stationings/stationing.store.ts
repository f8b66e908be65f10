/** Stationings as they are read. Row-level security shows each reader those of their partnership, school or board. */
import { type Reader, type Sql, sql } from '../../platform/database.ts';
import { type Actor, boardsOf, hasRole, type Identity, schoolsOf } from '../../platform/pure/actor.ts';
import type { Cursor } from '../../platform/pure/cursor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Clash, EndReason, Relation, RoomOfWeek, Status, StepName } from './stationing.rules.ts';

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface StationingRow {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly specialist: { readonly id: string; readonly name: string };
  readonly place: Named & { readonly kind: 'school' | 'board' };
  /** The schools it helps, as far as the reader may know them, by name. */
  readonly schools: readonly Named[];
  /** A week. */
  readonly dagdelen: number;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** Percent for schools' questions. */
  readonly questionsShare: number;
  readonly ambitions: readonly { readonly id: string; readonly name: string; readonly share: number }[];
  readonly note: string | null;
  readonly continuesId: string | null;
  readonly planId: string | null;
  readonly endedBecause: EndReason | null;
  /** Active after its last day: nobody wrote down what it brought. */
  readonly evaluationLate: boolean;
}

export interface StationingEntry {
  readonly id: string;
  readonly version: number;
  /** UTC. */
  readonly at: string;
  /** null: by itself. */
  readonly by: string | null;
  readonly relation: string;
  readonly step: StepName;
  readonly toStatus: Status;
  readonly words: string | null;
  readonly because: EndReason | null;
  readonly lastDay: CivilDate | null;
}

/** One beside it: what it goes on from, or what goes on from it. */
export interface Neighbour {
  readonly id: string;
  readonly status: Status;
  readonly dagdelen: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly place: string;
}

/** With what its page and its steps ask. */
export interface Stationing extends StationingRow {
  /** Who comes is a specialist today or later; who left has no page any more. */
  readonly specialistHere: boolean;
  /** What the reader is to it. */
  readonly relations: readonly Relation[];
  /** Of a proposal, for who agrees or proposed it. */
  readonly clashes: readonly Clash[];
  readonly timeline: readonly StationingEntry[];
  readonly continues: Neighbour | null;
  readonly successors: readonly Neighbour[];
}

const columns = sql`s.id, s.version, s.status, jsonb_build_object('id', p.id, 'name', p.name) as specialist,
  jsonb_build_object('kind', case when s.board_id is null then 'school' else 'board' end, 'code', coalesce(h.code, b.code),
    'name', coalesce(h.name, b.name)) as place, (
    select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name) order by k.name, k.id), '[]')
    from stationing_school x join school k on k.tenant_id = x.tenant_id and k.id = x.school_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as schools,
  s.dagdelen::float8 as dagdelen, s.starts_on as "from", s.ends_on - 1 as "to", s.questions_share as "questionsShare", (
    select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'share', x.share) order by x.share desc, a.name, a.id), '[]')
    from stationing_ambition x join ambition a on a.tenant_id = x.tenant_id and a.id = x.ambition_id
    where x.tenant_id = s.tenant_id and x.stationing_id = s.id) as ambitions,
  s.note, s.continues_id as "continuesId", s.plan_id as "planId", s.ended_because as "endedBecause",
  s.status = 'active' and s.ends_on <= (select app_today()) as "evaluationLate"`;

const places = sql`join person p on p.tenant_id = s.tenant_id and p.id = s.specialist_id
  left join school h on h.tenant_id = s.tenant_id and h.id = s.school_id
  left join board b on b.tenant_id = s.tenant_id and b.id = s.board_id`;

export interface StationingFilter {
  readonly limit: number;
  readonly after?: Cursor | undefined;
  readonly specialistId?: string | undefined;
  /** Codes; of a board those at its schools too. */
  readonly school?: string | undefined;
  readonly board?: string | undefined;
  /** Any of these. */
  readonly statuses?: readonly Status[] | undefined;
  readonly ambitionId?: string | undefined;
  /** Days that it has at least one of. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** The latest first day first; one more than asked when there are more. The key of a page is the first day. */
export function findStationings(
  reader: Reader,
  who: Identity,
  filter: StationingFilter,
): Promise<readonly StationingRow[]> {
  const { after, limit } = filter;
  const beyond =
    after === undefined ? sql`` : sql`and (s.starts_on, s.id) < (${after.key}::date, ${after.id}::uuid)`;
  return reader.rows<StationingRow>(sql`select ${columns} from (select * from stationing s
      where s.tenant_id = ${who.tenantId} ${beyond} ${narrowed(filter)}
      order by s.starts_on desc, s.id desc limit ${limit + 1}) s ${places}
    order by s.starts_on desc, s.id desc`);
}

function narrowed({ specialistId, school, board, statuses, ambitionId, from, to }: StationingFilter): Sql {
  return sql`${specialistId === undefined ? sql`` : sql`and s.specialist_id = ${specialistId}`}
    ${statuses === undefined ? sql`` : sql`and s.status = any (${statuses})`}
    ${from === undefined ? sql`` : sql`and s.ends_on > ${from}::date`}
    ${to === undefined ? sql`` : sql`and s.starts_on <= ${to}::date`}
    ${
      ambitionId === undefined
        ? sql``
        : sql`and s.id in (select x.stationing_id from stationing_ambition x
            where x.tenant_id = s.tenant_id and x.ambition_id = ${ambitionId})`
    }
    ${
      school === undefined
        ? sql``
        : sql`and s.id in (select x.stationing_id from stationing_school x join school k on k.tenant_id = x.tenant_id and k.id = x.school_id
            where x.tenant_id = s.tenant_id and k.code = ${school})`
    }
    ${
      board === undefined
        ? sql``
        : sql`and s.id in (select x.stationing_id from stationing_school x join school k on k.tenant_id = x.tenant_id and k.id = x.school_id
            join board o on o.tenant_id = k.tenant_id and o.id = k.board_id where x.tenant_id = s.tenant_id and o.code = ${board})`
    }`;
}

/** Whether stationing s ended before its first day, such as one that made way at once: nobody ever came. */
export const neverBegan = sql`(s.status = 'ended' and exists (select from stationing_entry e where e.tenant_id = s.tenant_id
  and e.stationing_id = s.id and e.step in ('end', 'make_way') and coalesce(e.on_date, s.starts_on - 1) < s.starts_on))`;

const neighbour = sql`jsonb_build_object('id', n.id, 'status', n.status, 'dagdelen', n.dagdelen::float8, 'from', n.starts_on,
  'to', n.ends_on - 1, 'place', coalesce((select k.name from school k where k.tenant_id = n.tenant_id and k.id = n.school_id),
    (select o.name from board o where o.tenant_id = n.tenant_id and o.id = n.board_id)))`;

/** The stationing as this person may see it; undefined when it is not there or not theirs. */
export function getStationing(reader: Reader, who: Identity, id: string): Promise<Stationing | undefined> {
  return reader.first<Stationing>(sql`select ${columns}, p.suspended_at is null and exists (select from appointment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.role = 'specialist'
          and (a.ends_on is null or a.ends_on > (select app_today()))) as "specialistHere",
      to_jsonb(stationing_relations(s, ${who.personId}, (select app_today()))) as relations,
      coalesce(to_jsonb(case when s.status = 'proposed' then agreeing_clashes(s) end), '[]') as clashes, (
        select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'version', e.version, 'at', e.at, 'by', w.name, 'relation', e.relation,
          'step', e.step, 'toStatus', e.to_status, 'words', e.words, 'because', e.because, 'lastDay', e.on_date) order by e.version), '[]')
        from stationing_entry e left join person w on w.tenant_id = e.tenant_id and w.id = e.person_id
        where e.tenant_id = s.tenant_id and e.stationing_id = s.id) as timeline,
      (select ${neighbour} from stationing n where n.tenant_id = s.tenant_id and n.id = s.continues_id) as continues, (
        select coalesce(jsonb_agg(${neighbour} order by n.starts_on desc, n.id), '[]')
        from stationing n where n.tenant_id = s.tenant_id and n.continues_id = s.id) as successors
    from stationing s ${places} where s.tenant_id = ${who.tenantId} and s.id = ${id}`);
}

/** What room there is in each week of a period, for who proposes. `to`: the last day. */
export function findRoom(
  reader: Reader,
  specialistId: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  continuesId: string | null,
): Promise<readonly RoomOfWeek[]> {
  return reader.rows<RoomOfWeek>(sql`select monday, contract::float8 as contract, taken::float8 as taken
    from stationing_room(${specialistId}, ${from}, ${to}::date + 1, ${continuesId})`);
}

/** What waits for the actor around stationings. */
export interface StationingsWaiting {
  /** Proposals to agree to. */
  readonly toAgree: number;
  /** One's own that end within two weeks, and for the people of the place and team leads those that are over, without an evaluation. */
  readonly toEvaluate: number;
}

/** Those numbers, as an expression for a statement that asks more. */
export function stationingsWaiting(actor: Actor): Sql {
  const directed = schoolsOf(actor, 'school_director').map(({ id }) => id);
  const schools = schoolsOf(actor, 'school_director', 'support_coordinator').map(({ id }) => id);
  const boards = boardsOf(actor).map(({ id }) => id);
  return sql`jsonb_build_object('toAgree', (select count(*)::int from stationing s
      where s.tenant_id = ${actor.tenantId} and s.status = 'proposed' and s.ends_on > (select app_today())
        and (s.school_id = any (${directed}::uuid[]) or s.board_id = any (${boards}::uuid[]) or s.school_id in (
          select h.id from school h where h.tenant_id = ${actor.tenantId} and h.board_id = any (${boards}::uuid[])))
        and 'host' = any (stationing_relations(s, ${actor.personId}, (select app_today())))),
    'toEvaluate', (select count(*)::int from stationing s
      where s.tenant_id = ${actor.tenantId} and s.status = 'active' and (
        (s.specialist_id = ${actor.personId} and s.ends_on <= (select app_today()) + 14)
        or (s.ends_on <= (select app_today()) and (${hasRole(actor, 'team_lead')} or s.id in (
          select x.stationing_id from stationing_school x where x.tenant_id = ${actor.tenantId} and x.school_id = any (${schools}::uuid[])))))))`;
}
