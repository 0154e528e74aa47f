import { embeddedServer } from '../subgraphs/kit/process/embedded.ts';
import { createLog, errorLog } from '../subgraphs/kit/process/log.ts';
import { checkPort, portError } from '../subgraphs/kit/process/port.ts';
import { settings } from '../subgraphs/kit/process/settings.ts';
import { noteAddress } from './http/address.ts';
import { fillIfEmpty } from './demo/load.ts';
import { answerCache, partnerGateway, readiness, startSubgraphs } from './federation/partnerGraph.ts';
import { metrics } from './metrics.ts';
import { schoolsOfTrusts } from './identity/identify.ts';
import { SCOPES_OF, tokenLines } from './identity/localIssuer.ts';
import { checkReach, startIdentity } from './identity/start.ts';
import { HISTORY_QUERY, serve } from './server.ts';
import { untilStopped } from '../subgraphs/kit/process/stop.ts';
import { boundedTransport } from './federation/transport/bounded.ts';
import { localTransport } from './federation/transport/local.ts';

// Runs the whole product in one process: `npm start`.
try {
  const given = settings();
  const { dataDir, databaseUrl, port, host, logLevel, corsOrigins } = given;
  checkReach(given);
  const log = createLog(logLevel);
  const report = errorLog(log);
  await checkPort(port, host, 'PORT');
  const embedded = databaseUrl ? null : await embeddedServer({ dataDir });
  const stops: (() => Promise<unknown>)[] = [async () => embedded?.stop()];
  const stopped = untilStopped(stops);
  const url = databaseUrl ?? embedded!.url;
  const answers = answerCache();
  const running = await startSubgraphs({ url, answers, log: report });
  stops.unshift(() => Promise.all(running.map((subgraph) => subgraph.close())));
  if (embedded) await fillIfEmpty(running, dataDir);
  const transport = boundedTransport(localTransport(running), { timeout: given.times.request });
  const identity = await startIdentity(given, { databaseUrl: url, schoolsOf: schoolsOfTrusts(transport) });
  stops.unshift(() => identity.close());
  const sandboxToken = await identity.local?.issue({
    client: 'sandbox',
    scopes: SCOPES_OF.explorer,
    seconds: 7 * 86_400,
  });
  const gateway = await partnerGateway(transport, answers, report);
  const app = await serve({
    gateway,
    port,
    host,
    corsOrigins,
    log,
    ready: () => readiness(running),
    metrics: metrics(running, answers, transport),
    metricsToken: given.metricsToken,
    initialDocument: HISTORY_QUERY,
    sandboxToken,
    identify: identity.identify,
    loopbackOnly: identity.local !== null,
    rateLimit: given.rateLimit,
    timeout: given.times.request,
  }).catch((error: unknown) => {
    throw portError(error, port, 'PORT');
  });
  stops.unshift(() => app.close());
  const { port: bound } = app.server.address() as { port: number };
  console.log(`Partner graph: http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}/graphql`);
  if (identity.local) {
    noteAddress(dataDir, `http://localhost:${bound}`);
    console.log('Tokens for this machine, for a day; without one, the register and published outcomes can be read:');
    for (const line of await tokenLines(identity.local, running, process.stdout.isTTY)) console.log(line);
  }
  await stopped;
} catch (error) {
  console.error(`It could not start: ${(error as Error).message}`);
  process.exit(1);
}
