import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import type { Identity } from './pure/actor.ts';

export { default as sql, join, raw, type Sql } from 'sql-template-tag';

/** Who a transaction runs for: a person, everybody (only definer functions answer), or an operator for a whole partnership. */
export type Who = Identity | 'visitor' | { readonly operatorFor: string | null };

/** Reads under row-level security. Queries sent without waiting go out together (pipelining). */
export interface Reader {
  rows<Row>(query: Sql): Promise<readonly Row[]>;
  first<Row>(query: Sql): Promise<Row | undefined>;
}

/** Writes too: functions that save ask for this type, so that they cannot be called outside a transaction. */
export interface Transaction extends Reader {
  /** Runs a change and gives the number of rows it touched. */
  run(query: Sql): Promise<number>;
}

/** What pages and API get: they cannot save. */
export interface ReadDatabase {
  read<T>(who: Who, work: (reader: Reader) => Promise<T>): Promise<T>;
}

export interface Database extends ReadDatabase {
  write<T>(who: Who, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One statement on its own, for the definer functions that find out who asks: they need no context. */
  ask<Row>(query: Sql): Promise<Row | undefined>;
  /** The hour the law goes by, when it was moved. */
  movedClock(): string | null;
  close(): Promise<void>;
}

/** The database cannot be reached or is too busy: the caller answers 503 and may try again. */
export class Unavailable extends Error {}

/** The database law refused (SQLSTATE KL001): the unmet needs by code. */
export class LawRefused extends Error {
  readonly codes: readonly string[];
  constructor(codes: readonly string[]) {
    super(`the database law refuses: ${codes.join(', ')}`);
    this.codes = codes;
  }
}

/** Somebody else changed the row first (SQLSTATE KL002). */
export class Stale extends Error {}

/** The person has no valid appointment (any more), or asks for what does not exist for them. */
export class NotAdmitted extends Error {}

interface Options {
  readonly url: string;
  readonly max?: number;
  /** The URL is an operator's login: it works as kortelijn_app all the same, under the same law. */
  readonly operator?: boolean;
  /** Moves the clock of the law; works for an operator's login only. */
  readonly clock?: () => Date;
}

// Civil dates stay text: a Date at local midnight shifts birthdays by a day.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens the pool. Each transaction begins by telling PostgreSQL who asks. */
export function openDatabase(options: Options): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    pipeline: true,
    // Always the plan for any value: with row-level security, planning takes longer than what most of our queries do.
    options: `-c TimeZone=UTC -c plan_cache_mode=force_generic_plan${options.operator === true ? ' -c role=kortelijn_app' : ''}`,
    connectionTimeoutMillis: 2_500,
    query_timeout: 10_000,
    statement_timeout: 9_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // A broken idle connection is dropped by the pool; without a listener it would end the program.
  pool.on('error', () => undefined);
  // The same for one at work: its query fails by itself, and that is told as Unavailable.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const clock = options.clock;

  async function transaction<T>(who: Who, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(unavailable);
    let broken: Error | undefined;
    try {
      gather(client);
      // Not awaited: the context travels with the first query. If it fails, so does everything behind it.
      const opening = Promise.all([client.query('begin'), client.query(contextOf(who, clock?.()))]);
      opening.catch(() => undefined);
      const result = await work(transactionOn(client)).catch(async (fault: unknown) => {
        await opening;
        throw fault;
      });
      await opening;
      const { command } = await client.query('commit');
      // A transaction in which something failed answers «rollback» to a commit, and no fault.
      if (command !== 'COMMIT') throw new Error('a fault was passed over: the transaction was not kept');
      return result;
    } catch (fault) {
      const named = nameFault(fault);
      await client.query('rollback').catch((cause: Error) => {
        broken = cause;
      });
      // What PostgreSQL itself refused leaves a sound connection behind; a lost line or a silent server does not.
      if (named instanceof Unavailable && !(named.cause instanceof pg.DatabaseError)) broken = named;
      throw named;
    } finally {
      client.release(broken);
    }
  }

  return {
    read: transaction,
    write: (who, work) => retried(() => transaction(who, work)),
    ask: async <Row>(query: Sql) => {
      try {
        return (await pool.query(prepared(query))).rows[0] as Row | undefined;
      } catch (fault) {
        throw nameFault(fault);
      }
    },
    movedClock: () => clock?.().toISOString() ?? null,
    close: () => pool.end(),
  };
}

function transactionOn(client: pg.PoolClient): Transaction {
  const send = (query: Sql) => {
    gather(client);
    return client.query(prepared(query));
  };
  return {
    rows: async <Row>(query: Sql) => (await send(query)).rows as Row[],
    first: async <Row>(query: Sql) => (await send(query)).rows[0] as Row | undefined,
    run: async (query) => (await send(query)).rowCount ?? 0,
  };
}

/** What is sent without waiting leaves in one write: each write is a system call, the dearest part of a short request. */
function gather({ connection }: pg.PoolClient): void {
  const { stream } = connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function contextOf(who: Who, now: Date | undefined): pg.QueryConfig {
  const clock = now?.toISOString() ?? null;
  if (who === 'visitor')
    return { text: "select set_config('app.clock', coalesce($1, ''), true)", values: [clock] };
  if ('operatorFor' in who)
    return { text: 'select begin_operation($1, $2)', values: [who.operatorFor, clock] };
  return {
    name: 'begin',
    text: 'select begin_request($1, $2, $3)',
    values: [who.personId, who.tenantId, clock],
  };
}

const names = new Map<string, string>();
/** Every connection keeps every named statement with its plan (about 100 kB for a list): there is an end to it. */
const mostNames = 1_000;

/** A named statement is planned once per connection. The name follows from the text, so that equal queries share it. */
function prepared({ text, values }: Sql): pg.QueryConfig {
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values };
  if (names.size >= mostNames) return { text, values };
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
  names.set(text, name);
  return { name, text, values };
}

/** Two transactions that got in each other's way are tried again; anything else is not. */
async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (left === 0 || !(fault instanceof Unavailable) || !isCollision(fault.cause)) throw fault;
    }
  }
}

const isCollision = (fault: unknown) => ['40001', '40P01'].includes(codeOf(fault) ?? '');

/** 08 connection, 53 resources, 57P shutdown, 40 collision, 55P03 lock not available, 57014 timeout: the broken world, not a bug. */
const passing = /^(08|53|57P|40001|40P01|55P03|57014)/;

function nameFault(fault: unknown): unknown {
  const code = codeOf(fault);
  if (!(fault instanceof Error)) return fault;
  if (code === 'KL001') return new LawRefused(fault.message.split(','));
  if (code === 'KL002') return new Stale(fault.message);
  if (code === '42501') return new NotAdmitted(fault.message, { cause: fault });
  if ((code !== undefined && passing.test(code)) || isLost(fault))
    return new Unavailable('the database does not answer', { cause: fault });
  return fault;
}

/** Whether a query failed because the database is out of reach or too busy, and not because of what was asked. */
export const isOutOfReach = (fault: unknown): boolean => nameFault(fault) instanceof Unavailable;

/** The line itself failed: what the driver says then has no SQLSTATE. A fault of our own is none of this. */
function isLost(fault: Error): boolean {
  if (fault instanceof pg.DatabaseError || fault instanceof TypeError) return false;
  return /\b(timeout|terminated|connection|ECONN\w*|EPIPE|ETIMEDOUT)\b/i.test(fault.message);
}

function unavailable(fault: unknown): never {
  throw new Unavailable('no connection to the database', { cause: fault });
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
}
