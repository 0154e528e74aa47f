import { embeddedServer } from '../subgraphs/kit/embedded.ts';
import { settings } from '../subgraphs/kit/settings.ts';
import { engineOf } from './engine/engine.ts';
import { fillIfEmpty } from './demo/load.ts';
import { partnerGateway, readiness, startSubgraphs } from './graph.ts';
import { metrics } from './metrics.ts';
import { HISTORY_QUERY, serve } from './server.ts';
import { untilStopped } from '../subgraphs/kit/stop.ts';
import { localTransport } from './transport/local.ts';

// Runs the whole product in one process: `npm start`.
const { port, host, dataDir, databaseUrl, logLevel, corsOrigins } = settings();

try {
  const embedded = databaseUrl ? null : await embeddedServer({ dataDir });
  const stops: (() => Promise<unknown>)[] = [async () => embedded?.stop()];
  const stopped = untilStopped(stops);
  const running = await startSubgraphs({ url: databaseUrl ?? embedded!.url, log: console.error });
  stops.unshift(() => Promise.all(running.map((subgraph) => subgraph.close())));
  if (embedded) await fillIfEmpty(running, dataDir);
  const gateway = await partnerGateway(localTransport(running), engineOf(process.env));
  const app = await serve({ gateway, port, host, corsOrigins, logLevel, ready: () => readiness(running), metrics: metrics(running), initialDocument: HISTORY_QUERY });
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
