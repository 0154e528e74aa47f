import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { sql } from 'kysely';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { importInto } from '../commands/import.ts';
import { demoFiles, demoSource } from './files.ts';

/** Loads the fictional demo network through the importers. Loading it again changes nothing. */
export async function loadDemo(
  running: readonly RunningSubgraph[],
  say: (line: string) => void = console.log,
): Promise<void> {
  const started = Date.now();
  const files = demoFiles();
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'demo network [{bar}] {percentage}% {file}', clearOnComplete: true, hideCursor: true })
    : null;
  if (!bar) say(`Loading the fictional demo network: ${files.length} files`);
  bar?.start(files.length, 0, { file: '' });
  let rows = 0;
  for (const [index, file] of files.entries()) {
    bar?.update(index, { file: file.name });
    const report = await importInto(running, file.kind, demoSource(file), { fictional: true });
    rows += report.rowsRead;
    if (report.rejected)
      throw new Error(
        `The demo network has rows that its own importers reject, in ${file.name}: ${report.lines().join('; ')}`,
      );
  }
  bar?.stop();
  // Statistics at once: the first queries are planned on them.
  await Promise.all(running.map(({ database }) => database.orm.em.execute('analyze')));
  say(
    `The fictional demo network is loaded: ${rows.toLocaleString('en-GB')} rows in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

/** Loads the demo network into an embedded database that holds nothing yet, or whose loading was interrupted. */
export async function fillIfEmpty(running: readonly RunningSubgraph[], dataDir: string): Promise<void> {
  const unfinished = join(dataDir, 'demo-unfinished');
  const schools = running.find(({ name }) => name === 'schools')!.database;
  const [{ empty }] = (await schools.rows<{ empty: boolean }>(
    sql`select not exists (select 1 from school) as empty`,
  )) as [{ empty: boolean }];
  if (!empty && !existsSync(unfinished)) return;
  writeFileSync(unfinished, '');
  await loadDemo(running);
  rmSync(unfinished);
}
