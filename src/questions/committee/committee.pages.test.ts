/** The secretary's road through the pages: plan, put in order, write down, decide, send. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import {
  aQuestion,
  aQuestionCast,
  type QuestionCast,
  questionStep,
} from '../../../tests/support/factories-questions.ts';
import { hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let pages: Pages;
let cast: QuestionCast;
let conflicted: string;
let administrator: string;

beforeAll(async () => {
  pages = await openPages();
  pages.stage.at('2026-03-02T08:00:00Z');
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
  const { tenantId, school } = cast;
  conflicted = await anAppointment(pages.stage, 'committee_member', { tenantId });
  administrator = await anAppointment(pages.stage, 'administrator', { tenantId });
  await anAppointment(pages.stage, 'specialist', { tenantId, personId: conflicted, schoolId: school.id });
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const put = async (meetingId: string, level: 'group' | 'pupil', kind: 'advice' | 'decision') => {
  const id = await aQuestion(pages.stage, cast, 'in_triage', { level });
  await questionStep(pages.stage, cast, cast.author, id, { step: 'to_committee', meetingId, kind });
  return id;
};

/** A meeting of 16 March, planned through its form. */
async function planned(): Promise<string> {
  const form = await pages.see(cast.secretary, '/acta/nieuw');
  const sent = await pages.send(cast.secretary, '/acta/nieuw', {
    _key: hidden(form, '_key'),
    startsAt: '2026-03-16T14:00',
    place: 'Lokaal 3',
    cutOffOn: '',
    quorum: '2',
  });
  expect(sent).toMatchObject({ status: 303, flash: 'De vergadering is gepland.' });
  return sent.to?.split('/').at(-1) ?? '';
}

describe('the committee', () => {
  it('is known to everybody by when it meets, and by its own name', async () => {
    const id = await planned();
    const list = await pages.see(cast.teacher, '/acta');
    expect(list.html).toContain('<title>Toelaatbaarheidscommissie');
    expect(textOf(list.html)).toContain('16 maart 2026 om 14:00');
    expect(list.html).not.toContain('/acta/nieuw');
    const meeting = await pages.see(cast.teacher, `/acta/${id}`);
    expect(textOf(meeting.html)).toContain('tot en met 9 maart 2026');
    expect(textOf(meeting.html)).not.toContain('Quorum');
    expect((await pages.see(cast.teacher, `/acta/${id}/wijzigen`)).status).toBe(403);
    expect((await pages.see(cast.secretary, '/acta/0190a000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('loses nothing of a form that was wrong', async () => {
    const { status, html } = await pages.send(cast.secretary, '/acta/nieuw', {
      startsAt: '2026-03-16T14:00',
      place: 'Zaal 9',
      cutOffOn: '2026-03-17',
      quorum: 'twee',
    });
    expect(status).toBe(422);
    expect(html).toContain('value="Zaal 9"');
    expect(textOf(html)).toContain('Leden die ten minste meedoen: Vul een heel getal in.');
    const late = await pages.send(cast.secretary, '/acta/nieuw', {
      startsAt: '2026-03-16T14:00',
      cutOffOn: '2026-03-17',
      quorum: '2',
    });
    expect(late.status).toBe(422);
    expect(textOf(late.html)).toContain('De laatste dag om vragen aan te melden ligt na de vergadering.');
  });

  it('shows two secretaries at once what the other made of it', async () => {
    const id = await planned();
    const form = await pages.see(cast.secretary, `/acta/${id}/wijzigen`);
    expect(form.html).toContain('value="2026-03-16T14:00"');
    const fields = {
      _version: hidden(form, '_version'),
      startsAt: '2026-03-16T15:30',
      cutOffOn: '2026-03-09',
      quorum: '3',
    };
    expect((await pages.send(cast.secretary, `/acta/${id}/wijzigen`, fields)).to).toBe(`/acta/${id}`);
    const stale = await pages.send(cast.secretary, `/acta/${id}/wijzigen`, {
      ...fields,
      startsAt: '2026-03-16T16:00',
    });
    expect(stale.status).toBe(412);
    expect(textOf(stale.html)).toContain('Nu staat er: 16 maart 2026 om 15:30');
    expect(hidden(stale, '_version')).toBe('2');
  });

  it('cancels what is empty, and says why not otherwise', async () => {
    const [empty, full] = [await planned(), await planned()];
    await put(full, 'group', 'advice');
    const page = await pages.see(cast.secretary, `/acta/${full}`);
    expect(textOf(page.html)).toContain('Houd eerst de vraag op de agenda aan tot een andere vergadering.');
    const forced = await pages.send(cast.secretary, `/acta/${full}/annuleren`, { _version: '1' });
    expect(forced.flash).toContain('Er staan vragen op de agenda.');
    const done = await pages.send(cast.secretary, `/acta/${empty}/annuleren`, { _version: '1' });
    expect(done.flash).toBe('De vergadering gaat niet door.');
    expect(textOf((await pages.see(cast.teacher, `/acta/${empty}`)).html)).toContain('gaat niet door');
  });

  it('goes from agenda to letter', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const id = await planned();
    const group = await put(id, 'group', 'advice');
    pages.stage.at('2026-03-03T08:00:00Z');
    const pupil = await put(id, 'pupil', 'decision');

    const agenda = await pages.see(cast.secretary, `/acta/${id}`);
    const text = textOf(agenda.html);
    expect(text).toContain('1. Rust in de groep');
    expect(text).toContain('2. Vastlopen bij rekenen');
    expect(text).toContain('Zeester, 8 tot en met 9 jaar');
    expect(text).toContain('2 leden kunnen meedoen, nodig: 2.');
    expect(textOf((await pages.see(conflicted, `/acta/${id}`)).html)).toContain(
      'Bij 2 vragen doet u niet mee',
    );
    expect(textOf((await pages.see(conflicted, `/acta/${id}`)).html)).not.toContain('Vastlopen bij rekenen');
    const lead = textOf((await pages.see(cast.teamLead, `/acta/${id}`)).html);
    expect(lead).toContain('2. Vraag over een leerling');
    expect(lead).not.toContain('Zeester');

    const print = textOf((await pages.see(cast.members[0], `/acta/${id}/stukken`)).html);
    expect(print).toContain('De leerling loopt vast bij rekenen');
    const pdf = await pages.see(cast.members[0], `/acta/${id}/stukken.pdf`);
    expect([pdf.status, pdf.html.slice(0, 5)]).toEqual([200, '%PDF-']);

    // Before its day there is nothing to write down.
    expect(textOf((await pages.see(cast.secretary, `/acta/${id}/verslag`)).html)).toContain('Nog niet');
    pages.stage.at('2026-03-16T14:00:00Z');
    const form = await pages.see(cast.secretary, `/acta/${id}/verslag`);
    const written = {
      _version: hidden(form, '_version'),
      present: [...cast.members],
      minutes: 'Mail anna@voorbeeld.nl.',
    };
    const marked = await pages.send(cast.secretary, `/acta/${id}/verslag`, written);
    expect(marked.status).toBe(422);
    expect(textOf(marked.html)).toContain('De schrijfhulp vond iets');
    expect(marked.html.match(/checked/g)).toHaveLength(2);
    const early = await pages.send(cast.secretary, `/acta/${id}/verslag`, {
      ...written,
      minutes: '',
      held: 'true',
    });
    expect(early.status).toBe(409);
    expect(textOf(early.html)).toContain('Er staan nog vragen open op de agenda.');
    const kept = await pages.send(cast.secretary, `/acta/${id}/verslag`, {
      ...written,
      minutes: 'Geopend om 15 uur.',
    });
    expect(kept.flash).toBe('Het verslag is opgeslagen.');

    const now = (await pages.see(cast.secretary, `/acta/${id}`)).html;
    expect(now).toContain(`/vragen/${group}/advies`);
    expect(now).toContain(`/vragen/${pupil}/besluit`);
    const step = await pages.see(cast.secretary, `/vragen/${pupil}/besluit`);
    const decided = await pages.send(cast.secretary, `/vragen/${pupil}/besluit`, {
      _version: hidden(step, '_version'),
      _key: hidden(step, '_key'),
      kind: 'arrangement',
      granted: 'true',
      text: 'De leerling leert het best in een kleine groep.',
      dagdelen: '12',
      from: '2026-04-01',
      to: '2026-07-10',
    });
    expect(decided.status).toBe(303);
    await questionStep(pages.stage, cast, cast.secretary, group, { step: 'advise', text: 'Begin klein.' });

    const after = await pages.see(cast.coordinator, `/acta/${id}`);
    const letter = /\/acta\/besluiten\/[\w-]+\/brief\.pdf/.exec(after.html)?.[0] ?? '';
    const sent = await pages.see(cast.coordinator, letter);
    expect([sent.status, sent.html.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await pages.see(cast.teacher, letter)).status).toBe(403);
    expect((await pages.see(cast.teamLead, `/acta/${id}`)).html).not.toContain('brief.pdf');
    const over = await pages.see(cast.secretary, `/acta/${id}/verslag`);
    const end = {
      ...written,
      _version: hidden(over, '_version'),
      minutes: 'Geopend om 15 uur.',
      held: 'true',
    };
    expect((await pages.send(cast.secretary, `/acta/${id}/verslag`, end)).status).toBe(303);
    expect(textOf((await pages.see(cast.members[1], `/acta/${id}`)).html)).toContain('Geopend om 15 uur.');
  });

  it('lets a member keep out of a question', async () => {
    pages.stage.at('2026-03-02T08:00:00Z');
    const id = await planned();
    const question = await put(id, 'group', 'advice');
    const [member] = cast.members;
    expect((await pages.see(member, `/acta/${id}`)).html).toContain('Ik heb hiermee te maken');
    const out = await pages.send(member, `/acta/${id}/niet-meedoen`, { questionId: question });
    expect(out.flash).toBe('U doet niet mee aan deze vraag.');
    expect(textOf((await pages.see(member, `/acta/${id}`)).html)).toContain('Bij 1 vraag doet u niet mee');
    expect(textOf((await pages.see(cast.secretary, `/acta/${id}`)).html)).toContain('(trok zich terug)');
  });
});

describe('the settings of the committee', () => {
  const path = '/beheer/commissie';
  const fields = { cutOffDays: '10', quorum: '3', warnDays: '90, 30', address: 'Postbus 1', signature: '' };

  it('say that our text about objecting has to be looked at, until there is another', async () => {
    const form = await pages.see(administrator, path);
    expect(textOf(form.html)).toContain('Laat de tekst over bezwaar nakijken');
    const version = hidden(form, '_version');
    const wrong = await pages.send(administrator, path, {
      ...fields,
      _version: version,
      warnDays: 'vaak',
      objection: 'Schrijf {naam ouder}.',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong.html)).toContain('dit kan Kortelijn niet invullen: {naam ouder}.');
    expect(textOf(wrong.html)).toContain('vul een tot vier getallen in, met een komma ertussen.');
    const saved = await pages.send(administrator, path, {
      ...fields,
      _version: version,
      objection: 'Schrijf ons voor {laatsteDag}.',
    });
    expect(saved.status).toBe(303);
    const after = await pages.see(administrator, path);
    expect(after.html).toContain('value="90, 30"');
    expect(textOf(after.html)).not.toContain('Laat de tekst over bezwaar nakijken');
    pages.stage.at('2026-03-02T08:00:00Z');
    expect(textOf((await pages.see(cast.secretary, '/acta/nieuw')).html)).toContain(
      'dan is het 10 dagen ervoor',
    );
  });
});
