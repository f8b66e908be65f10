/** Pilots of the demonstration, and what is asked about them. */
import { writePost } from '../../news/index.ts';
import {
  type PilotInput,
  type RoundInput,
  takePilotStep,
  writePilot,
  writeRound,
} from '../../plans/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Stage } from '../deployment/stage.ts';
import { findPlanned } from '../plans/planned.ts';
import { mustBeTaken } from '../questions/player.ts';
import { fixedDay, phone, planned, progress, teacherWords, together } from './development-texts.ts';
import { answerBy, closeRound, day, holders, one, openRound } from './rounds.ts';

/** One was decided on, one runs and is asked about without names, one is a draft; and two rounds are being prepared. */
export async function playPilots(stage: Stage): Promise<void> {
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
  const ambitionId = (await findPlanned(stage.database, lead.tenantId)).get('Teams die van elkaar leren');
  const about = ambitionId === undefined ? {} : { ambitionId };
  const running = await make(-160, {
    ...{
      name: 'Een vaste dag op school',
      difference: fixedDay,
      measures: ['lead_time', 'earliness', 'visits', 'goal_attainment', 'own_words'],
      ...about,
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
    ...about,
    publish: true,
  };
  mustBeTaken(await writePost(stage.at(day(stage, -70)), lead, news), 'a post about a pilot');
  await playAsking(stage, lead, running);
}

/** A round about a post, and those about the pilot that runs: one without names that ended, one to come, one that is a draft. */
async function playAsking(stage: Stage, lead: Actor, running: string): Promise<void> {
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
