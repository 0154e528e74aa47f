import { SingleBar } from 'cli-progress';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { importInto } from '../commands/import.ts';
import { demoFiles, demoSource } from './files.ts';

/** Loads the fictional demo network through the importers. Loading it again changes nothing. */
export async function loadDemo(running: readonly RunningSubgraph[], say: (line: string) => void = console.log): Promise<void> {
  const started = Date.now();
  const files = demoFiles();
  const bar = process.stderr.isTTY ? new SingleBar({ format: 'demo network [{bar}] {percentage}% {file}', clearOnComplete: true, hideCursor: true }) : null;
  if (!bar) say(`Loading the fictional demo network: ${files.length} files`);
  bar?.start(files.length, 0, { file: '' });
  let rows = 0;
  for (const [index, file] of files.entries()) {
    bar?.update(index, { file: file.name });
    const report = await importInto(running, file.kind, demoSource(file), { fictional: true });
    rows += report.rowsRead;
    if (report.rejected) throw new Error(`The demo network has rows that its own importers reject, in ${file.name}: ${report.lines().join('; ')}`);
  }
  bar?.stop();
  // Statistics at once: the first queries are planned on them.
  await Promise.all(running.map(({ database }) => database.orm.em.execute('analyze')));
  say(`The fictional demo network is loaded: ${rows.toLocaleString('en-GB')} rows in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
