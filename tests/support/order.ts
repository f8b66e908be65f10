/** In which order files of tests run. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['browser', 'database', 'rules'];
/** What takes longest, longest first: whoever comes last should not leave the other core idle. */
const long = [
  'browser/accessible',
  'browser/oidc',
  'browser/journey',
  'browser/questions',
  'browser/news',
  'browser/trust',
  'browser/strange',
  'journeys/silence',
  'journeys/doors',
  'law/tables',
  'journeys/queries',
  'law/policies',
  'law/protocol',
  'law/writes',
  'journeys/crash',
  'journeys/fuzz',
  'journeys/life-cycle',
  'law/mirror',
  'journeys/audited',
  'journeys/matrix',
  'journeys/ledger',
  'journeys/backup',
  'demo/registers',
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
