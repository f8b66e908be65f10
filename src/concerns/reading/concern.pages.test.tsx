import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNote,
  aNoteBy,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../../../tests/support/factories.ts';
import { comeIn, type House, openHouse, type Visitor } from '../../../tests/support/house.ts';
import { noteConcern } from '../concern.actions.ts';
import { type Status, statuses, stepNames } from '../concern.rules.ts';
import { stepWords } from '../concern.words.ts';
import { waysOf } from '../protocol/protocol-diagram.pages.tsx';

let house: House;
let stage: Stage;
let cast: Cast;
let strangers: Cast;
const concerns: Record<Status, string> = {
  noted: '',
  with_director: '',
  working: '',
  board_proposed: '',
  with_board: '',
  resolved: '',
  closed: '',
};

/** The roads take some hours of the moved clock; the pages go by the real one. */
const start = () => new Date(Date.now() - 40 * 3_600_000).toISOString();

beforeAll(async () => {
  house = await openHouse({ demo: false });
  stage = openStage(house.fresh, start());
  cast = await aCast(stage);
  strangers = await aCast(stage);
  for (const status of statuses) {
    stage.at(start());
    concerns[status] = await aConcernIn(stage, cast, status);
  }
});
afterAll(async () => {
  await stage.close();
  await house.close();
});

const enter = (personId: string, tenantId = cast.tenantId): Promise<Visitor> =>
  comeIn(house, { personId, tenantId });
const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const linked = (html: string) =>
  statuses.filter((status) => html.includes(`href="/zorgen/${concerns[status]}"`));

describe('the list of concerns', () => {
  it('shows each person what is theirs: a note to its author alone, to the board only what was put forward', async () => {
    const all = [...statuses];
    const shared = all.filter((status) => status !== 'noted');
    const seen = async (who: string) => linked(await read(await enter(who), '/zorgen'));
    expect(await seen(cast.author)).toEqual(all);
    expect(await seen(cast.director)).toEqual(shared);
    expect(await seen(cast.teamLead)).toEqual(shared);
    expect(await seen(cast.coordinator)).toEqual([]);
    expect(await seen(cast.boardMember)).toEqual(['with_board']);
    expect(await seen(cast.partnershipDirector)).toEqual(['with_board']);
    expect(linked(await read(await enter(strangers.teamLead, strangers.tenantId), '/zorgen'))).toEqual([]);
  });

  it('narrows by state and school, and says what to do when nothing is left', async () => {
    const author = await enter(cast.author);
    expect(linked(await read(author, '/zorgen?staat=working&school='))).toEqual(['working']);
    const colleague = await comeIn(house, { personId: strangers.author, tenantId: strangers.tenantId });
    expect(await read(colleague, '/zorgen')).toContain('Alleen u ziet het, tot u het deelt.');
    expect(await read(colleague, '/zorgen?staat=closed')).toContain('Geen zorgen met dit filter');
    expect((await author.get('/zorgen?staat=bestaat-niet')).status).toBe(404);
  });

  it('marks for the director what the director has not seen yet, until it is opened', async () => {
    const director = await enter(cast.director);
    const badge = (html: string, id: string) =>
      html
        .slice(html.indexOf(`/zorgen/${id}"`))
        .split('</th>')[0]
        ?.includes('nieuw');
    expect(badge(await read(director, '/zorgen'), concerns.with_director)).toBe(true);
    await director.get(`/zorgen/${concerns.with_director}`);
    expect(badge(await read(director, '/zorgen'), concerns.with_director)).toBe(false);
    const authors = await read(await enter(cast.author), '/zorgen');
    expect(authors.slice(authors.indexOf('<table'))).not.toContain('nieuw</span>');
  });

  it('goes on where the page ended, without a gap or a double', async () => {
    const author = await actorOf(stage, strangers.tenantId, strangers.author);
    for (let nth = 0; nth < 51; nth += 1)
      await noteConcern(deedOf(stage), author, aNote(strangers.school.code, '2026-01-12'));
    const reader = await enter(strangers.author, strangers.tenantId);
    const ids = (html: string) => [...html.matchAll(/href="\/zorgen\/([\da-f-]{36})"/g)].map((hit) => hit[1]);
    const first = await read(reader, '/zorgen');
    const next = /href="(\/zorgen\?na=[^"]+)"/.exec(first)?.[1] ?? '';
    const second = await read(reader, next);
    expect([ids(first).length, ids(second).length]).toEqual([50, 1]);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(51);
  });
});

describe('the page of a concern', () => {
  it('is there for whoever may read it and for nobody else', async () => {
    const path = `/zorgen/${concerns.working}`;
    expect((await (await enter(cast.director)).get(path)).status).toBe(200);
    expect((await (await enter(cast.coordinator)).get(path)).status).toBe(404);
    expect((await (await enter(cast.boardMember)).get(path)).status).toBe(404);
    expect((await (await enter(strangers.teamLead, strangers.tenantId)).get(path)).status).toBe(404);
    expect((await (await enter(cast.author)).get('/zorgen/geen-zorg')).status).toBe(404);
  });

  it('has one heading and tells who reads along, in what capacity', async () => {
    const html = await read(await enter(cast.author), `/zorgen/${concerns.with_board}`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const who = html.slice(html.indexOf('who__list'), html.indexOf('</ul>', html.indexOf('who__list')));
    for (const role of [
      'schrijver en schoolcontactpersoon',
      '>directeur<',
      'teamleider',
      'schoolbestuur',
      'directeur-bestuurder',
    ])
      expect(who).toContain(role);
  });

  it('says that nobody but the author reads a note', async () => {
    const html = await read(await enter(cast.author), `/zorgen/${concerns.noted}`);
    expect(html.match(/who__name/g)).toHaveLength(1);
    expect(html).not.toContain('Tijdlijn');
  });

  it('links to the steps that can be taken and says of the road to the board what it still needs', async () => {
    const path = `/zorgen/${concerns.with_director}`;
    const html = await read(await enter(cast.author), path);
    expect(html).toContain(`href="${path}/gesprek-plannen"`);
    expect(html).not.toContain(`href="${path}/bestuur-voorstellen"`);
    expect(html).toContain('Er is nog geen gesprek vastgelegd met de directeur van nu.');
    expect(html).not.toContain(stepWords.withdraw_proposal);
    expect(await read(await enter(cast.director), path)).toContain(`href="${path}/reageren"`);
  });

  it('offers an answer only to an invitation that waits for one', async () => {
    const id = await aConcernIn(stage, cast, 'with_director');
    const page = async () => read(await enter(cast.director), `/zorgen/${id}`);
    expect(await page()).not.toContain(stepWords.answer_invitation);
    await step(stage, cast.tenantId, cast.author, id, {
      step: 'plan_conversation',
      proposals: [new Date(stage.now().getTime() + 86_400_000).toISOString()],
    });
    expect(await page()).toContain(`href="/zorgen/${id}/uitnodiging"`);
  });

  it('lets a note be shared although it still lacks what the form asks for', async () => {
    const id = await aNoteBy(stage, cast, cast.author, { meaningForChildren: undefined });
    const html = await read(await enter(cast.author), `/zorgen/${id}`);
    expect(html).toContain(`href="/zorgen/${id}/delen"`);
  });

  it('shows what was said as text and never as markup', async () => {
    const observation = '<script>alert(1)</script> & «zo»';
    const id = await aNoteBy(stage, cast, cast.author, { observation });
    const html = await read(await enter(cast.author), `/zorgen/${id}`);
    expect(html).toContain('&lt;script>alert(1)&lt;/script> &amp; «zo»');
    expect(html).not.toContain('<script>alert');
  });

  it('tells the term for a position with its last day, and the agreements with what children notice', async () => {
    const html = await read(await enter(cast.director), `/zorgen/${concerns.board_proposed}`);
    expect(html).toMatch(/De directeur kan een standpunt geven tot en met \d+ \w+ \d{4}\./);
    expect(html).toContain('uiterlijk <time datetime="2026-12-01">1 december 2026</time>');
    expect(html).toContain('Een vaste leerkracht.');
  });

  it('lets what is over be taken up again, and links both cycles', async () => {
    const author = await enter(cast.author);
    const path = `/zorgen/${concerns.closed}`;
    expect(await read(author, path)).toContain(`/zorgen/nieuw?vervolg=${concerns.closed}`);
    expect(await read(author, `/zorgen/${concerns.working}`)).not.toContain('vervolg=');
    const again = await aNoteBy(stage, cast, cast.author, { continuesId: concerns.closed });
    expect(await read(author, `/zorgen/${again}`)).toContain(`Dit is een vervolg op <a href="${path}"`);
    expect(await read(author, path)).toContain(`Opnieuw opgepakt in <a href="/zorgen/${again}"`);
    expect(await read(await enter(cast.director), path)).not.toContain(again);
  });
});

describe('«wie weet dit?»', () => {
  it('is for the school and its contact persons, and 404 for all others', async () => {
    const path = `/zorgen/${concerns.with_board}/wie-weet-dit`;
    const open = async (who: string) => (await (await enter(who)).get(path)).status;
    expect([await open(cast.author), await open(cast.director)]).toEqual([200, 200]);
    expect([await open(cast.teamLead), await open(cast.boardMember)]).toEqual([404, 404]);
    expect([await open(cast.partnershipDirector), await open(cast.coordinator)]).toEqual([404, 404]);
  });

  it('names who was told and who read it', async () => {
    await (await enter(cast.boardMember)).get(`/zorgen/${concerns.with_board}`);
    const html = await read(await enter(cast.director), `/zorgen/${concerns.with_board}/wie-weet-dit`);
    expect(html).toMatch(/directeur<[\s\S]*Kreeg het te horen/);
    expect(html).toMatch(/schoolbestuur<[\s\S]*Las het, tot en met/);
  });
});

describe('today', () => {
  it('tells each person what waits for them, and the board nothing of what is with the school', async () => {
    const today = async (who: string) => read(await enter(who), '/');
    const author = await today(cast.author);
    expect(author).toContain('Maak uw notitie af');
    expect(author).toContain('De directeur geeft een standpunt');
    const director = await today(cast.director);
    expect(director).toContain('Geef uw standpunt over het voorstel aan het bestuur');
    expect(director).toContain('Lees en bevestig het verslag');
    expect(director).not.toContain('Maak uw notitie af');
    expect(await today(cast.teamLead)).toContain('De directeur geeft een standpunt');
    const board = await today(cast.boardMember);
    expect(linked(board)).toEqual(['with_board']);
    expect(linked(await today(cast.coordinator))).toEqual([]);
  });

  it('tells visitors what Kortelijn is', async () => {
    const html = await (await house.app.request('/')).text();
    expect(html).toContain('Altijd eerst met de directeur');
    expect(html).toContain('href="/zorgen/werkwijze"');
  });
});

describe('the protocol explained', () => {
  it('is public and names every step of the table', async () => {
    const html = await (await house.app.request('/zorgen/werkwijze')).text();
    for (const step of stepNames) expect(html).toContain(stepWords[step]);
    expect(html).not.toMatch(/ style=/);
  });

  it('draws the only ways between the states', () => {
    expect(waysOf().map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'noted > with_director',
      'with_director > working',
      'with_director > closed',
      'working > board_proposed',
      'working > resolved',
      'working > closed',
      'board_proposed > working',
      'board_proposed > with_board',
      'with_board > resolved',
      'with_board > closed',
    ]);
  });
});
