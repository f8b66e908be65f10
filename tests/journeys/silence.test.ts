/**
 * Non-interference (S3): whatever others do that a person may not see, every answer this person can get stays the same, byte
 * for byte. Beside each deed stands who may notice it; at least one of them must, or the comparison proves nothing.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteConcern, takeStep } from '../../src/concerns/concern.actions.ts';
import type { StepRequest } from '../../src/concerns/concern.input.ts';
import { tellAllInvited } from '../../src/concerns/index.ts';
import { mailNotices } from '../../src/notices/index.ts';
import { sql } from '../../src/platform/database.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import { mayKnock } from '../../src/platform/route.ts';
import { allRoutes } from '../../src/web/server.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aNote,
  anAppointment,
  aTalk,
  type Cast,
  deedOf,
} from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { shareOf } from '../support/share.ts';

const parts = [
  'author',
  'director',
  'coordinator',
  'teamLead',
  'boardMember',
  'partnershipDirector',
  'teacher',
  'specialist',
  'administrator',
  'privacyOfficer',
  'policyAdviser',
] as const;
type Part = (typeof parts)[number];
/** `here` and `there` are two schools of two boards in one partnership. */
type Name = `${Part} ${'here' | 'there'}`;
type People = Readonly<Record<Name, Identity>>;

let pages: Pages;
let guardian: pg.Client;
let here: Cast;
let there: Cast;
let abroad: Cast;
let people: People;
let watchers: readonly Watcher[];
let concern: string;
let secret: string;
let changing: string;

interface Watcher {
  readonly name: Name;
  readonly visitor: Visitor;
  readonly addresses: readonly string[];
}

beforeAll(async () => {
  pages = await openPages();
  guardian = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await guardian.connect();
  await guardian.query('set role kortelijn_gate');
  here = pages.cast;
  there = await aCast(pages.stage, here.tenantId);
  abroad = await aCast(pages.stage);
  const all = await Promise.all(
    (['here', 'there'] as const).map(async (side) => castOf(side === 'here' ? here : there, side)),
  );
  people = Object.assign({}, ...all);
  concern = await aConcernIn(pages.stage, there, 'working');
  secret = await aConcernIn(pages.stage, there, 'noted');
  changing = await aConcernIn(pages.stage, there, 'noted');
  const more = await aConcernIn(pages.stage, here, 'with_board');
  const ids = [concern, secret, more, await aConcernIn(pages.stage, abroad, 'working')];
  pages.stage.pass(1);
  watchers = await Promise.all(
    // One of each of the whole partnership will do.
    (Object.keys(people) as Name[])
      .filter((name) => !/^(administrator|privacyOfficer|policyAdviser) there$/.test(name))
      .map(async (name) => {
        const who = people[name];
        const actor = await actorOf(pages.stage, who.tenantId, who.personId);
        const addresses = allRoutes(true)
          .filter((route) => route.method === 'GET' && mayKnock(route.access, actor) && !isFixed(route.path))
          .filter(({ path }, nth) => !isFar(path) || share.takes(nth))
          .flatMap((route) => addressesOf(route.kind === 'api' ? `/api/v1${route.path}` : route.path, ids));
        return { name, visitor: await comeIn(pages.house, who), addresses };
      }),
  );
});
afterAll(async () => {
  await guardian.end();
  await pages.close();
});

async function castOf(cast: Cast, side: 'here' | 'there') {
  const { tenantId, school } = cast;
  const extra = {
    teacher: await anAppointment(pages.stage, 'teacher', { tenantId, schoolId: school.id }),
    specialist: await anAppointment(pages.stage, 'specialist', { tenantId, schoolId: school.id }),
    administrator: await anAppointment(pages.stage, 'administrator', { tenantId }),
    privacyOfficer: await anAppointment(pages.stage, 'privacy_officer', { tenantId }),
    policyAdviser: await anAppointment(pages.stage, 'policy_adviser', { tenantId }),
  };
  return Object.fromEntries(
    parts.map((part) => [`${part} ${side}`, { tenantId, personId: { ...cast, ...extra }[part] }]),
  );
}

/**
 * The parts of the house style show invented things only. Pages about one's own use and the access log grow with every look of
 * ours; which lines stand there is the matter of tests/law/tables.test.ts.
 */
const isFixed = (path: string) => /^\/(demo|inloggen|inzage|audit|mijn\/gebruik)/.test(path);
/** Where something of a concern could be heard. Most of the other doors have a silence of their own. */
const isAbout = (path: string) =>
  /^\/($|zorgen|concerns|faded|gesprekken|conversations|berichten|notices|scholen|schools|mensen|people|zoeken)/.test(
    path,
  );
/** At the other doors, and at the form of one step, each commit looks at another 54th; `SILENCE=1` at all. */
const share = shareOf('SILENCE', 54);
const isFar = (path: string) => !isAbout(path) || (/\/(zorgen|concerns)\/:id/.test(path) && !isNear(path));

/** What one deed may change most; of the other doors one concern says enough. */
const isNear = (path: string) =>
  /\/(zorgen|concerns)\/:id(\/(wie-weet-dit|gesprek.ics|disclosures))?$/.test(path);

function addressesOf(path: string, ids: readonly string[]): readonly string[] {
  const filled = path.includes(':code')
    ? [here, there, abroad].map((cast) => path.replace(':code', cast.school.code))
    : path.includes(':id')
      ? ids.slice(0, isNear(path) ? ids.length : 1).map((id) => path.replace(':id', id))
      : [path];
  const lists = filled.filter((address) => address === '/api/v1/concerns');
  return [...filled, ...lists.map((address) => `${address}?count=true&limit=1`)].filter(
    (address) => !address.includes(':'),
  );
}

type Answers = ReadonlyMap<string, string>;
type Said = ReadonlyMap<Name, Answers>;

async function answersOf({ visitor, addresses }: Watcher): Promise<Answers> {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    const answer = await (address.startsWith('/api/v1')
      ? visitor.api('GET', address.slice('/api/v1'.length))
      : visitor.get(address));
    const body = (await answer.text()).replace(/name="_key" value="[^"]*"/g, '');
    answers.set(address, `${answer.status} ${JSON.stringify([...answer.headers])} ${body}`);
  }
  for (const q of sought) {
    const found = await visitor.api('POST', '/search', { q, limit: 50 });
    const page = await visitor.post('/zoeken', { q });
    answers.set(
      `search ${q}`,
      `${await found.text()} ${(await page.text()).replace(/name="_key" value="[^"]*"/g, '')}`,
    );
  }
  answers.set('letters', JSON.stringify(await lettersTo(visitor.person.personId)));
  return answers;
}

/** Words of the texts, with a typing mistake in one, and of the names of schools and people. */
const sought = ['leerkragt', 'geld', 'school'];

/** Every letter to this person, sent or waiting. */
async function lettersTo(personId: string): Promise<readonly object[]> {
  const { rows } = await guardian.query(
    'select kind, key, subject, lines, link, calendar from outbox where person_id = $1 order by key',
    [personId],
  );
  return rows;
}

/** Letters go out. What comes of days that pass, deed or no deed, is the matter of src/notices/silence.pages.test.ts. */
async function sendLetters(): Promise<void> {
  await tellAllInvited(pages.stage.database);
  await mailNotices(pages.stage.database);
}

/** The addresses at which this person hears something else than before. */
function differences(before: Said, after: Said, name: Name): readonly string[] {
  const old = before.get(name);
  return [...(after.get(name) ?? [])]
    .filter(([address, answer]) => old?.get(address) !== answer)
    .map(([address, answer]) => `${address}: ${whereApart(old?.get(address) ?? '', answer)}`);
}

/** Where two answers part, to find out why. */
function whereApart(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const near = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `«${near(before)}» became «${near(after)}»`;
}

interface Deed {
  readonly what: string;
  readonly mayNotice: readonly Name[];
  readonly run: () => Promise<unknown>;
}

async function take(who: Identity, id: string, request: StepRequest): Promise<void> {
  const outcome = await takeStep(
    deedOf(pages.stage),
    await actorOf(pages.stage, who.tenantId, who.personId),
    id,
    request,
  );
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  pages.stage.pass(1);
}

const teamLeads = ['teamLead here', 'teamLead there'] as const;
const circle = ['author there', 'director there', ...teamLeads] as const;
const deeds: readonly Deed[] = [
  {
    what: 'notes that are made, changed and dropped',
    mayNotice: ['author there'],
    run: async () => {
      await noteConcern(
        deedOf(pages.stage),
        await actorOf(pages.stage, there.tenantId, there.author),
        aNote(there.school.code),
      );
      await take(people['author there'], changing, { step: 'revise', theme: 'Iets anders' });
      await take(people['author there'], secret, { step: 'drop' });
    },
  },
  {
    what: 'a concern shared at another school',
    mayNotice: [...circle],
    run: () => aConcernIn(pages.stage, there, 'with_director'),
  },
  {
    what: 'a participant',
    mayNotice: [...circle, 'teacher there'],
    run: () =>
      take(people['director there'], concern, {
        step: 'add_participant',
        personId: people['teacher there'].personId,
      }),
  },
  {
    what: 'a talk planned and held',
    mayNotice: [...circle, 'teacher there'],
    run: async () => {
      const planned: StepRequest = { step: 'plan_conversation', proposals: ['2026-03-05T10:00:00Z'] };
      await take(people['author there'], concern, planned);
      const day = pages.stage.now().toISOString().slice(0, 10);
      await take(people['author there'], concern, aTalk(day, [there.author, there.director]));
    },
  },
  {
    what: 'a proposal to the board that the director answers',
    mayNotice: [...circle, 'teacher there'],
    run: async () => {
      await take(people['director there'], concern, { step: 'confirm_report', agrees: true });
      await take(people['author there'], concern, {
        step: 'propose_board',
        whyNotAtSchool: 'Er is geld nodig.',
      });
      const position = { step: 'take_position', position: 'agrees', text: 'Doe maar.' } as const;
      await take(people['director there'], concern, position);
    },
  },
  {
    what: 'a concern put before another board',
    mayNotice: [
      ...circle,
      'teacher there',
      'boardMember there',
      'partnershipDirector here',
      'partnershipDirector there',
    ],
    run: () => take(people['teamLead there'], concern, { step: 'share_with_board' }),
  },
  {
    what: 'a school year in another partnership',
    mayNotice: [],
    run: async () => {
      for (const status of ['noted', 'with_director', 'with_board', 'resolved'] as const)
        await aConcernIn(pages.stage, abroad, status);
      await anAppointment(pages.stage, 'teacher', {
        tenantId: abroad.tenantId,
        schoolId: abroad.school.id,
        from: '2026-01-01',
      });
      // Whom one may ask is for everybody to see: the others only.
      await pages.house.operator.write({ operatorFor: abroad.tenantId }, (tx) =>
        tx.run(
          sql`update person set phone = '010' where tenant_id = ${abroad.tenantId} and id <> ${abroad.author}`,
        ),
      );
    },
  },
];

it('every answer stays the same for whoever may not see what was done', async () => {
  await sendLetters();
  const moment = pages.stage.now().toISOString();
  const all = async (some = watchers) => {
    const [said, todo] = [new Map<Name, Answers>(), [...some]];
    const work = async () => {
      for (let w = todo.shift(); w !== undefined; w = todo.shift()) said.set(w.name, await answersOf(w));
    };
    // More at once is no sooner, and on a busy machine somebody would be told to come back later.
    await Promise.all([work(), work(), work()]);
    return said;
  };
  await all(); // Opening a concern marks it as seen; from here on everything was seen once.
  let before = await all();
  const again = await all();
  for (const { name } of watchers) expect(differences(before, again, name)).toEqual([]);
  let compared = 0;
  for (const { what, mayNotice, run } of deeds) {
    await run();
    await sendLetters();
    const later = pages.stage.now().toISOString();
    pages.stage.at(moment);
    const after = await all();
    const noticed = watchers.filter(({ name }) => differences(before, after, name).length > 0);
    for (const { name } of watchers) {
      if (mayNotice.includes(name)) continue;
      const told = differences(before, after, name);
      expect(told, `${name} can tell: ${what}`).toEqual([]);
      compared += before.get(name)?.size ?? 0;
    }
    if (mayNotice.length > 0) expect(noticed.length, `somebody notices: ${what}`).toBeGreaterThan(0);
    // Whoever was told has looked now, which makes the news old.
    before = new Map([...after, ...(await all(watchers.filter(({ name }) => mayNotice.includes(name))))]);
    pages.stage.at(later);
  }
  console.log(`${compared} answers compared`);
  expect(compared).toBeGreaterThan(share.whole ? 2_000 : 1_000);
}, 900_000);
