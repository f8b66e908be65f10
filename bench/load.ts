/** Sends requests over a fixed number of connections and tells what they cost. */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { cpuMs, treeCpuMs } from './cpu.ts';

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Target {
  readonly port: number;
  readonly pid: number;
}

export interface Cost {
  /** CPU of the program and of PostgreSQL, milliseconds a request. */
  readonly program: number;
  readonly postgres: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p95: number;
}

export const connections = 16;

/** @throws when an answer is no 2xx: a fast refusal is no result */
export async function load(target: Target, postgresPid: number, asks: readonly Ask[]): Promise<Cost> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const waiting = asks[Symbol.iterator]();
  const [program, postgres, start] = [cpuMs(target.pid), treeCpuMs(postgresPid), performance.now()];
  const worker = async () => {
    for (const ask of waiting) {
      const began = performance.now();
      await send(agent, target.port, ask);
      times.push(performance.now() - began);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    agent.destroy();
  }
  const count = asks.length;
  return {
    program: (cpuMs(target.pid) - program) / count,
    postgres: (treeCpuMs(postgresPid) - postgres) / count,
    perSecond: (count * 1000) / (performance.now() - start),
    p95: times.sort((a, b) => a - b)[Math.floor(count * 0.95)] ?? 0,
  };
}

/** Gives the number of bytes that came. */
export function send(agent: Agent | undefined, port: number, ask: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = ask;
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
      let bytes = 0;
      const words: Buffer[] = [];
      const good = (answer.statusCode ?? 500) < 300;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (!good) words.push(chunk);
      });
      answer.on('end', () =>
        good
          ? resolve(bytes)
          : reject(
              new Error(
                `${method} ${path}: ${answer.statusCode} ${Buffer.concat(words).toString().slice(0, 500)}`,
              ),
            ),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
