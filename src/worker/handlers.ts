import { eraseByTerm, recordTerms, tellAllInvited } from '../concerns/index.ts';
import { fadePlansByTerm, planNext } from '../deployment/index.ts';
import { tidyLogIns } from '../login/index.ts';
import { remindOfPromises, tellNews, wordNews } from '../news/index.ts';
import { mailNotices, remindOfTheDay } from '../notices/index.ts';
import { fadeDevelopmentByTerm, remindOfRounds } from '../plans/index.ts';
import type { Config } from '../platform/config.ts';
import { keepJournal } from '../platform/erasure-journal.store.ts';
import type { Handlers } from '../platform/jobs.ts';
import { openPost } from '../platform/mail/mail.jobs.ts';
import { auditSealer } from '../privacy/index.ts';
import { fadeQuestionsByTerm } from '../questions/index.ts';
import {
  askYearly,
  fadeFormsByTerm,
  fadeObservationsByTerm,
  fadeReportsByTerm,
  keepCapacity,
  makeReleases,
  makeReports,
  makeTeacherFigures,
  sendReports,
} from '../results/index.ts';
import { fadeStationingByTerm, moveStationings } from '../stationing/index.ts';

/** All jobs of all subjects. A queue without a handler does not compile. */
export const handlersFor = (config: Config): Handlers => ({
  mail: openPost(config, wordNews),
  'concern-terms': recordTerms,
  'access-tidy': tidyLogIns,
  invitations: tellAllInvited,
  'erase-by-term': async (database) => {
    await eraseByTerm(database);
    await fadeQuestionsByTerm(database);
    await fadeStationingByTerm(database);
    await fadePlansByTerm(database);
    await fadeDevelopmentByTerm(database);
    await fadeFormsByTerm(database);
    await fadeObservationsByTerm(database);
    await fadeReportsByTerm(database);
  },
  // As a function of the database alone: a job gives more.
  'deployment-plans': (database) => planNext(database),
  'measure-releases': async (database) => {
    await keepCapacity(database);
    await makeReleases(database);
    await makeTeacherFigures(database);
  },
  reports: async (database) => {
    await sendReports(database);
    await makeReports(database);
  },
  'erasure-journal': (database) => keepJournal(database, config.dataDir),
  'notice-mail': async (database) => {
    await tellNews(database);
    await mailNotices(database);
  },
  'notice-day': async (database) => {
    // What begins, ends or is thought of today stands in the overview of today.
    await moveStationings(database);
    await remindOfPromises(database);
    await remindOfRounds(database);
    await askYearly(database);
    await remindOfTheDay(database);
  },
  'audit-seal': auditSealer(config.auditAnchor),
});
