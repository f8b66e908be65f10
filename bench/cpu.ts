/** What processes have cost so far, from /proc: hardly depends on who else uses the machine. Linux only. */
import { readFileSync } from 'node:fs';

/** CPU time of a process and its children, those that ended included, in milliseconds. */
export function cpuMs(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + ownMs(each), 0);
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

/** Own and waited-for children's user and system time stand at fields 14 to 17, after the name in brackets, in ticks of 10 ms. */
function ownMs(pid: number): number {
  const stat = textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0) * 10, 0);
}

/** Empty when the process has just gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
