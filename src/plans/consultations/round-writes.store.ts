/** What is written of rounds. Answers go in, and what was done with them, through the functions of migrations/0047 alone. */
import { sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Identity } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { AnswersInput, RoundInput, SettleInput, SummaryInput } from './round.input.ts';

export function lockRound(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
): Promise<{ readonly version: number } | undefined> {
  return tx.first(
    sql`select version from consultation where tenant_id = ${tenantId} and id = ${id} for update`,
  );
}

const columnsOf = ({ about = '' }: RoundInput) => {
  const [kind, id = null, edition = null] = about.split(':');
  return {
    profileId: kind === 'profile' ? id : null,
    edition: kind === 'profile' ? edition : null,
    pilotId: kind === 'pilot' ? id : null,
    postId: kind === 'post' ? id : null,
  };
};

/** Gives the id. */
export async function addRound(tx: Transaction, who: Identity, input: RoundInput): Promise<string> {
  const id = newId();
  const { profileId, edition, pilotId, postId } = columnsOf(input);
  await tx.run(sql`insert into consultation (tenant_id, id, title, introduction, profile_id, edition, pilot_id, post_id, roles, areas, boards,
      anonymous, starts_on, ends_on)
    values (${who.tenantId}, ${id}, ${input.title}, ${input.introduction || null}, ${profileId}, ${edition}, ${pilotId}, ${postId},
      ${input.roles}, ${input.areas ?? []}, ${input.boards ?? []}, ${input.anonymous}, ${input.startsOn}, ${input.endsOn}::date + 1)`);
  await saveQuestions(tx, who, id, input);
  return id;
}

export async function saveRound(
  tx: Transaction,
  who: Identity,
  id: string,
  input: RoundInput,
): Promise<void> {
  const { profileId, edition, pilotId, postId } = columnsOf(input);
  await tx.run(sql`update consultation set title = ${input.title}, introduction = ${input.introduction || null}, profile_id = ${profileId},
      edition = ${edition}, pilot_id = ${pilotId}, post_id = ${postId}, roles = ${input.roles}, areas = ${input.areas ?? []},
      boards = ${input.boards ?? []}, anonymous = ${input.anonymous}, starts_on = ${input.startsOn}, ends_on = ${input.endsOn}::date + 1
    where tenant_id = ${who.tenantId} and id = ${id}`);
  await tx.run(
    sql`delete from consultation_question where tenant_id = ${who.tenantId} and consultation_id = ${id}`,
  );
  await saveQuestions(tx, who, id, input);
}

async function saveQuestions(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  { questions = [] }: RoundInput,
): Promise<void> {
  const rows = questions.map(({ text, options = [] }, place) => ({ nth: place + 1, text, options }));
  await tx.run(sql`insert into consultation_question (tenant_id, consultation_id, nth, text, options)
    select ${tenantId}, ${id}, q.nth, q.text, q.options
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q (nth int, text text, options text[])`);
}

export async function moveRound(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  status: 'open' | 'draft',
): Promise<void> {
  await tx.run(sql`update consultation set status = ${status} where tenant_id = ${tenantId} and id = ${id}`);
}

export async function endRound(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  lastDay: CivilDate,
): Promise<void> {
  await tx.run(
    sql`update consultation set ends_on = ${lastDay}::date + 1 where tenant_id = ${tenantId} and id = ${id}`,
  );
}

export async function summariseRound(
  tx: Transaction,
  { tenantId }: Identity,
  id: string,
  { summary, summaryFor }: SummaryInput,
): Promise<void> {
  await tx.run(sql`update consultation set status = 'summarised', summary = ${summary}, summary_for = ${summaryFor}
    where tenant_id = ${tenantId} and id = ${id}`);
}

/** What was left empty is no answer. False: there is no such round for this person. */
export async function answerRoundWith(
  tx: Transaction,
  id: string,
  { answers = [] }: AnswersInput,
): Promise<boolean> {
  const said = answers.filter(({ option, text }) => option !== undefined || text !== undefined);
  const row = await tx.first<{ answered: boolean }>(
    sql`select answer_round(${id}, ${JSON.stringify(said)}::jsonb) as answered`,
  );
  return row?.answered === true;
}

/** False: there is no such round for this person. */
export async function settleAnswersWith(
  tx: Transaction,
  id: string,
  { answerIds, outcome, outcomeWords }: SettleInput,
): Promise<boolean> {
  const row = await tx.first<{ settled: number | null }>(
    sql`select settle_answers(${id}, ${[...new Set(answerIds)]}::uuid[], ${outcome}, ${outcomeWords}) as settled`,
  );
  return row?.settled != null;
}
