import { readFileSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDemo } from '../../gateway/demo/load.ts';
import { startSubgraphs } from '../../gateway/federation/partnerGraph.ts';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { wired } from '../support/wire.ts';
import { Driver } from './driver.ts';
import { measure, table, type Cell } from './matrix.ts';
import { FAULTS, System, TARGETS } from './system.ts';

// Has everything that can fail do so under load, one after the other, and prints what it cost: `npm run faults`.
const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    fault: { type: 'string', multiple: true },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '5' },
  },
});
const targets = TARGETS.filter((each) => values.target?.includes(each) ?? true);
const faults = FAULTS.filter((each) => values.fault?.includes(each) ?? true);

const dataDir = mkdtempSync(join(tmpdir(), 'partner-graph-faults-'));
chmodSync(dataDir, 0o755);
let server = await embeddedServer({ dataDir });
const running = await startSubgraphs({ url: server.url, cache: false });
await loadDemo(running);
await Promise.all(running.map((subgraph) => subgraph.close()));

const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const database = await wired(server.url);
const system = await System.start({
  databaseUrl: server.url,
  database,
  dataDir,
  async postgres(fault) {
    const pid = postmaster();
    if (fault === 'frozen') {
      // Its processes are a group, which the shell that looks after it belongs to.
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
      for (const each of [pid, ...children]) process.kill(each, 'SIGSTOP');
      return async () => {
        for (const each of [pid, ...children]) process.kill(each, 'SIGCONT');
      };
    }
    if (fault === 'killed') {
      process.kill(pid, 'SIGKILL');
      return async () => {};
    }
    await server.stop();
    return async () => {
      server = await embeddedServer({ dataDir });
    };
  },
});
const issuer = await localIssuer(dataDir);
const token = await issuer.issue({ client: 'faults', scopes: SCOPES_OF.staff });
const urns = Array.from({ length: 40 }, (_, index) => String(900_001 + index * 7));
const driver = new Driver(system.url, token, urns);
try {
  await driver.learn();
  const cells: Cell[] = [];
  for (const target of targets) {
    for (const fault of faults) {
      const cell = await measure(system, driver, target, fault, {
        perSecond: Number(values.rate),
        lasts: Number(values.seconds) * 1000,
        after: 5_000,
      });
      cells.push(cell);
      console.log(table([cell]).split('\n').at(-1));
    }
  }
  console.log(`\n${table(cells)}`);
  process.exitCode = cells.some(({ wrong }) => wrong > 0) ? 1 : 0;
} finally {
  await system.stop();
  await database.wire.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
