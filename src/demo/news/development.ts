/** A year of development, played through the product's own actions: profiles, rounds of asking, pilots and ways into the role. */

import { writePost } from '../../news/index.ts';
import {
  answerRound,
  getResults,
  type PilotInput,
  type RoundInput,
  recordTransition,
  settleAnswers,
  summarise,
  type TransitionStep,
  takePilotStep,
  takeProfileStep,
  takeRoundStep,
  writePilot,
  writeProfile,
  writeRound,
} from '../../plans/index.ts';
import type { Actor, Role } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';
import {
  askedProfile,
  deskWords,
  firstProfile,
  fixedDay,
  leadProfile,
  phone,
  planned,
  progress,
  secondSummary,
  teacherWords,
  together,
} from './development-texts.ts';

export async function playDevelopment(stage: Stage): Promise<void> {
  const profile = await playProfiles(stage);
  await playTransitions(stage, profile);
  await playPilots(stage);
}

/** So many people who held this role all year, in the order of the register. */
function holders({ registers, today }: Stage, role: Role, many: number): readonly string[] {
  const since = addDays(today, -345);
  const steady = registers.appointments
    .filter((one) => one.role === role && one.startsOn <= since && one.endsOn === null)
    .map(({ personId }) => personId);
  return [...new Set(steady)].slice(0, many);
}

async function one(stage: Stage, role: Role): Promise<Actor> {
  const [personId] = holders(stage, role, 1);
  if (personId === undefined) throw new Error(`the demonstration has no ${role}`);
  return stage.actor(personId);
}

const day = ({ today }: Stage, days: number) => addDays(today, days);

/** The first edition was asked about and adopted; about the second a round runs. Another profile is a draft. Gives the first one's id. */
async function playProfiles(stage: Stage): Promise<string> {
  const { actor, team } = stage;
  const lead = await actor(team.teamLead);
  const director = await one(stage, 'partnership_director');
  const id = mustBeTaken(
    await writeProfile(stage.at(day(stage, -250)), lead, {
      ...{ name: 'Specialist', role: 'specialist', body: firstProfile },
    }),
    'a profile',
  );
  const input: RoundInput = {
    title: 'Wat doet een specialist?',
    introduction: 'We schrijven voor het eerst op wat een specialist doet. Klopt het met wat u ziet?',
    about: `profile:${id}:1`,
    roles: ['contact_person', 'board_member'],
    anonymous: false,
    startsOn: day(stage, -245),
    endsOn: day(stage, -231),
    questions: [
      { text: 'Wat mist u, of wat hoort er niet in?' },
      { text: 'Is duidelijk wat u kunt verwachten?', options: ['Ja', 'Deels', 'Nee'] },
    ],
  };
  const first = await openRound(stage, lead, input);
  await answerBy(stage, first, -240, holders(stage, 'contact_person', 3), deskWords, 'Deels');
  await closeRound(stage, lead, first, -229, secondSummary);
  const adopted = { step: 'adopt', startsOn: day(stage, -200) } as const;
  mustBeTaken(await takeProfileStep(stage.at(day(stage, -220)), director, id, adopted), 'adopt');
  const next = { step: 'write', body: askedProfile } as const;
  mustBeTaken(await takeProfileStep(stage.at(day(stage, -30)), lead, id, next), 'the next edition');
  const running = await openRound(stage, lead, {
    ...input,
    title: 'De rol van de specialist, tweede versie',
    introduction: 'Na een halfjaar passen we het functieprofiel aan. Wat vindt u ervan?',
    about: `profile:${id}:2`,
    roles: ['contact_person', 'specialist', 'school_director'],
    startsOn: day(stage, -7),
    endsOn: day(stage, 14),
  });
  await answerBy(stage, running, -4, holders(stage, 'contact_person', 2), deskWords, 'Ja');
  const adviser = await one(stage, 'policy_adviser');
  mustBeTaken(
    await writeProfile(stage.at(day(stage, -12)), adviser, {
      name: 'Teamleider',
      role: 'team_lead',
      body: leadProfile,
    }),
    'a draft profile',
  );
  return id;
}

async function openRound(stage: Stage, lead: Actor, input: RoundInput): Promise<string> {
  const deed = stage.at(input.startsOn < stage.today ? input.startsOn : day(stage, -1), 8);
  const id = mustBeTaken(await writeRound(deed, lead, input), 'a round');
  mustBeTaken(await takeRoundStep(deed, lead, id, { step: 'open' }), 'open a round');
  return id;
}

async function answerBy(
  stage: Stage,
  id: string,
  days: number,
  people: readonly string[],
  words: readonly string[],
  option?: string,
): Promise<void> {
  for (const [nth, personId] of people.entries()) {
    const answers = [
      { nth: 1, text: words[nth % words.length] ?? '' },
      ...(option === undefined ? [] : [{ nth: 2, option }]),
    ];
    const deed = stage.at(day(stage, days), 11);
    mustBeTaken(await answerRound(deed, await stage.actor(personId), id, { answers }), 'an answer');
  }
}

/** Says of each answer what was done with it, and with a summary closes the round. */
async function closeRound(
  stage: Stage,
  lead: Actor,
  id: string,
  days: number,
  summary: string | undefined,
): Promise<void> {
  const deed = stage.at(day(stage, days), 9);
  const results = await stage.database.read(lead, (reader) => getResults(reader, id));
  const said = (results?.answers ?? []).filter(({ text }) => text !== null);
  for (const [nth, { id: answerId }] of said.entries()) {
    const done = nth % 2 === 0 ? ('taken_over' as const) : ('partly' as const);
    const outcomeWords =
      nth % 2 === 0 ? 'Dit staat er nu in.' : 'Een deel staat erin; de rest bespreken we met het team.';
    const input = { answerIds: [answerId], outcome: done, outcomeWords };
    mustBeTaken(await settleAnswers(deed, lead, id, input), 'an outcome');
  }
  if (summary === undefined) return;
  mustBeTaken(await summarise(deed, lead, id, { summary, summaryFor: 'members' }), 'a summary');
}

/** Three specialists, each a step further. */
async function playTransitions(stage: Stage, profileId: string): Promise<void> {
  const lead = await stage.actor(stage.team.teamLead);
  const steps: readonly (readonly [TransitionStep, number, string])[] = [
    ['talk', -240, 'We spraken over uren, schaal en reiskosten.'],
    ['offer', -225, 'Aanbod verstuurd.'],
    ['signed', -215, 'Getekend terug.'],
    ['started', -200, 'Eerste dag in de nieuwe rol.'],
  ];
  for (const [nth, personId] of stage.team.specialists.slice(0, 3).entries())
    for (const [step, days, words] of steps.slice(0, 4 - nth)) {
      const input = { personId, profileId, step, onDate: day(stage, days), words };
      mustBeTaken(await recordTransition(stage.at(day(stage, days), 15), lead, input), `a ${step}`);
    }
}

/** One was decided on, one runs and is asked about without names, one is a draft; and two rounds are being prepared. */
async function playPilots(stage: Stage): Promise<void> {
  const { schools, team } = stage;
  const lead = await stage.actor(team.teamLead);
  const director = await one(stage, 'partnership_director');
  const at = (nth: number) => ({ code: schools[nth % schools.length]?.code ?? '' });
  const make = async (days: number, input: PilotInput) =>
    mustBeTaken(await writePilot(stage.at(day(stage, days)), lead, input), 'a pilot');
  const decided = await make(-300, {
    ...{ name: 'Samen één leerteam', difference: together, measures: ['own_words', 'did_it_last'] },
    ...{ startsOn: day(stage, -290), endsOn: day(stage, -150), schools: [at(0), at(1)] },
  });
  mustBeTaken(await takePilotStep(stage.at(day(stage, -295)), lead, decided, { step: 'start' }), 'start');
  const decision = {
    step: 'decide',
    decision: 'adapted',
    reasons:
      'De leerteams worden gewaardeerd. Eens in de twee maanden is genoeg, en de scholen kiezen zelf het onderwerp.',
  } as const;
  mustBeTaken(await takePilotStep(stage.at(day(stage, -140)), director, decided, decision), 'decide');
  const running = await make(-160, {
    ...{
      name: 'Een vaste dag op school',
      difference: fixedDay,
      measures: ['lead_time', 'earliness', 'own_words'],
    },
    ...{ startsOn: day(stage, -120), schools: [at(0), at(2), { ...at(3), startsOn: day(stage, -60) }] },
  });
  mustBeTaken(await takePilotStep(stage.at(day(stage, -130)), lead, running, { step: 'start' }), 'start');
  await make(-9, {
    ...{ name: 'Telefonisch spreekuur', difference: phone, measures: ['first_contact'] },
    ...{ startsOn: day(stage, 30), schools: [at(4)] },
  });
  const news = {
    ...progress,
    audiences: ['schools' as const, 'professionals' as const],
    pilotId: running,
    publish: true,
  };
  mustBeTaken(await writePost(stage.at(day(stage, -70)), lead, news), 'a post about a pilot');
  const draftPost = mustBeTaken(
    await writePost(stage.at(day(stage, -8)), lead, { ...planned, audiences: ['schools'] }),
    'a draft post',
  );
  await openRound(stage, lead, {
    ...{
      title: 'Een bericht over korte vragen',
      about: `post:${draftPost}`,
      roles: ['support_coordinator'],
      anonymous: false,
    },
    introduction: 'Is dit bericht duidelijk? Het is nog een concept.',
    ...{
      startsOn: day(stage, -5),
      endsOn: day(stage, 9),
      questions: [{ text: 'Wat is nog niet duidelijk?' }],
    },
  });
  const ask: RoundInput = {
    title: 'Een vaste dag op school: wat merkt u?',
    introduction: 'De pilot loopt een paar maanden. Vertel eerlijk wat u merkt; uw naam staat er niet bij.',
    about: `pilot:${running}`,
    roles: ['teacher', 'support_coordinator'],
    anonymous: true,
    startsOn: day(stage, -50),
    endsOn: day(stage, -36),
    questions: [{ text: 'Wat merkt u van de vaste dag?' }],
  };
  const secret = await openRound(stage, lead, ask);
  await answerBy(stage, secret, -45, holders(stage, 'teacher', 6), teacherWords);
  await closeRound(stage, lead, secret, -30, undefined);
  const coming = {
    ...ask,
    title: 'Een vaste dag op school, na een halfjaar',
    startsOn: day(stage, 20),
    endsOn: day(stage, 34),
  };
  await openRound(stage, lead, coming);
  const draft = {
    ...ask,
    title: 'Het ondersteuningsplan van straks',
    about: undefined,
    startsOn: day(stage, 40),
    endsOn: day(stage, 60),
  };
  mustBeTaken(await writeRound(stage.at(day(stage, -1)), lead, draft), 'a draft round');
}
