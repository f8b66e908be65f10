/** The forms that schools fill in, as people fill them in, and who reads what of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn } from '../../../tests/support/house.ts';
import { hidden, openPages, type Pages, type Seen } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';
import { totalOf } from '../measures/figure.rules.ts';
import { measureOf } from '../measures/measure.rules.ts';
import { findFacts } from '../measures/measure.store.ts';
import { fadeFormsByTerm } from './form.jobs.ts';

let site: Pages;
let superuser: Awaited<ReturnType<typeof openSuperuser>>;
let code: string;
const overview = '/resultaten/jaarvraag';
const yearly = () => `/resultaten/jaarvraag/${code}`;
const basic = () => `/resultaten/basisondersteuning/${code}`;
const year = { from: '2025-08-01', to: '2026-07-31' };

beforeAll(async () => {
  site = await openPages();
  superuser = await openSuperuser(site.house.fresh);
  code = site.cast.school.code;
});
afterAll(async () => {
  await superuser.end();
  await site.close();
});
auditsEveryDeed(() => site.house.fresh);

const who = (personId: string) => ({ tenantId: site.cast.tenantId, personId });
const figureFor = (personId: string, measure: 'satisfaction' | 'basic_support') =>
  site.stage.database.read(who(personId), async (reader) =>
    totalOf(measureOf(measure), await findFacts(reader, who(personId), measure, year)),
  );
const api = async (personId: string, method: 'GET' | 'POST', path: string, body?: unknown, match?: number) =>
  (await comeIn(site.house, who(personId))).api(
    method,
    path,
    body,
    match === undefined ? {} : { 'if-match': `"${match}"` },
  );

describe('the yearly question', () => {
  test('is closed before its first day, and nothing is kept', async () => {
    site.stage.at('2026-04-30T10:00:00Z');
    const { director } = site.cast;
    const page = await site.see(director, yearly());
    expect(page.html).toContain('van 1 mei 2026 tot en met 31 juli 2026');
    expect(page.html).not.toContain('name="grade"');
    const sent = await site.send(director, yearly(), { grade: '8' });
    expect([sent.status, sent.html.includes('De jaarvraag is nu niet open.')]).toEqual([409, true]);
    site.stage.at('2026-05-01T10:00:00Z');
    expect((await site.see(director, yearly())).html).toContain('name="grade"');
  });

  test('waits on «Vandaag» until it is answered, and its draft saves itself and is nobody else’s', async () => {
    const { director, coordinator, teamLead } = site.cast;
    const waits = async () => (await site.see(director, '/')).html.includes('Wat vindt u van ons werk?');
    expect(await waits()).toBe(true);
    const first = await site.send(director, `${yearly()}/bewaar`, { wentWell: 'Snel hulp', _key: key(1) });
    const { version } = JSON.parse(first.html) as { readonly version: number };
    // The answer did not arrive: the form saves itself again under its key, with more words.
    const again = await site.send(director, `${yearly()}/bewaar`, {
      wentWell: 'Snel hulp in de klas',
      _key: key(1),
    });
    expect([first.status, again.status, version]).toEqual([200, 200, 1]);
    const draft = await site.see(director, yearly());
    expect(draft.html).toContain('Snel hulp in de klas');
    expect(await waits()).toBe(true);
    expect((await site.see(coordinator, yearly())).html).not.toContain('Snel hulp');
    expect((await figureFor(teamLead, 'satisfaction')).n).toBe(0);
    // A tab that is behind is told.
    const behind = await site.send(director, `${yearly()}/bewaar`, {
      wentWell: 'Anders',
      _version: '1',
      _key: key(2),
    });
    expect(behind.html).toContain('Nog niet bewaard');
  });

  test('is given with a grade, without what no text may hold, and may be changed while it is open', async () => {
    const { director, teamLead, author } = site.cast;
    const version = async () => hidden(await site.see(director, yearly()), '_version');
    const bare = await site.send(director, yearly(), {
      wentWell: 'Snel hulp',
      _version: await version(),
      _key: key(3),
    });
    expect([bare.status, bare.html.includes('Kies een cijfer.')]).toEqual([422, true]);
    const named = {
      grade: '8',
      wentWell: 'Fijn dat Achmed nu rustig zit',
      _version: await version(),
      _key: key(4),
    };
    const marked = await site.send(director, yearly(), named);
    expect([marked.status, marked.html.includes('De schrijfhulp vond iets')]).toEqual([422, true]);
    const given = { grade: '8', wentWell: 'Snel hulp', nameShown: 'true', _key: key(5) };
    expect((await site.send(director, yearly(), { ...given, _version: await version() })).status).toBe(303);
    expect((await site.see(director, '/')).html).not.toContain('Wat vindt u van ons werk?');
    expect(await figureFor(teamLead, 'satisfaction')).toMatchObject({ n: 1, value: 8 });
    // The control: a contact person has no figure of it, and its giver knows their own.
    expect([
      (await figureFor(author, 'satisfaction')).n,
      (await figureFor(director, 'satisfaction')).n,
    ]).toEqual([0, 1]);
    const draft = await site.send(director, `${yearly()}/bewaar`, {
      grade: '2',
      _version: await version(),
      _key: key(6),
    });
    expect(draft.html).toContain('U hebt al geantwoord');
    const changed = { ...given, grade: '7', _version: await version(), _key: key(7) };
    expect((await site.send(director, yearly(), changed)).status).toBe(303);
    expect(await figureFor(teamLead, 'satisfaction')).toMatchObject({ n: 1, value: 7 });
    // After its last day nothing changes any more.
    const months = (to: number) => superuser.query('update tenant set yearly_to = $1', [to]);
    const late = { ...given, grade: '2', _version: await version(), _key: key(9) };
    await months(5);
    site.stage.at('2026-06-01T10:00:00Z');
    expect((await site.send(director, yearly(), late)).html).toContain('De jaarvraag is nu niet open.');
    await months(7);
  });

  test('counts whoever answers for two schools once', async () => {
    const { stage, cast } = site;
    const { rows } = await superuser.query<{ id: string }>(
      `insert into school (tenant_id, id, code, name, board_id) values ($1, gen_random_uuid(), '77QQ00', 'School zeven', $2) returning id`,
      [cast.tenantId, cast.boardId],
    );
    const schoolId = rows[0]?.id ?? '';
    await anAppointment(stage, 'support_coordinator', {
      tenantId: cast.tenantId,
      personId: cast.director,
      schoolId,
    });
    const sent = await site.send(cast.director, `${overview}/77QQ00`, { grade: '4', _key: key(8) });
    expect(sent.status).toBe(303);
    expect(await figureFor(cast.teamLead, 'satisfaction')).toMatchObject({ n: 1, value: 5.5 });
  });

  test('tells its words when the school year is over: with a name where that was allowed, else of five people at least', async () => {
    const { stage, cast } = site;
    const words = async () => (await api(cast.teamLead, 'GET', '/yearly-words?year=2025')).json();
    const others: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const here = { tenantId: cast.tenantId, schoolId: cast.school.id };
      const personId = await anAppointment(stage, 'support_coordinator', here);
      others.push(personId);
      const said = { grade: 6, couldBeBetter: `Anoniem ${nth}`, schoolCode: code };
      if (nth < 4) expect((await api(personId, 'POST', '/yearly-answers', said)).status).toBe(201);
      if (nth === 2) {
        // Three of them and the director.
        stage.at('2026-08-01T10:00:00Z');
        expect(await words()).toMatchObject({ givers: '<5' });
        stage.at('2026-07-30T10:00:00Z');
      }
    }
    // Who writes for two schools is one writer.
    const { rows } = await superuser.query<{ id: string }>(`select id from school where code = '77QQ00'`);
    const second = { tenantId: cast.tenantId, schoolId: rows[0]?.id ?? '', personId: others[0] ?? '' };
    await anAppointment(stage, 'support_coordinator', second);
    const twice = { grade: 6, couldBeBetter: 'Anoniem 0', schoolCode: '77QQ00' };
    expect((await api(second.personId, 'POST', '/yearly-answers', twice)).status).toBe(201);
    stage.at('2026-07-31T10:00:00Z');
    expect(await words()).toMatchObject({ givers: '<5', named: [], unnamed: '<5' });
    stage.at('2026-08-01T10:00:00Z');
    const four = await words();
    expect(four).toMatchObject({ givers: 5, unnamed: '<5' });
    expect(four.named).toMatchObject([{ wentWell: 'Snel hulp' }]);
    stage.at('2026-07-31T10:00:00Z');
    const fifth = { grade: 6, couldBeBetter: 'Anoniem 4', schoolCode: code };
    expect((await api(others[4] ?? '', 'POST', '/yearly-answers', fifth)).status).toBe(201);
    stage.at('2026-08-01T10:00:00Z');
    const five = await words();
    expect(
      five.unnamed.map(({ couldBeBetter }: { couldBeBetter: string }) => couldBeBetter).toSorted(),
    ).toEqual([0, 0, 1, 2, 3, 4].map((nth) => `Anoniem ${nth}`));
    expect(JSON.stringify(five.unnamed)).not.toMatch(/Proefpersoon|School/);
    const page = await site.see(cast.partnershipDirector, overview);
    expect(page.html).toContain('Anoniem 3');
    // The control: a director of a school reads their own words there, and no others.
    expect((await site.see(cast.director, overview)).html).not.toContain('Anoniem 3');
    expect((await api(cast.director, 'GET', '/yearly-words')).status).toBe(403);
    const past = stage.database.read(who(cast.author), (reader) =>
      reader.first(sql`select yearly_words(2025)`),
    );
    await expect(past).rejects.toThrow('no words of schools for this role');
  });

  test('loses drafts when its year is over, and names and words after two years more; grades stay', async () => {
    const { stage, cast } = site;
    await superuser.query(`insert into yearly_answer (tenant_id, id, school_id, year, person_id, giver, went_well)
      select tenant_id, gen_random_uuid(), school_id, 2025, person_id, gen_random_uuid(), 'Concept' from appointment
      where person_id = '${cast.author}' and school_id is not null`);
    const counted = async () => {
      const { rows } = await superuser.query<{
        n: number;
        named: number;
        drafts: number;
      }>(`select count(*)::int as n,
        count(*) filter (where person_id is not null or could_be_better is not null)::int as named, count(*) filter (where given_at is null)::int as drafts
        from yearly_answer`);
      return rows[0];
    };
    stage.at('2026-08-02T10:00:00Z');
    await fadeFormsByTerm(stage.database);
    expect(await counted()).toEqual({ n: 8, named: 8, drafts: 0 });
    stage.at('2028-08-02T10:00:00Z');
    await fadeFormsByTerm(stage.database);
    expect(await counted()).toEqual({ n: 8, named: 0, drafts: 0 });
    expect(await figureFor(cast.teamLead, 'satisfaction')).toMatchObject({ n: 6 });
  });
});

describe('basisondersteuning', () => {
  const judged = (levels: readonly string[], more: Record<string, string> = {}) => ({
    judgedOn: '2026-03-02',
    ...Object.fromEntries(
      levels.flatMap((level, nth) => [
        [`judgements.${nth}.criterion`, `${nth + 1}`],
        [`judgements.${nth}.level`, level],
      ]),
    ),
    ...more,
  });
  const good = ['met', 'met', 'partly', 'not_yet'];
  beforeAll(() => site.stage.at('2026-03-02T10:00:00Z'));
  const waitingId = (page: Seen) =>
    /basisondersteuning\/[^/"]+\/([\da-f-]{36})\/akkoord/.exec(page.html)?.[1] ?? '';

  test('is judged on every criterion, by one side, and counts when the other agrees', async () => {
    const { director, author, coordinator, teamLead } = site.cast;
    const part = await site.send(director, `${basic()}/nieuw`, judged(good.slice(1), { _key: key(20) }));
    expect([part.status, part.html.includes('Geef bij elk criterium')]).toEqual([422, true]);
    const words = { 'judgements.0.words': 'De inspectie was er in januari.', _key: key(21) };
    expect((await site.send(director, `${basic()}/nieuw`, judged(good, words))).status).toBe(303);
    // Its own side does not answer, its contact person does.
    expect((await site.see(coordinator, basic())).html).not.toContain('Ik ben akkoord');
    expect((await site.see(author, '/')).html).toContain('Er is opgeschreven hoe het ervoor staat.');
    const page = await site.see(author, basic());
    expect(page.html).toContain('De inspectie was er in januari.');
    expect((await figureFor(teamLead, 'basic_support')).n).toBe(0);
    const own = await api(
      coordinator,
      'POST',
      `/basic-support/${waitingId(page)}/steps`,
      { step: 'agree' },
      1,
    );
    expect(own.status).toBe(403);
    const at = `${basic()}/${waitingId(page)}`;
    expect((await site.send(author, `${at}/akkoord`, { _version: '1', _key: key(22) })).status).toBe(303);
    expect(await figureFor(teamLead, 'basic_support')).toMatchObject({
      n: 4,
      parts: [
        { key: 'criterion_1:2', n: 1 },
        { key: 'criterion_2:2', n: 1 },
        { key: 'criterion_3:1', n: 1 },
        { key: 'criterion_4:0', n: 1 },
      ],
    });
    const late = await site.send(author, `${at}/akkoord`, { _version: '2', _key: key(23) });
    expect([late.status, late.html.includes('is al geantwoord')]).toEqual([409, true]);
  });

  test('keeps its history when somebody sees it otherwise, or writes another before there is an answer', async () => {
    const { director, author, coordinator } = site.cast;
    for (const nth of [30, 31])
      expect(
        (
          await site.send(
            author,
            `${basic()}/nieuw`,
            judged(['met', 'met', 'met', 'met'], { _key: key(nth) }),
          )
        ).status,
      ).toBe(303);
    const refused = await site.send(coordinator, `${basic()}/nieuw`, judged(good, { _key: key(32) }));
    expect([refused.status, refused.html.includes('Geef daar eerst antwoord op')]).toEqual([409, true]);
    const at = `${basic()}/${waitingId(await site.see(coordinator, basic()))}`;
    const silent = await site.send(coordinator, `${at}/antwoord`, { _version: '1', _key: key(33) });
    expect([silent.status, silent.html.includes('Schrijf op hoe u het ziet.')]).toEqual([422, true]);
    const words = { words: 'Het aanbod is er nog niet voor iedereen.', _version: '1', _key: key(34) };
    expect((await site.send(coordinator, `${at}/antwoord`, words)).status).toBe(303);
    // Somebody else was first: what was typed is not lost.
    const late = await site.send(director, `${at}/antwoord`, { ...words, _key: key(35) });
    expect([late.status, late.html.includes(words.words)]).toEqual([412, true]);
    const page = await site.see(director, basic());
    for (const said of [
      'Samen vastgesteld',
      'Anders gezien',
      'Vervangen',
      'Het aanbod is er nog niet voor iedereen.',
    ])
      expect(page.html).toContain(said);
    const { items } = await (await api(author, 'GET', '/basic-support')).json();
    expect(items.map(({ state }: { state: string }) => state).toSorted()).toEqual([
      'agreed',
      'answered',
      'replaced',
    ]);
  });

  test('is for nobody else: other schools, boards and the direction find no such thing', async () => {
    const { stage, cast } = site;
    const { rows } = await superuser.query<{ id: string }>(
      `insert into school (tenant_id, id, code, name) values ($1, gen_random_uuid(), '88QQ00', 'School acht') returning id`,
      [cast.tenantId],
    );
    const elsewhere = await anAppointment(stage, 'school_director', {
      tenantId: cast.tenantId,
      schoolId: rows[0]?.id ?? '',
    });
    const { items } = await (await api(cast.director, 'GET', '/basic-support')).json();
    const strange = [basic(), '/resultaten/basisondersteuning/99ZZ99'];
    for (const path of strange) expect((await site.see(elsewhere, path)).status).toBe(404);
    expect((await api(elsewhere, 'GET', `/basic-support/${items[0].id}`)).status).toBe(404);
    expect((await (await api(elsewhere, 'GET', `/basic-support?school=${code}`)).json()).items).toEqual([]);
    expect((await site.send(elsewhere, `${basic()}/nieuw`, judged(good, { _key: key(40) }))).status).toBe(
      404,
    );
    for (const role of [cast.boardMember, cast.partnershipDirector]) {
      expect((await site.see(role, basic())).status).toBe(403);
      expect((await figureFor(role, 'basic_support')).n).toBe(0);
    }
    // The control.
    expect((await site.see(cast.teamLead, basic())).status).toBe(200);
  });

  test('has criteria of the partnership’s own, and what was judged keeps the words of its day', async () => {
    const { stage, cast } = site;
    const adviser = await anAppointment(stage, 'policy_adviser', { tenantId: cast.tenantId });
    const path = '/resultaten/basisondersteuning/criteria';
    expect((await site.see(adviser, path)).html).toContain('Werkafspraak van het samenwerkingsverband');
    const words = { name: 'De basis is op orde', source: 'Ons plan, paragraaf 2' };
    expect((await site.send(adviser, `${path}/1`, { ...words, _version: '1', _key: key(50) })).status).toBe(
      303,
    );
    expect((await site.send(adviser, `${path}/1`, { ...words, _version: '1', _key: key(51) })).status).toBe(
      412,
    );
    expect((await site.see(cast.director, basic())).html).toContain('De basiskwaliteit is op orde');
    expect((await site.see(cast.director, `${basic()}/nieuw`)).html).toContain('De basis is op orde');
    for (const nth of [2, 3, 4])
      expect(
        (
          await site.send(adviser, `${path}/${nth}`, {
            ...words,
            ended: 'true',
            _version: '1',
            _key: key(50 + nth),
          })
        ).status,
      ).toBe(303);
    const last = await site.send(adviser, `${path}/1`, {
      ...words,
      ended: 'true',
      _version: '2',
      _key: key(60),
    });
    expect([last.status, last.html.includes('Dit is het enige criterium.')]).toEqual([422, true]);
    expect((await site.send(cast.director, `${path}/nieuw`, words)).status).toBe(403);
    expect((await site.send(adviser, `${path}/nieuw`, { ...words, _key: key(61) })).status).toBe(303);
    expect((await site.see(adviser, path)).html.match(/card__title/g)?.length).toBe(5);
  });
});

/** A key of a form. */
const key = (nth: number) => `0190f000-0000-7000-8000-00000000${String(nth).padStart(4, '0')}`;
