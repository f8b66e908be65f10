/** The demonstration: invented partnerships to look around in. */
import { type Command, type DatabaseAccess, operatorDatabase, withDatabase } from '../platform/command.ts';
import { readConfig } from '../platform/config.ts';
import { PlainFault } from '../platform/plain-fault.ts';
import { type CivilDate, dayOf, weekday } from '../platform/pure/dates.ts';
import { loadRegisters, presets } from '../registers/index.ts';
import { keepCapacity, makeReleases, makeTeacherFigures } from '../results/index.ts';
import { moveStationings } from '../stationing/index.ts';
import { loadDemoConcerns } from './concerns.ts';
import { type IsOpen, momentOn } from './days.ts';
import { layGround } from './deployment/ground-player.ts';
import { makePlans } from './deployment/plans.ts';
import { playStationings } from './deployment/player.ts';
import { openStage, type Stage } from './deployment/stage.ts';
import { schoolYearsAround } from './holidays.ts';
import { playDevelopment } from './news/development.ts';
import { playPosts } from './news/posts.ts';
import { playPromises } from './news/promises.ts';
import { playSubscribers } from './news/subscribers.ts';
import { appointSpecialists } from './questions/appointing.ts';
import { loadDemoQuestions } from './questions/player.ts';
import { demonstrationRegisters } from './registers.ts';
import { playForms } from './results/forms.ts';
import { fadePast, playHistory, playVisits } from './results/history.ts';
import { playObservations } from './results/observations.ts';
import { playReports } from './results/reports.ts';

export { demonstrationPost } from './post.pages.tsx';
export { special } from './posts.ts';
export { type DemonstrationRegisters, demonstrationRegisters } from './registers.ts';

/** One of them says in its own words how a question is asked at a school. */
const asking = {
  rotterdam: {},
  'oss-uden': {
    howToAsk:
      'Hebt u een vraag over uw kind? Begin bij de leerkracht. De intern begeleider kent de weg.\n\nKomt u er samen niet uit, bel of mail dan de trajectbegeleider van de school. U hoeft niets op te schrijven. Binnen een schoolweek hoort u wie er met u meedenkt.',
  },
} as const;

/** Loads the demonstration unless one is there already; says whether it did. Its days lie around `now`. */
export async function loadDemonstration(access: DatabaseAccess, now: Date): Promise<boolean> {
  const database = operatorDatabase(access);
  const grounds: (() => Promise<Ground>)[] = [];
  const partnerships: string[] = [];
  const alone = inTurn();
  try {
    for (const registers of demonstrationRegisters(dayOf(now.getTime()))) {
      const { tenantId: id, code, name } = registers;
      const tenant = {
        id,
        code,
        name,
        preset: code,
        swvNumber: null,
        demonstration: true,
        ...presets[code],
        ...asking[code],
      };
      if (!(await loadRegisters(database, tenant, registers))) return false;
      const isOpen: IsOpen = (day) =>
        weekday(day) <= 5 &&
        !registers.holidays.some((one) => one.scope === 'tenant' && one.startsOn <= day && day < one.endsOn);
      await loadDemoConcerns(access, id, now, isOpen);
      partnerships.push(id);
      grounds.push(async () => {
        const stage = await openStage(access, registers, now);
        // Most of the past first, in the order in which it was.
        const ambitions = await layGround(stage);
        await appointSpecialists(stage);
        const there = await playHistory(stage);
        await playForms(stage);
        return { stage, ambitions, isOpen, there };
      });
    }
    // Beside each other: unlike the concerns they call on no task that looks at every partnership.
    const laid = await Promise.all(grounds.map((lay) => lay()));
    await Promise.all(
      laid.map(async ({ stage, ambitions, isOpen, there }) => {
        try {
          await loadDemoQuestions(access, stage.registers.tenantId, now, isOpen);
          await playStationings(stage, ambitions);
          await playVisits(stage, there);
          await playPromises(stage, await playPosts(stage));
          await playDevelopment(stage);
          await playObservations(stage, isOpen);
          await alone(() => makePlans(stage, ambitions));
        } finally {
          await stage.database.close();
        }
      }),
    );
    const then = operatorDatabase(access, () => releasedOn(dayOf(now.getTime())));
    await makeReleases(then).finally(() => then.close());
    // What begins and ends by itself today.
    const atNow = operatorDatabase(access, () => now);
    for (const id of partnerships) await fadePast(atNow, id);
    await moveStationings(atNow);
    await makeTeacherFigures(atNow);
    await keepCapacity(atNow);
    await makeReleases(atNow);
    await playReports(atNow, partnerships[0] ?? '', now).finally(() => atNow.close());
    await playSubscribers(access, partnerships, now);
    return true;
  } finally {
    await database.close();
  }
}

interface Ground {
  readonly stage: Stage;
  readonly ambitions: readonly string[];
  readonly isOpen: IsOpen;
  readonly there: Awaited<ReturnType<typeof playHistory>>;
}

/** When the figures of the oldest school year were released: soon after it, before anything of now was there. */
const releasedOn = (today: CivilDate) => momentOn(`${(schoolYearsAround(today)[0] ?? 0) + 1}-08-20`, 4);

/** One at a time: a planner takes whatever plan waits, of whichever partnership. */
function inTurn(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work);
    return last;
  };
}

export const demoCommands: readonly Command[] = [
  {
    name: 'demo load',
    summary: 'Laadt de demonstratie: twee verzonnen samenwerkingsverbanden',
    help: 'Doet niets als er al een demonstratie is. Kan niet met NODE_ENV=production.',
    run: async (_args, env) => {
      const config = readConfig(env);
      if (config.production) throw new PlainFault('De demonstratie kan niet samen met NODE_ENV=production.');
      const loaded = await withDatabase(config, (access) => loadDemonstration(access, new Date()));
      console.log(loaded ? 'De demonstratie is geladen.' : 'De demonstratie was er al.');
    },
  },
];
