import { parseArgs } from 'node:util';
import { embeddedServer } from './kit/embedded.ts';
import { SUBGRAPHS, type SubgraphName } from './kit/sdl.ts';
import { passportsAt } from './kit/passport.ts';
import { subgraphSecret } from './kit/secret.ts';
import { serveSubgraph } from './kit/serve.ts';
import { startSubgraph } from './kit/subgraph.ts';
import { settings } from './kit/settings.ts';
import { untilStopped } from './kit/stop.ts';
import { subgraphs } from './index.ts';

// Runs one subgraph as a process of its own: `npm run subgraph -- reviews --port 4102`.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' }, host: { type: 'string' } } });
const name = positionals[0] as SubgraphName;
if (!SUBGRAPHS.includes(name)) {
  console.error(`Usage: npm run subgraph -- ${SUBGRAPHS.join('|')} [--port N] [--host ADDRESS]`);
  process.exit(2);
}

const { databaseUrl, dataDir, host, logLevel } = settings();
const address = values.host ?? host;
const secret = subgraphSecret(dataDir, process.env, address);
const given = process.env[`${name.toUpperCase()}_DATABASE_URL`] ?? databaseUrl;
const embedded = given ? null : await embeddedServer({ dataDir, share: true });
const running = await startSubgraph(subgraphs[name], { url: given ?? embedded!.url });
const app = await serveSubgraph(running, { port: Number(values.port ?? 4101 + SUBGRAPHS.indexOf(name)), host: address, logLevel, passports: passportsAt(name, secret) });
await untilStopped([() => app.close(), () => running.close(), async () => embedded?.stop()]);
