import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDemo } from '../../gateway/demo/load.ts';
import { startSubgraphs } from '../../gateway/federation/partnerGraph.ts';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { fuzz } from './run.ts';
import { FuzzedServer } from './server.ts';

const USAGE = `Usage: npm run fuzz -- [options]

Starts the product on a database of its own with the demo network, sends it random requests of all kinds of callers, and
counts what must not be: failures, slow answers, a process that is held or grows, rows that are not for who gets them.

  --requests N   how many, 10,000 unless given
  --seed N       the same seed asks the same; 1 unless given
  --seconds N    most seconds to ask for, 1,800 unless given
  --show N       how many failures are shown, 20 unless given
  --only N       sends request N of this seed alone, and shows it with its answer
`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '1800' },
    show: { type: 'string', default: '20' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
} else {
  const dataDir = mkdtempSync(join(tmpdir(), 'partner-graph-fuzz-'));
  const postgres = await embeddedServer({ dataDir });
  try {
    const running = await startSubgraphs({ url: postgres.url });
    await loadDemo(running, () => {});
    await Promise.all(running.map((subgraph) => subgraph.close()));
    const server = await FuzzedServer.start(postgres.url, dataDir);
    try {
      const tally = await fuzz({
        url: server.url,
        vitals: () => server.vitals(),
        databaseUrl: postgres.url,
        dataDir,
        requests: Number(values.requests),
        seed: Number(values.seed),
        seconds: Number(values.seconds),
        ...(values.only === undefined ? {} : { only: Number(values.only) }),
      });
      tally.logged = server.logged;
      const show = Number(values.show);
      for (const failure of tally.failures.slice(0, show)) console.log(JSON.stringify(failure));
      for (const row of tally.outOfScope.slice(0, show)) console.log(JSON.stringify(row));
      for (const each of tally.holding.slice(0, show)) console.log(JSON.stringify(each));
      for (const line of tally.logged.slice(0, show)) console.log(line.slice(0, 500));
      console.log(tally.table());
      if (!server.lives) console.log('The server has died.');
      process.exitCode = tally.isClean && server.lives ? 0 : 1;
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
