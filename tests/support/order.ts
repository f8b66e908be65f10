/** In which order files of tests run. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['browser', 'database', 'rules'];
/**
 * What takes longest, longest first: whoever comes last should not leave the other core idle. The first loads the demonstration for all;
 * the three after it do without.
 */
const long = [
  'browser/accessible',
  'browser/oidc',
  'browser/questions',
  'browser/news',
  'browser/strange',
  'browser/journey',
  'browser/trust',
  'browser/passkeys',
  'browser/plans',
  'browser/offline',
  'law/policies',
  'journeys/life-cycle',
  'law/protocol',
  'journeys/silence',
  'law/writes',
  'journeys/audited',
  'law/tables',
  'law/mirror',
  'journeys/doors',
  'journeys/crash',
  'journeys/ledger',
  'journeys/matrix',
  'releases/release',
  'journeys/own-form',
  'journeys/fuzz',
  'journeys/question-silence',
  'audit/chain',
  'plans/plan',
  'measures/measure',
  'journeys/backup',
  'journeys/queries',
  'journeys/question-matrix',
  'journeys/second-step',
  'subscriptions/subscription',
  'mail/mail',
  'files/text',
  'platform/part',
];

/** Project by project, since a process serves one project; in each the long files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const nth = long.findIndex((name) => moduleId.includes(`/${name}.`));
      return projects.indexOf(project.name) * 100 + (nth === -1 ? 99 : nth);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
