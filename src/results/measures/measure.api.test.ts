/** Measures through the doors: their definitions for everybody, figures for who works on the records. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, anAppointment, aSchool, deedOf } from '../../../tests/support/factories.ts';
import { anAskBy, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { takeStep } from '../../questions/index.ts';
import { measureCodes, measures } from './measure.rules.ts';

let pages: Pages;
let cast: QuestionCast;
let elsewhere: string;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  const { tenantId } = cast;
  const other = await aSchool(pages.stage, tenantId, cast.boardId);
  elsewhere = await anAppointment(pages.stage, 'school_director', { tenantId, schoolId: other.id });
  const id = await anAskBy(pages.stage, cast);
  const actor = await actorOf(pages.stage, tenantId, cast.coordinator);
  await takeStep(deedOf(pages.stage), actor, id, { step: 'submit' });
});
afterAll(() => pages.close());

const ask = async (who: string, path: string) => {
  const { status, html } = await pages.see(who, `/api/v1${path}`);
  return { status, body: JSON.parse(html) };
};

describe('measures', () => {
  it('are all defined, for everybody', async () => {
    const { body } = await ask(cast.boardMember, '/measures');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(measureCodes);
    expect(body.items[0]).toMatchObject({
      counts: 'ingediende vragen die niet eerder eindigden',
      countsReleased: 'ingediende vragen, ook die eerder eindigden',
    });
    const { html } = await pages.see(cast.boardMember, '/resultaten/maten');
    for (const { code, name } of measures)
      expect(html).toContain(`<section id="${code}" class="stack"><h3>${name}`);
  });

  it('have figures of the rows that the asker reads', async () => {
    const whole = await ask(cast.teamLead, '/measures/first_contact_days');
    expect(whole).toMatchObject({
      status: 200,
      body: {
        rows: [{ key: 'all', n: 1, value: null, open: 1 }],
        from: '2025-08-01',
        to: '2026-07-31',
        asOf: '2026-03-02',
      },
    });
    const none = await ask(elsewhere, '/measures/first_contact_days');
    expect(none.body.rows).toMatchObject([{ key: 'all', n: 0 }]);
    const before = await ask(cast.teamLead, '/measures/first_contact_days?to=2026-03-01');
    expect(before.body).toMatchObject({ rows: [{ n: 0 }], from: '2025-08-01', to: '2026-03-01' });
  });

  it('are split by what they can be split by, under the names of the registers', async () => {
    const bySchool = await ask(cast.director, '/measures/light_route_share?by=school');
    expect(bySchool.body.rows).toMatchObject([{ key: cast.school.code, n: 1, parts: [{ key: '1', n: 1 }] }]);
    const byExpertise = await ask(cast.director, '/measures/light_route_share?by=expertise');
    expect(byExpertise.body.rows).toMatchObject([{ key: 'none', title: 'Geen expertise genoemd', n: 1 }]);
    const byLevel = await ask(cast.director, '/measures/hand_offs?by=level');
    expect(byLevel.body.rows).toMatchObject([{ key: 'group', title: 'Een groep', n: 1 }]);
    const byQuarter = await ask(cast.director, '/measures/hand_offs?by=quarter');
    expect(byQuarter.body.rows).toMatchObject([{ key: '2026-02-01', title: 'Vanaf 1 februari 2026', n: 1 }]);
  });

  it('refuse what cannot be asked, and tell nothing of what is not there', async () => {
    for (const wrong of [
      'by=kind',
      'by=nothing',
      'from=2026-13-01',
      'from=2026-03-02&to=2026-03-01',
      'from=2010-01-01&to=2026-01-01',
    ])
      expect([wrong, (await ask(cast.teamLead, `/measures/first_contact_days?${wrong}`)).status]).toEqual([
        wrong,
        400,
      ]);
    expect((await ask(cast.teamLead, '/measures/capacity_use?by=board')).body.errors[0].detail).toBe(
      'Deze maat is niet te verdelen.',
    );
    for (const name of ['nothing', 'constructor'])
      expect((await ask(cast.teamLead, `/measures/${name}`)).status).toBe(404);
  });

  it('are for who does not work on the records those of releases, of which there are none yet', async () => {
    const none = { rows: [], from: null, to: null, asOf: null };
    for (const who of [cast.boardMember, cast.partnershipDirector])
      expect(await ask(who, '/measures/light_route_share?by=expertise')).toEqual({ status: 200, body: none });
    expect((await ask(cast.teamLead, '/measures/light_route_share?released=true')).body).toEqual(none);
    expect((await ask(cast.partnershipDirector, '/measures/light_route_share?by=school')).status).toBe(400);
    // Who works at a school compares with the partnership where their own part of it is minded.
    expect((await ask(cast.director, '/measures/light_route_share?released=true')).status).toBe(403);
  });
});
