/** What a page of a step says when it cannot be taken, and that nothing anybody typed is ever lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aConcernIn,
  actorOf,
  aNoteBy,
  anAppointment,
  aPerson,
  type Cast,
  step,
} from '../../../tests/support/factories.ts';
import { type Fields, hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import type { Status } from '../concern.rules.ts';
import { getConcern } from '../concern.store.ts';

let pages: Pages;
let cast: Cast;
beforeAll(async () => {
  pages = await openPages();
  cast = pages.cast;
});
afterAll(() => pages.close());

const at = (status: Status) => aConcernIn(pages.stage, cast, status);
const day = () => pages.stage.now().toISOString().slice(0, 10);

const talk = (): Fields => ({
  heldOn: day(),
  present: [cast.director, cast.author],
  report: 'Wij bespraken het rooster.',
  goesWell: 'Ouders weten ervan.',
  'agreements.0.what': 'Een vast rooster',
  'agreements.0.who': 'De directeur',
  'agreements.0.by': '2026-12-01',
  'agreements.0.childrenNotice': 'Elke dag dezelfde leerkracht',
});

describe('a step that cannot be taken', () => {
  it('of another role: says so, shows what can be done, and keeps the text that was sent', async () => {
    const id = await at('with_director');
    expect((await pages.see(cast.author, `/zorgen/${id}/reageren`)).status).toBe(403);
    const sent = await pages.send(cast.author, `/zorgen/${id}/reageren`, {
      verdict: 'accurate',
      text: 'Dit schreef ik met grote zorg op.',
    });
    expect(sent.status).toBe(403);
    expect(sent.html).toContain('Dit schreef ik met grote zorg op.');
  });

  it('too early: every need with what comes first', async () => {
    const id = await at('with_director');
    const { status, html } = await pages.see(cast.author, `/zorgen/${id}/bestuur-voorstellen`);
    expect(status).toBe(409);
    expect(html).toContain('Deze stap past niet bij «Bij de directeur».');
    expect(html).toContain('Er is nog geen gesprek vastgelegd met de directeur van nu.');
    expect(html).toContain(`href="/zorgen/${id}/gesprek"`);
  });

  it('sent too early: refused with all needs, and the text stays in the form', async () => {
    const id = await at('with_director');
    const { status, html } = await pages.send(cast.author, `/zorgen/${id}/bestuur-voorstellen`, {
      whyNotAtSchool: 'Er is geen geld.',
    });
    expect(status).toBe(409);
    expect(html).toContain('Er is nog geen gesprek vastgelegd met de directeur van nu.');
    expect(html).toContain('Er is geen geld.');
  });
});

describe('two at once', () => {
  it('the later one sees what is new, keeps the text, and may send it again', async () => {
    const id = await at('with_director');
    const form = await pages.see(cast.director, `/zorgen/${id}/reageren`);
    const mine = { verdict: 'accurate', text: 'Ik herken dit.', _version: hidden(form, '_version') };
    await step(pages.stage, cast.tenantId, cast.author, id, {
      step: 'add_participant',
      personId: cast.coordinator,
    });
    const stale = await pages.send(cast.director, `/zorgen/${id}/reageren`, mine);
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('Iemand anders was u net voor');
    expect(stale.html).toContain('liet iemand meedoen');
    expect(stale.html).toContain('Ik herken dit.');
    const version = hidden(stale, '_version');
    const sent = await pages.send(cast.director, `/zorgen/${id}/reageren`, { ...mine, _version: version });
    expect(sent.status).toBe(303);
  });

  it('the same form with other words is not sent twice unasked', async () => {
    const id = await at('with_director');
    const form = await pages.see(cast.director, `/zorgen/${id}/reageren`);
    const fields = { verdict: 'accurate', text: 'Eerst dit.', _key: hidden(form, '_key') };
    await pages.send(cast.director, `/zorgen/${id}/reageren`, fields);
    const other = await pages.send(cast.director, `/zorgen/${id}/reageren`, { ...fields, text: 'Nu dat.' });
    expect(other.status).toBe(409);
    expect(other.html).toContain('U verstuurde dit formulier al eerder');
    expect(other.html).toContain('Nu dat.');
  });
});

describe('the writing aid', () => {
  const note = {
    noticedOn: '2026-03-02',
    occasion: 'Klassenbezoek',
    meaningForChildren: 'Zij leren minder.',
    goesWell: 'De sfeer.',
  };

  it('shows a mark in its sentence with what to write instead, and does not let it pass', async () => {
    const id = await at('noted');
    const observation = 'Het was druk. Bel 06-12345678 voor meer. Daarna werd het stil.';
    const refused = await pages.send(cast.author, `/zorgen/${id}/delen`, { ...note, observation });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Bel <mark>06-12345678</mark> voor meer.');
    expect(refused.html).toContain('Haal «06-12345678» weg: een telefoonnummer.');
    expect(refused.html).toContain('Haal het nummer weg.');
    const acceptedMarks = ['06-12345678'];
    const still = await pages.send(cast.author, `/zorgen/${id}/delen`, {
      ...note,
      observation,
      acceptedMarks,
    });
    expect(still.status).toBe(422);
  });

  it('lets a name stay once its writer has confirmed it', async () => {
    await anAppointment(pages.stage, 'teacher', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
      personId: await aPerson(pages.stage, cast.tenantId, 'Quirijn Zwaluwstaart'),
    });
    const id = await at('noted');
    const fields = { ...note, observation: 'Quirijn Zwaluwstaart vertelde het.' };
    const refused = await pages.send(cast.author, `/zorgen/${id}/delen`, fields);
    expect(refused.status).toBe(422);
    const accepted = /name="acceptedMarks" value="([^"]+)"/.exec(refused.html)?.[1] ?? '';
    expect(accepted).toContain('Zwaluwstaart');
    const sent = await pages.send(cast.author, `/zorgen/${id}/delen`, {
      ...fields,
      acceptedMarks: [accepted],
    });
    expect(sent).toMatchObject({ status: 303, flash: 'Gedeeld met de directeur.' });
  });

  it('marks what stands in an agreement at that agreement', async () => {
    const id = await at('with_director');
    const refused = await pages.send(cast.author, `/zorgen/${id}/gesprek`, {
      ...talk(),
      'agreements.0.what': 'Mail naar iemand@voorbeeld.example',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#agreements.0.what"');
  });
});

describe('a list of agreements', () => {
  it('grows and shrinks by sending the form, and keeps every word', async () => {
    const id = await at('with_director');
    const path = `/zorgen/${id}/gesprek`;
    const grown = await pages.send(cast.author, path, { ...talk(), _do: 'add:agreements' });
    expect(grown.status).toBe(200);
    expect(grown.html).toContain('Afspraak 2');
    expect(grown.html).toContain('Een vast rooster');
    expect(grown.html).not.toContain('fout gevonden');
    const two = { ...talk(), 'agreements.1.what': 'Een tweede afspraak', _do: 'remove:agreements:0' };
    const shrunk = await pages.send(cast.author, path, two);
    expect(shrunk.html).toContain('Een tweede afspraak');
    expect(shrunk.html).not.toContain('Een vast rooster');
    expect(shrunk.html).not.toContain('Afspraak 2');
  });

  it('says a fault at its own row when an earlier row is empty', async () => {
    const id = await at('with_director');
    const { 'agreements.0.what': what, ...rest } = talk();
    const fields = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name.replace('agreements.0', 'agreements.1'), value]),
    );
    const { status, html } = await pages.send(cast.author, `/zorgen/${id}/gesprek`, {
      ...fields,
      'agreements.0.what': '',
      'agreements.1.what': '',
    });
    expect(what).toBe('Een vast rooster');
    expect(status).toBe(422);
    expect(html).toContain('Afspraak 1: Wat spreekt u af? Vul dit in.');
    expect(html).not.toContain('Afspraak 2');
  });

  it('tells in one round what is not filled in and what the talk lacks', async () => {
    const id = await at('with_director');
    const { html } = await pages.send(cast.author, `/zorgen/${id}/gesprek`, {
      heldOn: day(),
      present: [cast.author],
    });
    expect(html).toContain('Verslag: Vul dit in.');
    expect(html).toContain('Er was geen directeur van de school bij.');
    expect(html).toContain('Leg ten minste één afspraak vast');
    // Of a field that is at fault only the fault is told.
    const nobody = await pages.send(cast.author, `/zorgen/${id}/gesprek`, { heldOn: '2026-12-01' });
    expect(nobody.html).toContain('Kies wie erbij waren.');
    expect(nobody.html).toContain('Deze datum ligt in de toekomst.');
    expect(nobody.html).not.toContain('Er was geen directeur van de school bij.');
  });

  it('asks for agreements or a reason, and for the director', async () => {
    const id = await at('with_director');
    const { status, html } = await pages.send(cast.author, `/zorgen/${id}/gesprek`, {
      heldOn: day(),
      present: [cast.author],
      report: 'Wij spraken elkaar.',
      goesWell: 'De sfeer.',
    });
    expect(status).toBe(422);
    expect(html).toContain('Er was geen directeur van de school bij.');
    expect(html).toContain('Leg ten minste één afspraak vast, of schrijf waarom er geen afspraken zijn');
  });
});

describe('any text', () => {
  const words = async (text: string) => {
    const id = await at('with_director');
    const sent = await pages.send(cast.director, `/zorgen/${id}/reageren`, { verdict: 'accurate', text });
    const author = await actorOf(pages.stage, cast.tenantId, cast.author);
    const concern = await pages.stage.database.read(author, (reader) => getConcern(reader, author, id));
    return { sent, kept: concern?.entries.findLast((entry) => entry.step === 'reply')?.text };
  };

  it.each([
    ['10,000 characters', 'é'.repeat(10_000)],
    ['emoji', 'Dat gaat goed 🙂👩‍🏫'],
    ['right to left', 'قال المعلم إن الدرس كان هادئا.'],
    ['markup', '<b>vet</b> & "aanhalingstekens"'],
    ['lines of its own', 'Een.\n\nTwee.'],
  ])('%s arrives as it was written', async (_name, text) => {
    const { sent, kept } = await words(text);
    expect(sent.status).toBe(303);
    expect(kept).toBe(text);
  });

  it('one character too many is said, and nothing is cut off', async () => {
    const { sent } = await words('a'.repeat(10_001));
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('Gebruik hoogstens 10.000 tekens.');
    expect(sent.html).toContain('a'.repeat(10_001));
  });

  it('what cannot be kept is refused in Dutch', async () => {
    const { sent } = await words('nul\0teken');
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('Deze tekst bevat een teken dat niet bewaard kan worden.');
  });
});

describe('a note that is thrown away', () => {
  it('is gone for its author, also when the button was pressed twice', async () => {
    const id = await aNoteBy(pages.stage, cast);
    const form = await pages.see(cast.author, `/zorgen/${id}/weggooien`);
    const fields = { _version: hidden(form, '_version'), _key: hidden(form, '_key') };
    const gone = await pages.send(cast.author, `/zorgen/${id}/weggooien`, fields);
    expect(gone).toMatchObject({ status: 303, to: '/zorgen', flash: 'De notitie is weg.' });
    expect((await pages.send(cast.author, `/zorgen/${id}/weggooien`, fields)).status).toBe(303);
    expect((await pages.see(cast.author, `/zorgen/${id}`)).status).toBe(404);
  });
});
