/** A step of a question that was overtaken, is somebody else's or cannot be taken yet; and who can be chosen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import {
  aContract,
  aMeeting,
  aQuestion,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
  theMeetingIsHeld,
} from '../../../tests/support/factories-questions.ts';
import { hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { newId } from '../../platform/ids.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { stepSlugs } from './step.slugs.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());

const day = () => dayOfStage(pages.stage);

describe('a step that was overtaken', () => {
  it('answers 412 in plain Dutch, with what is new and with what was typed', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage');
    const address = `/vragen/${id}/${stepSlugs.add_note}`;
    const form = await pages.see(cast.coordinator, address);
    await questionStep(pages.stage, cast, cast.author, id, {
      step: 'add_note',
      text: 'Ik bel morgen met de school.',
    });
    const stale = await pages.send(cast.coordinator, address, {
      _version: hidden(form, '_version'),
      _key: newId(),
      text: 'Wij horen graag iets.',
    });
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('Iemand anders was u net voor');
    expect(stale.html).toContain('Ik bel morgen met de school.');
    expect(stale.html).toContain('Wij horen graag iets.');
    const again = await pages.send(cast.coordinator, address, {
      _version: hidden(stale, '_version'),
      _key: newId(),
      text: 'Wij horen graag iets.',
    });
    expect(again.status).toBe(303);
  });

  it('that does not fit any more is closed, with what was typed and what can be done instead', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage');
    const address = `/vragen/${id}/${stepSlugs.answer}`;
    const form = await pages.see(cast.author, address);
    await questionStep(pages.stage, cast, cast.teamLead, id, { step: 'answer', text: 'Korte taken.' });
    const late = await pages.send(cast.author, address, {
      _version: hidden(form, '_version'),
      _key: newId(),
      text: 'Dit antwoord typte ik net te laat.',
    });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Deze stap kan nu niet');
    expect(late.html).toContain('Dit antwoord typte ik net te laat.');
  });
});

describe('a step of somebody else', () => {
  it('says so, shows what the reader can do, and keeps the text that was sent', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage');
    const address = `/vragen/${id}/${stepSlugs.answer}`;
    const seen = await pages.see(cast.coordinator, address);
    expect(seen.status).toBe(403);
    expect(seen.html).toContain('Deze stap hoort niet bij uw rol bij deze vraag');
    expect(seen.html).toContain('Bericht schrijven');
    const sent = await pages.send(cast.coordinator, address, {
      _key: newId(),
      text: 'Wij weten het zelf al, denk ik.',
    });
    expect(sent.status).toBe(403);
    expect(sent.html).toContain('Wij weten het zelf al, denk ik.');
  });
});

describe('a step that cannot be taken yet', () => {
  it('tells every reason on the question’s page and on its own', async () => {
    const id = await aQuestion(pages.stage, cast, 'at_committee');
    const seen = await pages.see(cast.secretary, `/vragen/${id}`);
    expect(seen.html).toContain('kan nu nog niet');
    expect(seen.html).toContain('De vergadering van de toelaatbaarheidscommissie is nog niet begonnen');
    const form = await pages.see(cast.secretary, `/vragen/${id}/${stepSlugs.advise}`);
    expect(form.status).toBe(409);
    expect(form.html).toContain('Leg de uitkomst daarna vast');
  });

  it('beyond the contract is refused at its field', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage');
    const refused = await pages.send(cast.author, `/vragen/${id}/${stepSlugs.assign}`, {
      _key: newId(),
      specialistId: cast.specialist,
      role: 'Begeleider',
      plannedDagdelen: '90',
      from: day(),
      to: addDays(day(), 6),
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#plannedDagdelen">Dit past niet in de uren van deze persoon');
    expect(refused.html).toMatch(/value="90"/);
  });
});

describe('work that goes to another or goes on', () => {
  it('without room for it is refused at the field that can mend it', async () => {
    const { tenantId } = cast;
    const without = await anAppointment(pages.stage, 'specialist', { tenantId });
    const started = await aQuestion(pages.stage, cast, 'started');
    const over = `/vragen/${started}/${stepSlugs.hand_over}`;
    const sent = { _key: newId(), specialistId: without, reason: 'Een collega neemt het over.' };
    const refused = await pages.send(cast.specialist, over, sent);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#specialistId">Dit past niet in de uren van deze persoon');
    await aContract(pages.house.fresh, { tenantId, personId: without });
    const taken = await pages.send(cast.specialist, over, { ...sent, _key: newId() });
    expect(taken.status).toBe(303);

    const evaluated = await aQuestion(pages.stage, cast, 'evaluated');
    const longer = await pages.send(cast.teamLead, `/vragen/${evaluated}/${stepSlugs.extend}`, {
      _key: newId(),
      until: addDays(day(), 1_200),
      reason: 'Nog even.',
    });
    expect(longer.status).toBe(422);
    expect(longer.html).toContain('<a href="#until">Dit past niet in de uren van deze persoon');
  });
});

describe('the committee', () => {
  it('is offered a TLV for a pupil alone, and no advice where a decision was asked', async () => {
    for (const level of ['group', 'pupil'] as const) {
      const id = await aQuestion(pages.stage, cast, 'in_triage', { level });
      const meetingId = await aMeeting(pages.stage, cast);
      await questionStep(pages.stage, cast, cast.author, id, {
        step: 'to_committee',
        meetingId,
        kind: 'decision',
      });
      await theMeetingIsHeld(pages.stage, cast, meetingId);
      const form = await pages.see(cast.secretary, `/vragen/${id}/${stepSlugs.decide}`);
      expect(form.status).toBe(200);
      expect(form.html.includes('value="tlv"')).toBe(level === 'pupil');
      expect(form.html.includes('name="firstOpinion.by"')).toBe(level === 'pupil');
      const page = await pages.see(cast.secretary, `/vragen/${id}`);
      expect(page.html).toContain('Besluit vastleggen');
      expect(page.html).not.toContain('Advies vastleggen');
      const advise = await pages.see(cast.secretary, `/vragen/${id}/${stepSlugs.advise}`);
      expect(advise.status).toBe(409);
      expect(advise.html).toContain('is een besluit gevraagd, geen advies');
    }
  });
});

describe('thinking along', () => {
  it('is asked of a draft already, and the answer is one choice', async () => {
    const id = await aQuestion(pages.stage, cast, 'draft');
    expect((await pages.see(cast.colleague, `/vragen/${id}`)).status).toBe(404);
    const address = `/vragen/${id}/${stepSlugs.think_along}`;
    await pages.send(cast.coordinator, address, { _key: newId(), specialistId: cast.colleague });
    const asked = await pages.see(cast.colleague, address);
    expect(asked.html).toContain('Denkt u mee?');
    const nothing = await pages.send(cast.colleague, address, { _key: newId(), decision: 'soms' });
    expect(nothing.status).toBe(422);
    const yes = await pages.send(cast.colleague, address, { _key: newId(), decision: 'accept' });
    expect(yes.flash).toBe('Uw antwoord is doorgegeven.');
    expect((await pages.see(cast.colleague, `/vragen/${id}`)).html).toContain('denkt mee');
  });

  it('who says no reads it no longer, and is led back to the list', async () => {
    const id = await aQuestion(pages.stage, cast, 'submitted');
    const address = `/vragen/${id}/${stepSlugs.think_along}`;
    await pages.send(cast.author, address, { _key: newId(), specialistId: cast.colleague });
    const no = await pages.send(cast.colleague, address, { _key: newId(), decision: 'decline' });
    expect(no).toMatchObject({ status: 303, to: '/vragen' });
    expect((await pages.see(cast.colleague, `/vragen/${id}`)).status).toBe(404);
  });
});

describe('who can be chosen', () => {
  it('stands with what speaks for them: the room they have only for who plans', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage');
    const plans = await pages.see(cast.author, `/vragen/${id}/${stepSlugs.assign}`);
    expect(plans.html).toMatch(/nu vrij: [\d,]+ dagdelen per week/);
    expect(plans.html).toContain('staat bovenaan');
    const asks = await pages.see(cast.coordinator, `/vragen/${id}/${stepSlugs.think_along}`);
    expect(asks.status).toBe(200);
    expect(asks.html).not.toContain('nu vrij');
  });
});
