/** The list of questions and the page of one, as each role sees them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, anAppointment } from '../../../tests/support/factories.ts';
import {
  anAskBy,
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const see = async (who: string, path: string) => (await pages.see(who, path)).html;
const words = 'De leerling loopt vast bij rekenen';
const onPupil = () => aQuestion(pages.stage, cast, 'in_triage', { level: 'pupil' });

describe('the page of a question', () => {
  it('says in its title what is asked, whose turn it is, how long each part takes, and who reads along', async () => {
    const id = await aQuestion(pages.stage, cast, 'submitted', { title: 'Rust na de pauze' });
    const html = await see(cast.coordinator, `/vragen/${id}`);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toMatch(
      /<h1><bdi>Rust na de pauze<\/bdi> <span class="title-row__number">[A-Z0-9]{6}<\/span><\/h1>/,
    );
    expect(html).toMatch(/Aan zet: Proefpersoon/);
    expect(html).toContain('nog 3 schooldagen');
    expect(html).toContain('Norm: 3 schooldagen. Bron: Werkafspraak van het samenwerkingsverband.');
    expect(html).toContain('Wie leest mee?');
    for (const role of ['schoolcontactpersoon', 'directeur', 'intern begeleider', 'teamleider'])
      expect(html).toContain(`who__role">${role}`);
    expect(html).toContain('diende de vraag in');
  });

  it('tells what stands still, and who goes on afterwards', async () => {
    const id = await aQuestion(pages.stage, cast, 'needs_information');
    const html = await see(cast.coordinator, `/vragen/${id}`);
    expect(html).toContain('Aan zet: de school');
    expect(html).toContain('staat stil');
    expect(html).toContain('Hoe groot is de groep?');
    expect(html).toContain('Informatie geven');
  });

  it('shows who helps, in which role, for how long, and the way to goals', async () => {
    const id = await aQuestion(pages.stage, cast, 'started');
    const html = await see(cast.specialist, `/vragen/${id}`);
    expect(html).toContain('Wie helpt er');
    expect(html).toContain('Toegewezen, Eerste begeleider');
    expect(html).toContain('0,5 dagdelen');
    expect(html).toContain('Doelen');
    expect(html).toContain('Evalueren');
  });

  it('asks some months after the end whether it lasts, and says so before', async () => {
    const id = await aQuestion(pages.stage, cast, 'completed');
    expect(await see(cast.coordinator, `/vragen/${id}`)).toContain('vragen wij hiernaar');
    await questionStep(pages.stage, cast, cast.coordinator, id, { step: 'follow_up', didItLast: 'yes' });
    expect(await see(cast.coordinator, `/vragen/${id}`)).toContain('Ja, het houdt stand.');
  });
});

describe('a question on a pupil', () => {
  it('is read by the school, its contact person and who works on it, with its pseudonym', async () => {
    const id = await onPupil();
    for (const who of [cast.coordinator, cast.director, cast.author]) {
      const html = await see(who, `/vragen/${id}`);
      expect(html).toContain(words);
      expect(html).toContain('Zeester');
      expect(html).toContain('OT 2026 14');
    }
  });

  it('is planned by a team lead who reads none of its words, on the page, in the list and in the file', async () => {
    const id = await onPupil();
    const [page, list, file] = [
      await see(cast.teamLead, `/vragen/${id}`),
      await see(cast.teamLead, '/vragen'),
      await see(cast.teamLead, '/vragen/lijst.csv'),
    ];
    expect(page).toContain('<bdi>Vraag over een leerling</bdi>');
    expect(page).toContain('U plant deze vraag, maar leest de woorden niet');
    expect(page).toContain('Toewijzen');
    for (const text of [page, list, file]) {
      expect(text).not.toContain('Vastlopen bij rekenen');
      expect(text).not.toContain(words);
      expect(text).not.toContain('Zeester');
      expect(text).not.toContain('OT 2026 14');
    }
    expect(file).toContain('Vraag over een leerling');
    expect(await see(cast.coordinator, '/vragen/lijst.csv')).toContain('Vastlopen bij rekenen');
  });

  it('leaves a row in the access log each time it is opened; a question on a group does not', async () => {
    const [pupil, group] = [await onPupil(), await aQuestion(pages.stage, cast, 'in_triage')];
    for (const id of [pupil, group]) await pages.see(cast.director, `/vragen/${id}`);
    const director = await actorOf(pages.stage, cast.tenantId, cast.director);
    const reads = (id: string) =>
      pages.stage.database.read(director, (reader) =>
        reader.rows(sql`select 1 from audit where subject = 'question' and subject_id = ${id} and action = 'read'
          and person_id = ${cast.director}`),
      );
    expect([(await reads(pupil)).length, (await reads(group)).length]).toEqual([1, 0]);
  });

  it('shows who thinks along the pseudonym and the age, and not the number of the file', async () => {
    const id = await onPupil();
    await questionStep(pages.stage, cast, cast.author, id, {
      step: 'think_along',
      specialistId: cast.colleague,
    });
    await questionStep(pages.stage, cast, cast.colleague, id, { step: 'think_along', decision: 'accept' });
    const html = await see(cast.colleague, `/vragen/${id}`);
    expect(html).toContain('Zeester');
    expect(html).not.toContain('OT 2026 14');
  });
});

describe('who has no part in a question', () => {
  it('finds nothing, as if it were not there', async () => {
    const id = await aQuestion(pages.stage, cast, 'in_triage', { title: 'Alleen voor deze school' });
    const elsewhere = await anAppointment(pages.stage, 'specialist', { tenantId: cast.tenantId });
    for (const who of [cast.specialist, elsewhere, cast.members[0], cast.teacher]) {
      expect((await pages.see(who, `/vragen/${id}`)).status).toBe(404);
      expect(await see(who, '/vragen')).not.toContain('Alleen voor deze school');
    }
    // Boards and who directs the partnership have no door here at all.
    for (const who of [cast.boardMember, cast.partnershipDirector])
      expect((await pages.see(who, '/vragen')).status).toBe(403);
    expect((await pages.see(cast.coordinator, '/vragen/geen-nummer')).status).toBe(404);
  });
});

describe('the list', () => {
  it('shows title, school, state, whose turn it is and the clock that matters most', async () => {
    await aQuestion(pages.stage, cast, 'submitted', { title: 'Wat doen we met de methode?' });
    const html = await see(cast.author, '/vragen');
    expect(html).toContain('Wat doen we met de methode?');
    expect(html).toMatch(/nog \d+ schooldagen/);
    expect(html).toContain('>schoolcontactpersoon<');
  });

  it('says how many school days something is too late', async () => {
    const id = await aQuestion(pages.stage, cast, 'submitted', { title: 'Blijft liggen' });
    pages.stage.pass(24 * 9);
    expect(await see(cast.author, '/vragen')).toMatch(/\d schooldagen te laat/);
    await questionStep(pages.stage, cast, cast.coordinator, id, {
      step: 'withdraw',
      reason: 'Het duurde te lang.',
    });
  });

  it('is narrowed by state, level, expertise and what is mine, and its file holds exactly the same', async () => {
    const mine = await aQuestion(pages.stage, cast, 'in_triage', {
      title: 'Voor het hele team',
      level: 'team',
    });
    await questionStep(pages.stage, cast, cast.author, mine, { step: 'add_note', text: 'Ik bel ze.' });
    const titles = async (terms: string, file = false) => {
      const html = await see(cast.author, file ? `/vragen/lijst.csv?${terms}` : `/vragen?${terms}`);
      return html.includes('Voor het hele team');
    };
    for (const terms of ['staat=in_triage', 'staat=open', 'niveau=team', 'expertise=gedrag', 'bij=mij'])
      expect([terms, await titles(terms), await titles(terms, true)]).toEqual([terms, true, true]);
    for (const terms of ['staat=answered', 'niveau=pupil', 'expertise=motoriek'])
      expect([terms, await titles(terms), await titles(terms, true)]).toEqual([terms, false, false]);
    expect((await pages.see(cast.author, '/vragen?staat=weg')).status).toBe(404);
  });

  it('without anything says what to do', async () => {
    const filtered = await see(cast.author, '/vragen?staat=declined');
    expect(filtered).toContain('Geen vragen met dit filter');
    expect(await see(cast.members[0], '/vragen')).toContain(
      'Zodra een vraag aan de toelaatbaarheidscommissie wordt voorgelegd, staat die hier.',
    );
  });

  it('as a file keeps formulas from being formulas', async () => {
    await anAskBy(pages.stage, cast, cast.coordinator, { title: '=1+1 is ons antwoord niet' });
    const file = await see(cast.coordinator, '/vragen/lijst.csv');
    expect(file).toContain("'=1+1");
    expect(file).toContain('Nummer');
    expect(file).not.toContain('zelfstandig te werken');
  });
});

describe('the ways there', () => {
  it('stand in the menu, on the start page and on the page of the school, for who may', async () => {
    const today = await see(cast.coordinator, '/');
    expect(today).toContain('href="/vragen/nieuw"');
    expect(today).toContain('<a class="nav__link" href="/vragen">Vragen</a>');
    const school = await see(cast.coordinator, `/scholen/${cast.school.code}`);
    expect(school).toContain(`href="/vragen/nieuw?school=${cast.school.code}"`);
    expect(await see(cast.boardMember, '/')).toContain('href="/vragen/cijfers"');
    expect(await see(cast.boardMember, '/')).not.toContain('href="/vragen"');
  });
});

it('the protocol is for everybody, and for who is logged in with the terms and their sources', async () => {
  const outside = await (await pages.house.app.request('/vragen/werkwijze')).text();
  expect(outside).toContain('Zo vindt een vraag de kortste lijn');
  expect(outside).toContain('Log in om die van u te zien');
  const inside = await see(cast.coordinator, '/vragen/werkwijze');
  expect(inside).toContain('Vier schoolweken vanaf een compleet dossier: werkafspraak van de commissie');
});
