/**
 * Non-interference of development: whoever may not see a draft, a round, an answer or a step of somebody's way into a role gets the same
 * answers after it as before, byte for byte. Beside each deed stands who does notice: they are the control.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellNews } from '../../src/news/index.ts';
import {
  answerRound,
  recordTransition,
  takePilotStep,
  takeProfileStep,
  takeRoundStep,
  writePilot,
  writeProfile,
  writeRound,
} from '../../src/plans/index.ts';
import { aCast, actorOf, anAppointment, deedOf } from '../support/factories.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { startWatch, type Watch } from '../support/watching.ts';

let pages: Pages;
let people: Readonly<Record<string, string>>;
let watch: Watch;
const noticed = (deed: () => Promise<void>) => watch.noticed(deed);

beforeAll(async () => {
  pages = await openPages();
  const { stage, cast } = pages;
  const { tenantId } = cast;
  const there = await aCast(stage, tenantId);
  const abroad = await aCast(stage);
  const teacher = (school: { readonly id: string }) =>
    anAppointment(stage, 'teacher', { tenantId, schoolId: school.id });
  people = {
    ...{ lead: cast.teamLead, director: cast.director },
    partnershipDirector: cast.partnershipDirector,
    editor: await anAppointment(stage, 'editor', { tenantId }),
    specialist: await anAppointment(stage, 'specialist', { tenantId }),
    colleague: await anAppointment(stage, 'specialist', { tenantId }),
    teacher: await teacher(cast.school),
    otherTeacher: await teacher(cast.school),
    teacherThere: await teacher(there.school),
  };
  watch = await startWatch(pages.house, tenantId, people, abroad);
  watch.asks(
    ...['/', '/ontwikkeling', '/ontwikkeling/mijn-overgang', '/ontwikkeling/overgang'],
    ...['role-profiles', 'pilots', 'consultations'].map((list) => `/api/v1/${list}`),
    `/scholen/${cast.school.code}`,
  );
});
afterAll(() => pages.close());

const actor = (who: string) => actorOf(pages.stage, pages.cast.tenantId, people[who] ?? '');
const deed = () => deedOf(pages.stage);
function idOf(outcome: { readonly outcome: string; readonly id?: string }): string {
  if (outcome.id === undefined) throw new Error(outcome.outcome);
  return outcome.id;
}
/** From now on it is asked for by everybody. */
const ask = (page: string, api: string, id: string) =>
  watch.add(`/ontwikkeling/${page}/${id}`, `/api/v1/${api}/${id}`);

const runners = ['editor', 'lead', 'partnershipDirector'];

test('what is a draft, asks somebody else or was answered without a name is noticed by nobody else', {
  timeout: 60_000,
}, async () => {
  let profile = '';
  let round = '';
  const lead = await actor('lead');
  expect(
    await noticed(async () => {
      profile = idOf(await writeProfile(deed(), lead, { name: 'Specialist', body: 'Eerste tekst.' }));
      ask('functieprofielen', 'role-profiles', profile);
    }),
  ).toEqual(runners);
  expect(
    await noticed(async () => {
      await takeProfileStep(deed(), lead, profile, { step: 'revise', body: 'Andere tekst.' });
    }),
  ).toEqual(runners);
  const input = {
    ...{
      title: 'De rol',
      roles: ['teacher' as const],
      anonymous: true,
      startsOn: '2026-03-02',
      endsOn: '2026-03-06',
    },
    ...{ boards: [pages.cast.boardId], about: `profile:${profile}:1`, questions: [{ text: 'Wat vindt u?' }] },
  };
  expect(
    await noticed(async () => {
      round = idOf(await writeRound(deed(), lead, input));
      watch.add(`/ontwikkeling/consultaties/${round}/antwoorden`);
      ask('consultaties', 'consultations', round);
    }),
  ).toEqual(runners);
  // Of the board that is asked: not the teacher of another, who has the same role.
  expect(
    await noticed(async () => {
      idOf(await takeRoundStep(deed(), lead, round, { step: 'open' }));
      await tellNews(pages.stage.database);
    }),
  ).toEqual([...runners, 'otherTeacher', 'teacher'].sort());
  // Not even who runs it sees that somebody answered: one is no number. Who answered reads that they did.
  expect(
    await noticed(async () => {
      idOf(
        await answerRound(deed(), await actor('teacher'), round, {
          answers: [{ nth: 1, text: 'Mijn mening.' }],
        }),
      );
    }),
  ).toEqual(['teacher']);
});

test('a step of somebody’s way into a role is noticed by them and the team lead', {
  timeout: 60_000,
}, async () => {
  const lead = await actor('lead');
  const profileId = idOf(await writeProfile(deed(), lead, { name: 'Coach', body: 'Tekst.' }));
  watch.forget();
  const fields = {
    personId: people['specialist'] ?? '',
    profileId,
    step: 'talk' as const,
    onDate: '2026-03-02',
  };
  expect(
    await noticed(async () => {
      idOf(await recordTransition(deed(), lead, fields));
    }),
  ).toEqual(['lead', 'specialist']);
});

test('a pilot is its writers’ and the director’s until it is announced, and then of every member', {
  timeout: 60_000,
}, async () => {
  const lead = await actor('lead');
  let pilot = '';
  expect(
    await noticed(async () => {
      const schools = [{ code: pages.cast.school.code }];
      pilot = idOf(
        await writePilot(deed(), lead, {
          name: 'Vaste dag',
          difference: 'Anders.',
          measures: ['own_words'],
          startsOn: '2026-03-02',
          schools,
        }),
      );
      ask('pilots', 'pilots', pilot);
    }),
  ).toEqual(runners);
  expect(
    await noticed(async () => {
      idOf(await takePilotStep(deed(), lead, pilot, { step: 'start' }));
    }),
  ).toEqual([...watch.visitors.keys()].filter((name) => name !== 'foreignLead').sort());
});

test('without names nothing in the database leads from who took part to what they said', async () => {
  const { stage, cast } = pages;
  const lead = await actor('lead');
  const input = {
    ...{
      title: 'Nog een',
      roles: ['specialist' as const],
      anonymous: true,
      startsOn: '2026-03-02',
      endsOn: '2026-03-06',
    },
    questions: [{ text: 'Wat vindt u?' }],
  };
  const round = idOf(await writeRound(deed(), lead, input));
  idOf(await takeRoundStep(deed(), lead, round, { step: 'open' }));
  for (const who of ['specialist', 'colleague']) {
    stage.pass(1);
    const once = { key: `antwoord-${who}`, request: ['Mening van', who] };
    idOf(
      await answerRound(deedOf(stage, { once }), await actor(who), round, {
        answers: [{ nth: 1, text: `Mening van ${who}.` }],
      }),
    );
  }
  const owner = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await owner.connect();
  await owner.query('set role kortelijn_gate');
  const answers = await owner.query(
    `select person_id, count(distinct xmin::text)::int as transactions, count(*)::int as n from consultation_answer
      where consultation_id = $1 group by 1`,
    [round],
  );
  // Both were written by the last transaction, and name nobody.
  expect(answers.rows).toEqual([{ person_id: null, transactions: 1, n: 2 }]);
  const others = await owner.query(
    `select count(distinct xmin::text)::int as transactions from consultation_participant where consultation_id = $1`,
    [round],
  );
  // The control: of who took part the transactions differ.
  expect(others.rows).toEqual([{ transactions: 2 }]);
  await owner.query('reset role');
  await owner.query('set role kortelijn_operator');
  const kept = await owner.query('select request from idempotency where tenant_id = $1', [cast.tenantId]);
  const hashes = new Set(kept.rows.map(({ request }: { request: Buffer }) => request.toString('hex')));
  expect(hashes.size).toBe(1);
  await owner.end();
});
