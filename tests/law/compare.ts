/** One step of one person tried as raw SQL, beside what the rules say of it. */
import { factsOf } from '../../src/concerns/concern.facts.ts';
import { mayTake, protocol, type StepName } from '../../src/concerns/concern.rules.ts';
import { type ConcernRow, getConcern } from '../../src/concerns/concern.store.ts';
import { recordEntry } from '../../src/concerns/concern-writes.store.ts';
import { unmetNeeds } from '../../src/concerns/needs.rules.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import type { Stage } from '../support/factories.ts';
import { type Attempt, attemptsOn } from './attempts.ts';
import { type RawSql, textOf, type Verdict } from './raw.ts';
import { clocks, type World } from './world.ts';

export interface Comparison {
  /** Where the database and the rules answer differently about a concern, for one person at one hour. */
  disagreements(clock: string, id: string, who: Identity): Promise<readonly string[]>;
  readonly accepted: { cells: number; done: number; readonly refused: Set<string> };
}

export function comparisonOf(stage: Stage, raw: RawSql, world: World): Comparison {
  const accepted = { cells: 0, done: 0, refused: new Set<string>() };

  /** A concern with all its entries as somebody of the circle reads it, and what `who` is to it; undefined when nobody reads it any more. */
  async function wholeRow(clock: string, id: string, who: Identity): Promise<ConcernRow | undefined> {
    stage.at(clock);
    const asked = { ...nobody, tenantId: world.cast.tenantId, personId: who.personId };
    for (const kind of ['teamLead', 'author', 'leadAndContact', 'leavingTeacher', 'specialist']) {
      const row = await stage.database.read(world.people[kind] ?? who, (read) => getConcern(read, asked, id));
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** What the rules say, in the database's words. */
  function ruled(attempt: Attempt, row: ConcernRow, who: Identity): Verdict {
    const facts = factsOf(row, who.personId);
    const { step } = attempt;
    if (!(step in protocol)) return 'KL001 stateAllows';
    const name = step as StepName;
    const moves: readonly { from: string; to: readonly string[] }[] = protocol[name].moves;
    if (!moves.some((move) => move.from === row.status && move.to.includes(attempt.toStatus)))
      return 'KL001 stateAllows';
    if (!mayTake(name, facts)) return 'KL001 roleAllows';
    const unmet = unmetNeeds(name, facts, { ...attempt.given, now: stage.now().toISOString(), openMarks: 0 });
    return unmet.length === 0 ? 'done' : `KL001 ${[...unmet].sort().join(',')}`;
  }

  const sorted = (verdict: Verdict) =>
    verdict.startsWith('KL001 ') ? `KL001 ${verdict.slice(6).split(',').sort().join(',')}` : verdict;

  async function disagreements(clock: string, id: string, who: Identity): Promise<readonly string[]> {
    const row = (await wholeRow(clock, id, who)) ?? (await wholeRow(clocks[0], id, who));
    if (row === undefined) throw new Error('nobody ever read it');
    stage.at(clock);
    const own = await stage.database
      .read(who, (read) => getConcern(read, { ...nobody, ...who }, id))
      .catch(() => undefined);
    const attempts = attemptsOn(row, world);
    const statements = await Promise.all(
      attempts.map((attempt) =>
        textOf((tx) =>
          recordEntry(
            tx,
            { ...nobody, tenantId: world.cast.tenantId, personId: who.personId },
            row,
            attempt.entry,
          ),
        ),
      ),
    );
    const verdicts = await raw.tryAll(who, clock, statements).catch((fault: Error) => {
      if (fault.message === 'no appointment today') return statements.map(() => 'not admitted');
      throw fault;
    });
    return attempts.flatMap((attempt, nth) => {
      const verdict = sorted(verdicts[nth] ?? '');
      const should = ruled(attempt, row, who);
      const seen = own === undefined ? 'hidden' : ruled(attempt, own, who);
      accepted.cells += 1;
      if (verdict === 'done') accepted.done += 1;
      else accepted.refused.add(verdict);
      const right =
        own === undefined
          ? verdict !== 'done' && verdict !== 'nothing'
          : verdict === should && seen === should;
      return right ? [] : [`${attempt.name}: database ${verdict}, rules ${should}, as they see it ${seen}`];
    });
  }

  return { disagreements, accepted };
}

const nobody = {
  keyId: '',
  name: '',
  email: '',
  tenant: { code: '', name: '', preset: '', labels: {} },
  appointments: [],
};
