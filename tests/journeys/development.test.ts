/** A role is written, asked about, adopted; a pilot is tried and decided; somebody comes into the role. Through the pages, as each of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePost } from '../../src/news/index.ts';
import { fadeDevelopmentByTerm } from '../../src/plans/index.ts';
import { actorOf, anAppointment, deedOf } from '../support/factories.ts';
import { hidden, openPages, type Pages, type Seen } from '../support/pages.ts';

let pages: Pages;
let specialist: string;
let other: string;
let teachers: readonly string[];

beforeAll(async () => {
  pages = await openPages();
  const { stage, cast } = pages;
  const { tenantId } = cast;
  specialist = await anAppointment(stage, 'specialist', { tenantId });
  other = await anAppointment(stage, 'specialist', { tenantId });
  const schoolId = cast.school.id;
  teachers = await Promise.all(
    Array.from({ length: 5 }, () => anAppointment(stage, 'teacher', { tenantId, schoolId })),
  );
});
afterAll(() => pages.close());

const text = ({ html }: Seen) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const versionOf = (seen: Seen) => ({ _version: hidden(seen, '_version') });

const before = 'De specialist werkt op drie scholen.\n\nHij overlegt elke week.';
const after = 'De specialist werkt op vier scholen.\n\nHij overlegt elke week.\n\nHij schrijft op wat hielp.';

test('a director is asked about a role profile, and reads what was done with the answer; the profile is adopted', async () => {
  const { cast, see, send, stage } = pages;
  const { teamLead, director, partnershipDirector, coordinator } = cast;
  const list = '/ontwikkeling/functieprofielen';
  const made = await send(teamLead, `${list}/nieuw`, {
    name: 'Specialist',
    role: 'specialist',
    body: before,
  });
  expect([made.status, text(made)]).toEqual([303, '']);
  const profile = made.to ?? '';
  // A draft is nobody's but its writers': the page, the list and the way to compare say so.
  for (const who of [director, coordinator, specialist]) {
    expect((await see(who, profile)).status).toBe(404);
    expect((await see(who, `${profile}/vergelijken`)).status).toBe(404);
    expect(text(await see(who, list))).toContain('Er is nog geen functieprofiel');
  }
  expect(text(await see(partnershipDirector, profile))).toContain('drie scholen');
  expect(text(await see(teamLead, profile))).toContain('Leg deze versie eerst voor');

  const about = `profile:${profile.split('/').at(-1)}:1`;
  const questions = {
    'questions.0.text': 'Wat mist u?',
    'questions.1.text': 'Past vier scholen?',
    'questions.1.options': 'Ja\nNee',
  };
  const fields = {
    title: 'De rol van de specialist',
    about,
    roles: ['school_director'],
    anonymous: 'false',
    startsOn: '2026-03-02',
    endsOn: '2026-03-06',
  };
  const round =
    (await send(teamLead, '/ontwikkeling/consultaties/nieuw', { ...fields, ...questions })).to ?? '';
  expect((await see(director, round)).status).toBe(404);
  const opened = await send(teamLead, `${round}/openen`, versionOf(await see(teamLead, round)));
  expect(opened.flash).toBe('De ronde is open.');
  expect(text(await see(director, '/ontwikkeling'))).toMatch(/De rol van de specialist .*U bent gevraagd/);
  expect(text(await see(director, profile))).toContain('In consultatie');
  expect((await see(coordinator, round)).status).toBe(404);
  expect((await see(coordinator, profile)).status).toBe(404);
  // What is asked about stands still.
  expect(text(await see(teamLead, profile))).toContain('Er loopt een consultatie over deze tekst');
  const held = await send(teamLead, `${profile}/bewerken`, {
    body: after,
    ...versionOf(await see(teamLead, `${profile}/bewerken`)),
  });
  expect(held.status).toBe(422);

  expect(text(await see(director, round))).toContain('Uw naam staat bij uw antwoorden');
  const answer = { 'answers.0.nth': '1', 'answers.1.nth': '2', 'answers.1.option': 'Ja' };
  await send(director, `${round}/antwoord`, { ...answer, 'answers.0.text': 'Eerste gedachte.' });
  const sent = await send(director, `${round}/antwoord`, {
    ...answer,
    'answers.0.text': 'Dat hij opschrijft wat hielp.',
  });
  expect(sent.flash).toContain('Dank u wel');
  expect((await see(director, round)).html).toContain('Dat hij opschrijft wat hielp.');
  const read = text(await see(teamLead, `${round}/antwoorden`));
  expect(read).toContain('Dat hij opschrijft wat hielp.');
  expect(read).not.toContain('Eerste gedachte');
  expect((await see(director, `${round}/antwoorden`)).status).toBe(403);

  stage.at('2026-03-07T08:00:00Z');
  const words = 'Dit schreef ik op de avond van de laatste dag.';
  const late = await send(director, `${round}/antwoord`, { ...answer, 'answers.0.text': words });
  expect([late.status, text(late).includes(words)]).toEqual([422, true]);
  const open = await see(teamLead, `${round}/antwoorden`);
  const early = await send(teamLead, `${round}/samenvatting`, {
    summary: 'Klaar.',
    summaryFor: 'members',
    ...versionOf(await see(teamLead, `${round}/samenvatting`)),
  });
  expect(text(early)).toContain('Niet bij elk antwoord staat nog wat ermee is gedaan');
  const answerIds = [...open.html.matchAll(/name="answerIds" value="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(answerIds).toHaveLength(1);
  await send(teamLead, `${round}/antwoorden`, {
    answerIds,
    outcome: 'taken_over',
    outcomeWords: 'Dat staat er nu in.',
    ...versionOf(open),
  });
  expect(text(await see(director, round))).not.toContain('Dat staat er nu in.');
  const closed = await send(teamLead, `${round}/samenvatting`, {
    summary: 'De rol is duidelijker.',
    summaryFor: 'members',
    ...versionOf(await see(teamLead, `${round}/samenvatting`)),
  });
  expect(closed.status).toBe(303);
  expect(text(await see(director, round))).toMatch(
    /De rol is duidelijker.*Overgenomen\. Dat staat er nu in\./,
  );
  // For all members, but what one person said is not theirs, and one answer is no number.
  const outside = text(await see(coordinator, round));
  expect(outside).toContain('De rol is duidelijker.');
  expect(outside).toMatch(/Ja &lt;5/);
  expect(outside).not.toContain('Dat staat er nu in.');

  await send(teamLead, `${profile}/bewerken`, {
    body: after,
    ...versionOf(await see(teamLead, `${profile}/bewerken`)),
  });
  expect(text(await see(teamLead, profile))).toContain('U begon deze versie zelf');
  const own = await send(teamLead, `${profile}/vaststellen`, { startsOn: '2026-04-01' });
  expect(text(own)).toContain('U begon deze versie zelf');
  const adopted = await send(partnershipDirector, `${profile}/vaststellen`, {
    startsOn: '2026-04-01',
    ...versionOf(await see(partnershipDirector, profile)),
  });
  expect(adopted.flash).toBe('De versie is vastgesteld. Iedereen leest die nu.');
  expect(text(await see(coordinator, profile))).toMatch(/geldt straks vanaf 1 april 2026.*vier scholen/);
  const compared = await see(coordinator, `${profile}/vergelijken?van=1v&naar=1`);
  expect(text(compared)).toContain('Er is verschil: 1 alinea erbij en 1 alinea gewijzigd.');
  expect(compared.html).toMatch(/<del><span class="visually-hidden"> \[vervallen: <\/span>drie /);
  expect(compared.html).toMatch(/<ins>Hij schrijft op wat hielp\.<\/ins>/);
});

test('without names nobody reads an answer before the end, nor when fewer than five took part', async () => {
  const { cast, see, send, stage } = pages;
  const { teamLead } = cast;
  stage.at('2026-03-09T08:00:00Z');
  const ask = async (title: string) => {
    const fields = {
      title,
      roles: ['teacher'],
      anonymous: 'true',
      startsOn: '2026-03-09',
      endsOn: '2026-03-10',
      'questions.0.text': 'Wat vindt u?',
    };
    const round = (await send(teamLead, '/ontwikkeling/consultaties/nieuw', fields)).to ?? '';
    await send(teamLead, `${round}/openen`, versionOf(await see(teamLead, round)));
    return round;
  };
  const [enough, few] = [await ask('Genoeg'), await ask('Te weinig')];
  const first = teachers[0] ?? '';
  expect(text(await see(first, enough))).toContain('Uw antwoorden dragen geen naam');
  const say = (who: string, round: string, words: string) =>
    send(who, `${round}/antwoord`, { 'answers.0.nth': '1', 'answers.0.text': words });
  for (const [nth, teacher] of teachers.entries()) await say(teacher, enough, `Mening ${nth}.`);
  for (const teacher of teachers.slice(0, 4)) await say(teacher, few, 'Herkenbaar.');
  expect(text(await see(first, enough))).toContain('U deed mee, dank u wel');
  const again = text(await say(first, enough, 'Nog eens, uit een ander tabblad.'));
  expect([again.includes('U deed al mee'), again.includes('uit een ander tabblad')]).toEqual([true, true]);
  const during = text(await see(teamLead, `${enough}/antwoorden`));
  expect(during).toContain('De antwoorden zijn nog dicht');
  expect(during).not.toContain('Mening');
  // Four came, and none can be seen to come.
  expect(text(await see(teamLead, few))).toMatch(/Deden mee &lt;5 van \d+/);
  stage.at('2026-03-11T08:00:00Z');
  const words = text(await see(teamLead, `${enough}/antwoorden`));
  for (const nth of teachers.keys()) expect(words).toContain(`Mening ${nth}.`);
  const closed = text(await see(teamLead, `${few}/antwoorden`));
  expect(closed).toContain('Minder dan vijf mensen deden mee');
  expect(closed).not.toContain('Herkenbaar');
  // It can be closed all the same, with what there is to say.
  const done = await send(teamLead, `${few}/samenvatting`, {
    summary: 'Te weinig mensen deden mee.',
    summaryFor: 'asked',
    ...versionOf(await see(teamLead, `${few}/samenvatting`)),
  });
  expect(done.status).toBe(303);
});

test('a specialist sees the own way into the role; nobody but the team lead sees it too', async () => {
  const { cast, see, send } = pages;
  const { teamLead, partnershipDirector, director } = cast;
  const path = '/ontwikkeling/overgang';
  const form = await see(teamLead, path);
  const profileId = /<option value="([0-9a-f-]{36})">Specialist</.exec(form.html)?.[1] ?? '';
  const fields = {
    personId: specialist,
    profileId,
    step: 'talk',
    onDate: '2026-03-10',
    words: 'Goed gesprek.',
  };
  expect(text(await send(teamLead, path, { ...fields, onDate: '2026-03-12' }))).toContain(
    'Kies een dag tot en met vandaag',
  );
  expect((await send(teamLead, path, fields)).flash).toBe('De stap staat erbij.');
  expect(text(await send(teamLead, path, fields))).toContain('Deze stap staat er al');
  expect(text(await see(specialist, '/ontwikkeling/mijn-overgang'))).toMatch(
    /Gesprek over arbeidsvoorwaarden.*10 maart 2026.*Goed gesprek/,
  );
  for (const who of [other, partnershipDirector, director]) {
    expect(text(await see(who, '/ontwikkeling/mijn-overgang'))).toContain('Er staat niets over u');
    expect((await see(who, path)).status).toBe(403);
  }
  const one =
    /href="(\/ontwikkeling\/overgang\/[0-9a-f-]{36})"/.exec((await see(teamLead, path)).html)?.[1] ?? '';
  await send(teamLead, path, { ...fields, step: 'offer', onDate: '2026-03-09' });
  expect(text(await see(teamLead, path))).toContain(
    '«Aanbod» staat op een dag vóór «Gesprek over arbeidsvoorwaarden»',
  );
  expect(
    (await send(teamLead, one, { onDate: '2026-03-06', ...versionOf(await see(teamLead, one)) })).flash,
  ).toBe('Gewijzigd.');
  expect(text(await see(specialist, '/ontwikkeling/mijn-overgang'))).toContain('6 maart 2026');
  expect((await send(teamLead, `${one}/verwijderen`, versionOf(await see(teamLead, one)))).flash).toBe(
    'De stap is weg.',
  );
});

test('a pilot is written down, announced, and decided on with reasons', async () => {
  const { cast, see, send } = pages;
  const { teamLead, partnershipDirector, director, school } = cast;
  const list = '/ontwikkeling/pilots';
  const fields = {
    name: 'Vaste dag',
    difference: 'Elke dinsdag dezelfde specialist.',
    startsOn: '2026-03-09',
    'schools.0.code': school.code,
  };
  const pilot = (await send(teamLead, `${list}/nieuw`, fields)).to ?? '';
  expect((await see(director, pilot)).status).toBe(404);
  expect(text(await see(director, list))).toContain('Er is nog geen pilot');
  expect(text(await see(teamLead, pilot))).toContain('Kies ten minste één maat');
  await send(teamLead, `${pilot}/bewerken`, {
    ...fields,
    measures: ['lead_time', 'own_words'],
    ...versionOf(await see(teamLead, `${pilot}/bewerken`)),
  });
  const open = versionOf(await see(teamLead, `${pilot}/bewerken`));
  const started = await send(teamLead, `${pilot}/starten`, versionOf(await see(teamLead, pilot)));
  expect(started.flash).toBe('De pilot staat er nu voor iedereen.');
  // Another tab that was still writing, and further on another that was still deciding: their words come back.
  const difference = 'Elke woensdag dezelfde specialist, de hele dag.';
  const behind = await send(teamLead, `${pilot}/bewerken`, { ...fields, difference, ...open });
  expect([behind.status, text(behind).includes(difference)]).toEqual([412, true]);
  const seen = text(await see(director, pilot));
  expect(seen).toMatch(
    /Vaste dag.*Loopt.*Doorlooptijd van een vraag en ervaringen in eigen woorden.*Elke dinsdag/,
  );
  expect((await see(teamLead, `${pilot}/bewerken`)).status).toBe(404);
  expect((await send(director, `${pilot}/besluiten`, { decision: 'adopted', reasons: 'x' })).status).toBe(
    403,
  );
  const empty = await send(partnershipDirector, `${pilot}/besluiten`, { decision: 'adopted' });
  expect(empty.status).toBe(422);
  const deciding = versionOf(await see(partnershipDirector, pilot));
  const decided = await send(partnershipDirector, `${pilot}/besluiten`, {
    decision: 'adapted',
    reasons: 'Het ging sneller.',
    ...deciding,
  });
  expect(decided.flash).toBe('Het besluit staat er, met de reden.');
  const reasons = 'Het ging sneller, en scholen vragen erom.';
  const late = await send(teamLead, `${pilot}/besluiten`, { decision: 'adopted', reasons, ...deciding });
  expect([late.status, text(late).includes(reasons)]).toEqual([412, true]);
  expect(text(await see(director, pilot))).toMatch(
    /Besluit: we gaan zo werken, met aanpassingen.*Het ging sneller/,
  );
});

test('a post that is still a draft is read within the round, by whom it asks, on its days alone', async () => {
  const { cast, see, send, stage } = pages;
  const { teamLead, coordinator, director, tenantId } = cast;
  const lead = await actorOf(stage, tenantId, teamLead);
  const words = { title: 'Nog geheim', lead: 'Een voorstel.', body: 'Wij **willen** dit.' };
  const written = await writePost(deedOf(stage), lead, { ...words, audiences: ['public'] });
  const post = written.outcome === 'taken' ? written.id : '';
  const fields = {
    ...{
      title: 'Is dit duidelijk?',
      about: `post:${post}`,
      roles: ['support_coordinator'],
      anonymous: 'false',
    },
    ...{ startsOn: '2026-03-11', endsOn: '2026-03-12', 'questions.0.text': 'Wat niet?' },
  };
  const round = (await send(teamLead, '/ontwikkeling/consultaties/nieuw', fields)).to ?? '';
  await send(teamLead, `${round}/openen`, versionOf(await see(teamLead, round)));
  const asked = await see(coordinator, round);
  expect(text(asked)).toContain('Nog geheim');
  expect(asked.html).toContain('<strong>willen</strong>');
  // Nowhere else, and nobody else.
  expect((await see(coordinator, `/api/v1/posts/${post}`)).status).toBe(404);
  expect((await see(director, round)).status).toBe(404);
  stage.at('2026-03-13T08:00:00Z');
  expect(text(await see(coordinator, round))).not.toContain('Nog geheim');
  const told = {
    summary: 'Duidelijk.',
    summaryFor: 'members',
    ...versionOf(await see(teamLead, `${round}/samenvatting`)),
  };
  expect(text(await send(teamLead, `${round}/samenvatting`, told))).toContain(
    'De samenvatting is alleen voor wie gevraagd is',
  );
  expect((await send(teamLead, `${round}/samenvatting`, { ...told, summaryFor: 'asked' })).status).toBe(303);
  expect((await see(director, round)).status).toBe(404);
});

test('two years on nothing is left of who came into the role and who said what; what came of it is', async () => {
  const { cast, see, stage } = pages;
  const count = async (path: string) => text(await see(cast.teamLead, path));
  const round = '/ontwikkeling/consultaties';
  const first = /href="(\/ontwikkeling\/consultaties\/[0-9a-f-]{36})"[^>]*>De rol van/.exec(
    (await see(cast.teamLead, round)).html,
  )?.[1];
  // The round of directors ended on 6 March: its first day after is the 7th.
  stage.at('2028-03-06T08:00:00Z');
  await fadeDevelopmentByTerm(stage.database);
  expect(await count(`${first}/antwoorden`)).toContain('Dat hij opschrijft wat hielp.');
  stage.at('2028-03-12T08:00:00Z');
  await fadeDevelopmentByTerm(stage.database);
  expect(await count(`${first}/antwoorden`)).toContain('Er is nog geen antwoord');
  expect(await count(`${first}`)).toContain('De rol is duidelijker.');
  expect(await count('/ontwikkeling/overgang')).toContain('Er staat nog niets');
});
