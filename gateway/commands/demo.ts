import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import { withDatabase } from '../database.ts';
import { demoFiles } from '../demo/files.ts';
import { loadDemo } from '../demo/load.ts';
import { startSubgraphs } from '../federation/partnerGraph.ts';

// Loads the fictional demo network: `npm run demo`; or writes its files to a directory: `npm run demo -- --files DIR`.
const { values } = parseArgs({ options: { 'database-url': { type: 'string' }, files: { type: 'string' } } });
try {
  if (values.files) {
    mkdirSync(values.files, { recursive: true });
    for (const { name, rows } of demoFiles()) writeFileSync(join(values.files, name), stringify(rows()));
    console.log(`${demoFiles().length} files written to ${values.files}`);
  } else {
    const given = settings();
    await withDatabase({ ...given, databaseUrl: values['database-url'] ?? given.databaseUrl }, async (url) => {
      const running = await startSubgraphs({ url, cache: false });
      await loadDemo(running).finally(() => Promise.all(running.map((subgraph) => subgraph.close())));
    });
  }
} catch (error) {
  console.error(`The demo network could not be loaded: ${(error as Error).message}`);
  process.exitCode = 1;
}
