import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { parse } from 'graphql';
import { ImportRefused } from '../../subgraphs/kit/import/kind.ts';
import { sourcesOf } from '../../subgraphs/kit/import/archive.ts';
import type { Source } from '../../subgraphs/kit/import/read.ts';
import { templateOf } from '../../subgraphs/kit/import/template.ts';
import { importFile, kindsIn, type ImportOptions } from '../../subgraphs/kit/import/run.ts';
import type { ImportReport } from '../../subgraphs/kit/import/report.ts';
import { settings } from '../../subgraphs/kit/process/settings.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { importKinds } from '../../subgraphs/index.ts';
import { withDatabase } from '../database.ts';
import { startSubgraphs } from '../federation/partnerGraph.ts';

/** A command was called in a way that it does not understand. */
class Usage extends Error {}

/** Which of these URNs are on the register, asked of the schools subgraph. */
export function register(running: readonly RunningSubgraph[]): NonNullable<ImportOptions['onRegister']> {
  const schools = running.find(({ name }) => name === 'schools')!;
  const document = parse('query ($of: [_Any!]!) { _entities(representations: $of) { ... on School { urn } } }');
  return async (urns) => {
    const { data } = await schools.execute({
      document,
      variables: { of: urns.map((urn) => ({ __typename: 'School', urn })) },
    });
    return new Set((data!['_entities'] as ({ urn: string } | null)[]).flatMap((school) => school?.urn ?? []));
  };
}

/** Imports one source by the name of its kind. @throws ImportRefused */
export function importInto(
  running: readonly RunningSubgraph[],
  kindName: string,
  source: Source,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const found = importKinds.find(({ kind }) => kind.kind === kindName);
  if (!found)
    throw new ImportRefused(
      `There is no kind "${kindName}": choose ${importKinds.map(({ kind }) => kind.kind).join(', ')}.`,
    );
  const { database } = running.find(({ name }) => name === found.subgraph)!;
  return importFile(database, found.kind, source, {
    kinds: importKinds.map(({ kind }) => kind),
    onRegister: register(running),
    ...options,
  });
}

/** The kinds that have a template, in the order in which one builds on another. */
const TEMPLATES = importKinds.flatMap(({ kind }) => (kind.template ? [kind.kind] : []));

const USAGE = `Usage: npm run import -- KIND FILE… [options]
       npm run import -- check FILE…       says what files are and what would change, and writes nothing

A FILE may be CSV, a workbook (.xlsx), packed with gzip, or a zip archive, of which the files of that kind are read.

${importKinds.map(({ kind }) => `  ${kind.kind.padEnd(22)}${kind.describes}`).join('\n')}

Options
  --dry-run             read and check everything, and keep nothing
  --report FILE         write every rejected row and unknown URN to a CSV file (with several files: FILE.1, FILE.2, …)
  --year 2018/19        academic year of a file of results, where its name does not say
  --status final        provisional, revised or final, where the name does not say
  --release 2025-07-27  day of a release of the register, where the name does not say: links that are not in it are withdrawn
  --accept-missing      take a file that lacks columns which the Department published that year
  --accept-unusual      take a file whose figures are unlikely beside each other or the year before
  --delete-missing      the file is all there is of the charity's records of its kind: delete what it does not hold
  --database-url URL    import into this PostgreSQL server
  --template            print an example of KIND with the words that may stand in it (${TEMPLATES.join(', ')}, in this order)`;

/** `npm run import`: the exit code is 1 if a file was refused, 2 if the command was not understood. */
async function main(argv: string[]): Promise<number> {
  const options = {
    'dry-run': { type: 'boolean' },
    report: { type: 'string' },
    year: { type: 'string' },
    status: { type: 'string' },
    release: { type: 'string' },
    'database-url': { type: 'string' },
    'accept-missing': { type: 'boolean' },
    'accept-unusual': { type: 'boolean' },
    'delete-missing': { type: 'boolean' },
    template: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
  const {
    values,
    positionals: [kindName, ...files],
  } = parsed;
  if (values.help || !kindName) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const check = kindName === 'check';
  const found = importKinds.find(({ kind }) => kind.kind === kindName);
  if (!found && !check) throw new Usage(`There is no kind "${kindName}".`);
  if (values.template) {
    if (!found?.kind.template)
      throw new Usage(
        `${kindName} is a format of the Department for Education: download a file, there is no template. Those with one are ${TEMPLATES.join(', ')}.`,
      );
    process.stdout.write(templateOf(found.kind)!);
    return 0;
  }
  if (!files.length) throw new Usage(check ? 'Which file?' : `Which file of ${kindName}?`);

  const given = settings();
  return withDatabase({ ...given, databaseUrl: values['database-url'] ?? given.databaseUrl }, async (url) => {
    const running = await startSubgraphs({ url, poolSize: 3, cache: false });
    const options = {
      dryRun: values['dry-run'] || check,
      year: values.year,
      status: values.status,
      release: values.release,
      acceptMissing: values['accept-missing'],
      acceptUnusual: values['accept-unusual'],
      deleteMissing: values['delete-missing'],
    };
    let refused = 0;
    try {
      for (const [index, path] of files.entries()) {
        const reportPath = values.report && (files.length > 1 ? `${values.report}.${index + 1}` : values.report);
        refused += await importPath(running, path, check ? undefined : kindName, { ...options, reportPath });
      }
    } finally {
      await Promise.all(running.map((subgraph) => subgraph.close()));
    }
    return refused ? 1 : 0;
  });
}

/** Imports what a path leads to; without a kind, whatever it is. Gives how much of it was refused. */
async function importPath(
  running: readonly RunningSubgraph[],
  path: string,
  kindName: string | undefined,
  options: ImportOptions,
): Promise<number> {
  const refuse = (name: string, reason: string) => {
    console.error(`${name} was refused, and nothing of it was kept: ${reason}`);
    return 1;
  };
  const kinds = importKinds.map(({ kind }) => kind);
  let refused = 0;
  let taken = 0;
  let sources: Source[];
  try {
    sources = await sourcesOf(path);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return refuse(path, error.message);
  }
  for (const [index, source] of sources.entries()) {
    const name = sources.length > 1 || source.name !== basename(path) ? `${path}: ${source.name}` : path;
    let wanted: string[];
    try {
      const looksLike = (await kindsIn(source, kinds)).map(({ kind }) => kind);
      // Of an archive, which holds files of several kinds, the others are left where they are.
      if (sources.length > 1 && kindName && !looksLike.includes(kindName)) continue;
      wanted = kindName ? [kindName] : looksLike;
      if (!wanted.length) {
        if (sources.length === 1)
          throw new ImportRefused('its header is that of no kind of file that can be imported.');
        console.log(`${name}: of no kind that can be imported`);
        continue;
      }
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      refused += refuse(name, error.message);
      continue;
    }
    for (const kind of wanted) {
      taken++;
      try {
        const started = Date.now();
        const progress = progressOf(source);
        const reportPath =
          options.reportPath && sources.length * wanted.length > 1
            ? `${options.reportPath}.${wanted.length > 1 ? kind : index + 1}`
            : options.reportPath;
        const report = await importInto(running, kind, source, {
          ...options,
          reportPath,
          onProgress: progress.update,
        }).finally(progress.stop);
        const kept = options.dryRun ? ' (nothing is kept)' : '';
        console.log(`${name}${kindName ? '' : `, ${kind}`}${kept}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
        for (const line of report.lines()) console.log(`  ${line}`);
      } catch (error) {
        // Whatever is wrong with one file, the next may be right.
        refused += refuse(
          name,
          error instanceof ImportRefused
            ? error.message
            : `it could not be written (${(error as Error).message.split('\n', 1)[0]}).`,
        );
      }
    }
  }
  return (
    refused || (taken || !kindName ? 0 : refuse(path, `none of its ${sources.length} files is of kind ${kindName}.`))
  );
}

/** A progress bar on a terminal, nothing otherwise. */
function progressOf({ name, bytes }: Source) {
  if (!process.stderr.isTTY || !bytes) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${name} [{bar}] {percentage}% {rows} rows`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(bytes, 0, { rows: 0 });
  return {
    update: (read: number, rows: number) => bar.update(Math.min(read, bytes), { rows: rows.toLocaleString('en-GB') }),
    stop: () => bar.stop(),
  };
}

if (import.meta.main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Usage ? `${error.message}\n\n${USAGE}` : (error as Error).message);
    process.exitCode = error instanceof Usage ? 2 : 1;
  }
}
