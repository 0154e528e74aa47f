import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '../../gateway/demo/load.ts';
import { startSubgraphs } from '../../gateway/graph.ts';
import { localIssuer } from '../../gateway/identity/localIssuer.ts';
import { embeddedServer } from '../../subgraphs/kit/embedded.ts';
import { subgraphSecret } from '../../subgraphs/kit/secret.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of a database that holds the demo network; tests copy it. */
    demoDatabase: string;
    /** Data directory with the key of the local issuer and the secret of subgraphs. */
    identityDir: string;
  }
}

/** Starts one PostgreSQL for all tests, with the demo network in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'partner-graph-test-'));
  chmodSync(dataDir, 0o755);
  const server = await embeddedServer({ dataDir });
  const running = await startSubgraphs({ url: server.url });
  await loadDemo(running, () => {});
  await Promise.all(running.map((subgraph) => subgraph.close()));
  await localIssuer(dataDir);
  subgraphSecret(dataDir, {});
  project.provide('demoDatabase', server.url);
  project.provide('identityDir', dataDir);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
