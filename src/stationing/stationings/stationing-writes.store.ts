/** What is written of stationings: only through the law of migrations/0038. */
import { type Database, type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import type { Clash, EndReason, Status, StepTaken } from './stationing.rules.ts';

/** Where somebody is stationed: a school, or a board with those of its schools that are helped. Ids. */
export type Place =
  | { readonly kind: 'school'; readonly id: string }
  | { readonly kind: 'board'; readonly id: string; readonly schoolIds: readonly string[] };

export interface Proposal {
  readonly specialistId: string;
  readonly place: Place;
  /** A week, whole or half. */
  readonly dagdelen: number;
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
  /** Percent for schools' questions; together with those of the ambitions a hundred. */
  readonly questionsShare: number;
  readonly ambitions: readonly { readonly id: string; readonly share: number }[];
  /** Hand-over. */
  readonly note: string | null;
  /** Why it changes, when it goes on from another. */
  readonly words: string | null;
  /** The stationing that ends when this one is agreed. */
  readonly continuesId: string | null;
  /** The plan that proposes it. */
  readonly planId: string | null;
}

/** What the rules must know before a proposal is laid down. */
export interface Looked {
  readonly clashes: readonly Clash[];
  readonly schoolsFit: boolean;
  readonly continuesFits: boolean;
  /** Ids of the named ambitions that run in the period; those that are not there at all are missing in `known`. */
  readonly running: readonly string[];
  readonly known: readonly string[];
}

/** Looks at the world of a proposal, in one statement; for who proposes. */
export async function lookAtProposal(reader: Reader, who: Identity, proposal: Proposal): Promise<Looked> {
  const { specialistId, place, dagdelen, from, to, ambitions, continuesId } = proposal;
  const ids = ambitions.map(({ id }) => id);
  const schools = place.kind === 'school' ? [place.id] : place.schoolIds;
  const row = await reader.first<Looked>(sql`select
      coalesce(to_jsonb(proposal_clashes(${specialistId}, ${place.id}, ${from}, ${to}::date + 1, ${dagdelen}, ${continuesId})), '[]') as clashes,
      ${schools.length > 0} and (select count(*) = ${new Set(schools).size} from school h
        where h.tenant_id = ${who.tenantId} and h.id = any (${schools}::uuid[]) and (h.ended_on is null or h.ended_on > ${from}::date)
          and (${place.kind === 'school'} or h.board_id = ${place.id})) as "schoolsFit",
      ${continuesId}::uuid is null or (exists (select from stationing b where b.tenant_id = ${who.tenantId} and b.id = ${continuesId}
          and b.specialist_id = ${specialistId} and b.status in ('agreed', 'active', 'evaluated') and b.starts_on <= ${from}::date)
        and not exists (select from stationing b where b.tenant_id = ${who.tenantId} and b.continues_id = ${continuesId}
          and b.status in ('proposed', 'agreed', 'active', 'evaluated'))) as "continuesFits", (
      select coalesce(jsonb_agg(a.id), '[]') from ambition a where a.tenant_id = ${who.tenantId} and a.id = any (${ids}::uuid[])
        and daterange(a.starts_on, a.ends_on) && daterange(${from}::date, ${to}::date + 1)) as running, (
      select coalesce(jsonb_agg(a.id), '[]') from ambition a where a.tenant_id = ${who.tenantId} and a.id = any (${ids}::uuid[])) as known`);
  return row ?? { clashes: [], schoolsFit: false, continuesFits: false, running: [], known: [] };
}

/** Lays a proposal down. Gives its id. Throws LawRefused with the codes of the rules, NotAdmitted. */
export async function saveProposal(tx: Transaction, proposal: Proposal): Promise<string> {
  const id = newId();
  const { place, from, to } = proposal;
  const school = place.kind === 'school' ? place.id : null;
  const board = place.kind === 'board' ? place : null;
  await tx.run(sql`select propose_stationing(${id}, ${proposal.specialistId}, ${school}, ${board?.id ?? null},
    ${board?.schoolIds ?? []}::uuid[], ${proposal.dagdelen}, ${from}, ${to}::date + 1, ${proposal.questionsShare},
    ${JSON.stringify(proposal.ambitions)}, ${proposal.note}, ${proposal.continuesId}, ${proposal.planId}, ${proposal.words})`);
  return id;
}

/** A proposal at a school as a plan makes it: its words are the program's own. */
export type PlannedProposal = Omit<Proposal, 'place' | 'note'> & { readonly schoolId: string };

interface Saved {
  readonly id: string;
  /** Why the law refused it; empty: it is proposed. */
  readonly codes: readonly string[];
}

/** Lays many down in one statement; answers in their order. Throws NotAdmitted. */
export async function saveProposals(
  tx: Transaction,
  proposals: readonly PlannedProposal[],
): Promise<readonly Saved[]> {
  const asked = proposals.map(({ to, ...each }) => ({ ...each, id: newId(), until: addDays(to, 1) }));
  const rows = await tx.rows<Saved>(
    sql`select proposal_id as id, to_jsonb(codes) as codes from propose_stationings(${JSON.stringify(asked)})`,
  );
  const codes = new Map(rows.map((row) => [row.id, row.codes]));
  return asked.map(({ id }) => ({ id, codes: codes.get(id) ?? [] }));
}

/** What a step writes on the timeline. */
export interface NewEntry {
  readonly step: StepTaken;
  readonly toStatus: Status;
  readonly words?: string | undefined;
  readonly because?: EndReason | undefined;
  readonly lastDay?: CivilDate | undefined;
}

/** Writes an entry: the database looks at it and moves the stationing. Throws LawRefused, Stale. */
export async function recordEntry(
  tx: Transaction,
  who: Identity,
  before: { readonly id: string; readonly version: number; readonly status: Status },
  { step, toStatus, words, because, lastDay }: NewEntry,
): Promise<void> {
  // What the trigger fills in itself (who, when, in what capacity, from where) still has to be named.
  await tx.run(sql`insert into stationing_entry (tenant_id, stationing_id, version, id, at, person_id, relation, step, from_status, to_status,
      words, because, on_date)
    values (${who.tenantId}, ${before.id}, ${before.version + 1}, ${newId()}, app_now(), ${who.personId}, '', ${step}, ${before.status},
      ${toStatus}, ${words}, ${because}, ${lastDay})`);
}

/** Schools and boards by their codes. */
export async function findPlaces(
  reader: Reader,
  who: Identity,
  codes: { readonly schools: readonly string[]; readonly board: string | undefined },
): Promise<{ readonly schools: ReadonlyMap<string, string>; readonly boardId: string | undefined }> {
  const rows = await reader.rows<{ kind: string; code: string; id: string }>(sql`
    select 'school' as kind, code, id from school where tenant_id = ${who.tenantId} and code = any (${codes.schools})
    union all select 'board', code, id from board where tenant_id = ${who.tenantId} and code = ${codes.board ?? ''}`);
  return {
    schools: new Map(rows.filter(({ kind }) => kind === 'school').map(({ code, id }) => [code, id])),
    boardId: rows.find(({ kind }) => kind === 'board')?.id,
  };
}

/** What the day does by itself; gives how many steps and reminders there were. */
export async function moveByTheDay(database: Database): Promise<number> {
  const row = await database.ask<{ done: number }>(
    sql`select move_stationings(${database.movedClock()}) as done`,
  );
  return row?.done ?? 0;
}
