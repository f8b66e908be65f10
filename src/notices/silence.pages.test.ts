/** Whoever may not see a concern notices nothing of it: no notice, no letter, no other count; their pages stay the same, byte for byte. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCast, aConcernIn, anAppointment, type Cast, step } from '../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../tests/support/house.ts';
import { openPages, type Pages } from '../../tests/support/pages.ts';
import { mailNotices, remindOfTheDay } from './notice.jobs.ts';

const addresses = [
  '/',
  '/berichten',
  '/berichten?soort=board',
  '/berichten?soort=reminder',
  '/mijn/meldingen',
  '/scholen',
];

let pages: Pages;
let here: Cast;
let there: Cast;
let gate: pg.Client;

beforeAll(async () => {
  pages = await openPages();
  here = pages.cast;
  there = await aCast(pages.stage, here.tenantId);
  gate = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await gate.connect();
  await gate.query('set role kortelijn_gate');
});
afterAll(async () => {
  await gate.end();
  await pages.close();
});

async function answersOf(visitor: Visitor): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const address of addresses) answers.push(await (await visitor.get(address)).text());
  answers.push(await (await visitor.api('GET', '/notices')).text());
  return answers;
}

async function lettersTo(personId: string): Promise<number> {
  const { rows } = await gate.query(`select from outbox where person_id = $1`, [personId]);
  return rows.length;
}

/** The clock passes over mornings, on which everything that can go out goes out. */
async function mornings(...days: readonly string[]): Promise<void> {
  for (const day of days) {
    pages.stage.at(`${day}T08:00:00Z`);
    await mailNotices(pages.stage.database);
    await remindOfTheDay(pages.stage.database);
    await mailNotices(pages.stage.database);
  }
}

it('a concern from note to proposal is silent to everybody outside its circle', async () => {
  const { stage } = pages;
  const { tenantId, school } = here;
  // Everybody has something of their own already: what stays the same is not only emptiness.
  await aConcernIn(stage, there, 'with_board');
  await mornings('2026-03-03');
  const outside = {
    teacher: await anAppointment(stage, 'teacher', { tenantId, schoolId: school.id }),
    coordinator: here.coordinator,
    boardMember: here.boardMember,
    partnershipDirector: here.partnershipDirector,
    otherDirector: there.director,
    otherContactPerson: there.author,
    otherBoardMember: there.boardMember,
    administrator: await anAppointment(stage, 'administrator', { tenantId }),
    privacyOfficer: await anAppointment(stage, 'privacy_officer', { tenantId }),
    specialist: await anAppointment(stage, 'specialist', { tenantId }),
  };
  const inside = { director: here.director, author: here.author, teamLead: here.teamLead };
  const moment = '2026-03-30T08:00:00Z';
  stage.at(moment); // everybody looks at the same hour, in a session of that hour
  const visitors = await Promise.all(
    Object.entries({ ...outside, ...inside }).map(
      async ([name, personId]) =>
        [name, personId, await comeIn(pages.house, { tenantId, personId })] as const,
    ),
  );
  const look = async () => {
    stage.at(moment);
    const seen = new Map<string, readonly [readonly string[], number]>();
    for (const [name, personId, visitor] of visitors)
      seen.set(name, [await answersOf(visitor), await lettersTo(personId)]);
    return seen;
  };
  await mornings('2026-03-04', '2026-03-30');
  const before = await look();
  expect(await look()).toEqual(before);
  for (const [answers] of before.values()) expect(answers[0]).toContain('<h1>Vandaag</h1>');

  stage.at('2026-03-05T08:00:00Z');
  const id = await aConcernIn(stage, here, 'with_director');
  await step(stage, tenantId, here.author, id, {
    step: 'plan_conversation',
    proposals: ['2026-03-25T09:00:00Z'],
  });
  await step(stage, tenantId, here.director, id, { step: 'reply', verdict: 'accurate', text: 'Ja.' });
  await mornings('2026-03-06', '2026-03-11', '2026-03-17');
  await aConcernIn(stage, here, 'board_proposed');
  await mornings('2026-03-18', '2026-03-23', '2026-03-27');

  const after = await look();
  for (const name of Object.keys(outside)) expect([name, after.get(name)]).toEqual([name, before.get(name)]);
  for (const name of Object.keys(inside)) {
    expect(after.get(name)?.[0], name).not.toEqual(before.get(name)?.[0]);
    expect(after.get(name)?.[1], name).toBeGreaterThan(before.get(name)?.[1] ?? 0);
  }
  // Those outside had letters of their own all the while.
  expect(after.get('otherDirector')?.[1]).toBeGreaterThan(0);
}, 60_000);
