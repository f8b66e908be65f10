/**
 * The part of a long proof that one run looks at. Each commit looks at another part, always the same one; `NAME=1` looks at all,
 * `NAME=3` at a third, and `SHARE=7` chooses the seventh part of any.
 */
import { spawnSync } from 'node:child_process';

export interface Share {
  /** One in so many is looked at. */
  readonly of: number;
  readonly whole: boolean;
  /** Is the nth thing, counted from 0, in the part of this run? */
  takes(nth: number): boolean;
}

/** @param of one in how many, unless the variable `name` of the environment says otherwise */
export function shareOf(name: string, of: number): Share {
  const told = Number(process.env[name] ?? of);
  const part = Number(process.env['SHARE'] ?? partOfCommit()) % told;
  return { of: told, whole: told === 1, takes: (nth) => nth % told === part };
}

/** A number for this commit; where git is not there, for this day. */
function partOfCommit(): number {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  const found = /^[0-9a-f]{8}/.exec(stdout ?? '');
  return found === null ? Math.floor(Date.now() / 86_400_000) : Number.parseInt(found[0], 16);
}
