/** Random roads through the protocol, in memory: wherever they lead, the director came first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsTheLaw } from '../../tests/support/road-law.ts';
import {
  dateOf,
  isHeard,
  type Person,
  people,
  type Road,
  relationsOf,
  since,
} from '../../tests/support/road-world.ts';
import { readersIn } from './concern.access.ts';
import { abouts, mayTake, type Need, statusAfter, stepNames } from './concern.rules.ts';
import { type Facts, type Given, unmetNeeds } from './needs.rules.ts';

function factsFor(road: Road, who: Person): Facts {
  const proposed = since(road, 'propose_board');
  const shared = since(road, 'share_with_director');
  const open = road.history.findLast(({ step }) =>
    ['plan_conversation', 'answer_invitation', 'hold_conversation'].includes(step),
  );
  return {
    about: road.about,
    status: road.status,
    today: dateOf(road.day),
    actorId: who,
    relations: relationsOf(road, who),
    authorId: road.leadWrote ? 'lead1' : 'author',
    proposerId: proposed?.who ?? null,
    sharedOn: shared === undefined ? null : dateOf(shared.day),
    observation: 'Feit.',
    impression: null,
    meaningForChildren: 'Onrust.',
    goesWell: 'Veel.',
    openMarks: 0,
    directors: [
      { personId: 'd1', from: '2025-01-01', to: road.director === 'd2' ? dateOf(road.changedOn) : null },
      ...(road.director === 'd2' ? [{ personId: 'd2', from: dateOf(road.changedOn), to: null }] : []),
    ],
    schoolStaff: ['ib'],
    participants: road.history.some(({ step }) => step === 'add_participant') ? ['ib'] : [],
    takePart: ['author', 'contact', road.director],
    openInvitation: open?.step === 'plan_conversation' ? ['2027-01-01T10:00:00.000Z'] : null,
    reportToConfirm:
      road.history.findLast(({ step }) => step === 'hold_conversation' || step === 'confirm_report')?.step ===
      'hold_conversation',
    talks: road.history
      .filter(({ step }) => step === 'hold_conversation')
      .map(({ day, present }) => ({ heldOn: dateOf(day), present })),
    boardKnown: true,
    boardMembers: ['board'],
    positionTaken: isHeard(road),
    positionDueOn: proposed === undefined ? null : dateOf(proposed.day + 14),
  };
}

const command = fc.record({
  who: fc.constantFrom(...people),
  step: fc.constantFrom(...stepNames),
  /** Half of the commands choose among what the person may do, so that roads get far. */
  guided: fc.boolean(),
  nth: fc.nat(17),
  present: fc.subarray([...people]),
  days: fc.constantFrom(0, 0, 0, 0, 1, 3, 15),
  newDirector: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  resolved: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

function given(road: Road, { present }: Command): Given {
  return {
    personId: 'ib',
    now: '2026-01-01T00:00:00.000Z',
    proposals: ['2027-01-01T10:00:00.000Z'],
    proposal: '2027-01-01T10:00:00.000Z',
    heldOn: dateOf(road.day),
    present,
    directorInvitedOn: dateOf(road.day),
    noAgreementsBecause: 'Nog niet.',
    reviewOn: '2028-01-01',
  };
}

/** Does what the rules let pass; `blind` leaves one need out, to see that the roads notice it. */
function walk(road: Road, one: Command, blind: Need | undefined): void {
  road.day += one.days;
  if (one.newDirector && road.director === 'd1') Object.assign(road, { director: 'd2', changedOn: road.day });
  const facts = factsFor(road, one.who);
  const likely = stepNames.filter(
    (step) =>
      step !== 'close' &&
      step !== 'drop' &&
      statusAfter(step, road.status, false) !== undefined &&
      mayTake(step, facts),
  );
  const step = one.guided && likely.length > 0 ? (likely[one.nth % likely.length] ?? one.step) : one.step;
  if (!mayTake(step, facts)) return;
  if (unmetNeeds(step, facts, given(road, one)).some((need) => need !== blind)) return;
  const to = statusAfter(step, road.status, one.resolved);
  if (to === undefined || step === 'drop') return;
  road.history.push({ step, who: one.who, day: road.day, present: one.present });
  keepsTheLaw(road, to);
  road.status = to;
}

const seed = Date.now() % 2 ** 31;
const reached = new Map<string, number>();

/** Walks 50 commands a road; gives the first breach of the law, if any. */
function breachOn(numRuns: number, blind?: Need): string | undefined {
  const property = fc.property(
    fc.constantFrom(...abouts),
    fc.boolean(),
    fc.array(command, { minLength: 50, maxLength: 50 }),
    (about, leadWrote, commands) => {
      const road: Road = {
        about,
        status: 'noted',
        day: 0,
        director: 'd1',
        changedOn: 0,
        leadWrote,
        history: [],
      };
      for (const one of commands) walk(road, one, blind);
      const end = `${about} ${road.status}`;
      reached.set(end, (reached.get(end) ?? 0) + 1);
    },
  );
  const { errorInstance, counterexample } = fc.check(property, { seed, numRuns, endOnFailure: true });
  if (errorInstance instanceof Error)
    return `${errorInstance.message} (seed ${seed}, ${counterexample?.[2].length} commands)`;
  return undefined;
}

test('on 250,000 random commands the board is never reached past the director', { timeout: 240_000 }, () => {
  console.log(`seed ${seed}`);
  expect(breachOn(5_000)).toBeUndefined();
  console.log(Object.fromEntries(reached));
  for (const about of abouts) expect(reached.get(`${about} with_board`)).toBeGreaterThan(10);
});

test.each<[Need, RegExp]>([
  ['heldWithPresentDirector', /without a talk with the present director/],
  ['directorHeard', /the director was not heard/],
  ['secondPerson', /no second person/],
])('with %s left out the roads notice it', { timeout: 240_000 }, (need, breach) => {
  expect(breachOn(5_000, need)).toMatch(breach);
});

test('a note is private and the board reads only what was put forward, whatever the road', () => {
  expect(readersIn('noted', false)).toEqual(['author']);
  for (const status of ['with_director', 'working', 'board_proposed', 'resolved', 'closed'] as const)
    expect(readersIn(status, false)).not.toContain('board');
});
