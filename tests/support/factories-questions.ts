/** Small makers of questions. Everything is invented; a question gets where it is by the actions, through the law. */
import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { addDays } from '../../src/platform/pure/dates.ts';
import { planMeeting, recordMinutes } from '../../src/questions/committee/meeting.actions.ts';
import { getMeeting } from '../../src/questions/committee/meeting.store.ts';
import type { AskInput, Outcome, Status, StepRequest } from '../../src/questions/index.ts';
import { askQuestion, takeStep } from '../../src/questions/question.actions.ts';
import type { FreshDatabase } from './database.ts';
import { aCast, anAppointment, type Cast } from './factories.ts';
import { actorOf, deedOf, type Stage } from './stage.ts';

/** A cast with everybody a question meets. `author` is the school's contact person, as in concerns; `coordinator` the IB'er who asks. */
export interface QuestionCast extends Cast {
  readonly teacher: string;
  readonly specialist: string;
  readonly colleague: string;
  readonly secretary: string;
  /** Two members of the committee without a tie to the school. */
  readonly members: readonly [string, string];
}

/** Adds specialists with a contract of eight dagdelen a week, a teacher and a committee to a cast. */
export async function aQuestionCast(stage: Stage, fresh: FreshDatabase, cast?: Cast): Promise<QuestionCast> {
  const base = cast ?? (await aCast(stage));
  const { tenantId, school } = base;
  const specialist = await anAppointment(stage, 'specialist', { tenantId });
  const colleague = await anAppointment(stage, 'specialist', { tenantId });
  for (const personId of [specialist, colleague]) await aContract(fresh, { tenantId, personId });
  return {
    ...base,
    teacher: await anAppointment(stage, 'teacher', { tenantId, schoolId: school.id }),
    specialist,
    colleague,
    secretary: await anAppointment(stage, 'committee_secretary', { tenantId }),
    members: [
      await anAppointment(stage, 'committee_member', { tenantId }),
      await anAppointment(stage, 'committee_member', { tenantId }),
    ],
  };
}

interface Contracted {
  readonly tenantId: string;
  readonly personId: string;
  /** A week. */
  readonly dagdelen?: number;
  readonly from?: string;
  /** First day it no longer holds. */
  readonly to?: string;
}

/** A contract, past the law by the superuser. */
export async function aContract(fresh: FreshDatabase, wanted: Contracted): Promise<void> {
  const { tenantId, personId, dagdelen = 8, from = '2025-08-01', to = null } = wanted;
  await pastTheLaw(
    fresh,
    'insert into contract (tenant_id, id, person_id, starts_on, ends_on, fte, dagdelen) values ($1, $2, $3, $4, $5, 1, $6)',
    [tenantId, newId(), personId, from, to, dagdelen],
  );
}

async function pastTheLaw(fresh: FreshDatabase, statement: string, values: readonly unknown[]) {
  const address = new URL(fresh.superUrl ?? inject('template').superUrl);
  address.pathname = new URL(fresh.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(statement, [...values]).finally(() => superuser.end());
}

interface Stationed {
  readonly tenantId: string;
  readonly personId: string;
  readonly schoolId: string;
  /** A week. */
  readonly dagdelen?: number;
  readonly from?: string;
  /** First day it no longer holds. */
  readonly to?: string;
}

/** A stationing at a school that runs, past the law by the superuser. */
export async function aStationing(fresh: FreshDatabase, wanted: Stationed): Promise<void> {
  const { tenantId, personId, schoolId, dagdelen = 2, from = '2025-08-01', to = '2027-07-01' } = wanted;
  await pastTheLaw(
    fresh,
    `with made as (insert into stationing (tenant_id, id, specialist_id, school_id, dagdelen, starts_on, ends_on, status, proposed_by, proposed_at)
        values ($1, $2, $3, $4, $5, $6::date, $7::date, 'active', $3, $6::date) returning tenant_id, id, school_id)
      insert into stationing_school select tenant_id, id, school_id from made`,
    [tenantId, newId(), personId, schoolId, dagdelen, from, to],
  );
}

/** A question of the light route, about a group. */
export const anAsk = (schoolCode: string, more: Partial<AskInput> = {}): AskInput => ({
  schoolCode,
  level: 'group',
  title: 'Rust in de groep',
  need: 'De groep vindt het lastig om zelfstandig te werken. Wie kijkt met ons mee?',
  triedSoFar: 'Een vast ritme en een dagplanning op het bord.',
  ...more,
});

/** A question on a pupil with everything that submitting asks, on the stage's day. */
export const aPupilAsk = (schoolCode: string, today: string, more: Partial<AskInput> = {}): AskInput =>
  anAsk(schoolCode, {
    level: 'pupil',
    title: 'Vastlopen bij rekenen',
    need: 'De leerling loopt vast bij rekenen en haakt af. Wat heeft deze leerling nodig?',
    pupil: {
      pseudonym: 'Zeester',
      ageBand: '8-9',
      externalCaseNumber: 'OT 2026 14',
      parentsSpokenOn: today,
      parentsConsentOn: today,
    },
    ...more,
  });

/** Somebody asks a question: a draft. Gives its id. An hour passes. */
export async function anAskBy(
  stage: Stage,
  cast: Cast,
  who = cast.coordinator,
  more: Partial<AskInput> = {},
): Promise<string> {
  const input =
    more.level === 'pupil'
      ? aPupilAsk(cast.school.code, dayOfStage(stage), more)
      : anAsk(cast.school.code, more);
  const actor = await actorOf(stage, cast.tenantId, who);
  const { id } = must(await askQuestion(deedOf(stage), actor, input), 'ask');
  stage.pass(1);
  return id;
}

/** Somebody takes a step that must succeed; an hour passes. */
export async function questionStep(
  stage: Stage,
  cast: Pick<Cast, 'tenantId'>,
  who: string,
  id: string,
  request: StepRequest,
): Promise<void> {
  must(await takeStep(deedOf(stage), await actorOf(stage, cast.tenantId, who), id, request), request.step);
  stage.pass(1);
}

export const dayOfStage = (stage: Stage): string => stage.now().toISOString().slice(0, 10);

/** A planned meeting of the committee, with its cut-off a week before. Gives its id. */
export async function aMeeting(stage: Stage, cast: QuestionCast, inDays = 14): Promise<string> {
  const startsAt = `${addDays(dayOfStage(stage), inDays)}T13:00:00.000Z`;
  const secretary = await actorOf(stage, cast.tenantId, cast.secretary);
  const planned = await planMeeting(deedOf(stage), secretary, { startsAt });
  if (planned.outcome !== 'taken') throw new Error(`meeting: ${JSON.stringify(planned)}`);
  return planned.id;
}

/** Two days after it began, these were there; the clock of the stage moves there. */
export async function theMeetingIsHeld(
  stage: Stage,
  cast: QuestionCast,
  meetingId: string,
  present: readonly string[] = cast.members,
): Promise<void> {
  const secretary = await actorOf(stage, cast.tenantId, cast.secretary);
  const meeting = await stage.database.read(secretary, (reader) => getMeeting(reader, secretary, meetingId));
  stage.at(new Date(Date.parse(meeting?.startsAt ?? '') + 2 * 86_400_000).toISOString());
  const deed = deedOf(stage, { version: meeting?.version });
  const recorded = await recordMinutes(deed, secretary, meetingId, { present: [...present] });
  if (recorded.outcome !== 'taken') throw new Error(`attendance: ${JSON.stringify(recorded)}`);
}

/** Each state's last step, who takes it and the state before it. */
const roads: Readonly<
  Record<
    Exclude<Status, 'draft' | 'at_committee'>,
    {
      readonly from: Status;
      readonly who: 'author' | 'coordinator' | 'specialist';
      readonly request: (cast: QuestionCast, day: string) => StepRequest;
    }
  >
> = {
  submitted: { from: 'draft', who: 'coordinator', request: () => ({ step: 'submit' }) },
  in_triage: {
    from: 'submitted',
    who: 'author',
    request: () => ({ step: 'triage', urgency: 'soon', plannedDagdelen: 4, expertise: ['gedrag'] }),
  },
  needs_information: {
    from: 'in_triage',
    who: 'author',
    request: () => ({ step: 'ask_information', missing: 'Hoe groot is de groep?' }),
  },
  answered: {
    from: 'in_triage',
    who: 'author',
    request: () => ({ step: 'answer', text: 'Begin met korte taken en een vaste plek.' }),
  },
  declined: {
    from: 'in_triage',
    who: 'author',
    request: () => ({
      step: 'decline',
      reason: 'Dit valt onder de basisondersteuning.',
      nextStep: 'Bespreek het in het team.',
    }),
  },
  withdrawn: {
    from: 'submitted',
    who: 'coordinator',
    request: () => ({ step: 'withdraw', reason: 'Het is opgelost.' }),
  },
  assigned: {
    from: 'in_triage',
    who: 'author',
    request: (cast, day) => ({
      step: 'assign',
      specialistId: cast.specialist,
      role: 'Eerste begeleider',
      // So little that a hundred such questions fit one contract.
      plannedDagdelen: 0.5,
      from: day,
      to: addDays(day, 60),
    }),
  },
  started: {
    from: 'assigned',
    who: 'specialist',
    request: (_cast, day) => ({ step: 'start', firstContactOn: day }),
  },
  evaluated: {
    from: 'started',
    who: 'specialist',
    request: () => ({ step: 'evaluate', noGoalBecause: 'Het bleef bij meedenken met het team.' }),
  },
  completed: { from: 'evaluated', who: 'coordinator', request: () => ({ step: 'complete' }) },
  stopped: {
    from: 'started',
    who: 'specialist',
    request: () => ({
      step: 'stop',
      reason: 'De groep is gesplitst.',
      nextStep: 'De school gaat zelf verder.',
    }),
  },
  followed_up: {
    from: 'completed',
    who: 'coordinator',
    request: () => ({ step: 'follow_up', didItLast: 'partly' }),
  },
};

/** A question that went its lawful way to this state. An hour passes with each step. */
export async function aQuestion(
  stage: Stage,
  cast: QuestionCast,
  status: Status,
  more: Partial<AskInput> = {},
): Promise<string> {
  if (status === 'draft') return anAskBy(stage, cast, cast.coordinator, more);
  if (status === 'at_committee') {
    const id = await aQuestion(stage, cast, 'in_triage', more);
    const meetingId = await aMeeting(stage, cast);
    await questionStep(stage, cast, cast.author, id, { step: 'to_committee', meetingId, kind: 'advice' });
    return id;
  }
  const road = roads[status];
  const id = await aQuestion(stage, cast, road.from, more);
  await questionStep(stage, cast, cast[road.who], id, road.request(cast, dayOfStage(stage)));
  return id;
}

function must(outcome: Outcome, what: string): { readonly id: string } {
  if (outcome.outcome === 'taken') return outcome;
  throw new Error(`${what}: ${JSON.stringify(outcome)}`);
}
