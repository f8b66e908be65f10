/** A database with a cast for questions, and the short forms in which tests take steps there. */
import pg from 'pg';
import type { Deed } from '../../src/platform/route.ts';
import type { Outcome, QuestionRow, StepRequest } from '../../src/questions/index.ts';
import { takeStep } from '../../src/questions/question.actions.ts';
import { getQuestion } from '../../src/questions/question.store.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { aQuestionCast, type QuestionCast, questionStep } from './factories-questions.ts';
import { actorOf, deedOf, openStage, type Stage } from './stage.ts';

export interface QuestionStage {
  readonly fresh: FreshDatabase;
  readonly stage: Stage;
  readonly cast: QuestionCast;
  /** The question as this person reads it, the contact person when not said. Throws when it is not theirs. */
  rowOf(id: string, who?: string): Promise<QuestionRow>;
  take(who: string, id: string, request: StepRequest, more?: Partial<Deed>): Promise<Outcome>;
  /** A step that must succeed; an hour passes. */
  step(who: string, id: string, request: StepRequest): Promise<void>;
  /** What the access log says was done with it, in order. */
  audited(id: string): Promise<readonly string[]>;
  /** Reads the whole database, as backup does. */
  readAll<Row extends pg.QueryResultRow>(query: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function openQuestionStage(): Promise<QuestionStage> {
  const fresh = await freshDatabase();
  const stage = openStage(fresh);
  const cast = await aQuestionCast(stage, fresh);
  const { tenantId } = cast;
  const readAll = async <Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []) => {
    const client = new pg.Client({
      connectionString: fresh.ownerUrl,
      options: '-c role=kortelijn_operator',
    });
    await client.connect();
    return client
      .query<Row>(query, [...values])
      .then(({ rows }) => rows)
      .finally(() => client.end());
  };
  return {
    fresh,
    stage,
    cast,
    readAll,
    rowOf: async (id, who = cast.author) => {
      const actor = await actorOf(stage, tenantId, who);
      const row = await stage.database.read(actor, (reader) => getQuestion(reader, actor, id));
      if (row === undefined) throw new Error('not seen');
      return row;
    },
    take: async (who, id, request, more = {}) =>
      takeStep(deedOf(stage, more), await actorOf(stage, tenantId, who), id, request),
    step: (who, id, request) => questionStep(stage, cast, who, id, request),
    audited: async (id) =>
      (
        await readAll<{ action: string }>(
          "select action from audit where subject = 'question' and subject_id = $1 order by at, id",
          [id],
        )
      ).map(({ action }) => action),
    close: async () => {
      await stage.close();
      await fresh.drop();
    },
  };
}

/** The codes of a refusal; of any other outcome its name. */
export const codes = (outcome: Outcome) =>
  outcome.outcome === 'refused' ? outcome.unmet.map(({ code }) => code) : outcome.outcome;
