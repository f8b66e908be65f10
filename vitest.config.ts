import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/order.ts';

/** `rules` needs nothing; the other projects share one PostgreSQL server that `tests/support/server.ts` starts. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    // Whoever comes first loads the demonstration for all: half a minute on a quiet machine.
    hookTimeout: 120_000,
    // On two cores vitest would take one: PostgreSQL works beside it, but not all the time.
    maxWorkers: 2,
    // The files of a worker share one process: to start one and read the program anew took as long as a short test.
    // So no `vi.mock`: it would come too late.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.{store,actions,api,pages,jobs,commands}.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [
            'src/**/*.{store,actions,api,pages,jobs,commands}.test.{ts,tsx}',
            'tests/{journeys,law}/**/*.test.{ts,tsx}',
          ],
          globalSetup: ['tests/support/server.ts'],
          setupFiles: ['tests/support/anew.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/server.ts'],
          setupFiles: ['tests/support/anew.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
