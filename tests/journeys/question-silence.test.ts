/**
 * Non-interference of the second job (S3): whatever is done with a question of another school, every answer that somebody can get
 * who may not see it stays the same, byte for byte. Beside each deed stands who may notice it; somebody must, or the comparison
 * proves nothing. `SILENCE=1` watches everybody; unless told each run another eighteenth of them.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailNotices } from '../../src/notices/index.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { mayKnock } from '../../src/platform/route.ts';
import { attachFile, takeAway } from '../../src/questions/attachments/attachment.actions.ts';
import { askQuestion, fadeQuestionsByTerm, type StepRequest } from '../../src/questions/index.ts';
import { makeGoal, scoreGoal } from '../../src/results/index.ts';
import { answerVisit, recordVisit } from '../../src/stationing/index.ts';
import { allRoutes } from '../../src/web/server.ts';
import { aCast, actorOf, anAppointment, type Cast, deedOf } from '../support/factories.ts';
import {
  aMeeting,
  anAsk,
  anAskBy,
  aQuestion,
  aQuestionCast,
  aStationing,
  dayOfStage,
  type QuestionCast,
  questionStep,
  theMeetingIsHeld,
} from '../support/factories-questions.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { shareOf } from '../support/share.ts';

const parts = [
  'author',
  'director',
  'coordinator',
  'teacher',
  'boardMember',
  'specialist',
  'colleague',
] as const;
const ofAll = [
  'teamLead',
  'partnershipDirector',
  'policyAdviser',
  'administrator',
  'privacyOfficer',
] as const;
type Name =
  | `${(typeof parts)[number]} ${'here' | 'there'}`
  | (typeof ofAll)[number]
  | 'secretary'
  | 'member'
  | 'conflicted'
  | 'stationed there'
  | 'foreign';

let pages: Pages;
let guardian: pg.Pool;
let here: QuestionCast;
let there: QuestionCast;
let abroad: Cast;
let people: Readonly<Record<Name, Identity>>;
let watchers: readonly Watcher[];
/** Two questions of the other school: about a group, and about a pupil. */
let group: string;
let pupil: string;
let meeting: string;
let file: string;

interface Watcher {
  readonly name: Name;
  readonly visitor: Visitor;
  readonly addresses: readonly string[];
}

beforeAll(async () => {
  pages = await openPages();
  const { stage, house } = pages;
  guardian = new pg.Pool({
    connectionString: house.fresh.ownerUrl,
    options: '-c role=kortelijn_gate',
    max: 2,
  });
  here = await aQuestionCast(stage, house.fresh, pages.cast);
  // The same committee and team lead; two schools of two boards.
  const other = await aQuestionCast(stage, house.fresh, await aCast(stage, here.tenantId));
  there = { ...other, secretary: here.secretary, members: here.members, teamLead: here.teamLead };
  abroad = await aCast(stage);
  people = await everybody();
  group = await anAskBy(stage, there);
  pupil = await aQuestion(stage, there, 'in_triage', { level: 'pupil' });
  const own = await aQuestion(stage, here, 'started');
  meeting = await aMeeting(stage, there);
  // Who was there is written down beforehand: when the committee meets, and that something of it changed, everybody may know.
  const morning = stage.now().toISOString();
  await theMeetingIsHeld(stage, there, meeting);
  stage.at(morning);
  stage.pass(1);
  watchers = await Promise.all(
    (Object.keys(people) as Name[]).filter(isWatched).map(async (name) => {
      const who = people[name];
      const actor = await actorOf(stage, who.tenantId, who.personId);
      const addresses = allRoutes(true)
        .filter(({ method, access, path }) => method === 'GET' && mayKnock(access, actor) && isNear(path))
        .flatMap(({ kind, path }) =>
          addressesOf(path, [group, pupil, own]).map((address) =>
            kind === 'api' ? `/api/v1${address}` : address,
          ),
        );
      return { name, visitor: await comeIn(house, who), addresses };
    }),
  );
}, 120_000);
afterAll(async () => {
  await guardian.end();
  await pages.close();
});

async function everybody(): Promise<typeof people> {
  const { tenantId } = here;
  const add = (role: 'administrator' | 'privacy_officer' | 'policy_adviser') =>
    anAppointment(pages.stage, role, { tenantId });
  const conflicted = await anAppointment(pages.stage, 'committee_member', { tenantId });
  await anAppointment(pages.stage, 'teacher', {
    ...{ tenantId, schoolId: there.school.id, personId: conflicted },
    ...{ from: '2024-08-01', to: '2025-08-01' },
  });
  const stationed = await anAppointment(pages.stage, 'specialist', { tenantId });
  const at = { tenantId, personId: stationed, schoolId: there.school.id };
  await aStationing(pages.house.fresh, at);
  const mine = {
    teamLead: here.teamLead,
    partnershipDirector: here.partnershipDirector,
    administrator: await add('administrator'),
    privacyOfficer: await add('privacy_officer'),
    policyAdviser: await add('policy_adviser'),
    secretary: here.secretary,
    member: here.members[0],
    conflicted,
    'stationed there': stationed,
    ...Object.fromEntries(
      parts.flatMap((part) => [
        [`${part} here`, here[part]],
        [`${part} there`, there[part]],
      ]),
    ),
  };
  const named = Object.entries(mine).map(([name, personId]) => [name, { tenantId, personId }]);
  return { ...Object.fromEntries(named), foreign: { tenantId: abroad.tenantId, personId: abroad.director } };
}

const share = shareOf('SILENCE', 27);
/** The coordinator there is the control: theirs is every question of the school. */
const isWatched = (name: Name, nth: number) => name === 'coordinator there' || share.takes(nth);

/** Doors at which something of a question could be heard; those of its steps are the matter of the matrix. */
const isNear = (path: string) =>
  /^\/($|vragen|resultaten|support-questions|doelen|goals|inzet|visits|specialists|acta|committee|berichten|notices|praktijk|practice|scholen\/:code)/.test(
    path,
  ) && !/^\/vragen\/:id\/(?!bijlagen$)/.test(path);

function addressesOf(path: string, questions: readonly string[]): readonly string[] {
  const filled = /^\/(vragen|support-questions)\/:id/.test(path)
    ? questions.map((id) => path.replace(':id', id))
    : /^\/(acta|committee-meetings)\/:id/.test(path)
      ? [path.replace(':id', meeting)]
      : [path.replace(':code', there.school.code)];
  // A printed document holds the hour it was made; its page says the same.
  return filled.filter((address) => !address.includes(':') && !/\.pdf$|demo/.test(address));
}

type Answers = ReadonlyMap<string, string>;
type Said = ReadonlyMap<Name, Answers>;

const bare = (text: string) => text.replace(/name="_key" value="[^"]*"/g, '');

async function answersOf({ visitor, addresses }: Watcher): Promise<Answers> {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const answer = await (address.startsWith('/api/v1')
      ? visitor.api('GET', address.slice('/api/v1'.length))
      : visitor.get(address));
    answers.set(
      address,
      `${answer.status} ${JSON.stringify([...answer.headers])} ${bare(await answer.text())}`,
    );
  }
  for (const q of ['rekenen', 'rust'])
    answers.set(`search ${q}`, await (await visitor.api('POST', '/search', { q, limit: 50 })).text());
  const similar = { text: 'De groep vindt het lastig om zelfstandig te werken bij rekenen.' };
  answers.set('similar', await (await visitor.api('POST', '/support-questions/similar', similar)).text());
  answers.set('count', await (await visitor.api('GET', '/support-questions?count=true&limit=1')).text());
  const { rows } = await guardian.query(
    'select kind, key, subject, lines, link, calendar from outbox where person_id = $1 order by key',
    [visitor.person.personId],
  );
  answers.set('letters', JSON.stringify(rows));
  return answers;
}

/**
 * How many there were in a year is for those who account for them: of their own schools. How many dagdelen a specialist has left
 * is for whoever looks for one, and nothing of what takes them.
 */
const room =
  /^(\/api\/v1)?\/(inzet\/(specialisten|overdragen)|specialists|support-questions\/[^/]+\/recommendations)$/;
const counts: Readonly<Partial<Record<Name, RegExp>>> = {
  'boardMember there': /^\/vragen\/cijfers$/,
  partnershipDirector: /^\/vragen\/cijfers$/,
  policyAdviser: /^\/vragen\/cijfers$/,
  'author here': room,
  'specialist here': room,
  'colleague here': room,
};

function differences(before: Said, after: Said, name: Name): readonly string[] {
  const old = before.get(name);
  return [...(after.get(name) ?? [])]
    .filter(([address, answer]) => old?.get(address) !== answer)
    .map(([address]) => address);
}

interface Deed {
  readonly what: string;
  readonly mayNotice: readonly Name[];
  readonly run: () => Promise<unknown>;
}

const take = (who: Name, id: string, request: StepRequest) =>
  questionStep(pages.stage, there, people[who].personId, id, request);
const actor = (name: Name) => actorOf(pages.stage, people[name].tenantId, people[name].personId);
async function done<Result extends { readonly outcome: string }>(work: Promise<Result>) {
  const result = await work;
  if (result.outcome !== 'taken') throw new Error(JSON.stringify(result));
  pages.stage.pass(1);
  return result as Extract<Result, { readonly outcome: 'taken' }>;
}

const school = ['author there', 'director there', 'coordinator there', 'teamLead'] as const;
const helping = [...school, 'specialist there'] as const;
/** Reads questions of a group once they are submitted; goals and visits are for who works on it. */
const stationed = 'stationed there';
const sitting = ['secretary', 'member', 'conflicted'] as const;
const deeds: readonly Deed[] = [
  {
    what: 'questions that are asked',
    mayNotice: [...school, 'teacher there'],
    run: async () => {
      const ask = async (who: Name) =>
        done(askQuestion(deedOf(pages.stage), await actor(who), anAsk(there.school.code)));
      await ask('director there');
      await ask('teacher there');
    },
  },
  {
    what: 'one that is submitted and looked at',
    mayNotice: [...school, stationed],
    run: async () => {
      await take('coordinator there', group, { step: 'submit' });
      const triage = { urgency: 'soon' as const, plannedDagdelen: 4, expertise: ['gedrag'] };
      await take('author there', group, { step: 'triage', ...triage });
      await take('author there', group, { step: 'add_note', text: 'Gebeld met de groep.' });
    },
  },
  {
    what: 'a file that is attached, and another that is taken away',
    mayNotice: [...school, stationed],
    run: async () => {
      const bytes = new Uint8Array(Buffer.from('Een vast ritme, en een plek bij het raam.'));
      const attach = async (name: string) =>
        done(
          attachFile(deedOf(pages.stage), await actor('coordinator there'), group, {
            name,
            bytes,
            confirmed: true,
          }),
        );
      const { id } = await attach('plan.txt');
      file = (await attach('rooster.txt')).id;
      await done(takeAway(deedOf(pages.stage), await actor('coordinator there'), group, id));
    },
  },
  {
    what: 'somebody who thinks along',
    mayNotice: [...school, stationed, 'colleague there'],
    run: async () => {
      await take('author there', group, { step: 'think_along', specialistId: there.colleague });
      await take('colleague there', group, { step: 'think_along', decision: 'accept' });
    },
  },
  {
    what: 'a case for the committee',
    mayNotice: [...school, ...sitting],
    run: () => take('author there', pupil, { step: 'to_committee', meetingId: meeting, kind: 'advice' }),
  },
  {
    what: 'somebody who is assigned and begins',
    mayNotice: [...helping, stationed, 'colleague there'],
    run: async () => {
      const day = dayOfStage(pages.stage);
      const work = { role: 'Begeleider', plannedDagdelen: 2, from: day, to: '2026-06-01' };
      await take('author there', group, { step: 'assign', specialistId: there.specialist, ...work });
      await take('specialist there', group, { step: 'start', firstContactOn: day });
    },
  },
  {
    what: 'a goal with a score, and a visit that is confirmed',
    mayNotice: [...helping, 'colleague there'],
    run: async () => {
      const day = dayOfStage(pages.stage);
      const levels = [-2, -1, 0, 1, 2].map((score) => ({ score, description: `${score + 3} keer per dag` }));
      const words = { title: 'Zelf beginnen', variable: 'Hoe vaak', targetDate: '2026-06-01', levels };
      const deed = () => deedOf(pages.stage);
      const goal = await done(
        makeGoal(deed(), await actor('coordinator there'), {
          ...{ supportQuestionId: group, level: 'group', scale: 5 },
          ...words,
        }),
      );
      await done(
        scoreGoal(deed(), await actor('coordinator there'), goal.id, {
          level: -1,
          by: 'school',
          moment: 'start',
        }),
      );
      const schools = [there.school.code];
      const split = [{ minutes: 60, supportQuestionId: group }];
      const visit = await done(
        recordVisit(deed(), await actor('specialist there'), {
          schools,
          date: day,
          minutes: 60,
          kind: 'coaching',
          split,
        }),
      );
      const verdict = { schoolCode: there.school.code, verdict: 'confirmed' } as const;
      await done(answerVisit(deed(), await actor('coordinator there'), visit.id, verdict));
    },
  },
  {
    what: 'an advice of the committee',
    mayNotice: [...school, ...sitting],
    run: async () => {
      const before = pages.stage.now().toISOString();
      pages.stage.pass(20 * 24);
      await take('secretary', pupil, { step: 'advise', text: 'Begin met een vast plan voor rekenen.' });
      pages.stage.at(before);
    },
  },
  {
    what: 'one that stops',
    mayNotice: [...helping, stationed, 'colleague there'],
    run: async () => {
      const why = { reason: 'De groep is gesplitst.', nextStep: 'De school gaat verder.' };
      await take('specialist there', group, { step: 'stop', ...why });
    },
  },
  {
    what: 'one that fades',
    mayNotice: [...helping, stationed, 'colleague there', 'teacher there'],
    run: async () => {
      const now = pages.stage.now().getTime();
      for (const days of [700, 760, 800]) {
        pages.stage.at(new Date(now + days * 86_400_000).toISOString());
        await fadeQuestionsByTerm(pages.stage.database);
      }
      const { rows } = await guardian.query(
        'select from support_question where id = $1 and faded_at is not null',
        [group],
      );
      expect([rows.length, file === '']).toEqual([1, false]);
      pages.stage.at(new Date(now).toISOString());
    },
  },
];

it('every answer stays the same for whoever may not see what was done with a question', async () => {
  const moment = pages.stage.now().toISOString();
  const all = async (some = watchers) =>
    new Map(await Promise.all(some.map(async (w) => [w.name, await answersOf(w)] as const)));
  await mailNotices(pages.stage.database);
  await all(); // Opening a question marks its news as seen; from here on everything was seen once.
  let before = await all();
  const again = await all();
  for (const { name } of watchers) expect([name, differences(before, again, name)]).toEqual([name, []]);
  let compared = 0;
  for (const { what, mayNotice, run } of deeds) {
    await run();
    await mailNotices(pages.stage.database);
    const later = pages.stage.now().toISOString();
    pages.stage.at(moment);
    const after = await all();
    for (const { name } of watchers.filter((one) => !mayNotice.includes(one.name))) {
      const told = differences(before, after, name).filter((address) => counts[name]?.test(address) !== true);
      expect({ what, name, told }).toEqual({ what, name, told: [] });
      compared += before.get(name)?.size ?? 0;
    }
    const noticed = watchers.filter(({ name }) => differences(before, after, name).length > 0);
    expect(noticed.length, `somebody notices: ${what}`).toBeGreaterThan(0);
    // Whoever was told has looked now, which makes the news old.
    before = new Map([...after, ...(await all(watchers.filter(({ name }) => mayNotice.includes(name))))]);
    pages.stage.at(later);
  }
  console.log(`${compared} answers of ${watchers.length} people the same`);
  // A part may hold few who are not told everything; of each of them hundreds of answers are compared.
  const untold = watchers.filter(({ name }) => deeds.some(({ mayNotice }) => !mayNotice.includes(name)));
  expect(compared).toBeGreaterThanOrEqual(200 * untold.length);
  if (share.whole) expect(untold.length).toBeGreaterThanOrEqual(20);
}, 900_000);
