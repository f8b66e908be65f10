/** Asking a question as somebody of a school does it: in one go, as a draft that saves itself, twice, or too late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anAskBy,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { type Fields, hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const light = (more: Fields = {}): Fields => ({
  level: 'team',
  schoolCode: cast.school.code,
  title: 'Samen gesprekken voeren',
  need: 'Het team voert gesprekken met ouders ieder op een eigen manier.',
  ...more,
});
const onPupil = (more: Fields = {}): Fields =>
  light({
    level: 'pupil',
    'pupil.pseudonym': 'Zeester',
    'pupil.ageBand': '8-9',
    'pupil.parentsSpokenOn': dayOfStage(pages.stage),
    'pupil.parentsConsentOn': dayOfStage(pages.stage),
    ...more,
  });
const ask = (who: string, fields: Fields) => pages.send(who, '/vragen/nieuw', { _key: newId(), ...fields });
const seen = async (who: string, to: string | null) => (await pages.see(who, to ?? '')).html;

describe('the page on which a question is asked', () => {
  it('says before anything is sent who will look at it, and within how many school days, with the source', async () => {
    const page = await pages.see(cast.coordinator, '/vragen/nieuw');
    expect(page.status).toBe(200);
    expect(page.html).toContain('Wie kijkt hiernaar, en wanneer?');
    expect(page.html).toContain('Binnen 3 schooldagen nadat u de vraag indient');
    expect(page.html).toContain('Bron: Werkafspraak van het samenwerkingsverband');
    expect(page.html).toMatch(
      /who__name">Proefpersoon [^<]+<\/bdi><span class="who__role">schoolcontactpersoon/,
    );
  });

  it('tells the rule on consent and the legal ground, each with its own source', async () => {
    const { html } = await pages.see(cast.coordinator, '/vragen/nieuw');
    expect(html).toContain(
      'Onder 12 jaar geven de ouders toestemming. Van 12 tot en met 15 jaar geven ouders en leerling die allebei. Vanaf 16 jaar geeft de leerling die zelf.',
    );
    expect(html).toContain('Bron: Huisregel');
    expect(html).toContain('Bron: Artikel 18a van de Wet op het primair onderwijs');
    expect(html).toContain('Geen initialen en geen echte naam');
  });

  it('is not there for who asks nothing', async () => {
    for (const who of [cast.specialist, cast.teamLead, cast.boardMember])
      expect((await pages.see(who, '/vragen/nieuw')).status).toBe(403);
  });
});

describe('a question of the light route', () => {
  it('is asked and submitted in one go, with four fields', async () => {
    const sent = await ask(cast.coordinator, light());
    expect(sent).toMatchObject({ status: 303, flash: 'Uw vraag is ingediend.' });
    const html = await seen(cast.coordinator, sent.to);
    expect(html).toContain('<bdi>Samen gesprekken voeren</bdi>');
    expect(html).toContain('Ingediend</span>');
    expect(html).toContain('nog 3 schooldagen');
  });

  it('sent twice is one question', async () => {
    const fields = { _key: newId(), ...light() };
    const [first, second] = [
      await pages.send(cast.coordinator, '/vragen/nieuw', fields),
      await pages.send(cast.coordinator, '/vragen/nieuw', fields),
    ];
    expect(second).toMatchObject({ status: 303, to: first.to, flash: 'Uw vraag is ingediend.' });
  });

  it('can be kept as a draft, which the contact person reads and goes on with', async () => {
    const kept = await ask(cast.coordinator, light({ _do: 'bewaar' }));
    expect(kept).toMatchObject({ status: 303, flash: 'Uw concept is bewaard. Nog niet ingediend.' });
    const draft = await pages.see(cast.author, `${kept.to}/aanpassen`);
    expect(draft.html).toContain('Het team voert gesprekken');
    const sent = await pages.send(cast.author, `${kept.to}/aanpassen`, {
      _version: hidden(draft, '_version'),
      _key: newId(),
      ...light({ title: 'Samen sterke gesprekken' }),
    });
    expect(sent.flash).toBe('Uw vraag is ingediend.');
    expect(await seen(cast.coordinator, sent.to)).toContain('Samen sterke gesprekken');
  });

  it('asks for all that is missing at once, and loses nothing', async () => {
    const sent = await ask(cast.coordinator, { need: 'Wie kijkt met ons mee naar het rooster?' });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('Er zijn 3 fouten gevonden');
    expect(sent.html).toContain(
      '<a href="#level">Waar gaat uw vraag over? Kies waar de vraag over gaat.</a>',
    );
    expect(sent.html).toContain('<a href="#title">Uw vraag in één zin: Vul dit in.</a>');
    expect(sent.html).toContain('Wie kijkt met ons mee naar het rooster?');
  });

  it('cannot be asked for a school of somebody else, whatever code is sent', async () => {
    const sent = await ask(cast.coordinator, light({ schoolCode: '99ZZ99' }));
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('School: kies een school uit de lijst.');
  });
});

describe('a question on a pupil', () => {
  it('lacks nothing when parents and consent are there', async () => {
    expect(await ask(cast.coordinator, onPupil())).toMatchObject({
      status: 303,
      flash: 'Uw vraag is ingediend.',
    });
  });

  it('without them is kept as a draft, and the page says at each field what is missing', async () => {
    const sent = await ask(cast.coordinator, light({ level: 'pupil' }));
    expect(sent.status).toBe(422);
    for (const field of ['pseudonym', 'ageBand', 'parentsSpokenOn'])
      expect(sent.html).toContain(`<a href="#pupil.${field}">`);
    const action = /<form class="form" method="post" action="([^"]+)"/.exec(sent.html)?.[1] ?? '';
    expect(action).toMatch(/^\/vragen\/[0-9a-f-]+\/aanpassen$/);
    const again = await pages.send(cast.coordinator, action, {
      _version: hidden(sent, '_version'),
      _key: newId(),
      ...onPupil(),
    });
    expect(again.flash).toBe('Uw vraag is ingediend.');
  });

  it('needs the consent that goes with the age, whoever gives it', async () => {
    const sent = await ask(cast.coordinator, onPupil({ 'pupil.ageBand': '12-13' }));
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('De toestemming van de leerling staat er nog niet bij');
  });

  it('takes no initials for a pseudonym', async () => {
    const sent = await ask(cast.coordinator, onPupil({ 'pupil.pseudonym': 'J.K.' }));
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('<a href="#pupil.pseudonym">');
  });

  it('with a number of a citizen in its text is not submitted, and says where it stands', async () => {
    const sent = await ask(cast.coordinator, light({ need: 'Bel over 111222333 voor meer.' }));
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('De schrijfhulp vond iets');
    expect(sent.html).toContain('<mark>111222333</mark>');
  });

  it('that was made a question on a group forgets the pupil', async () => {
    const kept = await ask(cast.coordinator, onPupil({ _do: 'bewaar' }));
    const draft = await pages.see(cast.coordinator, `${kept.to}/aanpassen`);
    await pages.send(cast.coordinator, `${kept.to}/aanpassen`, {
      _version: hidden(draft, '_version'),
      _key: newId(),
      ...onPupil({ level: 'group', _do: 'bewaar' }),
    });
    expect(await seen(cast.coordinator, kept.to)).not.toContain('Zeester');
  });
});

describe('a teacher', () => {
  it('keeps a draft, which goes on through the IB’er', async () => {
    const page = await pages.see(cast.teacher, '/vragen/nieuw');
    expect(page.html).toContain('Uw vraag gaat verder via uw IB’er');
    expect(page.html).not.toContain('Dien de vraag in');
    const kept = await ask(cast.teacher, light());
    expect(kept.flash).toBe('Uw vraag is bewaard. Uw IB’er leest die en dient hem in.');
    const draft = await pages.see(cast.coordinator, `${kept.to}/indienen`);
    expect(draft.html).toContain('Dien de vraag in');
  });

  it('reads what they asked and nothing else of the school', async () => {
    const other = await anAskBy(pages.stage, cast);
    expect((await pages.see(cast.teacher, `/vragen/${other}`)).status).toBe(404);
    expect((await pages.see(cast.coordinator, `/vragen/${other}`)).status).toBe(200);
  });
});

describe('a draft that saves itself', () => {
  const save = (who: string, path: string, fields: Fields) =>
    pages.send(who, path, { _key: newId(), ...fields });

  it('tells where to go on, and gets the last words when the answer got lost', async () => {
    const key = newId();
    const first = await save(cast.coordinator, '/vragen/nieuw/bewaar', { ...light(), _key: key });
    const { url, version } = JSON.parse(first.html);
    expect(version).toBe(1);
    const again = await save(cast.coordinator, '/vragen/nieuw/bewaar', {
      ...light({ title: 'Gesprekken met ouders' }),
      _key: key,
    });
    expect(JSON.parse(again.html)).toMatchObject({ url, version: 2 });
    expect((await pages.see(cast.coordinator, url)).html).toContain('Gesprekken met ouders');
  });

  it('says what it still lacks, which is no fault', async () => {
    const lacking = await save(cast.coordinator, '/vragen/nieuw/bewaar', { level: 'team' });
    expect(JSON.parse(lacking.html).unsaved).toBe(
      'Nog niet bewaard: vul eerst in de school, uw vraag in één zin en wat er nodig is.',
    );
  });

  it('that somebody else changed meanwhile shows both texts and saves neither over the other', async () => {
    const id = await anAskBy(pages.stage, cast);
    const [mine, theirs] = [
      await pages.see(cast.coordinator, `/vragen/${id}/aanpassen`),
      await pages.see(cast.author, `/vragen/${id}/aanpassen`),
    ];
    await save(cast.author, `/vragen/${id}/aanpassen`, {
      _version: hidden(theirs, '_version'),
      ...light({ title: 'Die van de contactpersoon', _do: 'bewaar' }),
    });
    const stale = await save(cast.coordinator, `/vragen/${id}/aanpassen`, {
      _version: hidden(mine, '_version'),
      ...light({ title: 'Die van de IB’er', _do: 'bewaar' }),
    });
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('Iemand wijzigde dit concept intussen');
    expect(stale.html).toContain('Die van de contactpersoon');
    expect(stale.html).toContain('Die van de IB’er');
  });

  it('that is submitted has no form any more, and nothing typed is lost', async () => {
    const id = await anAskBy(pages.stage, cast);
    await questionStep(pages.stage, cast, cast.coordinator, id, { step: 'submit' });
    const late = await save(cast.coordinator, `/vragen/${id}/aanpassen`, {
      _version: '1',
      ...light({ need: 'Dit typte ik nog toen een ander al indiende.' }),
    });
    expect([403, 409]).toContain(late.status);
    expect(late.html).toContain('Dit typte ik nog toen een ander al indiende.');
  });
});

it('a question that ended is taken up again as a new one, which points back', async () => {
  const id = await anAskBy(pages.stage, cast);
  await questionStep(pages.stage, cast, cast.coordinator, id, {
    step: 'withdraw',
    reason: 'Het is opgelost.',
  });
  const ended = await pages.see(cast.coordinator, `/vragen/${id}`);
  expect(ended.html).toContain(`href="/vragen/nieuw?vervolg=${id}"`);
  const form = await pages.see(cast.coordinator, `/vragen/nieuw?vervolg=${id}`);
  expect(hidden(form, 'continuesId')).toBe(id);
  const sent = await ask(cast.coordinator, light({ continuesId: id }));
  expect(sent.flash).toBe('Uw vraag is ingediend.');
  expect(await seen(cast.coordinator, sent.to)).toContain('Dit is een vervolg op');
  expect(await seen(cast.coordinator, `/vragen/${id}`)).toContain('Opnieuw opgepakt in');
});
