/** A year of development, played through the product's own actions: profiles, rounds of asking, pilots and ways into the role. */
import {
  type RoundInput,
  recordTransition,
  type TransitionStep,
  takeProfileStep,
  writeProfile,
} from '../../plans/index.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';
import { askedProfile, deskWords, firstProfile, leadProfile, secondSummary } from './development-texts.ts';
import { playPilots } from './pilots.ts';
import { answerBy, closeRound, day, holders, one, openRound } from './rounds.ts';

export async function playDevelopment(stage: Stage): Promise<void> {
  const profile = await playProfiles(stage);
  await playTransitions(stage, profile);
  await playPilots(stage);
}

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
