/** A lesson along its whole road, through the real pages and the API; beside each deed stands who notices it. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAppointment } from '../../../tests/support/factories.ts';
import { comeIn, type Visitor } from '../../../tests/support/house.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openSuperuser } from '../../../tests/support/visits.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { sql } from '../../platform/database.ts';
import { eraseAgain } from '../../platform/erasure-journal.store.ts';
import { newId } from '../../platform/ids.ts';
import { fadeObservationsByTerm } from './fading/fading.jobs.ts';
import { makeTeacherFigures } from './figures/figure.jobs.ts';

let pages: Pages;
let watchers: ReadonlyMap<string, Visitor>;
let ids: Readonly<Record<'teacher' | 'specialist' | 'otherTeacher' | 'policyAdviser', string>>;
let sheetId: string;
let superuser: pg.Client;

const list = '/resultaten/lesobservaties';
const addresses = ['/', list, '/api/v1/observations', '/api/v1/notices'];

beforeAll(async () => {
  pages = await openPages();
  const { cast, stage, house } = pages;
  superuser = await openSuperuser(house.fresh);
  const { tenantId, school } = cast;
  const here = { tenantId, schoolId: school.id };
  const person = {
    teacher: await anAppointment(stage, 'teacher', here),
    otherTeacher: await anAppointment(stage, 'teacher', here),
    specialist: await anAppointment(stage, 'specialist', { tenantId }),
    colleague: await anAppointment(stage, 'specialist', { tenantId }),
    administrator: await anAppointment(stage, 'administrator', { tenantId }),
    policyAdviser: await anAppointment(stage, 'policy_adviser', { tenantId }),
    lead: cast.teamLead,
    director: cast.director,
    coordinator: cast.coordinator,
    partnershipDirector: cast.partnershipDirector,
  };
  ids = person;
  watchers = new Map(
    await Promise.all(
      Object.entries(person).map(
        async ([name, personId]) => [name, await comeIn(house, { tenantId, personId })] as const,
      ),
    ),
  );
  const sheets = await api('specialist', 'GET', '/observation-sheets');
  sheetId = (sheets.body['items'] as { id: string }[])[0]?.id ?? '';
});
afterAll(async () => {
  await superuser.end();
  await pages.close();
});
auditsEveryDeed(() => pages.house.fresh);

type Body = Record<string, unknown> & { readonly id: string; readonly version: number };
const who = (name: string): Visitor => {
  const found = watchers.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};
async function api(name: string, method: string, path: string, sent?: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const answer = await who(name).api(method, path, sent, headers);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
}
const step = (name: string, id: string, version: number, sent: object) =>
  api(name, 'POST', `/observations/${id}/steps`, sent, version);
const masked = (html: string) => html.replace(/name="_key" value="[^"]*"/g, '');
async function seenBy(visitor: Visitor): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const path of addresses) {
    const answer = await visitor.get(path);
    seen.set(path, `${answer.status} ${masked(await answer.text())}`);
  }
  return seen;
}

/** What each of them saw last. */
const before = new Map<string, ReadonlyMap<string, string>>();

/** Who finds something else than before: of what was made nobody else finds more than a closed door. */
async function noticed(deed: () => Promise<unknown>): Promise<readonly string[]> {
  for (const [name, visitor] of watchers) before.set(name, before.get(name) ?? (await seenBy(visitor)));
  await deed();
  const changed: string[] = [];
  for (const [name, visitor] of watchers) {
    const after = await seenBy(visitor);
    const isSame = (path: string, now: string) => {
      const was = before.get(name)?.get(path);
      return was === undefined ? /^40[34] /.test(now) : was === now;
    };
    if (![...after].every(([path, now]) => isSame(path, now))) changed.push(name);
    before.set(name, after);
  }
  return changed.sort();
}

const lesson = (more: object = {}) => ({
  ...{ sheetId, schoolCode: pages.cast.school.code, teacherId: ids.teacher, onDate: '2026-03-02' },
  ...{ trained: true, marks: [1, 2, 3, 4, null, 1], words: 'De groep was snel aan het werk.' },
  ...more,
});
let id = '';

test('a draft is its observer’s alone, what is shared its teacher’s too, and nobody else notices anything', {
  timeout: 60_000,
}, async () => {
  expect(
    await noticed(async () => {
      const made = await api('specialist', 'POST', '/observations', lesson());
      expect([made.status, made.body['status']]).toEqual([201, 'draft']);
      id = made.body.id;
      addresses.push(`${list}/${id}`, `/api/v1/observations/${id}`, `${list}/${id}/aanpassen`);
    }),
  ).toEqual(['specialist']);
  expect(
    await noticed(async () => {
      const answer = await who('specialist').post(`${list}/${id}/delen`, { _version: '1' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${list}/${id}`]);
    }),
  ).toEqual(['specialist', 'teacher']);
  const { body } = await api('teacher', 'GET', `/observations/${id}`);
  expect([body.version, body['levels']]).toEqual([
    2,
    [
      { domain: 'Rust en ritme', value: 1.5, seen: 2 },
      { domain: 'De opdracht', value: 3.5, seen: 2 },
      { domain: 'Iedereen doet mee', value: 1, seen: 1 },
    ],
  ]);
});

test('the teacher hears that it was shared, in words that tell nothing', async () => {
  const { body } = await api('teacher', 'GET', '/notices');
  expect(JSON.stringify(body)).toContain('Er is een lesobservatie met u gedeeld');
  expect(JSON.stringify(body)).not.toContain(id);
});

test('what was shared stays as it was; the observer takes no step any more', async () => {
  const { body } = await api('specialist', 'GET', `/observations/${id}`);
  expect(body['steps']).toEqual(
    ['revise', 'share', 'erase'].map((name) => ({
      step: name,
      allowed: false,
      unmet: [expect.objectContaining({ code: 'stateAllows' })],
    })),
  );
  const { sheetId: _, schoolCode: __, teacherId: ___, ...words } = lesson();
  expect((await step('specialist', id, 2, { step: 'revise', ...words })).status).toBe(409);
  expect((await api('specialist', 'DELETE', `/observations/${id}`, undefined, 2)).status).toBe(409);
  expect((await step('specialist', id, 2, { step: 'take_back' })).status).toBe(403);
  expect((await step('colleague', id, 2, { step: 'take_back' })).status).toBe(404);
  expect((await step('lead', id, 2, { step: 'nothing' })).status).toBe(404);
  // A form that was left open: what was typed is not lost.
  const open = { _version: '1', onDate: '2026-03-02', trained: 'yes', words: 'Dit schreef ik er nog bij.' };
  const late = await pages.send(ids.specialist, `${list}/${id}/aanpassen`, {
    ...open,
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((nth) => [`marks.${nth}.mark`, '1'])),
  });
  expect([late.status, late.html.includes(open.words)]).toEqual([412, true]);
});

test('the teacher answers and sets a goal; looking back on it ends it', { timeout: 60_000 }, async () => {
  expect(
    await noticed(() => step('teacher', id, 2, { step: 'answer', text: 'Dat herken ik. Dank u wel.' })),
  ).toEqual(['specialist', 'teacher']);
  const aimed = await who('teacher').post(`${list}/${id}/doelen`, {
    aim: 'Elke les begin ik met één zin.',
    targetDate: '2026-05-01',
  });
  expect(aimed.status).toBe(303);
  const { body } = await api('specialist', 'GET', `/observations/${id}`);
  const [goal] = body['goals'] as { id: string; words: string }[];
  expect(goal?.words).toBe('Elke les begin ik met één zin.');
  const back = `${list}/${id}/doelen/${goal?.id}`;
  expect((await who('specialist').get(back)).status).toBe(404);
  expect((await who('teacher').get(back)).status).toBe(200);
  expect((await who('teacher').post(back, { outcome: '' })).status).toBe(422);
  expect((await who('teacher').post(back, { outcome: 'Het gaat vanzelf.' })).status).toBe(303);
  expect((await who('teacher').get(back)).status).toBe(404);
  const again = await who('teacher').post(back, { outcome: 'Een ander tabblad zegt nog iets.' });
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('Een ander tabblad zegt'),
  ]);
});

test('a text of a lesson is looked at like any other', async () => {
  const version = (await api('teacher', 'GET', `/observations/${id}`)).body.version;
  const sent = { step: 'answer', text: 'Bel mij op 06 12345678.' };
  const { status, body } = await step('teacher', id, version, sent);
  expect([status, body['marks']]).toEqual([409, [expect.objectContaining({ field: 'text' })]]);
});

test('taken back it is not there for the observer, until the teacher lets them read it again', {
  timeout: 60_000,
}, async () => {
  const turn = async (name: string) => {
    const { version } = (await api('teacher', 'GET', `/observations/${id}`)).body;
    const answer = await who('teacher').post(`${list}/${id}/${name}`, { _version: `${version}` });
    expect(answer.status).toBe(303);
  };
  expect(await noticed(() => turn('terugnemen'))).toEqual(['specialist', 'teacher']);
  const late = await who('teacher').post(`${list}/${id}/antwoord`, {
    text: 'Dit typte ik nog als antwoord.',
  });
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Dit typte ik nog')]);
  expect((await who('specialist').get(`${list}/${id}`)).status).toBe(404);
  expect((await api('specialist', 'GET', '/observations')).body['items']).toEqual([]);
  expect((await api('teacher', 'GET', '/observations')).body['items']).toHaveLength(1);
  await turn('teruggeven');
  expect((await who('specialist').get(`${list}/${id}`)).status).toBe(200);
});

test('two lessons with one sheet show what grew, to the teacher alone', async () => {
  const made = await api('specialist', 'POST', '/observations', lesson({ marks: [3, 4, 3, 4, null, 1] }));
  await step('specialist', made.body.id, 1, { step: 'share' });
  const title = 'Rust en ritme: van 1,5 naar 3,5';
  const { html } = await pages.see(ids.teacher, list);
  expect(html).toContain(title);
  // Above the lessons, of which there may be many.
  expect(html.indexOf(title)).toBeLessThan(html.indexOf('Uw lessen'));
  expect((await pages.see(ids.specialist, list)).html).not.toContain(title);
});

test('the form asks for the sheet and school first, keeps what was typed, and makes a draft', async () => {
  const path = `${list}/nieuw`;
  expect((await pages.see(ids.specialist, path)).html).toContain('Met welk formulier keek u?');
  expect((await pages.see(ids.otherTeacher, path)).status).toBe(403);
  const address = `${path}?formulier=${sheetId}&school=${pages.cast.school.code}`;
  expect((await pages.see(ids.specialist, address)).html).toContain(`value="${ids.otherTeacher}"`);
  const marks = Object.fromEntries(
    ['2', '2', 'none', '4', '4', '1'].map((mark, nth) => [`marks.${nth}.mark`, mark]),
  );
  const sent = {
    ...marks,
    sheetId,
    schoolCode: pages.cast.school.code,
    onDate: '2026-03-02',
    words: 'Mooi.',
  };
  const faulty = await pages.send(ids.specialist, path, { ...sent, trained: 'yes' });
  expect([faulty.status, faulty.html.includes('Kies een leerkracht uit de lijst.')]).toEqual([422, true]);
  expect(faulty.html).toContain('Mooi.');
  const nowhere = { ...sent, schoolCode: 'a\0b' };
  expect((await pages.send(ids.specialist, path, nowhere)).status).toBe(404);
  const good = { ...sent, trained: 'no', teacherId: ids.otherTeacher };
  const kept = await pages.send(ids.specialist, path, good);
  expect(kept.status).toBe(303);
  const change = await pages.see(ids.specialist, `${kept.to}/aanpassen`);
  expect([change.status, change.html.includes('Mooi.')]).toEqual([200, true]);
  const wrongDay = { ...good, onDate: '2026-03-09', _version: '1' };
  expect((await pages.send(ids.specialist, `${kept.to}/aanpassen`, wrongDay)).status).toBe(422);
  expect((await pages.send(ids.specialist, `${kept.to}/aanpassen`, { ...good, _version: '1' })).to).toBe(
    kept.to,
  );
  expect((await pages.send(ids.specialist, `${kept.to}/wissen`, { _version: '2' })).to).toBe(list);
  expect((await pages.see(ids.specialist, kept.to ?? '')).status).toBe(404);
});

test('only a teacher of that school is looked at, with a sheet that is offered, on its scale', async () => {
  const codes = async (more: object) => {
    const { status, body } = await api('specialist', 'POST', '/observations', lesson(more));
    return [status, (body['unmet'] as { code: string }[] | undefined)?.map(({ code }) => code)];
  };
  expect(await codes({ teacherId: pages.cast.director })).toEqual([409, ['teacherThere']]);
  expect(await codes({ teacherId: ids.specialist })).toEqual([409, ['teacherThere']]);
  expect(await codes({ teacherId: newId() })).toEqual([409, ['teacherThere']]);
  expect(await codes({ sheetId: newId() })).toEqual([409, ['sheetOffered']]);
  expect(await codes({ marks: [1] })).toEqual([409, ['marksOnScale']]);
  expect(await codes({ onDate: '2026-03-03' })).toEqual([409, ['dayInReach']]);
});

test('the teacher erases it: gone for both, and after a backup was put back it goes again', {
  timeout: 60_000,
}, async () => {
  const { house } = pages;
  const { body } = await api('teacher', 'GET', `/observations/${id}`);
  const row = await whole(id);
  expect(
    await noticed(() => api('teacher', 'DELETE', `/observations/${id}`, undefined, body.version)),
  ).toEqual(['specialist', 'teacher']);
  expect([await whole(id), (await who('teacher').get(`${list}/${id}`)).status]).toEqual([undefined, 404]);
  const journal = await house.operator.ask<{ rows: never }>(
    sql`select coalesce(json_agg(e), '[]') as rows from list_erasures(null) e`,
  );
  await superuser.query('begin');
  await superuser.query(
    'insert into observation select * from jsonb_populate_record(null::observation, $1)',
    [row],
  );
  await superuser.query(
    `insert into audit (tenant_id, id, at, action, subject, subject_id, via) values ($1, $2, now(), 'load', 'tenant', $1, 'command')`,
    [pages.cast.tenantId, newId()],
  );
  await superuser.query('commit');
  expect(await whole(id)).toBeDefined();
  expect(await eraseAgain(house.operator, journal?.rows ?? ([] as never))).toBe(1);
  expect(await whole(id)).toBeUndefined();
});

test('of a closed school year it tells how many teachers stand where, once, to who may know', {
  timeout: 60_000,
}, async () => {
  const { tenantId, school } = pages.cast;
  // Twelve teachers of one school, with a lesson each; of others an untrained one, a draft, one taken back, one of the year before.
  const lay = (
    status: string,
    more: string,
    n: number,
  ) => `insert into observation (tenant_id, id, sheet_id, school_id, teacher_id,
      observer_id, on_date, trained, marks, status, made_at, touched_at, shared_at)
    select '${tenantId}', gen_random_uuid(), '${sheetId}', '${school.id}', gen_random_uuid(), '${ids.specialist}', ${more},
      array[case when nth <= 6 then 2 else 3 end, null, null, null, null, null]::smallint[], '${status}', now(), '2026-09-10',
      ${status === 'draft' ? 'null' : 'now()'} from generate_series(1, ${n}) nth;`;
  await superuser.query(`begin; set local session_replication_role = replica;
    ${lay('shared', `'2025-11-03', true`, 12)} ${lay('shared', `'2025-11-03', false`, 7)} ${lay('draft', `'2025-11-03', true`, 6)}
    ${lay('taken_back', `'2025-11-03', true`, 8)} ${lay('shared', `'2025-07-31', true`, 5)}
    insert into audit (tenant_id, id, at, action, subject, subject_id, via)
      values ('${tenantId}', gen_random_uuid(), now(), 'load', 'tenant', '${tenantId}', 'command'); commit`);
  const at = async (clock: string) => {
    pages.stage.at(clock);
    return makeTeacherFigures(pages.stage.database);
  };
  // The year before: five teachers.
  expect(await at('2026-08-14T10:00:00Z')).toBe(2);
  expect(await at('2026-08-15T10:00:00Z')).toBe(2);
  expect(await at('2026-08-16T10:00:00Z')).toBe(0);
  const { rows } = await superuser.query(
    `select starts_on::text as "from", school_id is null as "all", n, levels -> 0 as spread from observation_release order by 1, 2`,
  );
  const told = (from: string, all: boolean, n: number, spread: readonly (number | null)[]) => ({
    ...{ from, all, n },
    spread,
  });
  // Twelve, and the one who was shared a lesson along this file's road, with one and a half: two.
  expect(rows).toEqual([
    told('2024-08-01', false, 5, expect.anything()),
    told('2024-08-01', true, 5, expect.anything()),
    told('2025-08-01', false, 13, expect.anything()),
    told('2025-08-01', true, 13, expect.anything()),
  ]);
  pages.stage.at('2026-03-02T08:00:00Z');
  const path = `${list}/samen`;
  const shown = async (name: string) => {
    const answer = await who(name).get(path);
    const html = await answer.text();
    return [answer.status, html.includes('heel het samenwerkingsverband'), html.includes('13 leerkrachten')];
  };
  expect(await shown('partnershipDirector')).toEqual([200, true, true]);
  expect(await shown('policyAdviser')).toEqual([200, true, true]);
  expect(await shown('director')).toEqual([200, false, true]);
  // In the other domain nothing was seen of twelve: nothing is told above the middle.
  expect((await pages.see(ids.policyAdviser, path)).html).toMatch(
    /<h2[^>]*>[^<]*2025-2026[^<]*: deels verborgen</,
  );
  for (const name of ['lead', 'administrator', 'coordinator', 'teacher', 'specialist'])
    expect([name, (await who(name).get(path)).status]).toEqual([name, 403]);
});

test('it goes by the term of questions after its day, and a draft that nobody touched after thirty days', async () => {
  const [shared] = (await api('teacher', 'GET', '/observations')).body['items'] as { id: string }[];
  const draft = await api('specialist', 'POST', '/observations', lesson());
  const left = async (clock: string) => {
    pages.stage.at(clock);
    await fadeObservationsByTerm(pages.stage.database);
    return [await whole(shared?.id ?? ''), await whole(draft.body.id)].map((one) => one !== undefined);
  };
  expect(await left('2026-03-31T12:00:00Z')).toEqual([true, true]);
  expect(await left('2026-04-01T12:00:00Z')).toEqual([true, false]);
  expect(await left('2028-03-01T12:00:00Z')).toEqual([true, false]);
  expect(await left('2028-03-02T12:00:00Z')).toEqual([false, false]);
});

async function whole(which: string): Promise<string | undefined> {
  const { rows } = await superuser.query<{ row: string }>(
    'select to_jsonb(o)::text as row from observation o where id = $1',
    [which],
  );
  return rows[0]?.row;
}
