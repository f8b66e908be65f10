/** Marks in the data folder that say which program does what; the mark of a dead program does not count. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive, markOf } from './processes.ts';

/** `web` = serves the pages; only one program per data folder does. */
export type Purpose = 'web' | 'other';

export interface Occupant {
  readonly pid: number;
  readonly began: string;
  readonly purpose: Purpose;
}

const occupantShape = z.object({ pid: z.number(), began: z.string(), purpose: z.enum(['web', 'other']) });

/** Runs `work` while no other program on this data folder does the same. */
export async function alone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataDir, 'lock');
  while (!tryToHold(file)) {
    breakStale(file);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Who else uses the database in this folder now. */
export function othersIn(dataDir: string): readonly Occupant[] {
  const folder = join(dataDir, 'in-use');
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const occupant = readOccupant(join(folder, name));
    if (occupant && isAlive(occupant) && occupant.pid !== process.pid) return [occupant];
    if (occupant?.pid !== process.pid) rmSync(join(folder, name), { force: true });
    return [];
  });
}

export function moveIn(dataDir: string, purpose: Purpose): void {
  const mark = markOf(process.pid);
  writeFileSync(join(dataDir, 'in-use', String(process.pid)), JSON.stringify({ ...mark, purpose }));
}

export function moveOut(dataDir: string): void {
  rmSync(join(dataDir, 'in-use', String(process.pid)), { force: true });
}

function tryToHold(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ ...markOf(process.pid), purpose: 'other' }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is the one step that only one of several finders of the same stale lock can take. */
function breakStale(file: string): void {
  const holder = readOccupant(file);
  if (holder ? isAlive(holder) : !isOld(file)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside);
  } catch {
    // Another program was first.
  }
}

/** A lock without content is either being written now, or left by a program that died while writing. */
function isOld(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > 2_000;
}

function readOccupant(file: string): Occupant | undefined {
  try {
    return occupantShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
