/** The questions in which the actor may be the next to act. */
import { noPromises, type PromisesWaiting, promisesWaiting } from '../../news/index.ts';
import { type DevelopmentWaiting, developmentWaiting, noDevelopment } from '../../plans/index.ts';
import { join, type Reader, type Sql, sql } from '../../platform/database.ts';
import { type Actor, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import type { Holiday } from '../../registers/index.ts';
import { type FormsWaiting, formsWaiting, noForms } from '../../results/index.ts';
import {
  readsStationings,
  type StationingsWaiting,
  stationingsWaiting,
  visitsToAnswer,
} from '../../stationing/index.ts';
import { schoolDaysOf } from '../clocks/clock.facts.ts';
import { type ClockFacts, clocksOf, type SchoolDays, type Term } from '../clocks/clock.rules.ts';
import { days, holiday, termsOf } from '../question-parts.store.ts';
import type { QuestionWaiting } from './waiting.rules.ts';

/** Questions looked at for each way of being part of one: the last touched ones. Far more than anybody has running. */
const most = 100;

interface Found {
  readonly questions: readonly (Omit<QuestionWaiting, 'clocks'> &
    ClockFacts & { readonly schoolId: string; readonly boardId: string | null })[];
  readonly visits: number;
  readonly stationings: StationingsWaiting;
  readonly promises: PromisesWaiting;
  readonly development: DevelopmentWaiting;
  readonly forms: FormsWaiting | null;
  readonly terms: readonly Term[];
  readonly holidays: readonly Holiday[];
}

interface Waiting {
  readonly questions: readonly QuestionWaiting[];
  /** Visits that the actor's schools have not answered yet. */
  readonly visits: number;
  readonly stationings: StationingsWaiting;
  readonly promises: PromisesWaiting;
  readonly development: DevelopmentWaiting;
  readonly forms: FormsWaiting;
}

export const nothingWaits: Waiting = {
  questions: [],
  visits: 0,
  stationings: { toAgree: 0, toEvaluate: 0 },
  promises: noPromises,
  development: noDevelopment,
  forms: noForms,
};

/** In one statement, with the holidays of the partnership, so that no clock asks again. */
export async function findQuestionsWaiting(reader: Reader, actor: Actor): Promise<Waiting> {
  const ways = waysIn(actor);
  if (ways.length === 0) return withoutQuestions(reader, actor);
  const limited = ways.map(
    (way) => sql`(select q.id ${way} order by q.touched_at desc, q.id desc limit ${most})`,
  );
  const row = await reader.first<Found>(sql`
    with mine as (${join(limited, ' union ')}), found as (
      select q.*, s.name as school_name, s.board_id from mine
      join support_question q on q.tenant_id = ${actor.tenantId} and q.id = mine.id
      join school s on s.tenant_id = q.tenant_id and s.id = q.school_id)
    select coalesce((select jsonb_agg(${facts(actor)}) from found q join support_question r on r.tenant_id = q.tenant_id and r.id = q.id
        left join question_words w on w.tenant_id = q.tenant_id and w.question_id = q.id), '[]') as questions,
      ${visitsToAnswer(actor)} as visits, ${stationingsWaiting(actor)} as stationings, ${promisesWaiting(actor)} as promises, ${developmentWaiting(actor)} as development,
      ${formsWaiting(actor)} as forms,
      ${termsOf(sql`${actor.tenantId}::uuid`)} as terms,
      coalesce((select jsonb_agg(${holiday}) from holiday y
        where y.tenant_id = ${actor.tenantId} and exists (select from found) and y.ends_on > (select min(signalled_on) from found)
          and y.starts_on < app_today() + 400
          and (y.scope = 'tenant' or y.school_id in (select school_id from found) or y.board_id in (select board_id from found))), '[]') as holidays`);
  return row === undefined
    ? nothingWaits
    : { ...row, forms: row.forms ?? noForms, questions: withClocks(row) };
}

/** Who reads no question may all the same have to agree to who comes, keep a promise or be asked something. */
async function withoutQuestions(reader: Reader, actor: Actor): Promise<Waiting> {
  const stationings = readsStationings(actor) ? stationingsWaiting(actor) : sql`null::jsonb`;
  const row = await reader.first<{
    stationings: StationingsWaiting | null;
    promises: PromisesWaiting;
    development: DevelopmentWaiting;
  }>(
    sql`select ${stationings} as stationings, ${promisesWaiting(actor)} as promises, ${developmentWaiting(actor)} as development`,
  );
  return {
    ...nothingWaits,
    stationings: row?.stationings ?? nothingWaits.stationings,
    promises: row?.promises ?? noPromises,
    development: row?.development ?? noDevelopment,
  };
}

function withClocks({ questions, terms, holidays }: Found): readonly QuestionWaiting[] {
  const schools = new Map<string, SchoolDays>();
  return questions.map((question) => {
    const school = schools.get(question.schoolId) ?? schoolDaysOf(holidays, question);
    schools.set(question.schoolId, school);
    return { ...question, clocks: clocksOf(question, terms, school, question.today) };
  });
}

/** One plain condition an index serves for each way of being next; row-level security checks each row again. */
function waysIn(actor: Actor): readonly Sql[] {
  const here = sql`from support_question q where q.tenant_id = ${actor.tenantId}`;
  const at = (schoolId: string) => sql`${here} and q.school_id = ${schoolId}`;
  return [
    ...schoolsOf(actor, 'contact_person').map(
      ({ id }) => sql`${at(id)} and q.status in ('submitted', 'in_triage', 'at_committee')`,
    ),
    ...schoolsOf(actor, 'support_coordinator').map(
      ({ id }) =>
        sql`${at(id)} and q.status in ('draft', 'needs_information', 'started', 'evaluated', 'completed')`,
    ),
    ...schoolsOf(actor, 'school_director').map(({ id }) => sql`${at(id)} and q.status = 'needs_information'`),
    sql`${here} and q.author_id = ${actor.personId} and q.status in ('draft', 'needs_information')`,
    ...(hasRole(actor, 'specialist')
      ? [
          sql`${here} and q.id = any ((select app_ids('along'))::uuid[])`,
          sql`${here} and q.id = any ((select app_ids('assigned'))::uuid[]) and q.status in ('assigned', 'started', 'evaluated', 'completed')`,
        ]
      : []),
    ...(hasRole(actor, 'committee_secretary')
      ? [sql`${here} and q.id = any ((select app_ids('agenda'))::uuid[]) and q.status = 'at_committee'`]
      : []),
    ...(hasRole(actor, 'team_lead')
      ? [sql`${here} and q.status in ('submitted', 'in_triage', 'assigned')`]
      : []),
  ];
}

const facts = (
  actor: Actor,
): Sql => sql`jsonb_build_object('id', q.id, 'number', q.number, 'title', w.title, 'schoolName', q.school_name,
    'schoolId', q.school_id, 'boardId', q.board_id, 'level', q.level, 'status', q.status, 'urgency', q.urgency, 'today', app_today(),
    'relations', to_jsonb(question_relations(r, ${actor.personId}, app_today())), 'incomplete', q.incomplete_on is not null,
    'meetingBegun', exists (select from agenda_item i join committee_meeting m on m.tenant_id = i.tenant_id and m.id = i.meeting_id
      where i.tenant_id = q.tenant_id and i.question_id = q.id and i.state = 'open' and m.starts_at <= app_now()))
  || jsonb_build_object(${days})`;
