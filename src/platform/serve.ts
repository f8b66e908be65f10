/** Listening, and stopping without cutting anyone off. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { endStreams } from './door/stream.ts';
import { PlainFault } from './plain-fault.ts';

export interface Website {
  /** Where it can be found from this machine. */
  readonly address: string;
  /** Stops accepting, waits for what runs at most `graceMs`, then cuts off. */
  stop(graceMs: number): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** @throws {PlainFault} when the port is taken or the address is not of this machine */
export async function serve(fetch: Fetch, host: string, port: number): Promise<Website> {
  const [first = host, ...others] = addressesOf(host);
  const servers = [await listen(createAdaptorServer({ fetch }), first, port, host)];
  const actual = portOf(servers[0]);
  for (const other of others) {
    const server = await listen(createAdaptorServer({ fetch }), other, actual, host).catch(unlessAbsent);
    if (server) servers.push(server);
  }
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async stop(graceMs) {
      endStreams();
      await Promise.all(servers.map((server) => close(server, graceMs)));
    },
  };
}

/** Says beforehand, in plain words, that the port cannot be had. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  for (const address of addressesOf(host)) {
    const server = await listen(createServer(), address, port, host).catch(unlessAbsent);
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

/** Resolves at the first request to stop; later ones are heard and change nothing. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Which of its two addresses a visitor's machine takes for `localhost` differs, so both answer. */
function addressesOf(host: string): readonly string[] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
}

function listen<S extends Pick<ServerType, 'once' | 'listen'>>(
  server: S,
  address: string,
  port: number,
  host: string,
) {
  return new Promise<S>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(told(error, host, port)));
    server.listen(port, address, () => resolve(server));
  });
}

class AddressAbsent extends PlainFault {}

function told(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlainFault(`Poort ${port} op ${host} is al in gebruik. Kies een andere met PORT.`);
  }
  if (error.code === 'EACCES')
    return new PlainFault(`Poort ${port} mag hier niet worden gebruikt. Kies een andere met PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') {
    return new AddressAbsent(`HOST=${host} is geen adres van deze machine.`);
  }
  if (error.code === 'ENOTFOUND') return new PlainFault(`HOST=${host} is geen adres van deze machine.`);
  return error;
}

/** Many machines have no `::1`. */
function unlessAbsent(error: unknown): undefined {
  if (error instanceof AddressAbsent) return undefined;
  throw error;
}

function portOf(server: Pick<ServerType, 'address'> | undefined): number {
  const address: AddressInfo | string | null | undefined = server?.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function close(server: ServerType, graceMs: number): Promise<void> {
  let closed = false;
  server.close(() => {
    closed = true;
  });
  for (let waited = 0; !closed && waited < graceMs; waited += 25) {
    // A connection that was busy stays open after its answer, in case another question comes.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await sleep(25);
  }
  if (!closed && 'closeAllConnections' in server) server.closeAllConnections();
}
