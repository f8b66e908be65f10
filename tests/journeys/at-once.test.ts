/**
 * Two at once (R2): whatever two people, or one person twice, decide in the same moment, exactly one of them wins and the other
 * hears so. `ROUNDS` rounds of every race (4 unless told); who starts is drawn each time.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blackenWords } from '../../src/concerns/blackening/blacken.actions.ts';
import { noteConcern, takeStep } from '../../src/concerns/concern.actions.ts';
import type { StepRequest } from '../../src/concerns/concern.input.ts';
import { linkAccount } from '../../src/login/login.store.ts';
import { keepChallenge, useChallenge } from '../../src/login/passkeys/passkey.store.ts';
import { newCodes } from '../../src/login/second-factor/recovery-code.ts';
import { stepByCode } from '../../src/login/second-factor/second-factor.actions.ts';
import { replaceCodes } from '../../src/login/second-factor/second-factor.store.ts';
import { findActor, makeKey, openSession, useLink } from '../../src/platform/access.store.ts';
import { hashOf, newId, newSecret } from '../../src/platform/ids.ts';
import type { Identity } from '../../src/platform/pure/actor.ts';
import type { Deed } from '../../src/platform/route.ts';
import { handOver } from '../../src/registers/absence/absence.actions.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  aCast,
  aConcernIn,
  actorOf,
  aMirroredCast,
  aNote,
  anAppointment,
  aTalk,
  type Cast,
  deedOf,
  openStage,
  type Stage,
  step,
} from '../support/factories.ts';

const rounds = Number(process.env['ROUNDS'] ?? 4);

let fresh: FreshDatabase;
let stage: Stage;
let owner: pg.Client;
let school: Cast;
let mirror: Cast;
/** A second one of each who decides. */
let secondLead: string;
let secondDirector: string;
let mirrorLead: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  stage = openStage(fresh);
  owner = new pg.Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  school = await aCast(stage);
  mirror = await aMirroredCast(stage);
  const { tenantId } = school;
  secondLead = await anAppointment(stage, 'team_lead', { tenantId });
  secondDirector = await anAppointment(stage, 'school_director', { tenantId, schoolId: school.school.id });
  mirrorLead = await anAppointment(stage, 'team_lead', { tenantId: mirror.tenantId });
});
afterAll(async () => {
  await owner.end();
  await stage.close();
  await fresh.drop();
});

/** What became of one of two: `taken` for who won, anything else for who came too late. */
type Try = () => Promise<string>;

const steps =
  (cast: Cast, who: string, id: string, request: StepRequest, more: Partial<Deed> = {}): Try =>
  async () => {
    const actor = await actorOf(stage, cast.tenantId, who);
    return (await takeStep(deedOf(stage, more), actor, id, request)).outcome;
  };

const count = async (query: string, values: readonly unknown[]) =>
  (await owner.query<{ n: number }>(query, [...values])).rows[0]?.n ?? 0;
const versionOf = (id: string) => count('select version as n from concern where id = $1', [id]);
const day = () => stage.now().toISOString().slice(0, 10);
const position = { step: 'take_position', position: 'agrees', text: 'Doe maar.' } as const;
const later = () => new Date(stage.now().getTime() + 86_400_000).toISOString();

async function aProposal(cast: Cast): Promise<string> {
  const id = await aConcernIn(stage, cast, 'board_proposed');
  await step(stage, cast.tenantId, cast.director, id, position);
  return id;
}

async function anInvitation(): Promise<{ readonly id: string; readonly proposal: string }> {
  const id = await aConcernIn(stage, school, 'with_director');
  const proposal = later();
  await step(stage, school.tenantId, school.author, id, { step: 'plan_conversation', proposals: [proposal] });
  return { id, proposal };
}

/** Somebody new with something that works once. */
async function someone(): Promise<Identity> {
  const { tenantId } = school;
  return { tenantId, personId: await anAppointment(stage, 'specialist', { tenantId }) };
}
const aLink = (person: Identity) =>
  stage.database.write({ operatorFor: person.tenantId }, (tx) =>
    makeKey(tx, person, 'link', new Date(stage.now().getTime() + 86_400_000)),
  );

interface Race {
  readonly tries: readonly [Try, Try];
  /** What must be there once when both are done. */
  readonly once?: () => Promise<number>;
}

/** One more entry than before, whoever made it. */
async function oneEntry(id: string): Promise<() => Promise<number>> {
  const before = await versionOf(id);
  return async () => (await versionOf(id)) - before;
}

async function decide(id: string, tries: Race['tries']): Promise<Race> {
  return { tries, once: await oneEntry(id) };
}

const notNow: StepRequest = { step: 'not_to_board', reason: 'Eerst dit.', reviewOn: '2099-01-01' };
const withBoard: StepRequest = { step: 'share_with_board' };

const races: Readonly<Record<string, () => Promise<Race>>> = {
  'two team leads, one for and one against the step to the board': async () => {
    const id = await aProposal(school);
    return decide(id, [steps(school, school.teamLead, id, withBoard), steps(school, secondLead, id, notNow)]);
  },
  'two team leads who both put it forward': async () => {
    const id = await aProposal(school);
    return decide(id, [
      steps(school, school.teamLead, id, withBoard),
      steps(school, secondLead, id, withBoard),
    ]);
  },
  'a proposal withdrawn while it is put forward': async () => {
    const id = await aProposal(school);
    const withdraw = { step: 'withdraw_proposal', reason: 'Toch niet.' } as const;
    return decide(id, [
      steps(school, school.teamLead, id, withBoard),
      steps(school, school.author, id, withdraw),
    ]);
  },
  'two directors who reply to the same version': async () => {
    const id = await aConcernIn(stage, school, 'with_director');
    const version = await versionOf(id);
    const reply = { step: 'reply', verdict: 'accurate', text: 'Klopt.' } as const;
    return decide(id, [
      steps(school, school.director, id, reply, { version }),
      steps(school, secondDirector, id, reply, { version }),
    ]);
  },
  'two directors who take position on the same version': async () => {
    const id = await aConcernIn(stage, school, 'board_proposed');
    const version = await versionOf(id);
    return decide(id, [
      steps(school, school.director, id, position, { version }),
      steps(school, secondDirector, id, position, { version }),
    ]);
  },
  'two team leads addressed in the mirror who reply to the same version': async () => {
    const id = await aConcernIn(stage, mirror, 'with_director');
    const version = await versionOf(id);
    const reply = { step: 'reply', verdict: 'addition', text: 'En ook dit.' } as const;
    return decide(id, [
      steps(mirror, mirror.director, id, reply, { version }),
      steps(mirror, mirrorLead, id, reply, { version }),
    ]);
  },
  'a report confirmed twice': async () => {
    const id = await aConcernIn(stage, school, 'working');
    const confirm = { step: 'confirm_report', agrees: true } as const;
    return decide(id, [
      steps(school, school.director, id, confirm),
      steps(school, secondDirector, id, confirm),
    ]);
  },
  'two who answer one invitation': async () => {
    const { id, proposal } = await anInvitation();
    const answer = { step: 'answer_invitation', proposal } as const;
    return decide(id, [
      steps(school, school.director, id, answer),
      steps(school, secondDirector, id, answer),
    ]);
  },
  'an invitation by two': async () => {
    const id = await aConcernIn(stage, school, 'with_director');
    const plan: StepRequest = { step: 'plan_conversation', proposals: [later()] };
    return decide(id, [steps(school, school.author, id, plan), steps(school, school.director, id, plan)]);
  },
  'a proposal to the board by two': async () => {
    const id = await aConcernIn(stage, school, 'working');
    const propose = { step: 'propose_board', whyNotAtSchool: 'Er is geld nodig.' } as const;
    return decide(id, [
      steps(school, school.author, id, propose),
      steps(school, school.director, id, propose),
    ]);
  },
  'a concern closed while the talk is written down on the same version': async () => {
    const id = await aConcernIn(stage, school, 'with_director');
    const version = await versionOf(id);
    const close = { step: 'close', outcome: 'withdrawn', reason: 'Het speelt niet meer.' } as const;
    const talk = aTalk(day(), [school.author, school.director]);
    return decide(id, [
      steps(school, school.author, id, close, { version }),
      steps(school, school.director, id, talk, { version }),
    ]);
  },
  'words blackened while the director replies to them': async () => {
    const id = await aConcernIn(stage, school, 'with_director');
    const version = await versionOf(id);
    const author = await actorOf(stage, school.tenantId, school.author);
    const words = { entry: null, field: 'observation', reason: 'name', words: ['Drie'] } as const;
    const reply = { step: 'reply', verdict: 'accurate', text: 'Klopt.' } as const;
    return decide(id, [
      async () => (await blackenWords(deedOf(stage, { version }), author, id, words)).outcome,
      steps(school, school.director, id, reply, { version }),
    ]);
  },
  'somebody’s work handed over by two': async () => {
    const { tenantId } = school;
    const here = { tenantId, schoolId: school.school.id };
    const away = await anAppointment(stage, 'contact_person', here);
    const standIns = [await someone(), await someone()];
    const held = await owner.query<{ id: string }>('select id from appointment where person_id = $1', [away]);
    const administrator = await anAppointment(stage, 'administrator', { tenantId });
    const give =
      (nth: number): Try =>
      async () => {
        const actor = await actorOf(stage, tenantId, nth === 0 ? administrator : school.teamLead);
        const to = standIns[nth]?.personId ?? '';
        const appointments = held.rows.map(({ id }) => id);
        return (await handOver(deedOf(stage), actor, away, { standIn: to, from: day(), appointments }))
          .outcome;
      };
    const query = 'select count(*)::int as n from absence where person_id = $1';
    return { tries: [give(0), give(1)], once: () => count(query, [away]) };
  },
  'a one-time link': async () => {
    const link = await aLink(await someone());
    const use: Try = async () =>
      (await useLink(stage.database, link, undefined)) === undefined ? 'gone' : 'taken';
    return { tries: [use, use] };
  },
  'an invitation used for two accounts': async () => {
    const person = await someone();
    const link = hashOf(await aLink(person));
    const use =
      (subject: string): Try =>
      async () => {
        const tied = await linkAccount(stage.database, link, null, 'https://idp.example', subject);
        return tied.outcome === 'linked' ? 'taken' : tied.outcome;
      };
    const query = 'select count(*)::int as n from identity where person_id = $1';
    return { tries: [use(newId()), use(newId())], once: () => count(query, [person.personId]) };
  },
  'a recovery code': async () => {
    const person = await someone();
    const set = await newCodes();
    await stage.database.write(person, (tx) => replaceCodes(tx, person, set));
    const use: Try = async () => {
      const secret = await openSession(stage.database, person, { way: 'link', secondFactor: false });
      const actor = await findActor(stage.database, 'session', secret);
      if (actor === undefined) throw new Error('not in');
      const { outcome } = await stepByCode(deedOf(stage, { via: 'page' }), actor, set.codes[0] ?? '');
      return outcome === 'in' ? 'taken' : outcome;
    };
    const query = 'select count(*)::int as n from recovery_code where person_id = $1 and used_at is not null';
    return { tries: [use, use], once: () => count(query, [person.personId]) };
  },
  'a signature of a passkey': async () => {
    const challenge = newSecret();
    await keepChallenge(stage.database, challenge, 'log-in', null);
    const use: Try = async () =>
      (await useChallenge(stage.database, challenge, 'log-in', null)) ? 'taken' : 'used';
    return { tries: [use, use] };
  },
};

/** Both at once, in an order and with a gap that nobody chose. */
async function run({ tries: [one, other] }: Race): Promise<readonly string[]> {
  const soon = async (attempt: Try) => {
    if (randomInt(2) === 1) await sleep(randomInt(4));
    return attempt();
  };
  return randomInt(2) === 1
    ? Promise.all([soon(one), soon(other)])
    : (await Promise.all([soon(other), soon(one)])).toReversed();
}

const won = new Map<string, [number, number]>();
const morning = Date.parse('2026-03-02T08:00:00Z');
let roundsBegun = 0;

test.each(Object.keys(races))(
  `of %s exactly one wins, ${rounds} times`,
  { timeout: 600_000 },
  async (name) => {
    const wins: [number, number] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      // Always the same morning: no round may depend on the hour. A millisecond on, for nobody plans two talks in one moment.
      stage.at(new Date(morning + roundsBegun++).toISOString());
      const race = await races[name]?.();
      if (race === undefined) throw new Error(name);
      const outcomes = await run(race);
      expect(
        outcomes.filter((outcome) => outcome === 'taken'),
        String(outcomes),
      ).toHaveLength(1);
      expect((await race.once?.()) ?? 1).toBe(1);
      wins[outcomes[0] === 'taken' ? 0 : 1] += 1;
    }
    won.set(name, wins);
  },
);

test('a request sent twice with one key is done once, and both hear the same', {
  timeout: 600_000,
}, async () => {
  const author = await actorOf(stage, school.tenantId, school.author);
  for (let round = 0; round < rounds; round += 1) {
    const once = { key: newId(), request: round };
    const [first, second] = await Promise.all(
      [1, 2].map(() => noteConcern(deedOf(stage, { once }), author, aNote(school.school.code, day()))),
    );
    expect(first?.outcome).toBe('taken');
    expect(second).toEqual(first);
  }
});

test('the control: replies that name no version are both taken, and so are requests without a key', async () => {
  const id = await aConcernIn(stage, school, 'with_director');
  const reply = { step: 'reply', verdict: 'accurate', text: 'Klopt.' } as const;
  const outcomes = await run({
    tries: [steps(school, school.director, id, reply), steps(school, secondDirector, id, reply)],
  });
  expect(outcomes).toEqual(['taken', 'taken']);
  const author = await actorOf(stage, school.tenantId, school.author);
  const notes = await Promise.all(
    [1, 2].map(() => noteConcern(deedOf(stage), author, aNote(school.school.code, day()))),
  );
  expect(new Set(notes.map((note) => ('id' in note ? note.id : ''))).size).toBe(2);
});

test('neither side of a race always wins: they did meet', () => {
  const total = [...won.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  console.log(`${rounds * Object.keys(races).length} rounds`, Object.fromEntries(won));
  expect(Math.min(...total)).toBeGreaterThan(0);
});
