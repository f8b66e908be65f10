/** Noting a concern: private, quickly, in a draft that saves itself and is made once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aConcernIn,
  actorOf,
  anAppointment,
  aSchool,
  type Cast,
  step,
} from '../../../tests/support/factories.ts';
import { type Fields, hidden, openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { getConcern } from '../concern.store.ts';

let pages: Pages;
let cast: Cast;
beforeAll(async () => {
  pages = await openPages();
  cast = pages.cast;
});
afterAll(() => pages.close());

const note = (more: Fields = {}): Fields => ({
  schoolCode: cast.school.code,
  noticedOn: '2026-03-02',
  occasion: 'Teamoverleg',
  observation: 'Vier van de 24 kinderen werkten.',
  ...more,
});

async function draftAt(to: string | null) {
  const actor = await actorOf(pages.stage, cast.tenantId, cast.author);
  const id = /[0-9a-f-]{36}/.exec(to ?? '')?.[0] ?? '';
  return pages.stage.database.read(actor, (reader) => getConcern(reader, actor, id));
}

const answerOf = (seen: Seen): Record<string, string> => JSON.parse(seen.html);

describe('a new note', () => {
  it('has the school and today filled in and says that only the author reads it', async () => {
    const { status, html } = await pages.see(cast.author, '/zorgen/nieuw');
    expect(status).toBe(200);
    expect(html).toContain(`<option value="${cast.school.code}"`);
    expect(html).toContain('value="2026-03-02"');
    expect(html).toContain('Wij gaan niet op zoek naar zorgen.');
    expect(html).toContain('Alleen u');
    expect(html).toContain('meldcode');
  });

  it('needs only school, day, occasion and what happened; the rest may wait', async () => {
    const empty = await pages.send(cast.author, '/zorgen/nieuw', { observation: '', theme: 'Aanwezigheid' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Er zijn 4 fouten gevonden');
    const kept = await pages.send(cast.author, '/zorgen/nieuw', note());
    expect(kept).toMatchObject({ status: 303, flash: 'Uw notitie is bewaard. Alleen u leest die.' });
    expect((await pages.see(cast.director, kept.to ?? '')).status).toBe(404);
  });

  it('takes an occasion in own words, and asks for them', async () => {
    const asked = await pages.send(cast.author, '/zorgen/nieuw', note({ occasion: 'other' }));
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Schrijf waar dit ter sprake kwam.');
    const kept = await pages.send(
      cast.author,
      '/zorgen/nieuw',
      note({ occasion: 'other', occasionOther: 'Op het schoolplein' }),
    );
    expect((await draftAt(kept.to))?.occasion).toBe('Op het schoolplein');
  });

  it('is refused at a school of others as if it were not there, with everything kept', async () => {
    const other = await aSchool(pages.stage, cast.tenantId, cast.boardId);
    const { status, html } = await pages.send(cast.author, '/zorgen/nieuw', note({ schoolCode: other.code }));
    expect(status).toBe(422);
    expect(html).toContain('Kies een school uit de lijst.');
    expect(html).toContain('Vier van de 24 kinderen werkten.');
  });

  it('cannot have been noticed tomorrow', async () => {
    const { status, html } = await pages.send(
      cast.author,
      '/zorgen/nieuw',
      note({ noticedOn: '2026-03-05' }),
    );
    expect(status).toBe(422);
    expect(html).toContain('Deze datum ligt in de toekomst.');
  });

  it('shows a team lead every school of the partnership, a board member none', async () => {
    const { html } = await pages.see(cast.teamLead, '/zorgen/nieuw');
    expect(html.match(/<option value="\d{3}/g)?.length).toBeGreaterThanOrEqual(2);
    expect((await pages.see(cast.boardMember, '/zorgen/nieuw')).status).toBe(403);
  });
});

describe('a draft that saves itself', () => {
  it('says plainly what it lacks before it can be kept', async () => {
    const answer = await pages.send(cast.author, '/zorgen/nieuw/bewaar', { observation: 'Vier kinderen' });
    expect(answer.status).toBe(422);
    expect(answerOf(answer)['unsaved']).toBe(
      'Nog niet bewaard: vul eerst in de school, wanneer u het merkte en waar het ter sprake kwam.',
    );
  });

  it('is made once, also when the answer got lost and more was typed', async () => {
    const key = hidden(await pages.see(cast.author, '/zorgen/nieuw'), '_key');
    const first = answerOf(await pages.send(cast.author, '/zorgen/nieuw/bewaar', note({ _key: key })));
    const later = note({ _key: key, observation: 'Vijf van de 24 kinderen werkten.' });
    const second = answerOf(await pages.send(cast.author, '/zorgen/nieuw/bewaar', later));
    expect(second['url']).toBe(first['url']);
    const sent = await pages.send(cast.author, '/zorgen/nieuw', later);
    expect(`${sent.to}/aanpassen`).toBe(first['url']);
    expect((await draftAt(sent.to))?.observation).toBe('Vijf van de 24 kinderen werkten.');
  });

  it('goes on where it stands, and an emptied field is emptied', async () => {
    const made = answerOf(
      await pages.send(cast.author, '/zorgen/nieuw/bewaar', note({ impression: 'Onrustig.' })),
    );
    const saved = await pages.send(
      cast.author,
      made['autosave'] ?? '',
      note({
        impression: '',
        goesWell: 'De sfeer.',
        _version: String(made['version']),
        _key: made['key'] ?? '',
      }),
    );
    expect(saved.status).toBe(200);
    expect(await draftAt(made['url'] ?? '')).toMatchObject({ impression: null, goesWell: 'De sfeer.' });
  });

  it('takes the last words of its own form when an answer got lost', async () => {
    const made = answerOf(await pages.send(cast.author, '/zorgen/nieuw/bewaar', note()));
    const form = { _version: String(made['version']), _key: made['key'] ?? '' };
    const save = (observation: string) =>
      pages.send(cast.author, made['autosave'] ?? '', note({ observation, ...form }));
    await save('Het antwoord hierop raakte kwijt.');
    const next = answerOf(await save('Het antwoord hierop raakte kwijt. En verder.'));
    expect(next['version']).toBe(3);
    expect((await draftAt(made['url'] ?? ''))?.observation).toBe(
      'Het antwoord hierop raakte kwijt. En verder.',
    );
  });

  it('is not overwritten from a stale tab: the button shows both', async () => {
    const made = answerOf(await pages.send(cast.author, '/zorgen/nieuw/bewaar', note()));
    const url = made['url'] ?? '';
    await pages.send(cast.author, url, note({ observation: 'Nieuwer.', _version: '1' }));
    const stale = note({ observation: 'Ouder tabblad.', _version: '1' });
    expect(answerOf(await pages.send(cast.author, `${url}/bewaar`, stale))['unsaved']).toContain(
      'u wijzigde deze notitie ook ergens anders',
    );
    const shown = await pages.send(cast.author, url, stale);
    expect(shown.status).toBe(412);
    expect(shown.html).toContain('Ouder tabblad.');
    const again = { ...stale, _version: hidden(shown, '_version') };
    expect((await pages.send(cast.author, url, again)).status).toBe(303);
    expect((await draftAt(url))?.observation).toBe('Ouder tabblad.');
  });

  it('goes along to another school when the first was the wrong one', async () => {
    const other = await aSchool(pages.stage, cast.tenantId, cast.boardId);
    await anAppointment(pages.stage, 'contact_person', {
      tenantId: cast.tenantId,
      schoolId: other.id,
      personId: cast.author,
    });
    const made = answerOf(await pages.send(cast.author, '/zorgen/nieuw/bewaar', note()));
    const moved = await pages.send(
      cast.author,
      made['url'] ?? '',
      note({ schoolCode: other.code, _version: '1' }),
    );
    expect((await draftAt(moved.to))?.school.code).toBe(other.code);
    expect(await draftAt(made['url'] ?? '')).toBeUndefined();
  });

  it('is nobody else’s, and no draft any more once it was shared', async () => {
    const id = await aConcernIn(pages.stage, cast, 'noted');
    const path = `/zorgen/${id}/aanpassen`;
    expect((await pages.see(cast.director, path)).status).toBe(404);
    await step(pages.stage, cast.tenantId, cast.author, id, { step: 'share_with_director' });
    expect((await pages.see(cast.author, path)).status).toBe(409);
    const late = await pages.send(cast.author, path, note({ observation: 'Dit was ik nog aan het typen.' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('Dit was ik nog aan het typen.');
  });
});

describe('a director', () => {
  it('is told that the own concern is with the director at once, and writes it whole', async () => {
    const form = await pages.see(cast.director, '/zorgen/nieuw');
    expect(form.html).toContain('U bent directeur van deze school');
    expect(form.html).not.toContain('data-autosave');
    const half = await pages.send(cast.director, '/zorgen/nieuw', note());
    expect(half.status).toBe(422);
    expect(half.html).toContain('Er staat nog niet wat dit voor kinderen betekent.');
    const whole = note({ meaningForChildren: 'Zij leren minder.', goesWell: 'De sfeer.' });
    const sent = await pages.send(cast.director, '/zorgen/nieuw', whole);
    expect(sent.status).toBe(303);
    expect((await pages.see(cast.author, sent.to ?? '')).status).toBe(200);
  });

  it('never has it saved as a draft', async () => {
    const answer = await pages.send(cast.director, '/zorgen/nieuw/bewaar', note());
    expect(answerOf(answer)['unsaved']).toContain('als directeur van deze school');
  });
});

describe('taking a concern up again', () => {
  it('stands at the same school and points at the ended one', async () => {
    const id = await aConcernIn(pages.stage, cast, 'closed');
    const form = await pages.see(cast.author, `/zorgen/nieuw?vervolg=${id}`);
    expect(form.html).toContain('Zorg opnieuw oppakken');
    expect(hidden(form, 'continuesId')).toBe(id);
    const kept = await pages.send(cast.author, '/zorgen/nieuw', note({ continuesId: id }));
    expect((await draftAt(kept.to))?.continuesId).toBe(id);
  });

  it('is only for what has ended and what one may read', async () => {
    const id = await aConcernIn(pages.stage, cast, 'working');
    expect((await pages.see(cast.author, `/zorgen/nieuw?vervolg=${id}`)).status).toBe(404);
    expect((await pages.see(cast.coordinator, `/zorgen/nieuw?vervolg=${id}`)).status).toBe(404);
  });
});
