import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { loadDemo } from '../../gateway/demo/load.ts';
import { Random } from '../../gateway/demo/random.ts';
import { startSubgraphs } from '../../gateway/federation/partnerGraph.ts';
import { embeddedServer } from '../../subgraphs/kit/process/embedded.ts';
import { measureImports } from './imports.ts';
import { measureMemory } from './memory.ts';
import { fillNational } from './national.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { comparePlans } from './plans.ts';
import { markdown, type Results } from './report.ts';
import { cpuOf, cpuOfPostgres, peakMemoryOf, send, startStacks, stopStacks, type Stack } from './stack.ts';

// Measures the graph against what one would take instead, side by side: `npm run bench`; `-- --quick` in a few
// minutes; `-- import` the importers; `-- plans` compares plans with Apollo's.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    size: { type: 'string', multiple: true },
    stack: { type: 'string', multiple: true },
    operation: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    supergraph: { type: 'string', multiple: true },
    operations: { type: 'string', multiple: true },
    random: { type: 'string' },
    out: { type: 'string' },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const dataDir = fileURLToPath(new URL('../../.data/bench', import.meta.url));
/** Requests at a time. */
const AT_ONCE = 8;

interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  /** CPU time of a request, in ms: of all processes of the stack and PostgreSQL, and of the process in front alone. */
  cpu: number;
  gatewayCpu: number;
  /** Length of an answer. */
  bytes: number;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Loads one operation on a stack for a while. */
async function load(
  stack: Stack,
  operation: Operation,
  bodies: readonly string[],
  seconds: number,
  postmaster: number,
): Promise<Figures> {
  const pids = stack.processes.map(({ pid }) => pid!);
  const used = () => ({ all: cpuOf(pids) + cpuOfPostgres(postmaster), gateway: cpuOf([stack.gateway.pid!]) });
  const before = used();
  const times: number[] = [];
  let bytes = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        const text = await send(stack, bodies[next++ % bodies.length]!);
        if (text.startsWith('{"errors"')) throw new Error(`${stack.name}, ${operation.name}: ${text.slice(0, 300)}`);
        times.push(performance.now() - start);
        bytes += text.length;
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1000;
  const after = used();
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50: times[Math.floor(times.length / 2)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
    bytes: bytes / times.length,
    cpu: (after.all - before.all) / times.length,
    gatewayCpu: (after.gateway - before.gateway) / times.length,
  };
}

/** Documents that no stack has seen before: the operation, under other names. */
let newDocuments = 0;

/** CPU time of a request whose document is new, in ms, of all processes of the stack and PostgreSQL; NaN where it cannot be asked. */
async function newDocumentCpu(
  stack: Stack,
  operation: Operation,
  variables: readonly Record<string, unknown>[],
  postmaster: number,
): Promise<number> {
  const bodies = variables.map((each) => {
    newDocuments += 1;
    const query = operation.query.replace(/\{ (\w+)\(/, `{ n${newDocuments}: $1(`);
    return stack.body({ ...operation, query }, each);
  });
  // A stack that asks in words of its own has no document to name anew.
  if (!bodies[0]!.includes(`n${newDocuments - bodies.length + 1}:`)) return NaN;
  const pids = stack.processes.map(({ pid }) => pid!);
  const before = cpuOf(pids) + cpuOfPostgres(postmaster);
  for (const body of bodies) await send(stack, body);
  return (cpuOf(pids) + cpuOfPostgres(postmaster) - before) / bodies.length;
}

/** The statements that one request sends, counted by PostgreSQL. */
async function statementsOf(stack: Stack, bodies: readonly string[], url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create extension if not exists pg_stat_statements with schema public; select public.pg_stat_statements_reset()',
  );
  for (const body of bodies) await send(stack, body);
  const { rows } = await client.query(
    `select coalesce(sum(calls), 0)::int as calls from public.pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = current_database() and query !~ 'pg_stat_statements|^(begin|commit)'`,
  );
  await client.end();
  return rows[0].calls / bodies.length;
}

async function sizes(wanted: readonly string[]): Promise<Record<string, { url: string }>> {
  const found: Record<string, { url: string }> = {};
  const admin = async (run: (client: Client) => Promise<unknown>) => {
    const client = new Client({ connectionString: server.url.replace('/partner_graph?', '/postgres?') });
    await client.connect();
    await run(client).finally(() => client.end());
  };
  for (const size of wanted) {
    const url = server.url.replace('/partner_graph?', `/${size}?`);
    let exists = false;
    await admin(
      async (client) =>
        (exists = (await client.query('select 1 from pg_database where datname = $1', [size])).rowCount === 1),
    );
    if (!exists) {
      console.log(`Filling the ${size} database …`);
      await admin((client) => client.query(`drop database if exists ${size}_new with (force)`));
      await admin((client) => client.query(`create database ${size}_new`));
      const running = await startSubgraphs({ url: url.replace(`/${size}?`, `/${size}_new?`) });
      if (size === 'network') await loadDemo(running, () => {});
      await Promise.all(running.map((subgraph) => subgraph.close()));
      if (size === 'national') await fillNational(url.replace('/national?', '/national_new?'));
      await admin((client) => client.query(`alter database ${size}_new rename to ${size}`));
    }
    found[size] = { url };
  }
  return found;
}

/** Schools that have had one URN only: following predecessors is ours alone, and all are to be asked for the same rows. */
async function urnsOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ urn: string }>(
    'select urn from schools.school s where closed is null and not exists (select 1 from schools.ancestor a where a.urn = s.urn) order by urn',
  );
  await client.end();
  return rows.map(({ urn }) => urn);
}

if (!existsSync(join(here, 'node_modules'))) {
  console.log('Installing what it is measured against …');
  execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
}
if (positionals[0] === 'plans')
  process.exit((await comparePlans({ ...values, random: values.random ? Number(values.random) : undefined })) ? 0 : 1);

mkdirSync(dataDir, { recursive: true });
const server = await embeddedServer({ dataDir, settings: ['shared_preload_libraries=pg_stat_statements'] });
const postmaster = Number(readFileSync(findPostmaster(), 'utf8').split('\n')[0]);
if (positionals[0] === 'import') {
  await measureImports(server, dataDir);
  await server.stop();
  process.exit(0);
}

if (positionals[0] === 'memory') {
  const { network } = await sizes(['network']);
  await measureMemory(network!.url, await urnsOf(network!.url), Number(values.seconds ?? 600));
  await server.stop();
  process.exit(0);
}

const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const seconds = Number(values.seconds ?? (values.quick ? 1.5 : 3));
const only = (name: string) => !values.stack || values.stack.includes(name);
const results: Results['results'] = [];

function findPostmaster(): string {
  const directory = new URL(server.url.replace('@/', '@localhost/')).searchParams.get('host')!;
  for (const place of [join(directory, 'postmaster.pid'), join(dataDir, 'postgres', 'postmaster.pid')])
    if (existsSync(place)) return place;
  throw new Error('The server of the benchmark has no postmaster.pid.');
}

try {
  for (const [size, { url }] of Object.entries(
    await sizes(values.size ?? (values.quick ? ['network'] : ['network', 'national'])),
  )) {
    const urns = await urnsOf(url);
    const stacks = await startStacks(url, only);
    try {
      for (const operation of OPERATIONS.filter(({ name }) => !values.operation || values.operation.includes(name))) {
        const taking = stacks.filter((stack) => stack.answers(operation) && !operation.lacking?.includes(stack.name));
        const random = new Random(`${operation.name} ${size}`);
        const asked = Array.from({ length: 2_000 }, () => operation.variables(random, urns));
        const bodies = new Map(
          taking.map((stack) => [stack, asked.map((variables) => stack.body(operation, variables))]),
        );

        // All say the same.
        const [first, ...others] = taking;
        for (let i = 0; i < 5; i++) {
          const answer = async (stack: Stack) => {
            const { data, errors } = JSON.parse(await send(stack, bodies.get(stack)![i]!));
            if (errors) throw new Error(`${stack.name}, ${operation.name}: ${JSON.stringify(errors).slice(0, 500)}`);
            return stack.answer(operation, data);
          };
          const expected = await answer(first!);
          for (const other of others) {
            const got = await answer(other);
            if (!isDeepStrictEqual(JSON.parse(JSON.stringify(got)), JSON.parse(JSON.stringify(expected)))) {
              throw new Error(
                `${other.name} and ${first!.name} do not answer ${operation.name} alike:\n${JSON.stringify(got).slice(0, 1500)}\n${JSON.stringify(expected).slice(0, 1500)}`,
              );
            }
          }
        }

        for (const stack of taking) await load(stack, operation, bodies.get(stack)!, values.quick ? 1 : 3, postmaster);
        const statements = new Map<Stack, number>();
        for (const stack of taking)
          statements.set(stack, await statementsOf(stack, bodies.get(stack)!.slice(0, 20), url));
        const fresh = new Map<Stack, number[]>(taking.map((stack) => [stack, []]));
        const figures = new Map<Stack, Figures[]>(taking.map((stack) => [stack, []]));
        for (let round = 0; round < rounds; round++) {
          for (const stack of taking)
            figures.get(stack)!.push(await load(stack, operation, bodies.get(stack)!, seconds, postmaster));
          for (const stack of taking)
            fresh.get(stack)!.push(await newDocumentCpu(stack, operation, asked.slice(0, 30), postmaster));
        }

        const ours = figures.get(taking[0]!)!;
        console.log(`\n${operation.name}, ${size}: ${operation.describes}`);
        console.table(
          Object.fromEntries(
            taking.map((stack) => {
              const of = figures.get(stack)!;
              const middle = (key: keyof Figures) => median(of.map((each) => each[key]));
              const row = {
                'requests/s': middle('perSecond'),
                'p50 ms': middle('p50'),
                'p99 ms': middle('p99'),
                'CPU ms': middle('cpu'),
                'CPU ms in front': middle('gatewayCpu'),
                'new document, CPU ms': median(fresh.get(stack)!),
                statements: statements.get(stack)!,
                KB: middle('bytes') / 1000,
                'peak MB': peakMemoryOf(stack.processes.map(({ pid }) => pid!)),
                // Rounds are pairs: the ratio of each, and the one in the middle.
                'ours is': median(ours.map((each, round) => each.perSecond / of[round]!.perSecond)),
              };
              results.push({ size, operation: operation.name, stack: stack.name, ...row });
              return [
                stack.name,
                Object.fromEntries(
                  Object.entries(row).map(([key, value]) => [
                    key,
                    key.endsWith(' is') ? `${value.toFixed(2)}×` : Number(value.toFixed(value < 10 ? 2 : 0)),
                  ]),
                ),
              ];
            }),
          ),
        );
      }
    } finally {
      await stopStacks(stacks);
    }
  }
  const out = values.out ?? join(dataDir, 'results.json');
  const all: Results = {
    machine: `${cpus().length} × ${cpus()[0]!.model}`,
    node: process.version,
    rounds,
    seconds,
    atOnce: AT_ONCE,
    results,
  };
  writeFileSync(out, JSON.stringify(all, null, 2));
  if (!values.stack) console.log(`\n${markdown(all)}`);
  console.log(
    `\n${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, PostgreSQL 18 and the load on the same cores. Written to ${out}`,
  );
} finally {
  await server.stop();
}
process.exit(0);
