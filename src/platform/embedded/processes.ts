/** Which programs still live. A number alone does not tell: after a restart another program may carry it. */
import { readFileSync } from 'node:fs';

export interface ProcessMark {
  readonly pid: number;
  /** When it began, as the system counts; empty where the system does not tell. */
  readonly began: string;
}

/** The mark of a running program, or undefined when no program has this number (any more). */
export function markOf(pid: number): ProcessMark | undefined {
  if (!exists(pid)) return undefined;
  const status = readIfThere(`/proc/${pid}/stat`);
  if (status === undefined) return process.platform === 'linux' ? undefined : { pid, began: '' };
  // The name in brackets may hold spaces; after it come the state (field 3) and, 19 further, the start time.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  return { pid, began: `${readIfThere('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[19]}` };
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.began === mark.began;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
