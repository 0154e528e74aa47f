import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { endRegisteredChildren, registerChildren } from './children.ts';
import { schoolsOfNetwork, serverOf, Started } from './started.ts';

/** What was seen of the first `npm start` on an empty data directory. */
export interface FirstStart {
  output: string;
  /** Whose tokens it printed. */
  printed: string[];
  schools: number;
  serverLived: boolean;
  exitCode: number | null;
  serverLivesStill: boolean;
  /** A copy of the data directory as it was left; empty where none could be made. */
  copy: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of a database that holds the demo network; tests copy it. */
    demoDatabase: string;
    /** Data directory with the key of the local issuer and the secret of subgraphs. */
    identityDir: string;
    firstStart: FirstStart;
  }
}

/**
 * Has the product start on an empty data directory, as somebody does who tries it, which loads the demo network once for
 * all tests. Then the same data directory's PostgreSQL serves the tests.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'partner-graph-test-'));
  chmodSync(directory, 0o755);
  const children = join(directory, 'children');
  registerChildren(children);
  const dataDir = join(directory, 'data');
  mkdirSync(dataDir, { mode: 0o755 });
  project.provide('firstStart', await firstStart(dataDir, join(directory, 'copy')));
  const server = await embeddedServer({ dataDir });
  project.provide('demoDatabase', server.url);
  project.provide('identityDir', dataDir);
  return async () => {
    endRegisteredChildren(children);
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

async function firstStart(dataDir: string, copy: string): Promise<FirstStart> {
  const started = new Started(dataDir);
  await started.up();
  const schools = await schoolsOfNetwork(started);
  const serverLived = serverOf(dataDir) !== null;
  const exitCode = await started.end('SIGTERM');
  // Where root's PostgreSQL cannot enter the directory, its files are elsewhere, and a copy would share them.
  const isWhole = lstatSync(join(dataDir, 'postgres')).isDirectory();
  if (isWhole) execFileSync('cp', ['-a', dataDir, copy]);
  const { output, printed } = started;
  return {
    output,
    printed,
    schools,
    serverLived,
    exitCode,
    serverLivesStill: serverOf(dataDir) !== null,
    copy: isWhole ? copy : '',
  };
}
