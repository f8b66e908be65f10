/**
 * What waits for somebody around the concerns that run, and what they wait for themselves. «Maar wanneer er zorgen zijn, moet er
 * wel zorgvuldig gehandeld worden»: nobody has to remember whose turn it is. Only facts about one concern and one person come in;
 * nothing is counted or compared between schools.
 */
import type { About, Relation, Status } from '../concern.rules.ts';

export interface WaitingFacts {
  readonly id: string;
  readonly number: string;
  readonly about: About;
  readonly schoolName: string;
  readonly status: Status;
  readonly touchedAt: string;
  readonly relations: readonly Relation[];
  /** The actor wrote it or proposed it to the board: somebody else decides. */
  readonly isOwn: boolean;
  /** Highest version the actor has read; null = never opened. */
  readonly seenVersion: number | null;
  readonly replied: boolean;
  /** The director's latest answer of any kind, by somebody else than the actor. */
  readonly answerVersion: number | null;
  /** The invitation that waits for the director, with the last day of the term. */
  readonly invitation: {
    readonly dueOn: string;
    readonly invited: boolean;
    readonly answered: boolean;
  } | null;
  /** Invitations in a row that nobody answered within the term. */
  readonly unanswered: number;
  /** Moment of the talk that was agreed on and not recorded yet. */
  readonly talkAt: string | null;
  /** The report the director has not confirmed, with the last day of the term. */
  readonly report: { readonly dueOn: string } | null;
  /** The proposal to the board: the director's position and the last day for it. */
  readonly position: { readonly dueOn: string; readonly taken: boolean } | null;
  /** First day of an agreement, or to look back, that nobody looked back on since. */
  readonly lookBackOn: string | null;
  readonly boardTalkHeld: boolean;
  /** School days from today up to and including the last day of each term that runs. */
  readonly daysLeft: Readonly<Record<string, number>>;
}

/** What the actor has to do. */
export type TaskKind =
  | 'read_new'
  | 'answer_invitation'
  | 'take_position'
  | 'confirm_report'
  | 'call_director'
  | 'decide'
  | 'record_talk'
  | 'read_answer'
  | 'look_back'
  | 'reply'
  | 'plan_again'
  | 'talk_with_board'
  | 'finish_note';

/** What the actor waits for. */
export type WaitKind =
  | 'talk'
  | 'reply'
  | 'invitation'
  | 'confirmation'
  | 'position'
  | 'decision'
  | 'other_team_lead'
  | 'board_talk';

export interface Waiting<Kind> {
  readonly kind: Kind;
  readonly concern: WaitingFacts;
  /** Last day, or the day it is about; null = no term. */
  readonly dueOn: string | null;
}

export interface Agenda {
  readonly tasks: readonly Waiting<TaskKind>[];
  readonly waits: readonly Waiting<WaitKind>[];
}

/** Everything that waits, what has the nearest day first. `now` is an instant, `today` the day it falls on. */
export function agendaOf(concerns: readonly WaitingFacts[], today: string, now: string): Agenda {
  return {
    tasks: concerns.flatMap((concern) => tasksOf(concern, today, now)).toSorted(nearestFirst),
    waits: concerns.flatMap((concern) => waitsOf(concern, today, now)).toSorted(nearestFirst),
  };
}

type Due<Kind> = readonly [Kind, string | null];

function tasksOf(concern: WaitingFacts, today: string, now: string): readonly Waiting<TaskKind>[] {
  const is = (...wanted: readonly Relation[]) => wanted.some((one) => concern.relations.includes(one));
  const found: readonly (Due<TaskKind> | undefined)[] = [
    ...(is('school_director') ? directorTasks(concern, today) : []),
    ...(is('author', 'contact_person') && !is('school_director') ? companionTasks(concern) : []),
    is('author', 'contact_person', 'school_director') && talkIsOver(concern, now)
      ? ['record_talk', null]
      : undefined,
    is('author', 'contact_person', 'school_director') && isDue(concern.lookBackOn, concern, today)
      ? ['look_back', concern.lookBackOn]
      : undefined,
    is('participant') && concern.invitation?.invited && !concern.invitation.answered
      ? ['answer_invitation', concern.invitation.dueOn]
      : undefined,
    ...(is('team_lead') ? leadTasks(concern, today) : []),
    is('board_member') && boardTalkIsNext(concern) ? ['talk_with_board', null] : undefined,
  ];
  return unique(found).map(([kind, dueOn]) => ({ kind, concern, dueOn }));
}

function directorTasks(concern: WaitingFacts, today: string): readonly (Due<TaskKind> | undefined)[] {
  const { status, invitation, report, position, seenVersion, isOwn } = concern;
  return [
    !isOwn && seenVersion === null && status !== 'noted' ? ['read_new', null] : undefined,
    !isOwn && seenVersion !== null && !concern.replied && isAtSchool(status) ? ['reply', null] : undefined,
    invitation === null ? undefined : ['answer_invitation', invitation.dueOn],
    report !== null && today <= report.dueOn ? ['confirm_report', report.dueOn] : undefined,
    position !== null && !position.taken ? ['take_position', position.dueOn] : undefined,
  ];
}

/** Author and contact person walk along: they read what came back, and plan when nothing is planned. */
function companionTasks(concern: WaitingFacts): readonly (Due<TaskKind> | undefined)[] {
  if (concern.status === 'noted') return [['finish_note', null]];
  const news = concern.answerVersion !== null && concern.answerVersion > (concern.seenVersion ?? 0);
  const nothingPlanned = concern.invitation === null && concern.talkAt === null;
  // An answer without a moment that was agreed on named another one: then it is planned again.
  const talksNext =
    concern.status === 'with_director' &&
    (concern.replied || concern.answerVersion !== null || concern.unanswered > 0);
  return [
    news ? ['read_answer', null] : undefined,
    !news && nothingPlanned && talksNext ? ['plan_again', null] : undefined,
  ];
}

function leadTasks(concern: WaitingFacts, today: string): readonly (Due<TaskKind> | undefined)[] {
  return [
    isHeard(concern, today) && !concern.isOwn ? ['decide', null] : undefined,
    isAtSchool(concern.status) && concern.unanswered >= 2 ? ['call_director', null] : undefined,
  ];
}

function waitsOf(concern: WaitingFacts, today: string, now: string): readonly Waiting<WaitKind>[] {
  const is = (...wanted: readonly Relation[]) => wanted.some((one) => concern.relations.includes(one));
  const companion = is('author', 'contact_person') && !is('school_director');
  const circle = companion || is('school_director');
  const found: readonly (Due<WaitKind> | undefined)[] = [
    talkComes(concern, now) && (circle || is('participant')) ? ['talk', concern.talkAt] : undefined,
    ...(companion ? companionWaits(concern, today) : []),
    ...(is('team_lead') && !circle ? proposalWaits(concern, today) : []),
    is('team_lead') && concern.isOwn && isHeard(concern, today) ? ['other_team_lead', null] : undefined,
    circle && !is('team_lead') && isHeard(concern, today) ? ['decision', null] : undefined,
    boardTalkIsNext(concern) && (circle || is('team_lead', 'partnership_director'))
      ? ['board_talk', null]
      : undefined,
  ];
  return unique(found).map(([kind, dueOn]) => ({ kind, concern, dueOn }));
}

function companionWaits(concern: WaitingFacts, today: string): readonly (Due<WaitKind> | undefined)[] {
  const { invitation, report } = concern;
  return [
    invitation === null ? undefined : ['invitation', invitation.dueOn],
    !concern.replied && concern.answerVersion === null && nothingAsked(concern) ? ['reply', null] : undefined,
    report !== null && today <= report.dueOn ? ['confirmation', report.dueOn] : undefined,
    ...proposalWaits(concern, today),
  ];
}

function proposalWaits(concern: WaitingFacts, today: string): readonly (Due<WaitKind> | undefined)[] {
  const { position } = concern;
  return [position !== null && !isHeard(concern, today) ? ['position', position.dueOn] : undefined];
}

/** The director's position is there, or the term for it has passed: now it can be decided. */
const isHeard = ({ position }: WaitingFacts, today: string) =>
  position !== null && (position.taken || today > position.dueOn);

const isAtSchool = (status: Status) => status === 'with_director' || status === 'working';

const nothingAsked = (concern: WaitingFacts) =>
  concern.status === 'with_director' &&
  concern.invitation === null &&
  concern.talkAt === null &&
  concern.unanswered === 0;

const talkIsOver = (concern: WaitingFacts, now: string) =>
  isAtSchool(concern.status) && concern.talkAt !== null && concern.talkAt <= now;

const talkComes = (concern: WaitingFacts, now: string) => concern.talkAt !== null && concern.talkAt > now;

const boardTalkIsNext = (concern: WaitingFacts) => concern.status === 'with_board' && !concern.boardTalkHeld;

const isDue = (day: string | null, concern: WaitingFacts, today: string) =>
  day !== null && day <= today && concern.status === 'working';

/** Somebody in two capacities has one task. */
function unique<Kind>(found: readonly (Due<Kind> | undefined)[]): readonly Due<Kind>[] {
  const real = found.filter((one) => one !== undefined);
  return real.filter(([kind], nth) => real.findIndex(([other]) => other === kind) === nth);
}

function nearestFirst(a: Waiting<unknown>, b: Waiting<unknown>): number {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.concern.touchedAt < b.concern.touchedAt ? 1 : -1;
}
