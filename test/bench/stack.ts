import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { localIssuer, SCOPES_OF } from '../../gateway/identity/localIssuer.ts';
import { withoutScopes } from './scopes.ts';
import { OPERATIONS, plain, type Operation } from './operations.ts';

const SUBGRAPHS = ['schools', 'reviews', 'programmes', 'outcomes'] as const;
const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Something that answers the operations: one process, or several. */
export interface Stack {
  name: string;
  url: string;
  processes: ChildProcess[];
  /** The process in front, where the others are the same for another stack. */
  gateway: ChildProcess;
  body(operation: Operation, variables: Record<string, unknown>): string;
  /** Its answer in the shape that all are compared in. */
  answer(operation: Operation, data: any): unknown;
  answers(operation: Operation): boolean;
  /** Sent with each request: who asks. */
  headers?: Record<string, string>;
}

const TICKS_PER_SECOND = 100;

/** A process's parent and the clock ticks it has used: itself, and its children that have ended. */
function ticksOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
  } catch {
    return null;
  }
}

/** CPU time that processes have used so far, in milliseconds. */
export function cpuOf(pids: readonly number[]): number {
  return (pids.reduce((sum, pid) => sum + (ticksOf(pid)?.own ?? 0), 0) * 1000) / TICKS_PER_SECOND;
}

/** CPU time that a PostgreSQL server has used so far, in milliseconds: its first process and all that came of it. */
export function cpuOfPostgres(postmaster: number): number {
  const first = ticksOf(postmaster)!;
  let ticks = first.own + first.ended;
  for (const name of readdirSync('/proc')) {
    const process = /^\d+$/.test(name) ? ticksOf(Number(name)) : null;
    if (process?.parent === postmaster) ticks += process.own;
  }
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** Peak resident memory of processes, in MB. */
export function peakMemoryOf(pids: readonly number[]): number {
  let kilobytes = 0;
  for (const pid of pids)
    kilobytes += Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return kilobytes / 1024;
}

/** Starts a script and waits for the address that it prints. What it complains of goes to `log`, if one is given. */
async function started(
  script: string,
  args: string[],
  env: Record<string, string>,
  log?: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [path(script), ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', RATE_LIMIT: 'off', ...env },
    stdio: ['ignore', 'pipe', log ? openSync(log, 'a') : 'inherit'],
  });
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/\S+(?=\s)/.exec(output)?.[0];
      if (url) resolve({ child, url: url.replace('localhost', '127.0.0.1') });
    });
    child.once('exit', () => reject(new Error(`${script} ended before it served: ${output}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const graphql = {
  body: (operation: Operation, variables: Record<string, unknown>) =>
    JSON.stringify({ query: operation.query, variables }),
  answer: (_: Operation, data: any) => plain(data),
  answers: () => true,
};

/** Starts all stacks of a run on a database. */
export async function startStacks(
  databaseUrl: string,
  only: (name: string) => boolean,
  env: Record<string, string> = {},
): Promise<Stack[]> {
  const DATABASE_URL = databaseUrl;
  const stacks: Stack[] = [];
  // Ours asks who it is: staff, who may see what the others give to everyone.
  const DATA_DIR = path('.data/bench');
  const headers = {
    authorization: `Bearer ${await (await localIssuer(DATA_DIR)).issue({ client: 'bench', scopes: SCOPES_OF.staff })}`,
  };
  const add = (name: string, { child, url }: { child: ChildProcess; url: string }, rest: Partial<Stack> = {}) =>
    stacks.push({ name, url, processes: [child], gateway: child, ...graphql, ...rest });

  if (only('ours'))
    add(
      'ours',
      await started('gateway/main.ts', [], { DATABASE_URL, DATA_DIR, PORT: '0', ENTITY_CACHE: 'off', ...env }),
      { headers },
    );
  if (only('ours, warm'))
    add('ours, warm', await started('gateway/main.ts', [], { DATABASE_URL, DATA_DIR, PORT: '0', ...env }), { headers });
  if (only('ours, HTTP') || only('hive')) {
    const children: ChildProcess[] = [];
    const urls: Record<string, string> = {};
    for (const name of SUBGRAPHS) {
      const port = await freePort();
      children.push(
        spawn(process.execPath, [path('subgraphs/main.ts'), name, '--port', String(port)], {
          env: { ...process.env, DATABASE_URL, DATA_DIR, LOG_LEVEL: 'error', ENTITY_CACHE: 'off' },
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
      );
      urls[name] = `http://127.0.0.1:${port}/graphql`;
      while (!(await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok)
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const addresses = Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, urls[name]!]));
    const ours = await started('gateway/commands/gateway.ts', ['--port', '0'], { ...addresses, DATA_DIR });
    add('ours, HTTP', ours, { processes: [...children, ours.child], headers });
    if (only('hive')) {
      const supergraph = withoutScopes(readFileSync(path('schema/supergraph.graphql'), 'utf8')).replace(
        /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
        (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name]}")`,
      );
      const hive = await started('test/bench/stacks/hive.ts', [], {
        SUPERGRAPH: supergraph,
        DATA_DIR,
        SUBGRAPH_NAMES: JSON.stringify(Object.fromEntries(Object.entries(urls).map(([name, url]) => [url, name]))),
      });
      add('hive', hive, { processes: [...children, hive.child] });
    }
  }
  if (only('usual'))
    add(
      'usual',
      await started('test/bench/stacks/usual.ts', [], { DATABASE_URL, MODE: 'local', NODE_ENV: 'production' }),
    );
  if (only('usual, HTTP')) {
    const children: ChildProcess[] = [];
    const urls: Record<string, string> = {};
    for (const name of SUBGRAPHS) {
      const { child, url } = await started('test/bench/stacks/usual.ts', [], {
        DATABASE_URL,
        MODE: 'subgraph',
        NAME: name,
        NODE_ENV: 'production',
      });
      children.push(child);
      urls[name] = url;
    }
    const front = await started('test/bench/stacks/usual.ts', [], {
      MODE: 'http',
      SUBGRAPH_URLS: JSON.stringify(urls),
      NODE_ENV: 'production',
    });
    add('usual, HTTP', front, { processes: [...children, front.child] });
  }
  if (only('postgraphile')) {
    // It warns at length of a column type that it does not know and no operation asks for.
    add(
      'postgraphile',
      await started(
        'test/bench/stacks/postgraphile.ts',
        [],
        { DATABASE_URL, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
        path('.data/bench/postgraphile.log'),
      ),
      {
        body: (operation, variables) => JSON.stringify({ query: operation.postgraphile!.query, variables }),
        answer: (operation, data) => operation.postgraphile!.answer(data),
        answers: (operation) => operation.postgraphile !== undefined,
      },
    );
  }
  if (only('limit'))
    add('limit', await started('test/bench/stacks/limit.ts', [], { DATABASE_URL }), {
      body: (operation, variables) => JSON.stringify({ operation: operation.name, variables }),
      answer: (_, data) => data,
    });
  return stacks;
}

export async function stopStacks(stacks: readonly Stack[]): Promise<void> {
  const processes = [...new Set(stacks.flatMap((stack) => stack.processes))];
  await Promise.all(
    processes.map((child) => {
      if (child.exitCode !== null || child.signalCode !== null) return undefined;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 3_000);
      return gone.then(() => clearTimeout(hard));
    }),
  );
}

const agent = new Agent({ connections: 64, keepAliveTimeout: 60_000 });

/** Sends one request and gives the text of its answer. */
export async function send({ url, headers }: Pick<Stack, 'url' | 'headers'>, body: string): Promise<string> {
  const { origin, pathname } = new URL(url);
  const response = await agent.request({
    origin,
    path: pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  return response.body.text();
}

export { OPERATIONS };
