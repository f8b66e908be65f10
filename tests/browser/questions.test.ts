/** The road of a support question through the real pages: by the shortest line, and only as far as each may read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults } from './checks.ts';
import type { Hands } from './hands.ts';
import { refuses, says, shows } from './looks.ts';
import {
  atDesk,
  onPhone,
  openQuestionScene,
  type QuestionScene,
  withKeys,
  withoutScript,
} from './question-scene.ts';
import { today } from './road.ts';

let scene: QuestionScene;
beforeAll(async () => {
  scene = await openQuestionScene();
}, 120_000);
afterAll(() => scene.close());

it('on phones a light question is asked in minutes, thought along with from the draft, worked on and measured', async () => {
  const { cast, comeIn, nameOf } = scene;
  const school = await comeIn(cast.coordinator, onPhone);
  const specialist = await comeIn(cast.specialist, onPhone);
  const colleague = await comeIn(cast.colleague, onPhone);
  const contact = await comeIn(cast.author, onPhone);
  const lead = await comeIn(cast.teamLead, onPhone);

  const question = await askWithHelp(school, specialist, nameOf(cast.author), nameOf(cast.specialist));
  expect(await colleague.open(question)).toBe(404);
  await follow(contact, question);
  await shows(contact, 'U bent aan zet');
  await triage(contact);

  await lead.open(question);
  await shows(lead, 'Groep 6 komt na de pauze niet tot werken.');
  await assign(lead, nameOf(cast.colleague));
  expect(await colleague.open(question)).toBe(200);
  await lead.follow('Overdragen');
  await lead.pick('Wie neemt het over?', nameOf(cast.specialist));
  await lead.write('Waarom draagt u over?', 'Deze collega dacht al mee.');
  await lead.press('Draag over');
  await says(lead, 'Het werk is overgedragen.');

  await specialist.open(question);
  await specialist.follow('Starten');
  await specialist.press('Start de ondersteuning');
  await says(specialist, 'De ondersteuning is gestart.');
  const goal = await agreeOnGoal(specialist);
  await score(specialist, goal, 'Bij de start', '−2');
  await score(school, goal, 'Bij de start', '−2');
  await visit(specialist, question);
  await school.open('/inzet/bezoeken');
  await school.page.getByRole('checkbox').check();
  await school.press('Bevestig wat is aangevinkt');
  await says(school, 'U bevestigde 1 bezoek.');

  await score(specialist, goal, 'Na de inzet', '+1');
  await specialist.open(question);
  await specialist.follow('Evalueren');
  await specialist.press('Leg de evaluatie vast');
  await says(specialist, 'De evaluatie is vastgelegd.');
  await lead.open(`${question}/verlengen`);
  expect(await findFaults(lead.page)).toEqual([]);
  expect(await specialist.open(`${question}/afronden`)).toBe(409);
  await shows(specialist, 'Bij een doel mist nog de eindscore van de school.');
  await score(school, goal, 'Na de inzet', '0');
  await shows(school, 'U kijkt er verschillend naar');
  await specialist.open(question);
  await specialist.follow('Afronden');
  await specialist.press('Rond af');
  await says(specialist, 'De vraag is afgerond.');
  await school.open(question);
  await school.follow('Opnieuw oppakken');
  await shows(school, 'Vraag opnieuw oppakken');
  await scene.leave();
}, 120_000);

it('a question on a pupil is asked without JavaScript, put to the committee by keyboard, decided, and planned without being read', async () => {
  const { cast, comeIn, nameOf } = scene;
  const school = await comeIn(cast.coordinator, withoutScript);
  const contact = await comeIn(cast.author, withKeys);
  const secretary = await comeIn(cast.secretary, atDesk);
  const lead = await comeIn(cast.teamLead, atDesk);
  const specialist = await comeIn(cast.specialist, onPhone);

  const question = await askOnPupil(school);
  await secretary.open('/acta');
  await secretary.follow('Vergadering plannen');
  await secretary.date('Wanneer?', `${today(8)}T09:00`);
  await secretary.press('Plan de vergadering');
  await says(secretary, 'De vergadering is gepland.');
  const meeting = new URL(secretary.page.url()).pathname;

  await follow(contact, question);
  await triage(contact);
  await contact.follow(contact.page.getByRole('link', { name: /^Voorleggen aan/ }));
  await contact.pick('Wat vraagt u van de commissie?', 'Besluit');
  await contact.pick('Welke vergadering?', '09:00');
  await contact.press('Leg voor aan de commissie');
  await says(contact, 'De vraag staat op de agenda van de commissie.');
  await secretary.open(meeting);
  await shows(secretary, 'Zeester');
  await lead.open(meeting);
  await shows(lead, 'Vraag over een leerling');
  await hides(lead, ['Zeester', 'OT 2026 77', 'Vastlopen']);

  await scene.daysLater(9);
  await decide(secretary, meeting, cast.members.map(nameOf));
  await school.open(question);
  await shows(school, 'De school deed al veel.');
  await lead.open(question);
  await shows(lead, 'U plant deze vraag, maar leest de woorden niet');
  await hides(lead, ['Zeester', 'OT 2026 77', 'Vastlopen', 'De school deed al veel.']);
  await assign(lead, nameOf(cast.specialist), 9);
  await specialist.open(question);
  await shows(specialist, 'De leerling loopt vast bij rekenen.');
  await scene.leave();
}, 120_000);

/** From the start page: the task that leads to this question. */
async function follow(hands: Hands, question: string): Promise<void> {
  await hands.open('/');
  await hands.follow(hands.page.locator(`main a[href^="${question}"]`).first());
}

/** Asked, kept, and a specialist thinks along before it is submitted. Gives the address of the question. */
async function askWithHelp(
  school: Hands,
  specialist: Hands,
  contact: string,
  helper: string,
): Promise<string> {
  await school.open('/');
  await school.menu('Vragen');
  await school.follow('Stel een vraag');
  await school.pick('Waar gaat uw vraag over?', 'Een groep');
  await school.write('Uw vraag in één zin', 'Hoe krijgen we rust na de pauze?');
  await school.write('Wat is er nodig?', 'Groep 6 komt na de pauze niet tot werken. Wie kijkt mee?');
  await shows(school, contact);
  expect(await school.page.getByLabel('Hoe noemen we de leerling hier?').isVisible()).toBe(false);
  await school.page.getByText(/^Bewaard om/).waitFor();
  await school.press('Bewaar als concept');
  await says(school, 'Uw concept is bewaard. Nog niet ingediend.');
  const question = new URL(school.page.url()).pathname;
  await school.follow('Laten meedenken');
  await school.pick('Wie vraagt u om mee te denken?', helper);
  await school.press('Vraag om mee te denken');
  await says(school, 'De vraag om mee te denken is gesteld.');
  await follow(specialist, question);
  await specialist.follow('Antwoorden: denkt u mee?');
  await specialist.pick('Denkt u mee?', 'Ja, ik denk mee');
  await specialist.press('Antwoord');
  await says(specialist, 'Uw antwoord is doorgegeven.');
  await shows(specialist, 'Groep 6 komt na de pauze niet tot werken.');
  await school.open(question);
  await school.follow('Vraag indienen');
  await school.press('Dien de vraag in');
  await says(school, 'Uw vraag is ingediend.');
  return question;
}

/** Everything that a question on a pupil lacks is named at once; what was typed stays. */
async function askOnPupil(school: Hands): Promise<string> {
  await school.open('/vragen/nieuw');
  await school.pick('Waar gaat uw vraag over?', 'Een leerling');
  await school.write('Uw vraag in één zin', 'Vastlopen bij rekenen');
  await school.write('Wat is er nodig?', 'De leerling loopt vast bij rekenen.');
  await school.press('Dien de vraag in');
  await refuses(school, ['schuilnaam', 'leeftijd', 'wanneer de ouders zijn gesproken']);
  expect(await school.page.getByLabel('Uw vraag in één zin').inputValue()).toBe('Vastlopen bij rekenen');
  await school.write('Hoe noemen we de leerling hier?', 'Zeester');
  await school.select('Leeftijd', '8 of 9 jaar');
  await school.write('Uw eigen dossiernummer', 'OT 2026 77');
  await school.date('Wanneer sprak u de ouders?', today());
  await school.press('Dien de vraag in');
  await refuses(school, ['De toestemming van de ouders staat er nog niet bij.']);
  await school.date('Toestemming van de ouders op', today());
  await school.press('Dien de vraag in');
  await says(school, 'Uw vraag is ingediend.');
  return new URL(school.page.url()).pathname;
}

async function triage(contact: Hands): Promise<void> {
  await contact.follow('Vraag indelen');
  await contact.write('Hoeveel dagdelen zijn er nodig?', '4');
  await contact.pick('Welke expertise is er nodig?', 'Gedrag');
  await contact.press('Neem in behandeling');
  await says(contact, 'De vraag is bekeken. Kies nu hoe het verdergaat.');
}

async function assign(lead: Hands, who: string, from = 0): Promise<void> {
  await lead.follow('Toewijzen');
  await lead.pick('Wie gaat aan de slag?', who);
  await lead.date('Vanaf', today(from));
  await lead.date('Tot en met', today(from + 56));
  await lead.press('Wijs toe');
  await says(lead, 'De specialist is toegewezen.');
}

/** In own words, every level described. Gives the address of the goal. */
async function agreeOnGoal(specialist: Hands): Promise<string> {
  await specialist.follow('Doel afspreken');
  await specialist.pick('Over wie of wat gaat het doel?', 'De groep');
  await specialist.write('Wat wordt er anders?', 'Snel aan het werk na de pauze');
  await specialist.date('Streefdatum', today());
  const levels = ['−3: ', '−2: ', '−1: ', '0: ', '+1: ', '+2: '];
  for (const [nth, level] of levels.entries())
    await specialist.write(level, `Na ${30 - 5 * nth} minuten is de groep aan het werk.`);
  await specialist.press('Spreek dit doel af');
  await says(specialist, 'Het doel is afgesproken.');
  return new URL(specialist.page.url()).pathname;
}

async function score(hands: Hands, goal: string, moment: string, level: string): Promise<void> {
  await hands.open(goal);
  await hands.follow('Scoor dit doel');
  await hands.pick('Welk moment?', moment);
  await hands.pick('Welk niveau?', `${level}: `);
  await hands.press('Voeg de score toe');
  await says(hands, 'De score staat erbij.');
}

async function visit(specialist: Hands, question: string): Promise<void> {
  await specialist.open(question);
  await specialist.follow('Leg een bezoek vast');
  await specialist.pick('Wat deed u?', 'Observatie');
  await specialist.press('Leg vast');
  await says(specialist, 'Het bezoek is vastgelegd.');
}

/** Who was there, the decision with its reasons, its letter, and the end of the meeting. */
async function decide(secretary: Hands, meeting: string, members: readonly string[]): Promise<void> {
  await secretary.open(meeting);
  await secretary.follow('Aanwezigen en notulen');
  for (const member of members) await secretary.pick('Wie waren er?', member);
  await secretary.write('Notulen', 'De vergadering begon op tijd.');
  await secretary.press('Sla op');
  await says(secretary, 'Het verslag is opgeslagen.');
  const item = secretary.page.getByRole('link', { name: 'Leg het besluit vast' });
  const decision = (await item.getAttribute('href')) ?? '';
  for (const step of ['advies', 'dossier-compleet', 'besluit']) {
    await secretary.open(decision.replace('besluit', step));
    expect([step, await findFaults(secretary.page)]).toEqual([step, []]);
  }
  expect(await secretary.page.getByLabel('Soort school').isVisible()).toBe(false);
  await secretary.pick('Wat voor besluit?', 'Arrangement');
  await secretary.write('De redenen', 'De school deed al veel.');
  await secretary.date('Vanaf', today(10));
  await secretary.date('Tot en met', today(100));
  await secretary.write('Dagdelen', '6');
  await secretary.press('Leg het besluit vast');
  await says(secretary, 'Het besluit is vastgelegd.');
  await secretary.open(meeting);
  const letter = await secretary.page.getByRole('link', { name: 'Brief (pdf)' }).getAttribute('href');
  const answer = await secretary.page.request.get(letter ?? '');
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  await secretary.follow('Aanwezigen en notulen');
  await secretary.pick('Is de vergadering afgelopen?', 'Ja, de vergadering is geweest');
  await secretary.press('Sla op');
  await shows(secretary, 'geweest');
}

/** None of these stands anywhere in the page. */
async function hides({ page }: Hands, texts: readonly string[]): Promise<void> {
  const html = await page.content();
  expect(texts.filter((text) => html.includes(text))).toEqual([]);
}
