import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { parse } from 'graphql';
import { ImportRefused } from '../../subgraphs/kit/import/kind.ts';
import { fileSource, type Source } from '../../subgraphs/kit/import/read.ts';
import { importFile, type ImportOptions } from '../../subgraphs/kit/import/run.ts';
import type { ImportReport } from '../../subgraphs/kit/import/report.ts';
import { settings } from '../../subgraphs/kit/settings.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { importKinds } from '../../subgraphs/index.ts';
import { withDatabase } from '../database.ts';
import { startSubgraphs } from '../graph.ts';

/** A command was called in a way that it does not understand. */
class Usage extends Error {}

/** Which of these URNs are on the register, asked of the schools subgraph. */
export function register(running: readonly RunningSubgraph[]): NonNullable<ImportOptions['onRegister']> {
  const schools = running.find(({ name }) => name === 'schools')!;
  const document = parse('query ($of: [_Any!]!) { _entities(representations: $of) { ... on School { urn } } }');
  return async (urns) => {
    const { data } = await schools.execute({ document, variables: { of: urns.map((urn) => ({ __typename: 'School', urn })) } });
    return new Set((data!['_entities'] as ({ urn: string } | null)[]).flatMap((school) => school?.urn ?? []));
  };
}

/** Imports one source by the name of its kind. @throws ImportRefused */
export function importInto(running: readonly RunningSubgraph[], kindName: string, source: Source, options: ImportOptions = {}): Promise<ImportReport> {
  const found = importKinds.find(({ kind }) => kind.kind === kindName);
  if (!found) throw new ImportRefused(`There is no kind "${kindName}": choose ${importKinds.map(({ kind }) => kind.kind).join(', ')}.`);
  const { database } = running.find(({ name }) => name === found.subgraph)!;
  return importFile(database, found.kind, source, { kinds: importKinds.map(({ kind }) => kind), onRegister: register(running), ...options });
}

const USAGE = `Usage: npm run import -- KIND FILE… [options]

${importKinds.map(({ kind }) => `  ${kind.kind.padEnd(22)}${kind.describes}`).join('\n')}

Options
  --dry-run             read and check everything, and keep nothing
  --report FILE         write every rejected row and unknown URN to a CSV file (with several files: FILE.1, FILE.2, …)
  --year 2018/19        academic year of a file of results, where its name does not say
  --status final        provisional, revised or final, where the name does not say
  --database-url URL    import into this PostgreSQL server
  --template            print an example of KIND (members, reviews, programmes)`;

/** `npm run import`: the exit code is 1 if a file was refused, 2 if the command was not understood. */
async function main(argv: string[]): Promise<number> {
  const options = {
    'dry-run': { type: 'boolean' }, report: { type: 'string' }, year: { type: 'string' }, status: { type: 'string' },
    'database-url': { type: 'string' }, template: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
  const { values, positionals: [kindName, ...files] } = parsed;
  if (values.help || !kindName) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const found = importKinds.find(({ kind }) => kind.kind === kindName);
  if (!found) throw new Usage(`There is no kind "${kindName}".`);
  if (values.template) {
    if (!found.kind.template) throw new Usage(`${kindName} is a format of the Department for Education: download a file, there is no template.`);
    process.stdout.write(found.kind.template);
    return 0;
  }
  if (!files.length) throw new Usage(`Which file of ${kindName}?`);

  const given = settings();
  return withDatabase({ ...given, databaseUrl: values['database-url'] ?? given.databaseUrl }, async (url) => {
    const running = await startSubgraphs({ url, poolSize: 3, cache: false });
    let refused = 0;
    try {
      for (const [index, path] of files.entries()) {
        const started = Date.now();
        const reportPath = values.report && (files.length > 1 ? `${values.report}.${index + 1}` : values.report);
        try {
          const source = await fileSource(path);
          const progress = progressOf(source);
          const report = await importInto(running, kindName, source, { dryRun: values['dry-run'], reportPath, year: values.year, status: values.status, onProgress: progress.update }).finally(progress.stop);
          console.log(`${source.name}${values['dry-run'] ? ' (dry run, nothing is kept)' : ''}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
          for (const line of report.lines()) console.log(`  ${line}`);
        } catch (error) {
          if (!(error instanceof ImportRefused)) throw error;
          refused++;
          console.error(`${path} was refused, and nothing of it was kept: ${error.message}`);
        }
      }
    } finally {
      await Promise.all(running.map((subgraph) => subgraph.close()));
    }
    return refused ? 1 : 0;
  });
}

/** A progress bar on a terminal, nothing otherwise. */
function progressOf({ name, bytes }: Source) {
  if (!process.stderr.isTTY || !bytes) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: `${name} [{bar}] {percentage}% {rows} rows`, clearOnComplete: true, hideCursor: true });
  bar.start(bytes, 0, { rows: 0 });
  return { update: (read: number, rows: number) => bar.update(Math.min(read, bytes), { rows: rows.toLocaleString('en-GB') }), stop: () => bar.stop() };
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Usage ? `${error.message}\n\n${USAGE}` : (error as Error).message);
    process.exitCode = error instanceof Usage ? 2 : 1;
  }
}
