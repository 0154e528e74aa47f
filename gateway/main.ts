import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { embeddedServer } from '../subgraphs/kit/embedded.ts';
import { settings } from '../subgraphs/kit/settings.ts';
import type { RunningSubgraph } from '../subgraphs/kit/subgraph.ts';
import { loadDemo } from './demo/load.ts';
import { partnerGateway, readiness, startSubgraphs } from './graph.ts';
import { HISTORY_QUERY, serve } from './server.ts';
import { untilStopped } from './stop.ts';
import { localTransport } from './transport/local.ts';

// Runs the whole product in one process: `npm start`.
const { port, host, dataDir, databaseUrl, logLevel, corsOrigins } = settings();

/** Loads the demo network into an embedded database that holds nothing yet, or whose loading was interrupted. */
async function fillIfEmpty(running: RunningSubgraph[]): Promise<void> {
  const unfinished = join(dataDir, 'demo-unfinished');
  const schools = running.find(({ name }) => name === 'schools')!.database;
  const [{ empty }] = (await schools.rows<{ empty: boolean }>(sql`select not exists (select 1 from school) as empty`)) as [{ empty: boolean }];
  if (!empty && !existsSync(unfinished)) return;
  writeFileSync(unfinished, '');
  await loadDemo(running);
  rmSync(unfinished);
}

try {
  const embedded = databaseUrl ? null : await embeddedServer({ dataDir });
  const stops: (() => Promise<unknown>)[] = [async () => embedded?.stop()];
  const stopped = untilStopped(stops);
  const running = await startSubgraphs({ url: databaseUrl ?? embedded!.url, log: console.error });
  stops.unshift(() => Promise.all(running.map((subgraph) => subgraph.close())));
  if (embedded) await fillIfEmpty(running);
  const gateway = await partnerGateway(localTransport(running));
  const app = await serve({ gateway, port, host, corsOrigins, logLevel, ready: () => readiness(running), initialDocument: HISTORY_QUERY });
  stops.unshift(() => app.close());
  const { port: bound } = app.server.address() as { port: number };
  console.log(`Partner graph: http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}/graphql`);
  if (host === '127.0.0.1' || host === 'localhost' || host === '::1') console.log('It answers this machine only: nobody has to prove who they are. HOST sets another address.');
  else console.warn(`It answers everyone who reaches ${host}, and nobody has to prove who they are.`);
  await stopped;
} catch (error) {
  console.error((error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? `Port ${port} is in use: set PORT to another one.` : `It could not start: ${(error as Error).message}`);
  process.exit(1);
}
