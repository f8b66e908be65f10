/**
 * Work on what strangers made: in a process of its own, so that it may hang, crash or fill its memory without harm to
 * anybody else. It gets bytes on stdin and one argument, gives bytes on stdout, and inherits nothing of our surroundings.
 */
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unavailable } from './database.ts';
import { root } from './project.ts';

const sources = {
  pdf: 'src/platform/documents/pdf.part.ts',
  text: 'src/platform/files/text.part.ts',
  picture: 'src/platform/files/picture.part.ts',
  planner: 'src/deployment/plans/plan.part.ts',
} as const;

/** The planner is ours and speaks while it works: a worker thread of the program itself (src/deployment/plans). */
export type PartName = Exclude<keyof typeof sources, 'planner'>;

interface Work {
  readonly argument?: string;
  readonly input: Uint8Array;
  /** After this many milliseconds the process is killed. */
  readonly ms: number;
  /** An answer larger than this counts as a failure. */
  readonly mostBytes: number;
}

/** The part ended without an answer: killed at its time limit, out of memory, or it said why not. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed';
}

/**
 * Runs a part and gives its answer. Two of a kind work at once, a few wait in line.
 * @throws {PartFailed} when there is no answer; its message may hold what people typed, and is never logged
 * @throws {Unavailable} when the line is full
 */
export async function runPart(name: PartName, work: Work): Promise<Uint8Array> {
  const file = await fileOf(name);
  return inTurn(name, () => answerOf(file, work));
}

function answerOf(file: string, { argument = '', input, ms, mostBytes }: Work): Promise<Uint8Array> {
  const { SystemRoot } = process.env;
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [
        '--max-old-space-size=384',
        '--no-warnings',
        '--disallow-code-generation-from-strings',
        file,
        argument,
      ],
      {
        encoding: 'buffer',
        timeout: ms,
        killSignal: 'SIGKILL',
        maxBuffer: mostBytes,
        // Without the address of the database, and whatever else stands in ours.
        env: SystemRoot === undefined ? {} : { SystemRoot },
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        alive.delete(child);
        if (error === null) resolve(stdout);
        else reject(new PartFailed(error.killed ? 'killed at its limit' : stderr.toString().slice(0, 2_000)));
      },
    );
    alive.add(child);
    letOthersGoFirst(child.pid);
    // Who is killed while we still speak, breaks the pipe; the callback tells.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** It gets the processor when nobody else wants it, and is the first to go when memory runs out. */
function letOthersGoFirst(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, 10);
  } catch {
    // It ended already.
  }
  if (process.platform === 'linux') writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => {});
}

const alive = new Set<ReturnType<typeof execFile>>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

const atOnce = 2;
const longestLine = 20;
const running: Record<PartName, number> = { pdf: 0, text: 0, picture: 0 };
const line: Record<PartName, (() => void)[]> = { pdf: [], text: [], picture: [] };

async function inTurn<T>(name: PartName, work: () => Promise<T>): Promise<T> {
  if (running[name] < atOnce) running[name] += 1;
  else if (line[name].length >= longestLine) throw new Unavailable(`too many wait for ${name}`);
  // Whoever ends hands their place on.
  else await new Promise<void>((resolve) => line[name].push(resolve));
  try {
    return await work();
  } finally {
    const next = line[name].shift();
    if (next === undefined) running[name] -= 1;
    else next();
  }
}

const files = new Map<keyof typeof sources, Promise<string>>();

/** The build lays the parts beside the program. Tests run from the sources: there a part is built when it is first asked for. */
export function fileOf(name: keyof typeof sources): Promise<string> {
  const here = fileURLToPath(import.meta.url);
  const file = files.get(name) ?? (here.endsWith('.ts') ? built(name) : Promise.resolve(partOf(here, name)));
  files.set(name, file);
  return file;
}

const partOf = (program: string, name: keyof typeof sources) => join(program, '..', 'parts', `${name}.js`);

async function built(name: keyof typeof sources): Promise<string> {
  const { build } = await import('esbuild');
  const outfile = join(root, 'node_modules', '.cache', `${name}-part-${process.pid}.mjs`);
  process.once('exit', () => void rm(outfile, { force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: [sources[name]],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
  return outfile;
}
