import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNoteBy,
  aTalk,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { readConcern } from '../concern.actions.ts';
import type { StepRequest } from '../concern.input.ts';
import { recordTerms } from '../concern.jobs.ts';
import type { WaitingFacts } from './waiting.rules.ts';
import { findWaiting } from './waiting.store.ts';

let fresh: FreshDatabase;
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
});
beforeEach(async () => {
  stage.at('2026-03-02T08:00:00Z'); // a Monday; there are no holidays
  cast = await aCast(stage);
});
afterAll(async () => {
  await stage.close();
  await fresh.drop();
});

async function factsFor(who: string): Promise<readonly WaitingFacts[]> {
  const actor = await actorOf(stage, cast.tenantId, who);
  return stage.database.read(actor, async (reader) => (await findWaiting(reader, actor)).facts);
}

async function only(who: string): Promise<WaitingFacts> {
  const [facts, ...more] = await factsFor(who);
  if (facts === undefined || more.length > 0) throw new Error('expected one concern');
  return facts;
}

const takes = (who: string, id: string, request: StepRequest) => step(stage, cast.tenantId, who, id, request);
const plan = (...proposals: string[]): StepRequest => ({ step: 'plan_conversation', proposals });

describe('what waits around a concern', () => {
  it('is only told to who has a part in it', async () => {
    await aNoteBy(stage, cast);
    await aConcernIn(stage, cast, 'working');
    await aConcernIn(stage, cast, 'closed');
    const status = async (who: string) => (await factsFor(who)).map((one) => one.status).toSorted();
    expect(await status(cast.author)).toEqual(['noted', 'working']);
    expect(await status(cast.director)).toEqual(['working']);
    expect(await status(cast.coordinator)).toEqual([]);
    expect(await status(cast.teamLead)).toEqual([]);
    expect(await status(cast.boardMember)).toEqual([]);
    expect(await status(cast.partnershipDirector)).toEqual([]);
  });

  it('knows whether the director opened it and answered, and what came since the author looked', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    expect(await only(cast.director)).toMatchObject({ seenVersion: null, replied: false, isOwn: false });
    await readConcern(deedOf(stage), await actorOf(stage, cast.tenantId, cast.director), id);
    expect((await only(cast.director)).seenVersion).toBe(2);
    await takes(cast.director, id, { step: 'reply', verdict: 'accurate', text: 'Dat klopt.' });
    expect(await only(cast.author)).toMatchObject({ replied: true, answerVersion: 3, isOwn: true });
    expect((await only(cast.director)).answerVersion).toBe(null);
  });

  it('follows an invitation: ten school days, the yes, the talk, the report', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    await takes(cast.author, id, plan('2026-03-10T09:00:00Z'));
    const invitation = { dueOn: '2026-03-16', invited: true, answered: false };
    expect(await only(cast.director)).toMatchObject({ invitation, talkAt: null });
    expect((await only(cast.author)).invitation).toMatchObject({ invited: false });
    await takes(cast.director, id, { step: 'answer_invitation', proposal: '2026-03-10T09:00:00Z' });
    expect(await only(cast.author)).toMatchObject({
      invitation: null,
      talkAt: '2026-03-10T09:00:00.000Z',
      report: null,
    });
    stage.at('2026-03-10T12:00:00Z');
    await takes(cast.author, id, aTalk('2026-03-10', [cast.author, cast.director]));
    expect(await only(cast.director)).toMatchObject({ talkAt: null, report: { dueOn: '2026-03-24' } });
    await takes(cast.director, id, { step: 'confirm_report', agrees: true });
    expect((await only(cast.director)).report).toBe(null);
  });

  it('tells the team lead of invitations that stayed unanswered, until the director answers', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    for (const [day, next] of [
      ['2026-03-03', '2026-03-18'],
      ['2026-03-19', '2026-04-07'],
    ] as const) {
      stage.at(`${day}T08:00:00Z`);
      await takes(cast.author, id, plan('2026-05-01T09:00:00Z'));
      stage.at(`${next}T08:00:00Z`);
      await recordTerms(stage.database);
    }
    expect(await only(cast.teamLead)).toMatchObject({ unanswered: 2, invitation: null });
    await takes(cast.author, id, plan('2026-05-02T09:00:00Z'));
    await takes(cast.director, id, { step: 'answer_invitation', proposal: '2026-05-02T09:00:00Z' });
    expect((await only(cast.teamLead)).unanswered).toBe(0);
  });

  it('asks to look back from the first day of an agreement, until somebody did after that day', async () => {
    const id = await aConcernIn(stage, cast, 'working');
    const review = { step: 'review', childrenNotice: 'Rust.', resolved: false } as const;
    expect((await only(cast.author)).lookBackOn).toBe('2026-12-01');
    await takes(cast.author, id, review);
    expect((await only(cast.author)).lookBackOn).toBe('2026-12-01');
    stage.at('2026-12-01T09:00:00Z');
    await takes(cast.author, id, review);
    expect((await only(cast.author)).lookBackOn).toBe(null);
  });

  it('follows a proposal to the board: its term, the position, the talk with the board', async () => {
    const id = await aConcernIn(stage, cast, 'board_proposed');
    expect(await only(cast.teamLead)).toMatchObject({
      position: { dueOn: '2026-03-16', taken: false },
      isOwn: false,
    });
    const position = { step: 'take_position', position: 'agrees', text: 'Prima.' } as const;
    await takes(cast.director, id, position);
    expect((await only(cast.teamLead)).position).toMatchObject({ taken: true });
    expect(await factsFor(cast.boardMember)).toEqual([]);
    await takes(cast.teamLead, id, { step: 'share_with_board' });
    expect(await only(cast.boardMember)).toMatchObject({ status: 'with_board', boardTalkHeld: false });
    await takes(cast.boardMember, id, aTalk('2026-03-02', [cast.boardMember, cast.director]));
    expect((await only(cast.boardMember)).boardTalkHeld).toBe(true);
  });
});
