/** Promises in every state and working rules with an earlier edition, played through the product's own actions. */
import { addRule, makePromise, takePromiseStep, writePost } from '../../news/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';
import { promisedSentence } from './post-texts.ts';
import type { PlayedPosts } from './posts.ts';
import * as texts from './promise-texts.ts';

export async function playPromises(stage: Stage, posts: PlayedPosts): Promise<void> {
  const people = await peopleOf(stage);
  await playRules(stage, people.editor, posts);
  await playKept(stage, people);
  await playLate(stage, people);
  await playLeft(stage, people);
  await promise(stage, people, posts.oneTeam, {
    ...{ sentence: promisedSentence, ago: -38, due: 12, owner: people.lead, title: 'de teamleider' },
    audiences: ['public', 'parents', 'schools', 'professionals'],
  });
}

interface People {
  readonly editor: Actor;
  readonly lead: Actor;
  readonly contact: Actor;
  /** Worked at the partnership and left it; undefined where nobody did. */
  readonly left: Actor | undefined;
}

async function peopleOf(stage: Stage): Promise<People> {
  const { registers, today } = stage;
  const since = addDays(today, -345);
  const steady = async (role: string) => {
    const found = registers.appointments.find(
      (one) => one.role === role && one.startsOn <= since && one.endsOn === null,
    );
    if (found === undefined) throw new Error(`the demonstration has no ${role} all year`);
    return stage.actor(found.personId);
  };
  const stays = new Set(
    registers.appointments
      .filter(({ endsOn }) => endsOn === null || endsOn > today)
      .map((one) => one.personId),
  );
  const gone = registers.appointments.find(
    ({ role, personId, startsOn, endsOn }) =>
      (role === 'specialist' || role === 'contact_person') &&
      !stays.has(personId) &&
      startsOn <= addDays(today, -120) &&
      endsOn !== null &&
      endsOn > addDays(today, -110),
  );
  return {
    ...{ editor: await steady('editor'), lead: await steady('team_lead') },
    contact: await steady('contact_person'),
    left: gone && (await stage.actor(gone.personId)),
  };
}

interface Played {
  readonly sentence: string;
  /** Days from today. */
  readonly ago: number;
  readonly due: number;
  readonly owner: Actor;
  readonly title: string;
  readonly audiences: ('public' | 'parents' | 'schools' | 'professionals' | 'boards')[];
}

async function promise(stage: Stage, { editor }: People, postId: string, played: Played): Promise<string> {
  const { sentence, ago, due, owner, title, audiences } = played;
  const input = { sentence, audiences, ownerId: owner.personId, ownerTitle: title };
  const deed = stage.at(addDays(stage.today, ago), 11);
  const dueOn = addDays(stage.today, due);
  return mustBeTaken(await makePromise(deed, editor, postId, { ...input, dueOn }), 'a promise');
}

async function post(
  stage: Stage,
  { editor }: People,
  ago: number,
  words: { readonly title: string; readonly body: string },
  audiences: Played['audiences'],
): Promise<string> {
  const deed = stage.at(addDays(stage.today, ago), 9);
  const input = { ...words, audiences, topics: [], publish: true };
  return mustBeTaken(await writePost(deed, editor, input), 'a post with promises');
}

/** One kept in time by a post, and one five days late in words. */
async function playKept(stage: Stage, people: People): Promise<void> {
  const { lead, contact } = people;
  const audiences: Played['audiences'] = ['public', 'parents', 'schools'];
  const told = await post(stage, people, -200, texts.twoPromises, audiences);
  const shown = await promise(stage, people, told, {
    ...{ sentence: texts.numbersSentence, ago: -200, due: -170, owner: contact, audiences },
    title: 'de contactpersonen',
  });
  const waiting = await promise(stage, people, told, {
    ...{ sentence: texts.waitingSentence, ago: -200, due: -150, owner: lead, audiences },
    title: 'de teamleider',
  });
  const proof = await post(stage, people, -178, texts.proof, audiences);
  const kept = { step: 'keep', postId: proof } as const;
  mustBeTaken(
    await takePromiseStep(stage.at(addDays(stage.today, -177)), contact, shown, kept),
    'a kept promise',
  );
  const late = { step: 'keep', words: texts.keptLate } as const;
  mustBeTaken(
    await takePromiseStep(stage.at(addDays(stage.today, -145)), lead, waiting, late),
    'a promise kept late',
  );
}

/** One that is late, with a later day that was told. */
async function playLate(stage: Stage, people: People): Promise<void> {
  const audiences: Played['audiences'] = ['public', 'schools'];
  const told = await post(stage, people, -100, texts.visits, audiences);
  const id = await promise(stage, people, told, {
    ...{ sentence: texts.visitsSentence, ago: -100, due: -9, owner: people.lead, audiences },
    title: 'de teamleider',
  });
  const later = { step: 'postpone', onDate: addDays(stage.today, 20), words: texts.later } as const;
  mustBeTaken(
    await takePromiseStep(stage.at(addDays(stage.today, -12)), people.lead, id, later),
    'a later day',
  );
}

/** One whose owner has left. */
async function playLeft(stage: Stage, people: People): Promise<void> {
  const { left } = people;
  if (left === undefined) return;
  const told = await post(stage, people, -115, texts.cards, ['schools', 'professionals']);
  await promise(stage, people, told, {
    ...{ sentence: texts.cardsSentence, ago: -115, due: 45, owner: left, audiences: ['schools'] },
    title: 'de specialist gedrag',
  });
}

/** How we share concerns, made clearer three weeks later; and how somebody comes to a regular place. */
async function playRules(stage: Stage, editor: Actor, posts: PlayedPosts): Promise<void> {
  const add = async (
    postId: string,
    ago: number,
    starts: number,
    subject: 'concerns' | 'stationing',
    body: string,
  ) => {
    const startsOn = addDays(stage.today, starts);
    const deed = stage.at(addDays(stage.today, ago), 12);
    mustBeTaken(await addRule(deed, editor, postId, { subject, startsOn, body }), 'a working rule');
  };
  await add(posts.talks, -96, -90, 'concerns', texts.firstRule);
  await add(posts.talks, -74, -70, 'concerns', texts.clearerRule);
  await add(posts.oneTeam, -38, -31, 'stationing', texts.placeRule);
}
