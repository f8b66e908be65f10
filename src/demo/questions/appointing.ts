/** Profiles and contracts of specialists, written down by the team lead on the first day; some come to the same school each week. */
import { addDays } from '../../platform/pure/dates.ts';
import { addContract, makeSeries, saveProfile } from '../../stationing/index.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from './player.ts';
import { specialistOf } from './team.ts';

export async function appointSpecialists(stage: Stage): Promise<void> {
  const { team, schools, today } = stage;
  const lead = await stage.actor(team.teamLead);
  const deed = stage.at(addDays(today, -345), 7);
  for (const [nth, personId] of team.specialists.entries()) {
    const { profile, contract } = specialistOf(nth, today);
    mustBeTaken(await saveProfile(deed, lead, personId, profile), 'a profile');
    mustBeTaken(await addContract(deed, lead, personId, contract), 'a contract');
    // Every other one comes to the same school on the same day of each week.
    const school = schools[nth % schools.length];
    if (nth % 2 === 1 || school === undefined) continue;
    const specialist = await stage.actor(personId);
    const fixed = { schoolCode: school.code, weekday: 1 + (nth % 5), from: addDays(today, -200) };
    mustBeTaken(
      await makeSeries(deed, specialist, { ...fixed, minutes: 120, kind: 'coaching' }),
      'a fixed day',
    );
  }
}
