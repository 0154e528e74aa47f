import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { scaled } from './support/time.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether a file of tests needs PostgreSQL with the demo network in it: whatever uses these does. */
const needsDatabase = (file: string): boolean =>
  /support\/(graph|processes)\.ts|\binject\(/.test(readFileSync(join(root, file), 'utf8'));

const files = globSync('test/**/*.test.ts', { cwd: root, exclude: (name) => name.includes('node_modules') });

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
      exclude: ['subgraphs/*/generated.ts', '**/*.d.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'node_modules/.coverage',
    },
  },
});
