/** In which order files of tests run. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['browser', 'database', 'rules'];
/** What takes longest, longest first: whoever comes last should not leave the other core idle. */
const long = [
  'browser/accessible',
  'browser/journey',
  'journeys/life-cycle',
  'journeys/crash',
  'law/tables',
  'journeys/silence',
  'law/policies',
  'journeys/queries',
  'journeys/doors',
  'law/writes',
  'journeys/audited',
  'journeys/fuzz',
  'law/mirror',
  'journeys/backup',
  'journeys/matrix',
  'demo/registers',
  'files/text',
  'documents/letter',
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
