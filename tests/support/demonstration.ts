/** Copies of a database with the demonstration in it. */
import { loadDemonstration } from '../../src/demo/index.ts';
import { type FreshDatabase, makeDatabase, once, urlsOf } from './database.ts';
import { openWitness } from './witness.ts';

/** How the loading went, which takes seconds and so is done once for all files of a run. */
export interface Loading {
  /** ISO. */
  readonly now: string;
  readonly loaded: boolean;
  /** Of the processor, this program's share: on the clock it is what the neighbours leave. */
  readonly ms: number;
  /** Transactions that wrote, and the tables of those that left no audit row (tests/support/witness.ts). */
  readonly seen: number;
  readonly unaudited: readonly string[];
}

export interface Demonstration extends FreshDatabase {
  readonly loading: Loading;
}

const name = 'demonstration';

/** A copy of the demonstration of the moment it was loaded, the one of all tests of a run. */
export async function demonstrationDatabase(): Promise<Demonstration> {
  const loading = await once(name, async (client): Promise<Loading> => {
    // Whoever tried before may have failed half-way.
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner kortelijn_owner template kortelijn strategy wal_log`);
    const witness = await openWitness(urlsOf(name));
    const now = new Date();
    const began = process.cpuUsage();
    // What fails is told as it is: what still runs of it would keep the witness from leaving.
    const loaded = await loadDemonstration(urlsOf(name), now).catch((fault: unknown) =>
      witness.close().then(() => Promise.reject(fault)),
    );
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1_000;
    const [seen, unaudited] = [await witness.seen(), await witness.unaudited()];
    await witness.leave();
    return { now: now.toISOString(), loaded, ms, seen, unaudited };
  });
  return { ...(await makeDatabase(`template ${name} strategy wal_log`)), loading };
}
