/** Boards and who leads the partnership see how many questions there were, and never which. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, anAppointment, aSchool } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { NotAdmitted } from '../../platform/database.ts';
import { makeReleases } from '../../results/index.ts';
import { countQuestionsOf } from './counts.store.ts';

let pages: Pages;
let cast: QuestionCast;
let policyAdviser: string;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  policyAdviser = await anAppointment(pages.stage, 'policy_adviser', { tenantId: cast.tenantId });
  for (let nth = 0; nth < 6; nth += 1) await aQuestion(pages.stage, cast, nth < 2 ? 'answered' : 'submitted');
  await aQuestion(pages.stage, cast, 'draft');
  // A school of no board at all, whose question is no board's.
  const school = await aSchool(pages.stage, cast.tenantId, null);
  const here = { tenantId: cast.tenantId, schoolId: school.id };
  const other = {
    ...cast,
    school,
    coordinator: await anAppointment(pages.stage, 'support_coordinator', here),
    author: await anAppointment(pages.stage, 'contact_person', here),
  };
  await aQuestion(pages.stage, other, 'submitted');
});
afterAll(() => pages.close());

const totalFor = async (who: string) => {
  const actor = await actorOf(pages.stage, cast.tenantId, who);
  return pages.stage.database.read(actor, (reader) => countQuestionsOf(reader, 2025));
};

describe('the counts of a school year', () => {
  it('are what was released: not before it is, and never the one question that boards leave of the partnership', async () => {
    pages.stage.at('2026-08-10T10:00:00Z');
    for (const who of [cast.boardMember, policyAdviser])
      expect(await totalFor(who)).toMatchObject({ finished: false, total: null, byStatus: {}, byLevel: {} });
    pages.stage.at('2026-09-15T10:00:00Z');
    expect(await makeReleases(pages.stage.database)).toBeGreaterThan(0);
    // Seven there are, and six of the board: one of the two is told.
    const told = await Promise.all([cast.boardMember, policyAdviser].map(totalFor));
    expect(told).toMatchObject([
      { finished: true, whole: false },
      { finished: true, whole: true },
    ]);
    expect(told.map(({ total }) => total).filter((total) => total !== null).length).toBeLessThan(2);
    for (const { total, byStatus } of told) expect(total === null).toBe(Object.keys(byStatus).length === 0);
    for (const who of [policyAdviser, cast.partnershipDirector]) expect(await totalFor(who)).toEqual(told[1]);
  });

  it('are not for who reads questions, nor for anybody else', async () => {
    for (const who of [cast.coordinator, cast.teamLead, cast.specialist])
      await expect(totalFor(who)).rejects.toThrow(NotAdmitted);
    expect((await pages.see(cast.coordinator, '/vragen/cijfers')).status).toBe(403);
  });

  it('stand on a page that hides small numbers and names no school', async () => {
    const { html } = await pages.see(cast.boardMember, '/vragen/cijfers?jaar=2025');
    expect(html).toContain('Vragen in cijfers 2025-2026');
    expect(html).toContain('verborgen');
    expect(html).not.toContain('&lt;5');
    expect(html).not.toContain('School ');
  });

  it('of the running year stand still, so that nobody sees one question come', async () => {
    pages.stage.at('2026-09-20T10:00:00Z');
    const before = await totalFor(policyAdviser);
    await aQuestion(pages.stage, cast, 'submitted');
    expect(await totalFor(policyAdviser)).toEqual(before);
    const { html } = await pages.see(policyAdviser, '/vragen/cijfers?jaar=2026');
    expect(html).toContain('Dit schooljaar is nog niet vastgesteld');
  });
});
