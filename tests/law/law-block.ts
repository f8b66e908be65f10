/** Statements of the law tried as one, in the role of the program. `nothing` is what a block gives that went through. */
import type { Probe } from './probes-registers.ts';

export const by = (who: string, sql: string, expected: Probe['expected']): Probe => ({ who, sql, expected });
export const id = 'gen_random_uuid()';

/** With ids for what it makes: a plan, priority and ambition, and a plan and priority beside them. */
export const block = (...statements: readonly string[]) => `do $law$ declare
  p uuid := ${id}; i uuid := ${id}; a uuid := ${id}; q uuid := ${id}; j uuid := ${id}; begin
  ${statements.join(';\n')}; end $law$`;
export const holds = (what: string) =>
  `if not coalesce((${what}), false) then raise exception using errcode = 'XX001', message = 'does not hold'; end if`;
