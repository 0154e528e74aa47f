import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withScalars } from '../../subgraphs/kit/serve/scalars.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { SUBGRAPHS } from '../../subgraphs/kit/serve/sdl.ts';
import { passportsFrom } from '../../subgraphs/kit/serve/passport.ts';
import { subgraphSecret } from '../../subgraphs/kit/process/secret.ts';
import { noteAddress } from '../http/address.ts';
import { SUPERGRAPH } from '../federation/partnerGraph.ts';
import { Refused, schoolsOfTrusts, type Identify } from '../identity/identify.ts';
import { startIdentity } from '../identity/start.ts';
import { GENERAL_INPUT_LIMITS } from '../limits/inputLimits.ts';
import { metrics } from '../metrics.ts';
import { HISTORY_QUERY, serve } from '../server.ts';
import { createLog, errorLog } from '../../subgraphs/kit/process/log.ts';
import { checkPort, portError, PortTaken, PORT_TAKEN } from '../../subgraphs/kit/process/port.ts';
import { endWithParent, untilStopped } from '../../subgraphs/kit/process/stop.ts';
import { READY_WITHIN } from '../../subgraphs/kit/subgraph.ts';
import { federationGateway, subgraphUrls } from '../federation/supergraph.ts';
import { boundedTransport } from '../federation/transport/bounded.ts';
import { CONNECTIONS, httpTransport } from '../federation/transport/http.ts';

/** Subgraphs of another make may check tokens themselves: one that is not ours is theirs, and is handed on. */
const theirTokensToo =
  (identify: Identify): Identify =>
  async (headers, from) => {
    try {
      return await identify(headers, from);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return identify({}, from);
      throw error;
    }
  };

/** Where the environment says that a subgraph is. */
function addressIn(setting: string): string | undefined {
  const url = process.env[setting];
  if (url && !/^https?:\/\//.test(url))
    throw new Error(`${setting}=${url} is not where a subgraph is: one is at http://host:4101/graphql.`);
  return url || undefined;
}

// Serves a supergraph over HTTP subgraphs: `npm run gateway -- --supergraph FILE --port N`; ours if no file is named.
// The addresses are those of its join__Graph, unless <NAME>_URL says otherwise.
try {
  endWithParent();
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      timeout: { type: 'string' },
    },
  });
  const given = settings({
    ...process.env,
    ...(values.port ? { PORT: values.port } : {}),
    ...(values.host ? { HOST: values.host } : {}),
  });
  const { port, host, corsOrigins, logLevel, dataDir, databaseUrl } = given;
  await checkPort(port, host, 'PORT');
  const log = createLog(logLevel);
  const supergraph = values.supergraph ? readFileSync(resolve(values.supergraph), 'utf8') : SUPERGRAPH;
  const named = subgraphUrls(supergraph);
  const ours = [...named.keys()].sort().join() === SUBGRAPHS.toSorted().join();
  const urls = new Map(
    [...named].map(([name, url]) => [name, addressIn(`${name.toUpperCase().replace(/\W/g, '_')}_URL`) ?? url]),
  );
  const timeout = values.timeout ? Number(values.timeout) : given.times.request;
  const transport = boundedTransport(
    httpTransport(urls, { timeout, passport: ours ? passportsFrom(subgraphSecret(dataDir)) : undefined }),
    { timeout, atOnce: CONNECTIONS },
  );
  const identity = await startIdentity(given, {
    databaseUrl,
    schoolsOf: ours ? schoolsOfTrusts(transport) : undefined,
  });
  const gateway = await federationGateway(supergraph, transport, {
    refine: ours ? withScalars : undefined,
    report: errorLog(log),
  });

  /** A subgraph is ready when it says so; one of another make when it answers. */
  const ready = async (name: string, url: string) => {
    const health = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(READY_WITHIN) }).catch(
      () => null,
    );
    if (!health) return [name, false] as const;
    return [name, ours ? health.ok : true] as const;
  };
  const readiness = async () => Object.fromEntries(await Promise.all([...urls].map(([name, url]) => ready(name, url))));
  const app = await serve({
    gateway,
    port,
    host,
    corsOrigins,
    log,
    metrics: metrics([], undefined, transport),
    initialDocument: ours ? HISTORY_QUERY : undefined,
    identify: ours || given.issuer ? identity.identify : theirTokensToo(identity.identify),
    loopbackOnly: identity.local !== null,
    rateLimit: given.rateLimit,
    timeout,
    metricsToken: given.metricsToken,
    inputs: ours ? undefined : GENERAL_INPUT_LIMITS,
    ready: readiness,
  }).catch((error: unknown) => {
    throw portError(error, port, 'PORT');
  });
  console.log(
    `Gateway: http://${host === '127.0.0.1' ? 'localhost' : host}:${(app.server.address() as { port: number }).port}/graphql over ${[...urls.keys()].join(', ')}`,
  );
  if (identity.local) noteAddress(dataDir, `http://localhost:${(app.server.address() as { port: number }).port}`);
  const away = Object.entries(await readiness()).flatMap(([name, isReady]) => (isReady ? [] : name));
  if (away.length > 0)
    console.error(`Not ready yet: ${away.join(', ')}. What they know is missing in answers until they are.`);
  await untilStopped([() => app.close(), () => transport.close(), () => identity.close()]);
} catch (error) {
  console.error(`The gateway could not start: ${(error as Error).message}`);
  process.exit(error instanceof PortTaken ? PORT_TAKEN : 1);
}
