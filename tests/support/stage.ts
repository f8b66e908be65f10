/** A database with a clock of its own, and who comes in there. */
import { type Database, openDatabase, sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Actor, Appointment } from '../../src/platform/pure/actor.ts';
import type { Deed } from '../../src/platform/route.ts';
import type { FreshDatabase } from './database.ts';

/** A database whose law goes by a clock that the test moves. */
export interface Stage {
  readonly database: Database;
  /** Sets the hour (ISO). */
  at(moment: string): void;
  /** Lets hours pass. */
  pass(hours: number): void;
  now(): Date;
  close(): Promise<void>;
}

export function openStage(fresh: FreshDatabase, start = '2026-03-02T08:00:00Z'): Stage {
  let now = new Date(start);
  const database = openDatabase({ url: fresh.ownerUrl, operator: true, clock: () => now });
  return {
    database,
    at: (moment) => {
      now = new Date(moment);
    },
    pass: (hours) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    now: () => now,
    close: () => database.close(),
  };
}

/** Somebody as a session would bring them in, with the appointments of the stage's day. */
export async function actorOf(stage: Stage, tenantId: string, personId: string): Promise<Actor> {
  const day = stage.now().toISOString().slice(0, 10);
  const row = await stage.database.ask<{ appointments: readonly Appointment[] }>(
    sql`select appointments_on(${tenantId}, ${personId}, ${day}) as appointments`,
  );
  const tenant = { code: 'proef', name: 'Proef', preset: 'rotterdam', labels: {} };
  return {
    personId,
    tenantId,
    keyId: newId(),
    name: '',
    email: '',
    tenant,
    appointments: row?.appointments ?? [],
  };
}

export const deedOf = (stage: Stage, more: Partial<Deed> = {}): Deed => ({
  database: stage.database,
  via: 'api',
  now: stage.now(),
  ...more,
});
