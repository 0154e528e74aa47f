import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Difference } from './answers.ts';
import { operationOf } from './operations.ts';
import { reference } from './reference.ts';
import { operationSpecOf, supergraphSpecOf, type SupergraphRun } from './run.ts';
import { supergraphOf } from './supergraphs.ts';
import type { Task } from './worker.ts';

const USAGE = `Usage: npm run oracle -- [options]

Asks random operations over random supergraphs, and compares the gateway's answers with those of graphql-js.

  --operations N   how many, 10,000 unless given
  --seed N         the same seed asks the same; 1 unless given
  --per N          operations over each supergraph, 50 unless given
  --show N         how many differences are made small and shown, 5 unless given
  --seconds N      how long one difference may be made smaller, 30 unless given
  --only I:N       shows operation N over supergraph I of this seed
  --own            asks as many over our own graph as well, 2,000 at most
`;

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Operations over our own graph, which read a database. */
const MOST_OWN = 2_000;

interface Differing {
  index: number;
  number: number;
  differences: Difference[];
}

/** The sums of a run. */
class Tally {
  readonly supergraphs = new Set<number>();
  operations = 0;
  equal = 0;
  readonly discarded: string[][] = [];
  readonly differing: Differing[] = [];
  readonly features = new Map<string, number>();

  add({ index, discarded, operations, equal, differing, features }: SupergraphRun): void {
    this.supergraphs.add(index);
    if (discarded) this.discarded.push(discarded);
    this.operations += operations;
    this.equal += equal;
    this.differing.push(...differing.map((each) => ({ index, ...each })));
    for (const [name, count] of Object.entries(features))
      this.features.set(name, (this.features.get(name) ?? 0) + count);
  }

  table(seconds: number): string {
    const kinds = new Map<string, number>();
    for (const { differences } of this.differing)
      for (const each of differences) kinds.set(each, (kinds.get(each) ?? 0) + 1);
    const reasons = new Map<string, number>();
    for (const [reason = ''] of this.discarded) {
      const short = reason
        .replaceAll(/"[^"]*"/g, '…')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 110);
      reasons.set(short, (reasons.get(short) ?? 0) + 1);
    }
    const sorted = (counts: Map<string, number>) => [...counts].toSorted(([, one], [, other]) => other - one);
    const rows: (readonly [string, string | number])[] = [
      ['supergraphs', this.supergraphs.size],
      ['  composed', this.supergraphs.size - this.discarded.length],
      ['  discarded', this.discarded.length],
      ...sorted(reasons)
        .slice(0, 5)
        .map(([name, count]) => [`    ${name}`, count] as const),
      ['operations', this.operations],
      ['  equal', this.equal],
      ['  different', this.differing.length],
      ...sorted(kinds).map(([name, count]) => [`    ${name}`, count] as const),
      [
        'internal errors',
        this.differing.filter(({ differences }) => differences.some((each) => INTERNAL.has(each))).length,
      ],
      ['features, in operations', ''],
      ...sorted(this.features).map(([name, count]) => [`  ${name}`, count] as const),
      ['seconds', seconds.toFixed(1)],
    ];
    return rows
      .map(([name, value]) => `${name.padEnd(44)} ${typeof value === 'number' ? value.toLocaleString('en-GB') : value}`)
      .join('\n');
  }
}

const INTERNAL: ReadonlySet<Difference> = new Set(['internal error', 'thrown', 'hangs', 'process ended']);

/** Has a process do a task; whether it came to its end. */
function done(task: Task, message: (message: unknown) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, { stdio: ['ignore', 'inherit', task.kind === 'run' ? 'pipe' : 'ignore', 'ipc'] });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-2_000);
    });
    child.on('message', message);
    child.on('exit', (code, signal) => {
      if (code === 1) reject(new Error(`The oracle itself failed: ${said}`));
      else resolve(code === 0 && !signal);
    });
    child.send(task);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      per: { type: 'string', default: '50' },
      show: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '30' },
      only: { type: 'string' },
      own: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const [operations, seed, per, show, seconds] = [
    values.operations,
    values.seed,
    values.per,
    values.show,
    values.seconds,
  ].map(Number) as [number, number, number, number, number];
  if (values.only) {
    const [index, number] = values.only.split(':').map(Number) as [number, number];
    return shown(seed, { index, number, differences: [] }, seconds);
  }
  const began = Date.now();
  const tally = new Tally();
  const directory = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    await run({
      seed,
      per,
      last: Math.ceil(operations / per) - 1,
      progress: join(directory, 'progress'),
      tally,
      began,
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  // One of each sort first, then others.
  const sorts = new Set<string>();
  const first = tally.differing.filter(
    ({ differences }) => !sorts.has(differences.join()) && sorts.add(differences.join()),
  );
  for (const each of [...first, ...tally.differing.filter((each) => !first.includes(each))].slice(0, show))
    await shown(seed, each, seconds);
  console.log(`\n${tally.table((Date.now() - began) / 1_000)}`);
  if (tally.differing.length) process.exitCode = 1;
  if (values.own) await (await import('./ownGraph.ts')).runOwn(seed, Math.min(operations, MOST_OWN));
}

interface Run {
  seed: number;
  per: number;
  last: number;
  progress: string;
  tally: Tally;
  began: number;
}

async function run({ seed, per, last, progress, tally, began }: Run): Promise<void> {
  let printed = Date.now();
  const received = (message: unknown) => {
    tally.add(message as SupergraphRun);
    if (Date.now() - printed < 10_000) return;
    printed = Date.now();
    const seconds = Math.round((printed - began) / 1_000);
    console.log(`${tally.operations} operations, ${tally.differing.length} different, ${seconds} seconds`);
  };
  let [first, from] = [0, 0];
  while (first <= last) {
    writeFileSync(progress, '');
    if (await done({ kind: 'run', seed, first, last, from, operations: per, progress }, received)) return;
    // The process was ended by what it was asked last: that is a difference. What was asked of the same supergraph
    // before was not told, so it is asked again; the rest is asked in a new process.
    const [index = first, number = from] = readFileSync(progress, 'utf8').trim().split(' ').map(Number);
    const start = index === first ? from : 0;
    const before = { kind: 'run', seed, first: index, last: index, from: start, operations: number, progress } as const;
    if (number > start) await done(before, received);
    tally.operations++;
    tally.differing.push({ index, number, differences: ['process ended'] });
    [first, from] = number + 1 < per ? [index, number + 1] : [index + 1, 0];
  }
}

/** Makes a difference small, and prints it. */
async function shown(seed: number, { index, number, differences }: Differing, seconds: number): Promise<void> {
  console.log(`\n=== ${differences.join(', ')} (--seed ${seed} --only ${index}:${number})`);
  let text = '';
  const complete =
    !differences.includes('process ended') &&
    (await done({ kind: 'shrink', seed, index, number, milliseconds: seconds * 1_000 }, (message) => {
      text = message as string;
    }));
  console.log(complete ? text : await asWritten(seed, index, number));
}

/** A finding as it was made, with the right answer: for a gateway that ends its process. */
async function asWritten(seed: number, index: number, number: number): Promise<string> {
  const supergraph = supergraphOf(supergraphSpecOf(seed, index));
  if ('reasons' in supergraph) return supergraph.reasons.join('\n');
  const { schema, execute } = reference(supergraph.supergraph, {
    subgraphs: Array.from(supergraph.schemas, ([name, each]) => ({ name, schema: each })),
    contexts: () => supergraph.context,
  });
  const operation = operationOf(schema, operationSpecOf(seed, index, number));
  if (!operation) return 'No operation could be made.';
  const sdl = Object.entries(supergraph.sdl).map(([name, each]) => `# subgraph ${name}\n${each}`);
  return [
    ...sdl,
    `# operation, variables ${JSON.stringify(operation.variables)}\n${operation.text}`,
    '# the gateway ended its process',
    `# it must be: ${JSON.stringify(await execute(operation))}`,
  ].join('\n');
}

await main();
