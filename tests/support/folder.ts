/** A throw-away folder for a PostgreSQL of the tests. */
import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const enough = 2 * 1024 ** 3;

/** In memory where there is room: making and dropping databases is half of the work of a short test on a disk. */
export function makeFolder(what: string): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), `kortelijn-${what}-`));
  // When root runs the tests, another user runs PostgreSQL and must be able to pass.
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enough;
}
