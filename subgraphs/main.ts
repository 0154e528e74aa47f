import { parseArgs } from 'node:util';
import { embeddedServer } from './kit/process/embedded.ts';
import { createLog, errorLog } from './kit/process/log.ts';
import { checkPort, portError, PortTaken, PORT_TAKEN } from './kit/process/port.ts';
import { SUBGRAPHS, type SubgraphName } from './kit/serve/sdl.ts';
import { passportsAt } from './kit/serve/passport.ts';
import { subgraphSecret } from './kit/process/secret.ts';
import { serveSubgraph } from './kit/serve/http.ts';
import { startSubgraph } from './kit/subgraph.ts';
import { databaseUrlIn, portIn, settings } from './kit/process/settings.ts';
import { endWithParent, untilStopped } from './kit/process/stop.ts';
import { subgraphs } from './index.ts';

// Runs one subgraph as a process of its own: `npm run subgraph -- reviews --port 4102`.
try {
  endWithParent();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, host: { type: 'string' } },
  });
  const name = positionals[0] as SubgraphName;
  if (!SUBGRAPHS.includes(name)) {
    console.error(`Usage: npm run subgraph -- ${SUBGRAPHS.join('|')} [--port N] [--host ADDRESS]`);
    process.exit(2);
  }
  const { databaseUrl, dataDir, host: usual, logLevel, times, metricsToken } = settings();
  const host = values.host ?? usual;
  const port = portIn({ '--port': values.port }, '--port', 4101 + SUBGRAPHS.indexOf(name));
  const secret = subgraphSecret(dataDir, process.env, host);
  const given = databaseUrlIn(process.env, `${name.toUpperCase()}_DATABASE_URL`) ?? databaseUrl;
  await checkPort(port, host, '--port');
  const log = createLog(logLevel);
  const embedded = given ? null : await embeddedServer({ dataDir, share: true });
  const running = await startSubgraph(subgraphs[name], { url: given ?? embedded!.url, log: errorLog(log) });
  const app = await serveSubgraph(running, {
    port,
    host,
    log,
    metricsToken,
    passports: passportsAt(name, secret),
    timeout: times.request,
  }).catch((error: unknown) => {
    throw portError(error, port, '--port');
  });
  await untilStopped([() => app.close(), () => running.close(), async () => embedded?.stop()]);
} catch (error) {
  console.error(`The subgraph could not start: ${(error as Error).message}`);
  process.exit(error instanceof PortTaken ? PORT_TAKEN : 1);
}
