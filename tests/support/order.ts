/** In which order files of tests run. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['browser', 'database', 'rules'];
/** What takes longest, longest first: whoever comes last should not leave the other core idle. */
const long = [
  'browser/accessible',
  'browser/journey',
  'browser/oidc',
  'browser/trust',
  'browser/strange',
  'browser/news',
  'browser/questions',
  'browser/passkeys',
  'browser/plans',
  'law/tables',
  'journeys/silence',
  'law/policies',
  'journeys/doors',
  'journeys/life-cycle',
  'law/writes',
  'law/protocol',
  'journeys/audited',
  'law/mirror',
  'journeys/queries',
  'journeys/crash',
  'journeys/matrix',
  'journeys/ledger',
  'releases/release',
  'journeys/fuzz',
  'journeys/question-silence',
  'journeys/own-form',
  'audit/chain',
  'plans/plan',
  'demo/registers',
  'journeys/backup',
  'measures/measure',
  'subscriptions/subscription',
  'mail/mail',
  'files/text',
  'documents/letter',
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
