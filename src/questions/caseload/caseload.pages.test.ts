/** The caseload and the hand-over as their readers meet them, through the real pages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment, openStage, type Stage } from '../../../tests/support/factories.ts';
import { aQuestion, aQuestionCast, type QuestionCast } from '../../../tests/support/factories-questions.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { send, textOf } from '../../../tests/support/registers.ts';

const now = new Date('2026-03-06T08:00:00Z');
let house: House;
let stage: Stage;
let cast: QuestionCast;
let lead: Visitor;
let specialist: Visitor;
let colleague: Visitor;
let pupil: string;
let group: string;

beforeAll(async () => {
  house = await openHouse({ demo: false, clock: () => now });
  stage = openStage(house.fresh);
  cast = await aQuestionCast(stage, house.fresh);
  const { tenantId } = cast;
  const come = (personId: string) => comeIn(house, { tenantId, personId });
  lead = await come(await anAppointment(stage, 'team_lead', { tenantId }));
  specialist = await come(cast.specialist);
  colleague = await come(cast.colleague);
  pupil = await aQuestion(stage, cast, 'assigned', { level: 'pupil', title: 'Vastlopen bij rekenen' });
  group = await aQuestion(stage, cast, 'evaluated', { title: 'Rust in de groep' });
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

describe('the caseload', () => {
  test('tells the specialist what to do today, each a way to its question', async () => {
    const page = await textOf(specialist.get('/inzet/mijn-vragen'));
    const today = page.slice(page.indexOf('Vandaag</h2>'), page.indexOf('Alle vragen</h2>'));
    expect(today).toContain('Neem contact op met de school');
    expect(today).toContain('Rond de vraag af');
    expect(today).toContain(`/vragen/${pupil}`);
    expect(today).toContain('Vastlopen bij rekenen');
    expect(page).not.toContain('Te laat');
  });

  test('shows the team lead the same with the plan, without the words on a pupil', async () => {
    const page = await textOf(lead.get(`/inzet/specialisten/${cast.specialist}/vragen`));
    expect(page).toContain('Rust in de groep');
    expect(page).toContain('Vraag over een leerling');
    expect(page).not.toContain('Vastlopen bij rekenen');
    expect(page).toContain('0,5 dagdelen');
  });

  test('is for the specialist and the team lead alone; who is no specialist has none', async () => {
    const path = `/inzet/specialisten/${cast.specialist}/vragen`;
    expect((await colleague.get(path)).status).toBe(403);
    expect((await lead.get('/inzet/mijn-vragen')).status).toBe(403);
    expect((await lead.get(`/inzet/specialisten/${cast.coordinator}/vragen`)).status).toBe(404);
    expect(await textOf(colleague.get('/inzet/mijn-vragen'))).toContain('Er wacht nu niets');
  });
});

describe('handing over', () => {
  const fields = (more: Readonly<Record<string, string>> = {}) => ({
    colleague: cast.colleague,
    reason: 'Een ander is vanaf nu uw begeleider.',
    'questions.0.on': 'true',
    'questions.1.on': 'true',
    ...more,
  });

  test('is offered after an absence, everything ticked', async () => {
    const path = `/inzet/specialisten/${cast.specialist}/afwezig`;
    const answer = await send(specialist, path, { from: '2026-03-09', to: '2026-03-13' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inzet/overdragen']);
    const page = await textOf(specialist.get('/inzet/overdragen'));
    expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2);
  });

  test('says at once what is missing, and keeps what was typed', async () => {
    const sent = { ...fields(), colleague: '', 'questions.1.on': '' };
    const page = await textOf(send(specialist, '/inzet/overdragen', sent), 422);
    expect(page).toContain('Kies een collega.');
    expect(page).toContain('Een ander is vanaf nu uw begeleider.');
    expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(1);
  });

  test('refused, it names the question and moves nothing', async () => {
    const sent = fields({ 'questions.0.to': cast.coordinator });
    const page = await textOf(send(specialist, '/inzet/overdragen', sent), 409);
    expect(page).toMatch(
      /Vraag [0-9A-Z]{6}: dit past niet in de uren .* Kies bij deze vraag een andere collega/,
    );
    expect(await textOf(colleague.get('/inzet/mijn-vragen'))).toContain('Er wacht nu niets');
  });

  test('by the team lead moves what was ticked', async () => {
    expect(await textOf(lead.get('/inzet/overdragen'))).toContain('2 vragen');
    const path = `/inzet/overdragen?van=${cast.specialist}`;
    const page = await textOf(lead.get(path));
    const first = page.indexOf(pupil) < page.indexOf(group) ? 0 : 1;
    const answer = await send(lead, path, fields({ [`questions.${1 - first}.on`]: '' }), '/inzet/overdragen');
    expect(answer.headers.get('location')).toBe(`/inzet/specialisten/${cast.specialist}/vragen`);
    expect(await textOf(colleague.get('/inzet/mijn-vragen'))).toContain(`/vragen/${pupil}`);
    const left = await textOf(specialist.get('/inzet/mijn-vragen'));
    expect(left).toContain(`/vragen/${group}`);
    expect(left).not.toContain(`/vragen/${pupil}`);
  });

  test('of somebody else is not a specialist’s to do', async () => {
    expect((await colleague.get(`/inzet/overdragen?van=${cast.specialist}`)).status).toBe(404);
  });
});
