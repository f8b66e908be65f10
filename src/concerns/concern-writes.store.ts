/** What the deeds of a concern write: notes, entries and what belongs to them. */
import { type Database, join, sql, type Transaction } from '../platform/database.ts';
import { newId, newNumber } from '../platform/ids.ts';
import type { Actor } from '../platform/pure/actor.ts';
import type { About, Status, StepName } from './concern.rules.ts';
import type { Agreement, ConcernRow } from './concern.store.ts';

export interface Note {
  readonly noticedOn: string;
  readonly occasion: string;
  readonly observation: string;
  readonly impression: string | null;
  readonly meaningForChildren: string | null;
  readonly goesWell: string | null;
  readonly theme: string | null;
}

/** Everything of a note that somebody writes. */
export const noteTexts = [
  'occasion',
  'observation',
  'impression',
  'meaningForChildren',
  'goesWell',
  'theme',
] as const satisfies readonly (keyof Note)[];

/** Saves a new note: private to its author. Gives its id. */
export async function saveNote(
  tx: Transaction,
  actor: Actor,
  { schoolId, about }: { readonly schoolId: string; readonly about: About },
  note: Note,
  continuesId: string | null,
): Promise<string> {
  const id = newId();
  const insert = () =>
    tx.run(sql`insert into concern (tenant_id, id, number, about, school_id, author_id, noticed_on, occasion, observation, impression,
      meaning_for_children, goes_well, theme, continues_id)
    values (${actor.tenantId}, ${id}, ${newNumber()}, ${about}, ${schoolId}, ${actor.personId}, ${note.noticedOn}, ${note.occasion}, ${note.observation},
      ${note.impression}, ${note.meaningForChildren}, ${note.goesWell}, ${note.theme}, ${continuesId})
    on conflict (tenant_id, number) do nothing`);
  // Of 24 million numbers one is drawn: among ten thousand concerns somebody will draw one that is there already.
  for (let left = 5; left > 0; left -= 1) if ((await insert()) === 1) return id;
  throw new Error('no free number for a concern');
}

/** Saves the note's text over the last; only the author's own, only before it is shared. */
export async function reviseNote(tx: Transaction, actor: Actor, id: string, note: Note): Promise<void> {
  await tx.run(sql`update concern set noticed_on = ${note.noticedOn}, occasion = ${note.occasion}, observation = ${note.observation},
      impression = ${note.impression}, meaning_for_children = ${note.meaningForChildren}, goes_well = ${note.goesWell}, theme = ${note.theme}
    where tenant_id = ${actor.tenantId} and id = ${id}`);
}

export async function dropNote(tx: Transaction, actor: Actor, id: string): Promise<void> {
  await tx.first(sql`select drop_concern(${actor.tenantId}, ${id})`);
}

/** What a step writes on the timeline. */
export interface NewEntry {
  readonly step: StepName;
  readonly toStatus: Status;
  readonly choice?: string | undefined;
  readonly text?: string | undefined;
  readonly goesWell?: string | undefined;
  readonly reason?: string | undefined;
  readonly onDate?: string | undefined;
  readonly atMoment?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly participates?: boolean;
  readonly proposals?: readonly string[] | undefined;
  readonly agreements?: readonly Omit<Agreement, 'id'>[] | undefined;
}

/**
 * Writes an entry, and before it what belongs to it: the database looks at both together when the entry comes in, and moves the
 * concern itself. Throws LawRefused when the step is not lawful, Stale when somebody was first.
 */
export async function recordEntry(
  tx: Transaction,
  actor: Actor,
  concern: Pick<ConcernRow, 'id' | 'version' | 'status'> & { readonly school: { readonly id: string } },
  entry: NewEntry,
): Promise<void> {
  const version = concern.version + 1;
  const key = sql`${actor.tenantId}, ${concern.id}, ${version}`;
  const { people = [], proposals = [], agreements = [] } = entry;
  if (people.length > 0) {
    await tx.run(sql`insert into concern_entry_person (tenant_id, concern_id, version, person_id, participates)
      values ${join(people.map((person) => sql`(${key}, ${person}, ${entry.participates ?? false})`))}`);
  }
  if (proposals.length > 0) {
    await tx.run(sql`insert into conversation_proposal (tenant_id, concern_id, version, starts_at)
      values ${join(proposals.map((startsAt) => sql`(${key}, ${startsAt})`))}`);
    await tx.run(sql`insert into conversation (tenant_id, concern_id, version, id, kind, school_id, made_by)
      values (${key}, ${newId()}, 'concern', ${concern.school.id}, ${actor.personId})`);
  }
  if (agreements.length > 0) {
    await tx.run(sql`insert into agreement (tenant_id, concern_id, version, id, position, what, who, by_date, children_notice)
      values ${join(
        agreements.map(
          (one, position) =>
            sql`(${key}, ${newId()}, ${position}, ${one.what}, ${one.who}, ${one.by}, ${one.childrenNotice})`,
        ),
      )}`);
  }
  // What the trigger fills in itself (who, when, in what capacity, from where) still has to be named.
  await tx.run(sql`insert into concern_entry (tenant_id, concern_id, version, id, at, relation, step, from_status, to_status, board_reads,
      choice, text, goes_well, reason, on_date, at_moment)
    values (${key}, ${newId()}, app_now(), '', ${entry.step}, ${concern.status}, ${entry.toStatus}, false,
      ${entry.choice ?? null}, ${entry.text ?? null}, ${entry.goesWell ?? null}, ${entry.reason ?? null}, ${entry.onDate ?? null}, ${entry.atMoment ?? null})`);
}

/** Lets the database write down every term that has passed; it looks at each concern itself. */
export async function recordPassedTerms(database: Database): Promise<void> {
  await database.ask(sql`select count(*) from record_passed_terms(${database.movedClock()})`);
}
