/**
 * Director first, over HTTP (S4): eight people of a partnership send commands at the same time, about schools and about the
 * partnership itself, and with versions that others made old. Whatever they manage, the history beside the product keeps design's
 * law, everything acknowledged is there once, and on every channel everybody sees the concerns that are theirs and no other.
 * `COMMANDS` commands (200 unless told); `SEED` repeats a run.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Status, type StepName, stepNames } from '../../src/concerns/concern.rules.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { aNote } from '../support/factories.ts';
import { comeIn, type Visitor } from '../support/house.ts';
import { openPages, type Pages } from '../support/pages.ts';
import { keepsTheLaw } from '../support/road-law.ts';
import {
  actors,
  entriesOf,
  partOf,
  type RoadActor,
  type RoadPeople,
  readersOn,
  roadPeople,
  type Standing,
} from '../support/road-people.ts';
import { dateOf, type Road } from '../support/road-world.ts';

const wanted = Number(process.env['COMMANDS'] ?? 200);
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const perRoad = 240;

let pages: Pages;
let owner: pg.Client;
beforeAll(async () => {
  pages = await openPages();
  owner = new pg.Client({ connectionString: pages.house.fresh.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await pages.close();
});

/** Mulberry32: a run can be had again by its seed. */
function drawer(start: number) {
  let state = start;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    chance: (part: number) => next() < part,
    below,
    one: <T>(from: readonly T[]): T | undefined => from[below(from.length)],
    some: <T>(from: readonly T[]) => from.filter(() => next() < 0.5),
  };
}
const draw = drawer(seed);

/** A partnership in which things happen, and what was acknowledged there. */
interface Scene {
  readonly people: RoadPeople;
  readonly visitors: Readonly<Record<RoadActor, Visitor>>;
  /** How many changes of each concern were acknowledged; its note is the first. */
  readonly acknowledged: Map<string, number>;
  readonly dropped: Set<string>;
  /** `part id` of whoever could read it once: a letter that was written then may still wait to be sent. */
  readonly everRead: Set<string>;
}

const tally = new Map<string, number>();
const countOne = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
/** Civil day of an instant, in days of `dateOf`. */
const dayNumber = (at: Date) => (Date.parse(dayOf(at.getTime())) - Date.UTC(2026, 0, 1)) / 86_400_000;
const today = () => dayNumber(pages.stage.now());
const hoursOn = (hours: number) => new Date(pages.stage.now().getTime() + hours * 3_600_000).toISOString();

function inputOf(step: StepName, { id, changedOn }: RoadPeople, status: Status): object {
  const text = draw.one(['Wij zien dit ook.', 'De groep heeft rust nodig.']) ?? '';
  const addressed = today() >= changedOn ? id.d2 : id.d1;
  const present = [
    ...draw.some(actors).map((part) => id[part]),
    ...(draw.chance(0.8) ? [addressed] : [id.author]),
  ];
  const inputs: Readonly<Record<StepName, object>> = {
    revise: { theme: text },
    share_with_director: {},
    drop: {},
    reply: { verdict: 'addition', text },
    add_participant: { personId: id.ib },
    plan_conversation: { proposals: [hoursOn(60)] },
    answer_invitation: { proposal: hoursOn(80) },
    hold_conversation: {
      heldOn: dateOf(today()),
      present: [...new Set(present)],
      report: text,
      goesWell: text,
      noAgreementsBecause: text,
      ...(status === 'with_board' && { directorInvitedOn: dateOf(today()) }),
    },
    confirm_report: { agrees: true },
    review: { childrenNotice: text, resolved: draw.chance(0.1) },
    close: { outcome: 'Klaar', reason: text },
    propose_board: { whyNotAtSchool: text },
    withdraw_proposal: { reason: text },
    take_position: { position: 'disagrees', text },
    not_to_board: { reason: text, reviewOn: '2099-01-01' },
    share_with_board: {},
    add_view: { text },
    resolve: { outcome: text, childrenNotice: text },
  };
  return inputs[step];
}

/** The way to the board: chosen more often, so that it is reached. */
const forward: readonly StepName[] = [
  ...(['share_with_director', 'hold_conversation', 'propose_board', 'take_position'] as const),
  'share_with_board',
];

async function note({ people, visitors, acknowledged }: Scene): Promise<void> {
  const body = { ...aNote(people.school.code, dateOf(today())), about: people.about };
  const answer = await visitors.author.api('POST', '/concerns', body);
  expect(answer.status).toBe(201);
  acknowledged.set((await answer.json()).id, 1);
}

/** Half of the steps are among what the person is shown; the rest is anything. Most name the version that was seen. */
async function command(scene: Scene, part: RoadActor): Promise<void> {
  const id = draw.one([...scene.acknowledged.keys()].filter((one) => !scene.dropped.has(one)));
  if (id === undefined) return;
  const visitor = scene.visitors[part];
  const seen = await visitor.api('GET', `/concerns/${id}`);
  const view = seen.status === 200 ? await seen.json() : undefined;
  const shown: readonly { step: StepName; allowed: boolean }[] = view?.steps ?? [];
  const likely = shown.filter(({ step, allowed }) => allowed && !['drop', 'close', 'revise'].includes(step));
  const onward = likely.filter((one) => forward.includes(one.step));
  const guided = draw.chance(0.8)
    ? draw.one(draw.chance(0.6) && onward.length > 0 ? onward : likely)?.step
    : undefined;
  const step = guided ?? draw.one(stepNames.filter((one) => one !== 'close' || draw.chance(0.2))) ?? 'reply';
  const version = (view?.version ?? draw.below(6)) - (draw.chance(0.05) ? 1 : 0);
  const body = { step, ...inputOf(step, scene.people, view?.status ?? 'working') };
  const answer = await visitor.api('POST', `/concerns/${id}/steps`, body, { 'if-match': `"${version}"` });
  countOne(`${answer.status}`);
  const told = await answer.json();
  expect([200, 400, 401, 403, 404, 409, 412], `${step} by ${part}: ${JSON.stringify(told)}`).toContain(
    answer.status,
  );
  if (answer.status !== 200) return;
  countOne(`${scene.people.about} ${step}`);
  if (told.status === 'dropped') scene.dropped.add(id);
  else scene.acknowledged.set(id, (scene.acknowledged.get(id) ?? 0) + 1);
}

/** The history as it stands beside the product keeps the law; gives how each concern stands. */
async function replay({ people, acknowledged, dropped }: Scene): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, { status: Status; letIn: boolean; putForward: boolean }>();
  for (const id of acknowledged.keys())
    if (!dropped.has(id)) standings.set(id, { status: 'noted', letIn: false, putForward: false });
  const roads = new Map<string, Road>();
  for (const entry of await entriesOf(owner, people)) {
    const standing = standings.get(entry.concern);
    if (standing === undefined) throw new Error('a concern that nobody acknowledged');
    const day = dayNumber(entry.at);
    const road = roads.get(entry.concern) ?? {
      ...{ about: people.about, status: 'noted', day, director: 'd1', leadWrote: false, history: [] },
      changedOn: people.changedOn,
    };
    roads.set(entry.concern, road);
    road.day = day;
    road.director = day >= people.changedOn ? 'd2' : 'd1';
    const present = entry.present.map((one) => partOf(people, one));
    road.history.push({ step: entry.step as StepName, who: partOf(people, entry.who), day, present });
    keepsTheLaw(road, entry.to);
    road.status = entry.to;
    standing.status = entry.to;
    standing.letIn ||= entry.step === 'add_participant';
    standing.putForward ||= entry.to === 'with_board';
  }
  return standings;
}

/** What one person is told on each channel, as ids of concerns. */
async function channels(scene: Scene, part: RoadActor, known: readonly string[]) {
  const person = { tenantId: scene.people.tenantId, personId: scene.people.id[part] };
  const visitor = await comeIn(pages.house, person);
  /** Nothing at all for whoever holds no appointment (yet, or any more). */
  const told = async (answer: Promise<Response>) =>
    (await answer).status === 200 ? (await answer).json() : {};
  const text = async (path: string) => {
    const answer = await visitor.get(path);
    return answer.status === 200 ? answer.text() : '';
  };
  const [list, found, notices, csv, page, post] = await Promise.all([
    told(visitor.api('GET', '/concerns?count=true&limit=100')),
    told(visitor.api('POST', '/search', { q: 'leerkracht', kind: 'concern', limit: 50 })),
    told(visitor.api('GET', '/notices?limit=100')),
    text('/zorgen/lijst.csv'),
    text('/zorgen'),
    owner.query<{ link: string }>('select link from outbox where person_id = $1', [person.personId]),
  ]);
  const ids = (items: readonly { id?: string; subjectId?: string }[] = []) =>
    items.map((one) => one.subjectId ?? one.id ?? '');
  const opened = async (open: (id: string) => Promise<Response>) => {
    const statuses = await Promise.all(known.map(async (id) => [id, (await open(id)).status] as const));
    if (list.items !== undefined)
      expect(statuses.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
    return statuses.filter(([, status]) => status === 200).map(([id]) => id);
  };
  return {
    exactly: {
      list: ids(list.items),
      search: ids(found.concern?.items),
      api: await opened((id) => visitor.api('GET', `/concerns/${id}`)),
      page: await opened((id) => visitor.get(`/zorgen/${id}`)),
    },
    /** Only what is theirs; not everything that is. */
    within: {
      notices: ids(notices.items),
      'list page': known.filter((id) => page.includes(id)),
    },
    mail: known.filter((id) => post.rows.some(({ link }) => link.includes(id))),
    counts: [list.count ?? 0, Math.max(0, csv.trim().split('\r\n').length - 1)],
  };
}

let looks = 0;
async function everybodySeesTheirOwn(scene: Scene, standings: ReadonlyMap<string, Standing>): Promise<void> {
  const known = [...scene.acknowledged.keys()];
  for (const part of actors) {
    const own = known.filter((id) => {
      const standing = standings.get(id);
      return standing !== undefined && readersOn(scene.people, standing, today()).includes(part);
    });
    const told = await channels(scene, part, known);
    for (const [channel, ids] of Object.entries(told.exactly)) {
      expect([part, channel, [...ids].sort()]).toEqual([part, channel, own.toSorted()]);
      looks += 1;
    }
    expect(told.mail.filter((id) => !scene.everRead.has(`${part} ${id}`))).toEqual([]);
    for (const [channel, ids] of Object.entries({ ...told.within, mail: told.mail }))
      countOne(`${channel}: ${ids.length > 0 ? 'told' : 'silent'}`);
    for (const [channel, ids] of Object.entries(told.within)) {
      expect([part, channel, ids.filter((id) => known.includes(id) && !own.includes(id))]).toEqual([
        part,
        channel,
        [],
      ]);
    }
    expect([part, 'counts', ...told.counts]).toEqual([part, 'counts', own.length, own.length]);
  }
}

/** Time goes on, from working day to working day. */
function goOn(): void {
  pages.stage.pass(draw.one([1, 1, 1, 2, 5, 24, 24, 48, 24 * 15]) ?? 1);
  const weekday = pages.stage.now().getUTCDay();
  if (weekday === 6 || weekday === 0) pages.stage.pass(48);
}

async function road(about: RoadPeople['about'], commands: number): Promise<number> {
  pages.stage.at('2026-03-02T08:00:00Z');
  const people = await roadPeople(pages.stage, about, today() + 20 + draw.below(60));
  const visitors = Object.fromEntries(
    await Promise.all(
      actors.map(async (part) => {
        const person = { tenantId: people.tenantId, personId: people.id[part] };
        return [part, await comeIn(pages.house, person)] as const;
      }),
    ),
  ) as Record<RoadActor, Visitor>;
  const scene: Scene = { people, visitors, acknowledged: new Map(), dropped: new Set(), everRead: new Set() };
  let sent = 0;
  for (let round = 0; sent < commands; round += 1) {
    if (round % 8 === 0) await note(scene);
    const turn = actors.filter(() => draw.chance(0.75));
    await Promise.all(turn.map((part) => command(scene, part)));
    sent += turn.length;
    const standings = await replay(scene);
    for (const [id, standing] of standings)
      for (const part of readersOn(people, standing, today())) scene.everRead.add(`${part} ${id}`);
    if (round % 5 === 4) await everybodySeesTheirOwn(scene, standings);
    goOn();
  }
  const versions = await owner.query<{ id: string; version: number }>(
    'select id, version from concern where tenant_id = $1',
    [people.tenantId],
  );
  const kept = [...scene.acknowledged].filter(([id]) => !scene.dropped.has(id));
  expect(Object.fromEntries(versions.rows.map(({ id, version }) => [id, version]))).toEqual(
    Object.fromEntries(kept),
  );
  for (const { status } of (await replay(scene)).values()) countOne(`${about} ends ${status}`);
  return sent;
}

test(`whatever eight people send at once, in ${wanted} commands`, { timeout: 3_600_000 }, async () => {
  let sent = 0;
  for (let nth = 0; sent < wanted; nth += 1)
    sent += await road(nth % 2 === 0 ? 'school' : 'partnership', Math.min(perRoad, Math.ceil(wanted / 2)));
  console.log(`seed ${seed}: ${sent} commands, ${looks} looks`, Object.fromEntries([...tally].sort()));
  // The control: steps were taken, refused, came too late, and were about what somebody could not see.
  for (const status of ['200', '403', '404', '409', '412'])
    expect(tally.get(status), status).toBeGreaterThan(0);
  expect(tally.get('notices: told')).toBeGreaterThan(0);
});
