import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startChild } from '../support/children.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const METRICS_TOKEN = 'metrics-of-the-fuzz-run';

/** What a process says of itself in its metrics. */
export interface Vitals {
  /** Heap in use, in bytes. */
  heap: number;
  /** Memory of the whole process, in bytes. */
  resident: number;
  /** Longest time that the event loop was held since this was asked before, in milliseconds. */
  held: number;
}

/** The whole product in a process of its own, on a database that is there: its death, memory and log can be watched. */
export class FuzzedServer {
  url = '';
  /** Lines that were logged as errors. */
  readonly logged: string[] = [];
  private readonly child: ChildProcess;
  private output = '';

  private constructor(databaseUrl: string, dataDir: string) {
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'error',
      // Nobody is to be refused for asking much, and what is kept is to be full early.
      RATE_LIMIT: '1000000',
      CACHE_MB: '64',
      METRICS_TOKEN,
    };
    this.child = startChild(process.execPath, ['--max-old-space-size=700', MAIN], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (chunk: Buffer) => this.hear(chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => this.logged.push(chunk.toString().slice(0, 2_000)));
  }

  static async start(databaseUrl: string, dataDir: string): Promise<FuzzedServer> {
    const server = new FuzzedServer(databaseUrl, dataDir);
    while (!server.url) {
      server.url = /http:\/\/localhost:\d+(?=\/graphql)/.exec(server.output)?.[0] ?? '';
      if (!server.lives) throw new Error(`The server did not start: ${server.output} ${server.logged.join('')}`);
      if (!server.url) await Promise.race([once(server.child.stdout!, 'data'), once(server.child, 'exit')]);
    }
    return server;
  }

  private hear(text: string): void {
    if (!this.url) this.output += text;
    this.logged.push(...text.split('\n').filter((line) => line.startsWith('{"level":50')));
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async vitals(): Promise<Vitals> {
    const response = await fetch(`${this.url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
    const text = await response.text();
    const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
    return {
      heap: figure('nodejs_heap_size_used_bytes'),
      resident: figure('process_resident_memory_bytes'),
      held: figure('nodejs_eventloop_lag_max_seconds') * 1_000,
    };
  }

  async stop(): Promise<void> {
    if (!this.lives) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
