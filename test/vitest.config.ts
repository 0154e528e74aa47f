import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { scaled } from './support/time.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether a file of tests needs PostgreSQL with the demo network in it: whatever uses these does. */
const needsDatabase = (file: string): boolean =>
  /support\/(graph|processes)\.ts|\binject\(/.test(readFileSync(join(root, file), 'utf8'));

const files = globSync('test/**/*.test.ts', { cwd: root, exclude: (name) => name.includes('node_modules') });

/** The files that take longest: they begin first, so that neither worker is left with one of them at the end. */
const LONGEST = ['faults/start', 'journeys/clients', 'subgraphs/figures', 'subgraphs/mutations'];

class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return place === -1 ? LONGEST.length : place;
    };
    return (await super.sort(specifications)).toSorted((one, other) => rank(one) - rank(other));
  }
}

const limits = {
  testTimeout: scaled(30_000),
  hookTimeout: scaled(60_000),
  expect: { poll: { timeout: scaled(1_000) } },
  // Tests run on Node itself, as the product does.
  experimental: { viteModuleRunner: false },
};

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: { ...limits, name: 'fast', include: files.filter((file) => !needsDatabase(file)), isolate: false },
      },
      {
        root,
        test: {
          ...limits,
          name: 'database',
          include: files.filter(needsDatabase),
          globalSetup: ['test/support/globalSetup.ts'],
          setupFiles: ['test/support/childrenSetup.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['gateway/**/*.ts', 'subgraphs/**/*.ts', 'schema/**/*.ts'],
      exclude: ['subgraphs/*/types.ts', 'subgraphs/*/resolverTypes.ts', '**/*.d.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'node_modules/.coverage',
      // What a part of the fast tests alone comes to: all of them together must not fall below it.
      thresholds: { statements: 32, branches: 26, functions: 27, lines: 32 },
    },
  },
});
