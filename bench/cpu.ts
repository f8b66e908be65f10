/** What processes have cost so far, from /proc: hardly depends on who else uses the machine. Linux only. */
import { readFileSync } from 'node:fs';

/** CPU time of a process itself, in milliseconds: its children may be somebody else's, such as the PostgreSQL it started. */
export function cpuMs(pid: number): number {
  return ticksMs(pid, [11, 12]);
}

/** CPU time of a process with all its children, those that ended included, in milliseconds. */
export function treeCpuMs(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + ticksMs(each, [11, 12, 13, 14]), 0);
}

/** Memory that a process holds, the most it ever held, in megabytes. */
export function memoryMb(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

function treeOf(pid: number): readonly number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

/** User and system time, own and of children that were waited for, stand behind the name in brackets, in ticks of 10 ms. */
function ticksMs(pid: number, places: readonly number[]): number {
  const stat = textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return places.reduce((sum, at) => sum + Number(fields[at] ?? 0) * 10, 0);
}

/** Empty when the process has just gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
