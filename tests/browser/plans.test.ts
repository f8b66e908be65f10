/** The team lead's road from a waiting question to somebody who helps: a plan is made, held, compared and published. */
import { afterAll, beforeAll, it } from 'vitest';
import { planNext } from '../../src/deployment/index.ts';
import { prepareJobs } from '../../src/platform/jobs.ts';
import { aQuestion } from '../support/factories-questions.ts';
import { openSuperuser } from '../support/visits.ts';
import type { Hands } from './hands.ts';
import { look, says, shows } from './looks.ts';
import { atDesk, openQuestionScene, type QuestionScene } from './question-scene.ts';
import { today } from './road.ts';

let scene: QuestionScene;
let question: string;
beforeAll(async () => {
  scene = await openQuestionScene();
  const { cast, house, stage } = scene;
  await prepareJobs(house.fresh.ownerUrl);
  const superuser = await openSuperuser(house.fresh);
  for (const person of [cast.specialist, cast.colleague]) {
    await superuser.query('insert into specialist (tenant_id, person_id) values ($1, $2)', [
      cast.tenantId,
      person,
    ]);
    await superuser.query(`insert into specialist_expertise values ($1, $2, 'gedrag', 2)`, [
      cast.tenantId,
      person,
    ]);
  }
  await superuser.end();
  question = await aQuestion(stage, cast, 'in_triage');
}, 120_000);
afterAll(() => scene.close());

it('from a waiting question to a published plan, and from there to somebody who is assigned', async () => {
  const lead = await scene.comeIn(scene.cast.teamLead, atDesk);
  await lead.open('/inzet/plannen');
  await look(lead, 'empty');
  await lead.follow('Nieuw plan');
  await lead.unfold('Wat als');
  await look(lead, 'new');
  await lead.write('Naam', 'Voorjaar');
  await lead.select('Hoe lang mag de planner rekenen?', '10 seconden');
  await lead.press('Maak het plan');
  await shows(lead, 'De planner werkt aan uw plan');
  await look(lead, 'running');
  await untilFound(lead);
  await look(lead, 'done');
  const plan = new URL(lead.page.url()).pathname;

  const held = (await lead.page.locator('.plan-person h2').textContent()) ?? '';

  // Held fast, it stays when the planner looks again.
  await lead.unfold('Waarom?');
  await lead.press(lead.page.getByRole('button', { name: /^Zet vast vraag/ }));
  await says(lead, 'Vastgezet.');
  await lead.press('Reken opnieuw');
  await untilFound(lead);
  await shows(lead, 'Staat vast');

  // Whoever is held fast falls ill: there can be no plan, and the page says what to let free.
  await lead.follow('Volg dit plan na ziekte, of «wat als»');
  await lead.select('Wie is afwezig?', held);
  await lead.date('Afwezig vanaf', today());
  await lead.press('Maak het plan');
  await planNext(scene.house.database);
  await lead.page.getByRole('heading', { level: 1, name: 'Er is geen plan gevonden' }).waitFor();
  await shows(lead, 'staat vast, maar dat kan niet');
  await look(lead, 'clash');

  await lead.open('/inzet/plannen');
  await look(lead, 'list');
  await lead.follow('Nieuw plan');
  await lead.write('Naam', 'Tweede');
  await lead.select('Hoe lang mag de planner rekenen?', '10 seconden');
  await lead.press('Maak het plan');
  await untilFound(lead);
  await lead.open(`${plan}/vergelijken`);
  await lead.select('Vergelijk «Voorjaar» met', 'Tweede');
  await lead.press(lead.page.locator('form.filter button'));
  await look(lead, 'compare');
  for (const view of ['school', 'wacht', 'verdeling']) {
    await lead.open(`${plan}?toon=${view}`);
    await look(lead, view);
  }
  await lead.open(plan);
  await lead.follow(lead.page.getByRole('link', { name: /^Wijzig vraag/ }));
  await lead.select('Wie neemt dit?', 'Niemand: laat het liggen');
  await lead.press('Kijk wat dit kost');
  await look(lead, 'change');

  await lead.open(plan);
  await lead.follow('Publiceer dit plan');
  await look(lead, 'publish');
  await lead.press('Publiceer dit plan');
  await says(lead, 'Het plan is gepubliceerd.');
  await lead.open(`/vragen/${question}`);
  await lead.follow('Toewijzen');
  await lead.press('Wijs toe');
  await says(lead, 'De specialist is toegewezen.');
  await scene.leave();
}, 180_000);

/** The planner works; the page hears of it by itself. */
async function untilFound(lead: Hands): Promise<void> {
  await planNext(scene.house.database);
  await lead.page.getByRole('heading', { level: 1, name: /krijgt iemand/ }).waitFor();
}
